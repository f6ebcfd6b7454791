/**
 * What the pages may ask of the engine, and what the engine shows to the pages.
 *
 * The engine (crypto, storage, network, domain) lives in one dedicated worker and
 * owns all keys. The pages get immutable snapshots and send commands; no key ever
 * crosses this line. Everything here must survive structured clone.
 */

export type Role = 'parent' | 'supporter' | 'coordinator' | 'lead';
export type OrgKind = 'municipality' | 'association';
export type ContactKind = 'dialogue' | 'email' | 'phone' | 'call' | 'visit' | 'meeting' | 'group';
/** Kinds that a person counts with one tap; `dialogue` counts itself, `call` comes with calls. */
export type TapContact = 'visit' | 'phone' | 'meeting' | 'email' | 'group';

/**
 * starting  the engine is loading
 * elsewhere the app is open in another tab, which owns the keys; takeOver() moves it here
 * fresh     nothing on this device: a slip is needed
 * slip      a slip has been read and checked with the server: choose a name and a PIN
 * joining   the join is under way (persisted; it goes on after a reload and unlock)
 * locked    a device is stored here: the PIN is needed
 * open      unlocked
 * destroyed too many wrong PINs: only a new slip helps
 */
export type Stage = 'starting' | 'elsewhere' | 'fresh' | 'slip' | 'joining' | 'locked' | 'open' | 'destroyed';

/** offline: no connection, trying again by itself. connecting: trying now. */
export type Link = 'offline' | 'connecting' | 'online';

/**
 * waiting   kept on this device, not with the server yet (loud in the UI)
 * sent      the server has it on disk
 * delivered a device of another person has it
 * read      another person has seen it
 */
export type Delivery = 'waiting' | 'sent' | 'delivered' | 'read';

/** A stretch of a day on which somebody answers. on: 0 Monday .. 6 Sunday, 7 on holidays; minutes since midnight in Stockholm */
export interface OpenTime { on: number; from_min: number; to_min: number }
/** opening.ts says what follows from it. times empty: nothing, but for the organisation's own words. */
export interface Opening { answer_within_h: number; eves: number; times: OpenTime[]; closed: number[] }
/** hours: in the organisation's own words. opening is missing on a device that has not been online since there is one. */
export interface Organisation { kind: OrgKind; name: string; hours: string; opening?: Opening }

export interface SlipView {
  role: Role;
  organisation: Organisation;
  /** null: a staff slip. */
  circle: boolean;
  /** more slips that came in the same link (a supporter's circles) */
  more: number;
}

export interface TextItem {
  type: 'text'; id: string; mine: boolean; memberId: string; author: string; authorRole: Role;
  text: string; sentAtMs: number; delivery: Delivery;
  /** from before this person came in; who gave it on. Author and time are by that person's word. */
  before: { by: string } | null;
}
export interface ContactItem {
  type: 'contact'; id: string; mine: boolean; memberId: string; author: string; kind: ContactKind;
  /** civil day of the contact, days since 1970-01-01 */
  day: number; sentAtMs: number; undone: boolean; delivery: Delivery;
  /** the counting device may undo until then; null for others and afterwards */
  undoUntilMs: number | null;
  /** parents who say that it is not right; the first is this person when `objected` */
  objections: string[];
  /** this person says so */
  objected: boolean;
}
export type Outcome = 'completed' | 'declined' | 'not_reached' | 'further_support';
export type Moment = 'first' | 'last';
/** What somebody did to the support itself; the words are the page's. */
export type ActView =
  /** face: 1 (very hard) to 5 (good); 0: taken back */
  | { type: 'feeling'; moment: Moment; face: number }
  /** kind null: the contact is not here */
  | { type: 'objection'; stands: boolean; kind: ContactKind | null; day: number }
  | { type: 'closing'; outcome: Outcome } | { type: 'closingBack' } | { type: 'feedbackAsk' } | { type: 'feedbackAnswer'; yes: boolean }
  /** name: who would come, or empty */
  | { type: 'comeAsk'; purpose: ComePurpose; name: string } | { type: 'comeAskBack' }
  /** purpose null: the question is not here */
  | { type: 'comeAnswer'; follows: Follows; purpose: ComePurpose | null }
  /** cover: who answers meanwhile, or empty */
  | { type: 'away'; firstDay: number; lastDay: number; cover: string; text: string } | { type: 'awayBack' } | { type: 'ownAsk' };
