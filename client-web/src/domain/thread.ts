/**
 * Whether this device can still follow a circle, and what becomes of what waits when it cannot.
 *
 *   fine --- older state restored, same epoch ---> doubt --- recover commit accepted ---> fine
 *   fine --- another epoch, a commit that cannot be followed, an unreadable state ---> lost --- new slip ---> fine
 *   fine --- a second commit for an epoch that is over (the server was restored) -----> lost
 *
 * In doubt or lost nothing leaves; what people wrote waits, and loudly.
 */
import type { ServerFrames } from '../wire/frames';
import { profileOf, type Context } from './context';
import type { Content } from './crypto_port';
import { addUnreadable } from './notices';
import { enqueue, queueOf } from './queue';
import { outKey, type CircleRec, type OutRec } from './records';
import type { Tx } from './repo';

export type NamedCircle = ServerFrames['login_ok']['circles'][number];

/** The server knows a tally's id for 48 hours: one that an older state brings back later would count twice. */
const TALLY_KNOWN_MS = 47 * 3_600_000;

/** What a person said or saw; the rest (slips, packages, removals) belongs to the membership that is gone. */
const KEPT: ReadonlySet<Content['type']> = new Set(['text', 'attachment', 'contact', 'contactUndo', 'receipt',
  'feeling', 'objection', 'closing', 'closingBack', 'feedbackAsk', 'feedbackAnswer',
  'comeAsk', 'comeAskBack', 'comeAnswer', 'before', 'away', 'awayBack', 'ownAsk', 'programme', 'details', 'card', 'tick', 'pin', 'meetingAnswer']);
const isKept = ({ job }: OutRec): boolean => job.kind === 'content' && KEPT.has(job.content.type);

/** What waits is to be encrypted anew, in the same order and under the same ids; `to` may be another circle. `first`: puts in
 *  what goes before it. */
export function requeue(ctx: Context, tx: Tx, from: string, to: string, first: () => void = () => undefined): void {
  const queue = queueOf(tx, from);
  for (const { order } of queue) tx.del('outbox', outKey(from, order));
  first();
  for (const rec of queue.filter(isKept)) {
    const order = tx.takeOrder(to);
    tx.put('outbox', outKey(to, order), { ...rec, circleId: to, order, attempt: null, stored: false, ...(rec.attempt && { tried: true }) });
  }
  tx.after(() => ctx.kick(to));
}

export function markLost(ctx: Context, tx: Tx, circleId: string): void {
  const rec = tx.circleRec(circleId);
  if (rec.lost || rec.closed) return;
  tx.put('circle', circleId, { ...rec, lost: true });
  requeue(ctx, tx, circleId, circleId);
  tx.after(() => ctx.changed(circleId));
}

/** A later commit could be followed after all. */
export function markFound(ctx: Context, tx: Tx, circleId: string): void {
  const { lost, ...rec } = tx.circleRec(circleId);
  if (!lost) return;
  tx.put('circle', circleId, rec);
  tx.after(() => { ctx.changed(circleId); ctx.kick(circleId); });
}

/** Nothing but new keys may leave now; the outbox sends them before anything else. */
export function recoverFirst(ctx: Context, tx: Tx, circleId: string): void {
  if (queueOf(tx, circleId).some(({ job }) => job.kind === 'recover')) return;
  enqueue(ctx, tx, circleId, { kind: 'recover' });
  tx.after(() => ctx.changed(circleId));
}

/** Where a record has to begin whose own copy is gone. */
function nextOrder(tx: Tx, circleId: string): number {
  const orders = [...tx.all('item', `${circleId}:`), ...tx.all('outbox', `${circleId}:`)].map((row) => row.order);
  return 1 + Math.max(-1, ...orders);
}

/** The server says that this device is in a circle of which nothing is here: say so, so that somebody can help. */
function unknownCircle(tx: Tx, { circle_id, acked }: NamedCircle): void {
  if (tx.all('join').some((join) => join.circleId === circle_id)) return;
  tx.put('circle', circle_id, { circleId: circle_id, title: '', draft: '', sequence: acked, created: true, closed: false,
    next: nextOrder(tx, circle_id), lost: true, people: [],
    // Nothing else is a coordinator's.
    ...(profileOf(tx).role === 'coordinator' && { staff: true }) });
}

/** What was acknowledged here is not here: this is an older state. What its keys have encrypted since is not known. */
function restored(ctx: Context, tx: Tx, rec: CircleRec, acked: number): void {
  const { circleId } = rec;
  addUnreadable(ctx, tx, circleId, null);
  tx.put('circle', circleId, { ...tx.circleRec(circleId), sequence: acked });
  for (const tally of tx.all('tally')) {
    if (tally.circleId === circleId && tally.dueMs < ctx.clock.nowMs() - TALLY_KNOWN_MS) tx.del('tally', tally.tallyId);
  }
  tx.crypto(circleId).doubt();
  tx.after(() => ctx.changed(circleId));
}

/** At login: what the server knows of this device in a circle, against what is stored here. */
export function compareWithServer(ctx: Context, tx: Tx, named: NamedCircle): void {
  const { circle_id: circleId, epoch, head, acked } = named;
  const rec = tx.get('circle', circleId);
  if (!rec) return unknownCircle(tx, named);
  if (rec.closed || rec.lost) return;
  // The server itself was restored from a backup: nobody's next message would fit its epoch.
  if (ctx.repo.circle(circleId).epoch() > epoch) return markLost(ctx, tx, circleId);
  if (rec.sequence < acked) restored(ctx, tx, rec, acked);
  // It was, in the same epoch: its numbers begin again where it stands.
  else if (rec.sequence > head) tx.put('circle', circleId, { ...rec, sequence: head });
}

/** Everything that the server had at login has been read, or does not exist any more: may this device speak? */
export function decideAfterCatchUp(ctx: Context, tx: Tx, { circle_id: circleId, epoch, head }: NamedCircle): void {
  const rec = tx.get('circle', circleId);
  if (!rec || rec.closed || rec.lost) return;
  const circle = ctx.repo.circle(circleId);
  if (circle.epoch() < epoch) return markLost(ctx, tx, circleId);
  // Messages of ours may have been among those that are gone.
  if (rec.sequence < head && circle.epoch() === epoch) tx.crypto(circleId).doubt();
  if (ctx.repo.circle(circleId).inDoubt()) recoverFirst(ctx, tx, circleId);
}

/** After unlocking: a circle whose state cannot be read is lost by itself, the others go on. */
export function setAsideUnreadable(ctx: Context, tx: Tx): void {
  for (const rec of tx.all('circle')) {
    if (rec.movedTo) continue;
    if (ctx.repo.unreadable(rec.circleId)) markLost(ctx, tx, rec.circleId);
    else rememberPeople(ctx, tx, rec.circleId);
  }
}

/** Names for the day when the circle's state cannot be read. */
export function rememberPeople(ctx: Context, tx: Tx, circleId: string): void {
  if (ctx.repo.unreadable(circleId)) return;
  const rec = tx.circleRec(circleId);
  const people = ctx.repo.circle(circleId).members();
  if (JSON.stringify(people) !== JSON.stringify(rec.people)) tx.put('circle', circleId, { ...rec, people });
}
