/** One tap counts a contact: everyone in the circle sees it at once, the tally waits for the undo time. */
import type { TapContact } from './api';
import { requireRole, today, type Context } from './context';
import { Failure } from './errors';
import { enqueueContent, queueOf } from './queue';
import { itemKey, outKey } from './records';
import { newTally, parentsOf } from './tally';

export const TAP_CONTACTS: readonly TapContact[] = ['visit', 'phone', 'meeting', 'email', 'group'];

export function countContact(ctx: Context, circleId: string, kind: TapContact): Promise<{ id: string }> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    if (!TAP_CONTACTS.includes(kind)) throw new Failure('bad_contact');
    if (tx.circleRec(circleId).closed) throw new Failure('not_a_member');
    const circle = ctx.repo.circle(circleId);
    const participants = parentsOf(circle).map((m) => m.memberId);
    // Nobody whose contact it could be: a count must rest on a parent.
    if (participants.length === 0) throw new Failure('bad_contact');
    const day = today(ctx.clock);
    const { job } = enqueueContent(ctx, tx, circleId, { type: 'contact', kind, day, participants });
    if (job.kind !== 'content') throw new Failure('unknown');
    const id = job.contentId;
    tx.put('item', itemKey(circleId, id), {
      type: 'contact', circleId, order: tx.takeOrder(circleId), id, memberId: circle.memberId, mine: true, sentAtMs: job.sentAtMs,
      kind, day, participants, undone: false, delivery: 'waiting', seen: true,
    });
    newTally(ctx, tx, { circleId, contactId: id, counted: { series: 'contact', value: kind }, day, participants });
    tx.after(() => ctx.changed(circleId));
    return { id };
  });
}

/** Until its time is over, an undone contact is never counted anywhere. not_now: it is over. */
export function undoContact(ctx: Context, circleId: string, itemId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const item = tx.get('item', itemKey(circleId, itemId));
    if (item?.type !== 'contact' || !item.mine) throw new Failure('unknown');
    if (item.undone) return null;
    const tally = tx.all('tally').find((t) => t.contactId === itemId && t.circleId === circleId);
    if (!tally || tally.undoUntilMs <= ctx.clock.nowMs()) throw new Failure('not_now');
    tx.del('tally', tally.tallyId);
    tx.put('item', itemKey(circleId, itemId), { ...item, undone: true });
    // Not yet encrypted: the others never hear of it. Else they are told.
    const waiting = queueOf(tx, circleId).find(({ job, attempt }) => job.kind === 'content' && job.contentId === itemId && !attempt);
    if (waiting) tx.del('outbox', outKey(circleId, waiting.order));
    else enqueueContent(ctx, tx, circleId, { type: 'contactUndo', target: itemId });
    tx.after(() => { ctx.talliesChanged(); ctx.changed(circleId); });
    return null;
  });
}
