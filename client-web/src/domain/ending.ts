/**
 * The end of a support that was closed: on this device its texts, its keys and everything else of it go, in one transaction.
 * What stays: a receipt that names nobody, and counts that have not been sent, with tags and without the circle.
 *
 *   closed --grace--> ended: receipt written, everything gone --leave--> the server has no member here, the circle's record goes
 */
import type { ContactKind, ReceiptView } from './api';
import { closingOf, type Closing } from './acts';
import { forgetAttachmentsOf } from './attachments';
import { profileOf, type Context } from './context';
import type { Outgoing } from './crypto_port';
import { dayOf } from './days';
import { Failure } from './errors';
import { conversationDays, conversationsValue } from './programme';
import { enqueue, queueOf } from './queue';
import { itemKey, JOIN_STATE_TABLE, outKey, type ContactRec, type ItemRec } from './records';
import type { Tx } from './repo';
import { newTally, withoutCircle } from './tally';
import { MAX_TAG_SETS } from '../wire/limits';

export const countedIn = (items: readonly ItemRec[]): ContactRec[] =>
  items.filter((item): item is ContactRec => item.type === 'contact' && !item.undone);

export function byKind(contacts: readonly ContactRec[]): Partial<Record<ContactKind, number>> {
  const counts: Partial<Record<ContactKind, number>> = {};
  for (const { kind } of contacts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Circles whose time is over at `now_ms`, and when the next one's is. */
export function endingAt(source: Pick<Tx, 'all'>, now_ms: number): { over: { circleId: string; closing: Closing }[]; nextMs: number | null } {
  const over: { circleId: string; closing: Closing }[] = [];
  let nextMs: number | null = null;
  for (const { circleId, movedTo, ended } of source.all('circle')) {
    const closing = movedTo || ended ? null : closingOf(source.all('item', `${circleId}:`));
    if (!closing) continue;
    if (closing.endsAtMs <= now_ms) over.push({ circleId, closing });
    else nextMs = Math.min(nextMs ?? Infinity, closing.endsAtMs);
  }
  return { over, nextMs };
}

export function endCircle(ctx: Context, tx: Tx, circleId: string, closing: Closing): void {
  const items = tx.all('item', `${circleId}:`);
  if (closing.rec.mine) countOutcome(ctx, tx, circleId, closing, items);
  writeReceipt(ctx, tx, circleId, closing, items);
  takeDown(ctx, tx, circleId, farewell(ctx, tx, circleId));
}

/** Everything of a circle goes from this device; the goodbye and the leaving of the server are all that is still to be sent. */
export function takeDown(ctx: Context, tx: Tx, circleId: string, goodbye: Outgoing | null): void {
  for (const tally of tx.all('tally')) if (tally.circleId === circleId) withoutCircle(ctx, tx, tally);
  for (const item of tx.all('item', `${circleId}:`)) tx.del('item', itemKey(circleId, item.id));
  forgetAttachmentsOf(tx, circleId);
  for (const { order } of queueOf(tx, circleId)) tx.del('outbox', outKey(circleId, order));
  for (const join of tx.all('join')) {
    if (join.circleId !== circleId) continue;
    tx.del('join', String(join.order));
    tx.dropState(circleId, JOIN_STATE_TABLE);
  }
  forgetSlips(ctx, tx, circleId);
  const { created, sequence } = tx.circleRec(circleId);
  tx.dropState(circleId);
  if (!created) tx.del('circle', circleId);
  else {
    tx.put('circle', circleId, { circleId, title: '', draft: '', sequence, created, closed: true, next: 0, ended: true });
    if (goodbye) {
      const rec = enqueue(ctx, tx, circleId, { kind: 'content', content: { type: 'leave' }, contentId: goodbye.contentId, sentAtMs: 0 });
      tx.put('outbox', outKey(circleId, rec.order), { ...rec, attempt: { epoch: goodbye.epoch, blob: goodbye.blob } });
    }
    enqueue(ctx, tx, circleId, { kind: 'leave' });
  }
  tx.after(() => { ctx.talliesChanged(); ctx.slipsToRevoke(); ctx.changed(circleId); });
}

/** The outcome and the number of conversations, from the device that closed. Nobody to count: no parent ever came. */
function countOutcome(ctx: Context, tx: Tx, circleId: string, closing: Closing, items: readonly ItemRec[]): void {
  if (ctx.repo.unreadable(circleId)) return;
  const participants = ctx.repo.circle(circleId).members().filter((m) => m.role === 'parent' && m.countable)
    .map((m) => m.memberId).slice(0, MAX_TAG_SETS);
  if (participants.length === 0) return;
  const base = { circleId, contactId: null, day: dayOf(closing.rec.sentAtMs), participants };
  newTally(ctx, tx, { ...base, counted: { series: 'closing', value: closing.rec.act.outcome } });
  newTally(ctx, tx, { ...base, counted: { series: 'conversations', value: conversationsValue(conversationDays(countedIn(items))) } });
}

function writeReceipt(ctx: Context, tx: Tx, circleId: string, closing: Closing, items: readonly ItemRec[]): void {
  const id = ctx.core.newId();
  const began_ms = Math.min(closing.rec.sentAtMs, ...items.map((item) => item.sentAtMs));
  tx.put('receipt', id, {
    id, title: tx.circleRec(circleId).title, organisation: profileOf(tx).organisation?.name ?? '', beganDay: dayOf(began_ms),
    endedDay: dayOf(closing.rec.sentAtMs), outcome: closing.rec.act.outcome, contacts: byKind(countedIn(items)),
  });
}

/** Somebody who took the closing back in the last moment has to see that nobody is here any more. */
export function farewell(ctx: Context, tx: Tx, circleId: string) {
  const { closed, lost, created } = tx.circleRec(circleId);
  const circle = ctx.repo.circle(circleId);
  if (closed || lost || !created || circle.inDoubt() || circle.pending()) return null;
  return tx.crypto(circleId).send({ type: 'leave' }, ctx.core.newId(), ctx.clock.nowMs());
}

/** Nobody may come in any more with a slip of ours: the server is told before this device leaves. */
function forgetSlips(ctx: Context, tx: Tx, circleId: string): void {
  const mine = ctx.repo.unreadable(circleId) ? [] : ctx.repo.circle(circleId).liveSlips().filter((slip) => slip.mine);
  for (const { selector } of [...mine, ...tx.all('slip_make').filter((rec) => rec.circleId === circleId)]) {
    tx.del('slip_make', String(selector));
    tx.put('slip_revoke', String(selector), { circleId, selector });
  }
}

export const receiptViews = (ctx: Context): ReceiptView[] =>
  ctx.repo.all('receipt').map((rec) => ({ ...rec })).sort((a, b) => b.endedDay - a.endedDay || (a.id < b.id ? -1 : 1));

export function deleteReceipt(ctx: Context, id: string): Promise<null> {
  return ctx.repo.run((tx) => {
    if (!tx.get('receipt', id)) throw new Failure('unknown');
    tx.del('receipt', id);
    tx.after(() => ctx.changed());
    return null;
  });
}
