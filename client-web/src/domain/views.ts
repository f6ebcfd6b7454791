/** Immutable pictures for the pages, made from the records whenever one is asked for. */
import { attachmentView } from './attachment_view';
import type { CircleSummary, CircleView, Item, QuoteView, Thread } from './api';
import { others, profileOf, today, type Context } from './context';
import type { Circle, Member } from './crypto_port';
import { sameMonth } from './days';
import { codeOf, Failure } from './errors';
import { objectionsTo } from './acts';
import { isNewWord } from './card_rules';
import { keptView } from './cards_view';
import { isChange, type ToldRec } from './changes';
import { comingView } from './coming_view';
import { inOrder } from './following';
import { changedFrom } from './programmes';
import { ownView } from './own';
import type { AttachmentRec, CircleRec, ContactRec, ItemRec, NoticeRec, TextRec } from './records';
import { formerIds } from './restart';
import { KEEP_DAYS } from './retention';
import { awayViews } from './absence';
import { actView, supportView } from './support_view';
import { quoteOf, saidAbout, textView, type Said } from './text_view';

/** Shown when a name has not come yet. */
const NO_NAME = '';

type Names = Map<string, Member>;

type Told = TextRec | AttachmentRec | ContactRec | ToldRec | NoticeRec;
/** How a support began stands on its card; what is told in the conversation is a change. What is said about a text stands with it. */
function isTold(item: ItemRec, items: readonly ItemRec[]): item is Told {
  if (item.type === 'text') return item.gone !== 'here';
  if (item.type !== 'act') return true;
  const { act } = item;
  // Ticks and pins are seen where one returns to them.
  if (isChange(act) || act.type === 'tick' || act.type === 'pin') return false;
  if (act.type === 'card') return isNewWord(items, { ...item, act });
  return act.type !== 'programme' || changedFrom(items, { ...item, act }) !== null;
}

function itemView(ctx: Context, item: Told, names: Names, undo: Map<string, number>, items: readonly ItemRec[], said: Said): Item {
  const name = (memberId: string | null) => (memberId === null ? NO_NAME : names.get(memberId)?.name ?? NO_NAME);
  const { id, sentAtMs } = item;
  if (item.type === 'notice') {
    // What a parent gave on stands above it.
    const notice = item.notice === 'you_joined' && items[0]?.type === 'text' && items[0].before ? 'you_joined_before' : item.notice;
    return { type: 'notice', id, sentAtMs, notice, subject: name(item.subject), actor: name(item.actor) };
  }
  if (item.type === 'text') return textView(ctx, item, names, said);
  if (item.type === 'attachment') return attachmentView(ctx, item, names);
  const { mine, memberId, delivery } = item;
  const author = name(memberId);
  if (item.type === 'act') return { type: 'act', id, mine, memberId, author, sentAtMs, delivery, act: actView(ctx, item.circleId, item, items, name) };
  const objections = objectionsTo(items, id);
  const until = undo.get(id) ?? 0;
  return { type: 'contact', id, mine, memberId, author, kind: item.kind, day: item.day, sentAtMs, undone: item.undone, delivery,
    undoUntilMs: mine && !item.undone && until > ctx.clock.nowMs() ? until : null,
    objections: objections.map((member) => name(member)), objected: objections.some((member) => names.get(member)?.me === true) };
}

export const itemsOf = (ctx: Context, circleId: string): ItemRec[] =>
  inOrder(ctx.repo.all('item', `${circleId}:`));

/** What a device says by itself. */
const SILENT: ReadonlySet<string> = new Set(['receipt', 'before', 'hello', 'slipMade', 'slipRevoked', 'leave', 'contactUndo', 'programme', 'quickExit']);

/** What a person has written or tapped; receipts and what counts itself are nobody's worry. */
export const waitingOf = (ctx: Context, circleId: string): number => ctx.repo.all('outbox', `${circleId}:`)
  .filter(({ job }) => job.kind === 'content'
    && !SILENT.has(job.content.type) && !(job.content.type === 'contact' && job.content.kind === 'dialogue')).length
  + ctx.repo.all('attachment', `${circleId}:`).filter(({ state }) => state === 'uploading').length;

const threadOf = (rec: CircleRec, circle: Circle): Thread => (rec.lost ? 'lost' : circle.inDoubt() ? 'doubt' : 'fine');

export function titleOf(rec: CircleRec, circle: Circle): string {
  return rec.title || others(circle).map((m) => m.name).filter((n) => n !== NO_NAME).join(', ');
}

const isUnread = (item: ItemRec, items: readonly ItemRec[]): boolean =>
  item.type !== 'notice' && !item.mine && !item.seen && isTold(item, items);

