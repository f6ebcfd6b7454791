/**
 * A server that behaves as schema/wire.cddl says, in memory: the client's own codec on both sides
 * of the line, one order per circle, known message ids, slips, shares, tallies.
 */
import { ERROR_CODES, type ErrorName } from '../../../client-web/src/wire/error_codes';
import { decodeClientFrame, encodeServerFrame } from '../../../client-web/src/wire/codec';
import type { ClientFrame, ClientFrames, Envelope, Programme, ServerFrame, Span } from '../../../client-web/src/wire/frames';
import { ENVELOPE_WINDOW } from '../../../client-web/src/wire/limits';
import type { Socket, SocketEvents } from '../../../client-web/src/net/connection';
import type { Role } from '../../../client-web/src/domain/api';
import type { FakeClock } from './clock';
import { keyOf } from './fake_circle';
import { random, toHex, verifySignature } from './fake_primitives';
import { commit, share, slipMake, slipOpen } from './fake_answers';
import { FakeAttachments } from './fake_attachments';
import { FakeQueue } from './fake_queue';
import { ORGANISATION } from './organisations';
import { FakeWork } from './fake_work';
import { dayOf } from '../../../client-web/src/domain/days';

interface DeviceRow { shareId: string; key: Uint8Array; role: Role; share: Uint8Array | null; auth: string; wrong: number }
interface SlipRow { token: string; role: Role; expires: number; circle: string | null; epoch: number; sealed: Uint8Array; by: string | null; usedBy: string | null; replaces?: string | null; label?: string }
/** gone: the last sequence that has expired */
interface CircleRow { epoch: number; gone?: number; log: Envelope[]; acked: Map<string, number>; ids: Map<string, number> }
type Enrolment = ClientFrames['slip_redeem_staff']['enrolment'];

export class Refusal extends Error {
  constructor(readonly code: ErrorName, readonly detail = 0) { super(code); }
}
export const TRIES = 10;

export class FakeServer {
  /** how the organisation gives support */
  programmes: Programme[] = [];
  readonly devices = new Map<string, DeviceRow>();
  readonly slips = new Map<number, SlipRow>();
  readonly circles = new Map<string, CircleRow>();
  readonly tallies = new Map<string, ClientFrames['tally']>();
  readonly work = new FakeWork();
  readonly attachments = new FakeAttachments((circleId) => [...(this.circles.get(circleId)?.acked.keys() ?? [])]);
  readonly queue = new FakeQueue(() => this.clock.nowMs());
  /** devices that the organisation took out of a circle and nobody has removed from the group */
  readonly gone: { circle_id: string; device_id: string }[] = [];
  /** every frame that came in, for looking at what was sent and in which order */
  readonly seen: ClientFrame[] = [];
  /** the fake core's keys, and what came sealed with each; every frame counts, also one that is refused */
  private readonly keys_ = new Map<string, string>();
  readonly keysUsedTwice: string[] = [];
  spans: Span[] = [{ span_id: 1, first_day: 20_500, last_day: 20_700 }];
  undo_s = 600;
  /** staff are asked for one; the fake takes any that names the connection's challenge as its client data */
  passkeys = false;
  readonly credentials = new Map<string, Uint8Array>();
  readonly signedIn = new Set<string>();
  up = true;
  /** devices whose envelopes are held back for a while */
  readonly held = new Set<string>();
  private readonly lines_ = new Set<Line>();
  /** May throw a Refusal instead of what would happen. */
  intercept: ((frame: ClientFrame) => void) | null = null;

  constructor(readonly clock: FakeClock) {}

