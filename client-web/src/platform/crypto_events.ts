/** The contents and events of a circle on their way into and out of the crypto core (crypto/bindings/encode.cpp). */
import type { Act, Attachment, AttachmentKind, CircleEvent, CircleRole, ComePurpose, ContactName, Content, Follows, From, Mark, Moment, Outcome } from './crypto_core_api';
import { readCard, readMeetingAnswer, readTick, writeCard } from './crypto_cards';
import { Writer, type Reader } from './crypto_codec';

const CONTACTS: readonly ContactName[] = ['dialogue', 'email', 'phone', 'call', 'visit', 'meeting', 'group'];
const RECEIPTS = ['delivered', 'read'] as const;
const ROLES: readonly CircleRole[] = ['parent', 'supporter', 'coordinator'];
const CONTENT_TYPES: readonly Content['type'][] =
  ['text', 'receipt', 'contact', 'contactUndo', 'hello', 'slipMade', 'slipRevoked', 'leave',
    'feeling', 'objection', 'closing', 'closingBack', 'feedbackAsk', 'feedbackAnswer',
    'comeAsk', 'comeAskBack', 'comeAnswer', 'before', 'away', 'awayBack', 'ownAsk', 'programme', 'details',
    'reply', 'reaction', 'edit', 'delete', 'attachment', 'card', 'tick', 'pin', 'meetingAnswer', 'quickExit'];
const ATTACHMENTS: readonly AttachmentKind[] = ['photo', 'file', 'voice'];
/** crypto/circle/attachment.h */
const ATTACHMENT_KEY_BYTES = 32;
const MOMENTS: readonly Moment[] = ['first', 'last', 'experience'];
const PURPOSES: readonly ComePurpose[] = ['handover', 'beside', 'parent'];
/** counted from 0 */
const FOLLOWS: readonly Follows[] = ['refused', 'nothing', 'week', 'all'];
/** 0 is none */
const MARKS: readonly Mark[] = ['heart', 'thumb_up', 'thanks', 'hug', 'sad_with_you', 'tick'];
const OUTCOMES: readonly Outcome[] = ['completed', 'declined', 'not_reached', 'further_support'];

function named<T>(names: readonly T[], number: number): T {
  const name = names[number - 1];
  if (name === undefined) throw new RangeError('the crypto core is of another release');
  return name;
}
/** 0, which the core refuses, for a name that is none */
export const roleNumber = (role: CircleRole): number => ROLES.indexOf(role) + 1;
export const roleName = (number: number): CircleRole => named(ROLES, number);

export function writeContent(out: Writer, content: Content, contentId: string, sentAtMs: number): void {
  out.u8(CONTENT_TYPES.indexOf(content.type) + 1).id(contentId).u64(sentAtMs);
  switch (content.type) {
    case 'text': out.text(content.text); break;
    case 'receipt': out.u8(RECEIPTS.indexOf(content.state) + 1).ids(content.contentIds); break;
    case 'contact': out.u8(CONTACTS.indexOf(content.kind) + 1).u32(content.day).ids(content.participants); break;
    case 'contactUndo': out.id(content.target); break;
    case 'slipMade': case 'slipRevoked': out.u32(content.selector); break;
    case 'hello': case 'leave': case 'feedbackAsk': case 'ownAsk': case 'quickExit': break;
    case 'feeling': out.u8(MOMENTS.indexOf(content.moment) + 1).u8(content.face); break;
    case 'objection': out.id(content.target).u8(content.stands ? 1 : 0); break;
    case 'closing': out.u8(OUTCOMES.indexOf(content.outcome) + 1); break;
    case 'closingBack': out.id(content.target); break;
    case 'feedbackAnswer': out.id(content.target).u8(content.yes ? 1 : 0); break;
    case 'comeAsk': out.u8(PURPOSES.indexOf(content.purpose) + 1).text(content.name); break;
    case 'comeAskBack': case 'awayBack': out.id(content.target); break;
    case 'comeAnswer': out.id(content.target).u8(FOLLOWS.indexOf(content.follows)); break;
    case 'before': out.id(content.textId).id(content.authorId).u8(roleNumber(content.role)).text(content.name)
      .u64(content.writtenAtMs).text(content.text); break;
    case 'away': out.u32(content.firstDay).u32(content.lastDay).optionalId(content.coverMemberId).text(content.text); break;
    case 'programme': writeProgramme(out, content); break;
    case 'details': out.id(content.assignmentId).text(content.text); break;
    case 'attachment': writeAttachment(out, content); break;
    case 'reply': out.id(content.target).text(content.text); break;
    case 'reaction': out.id(content.target).u8(content.mark === null ? 0 : MARKS.indexOf(content.mark) + 1); break;
    case 'edit': out.id(content.target).u32(content.revision).text(content.text); break;
    case 'delete': out.id(content.target); break;
    case 'card': writeCard(out, content); break;
    case 'tick': out.id(content.cardId).u32(content.revision).u8(content.line).u8(content.done ? 1 : 0); break;
    case 'pin': out.id(content.target).u8(content.pinned ? 1 : 0); break;
    case 'meetingAnswer': out.id(content.cardId).u32(content.revision).u8(content.choice); break;
  }
}