function summarise(ctx: Context, rec: CircleRec, items: ItemRec[]): CircleSummary {
  const circle = ctx.repo.circle(rec.circleId);
  const last = items.filter((item) => (item.type === 'text' && !item.gone) || item.type === 'attachment').at(-1);
  return {
    circleId: rec.circleId, formerIds: formerIds(ctx, rec.circleId), thread: threadOf(rec, circle), title: titleOf(rec, circle), waiting: waitingOf(ctx, rec.circleId),
    unread: items.filter((item) => isUnread(item, items)).length,
    lastText: last?.type === 'text' ? last.text : last?.type === 'attachment' ? last.caption : '', lastAttachment: last?.type === 'attachment' ? last.kind : null,
    lastAtMs: last?.sentAtMs ?? items.at(-1)?.sentAtMs ?? 0,
    alone: others(circle).length === 0, onTheWay: rec.fromQueue === true && !circle.members().some((m) => m.role === 'parent'),
  };
}

/** Newest first: what somebody waits for stands on top. */
export function summaries(ctx: Context): CircleSummary[] {
  const items = new Map<string, ItemRec[]>();
  for (const item of inOrder(ctx.repo.all('item'))) {
    const list = items.get(item.circleId);
    if (list) list.push(item); else items.set(item.circleId, [item]);
  }
  return ctx.repo.all('circle').filter((rec) => !rec.movedTo && !rec.ended && !rec.staff).map((rec) => summarise(ctx, rec, items.get(rec.circleId) ?? []))
    .sort((a, b) => b.lastAtMs - a.lastAtMs || (a.circleId < b.circleId ? -1 : 1));
}

function counted(ctx: Context, items: ItemRec[]): CircleView['counted'] {
  const counts: CircleView['counted'] = {};
  const day = today(ctx.clock);
  for (const item of items) {
    if (item.type === 'contact' && !item.undone && sameMonth(item.day, day)) counts[item.kind] = (counts[item.kind] ?? 0) + 1;
  }
  return counts;
}

function awaited(rec: CircleRec, members: Member[], circle: Circle): CircleView['awaited'] {
  if (rec.closed || rec.lost || !rec.awaited) return [];
  const slips = new Set(circle.liveSlips().map((slip) => slip.replacesMemberId));
  return members.filter((m) => rec.awaited?.includes(m.memberId) && m.deviceIds.length === 0 && !slips.has(m.memberId))
    .map(({ memberId, name, role }) => ({ memberId, name, role }));
}

function safetyWords(circle: Circle): string[] {
  try {
    return circle.safetyWords();
  } catch (error) {
    if (codeOf(error).code === 'crypto_failed') throw error;
    return [];                                   // a circle that this device has left has no words to compare
  }
}

/** What is being written besides the draft's own words. */
function writing(ctx: Context, rec: CircleRec, names: Names): { draftReply: QuoteView | null; editing: CircleView['editing'] } {
  return { draftReply: quoteOf(ctx, rec.circleId, rec.draftReply, names),
    editing: rec.editing ? { itemId: rec.editing.target, text: rec.editing.text } : null };
}

export function circleView(ctx: Context, circleId: string): CircleView {
  const rec = ctx.repo.get('circle', circleId);
  if (!rec || rec.ended) throw new Failure('circle_unknown');
  const circle = ctx.repo.circle(circleId);
  const members = circle.members();
  const names: Names = new Map(members.map((m) => [m.memberId, m]));
  const items = itemsOf(ctx, circleId);
  const said = saidAbout(items);
  const nameOf = (id: string): string => names.get(id)?.name ?? NO_NAME;
  const undo = new Map(ctx.repo.all('tally').filter((t) => t.circleId === circleId).map((t) => [t.contactId ?? '', t.undoUntilMs]));
  return {
    ...summarise(ctx, rec, items),
    members: members.filter((m) => m.deviceIds.length > 0).map((m) => ({
      memberId: m.memberId, name: m.me ? profileOf(ctx.repo).name : m.name, role: m.role, me: m.me,
      devices: m.deviceIds.map((deviceId) => ({ deviceId, mine: deviceId === circle.deviceId })),
    })),
    slips: rec.closed || rec.lost ? [] : circle.liveSlips().map(({ selector, role, expiresDay, replacesMemberId }) =>
      ({ selector, role, expiresDay, replacesMemberId })),
    items: items.filter((item): item is Told => isTold(item, items)).map((item) => itemView(ctx, item, names, undo, items, said)),
    awaited: awaited(rec, members, circle), draft: rec.draft, ...writing(ctx, rec, names),
    firstUnread: items.find((item) => isUnread(item, items))?.id ?? null, keepDays: KEEP_DAYS, counted: counted(ctx, items),
    safetyWords: rec.closed || rec.lost ? [] : safetyWords(circle),
    support: supportView(ctx, circleId, items, nameOf), coming: comingView(ctx, circleId, items, nameOf),
    away: rec.closed ? [] : awayViews(ctx, circleId, items, nameOf), own: ownView(ctx, circleId, items, nameOf),
    kept: keptView(ctx, circleId, items, nameOf),
  };
}
