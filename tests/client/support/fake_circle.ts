/**
 * A circle with the rules of the real one and none of MLS: a shared key that every commit changes,
 * one order, own echoes known, live slips, pending commits. Fast, for tests of what is around it.
 * Every message names its key in the clear, so that the fake server can see a key that is used twice.
 */
import type { Circle, CircleEvent, CircleRole, Content, LiveSlip, MadeCircleSlip, Member, Outgoing, OutgoingCommit, SealedPackage,
  SlipForm, TagSet, Vault } from '../../../client-web/src/domain/crypto_port';
import { CoreError, derive, fromHex, hash, open, random, seal, toHex } from './fake_primitives';
import { makeSlip, slipFromSecret } from './fake_slip';

interface SlipState { selector: number; secret: string; role: CircleRole; expiresDay: number; replaces: string | null; by: string }
interface MemberState { memberId: string; role: CircleRole; name: string; deviceIds: string[]; count: string | null }
export interface State {
  circleId: string; memberId: string; deviceId: string; epoch: number; key: string; sent: number; seen: string[];
  members: MemberState[]; slips: SlipState[]; active: boolean;
  pending: { epoch: number; commit: string; removed: string[] } | null;
  doubt: boolean; lost: boolean; before: string | null;
  /** made by a coordinator: colleagues alone */
  staff: boolean;
  /** the commit that ended each epoch */
  known: Record<number, string>;
}
type Commit = { kind: 'join'; selector: number; proof: string; member: MemberState; from: string }
  | { kind: 'remove'; memberId: string; by: string; from: string }
  | { kind: 'update'; memberId: string; by: string; from: string; nonce: string };

const PAD = 256;
const text = new TextEncoder();
/** Byte strings as one hex word. */
const HEX = 'hex:';
const json = (value: unknown) => text.encode(JSON.stringify(value, (_, one: unknown) => (one instanceof Uint8Array ? HEX + toHex(one) : one)));
const parse = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes),
  (_, one: unknown) => (typeof one === 'string' && one.startsWith(HEX) ? fromHex(one.slice(HEX.length)) : one)) as T;
const fresh = () => toHex(random(16));

/** In front of every message: the name of the key that sealed it. */
const KEY_MARK = 0xfa;
function marked(name: string, sealed: Uint8Array): Uint8Array {
  const clear = text.encode(name);
  return Uint8Array.from([KEY_MARK, clear.length, ...clear, ...sealed]);
}
/** Null for what no fake circle has made. */
export function keyOf(blob: Uint8Array): string | null {
  return blob[0] === KEY_MARK ? new TextDecoder().decode(blob.subarray(2, 2 + (blob[1] ?? 0))) : null;
}
const unmarked = (blob: Uint8Array) => blob.subarray(2 + (blob[1] ?? 0));

export class FakeCircle implements Circle {
  private gone_ = false;
  constructor(private s: State) {}

  static create(o: { circleId: string; memberId: string; deviceId: string; role: CircleRole; name: string }): FakeCircle {
    const me = { memberId: o.memberId, role: o.role, name: o.name, deviceIds: [o.deviceId], count: null };
    return new FakeCircle({ ...o, epoch: 0, key: toHex(random(32)), sent: 0, seen: [], members: [me], slips: [], active: true, pending: null,
      doubt: false, lost: false, before: null, staff: o.role === 'coordinator', known: {} });
  }

  static join(o: { slipText: string; circleId: string; sealed: Uint8Array; deviceId: string; name: string; nowDay: number }) {
    const secret = fromHex(o.slipText.split('-').at(-1) ?? '');
    let pack: State;
    try {
      pack = parse<State>(open(derive(secret, 'join'), o.circleId, o.sealed));
    } catch {
      throw new CoreError('join_failed');
    }
    const slip = pack.slips.find((x) => x.secret === toHex(secret));
    if (!slip) throw new CoreError('join_failed');
    const old = pack.members.find((m) => m.memberId === slip.replaces);
    if (pack.members.some((m) => m !== old && m.deviceIds.includes(o.deviceId))) throw new CoreError('join_failed');
    const member: MemberState = { memberId: old?.memberId ?? fresh(), role: slip.role, name: o.name, deviceIds: [o.deviceId],
      count: slip.role === 'parent' ? old?.count ?? toHex(random(32)) : null };
    const commit: Commit = { kind: 'join', selector: slip.selector, proof: toHex(derive(secret, 'psk')), member, from: o.deviceId };
    const bytes = json(commit);
    const circle = new FakeCircle({ ...pack, memberId: member.memberId, deviceId: o.deviceId, sent: 0, seen: [], pending: null, active: true,
      known: {} });
    const epoch = pack.epoch;
    circle.merge(commit, bytes);
    return { circle, commit: { epoch, commit: bytes, packages: circle.refreshPackages(o.nowDay), removedDeviceIds: old?.deviceIds ?? [] } };
  }

