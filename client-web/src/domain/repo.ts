/**
 * The open device's data: everything in memory, every change through one transaction at a time.
 *
 * run(work) gives the work a view of its own. When the work is done its changes are sealed and
 * committed to the store at once; only then do they show, and only then do effects (frames,
 * events) run. When anything throws, nothing has changed: changed circle states are dropped and
 * come back from the last stored ones, so no key is ever used twice.
 */
import { decode, encode } from 'cborg';
import type { Circle, CryptoCore, Vault } from './crypto_port';
import { codeOf, Failure } from './errors';
import type { DeviceHeader, Store, StoreRow, StoreWrite } from './ports';
import { LostCircle } from './lost_circle';
import { JOIN_STATE_TABLE, ME, STATE_TABLE, TABLES, type CircleRec, type Table, type Tables } from './records';

type Row = Tables[Table];
const place = (table: string, key: string) => `${table}:${key}`;

export class Repo {
  private readonly memory_ = new Map<Table, Map<string, Row>>(TABLES.map((t) => [t, new Map()]));
  private readonly sealed_states_ = new Map<string, Uint8Array>();
  private readonly circles_ = new Map<string, Circle>();
  /** places of states that could not be opened */
  private readonly broken_ = new Set<string>();
  private queue_: Promise<unknown> = Promise.resolve();
  private closed_ = false;

  constructor(private readonly core_: CryptoCore, private readonly store_: Store, private readonly vault_: Vault) {}

  /** Opens every stored record. state_bad: another key, or the person's own record is damaged. A damage elsewhere costs what
   *  stood there and nothing more. */
  load(rows: StoreRow[]): void {
    for (const { table, key, value } of rows) {
      if (table === STATE_TABLE || table === JOIN_STATE_TABLE) this.sealed_states_.set(place(table, key), value);
      else if (table === 'profile') this.open(table, key, value);
      else orNothing(() => this.open(table, key, value));
    }
    for (const at of this.sealed_states_.keys()) {
      const key = at.slice(STATE_TABLE.length + 1);
      if (at === place(STATE_TABLE, key) && !orNothing(() => this.handle(STATE_TABLE, key))) this.broken_.add(at);
    }
  }

  private open(table: string, key: string, value: Uint8Array): boolean {
    this.memory_.get(table as Table)?.set(key, decode(this.vault_.open(place(table, key), value)) as Row);
    return true;
  }

  get<T extends Table>(table: T, key: string): Readonly<Tables[T]> | undefined {
    return this.memory_.get(table)!.get(key) as Tables[T] | undefined;
  }
  all<T extends Table>(table: T, prefix = ''): Readonly<Tables[T]>[] {
    const found: Tables[T][] = [];
    for (const [key, row] of this.memory_.get(table)!) if (key.startsWith(prefix)) found.push(row as Tables[T]);
    return found;
  }
  count(table: Table): number { return this.memory_.get(table)!.size; }

  /** The circle's crypto, for questions only; whatever moves it belongs into a transaction. */
  circle(circleId: string): Circle {
    const rec = this.get('circle', circleId);
    if (!rec || !this.unreadable(circleId)) return this.handle(STATE_TABLE, circleId);
    return new LostCircle(circleId, this.get('profile', ME)?.deviceId ?? '', rec.people ?? []);
  }
  /** The circle's own state is damaged or gone: circle() knows its people and nothing else. */
  unreadable(circleId: string): boolean {
    const at = place(STATE_TABLE, circleId);
    return this.broken_.has(at) || !(this.circles_.has(at) || this.sealed_states_.has(at));
  }

  run<T>(work: (tx: Tx) => T | Promise<T>): Promise<T> {
    const result = this.queue_.then(() => this.execute(work));
    this.queue_ = result.catch(() => undefined);
    return result;
  }

  /** Waits for what is under way, but not past `late`; then wipes the keys from memory. */
  async dispose(late: Promise<void>): Promise<void> {
    this.closed_ = true;
    await Promise.race([this.queue_, late]);
    for (const circle of this.circles_.values()) circle.dispose();
    this.circles_.clear();
    this.vault_.dispose();
    for (const records of this.memory_.values()) records.clear();
  }

  private async execute<T>(work: (tx: Tx) => T | Promise<T>): Promise<T> {
    if (this.closed_) throw new Failure('not_now');
    const tx = new Tx(this, (table, id) => this.handle(table, id));
    try {
      const value = await work(tx);
      await this.commit(tx);
      for (const effect of tx.effects) effect();
      return value;
    } catch (error) {
      if (!tx.committed) this.forget(tx);
      throw error;
    }
  }

  private async commit(tx: Tx): Promise<void> {
    const writes: StoreWrite[] = [];
    const states = new Map<string, Uint8Array>();
    for (const { table, key, row } of tx.changes()) {
      writes.push({ table, key, value: row === null ? null : this.vault_.seal(place(table, key), encode(row)) });
    }
    for (const [at, { table, key, circle }] of tx.states) {
      const value = circle === null ? null : circle.seal(this.vault_, at);
      writes.push({ table, key, value });
      if (value) states.set(at, value);
    }
    if (writes.length > 0 || tx.header || tx.gonePieces.length > 0) await this.store_.commit(writes, tx.header ?? undefined, tx.gonePieces);
    tx.committed = true;
    this.apply(tx, states);
  }

