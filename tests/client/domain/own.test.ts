/** Joint circles: another parent comes in by the first one's choice, and each may have a conversation of their own. */
import { describe, expect, test } from 'vitest';
import { OWN_AGAIN_MS } from '../../../client-web/src/domain/own';
import { acts, later } from '../support/closing';
import { asked, slipFor, textsOf } from '../support/coming';
import { cores } from '../support/cores';
import { during, must, Person, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, type Scene } from '../support/stage';
import { off, on, quiet, words } from '../support/steps';

async function jointly(core: Parameters<typeof pair>[0], follows: 'nothing' | 'all' = 'nothing'): Promise<Scene & { omar: Person }> {
  const scene = await pair(core);
  const { server, supporter, parent, circleId } = scene;
  must(await parent.engine.send(circleId, 'bara mitt'));
  await quiet(scene);
  const id = await asked(scene, 'parent', follows, 'Omar');
  const omar = await new Person(server, core).start();
  await joinWith(omar, await slipFor(scene, id, 'parent'), 'Omar');
  await until(server, async () => (await parent.view(circleId)).members.length === 3 && (await supporter.view(circleId)).members.length === 3, 'three');
  return { ...scene, omar };
}

describe.each(await cores())('a joint circle, with the %s core', (_name, core) => {
  test('nothing from before reaches the other parent, unless the first one gives it', async () => {
    const { server, parent, omar, circleId } = await jointly(core);
    must(await parent.engine.send(circleId, 'till er båda'));
    await until(server, async () => (await words(omar, circleId)).includes('till er båda'), 'heard');
    await settle(200);
    expect(await words(omar, circleId)).toEqual(['till er båda']);
    const given = await jointly(core, 'all');
    await until(given.server, async () => (await words(given.omar, given.circleId)).length === 1, 'given');
    expect(await textsOf(given.omar, given.circleId)).toEqual(['Amina: bara mitt (Amina)']);
  });

  test('a conversation of one\'s own: the supporter hears of it, the other parent does not', async () => {
    const { server, supporter, parent, omar, circleId } = await jointly(core);
    expect((await parent.view(circleId)).own).toEqual({ mayAsk: true, asked: false, wishes: [] });
    must(await parent.engine.askOwn(circleId));
    expect(await parent.engine.askOwn(circleId), 'known already').toMatchObject({ ok: false, code: 'not_now' });
    await until(server, async () => (await supporter.view(circleId)).own.wishes.length === 1, 'heard');
    must(await supporter.engine.send(circleId, 'efter'));
    await until(server, async () => (await words(omar, circleId)).includes('efter'), 'Omar has read past it');
    expect(acts(await omar.view(circleId)).map((act) => act.type)).not.toContain('ownAsk');
    expect(await omar.items(circleId).then((items) => items.some((item) => item.type === 'act' && item.author === 'Amina'))).toBe(false);
    const [wish] = (await supporter.view(circleId)).own.wishes;
    expect(wish).toMatchObject({ name: 'Amina' });
    expect(await omar.engine.startOwn(circleId, wish!.id, '')).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await supporter.engine.startOwn(circleId, 'ab'.repeat(16), '')).toMatchObject({ ok: false, code: 'unknown' });
    expect(await supporter.engine.startOwn(circleId, wish!.id, 'x'.repeat(41))).toMatchObject({ ok: false, code: 'name_bad' });
    const own = must(await supporter.engine.startOwn(circleId, wish!.id, 'Samtal 2')).circleId;
    expect(await supporter.engine.startOwn(circleId, wish!.id, ''), 'one for one wish').toMatchObject({ ok: false, code: 'not_now' });
    expect((await supporter.view(circleId)).own.wishes).toEqual([]);
    await off(supporter);
    await on(supporter);
    await until(server, () => supporter.snapshot.link === 'online', 'online');
    const link = await parentSlip(supporter, own);
    must(await during(server, parent.engine.joinAnother(link)));
    await until(server, async () => (await supporter.view(own)).members.map((m) => m.name).sort().join() === 'Amina,Stina', 'the two of them');
    expect((await parent.view(own)).own.mayAsk, 'it is one already').toBe(false);
    expect(await parent.engine.askOwn(own)).toMatchObject({ ok: false, code: 'not_now' });
    await later(server, OWN_AGAIN_MS, supporter, parent);
    expect((await parent.view(circleId)).own).toMatchObject({ mayAsk: true, asked: false });
  });

  test('"not now" puts it aside, over a restart too', async () => {
    const { server, supporter, parent, circleId } = await jointly(core);
    must(await parent.engine.askOwn(circleId));
    await until(server, async () => (await supporter.view(circleId)).own.wishes.length === 1, 'heard');
    const [wish] = (await supporter.view(circleId)).own.wishes;
    must(await supporter.engine.setOwnAside(circleId, wish!.id));
    await off(supporter);
    await on(supporter);
    expect((await supporter.view(circleId)).own.wishes).toEqual([]);
    expect(supporter.snapshot.circles).toHaveLength(1);
  });
});