  static restore(bytes: Uint8Array): FakeCircle { return new FakeCircle(parse<State>(bytes)); }

  get circleId() { return this.state().circleId; }
  get memberId() { return this.state().memberId; }
  get deviceId() { return this.state().deviceId; }
  epoch() { return this.state().epoch; }
  active() { return this.state().active; }
  seal(vault: Vault, aad: string) { return vault.seal(aad, json(this.state())); }
  dispose() { this.gone_ = true; }
  private state(): State {
    if (this.gone_) throw new CoreError('state_bad');
    return this.s;
  }

  private mayMove(): void {
    if (!this.state().active) throw new CoreError('not_a_member');
    if (this.s.doubt) throw new CoreError('state_rolled_back');
  }
  inDoubt() { return this.state().doubt; }
  threadLost() { return this.state().lost; }
  restartedFrom() { return this.state().before; }
  staff() { return this.state().staff; }
  doubt(): void { this.state().doubt = true; }

  send(content: Content, contentId: string, sentAtMs: number): Outgoing {
    const s = this.state();
    this.mayMove();
    const me = s.members.find((m) => m.memberId === s.memberId);
    let extra: unknown = null;
    if (content.type === 'details' && me?.role !== 'coordinator') throw new CoreError('not_allowed');
    if (content.type === 'hello') extra = { name: me?.name, count: me?.count };
    if (content.type === 'slipMade') {
      extra = s.slips.find((x) => x.selector === content.selector);
      if (!extra) throw new CoreError('slip_unknown');
    }
    s.sent += 1;
    const n = `${s.deviceId}:${s.epoch}:${s.sent}`;
    const plain = json({ content, extra, contentId, sentAtMs, memberId: s.memberId, deviceId: s.deviceId, n });
    const padded = new Uint8Array(Math.ceil((plain.length + 1) / PAD) * PAD).fill(32);
    padded.set(plain);
    return { contentId, epoch: s.epoch, blob: marked(n, seal(fromHex(s.key), String(s.epoch), padded)) };
  }

  receive(kind: 0 | 1, epoch: number, blob: Uint8Array): CircleEvent[] {
    const s = this.state();
    if (epoch > s.epoch) return this.lose('mls_wrong_epoch');
    if (kind === 1 && (s.known[epoch] ?? toHex(hash(blob))) !== toHex(hash(blob))) {
      s.pending = null;
      return this.lose('mls_wrong_epoch');
    }
    if (epoch < s.epoch) return [{ type: 'unreadable', code: 'mls_wrong_epoch', memberId: null }];
    return kind === 1 ? this.receiveCommit(blob) : this.receiveMessage(blob);
  }

  /** What showed it, and once that the thread is lost. */
  private lose(code: string): CircleEvent[] {
    const events: CircleEvent[] = [{ type: 'unreadable', code, memberId: null }];
    if (!this.s.lost) events.push({ type: 'threadLost' });
    this.s.lost = true;
    return events;
  }

