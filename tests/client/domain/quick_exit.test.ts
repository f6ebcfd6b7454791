/** A parent leaves in a hurry: whoever supports them hears it when the parent has chosen so, and nobody else ever does. */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../client-web/src/domain/days';
import { EXIT_AGAIN_MS, EXIT_TELL_MS } from '../../../client-web/src/domain/quick_exit';
import { KEEP_MS } from '../../../client-web/src/domain/retention';
import { FORMS_MAX, DRAFT_MAX_CHARS } from '../../../client-web/src/domain/api';
import { UPKEEP_MS } from '../../../client-web/src/domain/upkeep';
import { acts } from '../support/closing';
import { asked, slipFor } from '../support/coming';
import { cores } from '../support/cores';
import { Refusal } from '../support/fake_server';
import { during, must, Person, PIN, settle, until } from '../support/person';
import { joinWith, pair, type Scene } from '../support/stage';
import { off, on, online, quiet } from '../support/steps';

const hurries = async (person: Person, circleId: string): Promise<number> =>
  acts(await person.view(circleId)).filter(({ type }) => type === 'quickExit').length;
const leave = ({ server, parent }: Pick<Scene, 'server' | 'parent'>) => during(server, parent.engine.quickExit());
async function back({ server, parent }: Scene): Promise<void> {
  must(await during(server, parent.engine.unlock(PIN)));
  await online(parent);
}
async function chosen(core: Parameters<typeof pair>[0]): Promise<Scene> {
  const scene = await pair(core);
  expect(scene.parent.snapshot.tellExit, 'nobody is told without having been asked').toBe(false);
  must(await scene.parent.engine.chooseTellExit(true));
  await settle();
  expect(scene.parent.snapshot.tellExit).toBe(true);
  await quiet(scene);
  return scene;
}

