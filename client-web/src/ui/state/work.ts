/** The words for assignments: their days, and why details were not taken. */
import { DETAILS_MAX_CHARS, type AssignmentView, type LineView, type Problem, type Snapshot } from '../../domain/api.ts';
import { dayOf } from '../../domain/days.ts';
import { number, t, weekdayAndDate } from '../../i18n/i18n.svelte.ts';
import { problemText } from '../words.ts';

/** A coordinator's line to that colleague. */
export const lineOf = (snapshot: Snapshot, staffId: string): LineView | undefined => snapshot.lines.find((one) => one.staffId === staffId);

export const detailsError = (problem: Problem): string =>
  (problem.code === 'text_too_long' ? t('details-too-long', { count: number(DETAILS_MAX_CHARS) }) : problemText(problem));

export const todayNow = (): number => dayOf(Date.now());

/** "Due today", "due at the latest Monday 30 November", "should have been done by …", or how it ended. */
export function stateText(one: AssignmentView, today: number): string {
  if (one.state === 'withdrawn' || one.state === 'not_carried_out') return t(`work-state-${one.state}`, { day: weekdayAndDate(one.endedDay ?? today) });
  if (one.state === 'contacted') return t((one.endedDay ?? today) <= one.dueDay ? 'work-state-in-time' : 'work-state-too-late', { day: weekdayAndDate(one.endedDay ?? today) });
  if (one.dueDay === today) return t('work-due-today');
  return t(one.dueDay < today ? 'work-due-missed' : 'work-due', { day: weekdayAndDate(one.dueDay) });
}
