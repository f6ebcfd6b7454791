/**
 * What a device keeps, one record type per table. Records are values: never changed in place,
 * always replaced through a transaction (repo.ts). Stored as CBOR, sealed under the storage key.
 * A field's meaning never changes.
 */
import type { Counted } from '../wire/counted';
import type { Programme, ServerFrames, Span } from '../wire/frames';
import type { ContactKind, Delivery, FeedbackText, Forms, NoticeItem, Organisation, Role } from './api';
import type { Act, AttachmentKind, CircleRole, ContactName, Content, Member, Moment, Outcome, SealedPackage, TagSet } from './crypto_port';

/** The person and the device. Key: "me". */
export interface Profile {
  deviceId: string; loginSeed: Uint8Array; name: string;
  /** null until the server has said who this is */
  role: Role | null; organisation: Organisation | null;
  spans: Span[]; undoS: number;
  /** staff: how their organisation gives support, as of the last login */
  programmes?: Programme[];
  /** false: the server does not know this device yet */
  enrolled: boolean;
  /** the server has asked this person for a passkey: it wants to know when somebody is there */
  passkey?: boolean;
  /** parent: supporters are told of a quick exit; and when they were told last, by this device's clock */
  tellExit?: true;
  exitToldMs?: number;
  /** what stood in open forms when the device was locked (forms.ts) */
  forms?: Forms;
}

/** A slip that is being used. Key: its place in the link. */
export interface JoinRec {
  order: number; slipText: string; selector: number; circleId: string | null;
  /** what was sent or is about to be; its circle's state is in the table join_state */
  attempt: { messageId: string; epoch: number; commit: Uint8Array; packages: SealedPackage[] } | null;
}

/** Where somebody stands in a queue, as the server said it last. */
export type Place = Omit<ServerFrames['waiting'], 'type' | 'rid'>;
/** A parent who came by a poster and waits for somebody to be free. Key: "me". */
export interface WaitRec {
  /** the poster's code: with it the way in is opened, and the server does not have it */
  doorText: string; selector: number;
  /** made for this place alone */
  publicKey: Uint8Array; privateKey: Uint8Array;
  /** the organisation that was chosen, by its number */
  organisation: number;
  /** null: the server has not answered yet */
  place: Place | null;
  /** since when it is this organisation's queue, by this device's clock; 0: the server has not answered yet */
  sinceMs: number;
  draft: string;
  /** an answer came that the poster's code does not open, or whose slip is of no use */
  unopened?: true;
  /** the server does not know the place any more */
  gone?: true;
  /** this person stops waiting, and the server may not have heard it */
  ending?: true;
}
/** Written while waiting, said in the circle once there is one. Key: order, padded. */
export interface WaitTextRec { id: string; order: number; text: string; writtenAtMs: number }

/** Staff: a poster whose code this device has. Key: selector. */
export interface DoorRec {
  selector: number; text: string; expiresDay: number;
  /** made on this device, by a coordinator */
  made: boolean;
  /** the server has it */
  live: boolean;
  /** the coordinator's own line on the paper */
  words: string;
}
/** What a supporter does for the first in the queue, until the server has the way in. Key: "me". */
export interface TakingRec {
  askedMs: number;
  /** null: the server has yet to say who it is */
  taken: { waitId: string; selector: number; waitKey: Uint8Array; circleId: string } | null;
  /** the circle's slip, for the one who waits alone; null: not made yet */
  sealed: Uint8Array | null;
}

/** Key: circle id. */
export interface CircleRec {
  circleId: string; title: string; draft: string;
  /** the draft answers this text */
  draftReply?: string | undefined;
  /** a text whose words are being changed, and how far that has come */
  editing?: { target: string; text: string } | undefined;
  /** the last envelope that is stored here with all that follows from it */
  sequence: number;
  /** the server knows this circle */
  created: boolean;
  /** this device is out: can be read, not written */
  closed: boolean;
  /** the next place in items and outbox */
  next: number;
  /** this device cannot follow the circle any more: what was read stays, what is written waits for a new slip */
  lost?: true;
  /** started afresh: everything here has gone over to that circle, and this one is only remembered */
  movedTo?: string;
  /** started afresh: who was in before and needs a new slip */
  awaited?: string[];
  /** who is in, as last known: names for what was read when the circle's own state cannot be */
  people?: Member[];
  /** what this device alone knows of the support */
  support?: SupportRec;
  /** the support has ended: everything is gone, and the server has yet to be told */
  ended?: true;
  /** this person leaves: once the others have been told, everything goes */
  leaving?: true;
  /** made for somebody who waited in the queue */
  fromQueue?: true;
  /** a line between colleagues (staff_lines.ts), no conversation */
  staff?: true;
  /** a coordinator's line: to which colleague */
  staffId?: string;
}

