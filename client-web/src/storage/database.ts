/**
 * The domain's Store in IndexedDB. One transaction for whatever belongs together, written with
 * strict durability, because frames leave right after it.
 *
 * A fence keeps two tabs apart even when the one-tab lock is stolen: claim() writes a new number,
 * and a commit from a tab with an older one fails as a whole.
 */
import { openDB, type IDBPDatabase, type StoreNames } from 'idb';
import { StoreError, type DeviceHeader, type Store, type StoreRow, type StoreWrite } from '../domain/ports';
import { MIGRATIONS, type Schema } from './migrations';

export const DATABASE_NAME = 'bredvid';
const HEADER = 'header';
const FENCE = 'fence';
const ID_HEX_CHARS = 32;
const SALT_BYTES = 16;
const SHARE_BYTES = 32;

/** Remembers outside the database that a device was stored here: browsers may throw storage away. */
export interface Marker { set(): Promise<void>; has(): Promise<boolean>; clear(): Promise<void> }

export class Database implements Store {
  private opening_: Promise<IDBPDatabase<Schema>> | null = null;
  private fence_ = 0;

  constructor(private readonly marker_: Marker, private readonly name_ = DATABASE_NAME) {}

  claim(): Promise<void> {
    return this.attempt(async (db) => {
      const tx = db.transaction('device', 'readwrite');
      const last = await tx.store.get(FENCE);
      this.fence_ = (typeof last === 'number' ? last : 0) + 1;
      await tx.store.put(this.fence_, FENCE);
      await tx.done;
    });
  }

  header(): Promise<DeviceHeader | null> {
    return this.attempt(async (db) => readHeader(await db.get('device', HEADER)));
  }

  rows(): Promise<StoreRow[]> {
    return this.attempt(async (db) => {
      const tx = db.transaction('records');
      const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
      await tx.done;
      return keys.flatMap(([table, key], i) => {
        const value = values[i];
        return value instanceof Uint8Array ? [{ table, key, value }] : [];
      });
    });
  }

  async commit(writes: StoreWrite[], header?: DeviceHeader, gone: readonly string[] = []): Promise<void> {
    await this.attempt(async (db) => {
      const stores: StoreNames<Schema>[] = gone.length > 0 ? ['device', 'records', 'pieces'] : ['device', 'records'];
      const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
      // Aborting rejects this promise too; the reason is thrown below.
      tx.done.catch(() => undefined);
      const device = tx.objectStore('device');
      const records = tx.objectStore('records');
      try {
        if ((await device.get(FENCE)) !== this.fence_) throw new StoreError('elsewhere');
        const under_way: Promise<unknown>[] = [];
        for (const { table, key, value } of writes) {
          under_way.push(quiet<unknown>(value === null ? records.delete([table, key]) : records.put(value, [table, key])));
        }
        for (const id of gone) under_way.push(quiet(tx.objectStore('pieces').delete(allOf(id))));
        if (header) under_way.push(quiet(device.put(header, HEADER)));
        await Promise.all(under_way);
      } catch (error) {
        abort(tx);
        throw error;
      }
      await tx.done;
    });
    if (header) await this.marker_.set().catch(() => undefined);
  }

  async putPiece(id: string, index: number, value: Uint8Array): Promise<void> {
    await this.attempt(async (db) => {
      const tx = db.transaction(['device', 'pieces'], 'readwrite');
      tx.done.catch(() => undefined);
      try {
        if ((await tx.objectStore('device').get(FENCE)) !== this.fence_) throw new StoreError('elsewhere');
        await quiet(tx.objectStore('pieces').put(value, [id, index]));
        await tx.done;
      } catch (error) {
        abort(tx);
        if (error instanceof DOMException && error.name === 'QuotaExceededError') throw new StoreError('device_full');
        throw error;
      }
    });
  }

  piece(id: string, index: number): Promise<Uint8Array | null> {
    return this.attempt(async (db) => (await db.get('pieces', [id, index])) ?? null);
  }

  pieces(id: string): Promise<number> {
    return this.attempt((db) => db.count('pieces', allOf(id)));
  }

  pieceIds(): Promise<string[]> {
    return this.attempt(async (db) => {
      const ids: string[] = [];
      // A list comes after every number: from one id to the next without looking at what lies between.
      for (let at = await db.transaction('pieces').store.openKeyCursor(); at; at = await at.continue([at.key[0], []] as never)) ids.push(at.key[0]);
      return ids;
    });
  }

  async wipe(): Promise<void> {
    await this.attempt(async (db) => {
      const tx = db.transaction(['device', 'records', 'pieces'], 'readwrite', { durability: 'strict' });
      tx.done.catch(() => undefined);
      // A tab that was fenced off may not take away what is another tab's by now.
      if ((await tx.objectStore('device').get(FENCE) ?? 0) !== this.fence_) {
        abort(tx);
        throw new StoreError('elsewhere');
      }
      await Promise.all([tx.objectStore('records').clear(), tx.objectStore('pieces').clear(), tx.objectStore('device').delete(HEADER), tx.done]);
    });
    await this.marker_.clear().catch(() => undefined);
  }

  async evicted(): Promise<boolean> {
    if (await this.header()) return false;
    return this.marker_.has().catch(() => false);
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    this.opening_ ??= openDB<Schema>(this.name_, MIGRATIONS.length, {
      upgrade: (db, from, _to, tx) => {
        for (const migrate of MIGRATIONS.slice(from)) migrate(db, tx as never);
      },
      // A newer version of the app waits in another tab: make room; the next use opens again.
      blocking: () => this.close(),
      terminated: () => { this.opening_ = null; },
    });
    return this.opening_;
  }

  close(): void {
    void this.opening_?.then((db) => db.close(), () => undefined);
    this.opening_ = null;
  }

  private async attempt<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.open());
    } catch (error) {
      if (error instanceof StoreError) throw error;
      this.close();
      throw new StoreError('storage_failed');
    }
  }
}

/** Every piece of one id. */
const allOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** Each write fails again when its transaction does; one report of that is enough. */
function quiet<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** A write that throws at once (a value that cannot be stored, a full disk) does not end a transaction by itself. */
function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // it has ended already
  }
}

/** The one record that is not sealed is checked like input from outside. */
function readHeader(raw: unknown): DeviceHeader | null {
  if (raw === undefined) return null;
  const { version, deviceId, shareId, salt, share, destroyed, ending } = raw as Partial<DeviceHeader>;
  const fine = version === 1 && typeof deviceId === 'string' && deviceId.length === ID_HEX_CHARS
    && (shareId === undefined || (typeof shareId === 'string' && shareId.length === ID_HEX_CHARS))
    && salt instanceof Uint8Array && salt.length === SALT_BYTES
    && (share === null || (share instanceof Uint8Array && share.length === SHARE_BYTES))
    && (destroyed === undefined || destroyed === true) && (ending === undefined || ending === true);
  if (!fine) throw new StoreError('storage_failed');
  return { version, deviceId, salt, share, ...(shareId !== undefined && { shareId }), ...(destroyed && { destroyed }),
    ...(ending && { ending }) };
}
