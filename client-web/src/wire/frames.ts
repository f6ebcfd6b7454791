/** Every frame of schema/wire.cddl as a typed value. A number, once given, never changes its meaning. */
import { counted } from './counted';
import * as limit from './limits';
import { bytes, id16, list, nullable, struct, text, uint, word, type Codec, type Struct, type Value } from './schema';

const u32 = uint(limit.U32);
const key32 = bytes(32);
const sig64 = bytes(64);
const day = uint(limit.MAX_DAY);
const selector = uint(limit.MAX_SELECTOR);
const blob = bytes(limit.MAX_BLOB, 1);
const commit_bytes = bytes(limit.MAX_COMMIT, 1);
const sealed = bytes(limit.MAX_SEALED, 1);
const role = word({ parent: 1, supporter: 2, coordinator: 3, lead: 4 });
const org_kind = word({ municipality: 1, association: 2 });
const kind = word({ message: 0, commit: 1 });

const span = struct({ span_id: u32, first_day: day, last_day: day });
const spans = list(span, limit.MAX_SPANS, 1);
const sealed_list = list(struct({ selector, sealed }), limit.MAX_LIVE_SLIPS);
const enrolment = struct({ device_id: id16, login_key: key32, proof: sig64, share_id: id16, share: key32, share_auth: key32 });
const tag_set = struct({ tag: key32, day_tag: key32, year_tag: key32 });
const open_time = struct({ on: uint(7), from_min: uint(limit.MINUTES_OF_DAY - 1), to_min: uint(limit.MINUTES_OF_DAY, 1) });
const opening = struct({
  answer_within_h: uint(limit.MAX_ANSWER_WITHIN_H), eves: uint(7), times: list(open_time, limit.MAX_OPEN_TIMES), closed: list(day, limit.MAX_CLOSED_DAYS),
});
const organisation = struct({
  kind: org_kind, name: text(limit.MAX_ORGANISATION_NAME, 1), hours: text(limit.MAX_HOURS, 0), opening,
});
const circle = struct({ circle_id: id16, epoch: uint(), head: uint(), acked: uint() });
const circle_slip = struct({ circle_id: id16, epoch: uint(), sealed });
const joined = struct({ circle_id: id16, sequence: uint() });
const scope = word({ span: 1, half_year: 2, year: 3 });
const release_info = struct({ release_id: uint(), scope, first_day: day, last_day: day });

const label = text(limit.MAX_LABEL, 0);
const assignment_label = text(limit.MAX_LABEL, 1);
const staff_role = word({ supporter: 2, coordinator: 3, lead: 4 });
const assignment_state = word({ open: 1, contacted: 2, not_carried_out: 3, withdrawn: 4 });
const colleague = struct({ staff_id: id16, role: staff_role, label, talk: day });
const assignment = struct({
  assignment_id: id16, label: assignment_label, staff_id: nullable(id16), due: day, state: assignment_state, ended: day,
});
const named = list(struct({ language: text(2, 2), text: text(limit.MAX_NAMED, 1) }), limit.MAX_NAME_LANGUAGES, 1);
const range = struct({ least: uint(limit.MAX_RANGE, 1), most: uint(limit.MAX_RANGE, 1) });
const phase = struct({ name: named, weeks: range, check_in_every_weeks: uint(limit.MAX_CHECK_IN_WEEKS) });
const programme = struct({
  id: text(limit.MAX_PROGRAMME_ID, 1), name: named, first_contact: uint(limit.MAX_FIRST_CONTACT_WEEKDAYS), conversations: nullable(range),
  phases: list(phase, limit.MAX_PHASES), feedback_at_end: uint(1), indicators_after_months: uint(limit.MAX_INDICATOR_MONTHS),
});
const client_data = bytes(limit.MAX_CLIENT_DATA, 1);
const credential = bytes(limit.MAX_CREDENTIAL_ID, 1);

