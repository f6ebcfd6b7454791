/** The records of the outbox (outbox.ts): put in, in order, and taken out when the server has them. */
import { others, type Context } from './context';
import type { Content } from './crypto_port';
import { itemKey, outKey, type OutJob, type OutRec } from './records';
import type { Tx } from './repo';

/** Takes effect when its echo comes, in order; until then nothing else may leave. */
export const isCommit = ({ job }: OutRec): boolean => job.kind === 'remove' || job.kind === 'recover';

export function enqueue(ctx: Context, tx: Tx, circleId: string, job: OutJob): OutRec {
  const rec: OutRec = { circleId, order: tx.takeOrder(circleId), messageId: ctx.core.newId(), job, attempt: null, stored: false };
  tx.put('outbox', outKey(circleId, rec.order), rec);
  tx.after(() => ctx.kick(circleId));
  return rec;
}

export function enqueueContent(ctx: Context, tx: Tx, circleId: string, content: Content, contentId?: string,
  sentAtMs: number = ctx.clock.nowMs()): OutRec {
  const job: OutJob = { kind: 'content', content, contentId: contentId ?? ctx.core.newId(), sentAtMs };
  return enqueue(ctx, tx, circleId, job);
}

export const queueOf = (source: Pick<Tx, 'all'>, circleId: string): OutRec[] =>
  source.all('outbox', `${circleId}:`).sort((a, b) => a.order - b.order);

/** Nobody can have it: it was never encrypted, or the server has refused what was. */
export const hasNotLeft = ({ attempt, tried }: OutRec): boolean => attempt === null && !tried;

/** The server has it. A commit stays until its echo comes in order. */
export function confirm(ctx: Context, tx: Tx, rec: OutRec): void {
  const key = outKey(rec.circleId, rec.order);
  if (!tx.get('outbox', key)) return;
  if (isCommit(rec)) tx.put('outbox', key, { ...rec, stored: true });
  else tx.del('outbox', key);
  if (rec.job.kind === 'create') tx.put('circle', rec.circleId, { ...tx.circleRec(rec.circleId), created: true });
  if (rec.job.kind === 'content' && rec.job.content.type === 'leave') tx.after(() => ctx.upkeep());
  if (rec.job.kind === 'content') {
    const at = itemKey(rec.circleId, rec.job.contentId);
    const item = tx.get('item', at);
    if (item && item.type !== 'notice' && item.mine && item.delivery === 'waiting') {
      tx.put('item', at, { ...item, delivery: 'sent', sinceMs: ctx.serverNowMs() ?? undefined, owed: others(ctx.repo.circle(rec.circleId)).map((m) => m.memberId) });
    }
  }
  tx.after(() => ctx.changed(rec.circleId));
}
