/**
 * A dialogue is a circle-day with at least one text. It counts itself: the first text of a day
 * makes one supporter's device (the lowest member id among the supporters who are in) add the
 * contact. Everybody in the circle sees it; its tally follows like any other. A reaction is no text, new words are no new one,
 * and what was said and taken away was said.
 */
import { profileOf, type Context } from './context';
import { dayOf } from './days';
import { newTally, parentsOf } from './tally';
import { enqueueContent, hasNotLeft, queueOf } from './queue';
import { itemKey, outKey } from './records';
import type { Tx } from './repo';

function isCounter(ctx: Context, circleId: string): boolean {
  const circle = ctx.repo.circle(circleId);
  const supporters = circle.members().filter((m) => m.role === 'supporter' && m.deviceIds.length > 0).map((m) => m.memberId).sort();
  return supporters[0] === circle.memberId;
}

/** A text was written or has come, with this time on it. */
export function noticeDialogue(ctx: Context, tx: Tx, circleId: string, sentAtMs: number): void {
  if (profileOf(tx).role !== 'supporter' || !isCounter(ctx, circleId)) return;
  // A sender's clock may be wrong, and a day that is to come has no dialogue yet.
  const day = Math.min(dayOf(sentAtMs), dayOf(ctx.clock.nowMs()));
  if (parentsOf(ctx.repo.circle(circleId)).length === 0) return;
  const counted = tx.all('item', `${circleId}:`).some((item) => item.type === 'contact' && item.kind === 'dialogue' && item.day === day);
  if (counted) return;
  const participants = parentsOf(ctx.repo.circle(circleId)).map((m) => m.memberId);
  const { job } = enqueueContent(ctx, tx, circleId, { type: 'contact', kind: 'dialogue', day, participants });
  if (job.kind !== 'content') return;
  tx.put('item', itemKey(circleId, job.contentId), {
    type: 'contact', circleId, order: tx.takeOrder(circleId), id: job.contentId, memberId: ctx.repo.circle(circleId).memberId,
    mine: true, sentAtMs: job.sentAtMs, kind: 'dialogue', day, participants, undone: false, delivery: 'waiting', seen: true,
  });
  newTally(ctx, tx, { circleId, contactId: job.contentId, counted: { series: 'contact', value: 'dialogue' }, day, participants: null });
}

/** A text that nobody has had is gone: a dialogue that rests on it alone was none, as long as it has not left either. */
export function dropEmptyDialogue(ctx: Context, tx: Tx, circleId: string, sentAtMs: number): void {
  const day = dayOf(sentAtMs);
  const items = tx.all('item', `${circleId}:`);
  if (items.some((item) => item.type === 'text' && dayOf(item.sentAtMs) === day)) return;
  const counted = items.find((item) => item.type === 'contact' && item.mine && item.kind === 'dialogue' && item.day === day);
  const waits = queueOf(tx, circleId).find((rec) => rec.job.kind === 'content' && rec.job.contentId === counted?.id);
  if (!counted || !waits || !hasNotLeft(waits)) return;
  for (const { tallyId, contactId } of tx.all('tally')) if (contactId === counted.id) tx.del('tally', tallyId);
  tx.del('outbox', outKey(circleId, waits.order));
  tx.del('item', itemKey(circleId, counted.id));
  tx.after(() => ctx.talliesChanged());
}
