/** The year as it was planned (tests/data/year_2019.json), and the calendar that it is played by. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DAY_MS, startOfDay } from '../../client-web/src/domain/days';
import { EVES, isHoliday, weekdayOf } from '../../client-web/src/domain/holidays';
import type { OrgKind, Outcome, TapContact } from '../../client-web/src/domain/api';

export type Kind = 'dialogue' | 'phone' | 'visit' | 'meeting';
/** seen: written while nobody was at work; the supporter's phone has it, and counts it, on that day. undone: a wrong tap. */
export interface PlannedDay { day: string; contacts: Kind[]; seen?: string; undone?: TapContact }
export interface PlannedParent {
  id: string; name: string; organisation: OrgKind; supporter: string; begins: string;
  closes: { day: string; outcome: Outcome } | null; first_face: number | null; last_face: number | null; experience: number | null; days: PlannedDay[];
}
export interface PlannedSupporter { id: string; organisation: OrgKind; name: string }
export interface Plan { year: number; undo_s: number; supporters: PlannedSupporter[]; parents: PlannedParent[] }

const file = (name: string) => readFileSync(fileURLToPath(new URL(`../data/${name}`, import.meta.url)), 'utf8');
export const readPlan = (): Plan => JSON.parse(file('year_2019.json')) as Plan;
/** What people write: the texts of tests/data/transcript.json. */
export const readTexts = (): string[] =>
  (JSON.parse(file('transcript.json')) as { conversations: { messages: { text: string }[] }[] }).conversations.flatMap((c) => c.messages.map((m) => m.text));

export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
export const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** An hour by Stockholm's clocks. */
export const moment = (day: number, hour: number): number => startOfDay(day) + hour * 3_600_000;

const ALL_EVES = EVES.midsummer | EVES.christmas | EVES.new_year;
const office = (day: number) => weekdayOf(day) < 5 && !isHoliday(day, ALL_EVES);
/** Volunteers come on any day, in the evening. */
export const atWork = (organisation: OrgKind, day: number): boolean => organisation === 'association' || office(day);
export const officeDay = office;

export function nextAtWork(organisation: OrgKind, from: number): number {
  let day = from;
  while (!atWork(organisation, day)) day += 1;
  return day;
}

const GRACE_DAYS = 7;
/** A support that was closed ends a week later, when its people's phones are awake: then its outcome is counted. */
export const endDay = ({ closes, organisation }: PlannedParent): number | null =>
  closes && nextAtWork(organisation, dayNumber(closes.day) + GRACE_DAYS);
