import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { Database, type Marker } from '../../../client-web/src/storage/database';
import { MIGRATIONS } from '../../../client-web/src/storage/migrations';

const HEADER = { version: 1 as const, deviceId: 'ab'.repeat(16), salt: new Uint8Array(16), share: null };
const bytes = (n: number) => new Uint8Array([n]);

function marker(): Marker & { marked: boolean } {
  const m = { marked: false, set: async () => { m.marked = true; }, has: async () => m.marked, clear: async () => { m.marked = false; } };
  return m;
}
let names = 0;
async function fresh(name = `database-${++names}`, mark = marker()) {
  const db = new Database(mark, name);
  await db.claim();
  return { db, name, mark };
}

describe('the database', () => {
  test('keeps header and records over a reopening; null deletes', async () => {
    const { db, name } = await fresh();
    await db.commit([{ table: 'item', key: 'a', value: bytes(1) }, { table: 'circle', key: 'a', value: bytes(2) }], HEADER);
    await db.commit([{ table: 'item', key: 'a', value: null }, { table: 'item', key: 'b', value: bytes(3) }]);
    db.close();
    const again = new Database(marker(), name);
    expect(await again.header()).toEqual(HEADER);
    expect((await again.rows()).map((r) => [r.table, r.key, r.value[0]])).toEqual([['circle', 'a', 2], ['item', 'b', 3]]);
  });
  test('a transaction is all or nothing', async () => {
    const { db } = await fresh();
    const unclonable = { table: 'item', key: 'b', value: (() => undefined) as unknown as Uint8Array };
    await expect(db.commit([{ table: 'item', key: 'a', value: bytes(1) }, unclonable])).rejects.toMatchObject({ code: 'storage_failed' });
    expect(await db.rows()).toEqual([]);
    await db.commit([{ table: 'item', key: 'a', value: bytes(1) }]);
    expect(await db.rows()).toHaveLength(1);
  });
  test('a newer owner fences the older one off', async () => {
    const { db, name } = await fresh();
    const { db: second } = await fresh(name);
    await expect(db.commit([{ table: 'item', key: 'a', value: bytes(1) }])).rejects.toMatchObject({ code: 'elsewhere' });
    expect(await second.rows()).toEqual([]);
    await second.commit([{ table: 'item', key: 'a', value: bytes(1) }]);
    await expect(db.wipe()).rejects.toMatchObject({ code: 'elsewhere' });
    expect(await second.rows()).toHaveLength(1);
  });
  test('wiping leaves nothing but the fence; eviction is told from forgetting', async () => {
    const { db, name, mark } = await fresh();
    await db.commit([{ table: 'item', key: 'a', value: bytes(1) }], HEADER);
    expect(mark.marked).toBe(true);
    expect(await db.evicted()).toBe(false);
    db.close();
    await new Promise((resolve) => { indexedDB.deleteDatabase(name).onsuccess = resolve; });
    const after = new Database(mark, name);
    expect(await after.evicted()).toBe(true);
    await after.claim();
    await after.commit([], HEADER);
    await after.wipe();
    expect([await after.header(), await after.rows(), await after.evicted()]).toEqual([null, [], false]);
  });
  test('a damaged header is not used', async () => {
    const { db } = await fresh();
    await db.commit([], { ...HEADER, salt: new Uint8Array(3) });
    await expect(db.header()).rejects.toMatchObject({ code: 'storage_failed' });
  });
  test('pieces are kept beside the records, counted, and go with the transaction that says so, or not at all', async () => {
    const { db, name } = await fresh();
    const [one, two] = ['aa'.repeat(16), 'ab'.repeat(16)];
    for (const index of [0, 1, 2]) await db.putPiece(one, index, bytes(index));
    await db.putPiece(two, 0, bytes(9));
    db.close();
    expect([await db.pieces(one), await db.pieces(two), await db.pieces('ac'.repeat(16))]).toEqual([3, 1, 0]);
    expect(await db.piece(one, 2)).toEqual(bytes(2));
    expect([await db.piece(one, 3), await db.piece('a', 0)]).toEqual([null, null]);
    expect(await db.pieceIds()).toEqual([one, two]);
    const unclonable = { table: 'item', key: 'b', value: (() => undefined) as unknown as Uint8Array };
    await expect(db.commit([unclonable], undefined, [one])).rejects.toMatchObject({ code: 'storage_failed' });
    expect(await db.pieces(one)).toBe(3);
    await db.commit([], undefined, [one]);
    expect(await db.pieceIds()).toEqual([two]);
    const { db: second } = await fresh(name);
    await expect(db.putPiece(two, 1, bytes(1))).rejects.toMatchObject({ code: 'elsewhere' });
    expect(await second.pieces(two)).toBe(1);
    await second.wipe();
    expect(await second.pieceIds()).toEqual([]);
  });
  test('a device without room says so, and keeps what it had', async () => {
    const { db } = await fresh();
    await db.putPiece('aa', 0, bytes(1));
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
    await expect(db.putPiece('aa', 1, bytes(2))).rejects.toMatchObject({ code: 'device_full' });
    IDBObjectStore.prototype.put = put;
    expect(await db.pieces('aa')).toBe(1);
  });
  test('the migrations make what they always made', () => {
    const made = MIGRATIONS.map((migrate) => {
      const stores: string[] = [];
      migrate({ createObjectStore: (n: string) => stores.push(n) } as never, {} as never);
      return stores;
    });
    expect(made).toEqual([['device', 'records'], ['pieces']]);
  });
  test('a database of the version before opens with all it had, and keeps pieces from then on', async () => {
    const name = `database-${++names}`;
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => MIGRATIONS[0]!(opening.result as never, {} as never);
      opening.onsuccess = () => {
        const tx = opening.result.transaction(['device', 'records'], 'readwrite');
        tx.objectStore('device').put(HEADER, 'header');
        tx.objectStore('records').put(bytes(4), ['item', 'a']);
        tx.oncomplete = () => { opening.result.close(); resolve(); };
      };
    });
    const { db } = await fresh(name);
    expect(await db.header()).toEqual(HEADER);
    expect(await db.rows()).toEqual([{ table: 'item', key: 'a', value: bytes(4) }]);
    await db.putPiece('aa', 0, bytes(1));
    expect(await db.pieceIds()).toEqual(['aa']);
  });
});
