/**
 * What the engine shows to the pages: immutable, and each survives structured clone. The words are the page's. Pages import
 * api.ts, which hands these on. How a support goes on is in
 * api_support_views.ts, the work around conversations in api_work_views.ts.
 */
import type { ProgrammeSaid, ProgrammeChoice, SupportView, ReceiptView } from './api_support_views';
import type { KeptDetails, LineView, QueueView, WaitView, WorkView } from './api_work_views';

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

/** An organisation that takes people who come by a poster. */
export interface OpenOrganisation { number: number; organisation: Organisation; waiting: number }

export interface SlipView {
  role: Role;
  /** a door's: of the first that can be chosen */
  organisation: Organisation;
  /** A poster's code: one of these is chosen. null: an ordinary slip. */
  door: OpenOrganisation[] | null;
  /** null: a staff slip. */
  circle: boolean;
  /** more slips that came in the same link (a supporter's circles) */
  more: number;
}

export type ReactionMark = 'heart' | 'thumb_up' | 'thanks' | 'hug' | 'sad_with_you' | 'tick';
export interface ReactionView { mark: ReactionMark; mine: boolean; author: string }
/** What a text answers. missing: it is not on this device. gone: its author has taken it away. */
export interface QuoteView { id: string; state: 'here' | 'gone' | 'missing'; mine: boolean; author: string; text: string }
export interface TextItem {
  type: 'text'; id: string; mine: boolean; memberId: string; author: string; authorRole: Role;
  text: string; sentAtMs: number; delivery: Delivery;
  /** from before this person came in; who gave it on. Author and time are by that person's word. */
  before: { by: string } | null;
  replyTo: QuoteView | null;
  /** its author has changed the words */
  changed: boolean;
  /** own: the others have yet to hear of new words, or that it was taken away */
  changing: boolean;
  /** its author has taken it away; text is empty */
  gone: boolean;
  reactions: ReactionView[];
  /** own: until when the words may be changed, and when it may be taken away for all; Infinity while it waits here; null: not any more */
  editUntilMs: number | null; deleteUntilMs: number | null;
  /** own: the server has had it for hours, and nobody's device has fetched it */
  unfetched: boolean;
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
/** experience: how the support has been, asked at the last one */
export type Moment = 'first' | 'last' | 'experience';
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
  | { type: 'away'; firstDay: number; lastDay: number; cover: string; text: string } | { type: 'awayBack' } | { type: 'ownAsk' }
  /** supporters alone see it */
  | { type: 'quickExit' }
  /** the support goes on in another way: another programme, or its next phase */
  | { type: 'programme'; programme: ProgrammeSaid; step: { number: number; count: number } | null }
  /** gone: taken away, title is what it had. changed: it was there before */
  | { type: 'card'; kind: CardKind | 'gone'; title: string; changed: boolean }
  /** the time that suits; null: none does, or the proposal is not here */
  | { type: 'meetingAnswer'; atMs: number | null };
export interface ActItem {
  type: 'act'; id: string; mine: boolean; memberId: string; author: string; sentAtMs: number; delivery: Delivery; act: ActView;
}
export type AttachmentKind = 'photo' | 'file' | 'voice';
/**
 * sending  own, and the others have not been told yet. offered: waits for a press. fetching: on its way here
 * here     can be shown, played, saved
 * gone     the server does not have it any more; broken: what came is not what was sent
 */
export type AttachmentState = 'sending' | 'offered' | 'fetching' | 'here' | 'gone' | 'broken';
export interface AttachmentItem {
  type: 'attachment'; id: string; mine: boolean; memberId: string; author: string; authorRole: Role; sentAtMs: number; delivery: Delivery;
  kind: AttachmentKind; size: number; width: number; height: number; durationMs: number; name: string; /** a small JPEG, or empty */ preview: Uint8Array;
  caption: string;
  state: AttachmentState;
  /** how far it has come; null: nothing is under way */
  percent: number | null;
  /** why it does not go on: a code */
  trouble: string | null;
  /** until then it can be taken away for all; null: never, or not any more */
  deleteUntilMs: number | null;
}
/** Every change of membership is shown, in plain words (the words are the page's). */
export interface NoticeItem {
  type: 'notice'; id: string; sentAtMs: number;
  notice: 'circle_started' | 'joined' | 'left' | 'removed' | 'new_device' | 'slip_made' | 'slip_used' | 'slip_revoked'
    | 'not_readable' | 'you_joined' | 'you_joined_before'
    /** somebody, or this person, came back with a new slip after the thread was lost; the circle goes on from another one */
    | 'back' | 'you_back' | 'afresh'
    /** does not work for the organisation any more */
    | 'gone'
    /** this person waited in a queue, and somebody is here now */
    | 'line_open';
  /** who it concerns, who did it; empty when unknown */
  subject: string; actor: string;
}
export type Item = TextItem | ContactItem | ActItem | NoticeItem | AttachmentItem;

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
  /** the last is an attachment: of which kind; lastText is then its caption */
  lastAttachment: AttachmentKind | null;
  /** no other person has joined yet */
  alone: boolean;
  /** somebody from the queue has been given the way in and comes by themselves */
  onTheWay: boolean;
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

export type CardKind = 'meeting' | 'phone' | 'agreed' | 'week';
/** Something to return to. A phone number stands in text, whose it is in title. times: ms since 1970, meetings only; lines: week plans only. */
export interface CardDraft { kind: CardKind; title: string; text: string; times: number[]; lines: string[] }
export interface CardView extends Omit<CardDraft, 'lines'> {
  id: string; author: string; mine: boolean;
  /** this person may change it and take it away */
  mayChange: boolean;
  /** own: the others have yet to hear of it */
  unsent: boolean;
  lines: { text: string; done: boolean }[];
  /** this person may say which time suits; what was said: from 1, 0: none suits */
  mayAnswer: boolean; myAnswer: number | null;
  answers: { name: string; mine: boolean; choice: number }[];
  /** names of those whose answer is missing */
  waitsFor: string[];
  /** the time that all have said yes to */
  agreedMs: number | null;
}
export interface PinView { id: string; text: string; author: string; mine: boolean; sentAtMs: number }
/** What there is to return to: cards, and texts that a supporter has pinned. */
export interface KeptView {
  cards: CardView[]; pins: PinView[];
  mayAdd: CardKind[]; mayPin: boolean;
  /** the nearest meeting that is agreed and not over */
  next: { cardId: string; atMs: number } | null;
  /** proposed meetings that this person has not answered */
  asks: number;
}

export interface CircleView extends CircleSummary {
  members: MemberView[]; slips: LiveSlipView[]; items: Item[]; draft: string;
  /** the draft answers this text */
  draftReply: QuoteView | null;
  /** an own text whose words are being changed, and the words so far */
  editing: { itemId: string; text: string } | null;
  /** the first item that this person has not seen; null: none */
  firstUnread: string | null;
  /** texts stay for so many days */
  keepDays: number;
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
  kept: KeptView;
}

/** A text that was searched for: what stands before and after the first place that fits. */
export interface SearchHit {
  circleId: string; title: string; itemId: string; mine: boolean; author: string; sentAtMs: number;
  before: string; match: string; after: string;
}
/** Newest first; count may be more than there are hits. */
export interface SearchView { count: number; hits: SearchHit[] }

/** The browser is to make a passkey, or to sign in with one of these. Bytes as WebAuthn wants them. */
export interface PasskeyView {
  kind: 'create' | 'sign_in';
  /** the session has just ended: say so */
  ended: boolean;
  challenge: Uint8Array; rpId: string; userId: Uint8Array; credentials: Uint8Array[];
}
/** What the browser gave. */
export type PasskeyAnswer =
  | { kind: 'create'; clientData: Uint8Array; attestation: Uint8Array }
  | { kind: 'sign_in'; credential: Uint8Array; clientData: Uint8Array; authData: Uint8Array; signature: Uint8Array; userHandle: Uint8Array };

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
  /** coordinators and supporters, once the server has said it */
  work: WorkView | null;
  /** staff: how their organisation gives support, in its order */
  programmes: ProgrammeChoice[];
  /** parents: waits in a queue */
  wait: WaitView | null;
  /** coordinators and supporters, once the server has said it */
  queue: QueueView | null;
  /** coordinators and supporters */
  lines: LineView[];
  /** supporters: what is not in `work` (offline) */
  details: KeptDetails[];
  /** messages on this device that the server does not have */
  waiting: number;
  /** staff: what the server asks for before it lets this device in */
  passkey: PasskeyView | null;
  /** parents: supporters are told of a quick exit */
  tellExit: boolean;
  /** grows with every part of an attachment that moves: something is under way for somebody */
  moved: number;
  /** something a person must know; the page has words for each code in error_codes.csv or a LocalError */
  problem: Problem | null;
}
/** code names of error_codes.csv in addition to the client's own */
export interface Problem { code: string; detail: number }
export type LocalError = 'offline' | 'storage_failed' | 'storage_evicted' | 'crypto_failed' | 'text_too_long' | 'text_empty'
  | 'name_bad' | 'pin_bad' | 'clock_wrong' | 'thread_lost' | 'unknown'
  | 'cards_full' | 'phone_bad'
  /** slip_is_door: a poster's code, where a slip is wanted. not_a_door: the other way round. */
  | 'slip_is_door' | 'not_a_door'
  /** attachments: too large, empty, not to be read; no room on this device */
  | 'attachment_empty' | 'attachment_too_large' | 'file_unreadable' | 'device_full'
  | 'passkey_cancelled' | 'passkey_none' | 'passkey_forbidden';
