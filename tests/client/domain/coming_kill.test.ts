/** The phone dies at every step: the parent's while it gives on what was written before, the supporter's while they leave. */
import { describe, expect, test } from 'vitest';
import { cores } from '../support/cores';
import { asked, colleague, slipFor, textsOf } from '../support/coming';
import { during, Fate, must, PIN, settle, until, type Person } from '../support/person';
import { pair, staff, type Scene } from '../support/stage';
import { deviceOf, off, online, quiet } from '../support/steps';

/** The real core stretches a PIN for every life. */
const STRIDE: Record<string, number> = { test: 3, real: 15 };
const TEXTS = ['ett', 'två', 'tre'];

describe.each(await cores())('a phone that dies at a handover, with the %s core', (name, core) => {
  /** `go`: does what is left; false when the phone died on the way. */
  async function atEveryStep(story: () => Promise<{ scene: Scene; who: Person; go: () => Promise<boolean>; end: () => Promise<void> }>): Promise<void> {
    for (let n = 1; n < 300; n += STRIDE[name] ?? 1) {
      const { scene: { server }, who, go, end } = await story();
      await who.start(new Fate(n));
      void who.engine.unlock(PIN);
      let finished = await go();
      const whole = finished;
      for (let lives = 0; !finished && lives < 3; lives++) {
        server.drop();
        await settle(5);
        await who.start();
        void who.engine.unlock(PIN);
        finished = await go();
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
  const lives = async (who: Person, done: () => Promise<boolean>, what: string): Promise<boolean> => {
    await until(who.server, async () => who.fate.dead || (who.snapshot.stage === 'open' && (await done())), what);
    return !who.fate.dead;
  };

  async function before(): Promise<{ scene: Scene; link: string }> {
    const scene = await pair(core);
    for (const text of TEXTS) {
      must(await scene.parent.engine.send(scene.circleId, text));
      await until(scene.server, async () => (await scene.supporter.texts(scene.circleId)).at(-1)?.text === text, text);
      scene.server.clock.advance(1000);
    }
    await quiet(scene);
    return { scene, link: await slipFor(scene, await asked(scene, 'handover', 'all')) };
  }

  test('the parent\'s: everything follows, in order, once', async () => {
    await atEveryStep(async () => {
      const { scene, link } = await before();
      const { server, parent, circleId } = scene;
      await quiet(scene);
      await off(parent);
      const yusuf = await staff(server, core, 'supporter', 'Yusuf');
      must(await during(server, yusuf.engine.joinAnother(link)));
      await online(yusuf);
      const go = () => lives(parent, async () => (await yusuf.texts(circleId)).length === TEXTS.length
        && (await parent.view(circleId)).coming.following === 0, 'all has followed');
      const end = async () => expect(await textsOf(yusuf, circleId)).toEqual(TEXTS.map((text) => `Amina: ${text} (Amina)`));
      return { scene, who: parent, go, end };
    });
  }, 400_000);

  test('the supporter\'s: gone here, out of the circle, out of the server', async () => {
    await atEveryStep(async () => {
      const { scene, link } = await before();
      const { server, supporter, parent, circleId } = scene;
      const yusuf = await colleague(scene, link);
      await quiet(scene);
      const device = await deviceOf(supporter, circleId);
      await off(supporter);
      const go = async () => {
        if (!(await lives(supporter, async () => supporter.snapshot.link === 'online', 'online'))) return false;
        const [circle] = supporter.snapshot.circles;
        if (circle && !(await supporter.view(circleId)).coming.leaving) void supporter.engine.leaveCircle(circleId);
        return lives(supporter, async () => supporter.snapshot.circles.length === 0
          && !server.circles.get(circleId)!.acked.has(device), 'gone');
      };
      const end = async () => {
        await until(server, async () => (await parent.view(circleId)).members.map((m) => m.name).sort().join() === 'Amina,Yusuf', 'out');
        await until(server, async () => (await yusuf.view(circleId)).members.length === 2, 'for both');
        expect(supporter.snapshot).toMatchObject({ circles: [], receipts: [], waiting: 0, problem: null });
      };
      return { scene, who: supporter, go, end };
    });
  }, 400_000);
});
