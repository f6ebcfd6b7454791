import { describe, expect, test } from 'vitest';
import type { AssignmentView, Organisation } from '../../../client-web/src/domain/api';
import { dueChoices, grouped, NEXT_WEEKDAY } from '../../../client-web/src/domain/due_days';

const day = (date: string): number => Date.parse(date) / 86_400_000;
const dates = (days: number[]): string[] => days.map((one) => new Date(one * 86_400_000).toISOString().slice(5, 10));
const closedOn = (eves: number, ...closed: string[]): Organisation =>
  ({ opening: { eves, closed: closed.map(day) } }) as unknown as Organisation;

describe('until when a first contact is promised', () => {
  test('the same or the next weekday: over a weekend, a holiday, an eve, and a day of the organisation\'s own', () => {
    const next = (today: string, organisation: Organisation | null): string => dates([dueChoices(day(today), organisation, NEXT_WEEKDAY).proposed])[0]!;
    expect(next('2026-11-26', closedOn(7)), 'a Thursday').toBe('11-27');
    expect(next('2026-11-27', closedOn(7)), 'a Friday').toBe('11-30');
    expect(next('2026-11-28', closedOn(7)), 'a Saturday').toBe('11-30');
    expect(next('2026-12-23', closedOn(7)), 'the day before Christmas Eve, which is a Thursday').toBe('12-28');
    expect(next('2026-12-23', closedOn(0)), 'who works on eves').toBe('12-24');
    expect(next('2026-12-23', closedOn(7, '2026-12-28')), 'closed on the Monday after').toBe('12-29');
    expect(next('2027-01-05', null), 'nothing is known of the organisation: eves and holidays count').toBe('01-07');
  });

  test('ten working days and today can be chosen, and as many as a programme promises', () => {
    const { days, usual, proposed } = dueChoices(day('2026-12-21'), closedOn(7), 3);
    expect(dates(days)).toEqual(['12-21', '12-22', '12-23', '12-28', '12-29', '12-30', '01-04', '01-05', '01-07', '01-08', '01-11']);
    expect(dates([usual!, proposed])).toEqual(['12-28', '12-28']);
    expect(dueChoices(day('2026-12-21'), closedOn(7), 12).days).toHaveLength(13);
  });

  test('where the parent makes contact nothing is usual, and the next working day is proposed', () => {
    const { usual, proposed } = dueChoices(day('2026-11-27'), closedOn(7), 0);
    expect(usual).toBeNull();
    expect(dates([proposed])).toEqual(['11-30']);
  });
});

test('what is late stands before what is due, each by its day; on its day nothing is late', () => {
  const one = (id: string, dueDay: number, state = 'open', endedDay: number | null = null) => ({ id, dueDay, state, endedDay }) as unknown as AssignmentView;
  const found = grouped([one('a', 12), one('b', 9), one('c', 10), one('d', 8), one('e', 3, 'contacted', 4), one('f', 3, 'withdrawn', 6)], 10);
  const ids = (rows: readonly AssignmentView[]): string[] => rows.map(({ id }) => id);
  expect([ids(found.late), ids(found.open), ids(found.over)]).toEqual([['d', 'b'], ['c', 'a'], ['f', 'e']]);
});
