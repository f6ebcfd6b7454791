import { decode, encode } from 'cborg';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeClientFrame, decodeServerFrame, encodeClientFrame, encodeServerFrame, frameLimit, CLIENT_FRAME_LIMIT } from '../../../client-web/src/wire/codec';
import { SERIES } from '../../../client-web/src/wire/counted';
import { CLIENT_FRAMES, SERVER_FRAMES, type ClientFrame, type ServerFrame } from '../../../client-web/src/wire/frames';
import { fromHex } from '../../../client-web/src/wire/schema';

const ID = '000102030405060708090a0b0c0d0e0f';
const bytes = (n: number, value = 7) => new Uint8Array(n).fill(value);
const enrolment = { device_id: ID, login_key: bytes(32), proof: bytes(64), share_id: ID, share: bytes(32), share_auth: bytes(32) };
const organisation = { kind: 'association' as const, name: 'Föräldrarna', hours: '',
  opening: { answer_within_h: 168, eves: 5, times: [{ on: 7, from_min: 0, to_min: 1_440 }], closed: [20_000] } };
const spans = [{ span_id: 3, first_day: 20_000, last_day: 20_090 }];

const CLIENT: ClientFrame[] = [
  { type: 'ping', rid: 1 },
  { type: 'login', rid: 2, device_id: ID, signature: bytes(64) },
  { type: 'slip_open', rid: 3, selector: 1_048_575, token: bytes(32) },
  { type: 'slip_redeem_staff', rid: 4, selector: 0, token: bytes(32), enrolment },
  { type: 'slip_redeem_circle', rid: 5, selector: 1, token: bytes(32), enrolment: null, message_id: ID, epoch: 70_000, commit: bytes(16_384), sealed_list: [{ selector: 4, sealed: bytes(24_576) }] },
  { type: 'circle_create', rid: 6, circle_id: ID },
  { type: 'send', rid: 7, circle_id: ID, message_id: ID, epoch: 0, blob: bytes(24_576) },
  { type: 'commit', rid: 8, circle_id: ID, message_id: ID, epoch: 1, commit: bytes(1), sealed_list: [], removed: [ID] },
  { type: 'ack', rid: 0xffff_ffff, circle_id: ID, sequence: 4_294_967_296 },
  { type: 'slip_make_circle', rid: 9, selector: 5, token: bytes(32), circle_id: ID, role: 'parent', expires: 99_999, epoch: 2, sealed: bytes(1), replaces: null },
  { type: 'slip_make_staff', rid: 9, selector: 5, token: bytes(32), role: 'lead', expires: 1, label: 'Åsa' },
  { type: 'slip_revoke', rid: 9, selector: 5 },
  { type: 'slip_refresh', rid: 9, circle_id: ID, epoch: 2, sealed_list: [] },
  { type: 'circle_leave', rid: 9, circle_id: ID },
  { type: 'tally', rid: 9, tally_id: ID, span_id: 3, counted: { series: 'contact', value: 'group' }, tags: [{ tag: bytes(32), day_tag: bytes(32), year_tag: bytes(32) }] },
  { type: 'release_list', rid: 9 },
  { type: 'release_get', rid: 9, release_id: 1 },
  { type: 'programmes_get', rid: 9 },
  { type: 'staff_list', rid: 9 },
  { type: 'staff_name', rid: 9, staff_id: ID, label: '' },
  { type: 'staff_remove', rid: 9, staff_id: ID },
  { type: 'assignment_make', rid: 9, assignment_id: ID, label: 'å'.repeat(40), staff_id: null, due: 99_999 },
  { type: 'assignment_give', rid: 9, assignment_id: ID, staff_id: ID },
  { type: 'assignment_end', rid: 9, assignment_id: ID, state: 'withdrawn' },
  { type: 'assignment_list', rid: 9 },
  { type: 'talk_ask', rid: 9, wanted: 1 },
  { type: 'talk_had', rid: 9, staff_id: ID },
  { type: 'share_get', rid: 9, share_id: ID, share_auth: bytes(32) },
  { type: 'share_change', rid: 9, share: bytes(32), share_auth: bytes(32) },
  { type: 'passkey_register', rid: 9, client_data: bytes(2_048), attestation: bytes(4_096) },
  { type: 'passkey_sign_in', rid: 9, credential: bytes(1_023), client_data: bytes(1), auth_data: bytes(37), signature: bytes(512), user_handle: bytes(0) },
  { type: 'person_here', rid: 9 },
  { type: 'door_make', rid: 9, selector: 5, token: bytes(32), expires: 99_999 },
  { type: 'wait_begin', rid: 9, selector: 5, token: bytes(32), enrolment, organisation: 65_535, wait_key: bytes(32) },
  { type: 'wait_switch', rid: 9, organisation: 1 },
  { type: 'wait_end', rid: 9 },
  { type: 'queue_get', rid: 9 },
  { type: 'queue_take', rid: 9, doors: [5, 1_048_575] },
  { type: 'wait_give', rid: 9, wait_id: ID, sealed: bytes(512) },
  { type: 'wait_back', rid: 9, wait_id: ID },
  { type: 'attach_begin', rid: 9, circle_id: ID, attachment_id: ID, chunks: 1_600, size: 26_240_000 },
  { type: 'attach_put', rid: 9, circle_id: ID, attachment_id: ID, index: 1_599, chunk: bytes(16_400) },
  { type: 'attach_get', rid: 9, circle_id: ID, attachment_id: ID, index: 0 },
  { type: 'attach_done', rid: 9, circle_id: ID, attachment_id: ID },
];
const SERVER: ServerFrame[] = [
  { type: 'hello', rid: 0, challenge: bytes(32), now_s: 1_800_000_000, protocol: 1 },
  { type: 'ok', rid: 1 },
  { type: 'login_ok', rid: 1, role: 'supporter', organisation, circles: [{ circle_id: ID, epoch: 1, head: 2, acked: 0 }], spans, undo_s: 600 },
  { type: 'slip_info', rid: 1, role: 'parent', organisation, expires: 20_000, circle_slip: null },
  { type: 'slip_info', rid: 1, role: 'parent', organisation, expires: 20_000, circle_slip: { circle_id: ID, epoch: 3, sealed: bytes(9) } },
  { type: 'redeemed', rid: 1, role: 'parent', organisation, circle: { circle_id: ID, sequence: 4 }, spans, undo_s: 0 },
  { type: 'door_info', rid: 1, expires: 20_400, organisations: [{ number: 65_535, organisation, waiting: 200 }] },
  { type: 'waiting', rid: 0, wait_id: ID, number: 0, organisation, ahead: 2, since: 20_000, taken: 1, others: [{ number: 1, organisation, waiting: 0 }] },
  { type: 'queue', rid: 0, doors: [{ selector: 5, waiting: 2, since: 20_000 }] },
  { type: 'taken', rid: 1, wait_id: ID, selector: 5, wait_key: bytes(32) },
  { type: 'door_opened', rid: 0, wait_id: ID, sealed: bytes(48) },
  { type: 'attach_at', rid: 1, stored: 1_600 },
  { type: 'attach_chunk', rid: 1, chunk: bytes(17) },
  { type: 'stored', rid: 1, sequence: 1 },
  { type: 'envelope', rid: 0, circle_id: ID, sequence: 1, kind: 'commit', epoch: 0, blob: bytes(300) },
  { type: 'spans', rid: 0, spans },
  { type: 'releases', rid: 1, releases: [{ release_id: 3, scope: 'half_year', first_day: 20_000, last_day: 20_180 }] },
  { type: 'release', rid: 1, json: bytes(2), csv: bytes(0) },
  { type: 'programmes', rid: 1, programmes: [] },
  { type: 'programmes', rid: 1, programmes: [{ id: 'a'.repeat(32), name: [{ language: 'sv', text: 'å'.repeat(40) }], first_contact: 30, conversations: null,
    phases: [{ name: [{ language: 'sv', text: 'Uppstart' }], weeks: { least: 1, most: 104 }, check_in_every_weeks: 26 }], feedback_at_end: 1, indicators_after_months: 36 }] },
  { type: 'staff', rid: 1, staff: [{ staff_id: ID, role: 'lead', label: 'Åsa', talk: 20_000 }] },
  { type: 'assignments', rid: 1, assignments: [{ assignment_id: ID, label: 'Familj 12', staff_id: null, due: 20_001, state: 'not_carried_out', ended: 20_002 }], talk: 0 },
  { type: 'news', rid: 0 },
  { type: 'gone', rid: 0, circle_id: ID, device_id: ID },
  { type: 'share', rid: 1, share: bytes(32) },
  { type: 'passkey_wanted', rid: 1, role: 'lead', organisation, challenge: bytes(32), rp_id: 'a.se', user_id: ID, credentials: [bytes(1), bytes(1_023)] },
  { type: 'error', rid: 1, code: 33, sentence: 'The conversation has moved on.', detail: 9 },
];