/** A question that a parent is asked once, on the day on which it first comes up. */
export interface FeelingRec {
  askedDay: number;
  /** null: would rather not say; absent: no answer yet */
  face?: number | null;
  /** the content that shows the answer in the circle */
  shownAs?: string;
}
export interface SupportRec {
  feelings?: Partial<Record<Moment, FeelingRec>>;
  /** "close the support?" stays quiet until this day */
  quietUntilDay?: number;
  /** the last check-in that is done, of the phase that began on sinceDay */
  checkedIn?: { sinceDay: number; week: number };
  /** Mondays of the weeks that this device has counted */
  weeks?: number[];
  /** what the supporter is writing together with the parent for the case worker */
  feedback?: FeedbackText;
  /** since when each person who came in after this one may read, by member id: ms since 1970 */
  readsFromMs?: Record<string, number>;
  /** wishes for a conversation of one's own that are dealt with: content ids */
  ownDone?: string[];
  /** "leave now?" was put away: the question's content id */
  stays?: string[];
}

interface ItemBase {
  circleId: string; order: number; id: string; sentAtMs: number;
  /** by the server's clock: when the server had it (own) or when it came; it stays for so long from then (retention.ts) */
  sinceMs?: number | undefined;
}
/** An own item on its way: who was in when it was sent and has not confirmed it; when it was sent again, how often, and its
 *  last place in the order of sending. */
interface OnItsWay { owed?: string[]; again?: { times: number; order: number } }
export interface TextRec extends ItemBase, OnItsWay {
  type: 'text'; memberId: string; mine: boolean; text: string; delivery: Delivery;
  /** from another: this person has seen it */
  seen: boolean;
  /** what it answers: a content id */
  replyTo?: string;
  /** the words were changed: by which revision, and by which content of two with the same */
  revision?: number; editId?: string;
  /** taken away, for all by its author or on this device alone: text is empty, and it comes back no more */
  gone?: 'all' | 'here';
  /** from before this person came in: who gave it on, and by that person's word who wrote it */
  before?: { byMemberId: string; name: string; role: CircleRole };
}
export interface ContactRec extends ItemBase, OnItsWay {
  type: 'contact'; memberId: string; mine: boolean; kind: ContactName; day: number; participants: string[];
  undone: boolean; delivery: Delivery; seen: boolean;
}
export interface ActRec extends ItemBase, OnItsWay {
  type: 'act'; memberId: string; mine: boolean; act: Act; delivery: Delivery; seen: boolean;
  /** when it was stored here, by this device's clock */
  learnedAtMs: number;
}
/** What an attachment says of itself; where its bytes are is in the table attachment, under the same key. */
export interface AttachmentRec extends ItemBase, OnItsWay {
  type: 'attachment'; memberId: string; mine: boolean; delivery: Delivery; seen: boolean; sinceMs?: number | undefined;
  kind: AttachmentKind; size: number; width: number; height: number; durationMs: number; name: string; preview: Uint8Array; caption: string;
}
export interface NoticeRec extends ItemBase {
  type: 'notice'; notice: NoticeItem['notice'];
  /** member ids, resolved to names when shown */
  subject: string | null; actor: string | null;
}
/** Key: circle id, colon, content id. */
export type ItemRec = TextRec | ContactRec | ActRec | AttachmentRec | NoticeRec;
/** What somebody says, and what has to arrive. */
export type SaidRec = TextRec | ContactRec | ActRec | AttachmentRec;

/**
 * Own: storing, uploading, said (its message is in the outbox), here. From another: offered, wanted, here; or
 * gone (the server has it no more), broken (what came is not what was sent). See attachments.ts.
 */
export type TransferState = 'storing' | 'uploading' | 'said' | 'offered' | 'wanted' | 'here' | 'gone' | 'broken';
/** Where an attachment's bytes are. Key: as its item. */
export interface TransferRec {
  circleId: string; itemId: string; attachmentId: string;
  /** what its parts are sealed under, here and on the server */
  key: Uint8Array;
  /** under which id this device keeps its parts: its own, because attachment_id is the sender's word */
  piecesId: string;
  size: number; mine: boolean; state: TransferState;
}
/** The server has yet to hear that this device is done with an attachment. Key: attachment id. */
export interface AttachDoneRec { circleId: string; attachmentId: string }
/** Some seconds of a voice note that has not been sent. Key: circle id, colon, index, padded. */
export interface VoiceRec { circleId: string; index: number; bytes: Uint8Array }

