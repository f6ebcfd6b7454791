/**
 * How long texts stay: after that they are gone from this device, with their reactions and everything else about them. By the
 * server's clock at a login, because the device's may be wrong. Counted from when the server had it (own) or when it came here.
 * What still waits to be sent, and what is being written, stays: nobody has had it yet. Acts, contacts and notices are what
 * the support is, and go with it (ending.ts); that somebody left in a hurry is nothing of the support, and goes as texts do.
 */
import { forgetAttachment } from './attachments';
import { changesOf, dropWords, isChange } from './changes';
import type { Context } from './context';
import { DAY_MS } from './days';
import { itemKey, type ActRec, type AttachmentRec, type ItemRec, type TextRec } from './records';
import type { Tx } from './repo';

/** As long as a server keeps an envelope for somebody who is away, unless its operator says otherwise. */
export const KEEP_DAYS = 30;
export const KEEP_MS = KEEP_DAYS * DAY_MS;

type Ageing = TextRec | ActRec | AttachmentRec;
const ages = (item: ItemRec): item is Ageing =>
  (item.type === 'text' || item.type === 'attachment' || (item.type === 'act' && (isChange(item.act) || item.act.type === 'quickExit')))
  && !(item.mine && item.delivery === 'waiting');

/** Records from before there was a time on them begin now; a time to come was a clock's mistake. */
const sinceOf = (item: Ageing, now_ms: number): number => Math.min(item.sinceMs ?? now_ms, now_ms);

function drop(ctx: Context, tx: Tx, item: Ageing): void {
  if (item.type === 'attachment') forgetAttachment(ctx, tx, item.circleId, item.id);
  if (item.type === 'text') {
    dropWords(tx, item.circleId, item.id);
    for (const change of changesOf(tx, item.circleId, item.id)) tx.del('item', itemKey(item.circleId, change.id));
  }
  tx.del('item', itemKey(item.circleId, item.id));
}

/** now_ms: the server's. */
export async function removeOld(ctx: Context, now_ms: number): Promise<void> {
  const due = ctx.repo.all('item').filter(ages).some((item) => item.sinceMs === undefined || item.sinceMs > now_ms || item.sinceMs + KEEP_MS <= now_ms);
  if (!due) return;
  await ctx.repo.run((tx) => {
    const circles = new Set<string>();
    for (const item of tx.all('item').filter(ages)) {
      const sinceMs = sinceOf(item, now_ms);
      if (sinceMs + KEEP_MS > now_ms) {
        if (sinceMs !== item.sinceMs) tx.put('item', itemKey(item.circleId, item.id), { ...item, sinceMs });
        continue;
      }
      drop(ctx, tx, item);
      circles.add(item.circleId);
    }
    tx.after(() => { for (const circleId of circles) ctx.changed(circleId); });
  });
}
