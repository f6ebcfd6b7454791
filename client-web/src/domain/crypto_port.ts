/**
 * What the engine needs of the crypto core. platform/crypto_core.ts (WebAssembly) fits this
 * shape; tests also use one written in TypeScript. The domain knows nothing else of either.
 *
 * Calls are synchronous. A call that fails throws an error with `code` (a name from
 * error_codes.csv) and `detail`, and leaves every state as it was. Ids are lower-case hex of 16
 * bytes. Handles (Circle, Vault, Stretched) hold secrets outside JavaScript's heap: dispose()
 * wipes them. Persist before send: whatever returns something to send has moved the state.
 */
/** A coordinator is in staff circles only, a parent in none of them. */
export type CircleRole = 'parent' | 'supporter' | 'coordinator';
export type ContactName = 'dialogue' | 'email' | 'phone' | 'call' | 'visit' | 'meeting' | 'group';
export type SlipForm = 'qr' | 'typed';

/** `text` is the secret itself, as printed and as it stands in a link: keep it sealed. */
export interface Slip {
  text: string;
  /** 20 bits; what the server finds the slip by */
  selector: number;
  /** 32 bytes; what the server checks. It keeps only a hash. */
  token: Uint8Array;
  /** 16 bytes, hex */
  pskId: string;
}
export type SlipParse = { ok: true; slip: Slip } | { ok: false; code: 'slip_mistyped'; /** from 1 */ group: number };

/** seed: 32 bytes, secret. publicKey: 32 bytes, enrolment.login_key. */
export interface LoginKey { seed: Uint8Array; publicKey: Uint8Array }

/** X25519, for one place in one queue. privateKey: 32 bytes, secret. publicKey: 32 bytes, wait_begin.wait_key. */
export interface WaitKey { publicKey: Uint8Array; privateKey: Uint8Array }

/** Argon2id(PIN) in wasm memory. */
export interface Stretched {
  /** 32 bytes: enrolment.share_auth, share_get, share_change */
  shareAuth(): Uint8Array;
  /** the storage key, from the PIN and the server's share (32 bytes) */
  vault(share: Uint8Array): Vault;
  dispose(): void;
}
/** The storage key in wasm memory. aad binds a record to its place, for example "outbox:<id>". */
export interface Vault {
  seal(aad: string, plain: Uint8Array): Uint8Array;
  /** state_bad: another key, another place, or damaged */
  open(aad: string, sealed: Uint8Array): Uint8Array;
  dispose(): void;
}

/** One join package for a live slip: [selector, sealed] of the wire's sealed_list. */
export interface SealedPackage { selector: number; sealed: Uint8Array }

/** An application message for the frame `send`. Refused with epoch_stale: send(...) the same
 *  content with the same contentId again once the circle has caught up. */
export interface Outgoing { contentId: string; epoch: number; blob: Uint8Array }

/** For the frame `commit` (or slip_redeem_circle). One may be pending at a time. */
export interface OutgoingCommit {
  /** the epoch that it leaves */
  epoch: number;
  commit: Uint8Array;
  packages: SealedPackage[];
  removedDeviceIds: string[];
}

/** What a person or a client says. sentAtMs: whole milliseconds since 1970. */
export type Content =
  | { type: 'text'; text: string }                                  // 1..4000 code points
  | { type: 'reply'; target: string; text: string }                 // a text that answers another content
  | { type: 'receipt'; state: 'delivered' | 'read'; contentIds: string[] }   // 1..RECEIPT_IDS_MAX
  | { type: 'contact'; kind: ContactName; day: number; participants: string[] } // 1..8 member ids
  | { type: 'contactUndo'; target: string }                         // the contact's content id
  | { type: 'hello' }                                               // own name and, from a parent, the count secret
  | { type: 'slipMade'; selector: number }                          // repeats the notice of a live slip
  | { type: 'slipRevoked'; selector: number }                       // after the server has revoked it
  | { type: 'leave' }
  | Before
  | Details
  | Attachment
  | Act;
export const RECEIPT_IDS_MAX = 12;

