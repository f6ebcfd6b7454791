/**
 * Photos, files and voice notes. The bytes are cut into parts, each sealed on this device under a key made for this attachment
 * alone, and kept as they are on the wire; the key is in the sealed record, so with it they are gone.
 *
 *   own:    storing --all parts here--> uploading --all parts there--> said --message stored--> here
 *   theirs: offered --wanted--> wanted --all parts here--> here        (gone, broken: it will not come)
 *
 * A device that dies goes on where it was: the server says how many parts it has, the store how many are here, and the message
 * goes out once, under the item's own id. What was still being stored when the device died is dropped whole, because nobody was told that
 * it is kept. To be said again (resend.ts) is to be uploaded again: the server answers with what it still has.
 */
import { ATTACHMENT_MAX_BYTES, CAPTION_MAX_CHARS, FILE_NAME_MAX_CHARS, PREVIEW_MAX_BYTES, VOICE_MAX_MS, type NewAttachment } from './api';
import { settle } from './changes';
import type { Context } from './context';
import type { Attachment, CircleEvent } from './crypto_port';
import { noticeDialogue } from './dialogue';
import { codeOf, Failure } from './errors';
import type { Store } from './ports';
import { enqueue, queueOf } from './queue';
import { queueReceipts } from './receipts';
import { itemKey, outKey, type AttachmentRec, type TransferRec } from './records';
import type { Tx } from './repo';
import { LONE_SURROGATE, requireOpen } from './messages';
import { forgetVoice, moveVoice } from './voice';

/** Plain bytes of a part; 16 more on the wire. */
export const PART_BYTES = 16_384;
const TAG_BYTES = 16;
/** What comes by itself; what is larger waits for a press, because it may cost the person money. */
export const PHOTO_BY_ITSELF_BYTES = 2 * 1024 * 1024;
/** Parts handed to the browser at once, when an attachment is read as a whole. */
const READ_TOGETHER = 64;

export const partsOf = (size: number): number => Math.ceil(size / PART_BYTES);
export const sealedSize = (size: number): number => size + TAG_BYTES * partsOf(size);

const points = (text: string): number => [...text].length;
/** In names of files neither folders nor what would turn the line around. */
const NOT_IN_NAMES = /[/\\\p{Cc}\p{Bidi_Control}]/gu;

/** The name as it is sent: without folders, cut at the beginning's expense, so that its ending stays. */
export function cleanName(name: string): string {
  const clean = [...name.normalize('NFC').replace(LONE_SURROGATE, '\uFFFD').replace(NOT_IN_NAMES, '_').trim()];
  return clean.slice(-FILE_NAME_MAX_CHARS).join('');
}

type Facts = Pick<AttachmentRec, 'kind' | 'size' | 'width' | 'height' | 'durationMs' | 'name' | 'preview' | 'caption'>;

/** attachment_empty, attachment_too_large, text_too_long; not_allowed for what no page of ours asks. */
function checked({ kind, blob, width = 0, height = 0, durationMs = 0, name = '', preview = new Uint8Array(), caption = '' }: NewAttachment): Facts {
  if (blob.size < 1) throw new Failure('attachment_empty');
  if (blob.size > ATTACHMENT_MAX_BYTES) throw new Failure('attachment_too_large', blob.size);
  const words = caption.replace(LONE_SURROGATE, '\uFFFD').trim();
  if (points(words) > CAPTION_MAX_CHARS) throw new Failure('text_too_long', points(words));
  const photo = kind === 'photo';
  const fine = photo ? width > 0 && height > 0 && preview.length <= PREVIEW_MAX_BYTES : kind !== 'voice' || (durationMs > 0 && durationMs <= VOICE_MAX_MS);
  if (!fine) throw new Failure('not_allowed');
  return { kind, size: blob.size, width: photo ? width : 0, height: photo ? height : 0, durationMs: kind === 'voice' ? Math.ceil(durationMs) : 0,
    name: kind === 'file' ? cleanName(name) : '', preview: photo ? preview : new Uint8Array(), caption: words };
}

