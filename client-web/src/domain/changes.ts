/**
 * What is said about a text: a reaction, new words, taking it away for all. They travel, are receipted and are said again like
 * acts, but what stands is kept in the text's own record, so that words that were taken back are nowhere on this device.
 *
 * Whoever hears decides who may and when, by the author's own two times; what is not allowed changes nothing. What comes before
 * the text that it is about waits for it as an act.
 */
import { say } from './acts';
import type { ReactionMark } from './api';
import { forgetAttachment } from './attachments';
import type { Context } from './context';
import type { Act, CircleEvent } from './crypto_port';
import { DAY_MS } from './days';
import { dropEmptyDialogue } from './dialogue';
import { Failure } from './errors';
import { checkText } from './messages';
import { hasNotLeft, queueOf } from './queue';
import { queueReceipts } from './receipts';
import { itemKey, outKey, type ActRec, type AttachmentRec, type ItemRec, type OutRec, type TextRec } from './records';
import type { Tx } from './repo';

/** How long after its text an author may change the words: long enough for a slip of the finger, too short to alter an agreement. */
export const EDIT_WITHIN_MS = 3_600_000;
/** How long after it a text may be taken away for all: later it may be what somebody relies on. */
export const DELETE_WITHIN_MS = DAY_MS;
/** Both times are the author's. A clock that was set right in between makes them differ by a little. */
export const OWN_TIMES_TOLERANCE_MS = 5 * 60_000;

type Change = Extract<Act, { type: 'reaction' | 'edit' | 'delete' }>;
type ChangeEvent = Extract<CircleEvent, { type: 'act' }> & { act: Change };
export type ChangeRec = ActRec & { act: Change };

/** What its author may take away for all. */
const isSaid = (item: ItemRec | undefined): item is TextRec | AttachmentRec => item?.type === 'text' || item?.type === 'attachment';
const goneOf = (item: TextRec | AttachmentRec): boolean => item.type === 'text' && item.gone !== undefined;

/** An act that is told in the conversation by itself. */
export type ToldRec = ActRec & { act: Exclude<Act, Change | Extract<Act, { type: 'tick' | 'pin' }>> };

export const isChange = (act: Act): act is Change => act.type === 'reaction' || act.type === 'edit' || act.type === 'delete';
const about = (item: unknown, target: string): item is ChangeRec =>
  (item as ActRec).type === 'act' && isChange((item as ActRec).act) && ((item as ActRec).act as Change).target === target;
export const changesOf = (tx: Pick<Tx, 'all'>, circleId: string, target: string): ChangeRec[] =>
  tx.all('item', `${circleId}:`).filter((item): item is ChangeRec => about(item, target));

const inTime = (textMs: number, changeMs: number, within_ms: number): boolean =>
  changeMs >= textMs - OWN_TIMES_TOLERANCE_MS && changeMs <= textMs + within_ms + OWN_TIMES_TOLERANCE_MS;
/** Until when this text's author may do so; null: never, or not any more. */
export const mayUntil = (item: TextRec | AttachmentRec, now_ms: number, within_ms: number): number | null =>
  item.mine && !goneOf(item) && now_ms >= item.sentAtMs - OWN_TIMES_TOLERANCE_MS && now_ms <= item.sentAtMs + within_ms ? item.sentAtMs + within_ms : null;

/** The newer of two reactions of one person: by that person's clock, then by id, the same on every device. */
const newer = (a: { id: string; sentAtMs: number }, b: { id: string; sentAtMs: number }): boolean =>
  a.sentAtMs > b.sentAtMs || (a.sentAtMs === b.sentAtMs && a.id > b.id);

/** The outbox's copies of a text, of what gives it on, and of its changes. */
function queuedWords(tx: Tx, circleId: string, target: string): OutRec[] {
  return queueOf(tx, circleId).filter(({ job }) => job.kind === 'content' && (job.contentId === target
    || (job.content.type === 'before' && job.content.textId === target) || (job.content.type === 'edit' && job.content.target === target)));
}

/** Nothing of its words stays: not in the outbox, nor in changes that were said or heard. */
export function dropWords(tx: Tx, circleId: string, target: string): void {
  for (const { order } of queuedWords(tx, circleId, target)) tx.del('outbox', outKey(circleId, order));
  for (const change of changesOf(tx, circleId, target)) if (change.act.type !== 'delete') tx.del('item', itemKey(circleId, change.id));
  const rec = tx.circleRec(circleId);
  if (rec.editing?.target === target) tx.put('circle', circleId, { ...rec, editing: undefined });
}

