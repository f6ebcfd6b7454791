/**
 * bredvid_core.wasm behind the types of crypto_core_api.ts.
 *
 *   const core = await loadCryptoCore(fetch('/assets/bredvid_core.wasm'));   // a worker
 *   const core = await loadCryptoCore(readFileSync('.../bredvid_core.wasm')); // Node
 *
 * One call is a number and bytes in, bytes out (crypto/bindings/session.h lists them). Everything that was written
 * into or read from wasm memory for a call is wiped after it. When the module traps, the instance is dead: every later
 * call throws state_bad, and the engine starts a new one from what it has stored.
 */
import { Reader, Writer, ID_BYTES, toHex } from './crypto_codec';
import { CryptoError } from './crypto_core_api';
import type {
  Circle, CircleRole, Content, CryptoCore, Joined, JoinOptions, LoginKey, MadeCircleSlip, Member, Outgoing,
  OutgoingCommit, SealedPackage, Slip, SlipForm, SlipParse, Stretched, TagSet, Vault, WaitKey,
} from './crypto_core_api';
import { readEvent, roleName, roleNumber, writeContent } from './crypto_events';
import { wasiImports } from './wasi_shim';

export * from './crypto_core_api';
export { fromHex, toHex } from './crypto_codec';

/** crypto/bindings/session.h, enum class Call */
const CALL = {
  random: 1, slipNew: 2, slipParse: 3, loginNew: 4, loginPublic: 5, signEnrol: 6, signLogin: 7, dispose: 9,
  stretch: 10, shareAuth: 11, vaultUnlock: 12, vaultSeal: 13, vaultOpen: 14, waitKey: 15, doorSeal: 16, doorOpen: 17,
  chunkSeal: 18, chunkOpen: 19,
  create: 20, join: 21, restore: 22, seal: 23, facts: 24, send: 25, receive: 26, makeSlip: 27, liveSlips: 28,
  expired: 29, refresh: 30, remove: 31, update: 32, pending: 33, accepted: 34, rejected: 35, members: 36, tags: 37,
  words: 38, recover: 39, afresh: 40, doubt: 41,
} as const;
const FORMS = { typed: 1, qr: 2 } as const;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  bv_alloc(sizeBytes: number): number;
  bv_free(pointer: number, sizeBytes: number): void;
  bv_call(call: number, pointer: number, sizeBytes: number): number;
}

/** Runs calls; knows memory, nothing of what the calls mean. */
class Instance {
  private dead = false;
  constructor(private readonly wasm: Exports) {}

  call(number: number, args: (out: Writer) => void = () => {}): Reader {
    if (this.dead) throw new CryptoError('state_bad');
    const out = new Writer();
    try {
      try {
        args(out);
      } catch (error) {
        if (error instanceof RangeError) throw new CryptoError('not_allowed');
        throw error;
      }
      return this.answer(this.run(number, out.view()));
    } finally {
      out.wipe();
    }
  }

  private run(number: number, args: Uint8Array): Uint8Array {
    try {
      const input = this.wasm.bv_alloc(args.length);
      if (input === 0) throw new CryptoError('state_bad');
      // memory.buffer is read anew each time: growing detaches the old one
      new Uint8Array(this.wasm.memory.buffer).set(args, input);
      const output = this.wasm.bv_call(number, input, args.length);
      this.wasm.bv_free(input, args.length);
      if (output === 0) throw new CryptoError('state_bad');
      const length = new DataView(this.wasm.memory.buffer).getUint32(output, true);
      const answer = new Uint8Array(this.wasm.memory.buffer).slice(output + 4, output + 4 + length);
      this.wasm.bv_free(output, 4 + length);
      return answer;
    } catch (error) {
      this.dead = true;
      throw error instanceof CryptoError ? error : new CryptoError('state_bad');
    }
  }

  private answer(bytes: Uint8Array): Reader {
    const input = new Reader(bytes);
    if (input.flag()) throw new CryptoError(input.text(), input.u32());
    return input;
  }
}

