/**
 * What the pages may ask of the engine, and what the engine shows to the pages.
 *
 * The engine (crypto, storage, network, domain) lives in one dedicated worker and
 * owns all keys. The pages get immutable snapshots and send commands; no key ever
 * crosses this line. Everything here must survive structured clone.
 */
import type {
  AttachmentKind, CardDraft, CircleView, ComePurpose, Follows, Moment, Outcome, PasskeyAnswer, PasskeyView, ReactionMark, SearchView, SlipView,
  Snapshot, TapContact,
} from './api_views';
import type { FeedbackText } from './api_support_views';

export * from './api_support_views';
export * from './api_views';
export * from './api_work_views';

/** The one table of what can be counted, for pages that name its values. */
export { SERIES, type Series } from '../wire/counted';

/** A span, or the sum of the spans that began in a half-year or a year. */
export type ReleaseScope = 'span' | 'half_year' | 'year';
export interface ReleaseInfo { releaseId: number; scope: ReleaseScope; firstDay: number; lastDay: number }
export interface ReleaseDoc extends ReleaseInfo { json: string; csv: string }

/** A slip just made: shown once, never stored in clear. `link` holds `text` in its fragment. */
export interface MadeSlip { link: string; text: string; selector: number; expiresDay: number }

export const TEXT_MAX_CHARS = 4000;   // Unicode code points
/** What stands in the writing field is kept up to this length: a whole day's thoughts, to be sent in parts. */
export const DRAFT_MAX_CHARS = 100_000;
export const NAME_MAX_CHARS = 40;
export const PIN_DIGITS = 6;
export const FACES = [1, 2, 3, 4, 5] as const;
/** Unicode code points in each field of the feedback */
export const FEEDBACK_MAX_CHARS = 2000;
export const AWAY_TEXT_MAX_CHARS = 200;
/** Things to return to: more would be a file. */
export const CARDS_MAX = 20;
/** Unicode code points */
export const CARD_TITLE_MAX_CHARS = 80;
export const CARD_TEXT_MAX_CHARS = 500;
export const CARD_LINE_MAX_CHARS = 100;
/** lines of a week plan: two a day */
export const CARD_LINES_MAX = 14;
/** times that are proposed for one meeting */
export const CARD_TIMES_MAX = 3;
/** A slip of the finger in the year is found. */
export const CARD_AHEAD_DAYS = 366;
export const POSTER_DAYS_MAX = 400;
export const POSTER_WORDS_MAX_CHARS = 120;
/** How an assignment's parent is reached: Unicode code points */
export const DETAILS_MAX_CHARS = 500;
/** Nobody knows further ahead, and a slip of the finger in the year is found. */
export const AWAY_AHEAD_DAYS = 366;

/** 25 MiB */
export const ATTACHMENT_MAX_BYTES = 26_214_400;
export const CAPTION_MAX_CHARS = 500;
export const FILE_NAME_MAX_CHARS = 120;
export const PREVIEW_MAX_BYTES = 3000;
export const VOICE_MAX_MS = 600_000;
/** width, height, preview: photos; durationMs: voice; name: files */
export interface NewAttachment {
  kind: AttachmentKind; blob: Blob; caption?: string; name?: string; width?: number; height?: number; preview?: Uint8Array; durationMs?: number;
}

export type Result<T = null> = { ok: true; value: T } | { ok: false; code: string; detail: number };

/** Each form's name and what was typed in it. */
export type Forms = [name: string, typed: string][];
/** More than anybody has open; what is beyond is not kept. */
export const FORMS_MAX = 20;

/** Asks the person through the browser (platform/passkeys.ts). Codes: passkey_cancelled, passkey_none, passkey_forbidden. `name`: how
 *  the browser's own list calls the person. */
export type AskAuthenticator = (wanted: PasskeyView, name: string) => Promise<Result<PasskeyAnswer>>;