/** Of an attachment nothing stays either: what is left is what is left of a text. */
function withoutBytes(ctx: Context, tx: Tx, item: AttachmentRec): TextRec {
  const { circleId, order, id, sentAtMs, memberId, mine, delivery, owed, again, sinceMs } = item;
  forgetAttachment(ctx, tx, circleId, id);
  return { type: 'text', circleId, order, id, sentAtMs, memberId, mine, delivery, sinceMs, text: '', seen: true, ...(owed && { owed }), ...(again && { again }) };
}

function takeAway(ctx: Context, tx: Tx, said: TextRec | AttachmentRec, gone: 'all' | 'here'): void {
  const item = said.type === 'attachment' ? withoutBytes(ctx, tx, said) : said;
  dropWords(tx, item.circleId, item.id);
  const { revision: _, editId: __, ...rest } = item;
  tx.put('item', itemKey(item.circleId, item.id), { ...rest, text: '', gone, seen: true });
}

/** Does it stand? Then the text's record has it afterwards. */
function apply(ctx: Context, tx: Tx, item: TextRec | AttachmentRec, act: Change, from: { memberId: string; contentId: string; sentAtMs: number }): void {
  if (act.type === 'reaction' || goneOf(item) || from.memberId !== item.memberId) return;
  if (act.type === 'delete') {
    if (inTime(item.sentAtMs, from.sentAtMs, DELETE_WITHIN_MS)) takeAway(ctx, tx, item, 'all');
    return;
  }
  if (item.type !== 'text') return;
  const { revision = 0, editId = '' } = item;
  const stands = act.revision > revision || (act.revision === revision && from.contentId > editId);
  if (!stands || !inTime(item.sentAtMs, from.sentAtMs, EDIT_WITHIN_MS)) return;
  tx.put('item', itemKey(item.circleId, item.id), { ...item, text: act.text, revision: act.revision, editId: from.contentId });
}

/** A text has come: what was heard about it before it came is done now. */
export function settle(ctx: Context, tx: Tx, circleId: string, textId: string): void {
  for (const change of changesOf(tx, circleId, textId)) {
    const item = tx.get('item', itemKey(circleId, textId));
    if (!isSaid(item) || change.mine || change.act.type === 'reaction') continue;
    apply(ctx, tx, item, change.act, { ...change, contentId: change.id });
    tx.del('item', itemKey(circleId, change.id));
  }
}

/** Another device says something about a text. */
export function hearChange(ctx: Context, tx: Tx, circleId: string, event: ChangeEvent): void {
  const { act, contentId: id, memberId, sentAtMs } = event;
  queueReceipts(ctx, tx, circleId, 'delivered', [id]);
  if (tx.get('item', itemKey(circleId, id))) return;
  const target = tx.get('item', itemKey(circleId, act.target));
  if (isSaid(target) && act.type !== 'reaction') return apply(ctx, tx, target, act, event);
  if (target?.type === 'text' && target.gone) return;
  if (act.type === 'reaction') {
    const before = changesOf(tx, circleId, act.target).filter((one) => one.act.type === 'reaction' && one.memberId === memberId);
    if (before.some((one) => newer(one, { id, sentAtMs }))) return;
    for (const one of before) tx.del('item', itemKey(circleId, one.id));
  }
  tx.put('item', itemKey(circleId, id), {
    type: 'act', circleId, order: tx.takeOrder(circleId), id, memberId, mine: memberId === tx.look(circleId).memberId, act, sentAtMs, delivery: 'delivered', seen: true,
    learnedAtMs: ctx.clock.nowMs(), sinceMs: ctx.serverNowMs() ?? undefined,
  });
}

function textOf(tx: Tx, circleId: string, itemId: string): TextRec {
  const item = tx.get('item', itemKey(circleId, itemId));
  if (item?.type !== 'text' || item.gone) throw new Failure('unknown');
  return item;
}
function saidOf(tx: Tx, circleId: string, itemId: string): TextRec | AttachmentRec {
  const item = tx.get('item', itemKey(circleId, itemId));
  if (!isSaid(item) || goneOf(item)) throw new Failure('unknown');
  return item;
}
function ownSaid(tx: Tx, circleId: string, itemId: string): TextRec | AttachmentRec {
  const item = saidOf(tx, circleId, itemId);
  if (!item.mine) throw new Failure('not_allowed');
  return item;
}
function ownText(tx: Tx, circleId: string, itemId: string): TextRec {
  const item = textOf(tx, circleId, itemId);
  if (!item.mine) throw new Failure('not_allowed');
  return item;
}