export type Outcome = 'completed' | 'declined' | 'not_reached' | 'further_support';
/** experience: how the support has been, asked at the last one */
export type Moment = 'first' | 'last' | 'experience';
/** What changes the support itself and is shown in the conversation like a text. */
export type Act =
  /** how a parent says that things are: 1 (very hard) .. 5 (good); 0 takes it back */
  | { type: 'feeling'; moment: Moment; face: number }
  /** a parent says that a counted contact is not right; stands false: no longer */
  | { type: 'objection'; target: string; stands: boolean }
  | { type: 'closing'; outcome: Outcome }
  | { type: 'closingBack'; target: string }
  | { type: 'feedbackAsk' }
  | { type: 'feedbackAnswer'; target: string; yes: boolean }
  /** may one more person come in? name: who it would be, or empty */
  | { type: 'comeAsk'; purpose: ComePurpose; name: string }
  | { type: 'comeAskBack'; target: string }
  | { type: 'comeAnswer'; target: string; follows: Follows }
  /** a supporter is away from firstDay to lastDay, both included; text: 0..200 code points */
  | { type: 'away'; firstDay: number; lastDay: number; coverMemberId: string | null; text: string }
  | { type: 'awayBack'; target: string }
  /** a parent would like a conversation of their own */
  | { type: 'ownAsk' }
  /** a parent has left in a hurry: nobody should call or write before they do */
  | { type: 'quickExit' }
  | ProgrammeAct
  /** one for each member and content, the newest stands; null takes it back */
  | { type: 'reaction'; target: string; mark: Mark | null }
  /** the author's new words; revision from 1, the highest stands; text: 1..4000 code points */
  | { type: 'edit'; target: string; revision: number; text: string }
  /** the author takes it away for all */
  | { type: 'delete'; target: string }
  | CardAct
  /** of that revision of a week plan; line from 0 */
  | { type: 'tick'; cardId: string; revision: number; line: number; done: boolean }
  | { type: 'pin'; target: string; pinned: boolean }
  /** which of that revision's times suits, from 1; 0: none does */
  | { type: 'meetingAnswer'; cardId: string; revision: number; choice: number };
export type CardKind = 'meeting' | 'phone' | 'agreed' | 'week';
/** Something to return to. revision: from 1; the highest stands. gone: taken away, all else is empty. title: 0..80 code points,
 *  text: 0..500; times (ms since 1970): 1..3, meetings only; lines: 1..14 of 1..100, week plans only. */
export interface CardAct {
  type: 'card'; cardId: string; revision: number; kind: CardKind | 'gone'; title: string; text: string; times: number[]; lines: string[];
}
export type Mark = 'heart' | 'thumb_up' | 'thanks' | 'hug' | 'sad_with_you' | 'tick';
/** A name in the languages that the app speaks; Swedish is always there, the others may be empty. */
export interface ProgrammeName { sv: string; en: string; ar: string }
/** How this support goes on. phase: which of them it is now, from 1, since sinceDay; 0: there are none. least and most 0: without
 *  a number of conversations. */
export interface ProgrammeAct {
  type: 'programme'; id: string; name: ProgrammeName; least: number; most: number;
  phases: { leastWeeks: number; mostWeeks: number; checkInEveryWeeks: number }[];
  phase: number; sinceDay: number; feedback: boolean;
  /** from 1; the highest stands */
  revision: number;
}
/** a colleague takes over; a colleague is here too; another parent is here too */
export type ComePurpose = 'handover' | 'beside' | 'parent';
/** a parent's answer: no; yes, and what of before the newcomer may read */
export type Follows = 'refused' | 'nothing' | 'week' | 'all';
/** A text from before somebody came in, given on by a member: who wrote it and when is that member's word. */
export interface Before {
  type: 'before'; textId: string; authorId: string; role: CircleRole; name: string; writtenAtMs: number; text: string;
}

/** In a staff circle, from its coordinator: how the parent of an assignment is reached. 0..500 code points; empty takes it back. */
export interface Details { type: 'details'; assignmentId: string; text: string }

export type AttachmentKind = 'photo' | 'file' | 'voice';
/** What is too large for a message: where its parts are and what they are sealed under (sealChunk). size: plain bytes, 1 to 25 MiB.
 *  width, height: photos, else 0. durationMs: voice, else 0. name: files, 0..120 code points. preview: photos, a JPEG of at most
 *  3,000 bytes. caption: 0..500 code points. */
export interface Attachment {
  type: 'attachment'; kind: AttachmentKind; attachmentId: string; /** 32 bytes, secret */ key: Uint8Array; size: number; width: number; height: number;
  durationMs: number; name: string; preview: Uint8Array; caption: string;
}

/** Who sent a content: authenticated by MLS. */
export interface From { memberId: string; deviceId: string; contentId: string; sentAtMs: number }

