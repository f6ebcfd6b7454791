/** The phone dies at every step of its way back; and the server itself is restored from a backup. */
import { describe, expect, test } from 'vitest';
import { backup, restore } from '../support/backup';
import { cores } from '../support/cores';
import { during, Fate, must, Person, PIN, settle, until } from '../support/person';
import { pair, parentSlip } from '../support/stage';
import { comeUpFrom, newSlip, off, on, online, quiet, words, threadLost } from '../support/steps';

/** The real core stretches a PIN for every life. */
const STRIDE: Record<string, number> = { real: 7 };

describe.each(await cores())('a phone that dies on the way back, with the %s core', (name, core) => {
  /** Lives the story until it has died at step n once, or has ended. Answers whether it ended alive. */
  async function atEveryStep(story: (n: number) => Promise<boolean>): Promise<void> {
    for (let n = 1; n < 200; n += STRIDE[name] ?? 1) {
      const ended = await story(n).catch((error: unknown) => { throw new Error(`killed at step ${n}`, { cause: error }); });
      if (ended) return;
    }
    throw new Error('the story never ended');
  }
  /** Unlocks and goes on as far as it lives. */
  async function live(person: Person, done: () => boolean | Promise<boolean>, what: string): Promise<boolean> {
    void person.engine.unlock(PIN);
    await until(person.server, async () => person.fate.dead || (await done()), what);
    return !person.fate.dead;
  }

  test('while its keys are renewed: no key twice, nothing lost, nothing twice', async () => {
    await atEveryStep(async (n) => {
      const scene = await pair(core);
      const { server, supporter, parent, circleId } = scene;
      await quiet(scene);
      server.setUp(false);
      await until(server, () => parent.snapshot.link !== 'online', 'offline');
      must(await parent.engine.send(circleId, 'väntade'));
      await settle();
      const copy = await backup(parent.database);
      server.setUp(true);
      must(await parent.engine.send(circleId, 'glömd'));
      await until(server, async () => (await words(supporter, circleId)).length === 2, 'both came');
      await quiet(scene);
      await off(parent);
      await restore(parent.database, copy);
      await parent.start(new Fate(n));
      const renewed = () => parent.snapshot.link === 'online' && parent.snapshot.circles[0]?.thread === 'fine' && parent.snapshot.waiting === 0;
      const ended = await live(parent, renewed, 'renewed');
      server.drop();
      await settle();
      await parent.start();
      await live(parent, renewed, 'renewed after all');
      must(await parent.engine.send(circleId, 'efter'));
      await until(server, async () => (await words(supporter, circleId)).includes('efter'), 'heard');
      await settle(100);
      expect(await words(supporter, circleId)).toEqual(['väntade', 'glömd', 'efter']);
      expect(await words(parent, circleId)).toEqual(['väntade', 'efter']);
      expect(server.keysUsedTwice).toEqual([]);
      return ended;
    });
  }, 240_000);

  test('while it comes back with a new slip: it gets in, once, and what waited goes out once', async () => {
    await atEveryStep(async (n) => {
      const scene = await threadLost(core);
      const { server, supporter, parent, circleId } = scene;
      must(await parent.engine.send(circleId, 'väntade'));
      const link = await newSlip(scene);
      must(await supporter.engine.send(circleId, 'till dig'));
      await until(server, () => supporter.snapshot.waiting === 0 && parent.snapshot.link === 'online', 'stored');
      await settle(100);
      parent.fate.killAt = parent.fate.step + n;
      void parent.engine.joinAnother(link);
      const back = async () => (await words(parent, circleId)).length === 2 && parent.snapshot.waiting === 0
        && (await parent.view(circleId)).thread === 'fine';
      await until(server, async () => parent.fate.dead || (await back()), 'back');
      const ended = !parent.fate.dead;
      server.drop();
      await settle();
      await on(parent);
      await online(parent);
      await settle(100);
      // It died before it had stored that there is a slip: the person opens it again.
      const none = server.seen.every((f) => f.type !== 'slip_redeem_circle' || f.enrolment !== null);
      if (none && (await parent.view(circleId)).thread === 'lost') await during(server, parent.engine.joinAnother(link));
      await until(server, back, 'back after all');
      await until(server, async () => (await words(supporter, circleId)).includes('väntade'), 'what waited');
      await settle(100);
      expect((await words(supporter, circleId)).sort()).toEqual(['till dig', 'väntade']);
      expect((await words(parent, circleId)).sort()).toEqual(['till dig', 'väntade']);
      expect((await supporter.view(circleId)).members).toHaveLength(2);
      expect(server.keysUsedTwice).toEqual([]);
      return ended;
    });
  }, 240_000);
});