/** What still waits here and has never left: it is altered where it waits. */
function unsent(tx: Tx, circleId: string, contentId: string): (OutRec & { job: { kind: 'content' } }) | undefined {
  return queueOf(tx, circleId).find((rec): rec is OutRec & { job: { kind: 'content' } } =>
    rec.job.kind === 'content' && rec.job.contentId === contentId && hasNotLeft(rec));
}
const neverLeft = (tx: Tx, item: TextRec): boolean => item.delivery === 'waiting' && unsent(tx, item.circleId, item.id) !== undefined;

/** null takes it back. One for each person and text: it takes the place of the last one. */
export function react(ctx: Context, circleId: string, itemId: string, mark: ReactionMark | null): Promise<null> {
  return ctx.repo.run((tx) => {
    textOf(tx, circleId, itemId);
    const own = changesOf(tx, circleId, itemId).find((one) => one.mine && one.act.type === 'reaction');
    if (own?.act.type === 'reaction' ? own.act.mark === mark : mark === null) return null;
    const act: Change = { type: 'reaction', target: itemId, mark };
    const waits = own && unsent(tx, circleId, own.id);
    if (own && waits) {
      tx.put('outbox', outKey(circleId, waits.order), { ...waits, job: { ...waits.job, content: act } });
      tx.put('item', itemKey(circleId, own.id), { ...own, act });
      tx.after(() => ctx.changed(circleId));
      return null;
    }
    // Never older than the one that it replaces, whatever was done to the clock.
    say(ctx, tx, circleId, act, Math.max(ctx.clock.nowMs(), own ? own.sentAtMs + 1 : 0));
    if (own) tx.del('item', itemKey(circleId, own.id));
    return null;
  });
}

/** not_now: its time is over. */
export function editText(ctx: Context, circleId: string, itemId: string, written: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const text = checkText(written);
    const item = ownText(tx, circleId, itemId);
    const rec = tx.circleRec(circleId);
    if (rec.editing?.target === itemId) tx.put('circle', circleId, { ...rec, editing: undefined });
    tx.after(() => ctx.changed(circleId));
    if (text === item.text) return null;
    const fresh = neverLeft(tx, item);
    if (!fresh && mayUntil(item, ctx.clock.nowMs(), EDIT_WITHIN_MS) === null) throw new Failure('not_now');
    // Whatever of it is still encrypted from here carries the new words.
    for (const queued of queuedWords(tx, circleId, itemId)) {
      if (queued.job.kind !== 'content' || !('text' in queued.job.content)) continue;
      tx.put('outbox', outKey(circleId, queued.order), { ...queued, job: { ...queued.job, content: { ...queued.job.content, text } } });
    }
    if (fresh) tx.put('item', itemKey(circleId, itemId), { ...item, text });
    else sayEdit(ctx, tx, item, text);
    return null;
  });
}

function sayEdit(ctx: Context, tx: Tx, item: TextRec, text: string): void {
  const { circleId, id } = item;
  const before = changesOf(tx, circleId, id).filter((one) => one.mine && one.act.type === 'edit');
  const waits = before.find((one) => unsent(tx, circleId, one.id));
  for (const one of before) if (one !== waits) tx.del('item', itemKey(circleId, one.id));
  if (waits?.act.type === 'edit') {
    tx.put('item', itemKey(circleId, waits.id), { ...waits, act: { ...waits.act, text } });
    tx.put('item', itemKey(circleId, id), { ...item, text });
    return;
  }
  const revision = (item.revision ?? 0) + 1;
  const editId = say(ctx, tx, circleId, { type: 'edit', target: id, revision, text });
  tx.put('item', itemKey(circleId, id), { ...item, text, revision, editId });
}

/** For all: what has never left is simply not sent. not_now: its time is over. */
export function deleteText(ctx: Context, circleId: string, itemId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const item = ownSaid(tx, circleId, itemId);
    tx.after(() => ctx.changed(circleId));
    // An attachment that has not been sent is called off (attachments.ts).
    if (item.type === 'attachment' && item.delivery === 'waiting') throw new Failure('not_now');
    if (item.type === 'text' && neverLeft(tx, item)) {
      dropWords(tx, circleId, itemId);
      tx.del('item', itemKey(circleId, itemId));
      dropEmptyDialogue(ctx, tx, circleId, item.sentAtMs);
      return null;
    }
    if (mayUntil(item, ctx.clock.nowMs(), DELETE_WITHIN_MS) === null) throw new Failure('not_now');
    takeAway(ctx, tx, item, 'all');
    say(ctx, tx, circleId, { type: 'delete', target: itemId });
    return null;
  });
}

/** On this device alone. What of it still waits to be sent is not sent. */
export function deleteHere(ctx: Context, circleId: string, itemId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    takeAway(ctx, tx, saidOf(tx, circleId, itemId), 'here');
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}