const readSlip = (r: Reader): Slip => ({ text: r.text(), selector: r.u32(), token: r.fixed(KEY_BYTES), pskId: r.id() });
const readOutgoing = (r: Reader): Outgoing => ({ contentId: r.id(), epoch: r.u64(), blob: r.opaque() });
const readPackages = (r: Reader): SealedPackage[] => r.list((p) => ({ selector: p.u32(), sealed: p.opaque() }));
const readCommit = (r: Reader): OutgoingCommit =>
  ({ epoch: r.u64(), commit: r.opaque(), packages: readPackages(r), removedDeviceIds: r.list((d) => d.id()) });

class Handle {
  private disposed = false;
  constructor(protected readonly core: Instance, private readonly number: number) {}

  /** writes the handle as a call's first argument */
  put(out: Writer): Writer {
    if (this.disposed) throw new CryptoError('state_bad');
    return out.u32(this.number);
  }
  dispose(): void {
    if (this.disposed) return;
    this.core.call(CALL.dispose, (out) => this.put(out));
    this.disposed = true;
  }
  protected ask(call: number, args: (out: Writer) => void = () => {}): Reader {
    return this.core.call(call, (out) => { this.put(out); args(out); });
  }
}

class WasmVault extends Handle implements Vault {
  seal(aad: string, plain: Uint8Array) { return this.ask(CALL.vaultSeal, (out) => out.text(aad).opaque(plain)).opaque(); }
  open(aad: string, sealed: Uint8Array) { return this.ask(CALL.vaultOpen, (out) => out.text(aad).opaque(sealed)).opaque(); }
}

class WasmStretched extends Handle implements Stretched {
  shareAuth() { return this.ask(CALL.shareAuth).fixed(KEY_BYTES); }
  vault(share: Uint8Array): Vault {
    return new WasmVault(this.core, this.ask(CALL.vaultUnlock, (out) => out.opaque(share)).u32());
  }
}

const asHandle = (vault: Vault): WasmVault => {
  if (!(vault instanceof WasmVault)) throw new CryptoError('state_bad');
  return vault;
};

class WasmCircle extends Handle implements Circle {
  readonly circleId: string;
  readonly memberId: string;
  readonly deviceId: string;
  constructor(core: Instance, number: number) {
    super(core, number);
    const facts = this.ask(CALL.facts);
    this.circleId = facts.id();
    this.memberId = facts.id();
    this.deviceId = facts.id();
  }
  private facts() {
    const r = this.ask(CALL.facts);
    r.fixed(3 * ID_BYTES);
    return { epoch: r.u64(), active: r.flag(), inDoubt: r.flag(), threadLost: r.flag(), restartedFrom: r.optionalId(),
      staff: r.flag() };
  }
  epoch() { return this.facts().epoch; }
  active() { return this.facts().active; }
  inDoubt() { return this.facts().inDoubt; }
  threadLost() { return this.facts().threadLost; }
  restartedFrom() { return this.facts().restartedFrom; }
  staff() { return this.facts().staff; }
  seal(vault: Vault, aad: string) {
    return this.ask(CALL.seal, (out) => { asHandle(vault).put(out).text(aad); }).opaque();
  }

  send(content: Content, contentId: string, sentAtMs: number) {
    return readOutgoing(this.ask(CALL.send, (out) => writeContent(out, content, contentId, sentAtMs)));
  }
  receive(kind: 0 | 1, epoch: number, blob: Uint8Array) {
    return this.ask(CALL.receive, (out) => out.u8(kind).u64(epoch).opaque(blob)).list(readEvent);
  }