describe.each(await cores())('a server that was restored from its backup, with the %s core', (_name, core) => {
  test('in the same epoch: its numbers begin again, and nothing new is taken for old', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'ett'));
    await quiet(scene);
    const row = server.circles.get(circleId)!;
    // What came after is gone from it: the log, what was acknowledged, the known ids.
    for (const text of ['två', 'tre']) must(await parent.engine.send(circleId, text));
    await quiet(scene);
    const head = row.log.length - 6;
    row.log.length = head;
    for (const [device, acked] of row.acked) row.acked.set(device, Math.min(acked, head));
    server.drop();
    await settle(200);
    await online(supporter, parent);
    must(await supporter.engine.send(circleId, 'nytt'));
    await until(server, async () => (await words(parent, circleId)).includes('nytt'), 'read, though its number was used before');
    must(await parent.engine.send(circleId, 'hör dig'));
    await until(server, async () => (await words(supporter, circleId)).includes('hör dig'), 'and back');
  });

  // server/domain/restore_rule.h: no number that may have been given out since the backup is given out again.
  test('in the same epoch: who comes late misses nothing new, since the numbers go on far beyond', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'ett'));
    await quiet(scene);
    const row = server.circles.get(circleId)!;
    for (const text of ['två', 'tre', 'fyra']) must(await parent.engine.send(circleId, text));
    await quiet(scene);
    await off(parent);
    const head = row.log.length - 6;
    row.log.length = head;
    for (const [device, acked] of row.acked) row.acked.set(device, Math.min(acked, head));
    row.log.length = row.gone = head + 50;
    server.drop();
    await settle(200);
    await online(supporter);
    // As many as the numbers that the parent's phone has seen before, and more.
    const fresh = Array.from({ length: 8 }, (_, n) => `nytt ${n}`);
    for (const text of fresh) must(await supporter.engine.send(circleId, text));
    await on(parent);
    await until(server, async () => (await words(parent, circleId)).includes('nytt 7'), 'all that is new');
    expect((await words(parent, circleId)).filter((text) => text.startsWith('nytt'))).toEqual(fresh);
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('in an older epoch: the thread is lost for all, and a fresh start helps', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    server.circles.get(circleId)!.epoch -= 1;
    server.drop();
    await until(server, () => [supporter, parent].every((one) => one.snapshot.circles[0]?.thread === 'lost'), 'lost');
    const { circleId: next } = must(await supporter.engine.startAfresh(circleId));
    await until(server, () => server.circles.has(next), 'made');
    const [awaited] = (await supporter.view(next)).awaited;
    must(await during(server, parent.engine.joinAnother(await parentSlip(supporter, next, awaited!.memberId))));
    must(await parent.engine.send(next, 'vidare'));
    await until(server, async () => (await words(supporter, next)).includes('vidare'), 'on');
  });

  test('and the numbers meet again: who was ahead learns that it is on another way, and comes back with a slip', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    const older = { supporter: await backup(supporter.database), parent: await backup(parent.database) };
    for (const one of [supporter, parent]) must(await one.engine.send(circleId, 'från förr'));
    await quiet(scene);
    const row = server.circles.get(circleId)!;
    const saved = { epoch: row.epoch, head: row.log.length, acked: new Map(row.acked) };
    // An epoch that only the parent's phone has seen, and a word in it.
    await off(supporter);
    await comeUpFrom(parent, older.parent);
    await until(server, () => row.epoch === saved.epoch + 1 && parent.snapshot.waiting === 0, 'new keys');
    must(await parent.engine.send(circleId, 'på väg bort'));
    await until(server, () => parent.snapshot.waiting === 0, 'the server has it');
    await off(parent);

    row.epoch = saved.epoch;
    row.log.length = saved.head;
    for (const [id, sequence] of row.ids) if (sequence > saved.head) row.ids.delete(id);
    for (const [device, acked] of saved.acked) row.acked.set(device, acked);
    row.log.length = row.gone = saved.head + 50;
    // The other one begins the same epoch in its own way.
    await comeUpFrom(supporter, older.supporter);
    await until(server, () => row.epoch === saved.epoch + 1 && supporter.snapshot.waiting === 0, 'other new keys');
    must(await supporter.engine.send(circleId, 'nytt'));
    await until(server, () => supporter.snapshot.waiting === 0, 'the server has it');

    await on(parent);
    await until(server, () => parent.snapshot.circles[0]?.thread === 'lost', 'lost');
    const sent = row.log.length;
    must(await parent.engine.send(circleId, 'väntar'));
    await settle(200);
    expect(row.log.length).toBe(sent);
    must(await during(server, parent.engine.joinAnother(await newSlip(scene))));
    await until(server, () => parent.snapshot.circles[0]?.thread === 'fine' && parent.snapshot.waiting === 0, 'back');
    // Also what the restored server had lost; it comes behind what waited.
    await until(server, async () => (await words(supporter, circleId)).includes('på väg bort'), 'heard');
    expect((await words(supporter, circleId)).filter((text) => text !== 'från förr')).toEqual(['nytt', 'väntar', 'på väg bort']);
    must(await supporter.engine.send(circleId, 'välkommen'));
    await until(server, async () => (await words(parent, circleId)).includes('välkommen'), 'and back');
    expect(server.keysUsedTwice).toEqual([]);
  });
});