export type CircleEvent =
  | ({ type: 'text'; text: string } & From)
  | ({ type: 'reply'; target: string; text: string } & From)
  | ({ type: 'receipt'; state: 'delivered' | 'read'; contentIds: string[] } & From)
  | ({ type: 'contact'; kind: ContactName; day: number; participants: string[] } & From)
  | ({ type: 'contactUndone'; target: string } & From)
  | ({ type: 'hello'; name: string } & From)
  | ({ type: 'slipMade'; selector: number; role: CircleRole; expiresDay: number; replacesMemberId: string | null } & From)
  | ({ type: 'slipRevoked'; selector: number } & From)
  | ({ type: 'left' } & From)
  | ({ type: 'act'; act: Act } & From)
  | (Before & From)
  | (Details & From)
  | (Attachment & From)
  /** our own message came back in its place in the order; null: our own commit, or a message too old to be remembered */
  | { type: 'own'; contentId: string | null }
  /** A device joined with a slip. newMember false: the member has a new device (replacedDeviceIds went).
   *  Answer: send hello again, and own texts and contacts that nobody has confirmed. */
  | { type: 'joined'; memberId: string; deviceId: string; role: CircleRole; newMember: boolean; replacedDeviceIds: string[];
    /** null: with a slip; else the member who added the device */ byMemberId: string | null }
  | { type: 'slipUsed'; selector: number; memberId: string }
  /** the slip died because its maker was removed: have the server revoke it too (slip_revoke), if nobody has */
  | { type: 'slipDropped'; selector: number }
  | { type: 'removed'; memberId: string; deviceIds: string[]; byMemberId: string }
  /** a device refreshed its keys: nothing to show */
  | { type: 'updated'; memberId: string; deviceId: string }
  /** this device is out: the circle can be read, never written again */
  | { type: 'selfRemoved'; byMemberId: string }
  /** our pending commit took effect (its echo came, in order) */
  | { type: 'commitAccepted' }
  /** another commit took the epoch: ours is dropped, make it again if it is still wanted */
  | { type: 'commitLost' }
  /** slips of ours that the last commit's author may not have known: send slipMade for each,
   *  and when those are stored, slip_refresh with refreshPackages() */
  | { type: 'slipsBehind'; selectors: number[] }
  /** Set aside and say so calmly. For mls_malformed .. mls_refused the state has not moved. */
  | { type: 'unreadable'; code: string; memberId: string | null }
  /** a message of ours with a key that this state has yet to use: an older state was restored here. In doubt from now on. */
  | { type: 'rolledBack' }
  /** the circle has gone where this device cannot follow; comes after the `unreadable` that showed it */
  | { type: 'threadLost' };

export interface Member {
  memberId: string; role: CircleRole; name: string; me: boolean;
  /** empty: the member has left or was removed */
  deviceIds: string[];
  /** a parent whose count secret is known here (tallyTags works) */
  countable: boolean;
}
export interface LiveSlip { selector: number; role: CircleRole; expiresDay: number; replacesMemberId: string | null; mine: boolean }
export interface MadeCircleSlip {
  slip: Slip;
  /** 1. send this and wait for stored; 2. slip_make_circle with packages' entry for slip.selector;
   *  3. slip_refresh with all of packages. When the epoch moved meanwhile: packages = refreshPackages().
   *  slip_selector_taken: revokeSlip(selector), send what it gives, make another one. */
  notice: Outgoing;
  epoch: number;
  packages: SealedPackage[];
}
export interface TagSet { tag: Uint8Array; dayTag: Uint8Array; yearTag: Uint8Array }

export interface Circle {
  readonly circleId: string; readonly memberId: string; readonly deviceId: string;
  epoch(): number;
  /** false once this device was removed */
  active(): boolean;
  /** An older state may have been restored: whatever encrypts throws state_rolled_back until recover() is accepted. */
  inDoubt(): boolean;
  /** The server's order holds a commit that could not be followed. Over by itself when a later one can be. */
  threadLost(): boolean;
  /** the circle that this one goes on from, when it was started afresh */
  restartedFrom(): string | null;
  /** made by a coordinator: colleagues alone are in it */
  staff(): boolean;
  /** the state, sealed by the vault; restore with core.circleRestore(vault, aad, sealed) */
  seal(vault: Vault, aad: string): Uint8Array;

  /** contentId: fresh random, or an earlier one to send the same content again */
  send(content: Content, contentId: string, sentAtMs: number): Outgoing;
  /** One envelope, strictly in the server's order; kind as on the wire (0 message, 1 commit). Never throws
   *  for what is in the envelope: see `unreadable`. Own echoes are recognised, pending commits merge here. */
  receive(kind: 0 | 1, epoch: number, blob: Uint8Array): CircleEvent[];

  /** Supporters, and coordinators in staff circles. expiresDay: nowDay + 1 .. nowDay + 30 (bad_expiry); at most 8 live (slip_limit). */
  makeSlip(o: { form: SlipForm; role: CircleRole; expiresDay: number; nowDay: number; replacesMemberId?: string | null;
    contentId: string; sentAtMs: number }): MadeCircleSlip;
  /** Kills a slip here and gives the content that tells the others; may be called again (a stale epoch). Have the server
   *  revoke it first (slip_revoke), so that nobody comes in with it in between. slip_unknown, slip_used. */
  revokeSlip(selector: number, contentId: string, sentAtMs: number): Outgoing;
  liveSlips(): LiveSlip[];
  /** live here but past their day: revoke each of them at the server, then here */
  expiredSlips(nowDay: number): number[];
  /** join packages of the current epoch for every live slip that is not past its day (slip_refresh) */
  refreshPackages(nowDay: number): SealedPackage[];

