/** The days of an absence as a date field holds them ("2026-12-07"), and what is wrong with them. */
import { AWAY_AHEAD_DAYS } from '../../domain/api.ts';
import { DAY_MS, dayOf } from '../../domain/days.ts';

const FIELD = /^(\d{4})-(\d{2})-(\d{2})$/;

/** null: no day, or one that does not exist. */
export function dayOfField(field: string): number | null {
  const parts = FIELD.exec(field);
  if (!parts) return null;
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY_MS;
  return fieldOfDay(day * DAY_MS) === field ? day : null;
}

/** Of a moment, by Stockholm's days. */
export const fieldOfDay = (ms: number): string => new Date(dayOf(ms) * DAY_MS).toISOString().slice(0, 10);

export function awayFault(first: number | null, last: number | null, nowMs: number): 'missing' | 'order' | 'past' | 'far' | null {
  if (first === null || last === null) return 'missing';
  const today = dayOf(nowMs);
  if (last < first) return 'order';
  if (first < today) return 'past';
  return last > today + AWAY_AHEAD_DAYS ? 'far' : null;
}
