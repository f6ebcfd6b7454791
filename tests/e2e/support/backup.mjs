/** A browser profile's stored data, copied and put back later: what a phone's backup does without asking. */

/** Everything in every database of the page's origin, as text that can leave the page. */
export const copyStored = (page) => page.evaluate(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const pack = (value) => (value instanceof Uint8Array ? { bytes: [...value] }
    : value !== null && typeof value === 'object' ? { object: Object.entries(value).map(([k, v]) => [k, pack(v)]) } : { value });
  const copy = [];
  for (const { name, version } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name, version));
    for (const store of db.objectStoreNames) {
      const from = db.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(from.getAllKeys()), done(from.getAll())]);
      keys.forEach((key, i) => copy.push({ name, store, key, value: pack(values[i]) }));
    }
    db.close();
  }
  return copy;
});

/** Puts the copy in the place of what is there. The page must not be one that has the engine. */
export const putBack = (page, copy) => page.evaluate(async (rows) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const unpack = ({ bytes, object, value }) => (bytes ? new Uint8Array(bytes)
    : object ? Object.fromEntries(object.map(([k, v]) => [k, unpack(v)])) : value);
  for (const { name, version } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name, version));
    const stores = [...db.objectStoreNames];
    const tx = db.transaction(stores, 'readwrite');
    const ended = new Promise((resolve, reject) => { tx.oncomplete = resolve; tx.onabort = () => reject(tx.error); });
    for (const store of stores) tx.objectStore(store).clear();
    for (const row of rows.filter((one) => one.name === name)) tx.objectStore(row.store).put(unpack(row.value), row.key);
    await ended;
    db.close();
  }
}, copy);