describe('frames', () => {
  test.each(CLIENT)('the client frame $type goes and comes', (frame) => {
    expect(decodeClientFrame(encodeClientFrame(frame))).toEqual(frame);
  });
  test.each(SERVER)('the server frame $type goes and comes', (frame) => {
    expect(decodeServerFrame(encodeServerFrame(frame))).toEqual(frame);
  });
  test('every frame of the schema is tried here, and numbers are unique', () => {
    expect(new Set(CLIENT.map((f) => f.type))).toEqual(new Set(Object.keys(CLIENT_FRAMES)));
    expect(new Set(SERVER.map((f) => f.type))).toEqual(new Set(Object.keys(SERVER_FRAMES)));
    const numbers = [...Object.values(CLIENT_FRAMES), ...Object.values(SERVER_FRAMES)].map((s) => s.n);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
  test('numbers and order are those of the schema', () => {
    const cddl = readFileSync(fileURLToPath(new URL('../../../schema/wire.cddl', import.meta.url)), 'utf8');
    for (const [name, spec] of [...Object.entries(CLIENT_FRAMES), ...Object.entries(SERVER_FRAMES)]) {
      expect(cddl).toMatch(new RegExp(`^${name}\\s*= \\[ ${spec.n},`, 'm'));
    }
  });
});

describe('what is counted', () => {
  const tally = CLIENT.find((f) => f.type === 'tally')!;
  const raw = (series: unknown, value: unknown, ...more: unknown[]) =>
    encode((decode(encodeClientFrame(tally)) as unknown[]).map((v, i) => (i === 4 ? [series, value, ...more] : v)));
  test.each(Object.entries(SERIES))('%s goes and comes with each of its values, and with no other', (series, { n, values }) => {
    for (const [value, number] of Object.entries(values)) {
      const frame = { ...tally, counted: { series, value } } as ClientFrame;
      expect(encodeClientFrame(frame)).toEqual(raw(n, number));
      expect(decodeClientFrame(raw(n, number))).toEqual(frame);
    }
    for (const number of [0, Object.keys(values).length + 1, -1, 1.5]) expect(() => decodeClientFrame(raw(n, number))).toThrow();
    expect(() => encodeClientFrame({ ...tally, counted: { series, value: 'toString' } } as unknown as ClientFrame)).toThrow('series or value');
  });
  test('no other series, and always a pair', () => {
    expect(() => decodeClientFrame(raw(0, 1))).toThrow();
    expect(() => decodeClientFrame(raw(9, 1))).toThrow();
    expect(() => decodeClientFrame(raw(1, 1, 1))).toThrow();
    expect(() => encodeClientFrame({ ...tally, counted: { series: 'constructor', value: 'name' } } as unknown as ClientFrame)).toThrow('series or value');
  });
  test('the server has the same table', () => {
    const header = readFileSync(fileURLToPath(new URL('../../../server/wire/counted.h', import.meta.url)), 'utf8');
    for (const [series, { n, values }] of Object.entries(SERIES)) {
      expect(header).toMatch(new RegExp(`^  ${series} = ${n},$`, 'm'));
      const names = new RegExp(`SeriesRow{Series::${series}, "${series}", series_names::(\\w+)}`).exec(header)?.[1];
      const listed = new RegExp(`\\* ${names}\\[\\] = {([^}]*)};`).exec(header)?.[1];
      expect(listed?.split(',').map((word) => word.trim().slice(1, -1))).toEqual(Object.entries(values).sort((a, b) => a[1] - b[1]).map(([word]) => word));
    }
  });
});

describe('the strict decoder', () => {
  const code = (work: () => unknown) => {
    try { work(); } catch (error) { return (error as { code: string }).code; }
    return 'accepted';
  };
  const refused = (hex: string) => code(() => decodeServerFrame(fromHex(hex)));
  test.each([
    ['empty', ''], ['not an array', '01'], ['no type', '80'], ['truncated', '8218'], ['a map', 'a0'], ['trailing bytes', '8218650100'],
    ['a longer integer', '8219006501'], ['a longer length', '98021865 01'.replace(' ', '')], ['indefinite', '9f186501ff'],
    ['a tag', 'c0821865 01'.replace(' ', '')], ['a float', '821865f93c00'], ['one field more', '8318650100'], ['one field less', '8118 65'.replace(' ', '')],
    ['a negative request id', '82186520'], ['too large a request id', '8218651b0000000100000000'],
  ])('refuses %s', (_what, hex) => { expect(refused(hex)).toBe('bad_frame'); });
  test('refuses unknown frames and a deep pile of arrays', () => {
    expect(refused('8218c801')).toBe('unknown_frame');
    expect(code(() => decodeServerFrame(new Uint8Array(60_000).fill(0x81)))).toBe('bad_frame');
  });
  test('refuses what is too large before and after reading', () => {
    expect(code(() => decodeClientFrame(new Uint8Array(CLIENT_FRAME_LIMIT + 1)))).toBe('frame_too_large');
    expect(frameLimit(CLIENT_FRAMES.ping)).toBe(256);
    expect(code(() => decodeClientFrame(encode([1, 1, bytes(300)])))).toBe('frame_too_large');
    expect(code(() => encodeClientFrame({ type: 'send', rid: 1, circle_id: ID, message_id: ID, epoch: 0, blob: bytes(24_577) }))).toBe('bad_frame');
  });
  test('every truncation of a frame is refused', () => {
    const whole = encodeServerFrame(SERVER[2]!);
    for (let n = 0; n < whole.length; n++) expect(code(() => decodeServerFrame(whole.subarray(0, n)))).toBe('bad_frame');
  });
  test('ids, words and bounds are checked', () => {
    const raw = decode(encodeClientFrame(CLIENT[9]!)) as unknown[];
    const with_field = (i: number, value: unknown) => code(() => decodeClientFrame(encode(raw.map((v, k) => (k === i ? value : v)))));
    expect(with_field(2, 1_048_576)).toBe('bad_frame');
    expect(with_field(4, bytes(15))).toBe('bad_frame');
    expect(with_field(5, 5)).toBe('bad_frame');
    expect(with_field(6, 100_000)).toBe('bad_frame');
    expect(with_field(8, bytes(0))).toBe('bad_frame');
    expect(with_field(8, 'text')).toBe('bad_frame');
    expect(code(() => encodeClientFrame({ type: 'circle_leave', rid: 1, circle_id: 'x' }))).toBe('bad_frame');
    expect(code(() => fromHex('0'))).toBe('bad_frame');
  });
});
