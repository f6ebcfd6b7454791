/** What a programme says about a support: the rules, as pure functions over what was said in the circle. */
import type { Counted } from '../wire/counted';
import type { ProgrammeAct } from './crypto_port';

/** Where no programme was said (circles from before there were any): three to five conversations, with feedback. */
export const USUAL = { least: 3, most: 5 } as const;

const WEEK_DAYS = 7;

/** Contacts that are counted and not undone. */
export interface CountedContact { day: number; participants: readonly string[] }

/** A conversation is a day with at least one counted contact: two telephone calls on one day are one conversation. */
export const conversationDays = (contacts: readonly CountedContact[]): number => new Set(contacts.map(({ day }) => day)).size;

type Conversations = Extract<Counted, { series: 'conversations' }>['value'];

/** DESIGN 7.4: 0, 1-2, 3-5, 6+ */
export function conversationsValue(count: number): Conversations {
  if (count === 0) return '0';
  if (count <= 2) return '1-2';
  return count <= 5 ? '3-5' : '6+';
}

/** Null: without a number. */
export function rangeOf(said: ProgrammeAct | null): { least: number; most: number } | null {
  if (!said) return USUAL;
  return said.most > 0 ? { least: said.least, most: said.most } : null;
}

/** The phase that is now. */
export interface PhaseNow {
  /** from 1 */
  number: number; count: number;
  /** the week that is now, from 1 */
  week: number;
  leastWeeks: number; mostWeeks: number;
  /** its longest time is over */
  over: boolean;
  /** the last week after which both are to stop and look back: whole weeks that are over; null: none yet, or never */
  checkInWeek: number | null;
}

export function phaseNow(said: ProgrammeAct | null, today: number): PhaseNow | null {
  const phase = said?.phases[said.phase - 1];
  if (!said || !phase) return null;
  const weeks = Math.max(0, Math.floor((today - said.sinceDay) / WEEK_DAYS));
  const every = phase.checkInEveryWeeks;
  const due = every > 0 ? Math.floor(Math.min(weeks, phase.mostWeeks) / every) * every : 0;
  return {
    number: said.phase, count: said.phases.length, week: weeks + 1, leastWeeks: phase.leastWeeks, mostWeeks: phase.mostWeeks,
    over: weeks >= phase.mostWeeks, checkInWeek: due > 0 ? due : null,
  };
}

/** The programme's own number of conversations is reached, or the last phase's weeks are over. A programme without either has no end. */
export function isDone(said: ProgrammeAct | null, conversations: number, today: number): boolean {
  const range = rangeOf(said);
  const phase = phaseNow(said, today);
  return (range !== null && conversations >= range.most) || (phase !== null && phase.over && phase.number === phase.count);
}