function writeAttachment(out: Writer, a: Attachment): void {
  out.u8(ATTACHMENTS.indexOf(a.kind) + 1).id(a.attachmentId).fixed(a.key, ATTACHMENT_KEY_BYTES).u32(a.size).u16(a.width).u16(a.height)
    .u32(a.durationMs).text(a.name).opaque(a.preview).text(a.caption);
}

const readAttachment = (input: Reader): Attachment => ({
  type: 'attachment', kind: named(ATTACHMENTS, input.u8()), attachmentId: input.id(), key: input.fixed(ATTACHMENT_KEY_BYTES),
  size: input.u32(), width: input.u16(), height: input.u16(), durationMs: input.u32(), name: input.text(), preview: input.opaque(),
  caption: input.text(),
});

type ProgrammeAct = Extract<Act, { type: 'programme' }>;

function writeProgramme(out: Writer, { id, name, least, most, phases, phase, sinceDay, feedback, revision }: ProgrammeAct): void {
  out.text(id).text(name.sv).text(name.en).text(name.ar).u8(least).u8(most);
  const inner = new Writer();
  for (const one of phases) inner.u8(one.leastWeeks).u8(one.mostWeeks).u8(one.checkInEveryWeeks);
  out.opaque(inner.view()).u8(phase).u32(sinceDay).u8(feedback ? 1 : 0).u32(revision);
}

const readProgramme = (input: Reader): ProgrammeAct => ({
  type: 'programme', id: input.text(), name: { sv: input.text(), en: input.text(), ar: input.text() }, least: input.u8(), most: input.u8(),
  phases: input.list((r) => ({ leastWeeks: r.u8(), mostWeeks: r.u8(), checkInEveryWeeks: r.u8() })),
  phase: input.u8(), sinceDay: input.u32(), feedback: input.flag(),
  revision: input.u32(),
});

const markName = (number: number): Mark | null => (number === 0 ? null : named(MARKS, number));

const act = (from: From, said: Act): CircleEvent => ({ type: 'act', ...from, act: said });