  connect(events: SocketEvents): Socket {
    const line = new Line(this, events);
    if (!this.up) { setImmediate(() => events.closed()); return line; }
    this.lines_.add(line);
    setImmediate(() => line.hello());
    return line;
  }
  drop(): void { for (const line of [...this.lines_]) line.end(); }
  setUp(up: boolean): void { this.up = up; if (!up) this.drop(); }
  forget(line: Line): void { this.lines_.delete(line); }
  publish(): void { for (const line of this.lines_) line.pull(); }
  /** A message's key must never seal another one. */
  lookAtKey(circleId: string, blob: Uint8Array): void {
    const name = keyOf(blob);
    if (name === null) return;
    const key = `${circleId}:${name}`;
    const before = this.keys_.get(key);
    if (before !== undefined && before !== toHex(blob)) this.keysUsedTwice.push(key);
    this.keys_.set(key, toHex(blob));
  }
  /** Somebody's work here has ended: their connections too, and their circles hear of it. */
  removeDevice(deviceId: string): void {
    this.devices.delete(deviceId);
    for (const [circle_id, { acked }] of this.circles) if (acked.delete(deviceId)) this.gone.push({ circle_id, device_id: deviceId });
    for (const line of [...this.lines_]) if (line.deviceId === deviceId) line.end(); else line.sayGone();
  }
  tellNews(): void {
    for (const line of this.lines_) {
      const role = line.deviceId === null ? undefined : this.devices.get(line.deviceId)?.role;
      if (role === 'coordinator' || role === 'supporter') line.reply({ type: 'news', rid: 0 });
    }
  }
  /** To everybody whose place, or whose organisation's queue, may have changed. */
  tellQueues(): void { for (const line of this.lines_) line.sayQueue(); }
  /** Out of the queue: the server knows nothing of them any more. */
  forgetWaiting(deviceId: string): void {
    this.queue.forget(deviceId);
    this.devices.delete(deviceId);
    for (const line of [...this.lines_]) if (line.deviceId === deviceId) line.end();
    this.tellQueues();
  }
  setSpans(spans: Span[]): void {
    this.spans = spans;
    for (const line of this.lines_) if (line.deviceId) line.reply({ type: 'spans', rid: 0, spans });
  }

  endSession(deviceId: string): void {
    this.signedIn.delete(deviceId);
    for (const line of [...this.lines_]) if (line.deviceId === deviceId) line.endSession();
  }

  staffSlip(selector: number, token: Uint8Array, role: Role): void {
    this.slips.set(selector, { token: toHex(token), role, expires: 99_999, circle: null, epoch: 0, sealed: new Uint8Array(), by: null, usedBy: null });
  }

  slip(selector: number, token: Uint8Array): SlipRow {
    const row = this.slips.get(selector);
    if (!row || row.token !== toHex(token)) throw new Refusal('slip_unknown');
    return row;
  }
  circle(id: string, deviceId: string): CircleRow {
    const row = this.circles.get(id);
    if (!row) throw new Refusal('circle_unknown');
    if (!row.acked.has(deviceId)) throw new Refusal('not_a_member');
    return row;
  }
  append(id: string, kind: 'message' | 'commit', messageId: string, epoch: number, blob: Uint8Array): number {
    const row = this.circles.get(id)!;
    const known = row.ids.get(messageId);
    if (known !== undefined) return known;
    if (row.epoch !== epoch) throw new Refusal('epoch_stale', row.epoch);
    const sequence = row.log.length + 1;
    row.log.push({ type: 'envelope', rid: 0, circle_id: id, sequence, kind, epoch, blob });
    row.ids.set(messageId, sequence);
    if (kind === 'commit') row.epoch += 1;
    return sequence;
  }
  renew(id: string, list: { selector: number; sealed: Uint8Array }[]): void {
    const { epoch } = this.circles.get(id)!;
    for (const { selector, sealed } of list) {
      const slip = this.slips.get(selector);
      if (slip?.circle === id && !slip.usedBy) Object.assign(slip, { sealed, epoch });
    }
  }
  /** Sequences are told only to those who are in. */
  texts(id: string): number { return this.circles.get(id)?.log.filter((e) => e.kind === 'message').length ?? 0; }
}

/** One connection. */
class Line implements Socket {
  deviceId: string | null = null;
  private readonly challenge_ = random(32);
  private readonly sent_ = new Map<string, number>();
  private open_ = true;
  private logging_in_ = false;
  private proving_: string | null = null;

  constructor(private readonly s: FakeServer, private readonly events_: SocketEvents) {}

