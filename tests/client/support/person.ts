/** One person with one device: an engine over fake-indexeddb and the fake server, which can be killed at any step. */
import 'fake-indexeddb/auto';
import type { CircleView, Item, Result, Snapshot, TextItem } from '../../../client-web/src/domain/api';
import type { CryptoCore } from '../../../client-web/src/domain/crypto_port';
import { BredvidEngine } from '../../../client-web/src/domain/engine';
import { StoreError, type DeviceHeader, type Ownership, type Store, type StoreWrite } from '../../../client-web/src/domain/ports';
import { Connection, type OpenSocket } from '../../../client-web/src/net/connection';
import { Database } from '../../../client-web/src/storage/database';
import type { FakeServer } from './fake_server';

export const PIN = '428193';

/** Counts the steps at which a phone can die: before and after each stored transaction, before and after each frame sent,
 *  and before each frame received. */
export class Fate {
  step = 0;
  dead = false;
  constructor(public killAt = Infinity) {}
  /** False from the fatal step on. */
  alive(): boolean {
    if (!this.dead && ++this.step >= this.killAt) this.dead = true;
    return !this.dead;
  }
}

const never = <T>() => new Promise<T>(() => undefined);

class FatedStore implements Store {
  failNext = 0;
  /** the n-th write from now fails, once; 0 or less: it has */
  failAt = Infinity;
  constructor(private readonly inner_: Database, private readonly fate_: Fate) {}
  claim() { return this.fate_.dead ? never<void>() : this.inner_.claim(); }
  header() { return this.fate_.dead ? never<DeviceHeader | null>() : this.inner_.header(); }
  rows() { return this.inner_.rows(); }
  wipe() { return this.fate_.dead ? never<void>() : this.inner_.wipe(); }
  evicted() { return this.inner_.evicted(); }
  piece(id: string, index: number) { return this.inner_.piece(id, index); }
  pieces(id: string) { return this.inner_.pieces(id); }
  pieceIds() { return this.inner_.pieceIds(); }
  /** the n-th piece from now on finds no room; 0 or less: it has */
  fullAt = Infinity;
  async putPiece(id: string, index: number, value: Uint8Array): Promise<void> {
    if (!this.fate_.alive()) return never();
    if (--this.fullAt === 0) throw new StoreError('device_full');
    await this.inner_.putPiece(id, index, value);
    if (!this.fate_.alive()) return never();
  }
  async commit(writes: StoreWrite[], header?: DeviceHeader, gone?: readonly string[]): Promise<void> {
    if (!this.fate_.alive()) return never();
    if (--this.failAt === 0) throw new StoreError('storage_failed');
    if (this.failNext > 0) { this.failNext -= 1; throw new StoreError('storage_failed'); }
    await this.inner_.commit(writes, header, gone);
    if (!this.fate_.alive()) return never();
  }
}

const alone: Ownership = { acquire: () => Promise.resolve(true) };

let people = 0;

export class Person {
  engine!: BredvidEngine;
  snapshot!: Snapshot;
  store!: FatedStore;
  fate = new Fate();
  marked = false;
  /** this device's clock is off by so much */
  clockAheadMs = 0;

  /** database: the name of this person's; two tabs share one. */
  constructor(readonly server: FakeServer, readonly core: CryptoCore, private readonly ownership_: Ownership = alone,
    readonly database = `person-${++people}`) {}

  /** A fresh process over the same storage. */
  async start(fate = new Fate()): Promise<this> {
    this.fate.dead = true;
    this.fate = fate;
    const { server, core } = this;
    const database = new Database({ set: async () => { this.marked = true; }, has: async () => this.marked, clear: async () => { this.marked = false; } },
      this.database);
    this.store = new FatedStore(database, fate);
    const open: OpenSocket = (events) => {
      const socket = server.connect({
        data: (bytes) => { if (fate.alive()) events.data(bytes); else socket.close(); },
        closed: () => { if (!fate.dead) events.closed(); },
      });
      return {
        send: (data) => { if (fate.alive()) { socket.send(data); if (!fate.alive()) return; } else socket.close(); },
        close: () => socket.close(),
      };
    };
    this.engine = new BredvidEngine({
      core, clock: { nowMs: () => server.clock.nowMs() + this.clockAheadMs, after: (ms, call) => server.clock.after(ms, call) }, store: this.store, ownership: this.ownership_, origin: 'https://bredvid.test',
      makeNet: (events) => new Connection(open, server.clock, () => 0.5, events),
    }, { snapshot: (s) => { if (!fate.dead) this.snapshot = s; }, circleChanged: () => undefined });
    await this.engine.start();
    this.snapshot = this.engine.snapshot();
    return this;
  }

  get circleId(): string { return this.snapshot.circles[0]?.circleId ?? ''; }
  async view(circleId = this.circleId): Promise<CircleView> { return must(await this.engine.circle(circleId)); }
  async items(circleId = this.circleId): Promise<Item[]> { return (await this.view(circleId)).items; }
  async texts(circleId = this.circleId): Promise<TextItem[]> {
    return (await this.items(circleId)).filter((item) => item.type === 'text');
  }
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${result.detail}`);
  return result.value;
}

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));
const TICKS_BEFORE_TIME_MOVES = 25;
const TIME_STEP_MS = 500;
const STEPS_MAX = 400;

/** Lets everything run that can; when nothing helps, time moves on. */
export async function until(server: FakeServer, condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step++) {
    for (let i = 0; i < TICKS_BEFORE_TIME_MOVES; i++) {
      if (await condition()) return;
      await tick();
    }
    server.clock.advance(TIME_STEP_MS);
  }
  throw new Error(`never came: ${what}`);
}
export async function settle(ticks = 60): Promise<void> {
  for (let i = 0; i < ticks; i++) await tick();
}
/** Runs while time may pass, for commands that wait for the network. */
export async function during<T>(server: FakeServer, work: Promise<T>): Promise<T> {
  let done = false;
  const marked = work.finally(() => { done = true; });
  marked.catch(() => undefined);
  await until(server, () => done, 'an answer');
  return marked;
}
