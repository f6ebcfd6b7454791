/**
 * The line between a coordinator and a colleague: a staff circle, in which nothing is said but how an assignment's parent is
 * reached (details.ts). It is no conversation: not in the list of circles, never counted, never closed.
 *
 *   none --slip--> waiting --the colleague opens it--> ready --either drops it, or stops working here--> none
 *
 * The coordinator's device knows for which colleague it was made; the colleague's only that it is one.
 */
import type { LineState, LineView } from './api';
import { others, profileOf, requireRole, type Context } from './context';
import { farewell, takeDown } from './ending';
import { Failure } from './errors';
import { beginCircle } from './messages';
import type { CircleRec } from './records';
import type { Tx } from './repo';

export const isLine = (source: Pick<Tx, 'get'>, circleId: string): boolean => source.get('circle', circleId)?.staff === true;

const linesIn = (source: Pick<Tx, 'all'>): Readonly<CircleRec>[] => source.all('circle').filter((rec) => rec.staff && !rec.ended);

/** A coordinator's line to a colleague. */
export const lineTo = (source: Pick<Tx, 'all'>, staffId: string): Readonly<CircleRec> | undefined =>
  linesIn(source).find((rec) => rec.staffId === staffId);

export function lineState(ctx: Context, rec: Readonly<CircleRec>): LineState {
  if (rec.closed) return 'none';
  if (rec.lost) return 'lost';
  const circle = ctx.repo.circle(rec.circleId);
  if (others(circle).length > 0) return 'ready';
  return circle.liveSlips().length > 0 ? 'waiting' : 'none';
}

export function lineViews(ctx: Context): LineView[] {
  return linesIn(ctx.repo).map((rec) => ({
    circleId: rec.circleId, staffId: rec.staffId ?? null, state: lineState(ctx, rec),
    with: others(ctx.repo.circle(rec.circleId)).map((m) => m.name).filter((name) => name !== '').join(', '),
  }));
}

/** The line for a slip to this colleague: the one that there is, or a new one in the place of one that is lost. */
export function openLine(ctx: Context, staffId: string): Promise<string> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'coordinator');
    const known = lineTo(tx, staffId);
    if (known && !known.lost && !known.closed) return known.circleId;
    if (known) takeDown(ctx, tx, known.circleId, null);
    return beginCircle(ctx, tx, '', staffId);
  });
}

/** Ends it from here. What was given into it stays with the colleague until it is taken back or its time is over. */
export function dropLine(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    if (!isLine(tx, circleId)) throw new Failure('circle_unknown');
    takeDown(ctx, tx, circleId, farewell(ctx, tx, circleId));
    return null;
  });
}

/** `colleagues`: who works here by the server's list; null: not known. */
function isOver(ctx: Context, source: Pick<Tx, 'get'>, rec: Readonly<CircleRec>, colleagues: ReadonlySet<string> | null): boolean {
  if (rec.closed) return true;
  if (profileOf(source).role === 'coordinator') return colleagues !== null && !colleagues.has(rec.staffId ?? '');
  return !rec.lost && !others(ctx.repo.circle(rec.circleId)).some((m) => m.role === 'coordinator');
}

/** Lines that lead to nobody any more go by themselves. */
export async function tidyLines(ctx: Context, colleagues: ReadonlySet<string> | null): Promise<void> {
  if (!linesIn(ctx.repo).some((rec) => isOver(ctx, ctx.repo, rec, colleagues))) return;
  await ctx.repo.run((tx) => {
    for (const rec of linesIn(tx)) {
      if (isOver(ctx, tx, rec, colleagues)) takeDown(ctx, tx, rec.circleId, farewell(ctx, tx, rec.circleId));
    }
  });
}