  hello(): void { this.reply({ type: 'hello', rid: 0, challenge: this.challenge_, now_s: Math.floor(this.s.clock.nowMs() / 1000), protocol: 1 }); }
  close(): void { this.open_ = false; this.s.forget(this); }
  end(): void { this.close(); setImmediate(() => this.events_.closed()); }
  reply(frame: ServerFrame): void {
    const bytes = encodeServerFrame(frame);
    setImmediate(() => { if (this.open_) this.events_.data(bytes); });
  }

  send(data: Uint8Array): void {
    const copy = data.slice();
    setImmediate(() => {
      if (!this.open_) return;
      const frame = decodeClientFrame(copy);
      this.s.seen.push(frame);
      if (frame.type === 'send') this.s.lookAtKey(frame.circle_id, frame.blob);
      if (frame.type !== 'login') return this.answer(frame);
      // A login takes the server a moment, in which it looks at no slip.
      this.logging_in_ = true;
      setImmediate(() => { this.logging_in_ = false; if (this.open_) this.answer(frame); });
    });
  }

  private answer(frame: ClientFrame): void {
    try {
      this.s.intercept?.(frame);
      if (frame.type === 'slip_open' && this.logging_in_) throw new Refusal('not_now');
      this.reply({ ...this.handle(frame), rid: frame.rid } as ServerFrame);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.reply({ type: 'error', rid: frame.rid, code: ERROR_CODES[error.code], sentence: error.code, detail: error.detail });
    }
    this.s.publish();
  }

  /** What follows the last envelope sent, within the window. */
  pull(): void {
    const { deviceId } = this;
    if (!deviceId || this.s.held.has(deviceId)) return;
    for (const [id, row] of this.s.circles) {
      const acked = row.acked.get(deviceId);
      if (acked === undefined) continue;
      let last = Math.max(this.sent_.get(id) ?? 0, acked, row.gone ?? 0);
      while (last < row.log.length && last - acked < ENVELOPE_WINDOW) this.reply(row.log[last++]!);
      this.sent_.set(id, last);
    }
  }

  sayGone(): void {
    for (const one of this.s.gone) {
      if (this.deviceId && this.s.circles.get(one.circle_id)?.acked.has(this.deviceId)) this.reply({ type: 'gone', rid: 0, ...one });
    }
  }

  private asked_ = false;
  /** What the server says by itself: a place to whoever has one, the queue to staff who have asked. */
  sayQueue(): void {
    const { deviceId } = this;
    if (!deviceId) return;
    const place = this.s.queue.of(deviceId);
    if (place) this.reply({ ...this.s.queue.waiting(place), rid: 0 } as ServerFrame);
    if (place?.sealed) this.reply({ type: 'door_opened', rid: 0, wait_id: place.waitId, sealed: place.sealed });
    if (this.asked_) this.reply({ ...this.s.queue.queue(deviceId), rid: 0 } as ServerFrame);
  }

  endSession(): void {
    this.reply({ type: 'error', rid: 0, code: ERROR_CODES.session_ended, sentence: 'ended', detail: 0 });
    this.deviceId = null;
    setImmediate(() => this.end());
  }

  /** Staff who have not signed in: what is wanted of them; null: nothing. */
  private wanted(deviceId: string): object | null {
    const { role } = this.s.devices.get(deviceId)!;
    if (!this.s.passkeys || role === 'parent' || this.s.signedIn.has(deviceId)) return null;
    this.proving_ = deviceId;
    const known = this.s.credentials.get(deviceId);
    return { type: 'passkey_wanted', role, organisation: ORGANISATION, challenge: this.challenge_, rp_id: 'bredvid.test', user_id: deviceId,
      credentials: known ? [known] : [] };
  }
  private proved(clientData: Uint8Array): object {
    const deviceId = this.proving_;
    if (!deviceId) throw new Refusal('not_now');
    if (toHex(clientData) !== toHex(this.challenge_)) throw new Refusal('passkey_bad');
    this.s.signedIn.add(deviceId);
    this.proving_ = null;
    return this.admit(deviceId);
  }

  private me(): string {
    if (!this.deviceId) throw new Refusal('not_now');
    return this.deviceId;
  }