  makeSlip(o: Parameters<Circle['makeSlip']>[0]): MadeCircleSlip {
    const r = this.ask(CALL.makeSlip, (out) => out.u8(FORMS[o.form]).u8(roleNumber(o.role)).u32(o.expiresDay)
      .u32(o.nowDay).optionalId(o.replacesMemberId ?? null).id(o.contentId).u64(o.sentAtMs));
    const slip = readSlip(r);
    const notice = readOutgoing(r);
    return { slip, notice, epoch: notice.epoch, packages: readPackages(r) };
  }
  revokeSlip(selector: number, contentId: string, sentAtMs: number) {
    return this.send({ type: 'slipRevoked', selector }, contentId, sentAtMs);
  }
  liveSlips() {
    return this.ask(CALL.liveSlips).list((r) => ({ selector: r.u32(), role: roleName(r.u8()), expiresDay: r.u32(),
      replacesMemberId: r.optionalId(), mine: r.flag() }));
  }
  expiredSlips(nowDay: number) { return this.ask(CALL.expired, (out) => out.u32(nowDay)).list((r) => r.u32()); }
  refreshPackages(nowDay: number) { return readPackages(this.ask(CALL.refresh, (out) => out.u32(nowDay))); }

  removeMember(memberId: string, nowDay: number) {
    return readCommit(this.ask(CALL.remove, (out) => out.id(memberId).u32(nowDay)));
  }
  update(nowDay: number) { return readCommit(this.ask(CALL.update, (out) => out.u32(nowDay))); }
  doubt() { this.ask(CALL.doubt); }
  recover(unseenMax: number, nowDay: number) { return readCommit(this.ask(CALL.recover, (out) => out.u32(unseenMax).u32(nowDay))); }
  afresh(circleId: string, deviceId: string): Circle {
    return new WasmCircle(this.core, this.ask(CALL.afresh, (out) => out.id(circleId).id(deviceId)).u32());
  }
  pending() {
    const r = this.ask(CALL.pending);
    return r.flag() ? readCommit(r) : null;
  }
  commitAccepted() { return this.ask(CALL.accepted).list(readEvent); }
  commitRejected() { this.ask(CALL.rejected); }

  members(): Member[] {
    return this.ask(CALL.members).list((r) => {
      const memberId = r.id();
      return { memberId, role: roleName(r.u8()), name: r.text(), me: memberId === this.memberId,
        deviceIds: r.list((d) => d.id()), countable: r.flag() };
    });
  }
  tallyTags(memberId: string, spanId: number, day: number, year: number): TagSet {
    const r = this.ask(CALL.tags, (out) => out.id(memberId).u32(spanId).u32(day).u32(year));
    return { tag: r.fixed(KEY_BYTES), dayTag: r.fixed(KEY_BYTES), yearTag: r.fixed(KEY_BYTES) };
  }
  safetyWords() { return this.ask(CALL.words).list((r) => r.text()); }
}

class WasmCore implements CryptoCore {
  constructor(private readonly core: Instance) {}

  randomBytes(length: number) { return this.core.call(CALL.random, (out) => out.u32(length)).opaque(); }
  newId() { return toHex(this.randomBytes(ID_BYTES)); }
  slipNew(form: SlipForm) { return readSlip(this.core.call(CALL.slipNew, (out) => out.u8(FORMS[form]))); }
  slipParse(text: string): SlipParse {
    try {
      return { ok: true, slip: readSlip(this.core.call(CALL.slipParse, (out) => out.text(text))) };
    } catch (error) {
      if (error instanceof CryptoError && error.code === 'slip_mistyped') {
        return { ok: false, code: 'slip_mistyped', group: error.detail };
      }
      throw error;
    }
  }

