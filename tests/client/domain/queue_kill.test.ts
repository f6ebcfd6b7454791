/** Phones that die at the open door, at every step: the parent's while she gets a place, while the line opens and while she leaves; the
 *  supporter's while the first in the queue is taken. */
import { describe, expect, test } from 'vitest';
import { cores } from '../support/cores';
import { comeBy, doorway, waits } from '../support/doorway';
import type { FakeServer } from '../support/fake_server';
import { during, Fate, must, Person, PIN, settle, until } from '../support/person';
import { off, online, words } from '../support/steps';

/** The real core stretches a PIN for every life. */
const STRIDE: Record<string, number> = { test: 7, real: 23 };
const TEXTS = ['ett', 'två'];

describe.each(await cores())('a phone that dies at the open door, with the %s core', (name, core) => {
  interface Story { server: FakeServer; who: Person; begin: () => void; done: () => boolean | Promise<boolean>; end: () => Promise<void> }

  /** `begin` is what the person does in each life. */
  async function atEveryStep(story: () => Promise<Story>): Promise<void> {
    for (let n = 1; n < 300; n += STRIDE[name] ?? 1) {
      const { server, who, begin, done, end } = await story();
      const live = async (fate: Fate): Promise<boolean> => {
        await who.start(fate);
        begin();
        await until(server, async () => fate.dead || (await done()), 'done');
        return !fate.dead;
      };
      let finished = await live(new Fate(n));
      const whole = finished;
      for (let lives = 0; !finished && lives < 3; lives++) {
        server.drop();
        await settle(5);
        finished = await live(new Fate());
      }
      try {
        expect(finished).toBe(true);
        await settle(100);
        await end();
        expect(server.keysUsedTwice).toEqual([]);
      } catch (error) {
        throw new Error(`killed at step ${n}`, { cause: error });
      }
      if (whole) return;
    }
    throw new Error('the story never ended');
  }

  test('getting a place: one place, one device, whatever happens', async () => {
    await atEveryStep(async () => {
      const { server, poster } = await doorway(core, 0);
      const known = server.devices.size;
      const who = new Person(server, core);
      const begin = () => void (async () => {
        if (who.snapshot.stage === 'locked') return who.engine.unlock(PIN);
        await who.engine.openSlip(poster);
        return who.engine.join('Amina', PIN, 0);
      })();
      const end = async () => {
        expect(server.queue.places).toHaveLength(1);
        expect(server.devices.size).toBe(known + 1);
      };
      return { server, who, begin, done: () => who.snapshot.stage === 'open' && who.snapshot.wait !== null, end };
    });
  }, 400_000);

  test('the line opens: she comes in by herself, and her words arrive once, in order', async () => {
    await atEveryStep(async () => {
      const { server, poster, supporters: [stina] } = await doorway(core, 1);
      const amina = await comeBy(server, core, poster, 'Amina', 0);
      for (const text of TEXTS) must(await amina.engine.waitWrite(text));
      await off(amina);
      await online(stina!);
      const { circleId } = must(await during(server, stina!.engine.takeNext()));
      const done = async () => amina.snapshot.circles.length === 1 && amina.snapshot.waiting === 0 && (await stina!.texts(circleId)).length === TEXTS.length;
      const end = async () => {
        expect(await words(stina!, circleId)).toEqual(TEXTS);
        expect(await words(amina, circleId)).toEqual(TEXTS);
        expect((await stina!.view(circleId)).members).toHaveLength(2);
        expect(amina.snapshot.wait).toBeNull();
      };
      return { server, who: amina, begin: () => void amina.engine.unlock(PIN), done, end };
    });
  }, 400_000);

  test('stopping: forgotten on both sides, even when the answer is lost', async () => {
    await atEveryStep(async () => {
      const { server, poster } = await doorway(core, 0);
      const amina = await comeBy(server, core, poster, 'Amina', 0);
      await off(amina);
      const begin = () => void (async () => {
        await amina.engine.unlock(PIN);
        if (amina.snapshot.stage !== 'open') return;
        await waits(amina).catch(() => undefined);
        if (amina.snapshot.wait && !amina.snapshot.wait.trouble) await amina.engine.waitEnd(false);
      })();
      const end = async () => {
        expect(server.queue.places).toEqual([]);
        expect(await new Person(server, core, undefined, amina.database).start()).toMatchObject({ snapshot: { stage: 'fresh' } });
      };
      return { server, who: amina, begin, done: () => amina.snapshot.stage === 'fresh' && server.queue.places.length === 0, end };
    });
  }, 400_000);

  test('taking: the one who waits comes in, to one circle, and nothing else is left over', async () => {
    await atEveryStep(async () => {
      const { server, poster, supporters: [stina] } = await doorway(core, 1);
      const amina = await comeBy(server, core, poster, 'Amina', 0);
      must(await amina.engine.waitWrite('hej'));
      await off(stina!);
      await online(amina);
      const begin = () => void (async () => {
        await stina!.engine.unlock(PIN);
        if (stina!.snapshot.stage !== 'open') return;
        await until(server, () => stina!.fate.dead || stina!.snapshot.queue !== null, 'online').catch(() => undefined);
        if (!stina!.fate.dead && !stina!.snapshot.queue?.taking && stina!.snapshot.circles.length === 0) await stina!.engine.takeNext();
      })();
      const done = async () => amina.snapshot.circles.length === 1 && stina!.snapshot.circles.length === 1 && !stina!.snapshot.queue?.taking
        && (await stina!.texts()).length === 1;
      const end = async () => {
        expect((await stina!.view()).members.map((m) => m.name).sort()).toEqual(['Amina', 'Stina']);
        await until(server, async () => (await stina!.view()).slips.length === 0, 'no other slip is alive');
      };
      return { server, who: stina!, begin, done, end };
    });
  }, 400_000);
});
