/** Texts go when their time is over: on every device, by the server's clock, and nothing else goes with them. */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../client-web/src/domain/days';
import { KEEP_DAYS, KEEP_MS } from '../../../client-web/src/domain/retention';
import { UPKEEP_MS } from '../../../client-web/src/domain/upkeep';
import { backup } from '../support/backup';
import { fakeCore, glassCore } from '../support/fake_core';
import { must, settle, until, type Person } from '../support/person';
import { pair } from '../support/stage';
import { off, on, online, quiet, words } from '../support/steps';

/** Switched off, and on again after a while. */
async function again(people: Person[], after_ms = 0): Promise<void> {
  for (const person of people) await off(person);
  people[0]!.server.clock.jump(after_ms);
  for (const person of people) await on(person);
  await online(...people);
  await settle(200);
}

describe('how long texts stay', () => {
  test('gone on both devices after the time, with answers to them standing, and drafts, contacts and notices kept', async () => {
    const scene = await pair(glassCore());
    const { server, supporter, parent, circleId } = scene;
    const { id } = must(await parent.engine.send(circleId, 'FÖRGÄNGLIGT'));
    await until(server, async () => (await words(supporter, circleId)).length === 1, 'there');
    must(await supporter.engine.react(circleId, id, 'heart'));
    must(await supporter.engine.countContact(circleId, 'visit'));
    must(await parent.engine.saveDraft(circleId, 'UTKAST'));
    await quiet(scene);
    expect((await parent.view(circleId)).keepDays).toBe(KEEP_DAYS);
    await again([supporter, parent], KEEP_MS - DAY_MS);
    must(await supporter.engine.send(circleId, 'Svaret', id));
    await quiet(scene);
    expect((await words(parent, circleId)).length).toBe(2);
    await again([supporter, parent], 2 * DAY_MS);
    for (const person of [supporter, parent]) {
      expect(await words(person, circleId)).toEqual(['Svaret']);
      expect((await person.texts(circleId))[0]!.replyTo).toMatchObject({ state: 'missing', text: '' });
      const kinds = (await person.items(circleId)).map((item) => item.type);
      expect(kinds).toContain('contact');
      expect(kinds).toContain('notice');
      const bytes = (await backup(person.database)).map(({ value }) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : '')).join();
      expect(bytes).not.toContain('FÖRGÄNGLIGT');
    }
    expect((await parent.view(circleId)).draft).toBe('UTKAST');
  }, 30_000);

  test('a wrong clock on the device neither deletes nor keeps; nothing goes offline; what is unsent stays', async () => {
    const scene = await pair(fakeCore());
    const { server, supporter, parent, circleId } = scene;
    parent.clockAheadMs = 40 * DAY_MS;
    await again([parent]);
    must(await parent.engine.send(circleId, 'ett'));
    must(await supporter.engine.send(circleId, 'två'));
    await until(server, async () => (await words(parent, circleId)).length === 2 && (await words(supporter, circleId)).length === 2, 'there');
    await quiet(scene);
    parent.clockAheadMs = 80 * DAY_MS;
    await again([parent]);
    expect((await words(parent, circleId)).length, 'ahead').toBe(2);
    parent.clockAheadMs = -80 * DAY_MS;
    await again([parent]);
    expect((await words(parent, circleId)).length, 'behind').toBe(2);
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    must(await parent.engine.send(circleId, 'osänt'));
    parent.clockAheadMs = 80 * DAY_MS;
    server.clock.advance(UPKEEP_MS);
    await settle();
    expect((await words(parent, circleId)).length, 'offline, with a clock that jumped').toBe(3);
    await off(parent);
    server.setUp(true);
    await again([parent], KEEP_MS + DAY_MS);
    await until(server, () => parent.snapshot.waiting === 0, 'sent');
    expect(await words(parent, circleId), 'kept too long by no clock').toEqual(['osänt']);
  }, 30_000);
});