export type OutJob =
  | { kind: 'create' }
  | { kind: 'content'; content: Content; contentId: string; sentAtMs: number }
  | { kind: 'remove'; memberId: string }
  /** new keys after an older state was restored: goes before everything else */
  | { kind: 'recover' }
  /** new join packages for the live slips, in whatever epoch it is by then */
  | { kind: 'refresh' }
  /** tells the server that this device is done with the circle */
  | { kind: 'leave' };
/** What the server does not have yet, in the order of writing. Key: circle id, colon, order. */
export interface OutRec {
  circleId: string; order: number; messageId: string; job: OutJob;
  /** exactly what was sent last or is about to be; sent again as it is until the server refuses it */
  attempt: { epoch: number; blob: Uint8Array } | null;
  /** a commit that the server has; it takes effect when its echo comes, in order */
  stored: boolean;
  /** an attempt was thrown away whose fate is not known: the server may have it */
  tried?: true;
}

/** A count that waits for its time. Key: tally id. */
export interface TallyRec {
  tallyId: string; circleId: string; day: number;
  counted?: Counted;
  /** instead of counted, in a record from before there were series: a contact of this kind */
  kind?: ContactName;
  /** the contact's content id: it can be undone; null: an outcome */
  contactId: string | null;
  undoUntilMs: number;
  /** when it is sent: at first the end of the undo time, later the next try */
  dueMs: number;
  /** member ids of parents; null: decided when it is sent (a dialogue) */
  participants: string[] | null;
  /** a span that the server called closed is not tried again */
  closedSpans: number[];
  /** The circle has ended and its keys are gone: the tags for each span that was open then, and circleId is empty. */
  tags?: { spanId: number; sets: TagSet[] }[];
  /** An assignment that came to no circle: the tags of a count secret that was made for it, whichever span it goes into. */
  loose?: TagSet;
}

/** What this supporter did with an assignment. Key: assignment id. */
export interface AssignmentRec {
  assignmentId: string;
  /** the circle that was made for it here */
  circleId: string | null;
  /** what the server has yet to hear */
  want?: 'open' | 'contacted' | 'not_carried_out';
  /** when it was ended; 0: it is open */
  day: number;
  /** what is counted for it, until it is sent */
  tallyIds: string[];
  undoUntilMs: number;
}

/** How the parent of an assignment is reached. Key: assignment id. */
export interface DetailsRec {
  assignmentId: string; text: string;
  /** the line that it was given into or came by; null: given to nobody yet */
  circleId: string | null;
  /** this text is in that line's outbox or further */
  given: boolean;
  /** when the assignment ended, as far as this device knows; 0: it is open */
  endedDay: number;
}

/** What stays of a support that has ended: no text, no name but what this person typed. Key: id, which no circle has had. */
export interface ReceiptRec {
  id: string; title: string; organisation: string;
  /** civil days */
  beganDay: number; endedDay: number;
  outcome: Outcome; contacts: Partial<Record<ContactKind, number>>;
}

/** A slip that is being made: revoked when the app starts again before it was shown. Key: selector. */
export interface SlipMakeRec { circleId: string; selector: number }
/** A slip whose revocation the circle has yet to be told. Key: selector. */
export interface SlipRevokeRec { circleId: string; selector: number }

export interface Tables {
  profile: Profile; join: JoinRec; circle: CircleRec; item: ItemRec; outbox: OutRec; tally: TallyRec;
  slip_make: SlipMakeRec; slip_revoke: SlipRevokeRec; receipt: ReceiptRec;
  assignment: AssignmentRec; details: DetailsRec;
  wait: WaitRec; wait_text: WaitTextRec; door: DoorRec; taking: TakingRec;
  attachment: TransferRec; attach_done: AttachDoneRec; voice: VoiceRec;
}
export type Table = keyof Tables;
export const TABLES: readonly Table[] =
  ['profile', 'join', 'circle', 'item', 'outbox', 'tally', 'slip_make', 'slip_revoke', 'receipt', 'assignment', 'details',
    'wait', 'wait_text', 'door', 'taking', 'attachment', 'attach_done', 'voice'];

/** Sealed by the crypto core itself, in the form that it restores. */
export const STATE_TABLE = 'state';
export const JOIN_STATE_TABLE = 'join_state';

const ORDER_DIGITS = 10;
export const ME = 'me';
export const itemKey = (circleId: string, id: string): string => `${circleId}:${id}`;
export const textKey = (order: number): string => String(order).padStart(ORDER_DIGITS, '0');
export const outKey = (circleId: string, order: number): string => `${circleId}:${String(order).padStart(ORDER_DIGITS, '0')}`;