describe.each(await cores())('a quick exit, with the %s core', (_name, core) => {
  test('the supporter sees it at once, with its time; the parent\'s own phone shows and counts nothing', async () => {
    const scene = await chosen(core);
    const { server, supporter, parent, circleId } = scene;
    const at_ms = server.clock.nowMs();
    const counted = (await supporter.view(circleId)).counted;
    must(await leave(scene));
    expect(parent.snapshot).toMatchObject({ stage: 'locked', circles: [], name: '' });
    await until(server, async () => (await hurries(supporter, circleId)) === 1, 'the supporter sees it');
    const told = (await supporter.items(circleId)).find((item) => item.type === 'act' && item.act.type === 'quickExit')!;
    expect(told).toMatchObject({ author: 'Amina', mine: false });
    expect(Math.abs(told.sentAtMs - at_ms)).toBeLessThan(5_000);
    expect(supporter.snapshot.circles[0], 'somebody has to see it').toMatchObject({ unread: 1 });
    expect((await supporter.view(circleId)).counted, 'no dialogue').toEqual(counted);
    await back(scene);
    await quiet(scene);
    expect(await hurries(parent, circleId)).toBe(0);
    expect(parent.snapshot).toMatchObject({ waiting: 0, tellExit: true });
  });

  test('not chosen, or not any more: nothing leaves', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    must(await leave(scene));
    await back(scene);
    must(await parent.engine.chooseTellExit(true));
    must(await parent.engine.chooseTellExit(false));
    must(await leave(scene));
    await back(scene);
    must(await parent.engine.send(circleId, 'efter'));
    await until(server, async () => (await supporter.texts(circleId)).length === 1, 'read past it');
    expect(await hurries(supporter, circleId)).toBe(0);
    expect(await supporter.engine.chooseTellExit(true)).toMatchObject({ ok: false, code: 'not_allowed' });
  });

  test('said once in ten minutes, and again after; a clock that was set back does not silence it', async () => {
    const scene = await chosen(core);
    const { server, supporter, parent, circleId } = scene;
    const again = async (): Promise<void> => {
      must(await leave(scene));
      await back(scene);
      await quiet(scene);
    };
    const first_ms = server.clock.nowMs();
    await again();
    server.clock.jump(Math.max(0, first_ms + EXIT_AGAIN_MS - server.clock.nowMs() - 60_000));
    await again();
    expect(await hurries(supporter, circleId)).toBe(1);
    server.clock.jump(120_000);
    await again();
    await until(server, async () => (await hurries(supporter, circleId)) === 2, 'again');
    parent.clockAheadMs = -3_600_000;
    await again();
    await until(server, async () => (await hurries(supporter, circleId)) === 3, 'with a wrong clock');
  });

  test('without a network it is locked at once and said after the next unlocking, with the time of the exit', async () => {
    const scene = await chosen(core);
    const { server, supporter, parent, circleId } = scene;
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    const at_ms = server.clock.nowMs();
    const waits_ms = at_ms + EXIT_TELL_MS;
    must(await parent.engine.quickExit());
    expect(parent.snapshot.stage).toBe('locked');
    expect(server.clock.nowMs(), 'no time had to pass').toBeLessThan(waits_ms);
    server.setUp(true);
    await settle();
    expect(await hurries(supporter, circleId)).toBe(0);
    server.clock.jump(3_600_000);
    await back(scene);
    await until(server, async () => (await hurries(supporter, circleId)) === 1, 'said');
    const told = (await supporter.items(circleId)).find((item) => item.type === 'act' && item.act.type === 'quickExit')!;
    expect(told.sentAtMs).toBe(at_ms);
  });

  test('a server that does not take it now is not waited for', async () => {
    const scene = await chosen(core);
    const { server, parent } = scene;
    server.intercept = (frame) => { if (frame.type === 'send') throw new Refusal('mailbox_full'); };
    const left = parent.engine.quickExit();
    await settle();
    expect(parent.snapshot.stage).toBe('open');
    server.clock.advance(EXIT_TELL_MS);
    must(await left);
    expect(parent.snapshot.stage).toBe('locked');
  });

  test('where another parent is in, nothing is said, also of what waited when they came', async () => {
    const scene = await chosen(core);
    const { server, supporter, parent, circleId } = scene;
    const id = await asked(scene, 'parent', 'nothing', 'Omar');
    const link = await slipFor(scene, id, 'parent');
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    must(await parent.engine.quickExit());
    await off(parent);
    server.setUp(true);
    const omar = await new Person(server, core).start();
    await joinWith(omar, link, 'Omar');
    await on(parent);
    await online(parent);
    await until(server, async () => (await parent.view(circleId)).members.length === 3, 'three');
    server.clock.jump(EXIT_AGAIN_MS);
    must(await leave(scene));
    await back(scene);
    must(await parent.engine.send(circleId, 'till er båda'));
    await until(server, async () => (await omar.texts(circleId)).length === 1 && (await supporter.texts(circleId)).length === 1, 'read past it');
    expect(await hurries(omar, circleId) + await hurries(supporter, circleId)).toBe(0);
  });

  test('it goes from the supporter\'s device as texts do', async () => {
    const scene = await chosen(core);
    const { server, supporter, circleId } = scene;
    must(await leave(scene));
    await until(server, async () => (await hurries(supporter, circleId)) === 1, 'told');
    const again = async (ms: number): Promise<void> => {
      await off(supporter);
      server.clock.jump(ms);
      await on(supporter);
      await online(supporter);
      server.clock.advance(UPKEEP_MS);
      await settle(200);
    };
    await again(KEEP_MS - DAY_MS);
    expect(await hurries(supporter, circleId)).toBe(1);
    await again(2 * DAY_MS);
    expect(await hurries(supporter, circleId)).toBe(0);
  });

  test('what stood in open forms is there after a lock, once; more than there is room for is left out', async () => {
    const scene = await pair(core);
    const { parent } = scene;
    const long: [string, string] = ['card:x:week', 'x'.repeat(DRAFT_MAX_CHARS)];
    must(await parent.engine.lock([['card:x:meeting', '{"title":"Möte"}'], long, ['away:x:text', `${long[1]}x`]]));
    await back(scene);
    expect(must(await parent.engine.keptForms())).toEqual([['card:x:meeting', '{"title":"Möte"}'], long]);
    expect(must(await parent.engine.keptForms())).toEqual([]);
    must(await leave({ ...scene }));
    await back(scene);
    must(await parent.engine.quickExit(Array.from({ length: FORMS_MAX + 1 }, (_, i): [string, string] => [`card:${i}:x`, 'y'])));
    await back(scene);
    expect(must(await parent.engine.keptForms()).length).toBe(FORMS_MAX);
    parent.store.failNext = 1;
    must(await parent.engine.lock([['card:x:meeting', 'z']]));
    expect(parent.snapshot.stage, 'a full phone locks as well').toBe('locked');
  });
});