export interface ActItem {
  type: 'act'; id: string; mine: boolean; memberId: string; author: string; sentAtMs: number; delivery: Delivery; act: ActView;
}
/** Every change of membership is shown, in plain words (the words are the page's). */
export interface NoticeItem {
  type: 'notice'; id: string; sentAtMs: number;
  notice: 'circle_started' | 'joined' | 'left' | 'removed' | 'new_device' | 'slip_made' | 'slip_used' | 'slip_revoked'
    | 'not_readable' | 'you_joined' | 'you_joined_before'
    /** somebody, or this person, came back with a new slip after the thread was lost; the circle goes on from another one */
    | 'back' | 'you_back' | 'afresh';
  /** who it concerns, who did it; empty when unknown */
  subject: string; actor: string;
}
export type Item = TextItem | ContactItem | ActItem | NoticeItem;

export interface MemberView {
  memberId: string; name: string; role: Role; me: boolean;
  devices: { deviceId: string; mine: boolean }[];
}
export interface LiveSlipView { selector: number; role: Role; expiresDay: number; replacesMemberId: string | null }

/**
 * fine   the usual
 * doubt  an older state was restored: the keys are being renewed, what is written waits for that
 * lost   this device cannot follow any more: what was read stays, what is written waits for a new slip
 */
export type Thread = 'fine' | 'doubt' | 'lost';

export interface CircleSummary {
  circleId: string;
  /** ids that it had before it was started afresh */
  formerIds: string[];
  thread: Thread;
  /** what this person calls the circle; the other people's names when never set */
  title: string;
  unread: number; waiting: number;
  lastText: string; lastAtMs: number;
  /** no other person has joined yet */
  alone: boolean;
}
/** A parent's answer, or the question that is asked now. */
export interface FeelingView {
  moment: Moment;
  /** undefined: asked now; null: would rather not say */
  face: number | null | undefined;
  shown: boolean;
  /** the answer can be changed until then */
  undoUntilMs: number | null;
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
  /** how many the programme has */
  least: number; most: number;
  /** the programme's number is reached, and the supporter has not put the question away */
  askToClose: boolean;
  closing: {
    outcome: Outcome; author: string; mine: boolean;
    /** until then both write and either may take the closing back */
    openUntilMs: number;
    /** when everything here goes */
    endsAtMs: number;
  } | null;
  feedback: FeedbackState;
  /** this parent has a question to answer */
  feedbackWaits: boolean;
  /** the supporter's own writing; null unless agreed */
  feedbackText: FeedbackText | null;
  /** how the parents in here felt, as far as they show it: [first, last] for each who showed something */
  shownFeelings: { author: string; first: number | null; last: number | null }[];
  /** counted and not undone since this device came in */
  contacts: Partial<Record<ContactKind, number>>;
  /** parents only: the newest question or answer that is still of interest */
  feeling: FeelingView | null;
}
/** What stays of a support that has ended. */
export interface ReceiptView {
  id: string; title: string; organisation: string; beganDay: number; endedDay: number; outcome: Outcome;
  contacts: Partial<Record<ContactKind, number>>;
}

/** a colleague takes over; a colleague is here too; another parent is here too */
export type ComePurpose = 'handover' | 'beside' | 'parent';
/** no; yes, and what of before the newcomer may read */
export type Follows = 'refused' | 'nothing' | 'week' | 'all';
/** May one more person come in? Every parent who is in answers; the least that any of them gives is what follows. */
export interface ComeView {
  id: string; purpose: ComePurpose;
  /** who would come, or empty */
  name: string;
  by: string; mine: boolean;
  state: 'asked' | 'granted' | 'refused' | 'came';
  follows: Follows | null;
  /** parents who have not answered */
  waitsFor: string[];
  myAnswer: Follows | null;
  /** refused: when it may be asked again */
  againAtMs: number | null;
  came: string;
  /** a slip for it has been made and waits */
  slipWaits: boolean;
}
export interface ComingView {
  asks: ComeView[];
  /** supporters: what may be asked now */
  mayAsk: ComePurpose[];
  /** texts from before that are still on their way to a newcomer from here */
  following: number;
  /** this supporter may leave: a colleague is in */
  canLeave: boolean;
  /** the others are being told */
  leaving: boolean;
}

