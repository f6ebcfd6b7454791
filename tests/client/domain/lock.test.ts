import { describe, expect, test } from 'vitest';
import { Database } from '../../../client-web/src/storage/database';
import { cores } from '../support/cores';
import { during, must, Person, PIN, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, supporterWithCircle } from '../support/stage';

async function dump(name: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open'));
  });
  const all: string[] = [];
  for (const store of Array.from(db.objectStoreNames)) {
    const values = await new Promise<unknown[]>((resolve) => {
      const request = db.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
    });
    for (const value of values) {
      const parts = value instanceof Uint8Array ? [value] : Object.values(value as object).filter((v) => v instanceof Uint8Array);
      all.push(JSON.stringify(value), ...parts.map((v) => Buffer.from(v as Uint8Array).toString('utf8')));
    }
  }
  db.close();
  return all.join('\n');
}

describe.each(await cores())('the lock, with the %s core', (_name, core) => {
  test('wrong PINs are counted, the right one opens, and the count starts anew', async () => {
    const { server, parent } = await pair(core);
    must(await parent.engine.lock());
    expect(parent.snapshot).toMatchObject({ stage: 'locked', circles: [], name: '' });
    expect(await during(server, parent.engine.unlock('111111'))).toMatchObject({ ok: false, code: 'pin_wrong', detail: 9 });
    expect(await during(server, parent.engine.unlock('222222'))).toMatchObject({ ok: false, code: 'pin_wrong', detail: 8 });
    expect(parent.snapshot.pinTriesLeft).toBe(8);
    expect(await parent.engine.unlock('12')).toMatchObject({ ok: false, code: 'pin_bad' });
    must(await during(server, parent.engine.unlock(PIN)));
    await settle();
    expect(parent.snapshot).toMatchObject({ stage: 'open', pinTriesLeft: null, name: 'Amina' });
  });

  test('a join that was cut short goes on after the right PIN; a wrong one is only refused', async () => {
    const { server, supporter, circleId } = await supporterWithCircle(core);
    const parent = await new Person(server, core).start();
    must(await during(server, parent.engine.openSlip(await parentSlip(supporter, circleId))));
    server.intercept = (f) => { if (f.type === 'slip_redeem_circle') parent.fate.dead = true; };
    void parent.engine.join('Amina', PIN);
    await until(server, () => parent.fate.dead, 'cut short');
    server.intercept = null;
    await parent.start();
    expect(parent.snapshot.stage).toBe('locked');
    expect(await during(server, parent.engine.unlock('999999'))).toMatchObject({ ok: false, code: 'pin_wrong', detail: 0 });
    must(await during(server, parent.engine.unlock(PIN)));
    await until(server, () => parent.snapshot.stage === 'open' && parent.snapshot.circles.length === 1, 'in');
    expect((await parent.store.header())?.share).toBeNull();
  });

  test('after ten wrong PINs the share is gone; a new slip begins anew', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    must(await parent.engine.lock());
    for (let i = 0; i < 9; i++) await during(server, parent.engine.unlock('000000'));
    expect(await during(server, parent.engine.unlock('000000'))).toMatchObject({ ok: false, code: 'share_destroyed' });
    expect(parent.snapshot.stage).toBe('destroyed');
    await parent.start();
    expect(parent.snapshot.stage, 'a reload says so at once').toBe('destroyed');
    expect(await during(server, parent.engine.unlock(PIN))).toMatchObject({ ok: false, code: 'share_destroyed' });
    const old = (await supporter.view(circleId)).members.find((m) => !m.me)!;
    await joinWith(parent, await parentSlip(supporter, circleId, old.memberId), 'Amina');
    must(await parent.engine.send(parent.circleId, 'här igen'));
    await until(server, async () => (await supporter.texts(circleId)).length === 1, 'back');
  });

  test('what is stored holds no word, name, PIN or slip', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    must(await parent.engine.send(circleId, 'KANARIEFÅGEL'));
    must(await parent.engine.saveDraft(circleId, 'UTKASTORD'));
    must(await parent.engine.renameCircle(circleId, 'TITELORD'));
    await until(server, async () => (await supporter.texts(circleId)).length === 1, 'there');
    await settle();
    for (const person of [parent, supporter]) {
      const text = await dump(person.database);
      expect(text.length).toBeGreaterThan(500);
      for (const word of ['KANARIE', 'UTKAST', 'TITELORD', 'Amina', 'Stina', PIN, 'supporter', 'Krisst']) expect(text).not.toContain(word);
      expect(text).toContain('deviceId');                                // the header is there, and in it no share
      expect(text).toContain('"share":null');
    }
  });

  test('a storage that fails leaves everything as it was', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    await settle();
    parent.store.failNext = 1;
    expect(await parent.engine.send(circleId, 'går inte')).toMatchObject({ ok: false, code: 'storage_failed' });
    expect(await parent.texts(circleId)).toEqual([]);
    parent.store.failNext = 2;
    must(await supporter.engine.send(circleId, 'ett'));
    await until(server, () => parent.snapshot.problem?.code === 'storage_failed', 'told');
    await until(server, async () => (await parent.texts(circleId)).length === 1, 'received when it works again');
    await until(server, () => parent.snapshot.problem === null, 'over');
    must(await parent.engine.send(circleId, 'går bra'));
    await until(server, async () => (await supporter.texts(circleId)).some((t) => t.text === 'går bra'), 'sent');
    expect((await supporter.items(circleId)).some((i) => i.type === 'notice' && i.notice === 'not_readable')).toBe(false);
  });

  test('a storage that fails between encrypting and sending uses no key twice', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    for (let i = 0; i < 4; i++) must(await parent.engine.send(circleId, `nr ${i}`));
    server.setUp(true);
    for (let i = 0; i < 6; i++) { parent.store.failNext = 1; server.clock.advance(2_000); await settle(20); }
    parent.store.failNext = 0;
    await until(server, async () => (await supporter.texts(circleId)).length === 4, 'all');
    expect((await supporter.texts(circleId)).map((t) => t.text)).toEqual(['nr 0', 'nr 1', 'nr 2', 'nr 3']);
  });

  test('another tab takes over: this one is fenced off and says so', async () => {
    const { parent, circleId } = await pair(core);
    await settle();
    // what a second tab does first, also when it had to steal the lock
    const noMarker = { set: () => Promise.resolve(), has: () => Promise.resolve(false), clear: () => Promise.resolve() };
    await new Database(noMarker, parent.database).claim();
    expect(await parent.engine.send(circleId, 'från den gamla')).toMatchObject({ ok: false, code: 'elsewhere' });
    await settle();
    expect(parent.snapshot).toMatchObject({ stage: 'elsewhere', circles: [], name: '' });
    must(await parent.engine.takeOver());
    expect(parent.snapshot.stage).toBe('locked');
    must(await during(parent.server, parent.engine.unlock(PIN)));
    expect(await parent.texts(circleId)).toEqual([]);
  });

  test('lost storage is told from a first visit', async () => {
    const { server, parent } = await pair(core);
    await new Promise((resolve) => { parent.fate.dead = true; setImmediate(resolve); });
    const again = new Person(server, core);
    again.marked = true;
    await again.start();
    expect(again.snapshot).toMatchObject({ stage: 'fresh', problem: { code: 'storage_evicted' } });
    const first = await new Person(server, core).start();
    expect(first.snapshot).toMatchObject({ stage: 'fresh', problem: null });
  });

  test('forgetting the device leaves nothing, here or on the server', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    must(await during(server, parent.engine.forgetDevice()));
    expect(parent.snapshot).toMatchObject({ stage: 'fresh', circles: [], name: '' });
    expect(await dump(parent.database)).not.toContain('deviceId');
    expect(server.circles.get(circleId)?.acked.size).toBe(1);
    await until(server, async () => (await supporter.items(circleId)).some((i) => i.type === 'notice' && i.notice === 'left'), 'told');
  });
});
