import { describe, expect, test } from 'vitest';
import { civilOf, dayOf } from '../../../client-web/src/domain/days';
import { conversationDays, conversationsValue } from '../../../client-web/src/domain/programme';
import { dailyWeeks, mondayOf } from '../../../client-web/src/domain/week';

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / 86_400_000;
const daily = (monday: number, participants: string[], days = [0, 1, 2, 3, 4, 5, 6]) => days.map((d) => ({ day: monday + d, participants }));

describe('weeks', () => {
  test('begin on Monday, also over New Year and before 1970 has its first Monday', () => {
    expect(mondayOf(day(2026, 6, 14))).toBe(day(2026, 6, 8));
    expect(mondayOf(day(2026, 6, 15))).toBe(day(2026, 6, 15));
    expect(mondayOf(day(2027, 1, 1))).toBe(day(2026, 12, 28));
    expect(mondayOf(day(2024, 2, 29))).toBe(day(2024, 2, 26));
    for (let d = day(2020, 1, 1); d < day(2031, 1, 1); d++) {
      expect(new Date(mondayOf(d) * 86_400_000).getUTCDay()).toBe(1);
      expect(d - mondayOf(d)).toBeLessThan(7);
      expect(d).toBeGreaterThanOrEqual(mondayOf(d));
    }
  });

  test('a week with contact every day, and none that lacks one', () => {
    const monday = day(2026, 6, 8);
    expect(dailyWeeks(daily(monday, ['a']))).toEqual([{ monday, participants: ['a'] }]);
    for (let missing = 0; missing < 7; missing++) {
      expect(dailyWeeks(daily(monday, ['a'], [0, 1, 2, 3, 4, 5, 6].filter((d) => d !== missing)))).toEqual([]);
    }
    // Wednesday to Tuesday is seven days in a row and no week
    expect(dailyWeeks(daily(monday + 2, ['a']))).toEqual([]);
    expect(dailyWeeks([])).toEqual([]);
  });

  test('each parent has a week of their own: two who share the days have none', () => {
    const monday = day(2026, 6, 8);
    expect(dailyWeeks([...daily(monday, ['a'], [0, 1, 2]), ...daily(monday, ['b'], [3, 4, 5, 6])])).toEqual([]);
    expect(dailyWeeks([...daily(monday, ['b', 'a']), ...daily(monday + 7, ['b'])]))
      .toEqual([{ monday, participants: ['a', 'b'] }, { monday: monday + 7, participants: ['b'] }]);
  });

  test('the weeks of both changes of the clocks have seven days in Stockholm', () => {
    for (const [year, month, date] of [[2026, 3, 23], [2026, 10, 19]] as const) {
      const monday = day(year, month, date);
      const contacts = [0, 1, 2, 3, 4, 5, 6].flatMap((d) => {
        // half past midnight and half past eleven at night, by Stockholm's clock before or after the change on Sunday
        const utc = Date.UTC(year, month - 1, date + d);
        const summer = month === 10 ? d < 6 : false;
        const night_ms = utc - (summer || (month === 10 && d === 6) ? 2 : 1) * 3_600_000 + 1_800_000;
        const late_ms = utc + 86_400_000 - (summer || (month === 3 && d === 6) ? 2 : 1) * 3_600_000 - 1_800_000;
        expect(dayOf(night_ms)).toBe(monday + d);
        expect(dayOf(late_ms)).toBe(monday + d);
        return [{ day: dayOf(d % 2 ? night_ms : late_ms), participants: ['a'] }];
      });
      expect(dailyWeeks(contacts)).toEqual([{ monday, participants: ['a'] }]);
    }
  });

  test('the week of New Year is one week', () => {
    const monday = dayOf(Date.UTC(2026, 11, 28, 11));
    expect(civilOf(monday)).toEqual({ year: 2026, month: 12, day: 28 });
    const contacts = [0, 1, 2, 3, 4, 5, 6].map((d) => ({ day: dayOf(Date.UTC(2026, 11, 28 + d, 22, 30)), participants: ['a'] }));
    expect(dailyWeeks(contacts)).toEqual([{ monday, participants: ['a'] }]);
    expect(civilOf(contacts[6]!.day)).toEqual({ year: 2027, month: 1, day: 3 });
  });
});

describe('conversations', () => {
  test('are days with a contact, and fall into four groups', () => {
    expect(conversationDays([{ day: 1, participants: ['a'] }, { day: 1, participants: ['a'] }, { day: 3, participants: ['b'] }])).toBe(2);
    expect([0, 1, 2, 3, 5, 6, 40].map(conversationsValue)).toEqual(['0', '1-2', '1-2', '3-5', '3-5', '6+', '6+']);
  });
});