/** A conversation of one's own, beside a joint one. */
export interface OwnView {
  /** parent in a joint circle, who has not asked this week */
  mayAsk: boolean;
  /** this parent has asked this week */
  asked: boolean;
  /** supporter: who would like one, and has none yet */
  wishes: { id: string; name: string }[];
}
/** A supporter is away; days since 1970-01-01, both included. */
export interface AwayView {
  id: string; mine: boolean; name: string; firstDay: number; lastDay: number;
  /** it has begun */
  now: boolean;
  /** who answers meanwhile: a member of the circle, or empty */
  cover: string; coverIsMe: boolean;
  text: string;
}

export interface CircleView extends CircleSummary {
  members: MemberView[]; slips: LiveSlipView[]; items: Item[]; draft: string;
  /** started afresh: who was in before, is not back yet and has no slip waiting */
  awaited: { memberId: string; name: string; role: Role }[];
  /** contacts that are counted and not undone, by kind, this calendar month */
  counted: Partial<Record<ContactKind, number>>;
  /** three words from the epoch authenticator, the same on every device of the circle */
  safetyWords: string[];
  support: SupportView;
  coming: ComingView;
  /** absences that are not over */
  away: AwayView[];
  own: OwnView;
}

export interface Snapshot {
  stage: Stage; link: Link;
  /** set while link is not online: when the next try comes */
  retryAtMs: number | null;
  role: Role | null; name: string; organisation: Organisation | null;
  slip: SlipView | null;
  /** tries that are left after a wrong PIN; null: no wrong try yet */
  pinTriesLeft: number | null;
  circles: CircleSummary[];
  /** supports that have ended, newest first */
  receipts: ReceiptView[];
  /** messages on this device that the server does not have */
  waiting: number;
  /** something a person must know; the page has words for each code in error_codes.csv or a LocalError */
  problem: Problem | null;
}
/** code names of error_codes.csv in addition to the client's own */
export interface Problem { code: string; detail: number }
export type LocalError = 'offline' | 'storage_failed' | 'storage_evicted' | 'crypto_failed' | 'text_too_long' | 'text_empty'
  | 'name_bad' | 'pin_bad' | 'clock_wrong' | 'thread_lost' | 'unknown';

/** The one table of what can be counted, for pages that name its values. */
export { SERIES, type Series } from '../wire/counted';

/** A span, or the sum of the spans that began in a half-year or a year. */
export type ReleaseScope = 'span' | 'half_year' | 'year';
export interface ReleaseInfo { releaseId: number; scope: ReleaseScope; firstDay: number; lastDay: number }
export interface ReleaseDoc extends ReleaseInfo { json: string; csv: string }

/** A slip just made: shown once, never stored in clear. `link` holds `text` in its fragment. */
export interface MadeSlip { link: string; text: string; selector: number; expiresDay: number }

export const TEXT_MAX_CHARS = 4000;   // Unicode code points
export const NAME_MAX_CHARS = 40;
export const PIN_DIGITS = 6;
export const FACES = [1, 2, 3, 4, 5] as const;
/** Unicode code points in each field of the feedback */
export const FEEDBACK_MAX_CHARS = 2000;
export const AWAY_TEXT_MAX_CHARS = 200;
/** Nobody knows further ahead, and a slip of the finger in the year is found. */
export const AWAY_AHEAD_DAYS = 366;

export type Result<T = null> = { ok: true; value: T } | { ok: false; code: string; detail: number };

export interface Engine {
  /** Reads one slip or a whole link and checks it with the server. Nothing is used up.
   *  slip_mistyped: detail is the number (from 1) of the part that looks wrong. */
  openSlip(textOrLink: string): Promise<Result<SlipView>>;
  /** stage 'slip' -> 'joining' -> 'open'. PIN: six digits, or a passphrase from 8 characters. */
  join(name: string, pin: string): Promise<Result>;
  /** Forgets a slip that was opened and not used. */
  cancelSlip(): Promise<Result>;
  /** Also works while a device is stored: joins one more circle with the open device, or brings it back into one whose
   *  thread it has lost. */
  joinAnother(textOrLink: string): Promise<Result<{ circleId: string }>>;
  unlock(pin: string): Promise<Result>;
  lock(): Promise<Result>;
  /** Takes the app over from another tab. */
  takeOver(): Promise<Result>;
  /** Deletes everything on this device. */
  forgetDevice(): Promise<Result>;

  circle(circleId: string): Promise<Result<CircleView>>;
  /** Resolves once it is stored on this device; delivery shows in the item. */
  send(circleId: string, text: string): Promise<Result<{ id: string }>>;
  saveDraft(circleId: string, text: string): Promise<Result>;
  /** What has been seen up to and with this item: sends a read receipt. */
  markRead(circleId: string, itemId: string): Promise<Result>;
  renameCircle(circleId: string, title: string): Promise<Result>;
  retryNow(): Promise<Result>;

