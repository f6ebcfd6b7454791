/**
 * What the engine shows of the work around conversations: the queue at an open door, assignments, colleagues and the lines to them.
 * Immutable, and each survives structured clone. Pages import api.ts, which hands these on.
 */
import type { OpenOrganisation, Organisation } from './api_views';

/** A parent who waits for somebody to be free. */
export interface WaitView {
  organisation: Organisation;
  ahead: number; sinceDay: number;
  /** by this device's clock */
  sinceMs: number;
  /** a supporter is about to answer */
  taken: boolean;
  others: OpenOrganisation[];
  /** kept here, and sent when the line opens */
  texts: { id: string; text: string; writtenAtMs: number }[];
  draft: string;
  /** unopened: an answer came that could not be opened. gone: the server does not know the place any more.
   *  ending: this person has stopped waiting, and the server is still to hear it. */
  trouble: 'unopened' | 'gone' | 'ending' | null;
}
export interface PosterView {
  selector: number;
  /** what the poster's code begins with */
  mark: string;
  link: string; text: string; expiresDay: number; words: string;
  /** made on this device */
  made: boolean;
}
/** An organisation's queue. Numbers and days alone. */
export interface QueueView {
  waiting: number;
  /** since when the first of them waits */
  sinceDay: number | null;
  /** by what the code of their poster begins with; known: the poster is on this device */
  doors: { mark: string; waiting: number; sinceDay: number; known: boolean }[];
  posters: PosterView[];
  /** supporter: somebody has been taken and the way in is being made */
  taking: boolean;
}

/** open; contacted; not carried out; withdrawn by a coordinator */
export type AssignmentState = 'open' | 'contacted' | 'not_carried_out' | 'withdrawn';
export interface AssignmentView {
  id: string;
  /** the coordinator's own word for it, no parent's name */
  label: string;
  /** whose it is: coordinators only; null: nobody's */
  staffId: string | null;
  /** the last civil day on which a first contact is in time */
  dueDay: number;
  state: AssignmentState;
  endedDay: number | null;
  /** made for it on this device */
  circleId: string | null;
  /** how the parent is reached, as far as this device knows */
  details: DetailsView | null;
  /** this supporter may take the end back until then */
  undoUntilMs: number | null;
}
/**
 * kept     here alone: nobody keeps the assignment, or there is no line to who does
 * waiting  on its way to the server
 * given    with whoever keeps the assignment
 */
export interface DetailsView { text: string; state: 'kept' | 'waiting' | 'given' }
/** Of an assignment that this device has not seen in a list since it started. */
export interface KeptDetails { assignmentId: string; text: string }
/**
 * none     nobody can come in: a slip is needed
 * waiting  a slip is out
 * ready    both are in
 * lost     this device cannot follow it any more: a new one is needed
 */
export type LineState = 'none' | 'waiting' | 'ready' | 'lost';
/** A line between a coordinator and a supporter, for contact details. */
export interface LineView {
  circleId: string;
  /** coordinator: to whom */
  staffId: string | null;
  state: LineState;
  /** who else is in */
  with: string;
}
export interface ColleagueView {
  staffId: string; role: 'supporter' | 'coordinator' | 'lead'; label: string;
  /** asks for a talk since then */
  talkSinceDay: number | null;
}
/** An organisation's own affairs. colleagues: coordinators only. */
export interface WorkView { assignments: AssignmentView[]; colleagues: ColleagueView[]; talkSinceDay: number | null }
export const LABEL_MAX_BYTES = 80;
/** How far ahead an assignment may be due. */
export const DUE_MAX_DAYS = 60;
