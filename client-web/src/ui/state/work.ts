/** Assignments in the order in which somebody has to act on them, and the words for their days. */
import { DETAILS_MAX_CHARS, type AssignmentView, type LineView, type Organisation, type Problem, type Snapshot } from '../../domain/api.ts';
import { dayOf } from '../../domain/days.ts';
import { workingDaysAfter } from '../../domain/holidays.ts';
import { number, t, weekdayAndDate } from '../../i18n/i18n.svelte.ts';
import { problemText } from '../words.ts';

/** A coordinator can give two working weeks; longer promises are none. */
const DUE_CHOICES = 10;

/** A coordinator's line to that colleague. */
export const lineOf = (snapshot: Snapshot, staffId: string): LineView | undefined => snapshot.lines.find((one) => one.staffId === staffId);

export const detailsError = (problem: Problem): string =>
  (problem.code === 'text_too_long' ? t('details-too-long', { count: number(DETAILS_MAX_CHARS) }) : problemText(problem));

export const todayNow = (): number => dayOf(Date.now());

export interface WorkGroups { late: AssignmentView[]; open: AssignmentView[]; over: AssignmentView[] }

export function grouped(assignments: readonly AssignmentView[], today: number): WorkGroups {
  const open = assignments.filter((one) => one.state === 'open').sort((a, b) => a.dueDay - b.dueDay);
  return {
    late: open.filter((one) => one.dueDay < today),
    open: open.filter((one) => one.dueDay >= today),
    over: assignments.filter((one) => one.state !== 'open').sort((a, b) => (b.endedDay ?? 0) - (a.endedDay ?? 0)),
  };
}

/** "Due today", "due at the latest Monday 30 November", "should have been done by …", or how it ended. */
export function stateText(one: AssignmentView, today: number): string {
  if (one.state === 'withdrawn' || one.state === 'not_carried_out') return t(`work-state-${one.state}`, { day: weekdayAndDate(one.endedDay ?? today) });
  if (one.state === 'contacted') return t((one.endedDay ?? today) <= one.dueDay ? 'work-state-in-time' : 'work-state-too-late', { day: weekdayAndDate(one.endedDay ?? today) });
  if (one.dueDay === today) return t('work-due-today');
  return t(one.dueDay < today ? 'work-due-missed' : 'work-due', { day: weekdayAndDate(one.dueDay) });
}

/** What "the same or the next weekday" is in weekdays. */
export const NEXT_WEEKDAY = 1;

/** Today and the next working days. `usual`: the last on which a first contact within so many weekdays is kept; null for 0, where
 *  the parent makes contact. `proposed`: that day, else the next one. */
export function dueChoices(today: number, organisation: Organisation | null, within: number): { days: number[]; usual: number | null; proposed: number } {
  const opening = organisation?.opening ?? { eves: 7, closed: [] };
  const next = workingDaysAfter(today, Math.max(DUE_CHOICES, within), opening);
  const usual = within > 0 ? next[within - 1] ?? today : null;
  return { days: [today, ...next], usual, proposed: usual ?? next[0] ?? today };
}