  private receiveMessage(blob: Uint8Array): CircleEvent[] {
    const s = this.s;
    type Message = { content: Content; extra: unknown; contentId: string; sentAtMs: number; memberId: string; deviceId: string; n: string };
    let m: Message;
    try {
      m = parse<Message>(open(fromHex(s.key), String(s.epoch), unmarked(blob)));
    } catch {
      return [{ type: 'unreadable', code: 'mls_decrypt_failed', memberId: null }];
    }
    if (m.deviceId === s.deviceId) {
      if (Number(m.n.split(':').at(-1)) <= s.sent) return [{ type: 'own', contentId: m.contentId }];
      s.doubt = true;
      return [{ type: 'rolledBack' }];
    }
    if (s.seen.includes(m.n)) return [{ type: 'unreadable', code: 'mls_replayed', memberId: m.memberId }];
    s.seen.push(m.n);
    const from = { memberId: m.memberId, deviceId: m.deviceId, contentId: m.contentId, sentAtMs: m.sentAtMs };
    const c = m.content;
    switch (c.type) {
      case 'contactUndo': return [{ type: 'contactUndone', target: c.target, ...from }];
      case 'leave': return [{ type: 'left', ...from }];
      case 'slipRevoked': s.slips = s.slips.filter((x) => x.selector !== c.selector); return [{ ...c, ...from }];
      case 'slipMade': {
        const slip = m.extra as SlipState;
        if (!s.slips.some((x) => x.selector === slip.selector)) s.slips.push(slip);
        return [{ type: 'slipMade', selector: slip.selector, role: slip.role, expiresDay: slip.expiresDay, replacesMemberId: slip.replaces, ...from }];
      }
      case 'hello': {
        const hello = m.extra as { name: string; count: string | null };
        const member = s.members.find((x) => x.memberId === m.memberId);
        if (member) Object.assign(member, hello);
        return [{ type: 'hello', name: hello.name, ...from }];
      }
      case 'text': case 'receipt': case 'contact': case 'before': case 'details': case 'attachment': return [{ ...c, ...from }];
      default: return [{ type: 'act', act: c, ...from }];
    }
  }

  private receiveCommit(blob: Uint8Array): CircleEvent[] {
    const s = this.s;
    let commit: Commit;
    try {
      commit = parse<Commit>(blob);
    } catch {
      return this.lose('mls_malformed');
    }
    const own = s.pending !== null && s.pending.commit === toHex(blob);
    const events: CircleEvent[] = [];
    if (!own && commit.from === s.deviceId) return this.lose('mls_wrong_epoch');
    if (s.pending && !own) events.push({ type: 'commitLost' });
    s.pending = null;
    const before = s.members.find((m) => m.memberId === (commit.kind === 'join' ? commit.member.memberId : commit.memberId));
    const slip = commit.kind === 'join' ? s.slips.find((x) => x.selector === commit.selector) : undefined;
    if (commit.kind === 'join' && (!slip || toHex(derive(fromHex(slip.secret), 'psk')) !== commit.proof)) {
      return this.lose('mls_refused');
    }
    s.lost = false;
    const devices = before?.deviceIds ?? [];
    this.merge(commit, blob);
    if (commit.kind === 'join') {
      const { memberId, role } = commit.member;
      events.push({ type: 'joined', memberId, deviceId: commit.from, role, newMember: !before, replacedDeviceIds: devices, byMemberId: null });
      events.push({ type: 'slipUsed', selector: commit.selector, memberId });
      const behind = s.slips.filter((x) => x.by === s.deviceId).map((x) => x.selector);
      if (behind.length > 0) events.push({ type: 'slipsBehind', selectors: behind });
    } else if (commit.kind === 'update') {
      if (own) s.doubt = false;
      else events.push({ type: 'updated', memberId: commit.memberId, deviceId: commit.from });
    } else if (commit.memberId === s.memberId) events.push({ type: 'selfRemoved', byMemberId: commit.by });
    else events.push({ type: 'removed', memberId: commit.memberId, deviceIds: devices, byMemberId: commit.by });
    if (own) events.push({ type: 'commitAccepted' });
    return events;
  }

  private merge(commit: Commit, bytes: Uint8Array): void {
    const s = this.s;
    if (commit.kind === 'join') {
      s.slips = s.slips.filter((x) => x.selector !== commit.selector);
      s.members = [...s.members.filter((m) => m.memberId !== commit.member.memberId), { ...commit.member }];
    } else if (commit.kind === 'remove') {
      s.members = s.members.map((m) => (m.memberId === commit.memberId ? { ...m, deviceIds: [] } : m));
      if (commit.memberId === s.memberId) s.active = false;
    }
    s.known[s.epoch] = toHex(hash(bytes));
    s.key = toHex(hash(fromHex(s.key), bytes));
    s.epoch += 1;
  }

