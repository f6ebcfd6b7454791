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
  test('the first migration makes what it always made', () => {
    expect(MIGRATIONS).toHaveLength(1);
    const made: string[] = [];
    MIGRATIONS[0]!({ createObjectStore: (n: string) => made.push(n) } as never, {} as never);
    expect(made).toEqual(['device', 'records']);
  });
});