/** Resolves when every part is stored here; from then on it is sent whatever happens. After a failure nothing of it is left.
 *  file_unreadable: the bytes could not be read; device_full. */
export async function attach(ctx: Context, store: Store, circleId: string, what: NewAttachment): Promise<{ id: string }> {
  const facts = checked(what);
  const rec: TransferRec = { circleId, itemId: ctx.core.newId(), attachmentId: ctx.core.newId(), key: ctx.core.newAttachmentKey(),
    piecesId: ctx.core.newId(), size: facts.size, mine: true, state: 'storing' };
  const at = itemKey(circleId, rec.itemId);
  await ctx.repo.run((tx) => {
    requireOpen(ctx, tx, circleId);
    tx.put('attachment', at, rec);
  });
  try {
    await storeParts(ctx, store, rec, what.blob);
    await ctx.repo.run((tx) => {
      requireOpen(ctx, tx, circleId);
      // The circle has gone on under another id, or ended, while this was stored.
      if (!tx.get('attachment', at)) throw new Failure('not_now');
      tx.put('attachment', at, { ...rec, state: 'uploading' });
      const sentAtMs = ctx.clock.nowMs();
      tx.put('item', at, { ...facts, type: 'attachment', circleId, order: tx.takeOrder(circleId), id: rec.itemId, sentAtMs,
        memberId: ctx.repo.circle(circleId).memberId, mine: true, delivery: 'waiting', seen: true });
      if (facts.kind === 'voice') forgetVoice(tx, circleId);
      noticeDialogue(ctx, tx, circleId, sentAtMs);
      tx.after(() => { ctx.changed(circleId); ctx.transfers(); });
    });
  } catch (error) {
    await ctx.repo.run((tx) => forgetTransfer(tx, at)).catch(() => undefined);
    throw error;
  }
  return { id: rec.itemId };
}

async function storeParts(ctx: Context, store: Store, { key, piecesId, size }: TransferRec, blob: Blob): Promise<void> {
  const count = partsOf(size);
  for (let index = 0; index < count; index++) {
    const part = await blob.slice(index * PART_BYTES, (index + 1) * PART_BYTES).arrayBuffer().catch(() => { throw new Failure('file_unreadable'); });
    // A file that grows or shrinks while it is read.
    if (part.byteLength !== Math.min(PART_BYTES, size - index * PART_BYTES)) throw new Failure('file_unreadable');
    await store.putPiece(piecesId, index, ctx.core.sealChunk(key, index, index === count - 1, new Uint8Array(part)));
  }
}

/** What the circle is told. */
export function contentOf(item: AttachmentRec, { attachmentId, key }: TransferRec): Attachment {
  const { kind, size, width, height, durationMs, name, preview, caption } = item;
  return { type: 'attachment', kind, attachmentId, key, size, width, height, durationMs, name, preview, caption };
}

/** Every part is on the server: now the circle is told, once. */
export function sayAttachment(ctx: Context, tx: Tx, { circleId, itemId }: TransferRec): void {
  const at = itemKey(circleId, itemId);
  const rec = tx.get('attachment', at);
  const item = tx.get('item', at);
  if (rec?.state !== 'uploading' || item?.type !== 'attachment') return;
  const { order } = enqueue(ctx, tx, circleId, { kind: 'content', content: contentOf(item, rec), contentId: itemId, sentAtMs: item.sentAtMs });
  if (item.again) tx.put('item', at, { ...item, again: { ...item.again, order } });
  tx.put('attachment', at, { ...rec, state: 'said' });
}

/** The server has the message: this device needs nothing of it there any more. */
export function attachmentStored(ctx: Context, tx: Tx, circleId: string, itemId: string): void {
  const at = itemKey(circleId, itemId);
  const rec = tx.get('attachment', at);
  if (rec?.state !== 'said') return;
  tx.put('attachment', at, { ...rec, state: 'here' });
  oweDone(ctx, tx, rec);
}

