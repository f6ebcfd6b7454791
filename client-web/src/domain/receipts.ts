/** Receipts: `delivered` by itself, `read` when a person has seen it; several ids in one message. */
import type { Delivery } from './api';
import type { Context } from './context';
import { RECEIPT_IDS_MAX } from './crypto_port';
import { Failure } from './errors';
import { enqueueContent, queueOf } from './queue';
import { itemKey, outKey, type ItemRec } from './records';
import type { Tx } from './repo';
import { resendPassedOver } from './resend';

type Told = 'delivered' | 'read';
const RANK: Record<Delivery, number> = { waiting: 0, sent: 1, delivered: 2, read: 3 };

/** Joins a receipt of the same kind that has not been encrypted yet, else starts one. */
export function queueReceipts(ctx: Context, tx: Tx, circleId: string, state: Told, ids: string[]): void {
  let rest = ids;
  for (const rec of queueOf(tx, circleId)) {
    if (rec.job.kind !== 'content' || rec.job.content.type !== 'receipt') continue;
    const { content } = rec.job;
    const room = RECEIPT_IDS_MAX - content.contentIds.length;
    if (rec.attempt || content.state !== state || room <= 0 || rest.length === 0) continue;
    const contentIds = [...new Set([...content.contentIds, ...rest.slice(0, room)])];
    tx.put('outbox', outKey(circleId, rec.order), { ...rec, job: { ...rec.job, content: { ...content, contentIds } } });
    rest = rest.slice(room);
  }
  for (let at = 0; at < rest.length; at += RECEIPT_IDS_MAX) {
    enqueueContent(ctx, tx, circleId, { type: 'receipt', state, contentIds: rest.slice(at, at + RECEIPT_IDS_MAX) });
  }
}

/** Another person's device has told about own items. A lower state never replaces a higher one. */
export function applyReceipt(ctx: Context, tx: Tx, circleId: string, memberId: string, state: Told, ids: string[]): void {
  for (const id of ids) {
    const key = itemKey(circleId, id);
    const item = tx.get('item', key);
    if (!item || item.type === 'notice' || !item.mine) continue;
    const delivery = RANK[item.delivery] >= RANK[state] ? item.delivery : state;
    const owed = item.owed?.includes(memberId) ? item.owed.filter((id) => id !== memberId) : item.owed;
    if (delivery !== item.delivery || owed !== item.owed) tx.put('item', key, { ...item, delivery, ...(owed && { owed }) });
  }
  resendPassedOver(ctx, tx, circleId, memberId, ids);
}

const unseen = (item: ItemRec) => item.type !== 'notice' && !item.mine && !item.seen;

export function markRead(ctx: Context, circleId: string, itemId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const last = tx.get('item', itemKey(circleId, itemId));
    if (!last) throw new Failure('unknown');
    const seen = tx.all('item', `${circleId}:`).filter((item) => item.order <= last.order && unseen(item))
      .sort((a, b) => a.order - b.order);
    if (seen.length === 0) return null;
    for (const item of seen) {
      if (item.type !== 'notice') tx.put('item', itemKey(circleId, item.id), { ...item, seen: true });
    }
    if (!tx.circleRec(circleId).closed) queueReceipts(ctx, tx, circleId, 'read', seen.map((item) => item.id));
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