export interface Engine {
  /** Reads one slip or a whole link and checks it with the server. Nothing is used up.
   *  slip_mistyped: detail is the number (from 1) of the part that looks wrong. */
  openSlip(textOrLink: string): Promise<Result<SlipView>>;
  /** stage 'slip' -> 'joining' -> 'open'. PIN: six digits, or a passphrase from 8 characters. organisation: the number of the one
   *  that was chosen, when the slip is a door. */
  join(name: string, pin: string, organisation?: number): Promise<Result>;
  /** Forgets a slip that was opened and not used. */
  cancelSlip(): Promise<Result>;
  /** Also works while a device is stored: joins one more circle with the open device, or brings it back into one whose
   *  thread it has lost. */
  joinAnother(textOrLink: string): Promise<Result<{ circleId: string; /** it is a line between colleagues */ line: boolean }>>;
  unlock(pin: string): Promise<Result>;
  /** forms: what stands in open forms that keep it, to be there again after the next unlocking. */
  lock(forms?: Forms): Promise<Result>;
  /** Locks; before that it tells supporters when this parent has chosen so, as far as that goes at once. */
  quickExit(forms?: Forms): Promise<Result>;
  /** What the last lock kept; given once. */
  keptForms(): Promise<Result<Forms>>;
  /** parent: supporters are told of a quick exit, or not. */
  chooseTellExit(yes: boolean): Promise<Result>;
  /** Takes the app over from another tab. */
  takeOver(): Promise<Result>;
  /** Deletes everything on this device. */
  forgetDevice(): Promise<Result>;

  /** parent who waits. not_waiting: somebody is about to answer. */
  waitSwitch(organisation: number): Promise<Result>;
  /** Kept on this device, and sent in order as the first words when the line opens. */
  waitWrite(text: string): Promise<Result>;
  waitRemove(textId: string): Promise<Result>;
  waitDraft(text: string): Promise<Result>;
  /** Leaves the queue: the server forgets this device, and everything here is deleted. again: back to the poster. */
  waitEnd(again: boolean): Promise<Result>;

  circle(circleId: string): Promise<Result<CircleView>>;
  /** Resolves once it is stored on this device; delivery shows in the item. replyTo: the text that it answers. */
  send(circleId: string, text: string, replyTo?: string | null): Promise<Result<{ id: string }>>;
  saveDraft(circleId: string, text: string, replyTo?: string | null): Promise<Result>;
  /** What has been seen up to and with this item: sends a read receipt. */
  markRead(circleId: string, itemId: string): Promise<Result>;
  renameCircle(circleId: string, title: string): Promise<Result>;
  retryNow(): Promise<Result>;
  /** The answer to snapshot.passkey. not_now: another one is asked for by now. */
  passkey(answer: PasskeyAnswer): Promise<Result>;
  /** Somebody has just used the app: keeps a staff session open. */
  personHere(): Promise<Result>;

  /** supporter */
  /** assignmentId: the assignment that it is made for. */
  /** programmeId: one of snapshot.programmes; absent: the first, if there is one. */
  newCircle(title: string, assignmentId?: string, programmeId?: string): Promise<Result<{ circleId: string }>>;
  /** Kept here first and told to the server when there is a connection. why: it comes to no support, and counts as such. */
  endAssignment(id: string, state: 'contacted' | 'not_carried_out', why: 'declined' | 'not_reached' | null): Promise<Result>;
  /** not_now: the undo time is over. */
  reopenAssignment(id: string): Promise<Result>;
  /** The first in the queue gets a circle and the way in. queue_empty: a colleague was quicker. What is not finished goes on by itself. */
  takeNext(): Promise<Result<{ circleId: string }>>;
  /** Keeps a poster's code on this device: only with it can the way in be sealed for those who came by it. */
  addPoster(textOrLink: string): Promise<Result>;
  /** A talk with the coordinator, and nothing else is said. */
  askTalk(wanted: boolean): Promise<Result>;
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
  /** supporter: the support goes on in another way from today; everybody sees it. */
  chooseProgramme(circleId: string, programmeId: string): Promise<Result>;
  /** supporter: on to the programme's next phase. not_now: this is the last. */
  nextPhase(circleId: string): Promise<Result>;
  /** supporter: the check-in that is due is done; kept on this device alone. */
  checkedIn(circleId: string): Promise<Result>;
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
  makeStaffSlip(o: { role: 'supporter' | 'coordinator' | 'lead'; days: number; label: string }): Promise<Result<MadeSlip>>;
  /** days: 1 to POSTER_DAYS_MAX. words: a line of the organisation's own, or empty. */
  makePoster(o: { days: number; words: string }): Promise<Result<{ selector: number }>>;
  /** Nobody new comes in by it; who waits already goes on waiting. */
  revokePoster(selector: number): Promise<Result>;
  /** details: as for saveDetails. */
  makeAssignment(o: { label: string; staffId: string | null; dueDay: number; details?: string }): Promise<Result>;
  /** How the parent is reached: kept here, and given to whoever keeps the assignment over the line between them, which the server
   *  cannot read. Empty: taken back. text_too_long; assignment_over. */
  saveDetails(assignmentId: string, text: string): Promise<Result>;
  /** The line to a supporter and a slip for it; a slip from before dies. not_now: the colleague is in. */
  makeLineSlip(staffId: string, o: { form: 'qr' | 'typed'; days: number }): Promise<Result<MadeSlip>>;
  /** coordinator and supporter: the line ends. */
  dropLine(circleId: string): Promise<Result>;
  giveAssignment(id: string, staffId: string | null): Promise<Result>;
  withdrawAssignment(id: string): Promise<Result>;
  nameColleague(staffId: string, label: string): Promise<Result>;
  /** Their devices are forgotten at once, and their circles are told. */
  removeColleague(staffId: string): Promise<Result>;
  talkHad(staffId: string): Promise<Result>;
  /** lead */
  releases(): Promise<Result<ReleaseInfo[]>>;
  release(releaseId: number): Promise<Result<ReleaseDoc>>;

