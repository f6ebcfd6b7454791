/**
 * The phone dies at step n, for every n of a whole story: opening a slip, joining, receiving,
 * writing. It starts again over what it had stored and goes on. Nothing may be lost, nothing twice.
 */
import { describe, expect, test } from 'vitest';
import type { CryptoCore } from '../../../client-web/src/domain/crypto_port';
import { cores } from '../support/cores';
import type { FakeServer } from '../support/fake_server';
import { during, Fate, must, Person, PIN, settle, until } from '../support/person';
import { pair, parentSlip, supporterWithCircle } from '../support/stage';

const FROM_SUPPORTER = 'Hej, jag heter Stina.';
const FROM_PARENT = 'Hej. Jag kan inte sova.';

const dead = (person: Person) => person.fate.dead;

/** until(), but a person who dies on the way is a reason to stop too. False: died. */
async function lives(server: FakeServer, person: Person, condition: () => boolean | Promise<boolean>, what: string): Promise<boolean> {
  await until(server, async () => dead(person) || (await condition()), what);
  return !dead(person);
}

/** Whatever the person has got to, do what is left of the story. Returns at its end or at the person's death. */
async function goOn(parent: Person, link: string): Promise<boolean> {
  const { server, engine } = parent;
  if (parent.snapshot.stage === 'locked') {
    void engine.unlock(PIN);
    if (!(await lives(server, parent, () => parent.snapshot.stage !== 'locked', 'unlocked'))) return false;
  }
  if (parent.snapshot.stage === 'fresh') {
    void engine.openSlip(link);
    if (!(await lives(server, parent, () => parent.snapshot.stage === 'slip', 'the slip'))) return false;
    void engine.join('Amina', PIN);
  }
  const inside = () => parent.snapshot.stage === 'open' && parent.snapshot.circles.length > 0;
  if (!(await lives(server, parent, inside, 'joined'))) return false;
  if (!(await parent.texts()).some((t) => t.text === FROM_PARENT)) void engine.send(parent.circleId, FROM_PARENT);
  return lives(server, parent, async () => {
    const texts = await parent.texts();
    return parent.snapshot.waiting === 0 && texts.some((t) => t.mine && t.delivery === 'delivered') && texts.some((t) => !t.mine);
  }, 'both texts');
}

async function story(core: CryptoCore, killAt: number): Promise<{ steps: number }> {
  const { server, supporter, circleId } = await supporterWithCircle(core);
  const link = await parentSlip(supporter, circleId);
  must(await supporter.engine.send(circleId, FROM_SUPPORTER));
  await until(server, () => supporter.snapshot.waiting === 0, 'stored');
  const parent = await new Person(server, core).start(new Fate(killAt));
  let finished = await goOn(parent, link);
  const { step } = parent.fate;
  for (let lives = 0; !finished && lives < 5; lives++) {
    server.drop();
    await settle(5);
    await parent.start();
    finished = await goOn(parent, link);
  }
  expect(finished).toBe(true);
  await until(server, async () => (await supporter.texts(circleId)).length >= 2, 'the text at the supporter');
  await settle();
  expect((await supporter.texts(circleId)).map((t) => t.text).sort()).toEqual([FROM_SUPPORTER, FROM_PARENT].sort());
  expect((await parent.texts()).map((t) => t.text).sort()).toEqual([FROM_SUPPORTER, FROM_PARENT].sort());
  expect((await supporter.view(circleId)).members).toHaveLength(2);
  expect((await supporter.items(circleId)).filter((i) => i.type === 'notice' && i.notice === 'not_readable')).toEqual([]);
  expect((await parent.items()).filter((i) => i.type === 'notice' && i.notice === 'not_readable')).toEqual([]);
  return { steps: step };
}

/** The real core stretches a PIN for every life: it takes every sixth step, the other one takes all. */
const STRIDE: Record<string, number> = { real: 6 };

describe.each(await cores())('a phone that dies, with the %s core', (name, core) => {
  const stride = STRIDE[name] ?? 1;

  test('at every step of joining, receiving and writing loses nothing and shows nothing twice', async () => {
    const { steps } = await story(core, Infinity);
    expect(steps).toBeGreaterThan(20);
    for (let n = 1; n <= steps; n += stride) await story(core, n).catch((error: unknown) => { throw new Error(`killed at step ${n}`, { cause: error }); });
  }, 240_000);

  test('at every step of writing and receiving in a running conversation loses nothing', async () => {
    let steps = 60;
    for (let n = 1; n <= steps; n += stride) {
      const { server, supporter, parent, circleId } = await pair(core);
      const fate = new Fate(n);
      await parent.start(fate);
      void parent.engine.unlock(PIN);
      await lives(server, parent, () => parent.snapshot.link === 'online', 'online');
      must(await supporter.engine.send(circleId, 'ett'));
      if (!dead(parent)) void parent.engine.send(circleId, 'två');
      await until(server, async () => dead(parent) || (await supporter.texts(circleId)).length === 2, 'both');
      await settle();
      if (!dead(parent)) steps = Math.min(steps, n);
      await parent.start();
      must(await during(server, parent.engine.unlock(PIN)));
      await until(server, () => parent.snapshot.link === 'online', 'online again');
      if (!(await parent.texts(circleId)).some((t) => t.text === 'två')) must(await parent.engine.send(circleId, 'två'));
      await until(server, async () => (await supporter.texts(circleId)).some((t) => t.text === 'två') && (await parent.texts(circleId)).length === 2, `both after ${n}`);
      await settle();
      expect((await supporter.texts(circleId)).map((t) => t.text).sort()).toEqual(['ett', 'två']);
      expect((await parent.texts(circleId)).map((t) => t.text).sort()).toEqual(['ett', 'två']);
    }
  }, 240_000);

  test('a storage that fails once, at every write, loses nothing', async () => {
    for (let n = 1, failed = true; failed; n += stride) {
      const { server, supporter, parent, circleId } = await pair(core);
      await settle();
      parent.store.failAt = n;
      must(await supporter.engine.send(circleId, 'ett'));
      const first = await parent.engine.send(circleId, 'två');
      if (!first.ok) must(await parent.engine.send(circleId, 'två'));
      await until(server, async () => (await supporter.texts(circleId)).length === 2 && (await parent.texts(circleId)).length === 2, `both after ${n}`);
      await until(server, () => parent.snapshot.waiting === 0 && parent.snapshot.problem === null, 'nothing left to say');
      await settle();
      expect((await supporter.texts(circleId)).map((t) => t.text).sort()).toEqual(['ett', 'två']);
      failed = parent.store.failAt <= 0;
    }
  }, 120_000);
});
