/** Civil days as the organisations count them: Europe/Stockholm, days since 1970-01-01. */
export const DAY_MS = 86_400_000;

export interface Civil { year: number; month: number; day: number }

export function civilOf(day: number): Civil {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const HOUR_MS = 3_600_000;

/** The last Sunday of the month, 01:00 UTC: when EU summer time begins (March) and ends (October). */
function changeMs(year: number, month: number): number {
  const last = Date.UTC(year, month, 0);
  return last - new Date(last).getUTCDay() * DAY_MS + HOUR_MS;
}

/** How far Stockholm's clocks are ahead of UTC, by the rule and not by the phone's tables: as the server computes it. */
export function stockholmOffsetMs(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  return ms >= changeMs(year, 3) && ms < changeMs(year, 10) ? 2 * HOUR_MS : HOUR_MS;
}

/** Asked for every item of a conversation: computed, because a formatter of the phone's takes a hundred times as long. */
export const dayOf = (ms: number): number => Math.floor((ms + stockholmOffsetMs(ms)) / DAY_MS);

/** When the civil day begins. Clocks never change around midnight. */
export const startOfDay = (day: number): number => day * DAY_MS - stockholmOffsetMs(day * DAY_MS - HOUR_MS);

export function sameMonth(a: number, b: number): boolean {
  const [x, y] = [civilOf(a), civilOf(b)];
  return x.year === y.year && x.month === y.month;
}