/** To whoever has not read it: uploaded again as far as it is not there, then said again under its own id. */
export function sendAgain(ctx: Context, tx: Tx, item: AttachmentRec): void {
  const at = itemKey(item.circleId, item.id);
  const rec = tx.get('attachment', at);
  if (!rec?.mine || rec.state !== 'here') return;
  tx.put('attachment', at, { ...rec, state: 'uploading' });
  tx.put('item', at, { ...item, again: { times: (item.again?.times ?? 0) + 1, order: tx.takeOrder(item.circleId) } });
  tx.del('attach_done', rec.attachmentId);
  tx.after(() => ctx.transfers());
}

/** The server is told that this device is done with it. */
export function oweDone(ctx: Context, tx: Tx, { circleId, attachmentId }: TransferRec): void {
  tx.put('attach_done', attachmentId, { circleId, attachmentId });
  tx.after(() => ctx.transfers());
}

/** From another. Said again by its sender: it is uploaded again, so what had gone may be fetched. */
export function hearAttachment(ctx: Context, tx: Tx, circleId: string, event: Extract<CircleEvent, { type: 'attachment' }>): void {
  const { contentId: itemId, memberId, sentAtMs, attachmentId, key, kind, size, width, height, durationMs, name, preview, caption } = event;
  const at = itemKey(circleId, itemId);
  queueReceipts(ctx, tx, circleId, 'delivered', [itemId]);
  const known = tx.get('item', at);
  const byItself = kind === 'voice' || (kind === 'photo' && size <= PHOTO_BY_ITSELF_BYTES);
  const state = byItself ? 'wanted' as const : 'offered' as const;
  tx.after(() => ctx.transfers());
  if (known) {
    const rec = tx.get('attachment', at);
    if (rec && !rec.mine && rec.state === 'gone' && known.type === 'attachment' && known.memberId === memberId) tx.put('attachment', at, { ...rec, state });
    return;
  }
  tx.put('attachment', at, { circleId, itemId, attachmentId, key, piecesId: ctx.core.newId(), size, mine: false, state });
  tx.put('item', at, { type: 'attachment', circleId, order: tx.takeOrder(circleId), id: itemId, sentAtMs, memberId, mine: false, delivery: 'delivered',
    seen: false, sinceMs: ctx.serverNowMs() ?? undefined, kind, size, width, height, durationMs, name, preview, caption });
  settle(ctx, tx, circleId, itemId);
  noticeDialogue(ctx, tx, circleId, sentAtMs);
}

/** Before its message is on its way to the others; afterwards it can only be deleted (changes.ts). */
export function cancelAttachment(ctx: Context, circleId: string, itemId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const at = itemKey(circleId, itemId);
    const item = tx.get('item', at);
    const rec = tx.get('attachment', at);
    if (!rec?.mine || rec.state !== 'uploading' || item?.type !== 'attachment' || item.delivery !== 'waiting') throw new Failure('not_now');
    tx.del('item', at);
    forgetAttachment(ctx, tx, circleId, itemId);
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

export function fetchAttachment(ctx: Context, circleId: string, itemId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const at = itemKey(circleId, itemId);
    const rec = tx.get('attachment', at);
    if (!rec || rec.mine) throw new Failure('unknown');
    if (rec.state === 'offered' || rec.state === 'gone') tx.put('attachment', at, { ...rec, state: 'wanted' });
    tx.after(() => { ctx.changed(circleId); ctx.transfers(); });
    return null;
  });
}

