/** A device that is forgotten says goodbye where it can, so that nothing piles up for it on the server. */
import type { Context } from './context';
import { expectFrame } from './errors';
import type { Outbox } from './outbox';
import { enqueueContent } from './queue';
import { ME } from './records';

/** A person who wants everything gone does not wait for a network. */
const GOODBYE_MS = 3_000;

export async function leaveAll(ctx: Context, outbox: Outbox): Promise<void> {
  if (!ctx.ready()) return;
  const circles = ctx.repo.all('circle').filter((c) => c.created && !c.closed);
  const places = ctx.repo.get('wait', ME) ? [ctx.net.request({ type: 'wait_end' })] : [];
  const goodbyes = Promise.allSettled([...places, ...circles.map(({ circleId }) => leave(ctx, outbox, circleId))]);
  let cancel: () => void = () => undefined;
  const enough = new Promise<void>((resolve) => { cancel = ctx.clock.after(GOODBYE_MS, resolve); });
  await Promise.race([goodbyes, enough]);
  cancel();
}

async function leave(ctx: Context, outbox: Outbox, circleId: string): Promise<void> {
  // Who has lost the thread can only tell the server.
  if (!ctx.repo.get('circle', circleId)?.lost) {
    const { messageId } = await ctx.repo.run((tx) => enqueueContent(ctx, tx, circleId, { type: 'leave' }));
    await outbox.confirmed(messageId);
  }
  expectFrame(await ctx.net.request({ type: 'circle_leave', circle_id: circleId }), 'ok');
}