  makeSlip(o: { form: SlipForm; role: CircleRole; expiresDay: number; nowDay: number; replacesMemberId?: string | null; contentId: string; sentAtMs: number }): MadeCircleSlip {
    const s = this.state();
    this.mayMove();
    if (o.role !== 'supporter' && (o.role === 'coordinator') !== s.staff) throw new CoreError('not_allowed');
    if (s.slips.length >= 8) throw new CoreError('slip_limit');
    const slip = makeSlip(o.form);
    s.slips.push({ selector: slip.selector, secret: slip.text.split('-').at(-1) ?? '', role: o.role, expiresDay: o.expiresDay,
      replaces: o.replacesMemberId ?? null, by: s.deviceId });
    const notice = this.send({ type: 'slipMade', selector: slip.selector }, o.contentId, o.sentAtMs);
    return { slip, notice, epoch: s.epoch, packages: this.refreshPackages(o.nowDay) };
  }
  revokeSlip(selector: number, contentId: string, sentAtMs: number): Outgoing {
    this.mayMove();
    this.s.slips = this.s.slips.filter((x) => x.selector !== selector);
    return this.send({ type: 'slipRevoked', selector }, contentId, sentAtMs);
  }
  liveSlips(): LiveSlip[] {
    return this.state().slips.map((x) => ({ selector: x.selector, role: x.role, expiresDay: x.expiresDay, replacesMemberId: x.replaces, mine: x.by === this.s.deviceId }));
  }
  expiredSlips(nowDay: number): number[] { return this.s.slips.filter((x) => x.expiresDay < nowDay).map((x) => x.selector); }
  refreshPackages(nowDay: number): SealedPackage[] {
    const s = this.state();
    const pack = json({ ...s, sent: 0, seen: [], pending: null, doubt: false, lost: false });
    return s.slips.filter((x) => x.expiresDay >= nowDay)
      .map((x) => ({ selector: x.selector, sealed: seal(derive(fromHex(x.secret), 'join'), s.circleId, pack) }));
  }

  removeMember(memberId: string, nowDay: number): OutgoingCommit {
    const s = this.state();
    this.mayMove();
    const bytes = json({ kind: 'remove', memberId, by: s.memberId, from: s.deviceId } satisfies Commit);
    s.pending = { epoch: s.epoch, commit: toHex(bytes), removed: s.members.find((m) => m.memberId === memberId)?.deviceIds ?? [] };
    void nowDay;
    return this.pending()!;
  }
  update(): OutgoingCommit { throw new CoreError('mls_refused'); }
  recover(): OutgoingCommit {
    const s = this.state();
    if (s.pending) throw new CoreError('not_allowed');
    const commit: Commit = { kind: 'update', memberId: s.memberId, by: s.memberId, from: s.deviceId, nonce: fresh() };
    s.pending = { epoch: s.epoch, commit: toHex(json(commit)), removed: [] };
    return this.pending()!;
  }
  afresh(circleId: string, deviceId: string): Circle {
    const s = this.state();
    if (!s.active) throw new CoreError('not_a_member');
    const members = s.members.map((m) => ({ ...m, deviceIds: m.memberId === s.memberId ? [deviceId] : [] }));
    return new FakeCircle({ ...s, circleId, deviceId, epoch: 0, key: toHex(random(32)), sent: 0, seen: [], members, slips: [], pending: null,
      doubt: false, lost: false, before: s.circleId, known: {} });
  }
  pending(): OutgoingCommit | null {
    const { pending } = this.state();
    if (!pending) return null;
    const next = new FakeCircle(structuredClone(this.s));
    const bytes = fromHex(pending.commit);
    next.merge(parse<Commit>(bytes), bytes);
    return { epoch: pending.epoch, commit: bytes, packages: next.refreshPackages(0), removedDeviceIds: pending.removed };
  }
  commitAccepted(): CircleEvent[] { throw new CoreError('state_bad'); }
  commitRejected(): void { this.s.pending = null; }

  members(): Member[] {
    return this.state().members.map((m) => ({ memberId: m.memberId, role: m.role, name: m.name, me: m.memberId === this.s.memberId,
      deviceIds: m.deviceIds, countable: m.role === 'parent' && m.count !== null }));
  }
  tallyTags(memberId: string, spanId: number, day: number, year: number): TagSet {
    const count = fromHex(this.s.members.find((m) => m.memberId === memberId)?.count ?? '');
    return { tag: hash(count, `span${spanId}`), dayTag: hash(count, `day${day}`), yearTag: hash(count, `year${year}`) };
  }
  safetyWords(): string[] { return [0, 4, 8].map((i) => this.state().key.slice(i, i + 4)); }
}
export { slipFromSecret };
