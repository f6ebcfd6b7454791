/** Two tabs over one profile: one engine writes, taking over loses nothing, a frozen tab is kept out. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Ownership } from '../../../client-web/src/domain/ports';
import { TabOwnership } from '../../../client-web/src/platform/ownership';
import { fakeCore } from '../support/fake_core';
import { Locks } from '../support/locks';
import { during, must, Person, PIN, settle, until } from '../support/person';
import { joinWith, parentSlip, supporterWithCircle } from '../support/stage';

beforeEach(() => { vi.stubGlobal('navigator', { locks: new Locks() }); });

/** A supporter, and a parent with two tabs: the first one is in. */
async function twoTabs(first: Ownership) {
  const core = fakeCore();
  const { server, supporter, circleId } = await supporterWithCircle(core);
  const one = await new Person(server, core, first).start();
  await joinWith(one, await parentSlip(supporter, circleId), 'Amina');
  await until(server, () => one.snapshot.waiting + supporter.snapshot.waiting === 0, 'both in');
  const two = new Person(server, core, new TabOwnership(), one.database);
  return { server, supporter, circleId, one, two };
}
const words = async (person: Person, circleId: string) => (await person.texts(circleId)).map((t) => t.text);

test('the second tab neither reads nor writes while the first one has the engine', async () => {
  const { server, supporter, circleId, one, two } = await twoTabs(new TabOwnership());
  await two.start();
  expect(two.snapshot).toMatchObject({ stage: 'elsewhere', circles: [] });
  const before = server.seen.length;
  for (const refused of [two.engine.unlock(PIN), two.engine.openSlip('1-AA'), two.engine.forgetDevice(), two.engine.send(circleId, 'nej')]) {
    expect(await refused).toMatchObject({ ok: false, code: 'not_now' });
  }
  expect(server.seen.length).toBe(before);
  must(await one.engine.send(circleId, 'från den första'));
  await until(server, async () => (await words(supporter, circleId)).length === 1, 'the first one goes on');
});

test('both ask at the same moment: one gets it', async () => {
  const core = fakeCore();
  const { server } = await supporterWithCircle(core);
  const one = new Person(server, core, new TabOwnership());
  const two = new Person(server, core, new TabOwnership(), one.database);
  await Promise.all([one.start(), two.start()]);
  expect([one.snapshot.stage, two.snapshot.stage].sort()).toEqual(['elsewhere', 'fresh']);
});

test('taking over back and forth: what was typed and what waits goes with it, and is sent once', async () => {
  const { server, supporter, circleId, one, two } = await twoTabs(new TabOwnership());
  await two.start();
  server.setUp(false);
  await until(server, () => one.snapshot.link !== 'online', 'offline');
  must(await one.engine.send(circleId, 'osänt'));
  // Typed in the very moment: the write is under way when the other tab asks.
  const typed = one.engine.saveDraft(circleId, 'halvt skriv');
  const took = two.engine.takeOver();
  must(await typed);
  must(await took);
  await until(server, () => one.snapshot.stage === 'elsewhere', 'told');
  expect(one.snapshot).toMatchObject({ circles: [], name: '' });
  server.setUp(true);
  must(await during(server, two.engine.unlock(PIN)));
  expect((await two.view(circleId)).draft).toBe('halvt skriv');
  await until(server, async () => (await words(supporter, circleId)).length === 1, 'sent');
  must(await one.engine.takeOver());
  await until(server, () => two.snapshot.stage === 'elsewhere', 'and back');
  must(await during(server, one.engine.unlock(PIN)));
  must(await one.engine.send(circleId, 'tillbaka'));
  await until(server, async () => (await words(supporter, circleId)).length === 2, 'both');
  expect(await words(supporter, circleId)).toEqual(['osänt', 'tillbaka']);
  expect(server.keysUsedTwice).toEqual([]);
});

test('a frozen tab loses the lock; when it thaws, the database keeps it out', async () => {
  // Frozen: it never hears that it is to let go, nor that it has lost the lock.
  const real = new TabOwnership();
  const frozen: Ownership = { acquire: (mode) => real.acquire(mode, () => new Promise(() => undefined)) };
  const { server, supporter, circleId, one, two } = await twoTabs(frozen);
  await two.start();
  must(await two.engine.takeOver());
  const before = server.seen.filter((f) => f.type === 'send').length;
  expect(await one.engine.send(circleId, 'från den frusna')).toMatchObject({ ok: false, code: 'elsewhere' });
  await until(server, () => one.snapshot.stage === 'elsewhere', 'it knows now');
  expect(one.snapshot).toMatchObject({ circles: [], name: '' });
  await settle(200);
  expect(server.seen.filter((f) => f.type === 'send').length).toBe(before);
  must(await during(server, two.engine.unlock(PIN)));
  must(await two.engine.send(circleId, 'från den nya'));
  await until(server, async () => (await words(supporter, circleId)).length === 1, 'sent');
  expect(await words(supporter, circleId)).toEqual(['från den nya']);
  expect(server.keysUsedTwice).toEqual([]);
}, 20_000);
