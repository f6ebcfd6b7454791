/**
 * What follows a newcomer. A parent's device says what was written before once more, in the epoch that the newcomer can read:
 * texts alone, each with its author's name, its time and its own id, so that whoever has it sees nothing twice.
 *
 * All of it goes into the outbox in the transaction that learns of the join, so a device that dies goes on where it was. What
 * people write meanwhile goes before it (outbox.ts).
 *
 * Everybody in the circle can read what is said in it. So nothing is said again from before the time from which somebody who
 * is in may read: what one parent gives to a colleague must not reach a step-parent who was given nothing.
 */
import { settle } from './changes';
import { askingsOf } from './coming';
import type { Context } from './context';
import type { CircleEvent, Follows } from './crypto_port';
import { DAY_MS } from './days';
import { enqueueContent, queueOf } from './queue';
import { itemKey, type ItemRec, type TextRec } from './records';
import type { Tx } from './repo';

/** The newest so many; a support of years is not poured into somebody's phone. */
export const FOLLOW_TEXTS_MAX = 500;
/** UTF-8 bytes of all of them; the server keeps 64 MiB for everybody together until they are read. */
export const FOLLOW_BYTES_MAX = 512 * 1024;
const WEEK_MS = 7 * DAY_MS;

const utf8 = new TextEncoder();

/** May this person read that text, as far as this device knows? By the order in which things came: clocks differ. */
function mayRead(tx: Tx, circleId: string, items: readonly ItemRec[], memberId: string): (item: TextRec) => boolean {
  const came = items.find((item) => item.type === 'notice' && item.notice === 'joined' && item.subject === memberId);
  const fromMs = tx.circleRec(circleId).support?.readsFromMs?.[memberId] ?? Infinity;
  return (item) => !came || item.order > came.order || item.sentAtMs >= fromMs;
}

function remember(tx: Tx, circleId: string, memberId: string, fromMs: number): void {
  const rec = tx.circleRec(circleId);
  tx.put('circle', circleId, { ...rec, support: { ...rec.support, readsFromMs: { ...rec.support?.readsFromMs, [memberId]: fromMs } } });
}

function startOf(follows: Follows | null, now_ms: number): number {
  return follows === 'all' ? 0 : follows === 'week' ? now_ms - WEEK_MS : now_ms;
}

/** The newest that fit, oldest first. */
export function newest(texts: TextRec[]): TextRec[] {
  texts.sort((a, b) => b.sentAtMs - a.sentAtMs || b.order - a.order);
  const fit: TextRec[] = [];
  let bytes = 0;
  for (const item of texts.slice(0, FOLLOW_TEXTS_MAX)) {
    bytes += utf8.encode(item.text).length;
    if (bytes > FOLLOW_BYTES_MAX) break;
    fit.push(item);
  }
  return fit.reverse();
}

/** Somebody new is in. Every device notes what they may read; the device of one parent who said yes sends it. */
export function follow(ctx: Context, tx: Tx, circleId: string, newcomer: string): void {
  const circle = ctx.repo.circle(circleId);
  const members = circle.members();
  const items = tx.all('item', `${circleId}:`);
  const asking = askingsOf(items, members).find((a) => a.cameMemberId === newcomer);
  if (!asking) return;
  const inside = members.filter((m) => m.deviceIds.length > 0 && m.memberId !== newcomer).map((m) => m.memberId);
  const fromMs = startOf(asking.follows, ctx.clock.nowMs());
  remember(tx, circleId, newcomer, fromMs);
  // One device is enough: the same one in everybody's eyes.
  const sender = inside.filter((id) => asking.answers.has(id)).sort()[0];
  if (sender !== circle.memberId || asking.follows === 'nothing') return;
  const names = new Map(members.map((m) => [m.memberId, m]));
  const allowed = inside.filter((id) => id !== circle.memberId).map((id) => mayRead(tx, circleId, items, id));
  // What still waits is encrypted for the newcomer too.
  const texts = items.filter((item): item is TextRec => item.type === 'text' && !item.gone && item.delivery !== 'waiting' && item.sentAtMs >= fromMs
    && allowed.every((may) => may(item)));
  for (const item of newest(texts)) {
    const author = names.get(item.memberId);
    const name = author?.name || item.before?.name;
    const role = author?.role ?? item.before?.role;
    if (!name || !role) continue;
    enqueueContent(ctx, tx, circleId, { type: 'before', textId: item.id, authorId: item.memberId, role, name, writtenAtMs: item.sentAtMs, text: item.text });
  }
}

/** A parent gives on what was written before. What is here already stays as it is; no receipt, no count, nothing unread. */
export function hearBefore(ctx: Context, tx: Tx, circleId: string, event: Extract<CircleEvent, { type: 'before' }>): void {
  const by = ctx.repo.circle(circleId).members().find((m) => m.memberId === event.memberId);
  const key = itemKey(circleId, event.textId);
  if (by?.role !== 'parent' || tx.get('item', key)) return;
  if (tx.all('item', `${circleId}:`).filter((item) => item.type === 'text' && item.before).length >= FOLLOW_TEXTS_MAX) return;
  tx.put('item', key, {
    type: 'text', circleId, order: tx.takeOrder(circleId), id: event.textId, memberId: event.authorId, mine: false, text: event.text,
    sentAtMs: event.writtenAtMs, delivery: 'delivered', seen: true, sinceMs: ctx.serverNowMs() ?? undefined,
    before: { byMemberId: event.memberId, name: event.name, role: event.role },
  });
  settle(tx, circleId, event.textId);
}

/** Texts from before that are still to be sent from here. */
export const followingLeft = (source: Pick<Tx, 'all'>, circleId: string): number =>
  queueOf(source, circleId).filter(({ job }) => job.kind === 'content' && job.content.type === 'before').length;

/** As people read them: what was written before they came first, by its time, then everything in the order in which it came. */
export function inOrder<T extends ItemRec>(items: T[]): T[] {
  const early = (item: ItemRec): boolean => item.type === 'text' && item.before !== undefined;
  return items.sort((a, b) => Number(early(b)) - Number(early(a)) || (early(a) ? a.sentAtMs - b.sentAtMs : 0) || a.order - b.order);
}