  private handle(f: ClientFrame): object {
    switch (f.type) {
      case 'ping': return { type: 'ok' };
      case 'login': return this.login(f);
      case 'share_get': return share(this.s, f);
      case 'slip_open': return slipOpen(this.s, f);
      case 'slip_redeem_staff': return this.redeem(f, f.enrolment, null);
      case 'slip_redeem_circle': return this.redeem(f, f.enrolment, f);
      case 'circle_create':
        if (!this.s.circles.has(f.circle_id)) this.s.circles.set(f.circle_id, { epoch: 0, log: [], acked: new Map([[this.me(), 0]]), ids: new Map() });
        return { type: 'ok' };
      case 'send':
        this.s.circle(f.circle_id, this.me());
        return { type: 'stored', sequence: this.s.append(f.circle_id, 'message', f.message_id, f.epoch, f.blob) };
      case 'commit': return commit(this.s, f, this.me());
      case 'ack': {
        const row = this.s.circle(f.circle_id, this.me());
        if (f.sequence > row.log.length) throw new Refusal('ack_beyond_head');
        row.acked.set(this.me(), Math.max(row.acked.get(this.me()) ?? 0, f.sequence));
        return { type: 'ok' };
      }
      case 'attach_begin': case 'attach_put': case 'attach_get': case 'attach_done':
        this.s.circle(f.circle_id, this.me());
        return this.s.attachments.answer(f, this.me());
      case 'slip_make_circle': case 'slip_make_staff': return slipMake(this.s, f, this.me());
      case 'slip_revoke': {
        if (this.s.slips.get(f.selector)?.usedBy) throw new Refusal('slip_used');
        if (!this.s.slips.delete(f.selector) && !this.s.queue.doors.delete(f.selector)) throw new Refusal('slip_unknown');
        return { type: 'ok' };
      }
      case 'slip_refresh': {
        const row = this.s.circle(f.circle_id, this.me());
        if (row.epoch !== f.epoch) throw new Refusal('epoch_stale', row.epoch);
        this.s.renew(f.circle_id, f.sealed_list);
        return { type: 'ok' };
      }
      case 'circle_leave': this.s.circle(f.circle_id, this.me()).acked.delete(this.me()); return { type: 'ok' };
      case 'tally':
        if (!this.s.spans.some((x) => x.span_id === f.span_id)) throw new Refusal('span_closed');
        if (!this.s.tallies.has(f.tally_id)) this.s.tallies.set(f.tally_id, f);
        return { type: 'ok' };
      case 'release_list': return { type: 'releases', releases: [{ release_id: 7, scope: 'span', first_day: 20_300, last_day: 20_390 }] };
      case 'release_get': return { type: 'release', json: new TextEncoder().encode('{"k":5}'), csv: new TextEncoder().encode('\ufeffkind;count\n') };
      case 'share_change': return { type: 'ok' };
      case 'passkey_register': {
        const answer = this.proved(f.client_data);
        this.s.credentials.set(this.me(), f.attestation);
        return answer;
      }
      case 'passkey_sign_in': return this.proved(f.client_data);
      case 'person_here': this.me(); return { type: 'ok' };
      case 'programmes_get': {
        const { role } = this.s.devices.get(this.me())!;
        if (role !== 'supporter' && role !== 'coordinator') throw new Refusal('not_allowed');
        return { type: 'programmes', programmes: this.s.programmes };
      }
      case 'wait_begin': return this.waitBegin(f);
      case 'wait_end': {
        const me = this.me();
        if (!this.s.queue.of(me)) throw new Refusal('not_waiting');
        // answered first, then the connection ends
        setImmediate(() => setImmediate(() => this.s.forgetWaiting(me)));
        return { type: 'ok' };
      }
      default: {
        const me = this.me();
        if (f.type === 'queue_get') this.asked_ = true;
        const queued = this.s.queue.answer(f, me, this.s.devices.get(me)!.role);
        if (queued) {
          if (f.type !== 'queue_get') setImmediate(() => this.s.tellQueues());
          return queued;
        }
        const answer = this.s.work.answer(f, me, this.s.devices.get(me)!.role, dayOf(this.s.clock.nowMs()), (id) => this.s.removeDevice(id));
        if (!answer) throw new Error(`the fake server knows no ${f.type}`);
        if (!f.type.endsWith('_list')) setImmediate(() => this.s.tellNews());
        return answer;
      }
    }
  }