function readSaid(input: Reader): CircleEvent {
  const type = named(CONTENT_TYPES, input.u8());
  const from = { memberId: input.id(), deviceId: input.id(), contentId: input.id(), sentAtMs: input.u64() };
  switch (type) {
    case 'text': return { type, ...from, text: input.text() };
    case 'receipt': return { type, ...from, state: named(RECEIPTS, input.u8()), contentIds: input.list((r) => r.id()) };
    case 'contact': return { type, ...from, kind: named(CONTACTS, input.u8()), day: input.u32(),
      participants: input.list((r) => r.id()) };
    case 'contactUndo': return { type: 'contactUndone', ...from, target: input.id() };
    case 'hello': return { type, ...from, name: input.text() };
    case 'slipMade': return { type, ...from, selector: input.u32(), role: roleName(input.u8()), expiresDay: input.u32(),
      replacesMemberId: input.optionalId() };
    case 'slipRevoked': return { type, ...from, selector: input.u32() };
    case 'leave': return { type: 'left', ...from };
    case 'feeling': return act(from, { type, moment: named(MOMENTS, input.u8()), face: input.u8() });
    case 'objection': return act(from, { type, target: input.id(), stands: input.flag() });
    case 'closing': return act(from, { type, outcome: named(OUTCOMES, input.u8()) });
    case 'closingBack': return act(from, { type, target: input.id() });
    case 'feedbackAsk': return act(from, { type });
    case 'feedbackAnswer': return act(from, { type, target: input.id(), yes: input.flag() });
    case 'comeAsk': return act(from, { type, purpose: named(PURPOSES, input.u8()), name: input.text() });
    case 'comeAskBack': case 'awayBack': return act(from, { type, target: input.id() });
    case 'comeAnswer': return act(from, { type, target: input.id(), follows: named(FOLLOWS, input.u8() + 1) });
    case 'before': return { type, ...from, textId: input.id(), authorId: input.id(), role: roleName(input.u8()), name: input.text(),
      writtenAtMs: input.u64(), text: input.text() };
    case 'away': return act(from, { type, firstDay: input.u32(), lastDay: input.u32(), coverMemberId: input.optionalId(), text: input.text() });
    case 'ownAsk': case 'quickExit': return act(from, { type });
    case 'programme': return act(from, readProgramme(input));
    case 'attachment': return { ...from, ...readAttachment(input) };
    case 'details': return { type, ...from, assignmentId: input.id(), text: input.text() };
    case 'reply': return { type, ...from, target: input.id(), text: input.text() };
    case 'reaction': return act(from, { type, target: input.id(), mark: markName(input.u8()) });
    case 'edit': return act(from, { type, target: input.id(), revision: input.u32(), text: input.text() });
    case 'delete': return act(from, { type, target: input.id() });
    case 'card': return act(from, readCard(input));
    case 'tick': return act(from, readTick(input));
    case 'pin': return act(from, { type, target: input.id(), pinned: input.flag() });
    case 'meetingAnswer': return act(from, readMeetingAnswer(input));
  }
}

/** In the order of circle::Event. */
export function readEvent(input: Reader): CircleEvent {
  const kind = input.u8();
  switch (kind) {
    case 1: return readSaid(input);
    case 2: return { type: 'own', contentId: input.optionalId() };
    case 3: return { type: 'joined', memberId: input.id(), deviceId: input.id(), role: roleName(input.u8()),
      newMember: input.flag(), replacedDeviceIds: input.list((r) => r.id()), byMemberId: input.optionalId() };
    case 4: return { type: 'slipUsed', selector: input.u32(), memberId: input.id() };
    case 5: return { type: 'slipDropped', selector: input.u32() };
    case 6: return { type: 'removed', memberId: input.id(), deviceIds: input.list((r) => r.id()), byMemberId: input.id() };
    case 7: return { type: 'updated', memberId: input.id(), deviceId: input.id() };
    case 8: return { type: 'selfRemoved', byMemberId: input.id() };
    case 9: return { type: 'commitAccepted' };
    case 10: return { type: 'commitLost' };
    case 11: return { type: 'slipsBehind', selectors: input.list((r) => r.u32()) };
    case 12: return { type: 'unreadable', code: input.text(), memberId: input.optionalId() };
    case 13: return { type: 'rolledBack' };
    case 14: return { type: 'threadLost' };
    default: throw new RangeError('the crypto core is of another release');
  }
}
