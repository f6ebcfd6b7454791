/**
 * Weeks with contact every day, as pure functions over civil days (days since 1970-01-01 in Stockholm's calendar, days.ts).
 * A week is Monday to Sunday. Civil days have no hours, so a change of the clocks or of the year changes nothing here.
 */
import type { CountedContact } from './programme';

export const WEEK_DAYS = 7;
/** 1970-01-01 was a Thursday: Monday comes three days before it. */
const THURSDAY = 3;

export const mondayOf = (day: number): number => day - ((day + THURSDAY) % WEEK_DAYS);

export interface DailyWeek { monday: number; participants: string[] }

/** Each week on whose every day at least one parent had a contact, with the parents who had one on all seven; oldest first. */
export function dailyWeeks(contacts: readonly CountedContact[]): DailyWeek[] {
  const weeks = new Map<number, Map<string, Set<number>>>();
  for (const { day, participants } of contacts) {
    const monday = mondayOf(day);
    const people = weeks.get(monday) ?? new Map<string, Set<number>>();
    weeks.set(monday, people);
    for (const id of participants) people.set(id, (people.get(id) ?? new Set()).add(day));
  }
  return [...weeks].sort(([a], [b]) => a - b).flatMap(([monday, people]) => {
    const participants = [...people].filter(([, days]) => days.size === WEEK_DAYS).map(([id]) => id).sort();
    return participants.length > 0 ? [{ monday, participants }] : [];
  });
}
