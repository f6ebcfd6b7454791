/** The plan itself: its sums, its calendar, and that its generator makes it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dailyWeeks, happened, releases } from './model';
import { atWork, dayNumber, nextAtWork, officeDay, readPlan } from './plan';

const plan = readPlan();
const days = plan.parents.flatMap((parent) => parent.days.map((day) => ({ parent, ...day, number: dayNumber(day.day) })));
const contacts = (kind: string) => days.flatMap((day) => day.contacts).filter((one) => one === kind).length;

describe('the year 2019', () => {
  it('is what its generator makes', () => {
    const generator = fileURLToPath(new URL('../data/make_year_2019.mjs', import.meta.url));
    execFileSync(process.execPath, [generator, '--check'], { stdio: 'pipe' });
  });

  it('has the figures that were said of it', () => {
    expect(plan.parents.length).toBe(15);
    expect(plan.parents.filter(({ organisation }) => organisation === 'association').length).toBe(5);
    expect(plan.supporters.filter(({ organisation }) => organisation === 'association').length).toBe(5);
    expect(days.length).toBe(440);
    expect(new Set(days.map(({ parent, day }) => `${parent.id} ${day}`)).size).toBe(440);
    expect(['dialogue', 'visit', 'phone', 'meeting'].map(contacts)).toEqual([343, 55, 113, 27]);
    const daily = plan.parents.filter((parent) => dailyWeeks(parent).length > 0).length;
    expect([7, 8]).toContain(daily);
  });

  it('keeps office hours: meetings on days of work, the municipality never at a weekend, and parents at any time', () => {
    for (const { parent, number, contacts: kinds, seen } of days) {
      if (kinds.includes('meeting')) expect(officeDay(number)).toBe(true);
      expect(seen !== undefined).toBe(!atWork(parent.organisation, number));
      if (seen) expect(dayNumber(seen)).toBe(nextAtWork(parent.organisation, number));
    }
    expect(days.filter(({ seen }) => seen).length).toBeGreaterThan(20);
    for (const { organisation, begins, closes } of plan.parents) {
      expect(atWork(organisation, dayNumber(begins))).toBe(true);
      if (closes) expect(atWork(organisation, dayNumber(closes.day))).toBe(true);
    }
  });

  it('has what is counted after the last day of a quarter and of the year', () => {
    for (const day of ['2019-03-31', '2019-06-30', '2019-12-31']) expect(days.some((one) => one.day === day && one.seen), day).toBe(true);
  });

  it('lets the quarters tell different amounts, and the year by kind of contact', () => {
    const told = releases(happened(plan), 1).map(({ scope, series }) => `${scope} ${series[0]!.level}`);
    expect(told).toEqual(['span value', 'span total', 'half_year total', 'span total', 'span value', 'half_year total', 'year value']);
  });
});
