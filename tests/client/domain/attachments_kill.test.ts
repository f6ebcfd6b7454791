/** A phone that dies at every step of sending an attachment, and one at every step of fetching it: whole in the end, once, or never begun. */
import { expect, test } from 'vitest';
import { PART_BYTES } from '../../../client-web/src/domain/attachments';
import { attachmentsOf, bytesOf, partsKept, photo, read } from '../support/attaching';
import { fakeCore } from '../support/fake_core';
import { Fate, must, PIN, settle, until, during, type Person } from '../support/person';
import { pair } from '../support/stage';

const SIZE = 2 * PART_BYTES + 9;

async function unlockAgain(person: Person): Promise<void> {
  person.server.drop();
  await settle(5);
  await person.start();
  must(await during(person.server, person.engine.unlock(PIN)));
  await until(person.server, () => person.snapshot.link === 'online', 'online again');
}

/** How many steps it took when it did not die. */
async function sending(killAt: number): Promise<number> {
  const { server, supporter, parent, circleId } = await pair(fakeCore());
  await settle();
  const fate = new Fate(killAt);
  await parent.start(fate);
  void parent.engine.unlock(PIN);
  await until(server, () => fate.dead || (parent.snapshot.stage === 'open' && parent.snapshot.link === 'online'), 'online');
  if (!fate.dead) void parent.engine.attach(circleId, photo(SIZE));
  const all = async (): Promise<boolean> => (await attachmentsOf(supporter))[0]?.state === 'here' && server.attachments.rows.size === 0;
  await until(server, async () => fate.dead || (await all()), 'sent');
  const { step } = fate;
  if (fate.dead) {
    await unlockAgain(parent);
    // Nobody had been told that it is kept: then nothing of it is here, and she sends it again.
    if ((await attachmentsOf(parent)).length === 0) {
      expect(await partsKept(parent)).toBe(0);
      must(await parent.engine.attach(circleId, photo(SIZE)));
    }
    await until(server, all, 'sent after all');
  }
  await settle();
  for (const person of [supporter, parent]) {
    expect(await attachmentsOf(person)).toHaveLength(1);
    expect(await read(person)).toEqual(bytesOf(SIZE));
    expect(await partsKept(person)).toBe(3);
  }
  expect(server.keysUsedTwice).toEqual([]);
  return step;
}

test('sending', async () => {
  const steps = await sending(Infinity);
  expect(steps).toBeGreaterThan(20);
  for (let n = 1; n <= steps; n++) await sending(n).catch((error: unknown) => { throw new Error(`killed at step ${n}`, { cause: error }); });
}, 900_000);

async function fetching(killAt: number): Promise<number> {
  const { server, supporter, parent, circleId } = await pair(fakeCore());
  await settle();
  const fate = new Fate(killAt);
  await supporter.start(fate);
  must(await parent.engine.attach(circleId, photo(SIZE)));
  void supporter.engine.unlock(PIN);
  const all = async (): Promise<boolean> => (await attachmentsOf(supporter))[0]?.state === 'here' && server.attachments.rows.size === 0;
  await until(server, async () => fate.dead || (supporter.snapshot.stage === 'open' && (await all())), 'fetched');
  const { step } = fate;
  if (fate.dead) {
    await unlockAgain(supporter);
    await until(server, all, 'fetched after all');
  }
  await settle();
  expect(await attachmentsOf(supporter)).toHaveLength(1);
  expect(await read(supporter)).toEqual(bytesOf(SIZE));
  expect(await partsKept(supporter)).toBe(3);
  return step;
}

test('fetching', async () => {
  const steps = await fetching(Infinity);
  expect(steps).toBeGreaterThan(20);
  for (let n = 1; n <= steps; n++) await fetching(n).catch((error: unknown) => { throw new Error(`killed at step ${n}`, { cause: error }); });
}, 900_000);