  /** Resolves once all of it is stored on this device; then it is uploaded and said. attachment_empty, attachment_too_large, file_unreadable,
   *  device_full, text_too_long: nothing of it is kept. */
  attach(circleId: string, what: NewAttachment): Promise<Result<{ id: string }>>;
  /** not_now: it is on its way to the others already. */
  cancelAttachment(circleId: string, itemId: string): Promise<Result>;
  /** Another's, that does not come by itself or was gone. */
  fetchAttachment(circleId: string, itemId: string): Promise<Result>;
  /** The bytes, without a type. */
  readAttachment(circleId: string, itemId: string): Promise<Result<Blob>>;
  /** Some seconds of a voice note that is being recorded, from index 0; kept until it is sent or dropped. */
  keepVoice(circleId: string, index: number, bytes: Uint8Array): Promise<Result>;
  /** empty: nothing is kept */
  keptVoice(circleId: string): Promise<Result<Blob>>;
  dropVoice(circleId: string): Promise<Result>;
  /** parent and supporter, on texts */
  /** null takes it back. */
  react(circleId: string, itemId: string, mark: ReactionMark | null): Promise<Result>;
  /** An own text's new words. not_now: its time is over (TextItem.editUntilMs). */
  editText(circleId: string, itemId: string, text: string): Promise<Result>;
  /** New words that are not said yet are kept like a draft; itemId null gives them up. */
  saveEdit(circleId: string, itemId: string | null, text: string): Promise<Result>;
  /** An own text, for everybody. not_now: its time is over (TextItem.deleteUntilMs). */
  deleteText(circleId: string, itemId: string): Promise<Result>;
  /** Any text, on this device alone. */
  deleteHere(circleId: string, itemId: string): Promise<Result>;
  /** Every word of the question, in one conversation or (null) in all. Nothing leaves the device. text_too_long: the question is. */
  search(query: string, circleId: string | null): Promise<Result<SearchView>>;
  /** supporters; parents: meetings alone */
  /** cardId null: a new one. cards_full: CARDS_MAX are there. phone_bad. not_allowed: another kind, or times that are over or too far. */
  saveCard(circleId: string, card: CardDraft, cardId: string | null): Promise<Result<{ id: string }>>;
  dropCard(circleId: string, cardId: string): Promise<Result>;
  /** anybody. line: from 0 */
  tickCard(circleId: string, cardId: string, line: number, done: boolean): Promise<Result>;
  /** supporter: a text is easy to find again, for as long as texts stay. */
  pinText(circleId: string, itemId: string, pinned: boolean): Promise<Result>;
  /** choice: which of its times suits, from 1; 0: none does. not_allowed: from whoever proposed it. */
  answerMeeting(circleId: string, cardId: string, choice: number): Promise<Result>;
}

/** Pages subscribe: a snapshot comes at once and after every change; `circleChanged` names circles whose view is stale. */
export interface EngineEvents {
  snapshot(s: Snapshot): void;
  circleChanged(circleId: string): void;
}

/** src/platform/engine_client.ts: starts the worker and gives back the typed proxy. */
export type StartEngine = (events: EngineEvents) => Engine;
