/**
 * A supporter leaves a circle that goes on without them: after a handover, or when a colleague is back. The others are told
 * first; then everything of it goes from this device, as at the end of a support, but without a receipt.
 *
 *   leave --"leave" is with the server--> everything gone --> the server has no member here
 *
 * Whoever hears of it and is a supporter takes the leaver's keys out of the circle, so that nothing said later is theirs.
 */
import { closingOf } from './acts';
import { others, profileOf, requireRole, requireThread, type Context } from './context';
import { takeDown } from './ending';
import { Failure } from './errors';
import { enqueue, enqueueContent, queueOf } from './queue';
import type { Tx } from './repo';

/** Only to a colleague: a parent is never left alone. */
export function canLeave(ctx: Context, source: Pick<Tx, 'get' | 'all'>, circleId: string): boolean {
  const rec = source.get('circle', circleId);
  if (!rec || rec.closed || rec.lost || rec.leaving || profileOf(source).role !== 'supporter') return false;
  return others(ctx.repo.circle(circleId)).some((m) => m.role === 'supporter') && !closingOf(source.all('item', `${circleId}:`))?.rec.mine;
}

export function leaveCircle(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    requireThread(tx, circleId);
    if (!canLeave(ctx, tx, circleId)) throw new Failure('not_now');
    tx.put('circle', circleId, { ...tx.circleRec(circleId), leaving: true });
    enqueueContent(ctx, tx, circleId, { type: 'leave' });
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

/** "Leave now?" is not asked any more about this handover. */
export function stayInCircle(ctx: Context, circleId: string, askId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    const rec = tx.circleRec(circleId);
    const stays = [...new Set([...(rec.support?.stays ?? []), askId])];
    tx.put('circle', circleId, { ...rec, support: { ...rec.support, stays } });
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

/** Told to the others, or no longer able to be told: the rest goes. */
export async function finishLeaving(ctx: Context): Promise<void> {
  for (const { circleId, leaving, ended } of ctx.repo.all('circle')) {
    if (!leaving || ended) continue;
    await ctx.repo.run((tx) => {
      const rec = tx.get('circle', circleId);
      if (!rec?.leaving || rec.ended) return;
      const telling = queueOf(tx, circleId).some(({ job }) => job.kind === 'content' && job.content.type === 'leave');
      if (rec.closed || !telling) takeDown(ctx, tx, circleId, null);
    });
  }
}

/** Somebody has said that they leave: a supporter's keys are taken out; a parent's stay for a new slip in the same place. */
export function hearLeft(ctx: Context, tx: Tx, circleId: string, memberId: string): void {
  const rec = tx.circleRec(circleId);
  if (profileOf(tx).role === 'parent' || rec.closed || rec.leaving) return;
  const left = ctx.repo.circle(circleId).members().find((m) => m.memberId === memberId);
  if (!left || left.role === 'parent' || left.me || left.deviceIds.length === 0) return;
  enqueue(ctx, tx, circleId, { kind: 'remove', memberId });
}