/** The plain bytes, without a type, so that no page takes them for one of its own. attachment_gone: they are not here. */
export async function readAttachment(ctx: Context, store: Store, circleId: string, itemId: string): Promise<Blob> {
  const rec = ctx.repo.get('attachment', itemKey(circleId, itemId));
  if (!rec || (!rec.mine && rec.state !== 'here')) throw new Failure('attachment_gone');
  const count = partsOf(rec.size);
  const whole: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  for (let index = 0; index < count; index++) {
    const sealed = await store.piece(rec.piecesId, index);
    if (!sealed) throw new Failure('attachment_gone');
    parts.push(new Uint8Array(ctx.core.openChunk(rec.key, index, index === count - 1, sealed)));
    if (parts.length < READ_TOGETHER && index < count - 1) continue;
    // The browser may keep these elsewhere than in memory.
    whole.push(new Blob(parts));
    parts = [];
  }
  return new Blob(whole);
}

/** The record with its key and every part, in this transaction. */
export function forgetTransfer(tx: Tx, at: string): void {
  const rec = tx.get('attachment', at);
  if (!rec) return;
  tx.gonePieces.push(rec.piecesId);
  tx.del('attachment', at);
}

/** Its message goes from this device, or is deleted for all: so do its bytes, what waits of it, and the server's copy for this device. */
export function forgetAttachment(ctx: Context, tx: Tx, circleId: string, itemId: string): void {
  const at = itemKey(circleId, itemId);
  const rec = tx.get('attachment', at);
  if (!rec) return;
  if (rec.state !== 'storing' && rec.state !== 'here') oweDone(ctx, tx, rec);
  forgetTransfer(tx, at);
  tx.after(() => ctx.progress.over(circleId, itemId));
}

/** The circle goes from this device: the server counts whoever has left as done. */
export function forgetAttachmentsOf(tx: Tx, circleId: string): void {
  for (const rec of tx.all('attachment', `${circleId}:`)) forgetTransfer(tx, itemKey(circleId, rec.itemId));
  for (const rec of tx.all('attach_done')) if (rec.circleId === circleId) tx.del('attach_done', rec.attachmentId);
  forgetVoice(tx, circleId);
}

/** A circle goes on under another id, where the server has nothing of what was uploaded to this one. */
export function moveAttachments(ctx: Context, tx: Tx, from: string, to: string): void {
  for (const rec of tx.all('attachment', `${from}:`)) {
    tx.del('attachment', itemKey(from, rec.itemId));
    const state = rec.mine && rec.state === 'said' ? 'uploading' as const : rec.state === 'wanted' || rec.state === 'offered' ? 'gone' as const : rec.state;
    if (!tx.get('attachment', itemKey(to, rec.itemId))) tx.put('attachment', itemKey(to, rec.itemId), { ...rec, circleId: to, state });
    else tx.gonePieces.push(rec.piecesId);
  }
  for (const { order, job } of queueOf(tx, to)) {
    if (job.kind === 'content' && tx.get('attachment', itemKey(to, job.contentId))?.state === 'uploading') tx.del('outbox', outKey(to, order));
  }
  for (const rec of tx.all('attach_done')) if (rec.circleId === from) tx.del('attach_done', rec.attachmentId);
  moveVoice(tx, from, to);
  tx.after(() => ctx.transfers());
}

/** After unlocking: what was still being stored, what has no message any more, and parts that belong to nothing. */
export async function tidyAttachments(ctx: Context, store: Store): Promise<void> {
  const ids = await store.pieceIds();
  await ctx.repo.run((tx) => {
    for (const rec of tx.all('attachment')) {
      const at = itemKey(rec.circleId, rec.itemId);
      if (rec.state === 'storing' || tx.get('item', at)?.type !== 'attachment') forgetTransfer(tx, at);
    }
    const kept = new Set(tx.all('attachment').map((rec) => rec.piecesId));
    const lost = ids.filter((id) => !kept.has(id) && !tx.gonePieces.includes(id));
    tx.gonePieces.push(...lost);
  }).catch((error: unknown) => { if (codeOf(error).code === 'elsewhere') throw error; });
}
