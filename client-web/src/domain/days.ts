/** Civil days as the organisations count them: Europe/Stockholm, days since 1970-01-01. */
const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Stockholm', year: 'numeric', month: 'numeric', day: 'numeric',
});
export const DAY_MS = 86_400_000;

export interface Civil { year: number; month: number; day: number }

export function civilOf(day: number): Civil {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function dayOf(ms: number): number {
  const part = Object.fromEntries(PARTS.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year']!, part['month']! - 1, part['day']!) / DAY_MS;
}

export function sameMonth(a: number, b: number): boolean {
  const [x, y] = [civilOf(a), civilOf(b)];
  return x.year === y.year && x.month === y.month;
}
