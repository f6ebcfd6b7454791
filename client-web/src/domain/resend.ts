/**
 * Own words that have not arrived are said again, under the same content id, so that they are shown once.
 *
 * There is no request for a resend: receipts say enough. Everybody reads in the server's order, so a receipt for a later
 * item from somebody who gave none for this one means that it could not be read there.
 */
import type { Context } from './context';
import type { Content } from './crypto_port';
import { enqueue, queueOf } from './queue';
import { itemKey, type ItemRec, type SaidRec, type TextRec } from './records';
import type { Tx } from './repo';

/** A text that cannot be read however often it comes is not sent for ever; its sender sees that it has not arrived. */
export const RESEND_MAX = 3;

/** In the order of writing: own items that the server has and that nobody, or one of these, has not confirmed. */
function unconfirmed(tx: Tx, circleId: string, memberIds: readonly string[]): SaidRec[] {
  const queued = new Set(queueOf(tx, circleId).map(({ job }) => (job.kind === 'content' ? job.contentId : '')));
  const isOpen = (item: ItemRec): item is SaidRec => item.type !== 'notice' && item.mine && !queued.has(item.id)
    && (item.delivery === 'sent' || (item.delivery !== 'waiting' && item.owed?.some((id) => memberIds.includes(id)) === true))
    && !(item.type === 'contact' && item.undone) && !(item.type === 'text' && item.gone);
  return tx.all('item', `${circleId}:`).filter(isOpen).sort((a, b) => a.order - b.order);
}

const textContent = ({ text, replyTo }: TextRec): Content => (replyTo === undefined ? { type: 'text', text } : { type: 'reply', target: replyTo, text });

function resend(ctx: Context, tx: Tx, item: SaidRec): void {
  const content = item.type === 'text' ? textContent(item)
    : item.type === 'act' ? item.act
    : { type: 'contact' as const, kind: item.kind, day: item.day, participants: item.participants };
  const { order } = enqueue(ctx, tx, item.circleId, { kind: 'content', content, contentId: item.id, sentAtMs: item.sentAtMs });
  tx.put('item', itemKey(item.circleId, item.id), { ...item, again: { times: (item.again?.times ?? 0) + 1, order } });
}

/** These have come who read nothing of before, or this device has come back. */
export function resendUnconfirmed(ctx: Context, tx: Tx, circleId: string, memberIds: readonly string[]): void {
  for (const item of unconfirmed(tx, circleId, memberIds)) resend(ctx, tx, item);
}

/** These ids were confirmed by that person's device: what was sent before them and was not, could not be read there. */
export function resendPassedOver(ctx: Context, tx: Tx, circleId: string, memberId: string, confirmed: string[]): void {
  const places = confirmed.map((id) => tx.get('item', itemKey(circleId, id)))
    .map((item) => (item && item.type !== 'notice' && item.mine ? item.order : -1));
  const last = Math.max(-1, ...places);
  if (last < 0) return;
  for (const item of unconfirmed(tx, circleId, [memberId])) {
    const { times, order } = item.again ?? { times: 0, order: item.order };
    if (item.owed?.includes(memberId) && order < last && times < RESEND_MAX) resend(ctx, tx, item);
  }
}
