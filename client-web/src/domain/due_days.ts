/** Until when a first contact is promised, and assignments in the order in which somebody has to act on them. */
import type { AssignmentView, Organisation } from './api';
import { workingDaysAfter } from './holidays';

/** A coordinator can give two working weeks; longer promises are none. */
const DUE_CHOICES = 10;

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

export interface WorkGroups { late: AssignmentView[]; open: AssignmentView[]; over: AssignmentView[] }

export function grouped(assignments: readonly AssignmentView[], today: number): WorkGroups {
  const open = assignments.filter((one) => one.state === 'open').sort((a, b) => a.dueDay - b.dueDay);
  return {
    late: open.filter((one) => one.dueDay < today),
    open: open.filter((one) => one.dueDay >= today),
    over: assignments.filter((one) => one.state !== 'open').sort((a, b) => (b.endedDay ?? 0) - (a.endedDay ?? 0)),
  };
}