  private apply(tx: Tx, states: Map<string, Uint8Array>): void {
    for (const { table, key, row } of tx.changes()) {
      if (row === null) this.memory_.get(table)!.delete(key);
      else this.memory_.get(table)!.set(key, row);
    }
    // A circle that moves from the join table to its own stays alive under the new place.
    const alive = new Set([...tx.states.values()].map(({ circle }) => circle));
    for (const [at, { circle }] of tx.states) {
      const old = this.circles_.get(at);
      if (old && !alive.has(old)) old.dispose();
      this.broken_.delete(at);
      if (circle === null) {
        this.circles_.delete(at);
        this.sealed_states_.delete(at);
      } else {
        this.circles_.set(at, circle);
        this.sealed_states_.set(at, states.get(at)!);
      }
    }
  }

  /** After a failure: states that may have moved are thrown away; the stored ones are taken up again. */
  private forget(tx: Tx): void {
    for (const [at, { circle }] of tx.states) {
      const kept = this.circles_.get(at);
      this.circles_.delete(at);
      if (kept) kept.dispose();
      if (circle && circle !== kept) circle.dispose();
    }
  }

  private handle(table: string, circleId: string): Circle {
    const at = place(table, circleId);
    if (this.broken_.has(at)) throw new Failure('state_bad');
    const open = this.circles_.get(at);
    if (open) return open;
    const sealed = this.sealed_states_.get(at);
    if (!sealed) throw new Failure('circle_unknown');
    const circle = this.core_.circleRestore(this.vault_, at, sealed);
    this.circles_.set(at, circle);
    return circle;
  }
}

/** Undefined for what is damaged; a core that has died is no damage. */
function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (codeOf(error).code === 'crypto_failed') throw error;
    return undefined;
  }
}

interface StateChange { table: string; key: string; circle: Circle | null }

/** One transaction's view: its own changes over what is committed. */
export class Tx {
  private readonly changed_ = new Map<string, { table: Table; key: string; row: Row | null }>();
  readonly states = new Map<string, StateChange>();
  readonly effects: (() => void)[] = [];
  /** ids whose pieces go with this transaction */
  readonly gonePieces: string[] = [];
  header: DeviceHeader | null = null;
  committed = false;

  constructor(private readonly repo_: Repo, private readonly handle_: (table: string, circleId: string) => Circle) {}

  get<T extends Table>(table: T, key: string): Readonly<Tables[T]> | undefined {
    const change = this.changed_.get(place(table, key));
    if (change) return (change.row ?? undefined) as Tables[T] | undefined;
    return this.repo_.get(table, key);
  }
  put<T extends Table>(table: T, key: string, row: Tables[T]): void {
    this.changed_.set(place(table, key), { table, key, row });
  }
  del(table: Table, key: string): void {
    this.changed_.set(place(table, key), { table, key, row: null });
  }
  all<T extends Table>(table: T, prefix = ''): Readonly<Tables[T]>[] {
    const rows = new Map<unknown, Tables[T]>();
    for (const row of this.repo_.all(table, prefix)) rows.set(row, row as Tables[T]);
    for (const change of this.changed_.values()) {
      if (change.table !== table || !change.key.startsWith(prefix)) continue;
      const old = this.repo_.get(table, change.key);
      if (old) rows.delete(old);
      if (change.row) rows.set(change.row, change.row as Tables[T]);
    }
    return [...rows.values()];
  }
  changes() { return this.changed_.values(); }

  /** The circle's crypto, to be moved: its state is stored with this transaction. */
  crypto(circleId: string, table: string = STATE_TABLE): Circle {
    const circle = this.handle_(table, circleId);
    this.states.set(place(table, circleId), { table, key: circleId, circle });
    return circle;
  }
  /** For reading alone; also a circle that this transaction has only just begun. */
  look(circleId: string): Circle {
    return this.states.get(place(STATE_TABLE, circleId))?.circle ?? this.repo_.circle(circleId);
  }
  /** Takes over a new circle (or replaces a state). */
  adopt(circle: Circle, table: string = STATE_TABLE): void {
    this.states.set(place(table, circle.circleId), { table, key: circle.circleId, circle });
  }
  dropState(circleId: string, table: string = STATE_TABLE): void {
    this.states.set(place(table, circleId), { table, key: circleId, circle: null });
  }
  circleRec(circleId: string): Readonly<CircleRec> {
    const rec = this.get('circle', circleId);
    if (!rec) throw new Failure('circle_unknown');
    return rec;
  }
  /** The next place in a circle's items and outbox. */
  takeOrder(circleId: string): number {
    const rec = this.circleRec(circleId);
    this.put('circle', circleId, { ...rec, next: rec.next + 1 });
    return rec.next;
  }
  /** Runs once the transaction is stored, never otherwise. */
  after(effect: () => void): void { this.effects.push(effect); }
}