const organisation_number = uint(limit.U16);
const open_organisation = struct({ number: organisation_number, organisation, waiting: uint() });
const queue_row = struct({ selector, waiting: uint(), since: day });
const chunk = bytes(limit.MAX_CHUNK, limit.MIN_CHUNK);
const sealed_for_waiting = bytes(limit.MAX_SEALED_FOR_WAITING, limit.MIN_SEALED_FOR_WAITING);

interface FrameSpec { readonly n: number; readonly fields: Record<string, Codec<any>> }
const frame = <const F extends Record<string, Codec<any>>>(n: number, fields: F) => ({ n, fields });

export const CLIENT_FRAMES = {
  ping: frame(1, {}),
  login: frame(2, { device_id: id16, signature: sig64 }),
  slip_open: frame(3, { selector, token: key32 }),
  slip_redeem_staff: frame(4, { selector, token: key32, enrolment }),
  slip_redeem_circle: frame(5, {
    selector, token: key32, enrolment: nullable(enrolment), message_id: id16, epoch: uint(), commit: commit_bytes, sealed_list,
  }),
  circle_create: frame(10, { circle_id: id16 }),
  send: frame(11, { circle_id: id16, message_id: id16, epoch: uint(), blob }),
  commit: frame(12, {
    circle_id: id16, message_id: id16, epoch: uint(), commit: commit_bytes, sealed_list,
    removed: list(id16, limit.MAX_REMOVED),
  }),
  ack: frame(13, { circle_id: id16, sequence: uint() }),
  slip_make_circle: frame(14, { selector, token: key32, circle_id: id16, role, expires: day, epoch: uint(), sealed, replaces: nullable(id16) }),
  slip_make_staff: frame(15, { selector, token: key32, role, expires: day, label }),
  slip_revoke: frame(16, { selector }),
  slip_refresh: frame(17, { circle_id: id16, epoch: uint(), sealed_list }),
  circle_leave: frame(18, { circle_id: id16 }),
  tally: frame(20, { tally_id: id16, span_id: u32, counted, tags: list(tag_set, limit.MAX_TAG_SETS, 1) }),
  release_list: frame(22, {}),
  release_get: frame(23, { release_id: u32 }),
  programmes_get: frame(24, {}),
  staff_list: frame(50, {}),
  staff_name: frame(51, { staff_id: id16, label }),
  staff_remove: frame(52, { staff_id: id16 }),
  assignment_make: frame(53, { assignment_id: id16, label: assignment_label, staff_id: nullable(id16), due: day }),
  assignment_give: frame(54, { assignment_id: id16, staff_id: nullable(id16) }),
  assignment_end: frame(55, { assignment_id: id16, state: assignment_state }),
  assignment_list: frame(56, {}),
  talk_ask: frame(57, { wanted: uint(1) }),
  talk_had: frame(58, { staff_id: id16 }),
  door_make: frame(60, { selector, token: key32, expires: day }),
  wait_begin: frame(61, { selector, token: key32, enrolment, organisation: organisation_number, wait_key: key32 }),
  wait_switch: frame(62, { organisation: organisation_number }),
  wait_end: frame(63, {}),
  queue_get: frame(64, {}),
  queue_take: frame(65, { doors: list(selector, limit.MAX_DOORS, 1) }),
  wait_give: frame(66, { wait_id: id16, sealed: sealed_for_waiting }),
  wait_back: frame(67, { wait_id: id16 }),
  attach_begin: frame(70, { circle_id: id16, attachment_id: id16, chunks: uint(limit.MAX_CHUNKS, 1), size: uint() }),
  attach_put: frame(71, { circle_id: id16, attachment_id: id16, index: uint(), chunk }),
  attach_get: frame(72, { circle_id: id16, attachment_id: id16, index: uint() }),
  attach_done: frame(73, { circle_id: id16, attachment_id: id16 }),
  share_get: frame(30, { share_id: id16, share_auth: key32 }),
  share_change: frame(31, { share: key32, share_auth: key32 }),
  passkey_register: frame(40, { client_data, attestation: bytes(limit.MAX_ATTESTATION, 1) }),
  passkey_sign_in: frame(41, {
    credential, client_data, auth_data: bytes(limit.MAX_AUTH_DATA, limit.MIN_AUTH_DATA), signature: bytes(limit.MAX_PASSKEY_SIGNATURE, 1),
    user_handle: bytes(limit.MAX_USER_HANDLE, 0),
  }),
  person_here: frame(42, {}),
} as const satisfies Record<string, FrameSpec>;

