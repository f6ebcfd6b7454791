/**
 * A parent leaves in a hurry, and whoever supports them hears that it is not the time to call or write. Only when the parent
 * has chosen it, and only where no other parent is in: the other one may be who they leave in a hurry from. The parent's own
 * devices keep nothing of it.
 */
import { others, profileOf, requireRole, type Context } from './context';
import type { CircleEvent } from './crypto_port';
import type { Outbox } from './outbox';
import { enqueueContent, queueOf } from './queue';
import { itemKey, ME, outKey, type CircleRec } from './records';
import type { Tx } from './repo';

/** Whoever leaves and comes back and leaves again says it once. */
export const EXIT_AGAIN_MS = 10 * 60_000;
/** The page waits 250 ms in all (ui/state/exit.ts): what the server does not have by then goes out after the next unlocking. */
export const EXIT_TELL_MS = 180;

export function chooseTellExit(ctx: Context, yes: boolean): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'parent');
    const { tellExit: _, ...rest } = profileOf(tx);
    tx.put('profile', ME, yes ? { ...rest, tellExit: true } : rest);
    tx.after(() => ctx.changed());
    return null;
  });
}

function isToldIn(ctx: Context, { circleId, created, closed, lost, ended, movedTo, staff }: CircleRec): boolean {
  if (!created || closed || lost || ended || movedTo || staff || ctx.repo.unreadable(circleId)) return false;
  const people = others(ctx.repo.circle(circleId));
  return people.length > 0 && people.every(({ role }) => role === 'supporter');
}

/** Into the outbox; the messages' ids. */
function queueExits(ctx: Context): Promise<string[]> {
  return ctx.repo.run((tx) => {
    const profile = profileOf(tx);
    const now_ms = ctx.clock.nowMs();
    const { role, tellExit: chosen, exitToldMs = -Infinity } = profile;
    // A time to come was a clock's mistake, and must not keep it quiet.
    if (role !== 'parent' || !chosen || (exitToldMs <= now_ms && now_ms - exitToldMs < EXIT_AGAIN_MS)) return [];
    const sent = tx.all('circle').filter((rec) => isToldIn(ctx, rec))
      .map(({ circleId }) => enqueueContent(ctx, tx, circleId, { type: 'quickExit' }).messageId);
    if (sent.length > 0) tx.put('profile', ME, { ...profile, exitToldMs: now_ms });
    return sent;
  });
}

/** Resolves when the server has it, when there is no connection, and after EXIT_TELL_MS at the latest. Never fails. */
export async function tellExit(ctx: Context, outbox: Outbox): Promise<void> {
  let cancel: () => void = () => undefined;
  const late = new Promise<void>((resolve) => { cancel = ctx.clock.after(EXIT_TELL_MS, resolve); });
  const told = queueExits(ctx).then((ids) => Promise.all(ids.map((id) => outbox.confirmed(id)))).catch(() => undefined);
  await Promise.race([told, late]);
  cancel();
}

/** Another parent has come in: what waits was not meant for them. */
export function dropExits(ctx: Context, tx: Tx, circleId: string): void {
  const alone = others(ctx.repo.circle(circleId)).every(({ role }) => role === 'supporter');
  if (alone) return;
  for (const { job, order } of queueOf(tx, circleId)) {
    if (job.kind === 'content' && job.content.type === 'quickExit') tx.del('outbox', outKey(circleId, order));
  }
}

/** For supporters alone. It is told in the conversation and goes as texts do (retention.ts); no receipt, and never said again. */
export function hearExit(ctx: Context, tx: Tx, circleId: string, event: Extract<CircleEvent, { type: 'act' }>): void {
  const { act, contentId: id, memberId, sentAtMs } = event;
  const author = ctx.repo.circle(circleId).members().find((m) => m.memberId === memberId);
  if (author?.role !== 'parent' || profileOf(tx).role !== 'supporter' || tx.get('item', itemKey(circleId, id))) return;
  tx.put('item', itemKey(circleId, id), {
    type: 'act', circleId, order: tx.takeOrder(circleId), id, memberId, mine: false, act, sentAtMs, delivery: 'delivered', seen: false,
    learnedAtMs: ctx.clock.nowMs(), sinceMs: ctx.serverNowMs() ?? undefined,
  });
}