  loginKeyNew(): LoginKey {
    const r = this.core.call(CALL.loginNew);
    return { seed: r.fixed(KEY_BYTES), publicKey: r.fixed(KEY_BYTES) };
  }
  loginPublicKey(seed: Uint8Array) {
    return this.core.call(CALL.loginPublic, (out) => out.fixed(seed, KEY_BYTES)).fixed(KEY_BYTES);
  }
  signEnrol(seed: Uint8Array, challenge: Uint8Array, deviceId: string) {
    return this.sign(CALL.signEnrol, seed, challenge, deviceId);
  }
  signLogin(seed: Uint8Array, challenge: Uint8Array, deviceId: string) {
    return this.sign(CALL.signLogin, seed, challenge, deviceId);
  }
  private sign(call: number, seed: Uint8Array, challenge: Uint8Array, deviceId: string) {
    return this.core.call(call, (out) => out.fixed(seed, KEY_BYTES).fixed(challenge, KEY_BYTES).id(deviceId))
      .fixed(SIGNATURE_BYTES);
  }

  newWaitKey(): WaitKey {
    const r = this.core.call(CALL.waitKey);
    return { publicKey: r.fixed(KEY_BYTES), privateKey: r.fixed(KEY_BYTES) };
  }
  sealForWaiting(doorText: string, waitId: string, publicKey: Uint8Array, slipText: string) {
    return this.core.call(CALL.doorSeal, (out) =>
      out.text(doorText).id(waitId).fixed(publicKey, KEY_BYTES).text(slipText)).opaque();
  }
  openDoorSlip(doorText: string, waitId: string, privateKey: Uint8Array, sealed: Uint8Array) {
    return this.core.call(CALL.doorOpen, (out) =>
      out.text(doorText).id(waitId).fixed(privateKey, KEY_BYTES).opaque(sealed)).text();
  }

  newAttachmentKey() { return this.randomBytes(KEY_BYTES); }
  sealChunk(key: Uint8Array, index: number, last: boolean, plain: Uint8Array) {
    return this.chunk(CALL.chunkSeal, key, index, last, plain);
  }
  openChunk(key: Uint8Array, index: number, last: boolean, sealed: Uint8Array) {
    return this.chunk(CALL.chunkOpen, key, index, last, sealed);
  }
  private chunk(call: number, key: Uint8Array, index: number, last: boolean, data: Uint8Array) {
    return this.core.call(call, (out) => out.fixed(key, KEY_BYTES).u32(index).u8(last ? 1 : 0).opaque(data)).opaque();
  }

  vaultStretch(pin: string, salt: Uint8Array): Stretched {
    return new WasmStretched(this.core,
      this.core.call(CALL.stretch, (out) => out.text(pin.normalize('NFC')).opaque(salt)).u32());
  }

  circleCreate(o: { circleId: string; memberId: string; deviceId: string; role: CircleRole; name: string }): Circle {
    return new WasmCircle(this.core, this.core.call(CALL.create, (out) =>
      out.id(o.circleId).id(o.memberId).id(o.deviceId).u8(roleNumber(o.role)).text(o.name)).u32());
  }
  circleJoin(o: JoinOptions): Joined {
    const r = this.core.call(CALL.join, (out) =>
      out.text(o.slipText).id(o.circleId).opaque(o.sealed).id(o.deviceId).text(o.name).u32(o.nowDay));
    return { circle: new WasmCircle(this.core, r.u32()), commit: readCommit(r) };
  }
  circleRestore(vault: Vault, aad: string, sealed: Uint8Array): Circle {
    return new WasmCircle(this.core, this.core.call(CALL.restore, (out) => {
      asHandle(vault).put(out).text(aad).opaque(sealed);
    }).u32());
  }
}

/** source: the module's bytes, or the answer to fetch() (served as application/wasm). */
export async function loadCryptoCore(source: BufferSource | Response | PromiseLike<Response>): Promise<CryptoCore> {
  let wasm: Exports | undefined;
  const imports = wasiImports(() => wasm!.memory);
  const given = await source;
  const { instance } = given instanceof Response
    ? await WebAssembly.instantiateStreaming(given, imports)
    : await WebAssembly.instantiate(given, imports);
  wasm = instance.exports as unknown as Exports;
  wasm._initialize();
  return new WasmCore(new Instance(wasm));
}