export const SERVER_FRAMES = {
  hello: frame(100, { challenge: key32, now_s: uint(), protocol: uint(1, 1) }),
  ok: frame(101, {}),
  login_ok: frame(102, { role, organisation, circles: list(circle, limit.MAX_CIRCLES), spans, undo_s: uint() }),
  slip_info: frame(103, { role, organisation, expires: day, circle_slip: nullable(circle_slip) }),
  redeemed: frame(104, { role, organisation, circle: nullable(joined), spans, undo_s: uint() }),
  door_info: frame(105, { expires: day, organisations: list(open_organisation, limit.MAX_OPEN_ORGANISATIONS, 1) }),
  stored: frame(111, { sequence: uint() }),
  envelope: frame(130, { circle_id: id16, sequence: uint(), kind, epoch: uint(), blob }),
  spans: frame(131, { spans }),
  releases: frame(122, { releases: list(release_info, limit.MAX_RELEASES) }),
  release: frame(123, { json: bytes(limit.MAX_RELEASE_BYTES, 0), csv: bytes(limit.MAX_RELEASE_BYTES, 0) }),
  programmes: frame(124, { programmes: list(programme, limit.MAX_PROGRAMMES) }),
  staff: frame(150, { staff: list(colleague, limit.MAX_STAFF) }),
  assignments: frame(151, { assignments: list(assignment, limit.MAX_ASSIGNMENTS), talk: day }),
  news: frame(152, {}),
  gone: frame(153, { circle_id: id16, device_id: id16 }),
  share: frame(132, { share: key32 }),
  passkey_wanted: frame(140, {
    role, organisation, challenge: key32, rp_id: text(limit.MAX_RP_ID, 1), user_id: id16, credentials: list(credential, limit.MAX_PASSKEYS),
  }),
  waiting: frame(160, {
    wait_id: id16, number: organisation_number, organisation, ahead: uint(), since: day, taken: uint(1),
    others: list(open_organisation, limit.MAX_OPEN_ORGANISATIONS - 1),
  }),
  queue: frame(161, { doors: list(queue_row, limit.MAX_QUEUE_ROWS) }),
  taken: frame(162, { wait_id: id16, selector, wait_key: key32 }),
  door_opened: frame(163, { wait_id: id16, sealed: sealed_for_waiting }),
  attach_at: frame(170, { stored: uint() }),
  attach_chunk: frame(171, { chunk }),
  error: frame(199, { code: uint(), sentence: text(limit.MAX_SENTENCE, 1), detail: uint() }),
} as const satisfies Record<string, FrameSpec>;

type Frames<S extends Record<string, FrameSpec>> = {
  [T in keyof S & string]: { type: T; rid: number } & Struct<S[T]['fields']>;
};
export type ClientFrames = Frames<typeof CLIENT_FRAMES>;
export type ServerFrames = Frames<typeof SERVER_FRAMES>;
export type ClientFrame = ClientFrames[keyof ClientFrames];
export type ServerFrame = ServerFrames[keyof ServerFrames];

/** A frame before the connection has given it a request id. */
export type Request = { [T in keyof ClientFrames]: Omit<ClientFrames[T], 'rid'> }[keyof ClientFrames];

export type Span = Struct<{ span_id: typeof u32; first_day: typeof day; last_day: typeof day }>;
/** When somebody answers: schema/wire.cddl's opening. */
export type Opening = Value<typeof opening>;
/** How an organisation gives support: schema/wire.cddl's programme. */
export type Programme = Value<typeof programme>;
export type Envelope = ServerFrames['envelope'];
export type Spec = FrameSpec;
