/** What the engine shows of a support: how it goes on, how things are, how it ends. Pages import api.ts. */
import type { ContactKind, Outcome, Moment } from './api_views';

/** A parent's answer, or the question that is asked now. */
export interface FeelingView {
  moment: Moment;
  /** undefined: asked now; null: would rather not say */
  face: number | null | undefined;
  shown: boolean;
  /** the answer can be changed until then */
  undoUntilMs: number | null;
}
/** A name in the languages that the app speaks; Swedish is always there, the others may be empty. */
export interface ProgrammeName { sv: string; en: string; ar: string }
/** A programme in short. steps: how many phases; least and most: conversations, 0 and 0: without a number */
export interface ProgrammeSaid { name: ProgrammeName; least: number; most: number; steps: number }
/** How this support goes on. */
export interface ProgrammeView extends ProgrammeSaid {
  id: string;
  /** the phase that is now, from 1, and its week, from 1; null: there are none. over: its longest time is over */
  phase: { number: number; count: number; week: number; leastWeeks: number; mostWeeks: number; over: boolean } | null;
  /** supporter: so many weeks of the phase are over, and it is time to stop and look back; null: not now */
  checkInWeek: number | null;
}
/** A way in which this person's organisation gives support. */
export interface ProgrammeChoice extends ProgrammeSaid {
  id: string;
  /** weekdays in which a first contact must be made; 0: the parent makes contact */
  firstContact: number;
}
/** What feedback for the case worker says, written together with the parent on the supporter's device. */
export interface FeedbackText {
  /** 1..5, null: not said */
  feels: number | null; wish: 'yes' | 'no' | 'unsure' | null;
  change: string; more: string;
}
/** none, or what the parents said: asked until all have answered; one no is a no */
export type FeedbackState = 'none' | 'asked' | 'yes' | 'no';
export interface SupportView {
  /** days with at least one counted contact */
  conversations: number;
  /** how many the programme has; null: without a number */
  range: { least: number; most: number } | null;
  /** null: none was said */
  programme: ProgrammeView | null;
  /** supporter: the programme is one of another organisation, or its phase is over and another follows */
  programmeToDo: 'foreign' | 'next_phase' | null;
  /** the programme's number is reached, and the supporter has not put the question away */
  askToClose: boolean;
  closing: {
    outcome: Outcome; author: string; mine: boolean;
    /** until then both write and either may take the closing back */
    openUntilMs: number;
    /** when everything here goes */
    endsAtMs: number;
  } | null;
  /** the programme has feedback at its end */
  feedbackOffered: boolean;
  feedback: FeedbackState;
  /** this parent has a question to answer */
  feedbackWaits: boolean;
  /** the supporter's own writing; null unless agreed */
  feedbackText: FeedbackText | null;
  /** how the parents in here felt, as far as they show it, for each who showed something */
  shownFeelings: { author: string; first: number | null; last: number | null; experience: number | null }[];
  /** counted and not undone since this device came in */
  contacts: Partial<Record<ContactKind, number>>;
  /** parents only: the newest question or answer that is still of interest */
  feeling: FeelingView | null;
  /** parents only: how the support has been, asked beside how things are */
  experience: FeelingView | null;
}
/** What stays of a support that has ended. */
export interface ReceiptView {
  id: string; title: string; organisation: string; beganDay: number; endedDay: number; outcome: Outcome;
  contacts: Partial<Record<ContactKind, number>>;
}
