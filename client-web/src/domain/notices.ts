/** Notices: what has changed in a circle besides what people say. */
import type { NoticeItem } from './api';
import type { Context } from './context';
import { itemKey, type ItemRec } from './records';
import type { Tx } from './repo';

interface NoticeParts { id?: string; sentAtMs?: number; subject?: string | null; actor?: string | null }

/** A notice with a known id is shown once however often it is told. */
export function addNotice(ctx: Context, tx: Tx, circleId: string, notice: NoticeItem['notice'], parts: NoticeParts = {}): void {
  const id = parts.id ?? ctx.core.newId();
  const key = itemKey(circleId, id);
  if (tx.get('item', key)) return;
  tx.put('item', key, {
    type: 'notice', circleId, order: tx.takeOrder(circleId), id, notice, sentAtMs: parts.sentAtMs ?? ctx.clock.nowMs(),
    subject: parts.subject ?? null, actor: parts.actor ?? null,
  });
}

/** One sentence for a run of envelopes that could not be read, however many. From whom: when all are from one. */
export function addUnreadable(ctx: Context, tx: Tx, circleId: string, memberId: string | null): void {
  let last: ItemRec | undefined;
  for (const item of tx.all('item', `${circleId}:`)) if (!last || item.order > last.order) last = item;
  if (last?.type !== 'notice' || last.notice !== 'not_readable') return addNotice(ctx, tx, circleId, 'not_readable', { subject: memberId });
  if (last.subject !== memberId) tx.put('item', itemKey(circleId, last.id), { ...last, subject: null });
}

/** A slip's notice may come twice: at its making and when it is repeated for somebody who missed it. */
export const slipNoticeId = (selector: number, expiresDay: number): string => `slip-${selector}-${expiresDay}`;

/** This device is out: what is here can be read, nothing can be written any more. */
export function closeCircle(ctx: Context, tx: Tx, circleId: string, byMemberId: string | null): void {
  const rec = tx.circleRec(circleId);
  if (rec.closed) return;
  tx.put('circle', circleId, { ...rec, closed: true });
  addNotice(ctx, tx, circleId, 'removed', { subject: ctx.repo.circle(circleId).memberId, actor: byMemberId });
  tx.after(() => ctx.changed(circleId));
}
