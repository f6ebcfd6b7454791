/** A browser profile that is copied and put back later, as a phone's backup does. */

export type Copy = { store: string; key: IDBValidKey; value: unknown }[];

const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(new Error('fake-indexeddb'));
});

async function opened<T>(name: string, work: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const db = await done(indexedDB.open(name));
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

export const backup = (name: string): Promise<Copy> => opened(name, async (db) => {
  const copy: Copy = [];
  for (const store of Array.from(db.objectStoreNames)) {
    const from = db.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([done(from.getAllKeys()), done(from.getAll() as IDBRequest<unknown[]>)]);
    keys.forEach((key, i) => copy.push({ store, key, value: structuredClone(values[i]) }));
  }
  return copy;
});

export const restore = (name: string, copy: Copy): Promise<void> => opened(name, async (db) => {
  for (const store of Array.from(db.objectStoreNames)) {
    const into = db.transaction(store, 'readwrite').objectStore(store);
    await done(into.clear());
    for (const row of copy.filter((one) => one.store === store)) await done(into.put(structuredClone(row.value), row.key));
  }
});

/** Damages one sealed record. */
export const damage = (name: string, table: string, key: string): Promise<void> => opened(name, async (db) => {
  const records = db.transaction('records', 'readwrite').objectStore('records');
  const sealed = (await done(records.get([table, key]) as IDBRequest<Uint8Array | undefined>))?.slice();
  if (!sealed) throw new Error(`no ${table}:${key}`);
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  await done(records.put(sealed, [table, key]));
});
