import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Opening } from '../../../client-web/src/domain/api';
import { civilOf, dayOf, startOfDay } from '../../../client-web/src/domain/days';
import { isHoliday, weekdayOf } from '../../../client-web/src/domain/holidays';
import { expectedAnswer } from '../../../client-web/src/domain/opening';

type Case = [nowS: number, open: boolean, closesS: number | null, opensS: number | null, answerByS: number | null];
type Row = [on: number, from_min: number, to_min: number];
interface Golden {
  openings: { opening: Omit<Opening, 'times'> & { times: Row[] }; cases: Case[] }[];
  holidays: [day: number, byLaw: boolean][];
}
const golden = JSON.parse(readFileSync(fileURLToPath(new URL('../../golden/opening.json', import.meta.url)), 'utf8')) as Golden;

const opening = (one: Golden['openings'][number]['opening']): Opening =>
  ({ ...one, times: one.times.map(([on, from_min, to_min]) => ({ on, from_min, to_min })) });
const seconds = (ms: number | null) => (ms === null ? null : ms / 1000);

describe('the server\'s twin', () => {
  test.each(golden.openings.map((one, i) => [i, one] as const))('says the same of opening hours %i', (_i, one) => {
    expect(one.cases.length).toBeGreaterThan(200);
    for (const [nowS, open, closes, opens, by] of one.cases) {
      const found = expectedAnswer(nowS * 1000, opening(one.opening));
      expect([nowS, found.open, seconds(found.closesMs), seconds(found.opensMs), seconds(found.answerByMs)]).toEqual([nowS, open, closes, opens, by]);
    }
  });

  test('knows the same holidays in twelve years', () => {
    const [first, last] = [17_897, 22_280];
    expect([civilOf(first).year, civilOf(last).year]).toEqual([2019, 2031]);
    const found: [number, boolean][] = [];
    for (let day = first; day < last; day += 1) if (isHoliday(day, 7)) found.push([day, isHoliday(day, 0)]);
    expect(found).toEqual(golden.holidays);
  });
});

test('a day begins when its first instant says so', () => {
  for (let day = 20_454; day < 20_454 + 800; day += 1) {
    expect(dayOf(startOfDay(day))).toBe(day);
    expect(dayOf(startOfDay(day) - 1)).toBe(day - 1);
  }
  expect(weekdayOf(20_785)).toBe(5);
});
