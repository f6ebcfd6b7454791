/** Stockholm's days by the rule are those of the clock tables. */
import { expect, test } from 'vitest';
import { DAY_MS, dayOf, startOfDay } from '../../../client-web/src/domain/days';

const TABLES = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' });
const byTables = (ms: number): number => Date.parse(TABLES.format(ms)) / DAY_MS;

test('every third hour of a year, and the edges of every day from 2000 to 2037', () => {
  for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += DAY_MS / 8) expect(dayOf(ms)).toBe(byTables(ms));
  for (let day = Date.UTC(2000, 0, 1) / DAY_MS; day < Date.UTC(2038, 0, 1) / DAY_MS; day++) {
    expect([dayOf(startOfDay(day) - 1), dayOf(startOfDay(day))]).toEqual([day - 1, day]);
    expect(byTables(startOfDay(day))).toBe(day);
  }
});
