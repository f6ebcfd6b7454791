/**
 * Sweden's public holidays by their rules, as the server computes them (server/domain/holidays.h); both are held to
 * tests/golden/opening.json. Days are days since 1970-01-01.
 */
import { civilOf, DAY_MS } from './days';

/** Eves that are no holidays by law: the organisation says which of them it is closed on, a bit each. */
export const EVES = { midsummer: 1, christmas: 2, new_year: 4 } as const;

const WEEK = 7;
const SATURDAY = 5;
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_0 = 3;

const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;

/** 0: Monday, 6: Sunday. */
export const weekdayOf = (day: number): number => (day + WEEKDAY_OF_DAY_0) % WEEK;

const saturdayFrom = (day: number): number => day + (SATURDAY + WEEK - weekdayOf(day)) % WEEK;

/** Easter Sunday of a Gregorian year (the "Anonymous Gregorian computus", with its letters). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - c % 4) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), n % 31 + 1);
}

/** True for a public holiday, and for an eve among `eves`. */
export function isHoliday(day: number, eves: number): boolean {
  const { year } = civilOf(day);
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(dayNumber(year, 6, 20));
  const fixed = [[1, 1], [1, 6], [5, 1], [6, 6], [12, 25], [12, 26]] as const;
  const holidays = [...fixed.map(([month, date]) => dayNumber(year, month, date)), easter - 2, easter, easter + 1, easter + 39, easter + 49,
    midsummer, saturdayFrom(dayNumber(year, 10, 31))];
  if ((eves & EVES.midsummer) !== 0) holidays.push(midsummer - 1);
  if ((eves & EVES.christmas) !== 0) holidays.push(dayNumber(year, 12, 24));
  if ((eves & EVES.new_year) !== 0) holidays.push(dayNumber(year, 12, 31));
  return holidays.includes(day);
}

interface Closings { eves: number; closed: number[] }

/** Monday to Friday, no holiday, no counting eve, no day of the organisation's own. */
export function isWorkingDay(day: number, { eves, closed }: Closings): boolean {
  return weekdayOf(day) < SATURDAY && !isHoliday(day, eves) && !closed.includes(day);
}

/** `count` working days after `day`, in order. */
export function workingDaysAfter(day: number, count: number, closings: Closings): number[] {
  const days: number[] = [];
  // No organisation is closed for a year: one that says so gets what was found.
  const LOOK_AHEAD_DAYS = 400;
  for (let next = day + 1; days.length < count && next <= day + LOOK_AHEAD_DAYS; next++) if (isWorkingDay(next, closings)) days.push(next);
  return days;
}
