/**
 * How the parent of an assignment is reached: name, phone. The server never has it. It goes from the coordinator through the
 * line (staff_lines.ts) to whoever keeps the assignment, and follows when that changes: taken back here, given there.
 *
 *   kept --the keeper's line is ready--> given --somebody else keeps it--> taken back, given anew
 *
 * A coordinator's device stores what it gave and where, so everything is decided from records and the server's list: after a
 * lock, a crash or days offline the same steps follow. It is erased on both devices a fortnight after the assignment's
 * end, when the server does not list the assignment any more, and when it is taken back.
 */
import { DETAILS_MAX_CHARS, type DetailsView } from './api';
import { profileOf, requireRole, today, type Context } from './context';
import type { CircleEvent } from './crypto_port';
import { Failure } from './errors';
import { LONE_SURROGATE } from './messages';
import { enqueueContent, queueOf } from './queue';
import { outKey, type DetailsRec, type OutRec } from './records';
import type { Tx } from './repo';
import { lineState, lineTo } from './staff_lines';
import { MAX_ASSIGNMENTS } from '../wire/limits';
import type { ServerFrames } from '../wire/frames';

export type WorkRow = ServerFrames['assignments']['assignments'][number];
/** As long as the server remembers an assignment that has ended (server/domain/assignments). */
export const DETAILS_KEPT_DAYS = 14;

/** Lines as they were written; empty: nothing. */
export function checkDetails(written: string): string {
  const text = written.normalize('NFC').replace(LONE_SURROGATE, '\uFFFD').trim();
  const size = [...text].length;
  if (size > DETAILS_MAX_CHARS) throw new Failure('text_too_long', size);
  return text;
}

const inQueue = (source: Pick<Tx, 'all'>, circleId: string, assignmentId: string): OutRec[] => queueOf(source, circleId)
  .filter(({ job }) => job.kind === 'content' && job.content.type === 'details' && job.content.assignmentId === assignmentId);

export function detailsView(ctx: Context, assignmentId: string): DetailsView | null {
  const rec = ctx.repo.get('details', assignmentId);
  if (!rec) return null;
  if (profileOf(ctx.repo).role === 'supporter') return { text: rec.text, state: 'given' };
  const line = rec.circleId === null ? undefined : ctx.repo.get('circle', rec.circleId);
  if (!line || !rec.given || lineState(ctx, line) !== 'ready') return { text: rec.text, state: 'kept' };
  return { text: rec.text, state: inQueue(ctx.repo, line.circleId, assignmentId).length > 0 ? 'waiting' : 'given' };
}

// ---- coordinators ----

/** Into that line goes this text now; what waits there for the same assignment is overtaken. */
function say(ctx: Context, tx: Tx, circleId: string, assignmentId: string, text: string): void {
  const rec = tx.get('circle', circleId);
  if (!rec || rec.closed || rec.ended) return;
  for (const one of inQueue(tx, circleId, assignmentId)) if (!one.attempt) tx.del('outbox', outKey(circleId, one.order));
  enqueueContent(ctx, tx, circleId, { type: 'details', assignmentId, text });
}

/** Everything where it belongs by the server's list: with whoever keeps the assignment, and with nobody else. */
export function giveDetails(ctx: Context, tx: Tx, rows: readonly WorkRow[]): void {
  if (profileOf(tx).role !== 'coordinator') return;
  for (const row of rows) {
    const rec = tx.get('details', row.assignment_id);
    if (!rec || row.state !== 'open') continue;
    const line = row.staff_id === null ? undefined : lineTo(tx, row.staff_id);
    const stays = line !== undefined && line.circleId === rec.circleId;
    const ready = line !== undefined && lineState(ctx, line) === 'ready';
    if (stays && (rec.given || !ready)) continue;
    const to = ready ? line.circleId : null;
    if (rec.circleId !== null && rec.circleId !== to) say(ctx, tx, rec.circleId, rec.assignmentId, '');
    if (to !== null) say(ctx, tx, to, rec.assignmentId, rec.text);
    if (rec.circleId !== to || rec.given !== (to !== null)) {
      tx.put('details', rec.assignmentId, { ...rec, circleId: to, given: to !== null });
      tx.after(() => ctx.changed());
    }
  }
}

