/**
 * A circle that cannot go on is started afresh: a new circle with the same people, to which everything here goes over, so
 * that there stays one conversation with all its texts. Who comes into the new one with a slip learns from it which one it
 * goes on from, and does the same.
 */
import { others, profileOf, requireRole, type Context } from './context';
import type { Circle } from './crypto_port';
import { Failure } from './errors';
import { addNotice } from './notices';
import { enqueue } from './queue';
import { itemKey } from './records';
import type { Tx } from './repo';
import { resendUnconfirmed } from './resend';
import { requeue } from './thread';

/** The old circle stays as a note of where it went; at the server this device leaves it. False: nothing of it is here. */
export function moveOver(ctx: Context, tx: Tx, from: string, circle: Circle): boolean {
  const to = circle.circleId;
  const old = tx.get('circle', from);
  if (!old || old.movedTo) return false;
  const rec = tx.circleRec(to);
  tx.put('circle', to, { ...rec, title: rec.title || old.title, draft: rec.draft || old.draft, draftReply: rec.draft ? rec.draftReply : old.draftReply, editing: rec.editing ?? old.editing, next: rec.next + old.next,
    ...(old.support && { support: old.support }) });
  for (const item of tx.all('item', `${from}:`)) {
    tx.del('item', itemKey(from, item.id));
    if (!tx.get('item', itemKey(to, item.id))) tx.put('item', itemKey(to, item.id), { ...item, circleId: to });
  }
  for (const tally of tx.all('tally')) if (tally.circleId === from) tx.put('tally', tally.tallyId, { ...tally, circleId: to });
  requeue(ctx, tx, from, to);
  const here = others(circle).map((m) => m.memberId);
  if (here.length > 0) resendUnconfirmed(ctx, tx, to, here);
  // Nobody may come into the old circle any more with a slip of ours.
  const slips = ctx.repo.unreadable(from) ? [] : ctx.repo.circle(from).liveSlips().filter((slip) => slip.mine);
  for (const { selector } of slips) tx.put('slip_revoke', String(selector), { circleId: from, selector });
  const { lost: _, awaited: __, support: ___, ...kept } = old;
  tx.put('circle', from, { ...kept, closed: true, movedTo: to, draft: '', title: '', people: [], next: 1 });
  if (!old.closed && old.created) enqueue(ctx, tx, from, { kind: 'leave' });
  tx.dropState(from);
  tx.after(() => { ctx.changed(from); ctx.changed(to); ctx.talliesChanged(); });
  return true;
}

export function startAfresh(ctx: Context, circleId: string): Promise<{ circleId: string }> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    const old = tx.circleRec(circleId);
    if (!old.lost) throw new Failure('not_now');
    const { deviceId, name } = profileOf(tx);
    const before = ctx.repo.circle(circleId);
    const next = ctx.core.newId();
    // Without the old state nobody can be told where it goes on from: they come as to any new circle.
    const circle = ctx.repo.unreadable(circleId)
      ? ctx.core.circleCreate({ circleId: next, memberId: before.memberId || ctx.core.newId(), deviceId, role: 'supporter', name })
      : before.afresh(next, deviceId);
    tx.adopt(circle);
    tx.put('circle', next, { circleId: next, title: '', draft: '', sequence: 0, created: false, closed: false, next: 0,
      people: circle.members(), awaited: before.members().filter((m) => !m.me && m.deviceIds.length > 0).map((m) => m.memberId) });
    enqueue(ctx, tx, next, { kind: 'create' });
    moveOver(ctx, tx, circleId, circle);
    addNotice(ctx, tx, next, 'afresh', { actor: circle.memberId });
    return { circleId: next };
  });
}

/** The circle that a page means: it may still know it by an id from before. */
export function currentId(ctx: Context, circleId: string): string {
  let id = circleId;
  for (let moved = ctx.repo.get('circle', id)?.movedTo; moved; moved = ctx.repo.get('circle', id)?.movedTo) id = moved;
  return id;
}

/** Ids that lead here. */
export function formerIds(ctx: Context, circleId: string): string[] {
  return ctx.repo.all('circle').filter((rec) => rec.movedTo && currentId(ctx, rec.circleId) === circleId).map((rec) => rec.circleId);
}
