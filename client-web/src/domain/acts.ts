/**
 * Acts: what somebody does to the support itself (closing, how things are, an objection, the question about feedback). They
 * are said like texts, arrive like texts and are shown in the conversation. What stands now is read from them, so that every
 * device that has the same acts comes to the same answer, in whatever order they came.
 */
import type { FeedbackState, Moment } from './api';
import { profileOf, type Context } from './context';
import type { Act, CircleEvent, CircleRole, Member } from './crypto_port';
import { DAY_MS } from './days';
import { Failure } from './errors';
import { enqueueContent } from './queue';
import { queueReceipts } from './receipts';
import { itemKey, type ActRec, type ItemRec } from './records';
import type { Tx } from './repo';

/** In which both still read and write, and either may take the closing back: long enough for a week away. */
export const CLOSING_GRACE_MS = 7 * DAY_MS;
/** A device that learns of the closing late still has a day to read what was written last. */
export const CLOSING_READ_MS = DAY_MS;

/** Who may do what; null: anybody. */
const WHO: Record<Act['type'], CircleRole | null> = {
  feeling: 'parent', objection: 'parent', feedbackAnswer: 'parent', closing: 'supporter', feedbackAsk: 'supporter', closingBack: null,
  comeAsk: 'supporter', comeAskBack: 'supporter', comeAnswer: 'parent', away: 'supporter', awayBack: 'supporter', ownAsk: 'parent', programme: 'supporter',
  reaction: null, edit: null, delete: null,
  card: null, tick: null, pin: 'supporter', meetingAnswer: null, quickExit: 'parent',
};

/** Of a card whose other words are not known. Whose it is, is decided when it is read (card_rules.ts). */
const maySayCard = (role: CircleRole | undefined, { kind }: Extract<Act, { type: 'card' }>): boolean =>
  role === 'supporter' || (role === 'parent' && (kind === 'meeting' || kind === 'gone'));

export function say(ctx: Context, tx: Tx, circleId: string, act: Act, atMs: number = ctx.clock.nowMs()): string {
  if (WHO[act.type] !== null && profileOf(tx).role !== WHO[act.type]) throw new Failure('not_allowed');
  if (tx.circleRec(circleId).closed) throw new Failure('not_a_member');
  const { job } = enqueueContent(ctx, tx, circleId, act, undefined, atMs);
  if (job.kind !== 'content') throw new Failure('unknown');
  const { contentId: id, sentAtMs } = job;
  tx.put('item', itemKey(circleId, id), {
    type: 'act', circleId, order: tx.takeOrder(circleId), id, memberId: tx.look(circleId).memberId, mine: true, act, sentAtMs,
    delivery: 'waiting', seen: true, learnedAtMs: sentAtMs,
  });
  tx.after(() => { ctx.upkeep(); ctx.changed(circleId); });
  return id;
}

/** What another person's role does not allow is no honest client's: nothing changes. */
export function hear(ctx: Context, tx: Tx, circleId: string, event: Extract<CircleEvent, { type: 'act' }>): void {
  const { act, contentId: id, memberId, sentAtMs } = event;
  const role = ctx.repo.circle(circleId).members().find((m) => m.memberId === memberId)?.role;
  if (WHO[act.type] !== null && role !== WHO[act.type]) return;
  if (act.type === 'card' && !maySayCard(role, act)) return;
  queueReceipts(ctx, tx, circleId, 'delivered', [id]);
  // A parent's wish for a conversation of their own is for supporters (own.ts).
  if (act.type === 'ownAsk' && profileOf(tx).role === 'parent') return;
  if (tx.get('item', itemKey(circleId, id))) return;
  tx.put('item', itemKey(circleId, id), {
    type: 'act', circleId, order: tx.takeOrder(circleId), id, memberId, mine: false, act, sentAtMs, delivery: 'delivered', seen: false,
    learnedAtMs: ctx.clock.nowMs(),
  });
  tx.after(() => ctx.upkeep());
}

/** Acts of one kind, in the order in which they came. */
export function actsOf<T extends Act['type']>(items: readonly ItemRec[], type: T): (ActRec & { act: Extract<Act, { type: T }> })[] {
  const is = (item: ItemRec): item is ActRec & { act: Extract<Act, { type: T }> } => item.type === 'act' && item.act.type === type;
  return items.filter(is).sort((a, b) => a.order - b.order);
}

export interface Closing { rec: ActRec & { act: Extract<Act, { type: 'closing' }> }; openUntilMs: number; endsAtMs: number }

/** The closing that stands. Two supporters who close at once are settled by the lower id, the same on every device. */
export function closingOf(items: readonly ItemRec[]): Closing | null {
  const back = new Set(actsOf(items, 'closingBack').map(({ act }) => act.target));
  const rec = actsOf(items, 'closing').filter(({ id }) => !back.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  if (!rec) return null;
  // A sender's clock that runs ahead must not put the end off.
  const openUntilMs = Math.min(rec.sentAtMs, rec.learnedAtMs) + CLOSING_GRACE_MS;
  return { rec, openUntilMs, endsAtMs: Math.max(openUntilMs, rec.mine ? 0 : rec.learnedAtMs + CLOSING_READ_MS) };
}

/** Member ids of parents who say now that a contact is not right. */
export function objectionsTo(items: readonly ItemRec[], contactId: string): string[] {
  const last = new Map<string, boolean>();
  for (const { memberId, act } of actsOf(items, 'objection')) if (act.target === contactId) last.set(memberId, act.stands);
  return [...last].filter(([, stands]) => stands).map(([id]) => id);
}

/** What the parents who are in say to the newest question. */
export function feedbackOf(items: readonly ItemRec[], members: readonly Member[]): { state: FeedbackState; question: string; answered: Set<string> } {
  const question = actsOf(items, 'feedbackAsk').at(-1)?.id ?? '';
  const answers = new Map<string, boolean>();
  for (const { memberId, act } of actsOf(items, 'feedbackAnswer')) if (act.target === question) answers.set(memberId, act.yes);
  const answered = new Set(answers.keys());
  if (!question) return { state: 'none', question, answered };
  const parents = members.filter((m) => m.role === 'parent' && m.deviceIds.length > 0);
  if ([...answers.values()].includes(false)) return { state: 'no', question, answered };
  const all = parents.length > 0 && parents.every((m) => answers.get(m.memberId));
  return { state: all ? 'yes' : 'asked', question, answered };
}

type Faces = Record<Moment, number | null>;

/** How each parent felt, as far as shown and not taken back. */
export function feelingsShown(items: readonly ItemRec[]): ({ memberId: string } & Faces)[] {
  const people = new Map<string, Faces>();
  for (const { memberId, act } of actsOf(items, 'feeling')) {
    people.set(memberId, { ...(people.get(memberId) ?? { first: null, last: null, experience: null }), [act.moment]: act.face || null });
  }
  return [...people].map(([memberId, faces]) => ({ memberId, ...faces })).filter(({ first, last, experience }) => first !== null || last !== null || experience !== null);
}