  /** supporter */
  newCircle(title: string): Promise<Result<{ circleId: string }>>;
  makeSlip(circleId: string, o: { role: 'parent' | 'supporter'; form: 'qr' | 'typed'; days: number;
    replacesMemberId?: string;
    /** the question that was agreed to; not_now: no longer; slip_limit: one waits already */ askId?: string }): Promise<Result<MadeSlip>>;
  revokeSlip(circleId: string, selector: number): Promise<Result>;
  removeMember(circleId: string, memberId: string): Promise<Result>;
  /** A lost circle goes on in a new one: same people, same texts, new slips for everybody. */
  startAfresh(circleId: string): Promise<Result<{ circleId: string }>>;
  countContact(circleId: string, kind: TapContact): Promise<Result<{ id: string }>>;
  undoContact(circleId: string, itemId: string): Promise<Result>;
  /** "Close the support?" was answered with "not now": quiet for a week. */
  closeNotNow(circleId: string): Promise<Result>;
  /** Ends the support after a time in which both still write and either may take it back. not_now: it is closing. */
  closeSupport(circleId: string, outcome: Outcome): Promise<Result>;
  /** Asks the parent whether feedback may be written together. */
  askFeedback(circleId: string): Promise<Result>;
  /** Kept sealed on this device until the support has ended; never sent. not_now: the parent has not agreed. */
  saveFeedback(circleId: string, text: FeedbackText): Promise<Result>;
  /** parent and supporter */
  takeBackClosing(circleId: string): Promise<Result>;
  deleteReceipt(id: string): Promise<Result>;
  /** May one more person come in? name: who, or empty. not_now: another question stands, or it was refused this week. */
  askCome(circleId: string, purpose: ComePurpose, name: string): Promise<Result>;
  takeBackCome(circleId: string, askId: string): Promise<Result>;
  /** parent: may be changed until somebody has come. */
  answerCome(circleId: string, askId: string, follows: Follows): Promise<Result>;
  /** supporter: to a colleague who stays. Everything of the circle goes from this device. not_now: nobody would be left. */
  leaveCircle(circleId: string): Promise<Result>;
  /** supporter: replaces an absence from before. not_allowed: impossible days; not_a_member: the cover is not in here. */
  setAway(circleId: string, o: { firstDay: number; lastDay: number; coverMemberId: string | null; text: string }): Promise<Result>;
  /** Back earlier. */
  endAway(circleId: string, awayId: string): Promise<Result>;
  /** parent in a joint circle; other parents' clients do not show it. not_now: asked already. */
  askOwn(circleId: string): Promise<Result>;
  /** supporter: a new circle for that parent; its slip is made next, and handed over outside of the joint circle. */
  startOwn(circleId: string, askId: string, title: string): Promise<Result<{ circleId: string }>>;
  setOwnAside(circleId: string, askId: string): Promise<Result>;
  /** "Leave now?" is put away. */
  stayInCircle(circleId: string, askId: string): Promise<Result>;
  /** parent. feelingAsked: the question is on the screen now, and is not asked on another day. */
  feelingAsked(circleId: string, moment: Moment): Promise<Result>;
  /** face null: would rather not say. show: the supporter sees it in the conversation. */
  answerFeeling(circleId: string, moment: Moment, face: number | null, show: boolean): Promise<Result>;
  /** While it can be undone: the question is open again. */
  undoFeeling(circleId: string, moment: Moment): Promise<Result>;
  answerFeedback(circleId: string, yes: boolean): Promise<Result>;
  /** This counted contact is not right; stands false takes that back. */
  objectContact(circleId: string, itemId: string, stands: boolean): Promise<Result>;
  /** coordinator */
  makeStaffSlip(o: { role: 'supporter' | 'coordinator' | 'lead'; days: number }): Promise<Result<MadeSlip>>;
  /** lead */
  releases(): Promise<Result<ReleaseInfo[]>>;
  release(releaseId: number): Promise<Result<ReleaseDoc>>;
}

/** Pages subscribe: a snapshot comes at once and after every change; `circleChanged` names circles whose view is stale. */
export interface EngineEvents {
  snapshot(s: Snapshot): void;
  circleChanged(circleId: string): void;
}

/** src/platform/engine_client.ts: starts the worker and gives back the typed proxy. */
export type StartEngine = (events: EngineEvents) => Engine;
