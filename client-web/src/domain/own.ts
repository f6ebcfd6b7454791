/**
 * A parent in a joint circle would like a conversation of their own. The supporter sees it as something to do: one tap makes
 * the new circle and its slip, which is handed over outside, because in here the other parent could use it.
 *
 * The wish is said in the circle like everything else, but other parents' clients do not keep or show it: not everybody is free
 * to ask for this under somebody's eyes. An altered client could show it, and the page says who is meant to see it.
 */
import type { OwnView } from './api';
import { actsOf, say } from './acts';
import { profileOf, requireRole, requireThread, type Context } from './context';
import type { Member } from './crypto_port';
import { DAY_MS } from './days';
import { Failure } from './errors';
import { beginCircle } from './messages';
import { beginLike } from './programmes';
import type { ActRec, ItemRec } from './records';
import type { Tx } from './repo';

/** So long a wish is taken as known; then it may be said again. */
export const OWN_AGAIN_MS = 7 * DAY_MS;

const joint = (members: readonly Member[]): boolean => members.filter((m) => m.role === 'parent' && m.deviceIds.length > 0).length > 1;

function wishOf(items: readonly ItemRec[], now_ms: number): ActRec | undefined {
  return actsOf(items, 'ownAsk').findLast((rec) => rec.mine && rec.sentAtMs + OWN_AGAIN_MS > now_ms);
}

export function askOwn(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'parent');
    if (wishOf(tx.all('item', `${circleId}:`), ctx.clock.nowMs()) || !joint(ctx.repo.circle(circleId).members())) throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'ownAsk' });
    return null;
  });
}

function settle(tx: Tx, circleId: string, askId: string): void {
  if (!actsOf(tx.all('item', `${circleId}:`), 'ownAsk').some((rec) => rec.id === askId && !rec.mine)) throw new Failure('unknown');
  const rec = tx.circleRec(circleId);
  if (rec.support?.ownDone?.includes(askId)) throw new Failure('not_now');
  tx.put('circle', circleId, { ...rec, support: { ...rec.support, ownDone: [...(rec.support?.ownDone ?? []), askId] } });
}

/** The new circle, and nothing more to do about the wish: together, so that a device that dies makes no second one. */
export function startOwn(ctx: Context, circleId: string, askId: string, title: string): Promise<{ circleId: string }> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    requireThread(tx, circleId);
    settle(tx, circleId, askId);
    tx.after(() => ctx.changed(circleId));
    const begun = beginCircle(ctx, tx, title);
    beginLike(ctx, tx, begun, circleId);
    return { circleId: begun };
  });
}

export function setOwnAside(ctx: Context, circleId: string, askId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    settle(tx, circleId, askId);
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

export function ownView(ctx: Context, circleId: string, items: readonly ItemRec[], nameOf: (memberId: string) => string): OwnView {
  const rec = ctx.repo.get('circle', circleId);
  const parent = profileOf(ctx.repo).role === 'parent';
  const live = rec !== undefined && !rec.closed && !rec.lost && !rec.leaving;
  const wish = parent ? wishOf(items, ctx.clock.nowMs()) : undefined;
  return {
    mayAsk: live && parent && !wish && joint(ctx.repo.circle(circleId).members()), asked: wish !== undefined,
    wishes: live && !parent ? actsOf(items, 'ownAsk').filter(({ id }) => !rec.support?.ownDone?.includes(id))
      .map(({ id, memberId }) => ({ id, name: nameOf(memberId) })) : [],
  };
}