  /** Removes every device of a member. */
  removeMember(memberId: string, nowDay: number): OutgoingCommit;
  /** New keys for this device. */
  update(nowDay: number): OutgoingCommit;
  /** The client itself knows that its state is older than it should be. */
  doubt(): void;
  /** New keys after a doubt; goes out like a removal. unseenMax: commits of ours that may have been made beyond 64. */
  recover(unseenMax: number, nowDay: number): OutgoingCommit;
  /** Supporters: a new circle with this device alone, the same member id and everybody's names; members() names all of
   *  them, without devices. To be created at the server like any other. */
  afresh(circleId: string, deviceId: string): Circle;
  pending(): OutgoingCommit | null;
  /** Only when nothing lies between the last received envelope and the commit's sequence; otherwise
   *  wait for the echo, receive() merges it. Afterwards the echo is recognised and does nothing. */
  commitAccepted(): CircleEvent[];
  commitRejected(): void;

  members(): Member[];
  /** For one tally: the tag set of a parent. year: civil year of the day. not_allowed: not countable. */
  tallyTags(memberId: string, spanId: number, day: number, year: number): TagSet;
  /** three words, the same on every device of the circle in this epoch */
  safetyWords(): string[];
  dispose(): void;
}

export interface JoinOptions {
  slipText: string; circleId: string;
  /** slip_info.circle_slip.sealed */
  sealed: Uint8Array;
  deviceId: string; name: string; nowDay: number;
}
export interface Joined {
  /** In the new epoch already; only real once the server says `redeemed`. On epoch_stale or slip_stale
   *  dispose it, slip_open again and join again. */
  circle: Circle;
  /** for slip_redeem_circle; then send hello */
  commit: OutgoingCommit;
}

export interface CryptoCore {
  randomBytes(length: number): Uint8Array;
  /** 16 random bytes, hex */
  newId(): string;
  slipNew(form: SlipForm): Slip;
  /** accepts any case, spaces and dashes, O for 0, I and L for 1; not a link (take #s= apart first) */
  slipParse(text: string): SlipParse;

  loginKeyNew(): LoginKey;
  loginPublicKey(seed: Uint8Array): Uint8Array;
  /** enrolment.proof */
  signEnrol(seed: Uint8Array, challenge: Uint8Array, deviceId: string): Uint8Array;
  /** login.signature */
  signLogin(seed: Uint8Array, challenge: Uint8Array, deviceId: string): Uint8Array;

  newWaitKey(): WaitKey;
  /** Supporters: a circle's 256-bit slip for whoever waits at `waitId` and came by the door (HPKE in PSK mode, enc || ciphertext);
   *  wait_give.sealed. slip_mistyped: doorText. not_allowed: slipText is no such slip. mls_decrypt_failed: publicKey is no key. */
  sealForWaiting(doorText: string, waitId: string, publicKey: Uint8Array, slipText: string): Uint8Array;
  /** The slip's text. mls_decrypt_failed: made with another door, for another place or key, or altered. */
  openDoorSlip(doorText: string, waitId: string, privateKey: Uint8Array, sealed: Uint8Array): string;

  /** 32 random bytes, for one attachment alone */
  newAttachmentKey(): Uint8Array;
  /** STREAM over ChaCha20-Poly1305: plain is 16,384 bytes, the last one 1..16,384; 16 more come out. */
  sealChunk(key: Uint8Array, index: number, last: boolean, plain: Uint8Array): Uint8Array;
  /** mls_decrypt_failed: another key or place, altered, or not the last one */
  openChunk(key: Uint8Array, index: number, last: boolean, sealed: Uint8Array): Uint8Array;

  /** salt: 16 bytes, random, stored in clear beside the sealed data. Takes about half a second. */
  vaultStretch(pin: string, salt: Uint8Array): Stretched;

  /** A new circle with this device alone, epoch 0; a coordinator's is a staff circle. name: 1..40 code points. */
  circleCreate(o: { circleId: string; memberId: string; deviceId: string; role: CircleRole; name: string }): Circle;
  /** join_failed: the package does not belong to this slip or breaks a rule; slip_expired. */
  circleJoin(o: JoinOptions): Joined;
  circleRestore(vault: Vault, aad: string, sealed: Uint8Array): Circle;
}