/** A device has come into this line that cannot read what was said before. */
export function giveAgain(tx: Tx, circleId: string): void {
  for (const rec of tx.all('details')) {
    if (rec.circleId === circleId && rec.given) tx.put('details', rec.assignmentId, { ...rec, given: false });
  }
}

/** Empty: taken back, wherever it is. */
export function saveDetails(ctx: Context, rows: readonly WorkRow[], row: WorkRow, written: string): Promise<null> {
  const text = checkDetails(written);
  return ctx.repo.run((tx) => {
    requireRole(tx, 'coordinator');
    if (text !== '' && row.state !== 'open') throw new Failure('assignment_over');
    const assignmentId = row.assignment_id;
    const known = tx.get('details', assignmentId);
    if (text === '') {
      if (known && known.circleId !== null) say(ctx, tx, known.circleId, assignmentId, '');
      tx.del('details', assignmentId);
    } else if (known?.text !== text) {
      tx.put('details', assignmentId, { assignmentId, text, circleId: known?.circleId ?? null, given: false, endedDay: 0 });
      giveDetails(ctx, tx, rows);
    }
    tx.after(() => ctx.changed());
    return null;
  });
}

/** With an assignment that is being made: kept first, given once the server lists it. */
export function keepDetails(ctx: Context, assignmentId: string, text: string): Promise<void> {
  return ctx.repo.run((tx) => tx.put('details', assignmentId, { assignmentId, text, circleId: null, given: false, endedDay: 0 }));
}
export function forgetDetails(ctx: Context, assignmentId: string): Promise<void> {
  return ctx.repo.run((tx) => tx.del('details', assignmentId));
}

// ---- both ----

/** What the server's list says about the ends; `asked`: what was here when it was asked for, so what has come since stays. */
export function followList(ctx: Context, tx: Tx, rows: readonly WorkRow[], asked: ReadonlySet<string>): void {
  const listed = new Map(rows.map((row) => [row.assignment_id, row]));
  for (const rec of tx.all('details')) {
    const row = listed.get(rec.assignmentId);
    if (row) noteEnd(tx, rec.assignmentId, row.state === 'open' ? 0 : row.ended);
    else if (asked.has(rec.assignmentId)) tx.del('details', rec.assignmentId);
  }
  giveDetails(ctx, tx, rows);
}

export function noteEnd(tx: Tx, assignmentId: string, endedDay: number): void {
  const rec = tx.get('details', assignmentId);
  if (rec && rec.endedDay !== endedDay) tx.put('details', assignmentId, { ...rec, endedDay });
}

/** By the calendar, without asking anybody. */
export async function eraseOldDetails(ctx: Context): Promise<void> {
  const day = today(ctx.clock);
  const isOld = ({ endedDay }: DetailsRec): boolean => endedDay > 0 && day > endedDay + DETAILS_KEPT_DAYS;
  if (!ctx.repo.all('details').some(isOld)) return;
  await ctx.repo.run((tx) => {
    for (const rec of tx.all('details').filter(isOld)) tx.del('details', rec.assignmentId);
    tx.after(() => ctx.changed());
  });
}

// ---- supporters ----

/** A line that is not the one it came by takes nothing back: that one's word is older. */
export function hearDetails(ctx: Context, tx: Tx, circleId: string, event: Extract<CircleEvent, { type: 'details' }>): void {
  if (profileOf(tx).role !== 'supporter') return;
  const { assignmentId, text } = event;
  const known = tx.get('details', assignmentId);
  if (text === '') {
    if (known?.circleId === circleId) tx.del('details', assignmentId);
  } else if (known || tx.all('details').length < MAX_ASSIGNMENTS) {
    tx.put('details', assignmentId, { assignmentId, text, circleId, given: true, endedDay: known?.endedDay ?? 0 });
  }
  tx.after(() => ctx.changed());
}