  private waitBegin(f: ClientFrames['wait_begin']): object {
    const { enrolment: e } = f;
    if (!this.s.queue.open(f.selector, f.token)) throw new Refusal('slip_unknown');
    if (!verifySignature('enrol', e.login_key, this.challenge_, e.device_id, e.proof)) throw new Refusal('login_failed');
    const place = this.s.queue.begin(f, () => toHex(random(16)));
    if (!this.s.devices.has(e.device_id)) {
      this.s.devices.set(e.device_id, { shareId: e.share_id, key: e.login_key, role: 'parent', share: e.share, auth: toHex(e.share_auth), wrong: 0 });
    }
    this.deviceId = e.device_id;
    setImmediate(() => this.s.tellQueues());
    return this.s.queue.waiting(place);
  }

  private login(f: ClientFrames['login']): object {
    const device = this.s.devices.get(f.device_id);
    if (!device || !verifySignature('login', device.key, this.challenge_, f.device_id, f.signature)) throw new Refusal('login_failed');
    return this.wanted(f.device_id) ?? this.admit(f.device_id);
  }

  private admit(deviceId: string): object {
    this.deviceId = deviceId;
    setImmediate(() => { this.sayGone(); this.sayQueue(); });
    const circles = [...this.s.circles].filter(([, c]) => c.acked.has(deviceId))
      .map(([circle_id, c]) => ({ circle_id, epoch: c.epoch, head: c.log.length, acked: c.acked.get(deviceId) ?? 0 }));
    return { type: 'login_ok', role: this.s.devices.get(deviceId)!.role, organisation: ORGANISATION, circles, spans: this.s.spans, undo_s: this.s.undo_s };
  }

  private redeem(f: { selector: number; token: Uint8Array }, enrolment: Enrolment | null, join: ClientFrames['slip_redeem_circle'] | null): object {
    const slip = this.s.slip(f.selector, f.token);
    const deviceId = enrolment?.device_id ?? this.me();
    if (slip.usedBy && slip.usedBy !== deviceId) throw new Refusal('slip_used');
    if (enrolment && !verifySignature('enrol', enrolment.login_key, this.challenge_, deviceId, enrolment.proof)) throw new Refusal('login_failed');
    let circle = null;
    if (join && slip.circle !== null) {
      // Who is in already may only come back in its own place.
      const inside = !slip.usedBy && this.s.circles.get(slip.circle)?.acked.has(deviceId);
      if (inside && slip.replaces !== deviceId) throw new Refusal('not_allowed');
      const sequence = this.s.append(slip.circle, 'commit', join.message_id, join.epoch, join.commit);
      const row = this.s.circles.get(slip.circle)!;
      if (!slip.usedBy) {
        this.s.renew(slip.circle, join.sealed_list);
        if (slip.replaces) row.acked.delete(slip.replaces);
        row.acked.set(deviceId, sequence);
      }
      this.s.queue.forget(deviceId);
      circle = { circle_id: slip.circle, sequence };
    }
    if (enrolment && !this.s.devices.has(deviceId)) {
      this.s.devices.set(deviceId, { shareId: enrolment.share_id, key: enrolment.login_key, role: slip.role, share: enrolment.share, auth: toHex(enrolment.share_auth), wrong: 0 });
      if (slip.role !== 'parent') {
        this.s.work.colleagues.push({ staff_id: toHex(random(16)), role: slip.role, label: slip.label ?? '', talk: 0, deviceId });
        setImmediate(() => this.s.tellNews());
      }
    }
    slip.usedBy = deviceId;
    const wanted = this.wanted(deviceId);
    if (wanted) return wanted;
    this.deviceId = deviceId;
    return { type: 'redeemed', role: slip.role, organisation: ORGANISATION, circle, spans: this.s.spans, undo_s: this.s.undo_s };
  }
}
