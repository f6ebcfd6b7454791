/** A colleague takes over, or is here too: only with every parent's yes, with no more of before than the least that was given. */
import { describe, expect, test } from 'vitest';
import type { Follows } from '../../../client-web/src/domain/api';
import { ASK_AGAIN_MS } from '../../../client-web/src/domain/coming';
import { FOLLOW_BYTES_MAX, FOLLOW_TEXTS_MAX, newest } from '../../../client-web/src/domain/following';
import type { TextRec } from '../../../client-web/src/domain/records';
import { DAY_MS, later } from '../support/closing';
import { askOf, asked, colleague, followed, slipFor, textsOf } from '../support/coming';
import { cores } from '../support/cores';
import { during, must, Person, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, staff, type Scene } from '../support/stage';
import { notices, off, on, online, quiet, words } from '../support/steps';

/** An old text of each, a week and more passes, a new text of each; all read by both. */
async function talked(scene: Scene): Promise<void> {
  const { server, supporter, parent, circleId } = scene;
  must(await supporter.engine.send(circleId, 'gammalt från Stina'));
  await quiet(scene);
  server.clock.advance(1000);
  must(await parent.engine.send(circleId, 'gammalt från Amina'));
  await quiet(scene);
  await later(server, 8 * DAY_MS, supporter, parent);
  must(await supporter.engine.send(circleId, 'nytt från Stina'));
  await quiet(scene);
  server.clock.advance(1000);
  must(await parent.engine.send(circleId, 'nytt från Amina'));
  await until(server, async () => (await parent.texts(circleId)).length === 4 && (await supporter.texts(circleId)).length === 4, 'talked');
  await quiet(scene);
}
const OLD = ['Stina: gammalt från Stina (Amina)', 'Amina: gammalt från Amina (Amina)'];
const NEW = ['Stina: nytt från Stina (Amina)', 'Amina: nytt från Amina (Amina)'];

describe.each(await cores())('what follows a colleague, with the %s core', (_name, core) => {
  test.each<[Follows, string[]]>([['nothing', []], ['week', NEW], ['all', [...OLD, ...NEW]]])('%s: %j', async (follows, seen) => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await talked(scene);
    const id = await asked(scene, 'handover', follows, 'Yusuf');
    const yusuf = await colleague(scene, await slipFor(scene, id));
    await followed(scene);
    must(await parent.engine.send(circleId, 'välkommen'));
    await until(server, async () => (await textsOf(yusuf, circleId)).length > seen.length, 'heard');
    await settle(200);
    expect(await textsOf(yusuf, circleId)).toEqual([...seen, 'välkommen']);
    const view = await yusuf.view(circleId);
    expect(view.unread, 'nothing of before is unread').toBe(1);
    expect(yusuf.snapshot.circles[0]).toMatchObject({ lastText: 'välkommen' });
    expect(view.items.filter((item) => item.type === 'contact').length, 'no contact of before, and none counted for it but for today').toBeLessThanOrEqual(1);
    expect((await notices(yusuf, circleId)).filter((n) => n.startsWith('you_joined'))).toEqual([seen.length > 0 ? 'you_joined_before' : 'you_joined']);
    expect(await textsOf(supporter, circleId), 'shown once to who had it').toEqual([...[...OLD, ...NEW].map((line) => line.slice(7, -8)), 'välkommen']);
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('a text that nobody has read yet follows only when it was given', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    const id = await asked(scene, 'beside', 'nothing');
    const link = await slipFor(scene, id);
    await quiet(scene);
    await off(supporter);
    must(await parent.engine.send(circleId, 'bara till Stina'));
    await until(server, async () => (await parent.texts(circleId))[0]?.delivery === 'sent', 'the server has it');
    const person = await colleagueAlone(scene, link);
    await until(server, async () => (await parent.view(circleId)).members.length === 3, 'in');
    must(await parent.engine.send(circleId, 'till er båda'));
    await until(server, async () => (await words(person, circleId)).includes('till er båda'), 'heard');
    await settle(200);
    expect(await words(person, circleId)).toEqual(['till er båda']);
    await on(supporter);
    await until(server, async () => (await words(supporter, circleId)).length === 2, 'Stina reads both');
  });

  test('no slip without the yes; a no takes the yes and its slip back, and is not asked about for a week', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    expect((await supporter.view(circleId)).coming.mayAsk).toEqual(['handover', 'beside', 'parent']);
    expect((await parent.view(circleId)).coming.mayAsk).toEqual([]);
    expect(await parent.engine.askCome(circleId, 'handover', '')).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await supporter.engine.askCome(circleId, 'handover', 'x'.repeat(41))).toMatchObject({ ok: false, code: 'name_bad' });
    must(await supporter.engine.askCome(circleId, 'handover', ' Yusuf '));
    expect(await supporter.engine.askCome(circleId, 'beside', ''), 'one question at a time').toMatchObject({ ok: false, code: 'not_now' });
    await until(server, async () => (await askOf(parent, circleId)) !== undefined, 'asked');
    const ask = (await askOf(parent, circleId))!;
    expect(ask).toMatchObject({ purpose: 'handover', name: 'Yusuf', by: 'Stina', state: 'asked', myAnswer: null });
    expect(await supporter.engine.answerCome(circleId, ask.id, 'all'), 'only a parent').toMatchObject({ ok: false, code: 'not_allowed' });
    const slip = { role: 'supporter' as const, form: 'qr' as const, days: 3, askId: ask.id };
    expect(await during(server, supporter.engine.makeSlip(circleId, slip)), 'not before the yes').toMatchObject({ ok: false, code: 'not_now' });
    must(await parent.engine.answerCome(circleId, ask.id, 'week'));
    await until(server, async () => (await askOf(supporter, circleId))?.state === 'granted', 'granted');
    expect(await during(server, supporter.engine.makeSlip(circleId, { ...slip, role: 'parent' })), 'for another role').toMatchObject({ ok: false, code: 'not_now' });
    must(await during(server, supporter.engine.makeSlip(circleId, slip)));
    expect(await during(server, supporter.engine.makeSlip(circleId, slip)), 'one slip for one yes').toMatchObject({ ok: false, code: 'slip_limit' });
    must(await parent.engine.answerCome(circleId, ask.id, 'refused'));
    await until(server, async () => (await supporter.view(circleId)).slips.length === 0, 'the slip is taken back');
    await until(server, () => [...server.slips.values()].filter((s) => s.usedBy === null).length === 0, 'at the server too');
    expect(await askOf(supporter, circleId)).toMatchObject({ state: 'refused', againAtMs: expect.any(Number) });
    expect((await supporter.view(circleId)).coming.mayAsk).toEqual(['parent']);
    await later(server, ASK_AGAIN_MS + 1000, supporter, parent);
    expect((await supporter.view(circleId)).coming).toMatchObject({ asks: [], mayAsk: ['handover', 'beside', 'parent'] });
  });

  test('a question that is taken back is gone for both; an answer to it comes too late', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const id = await asked(scene, 'beside', 'all');
    await slipFor(scene, id);
    must(await supporter.engine.takeBackCome(circleId, id));
    await until(server, async () => (await askOf(parent, circleId)) === undefined, 'gone');
    await until(server, async () => (await supporter.view(circleId)).slips.length === 0, 'with its slip');
    expect(await parent.engine.answerCome(circleId, id, 'all')).toMatchObject({ ok: false, code: 'not_now' });
    expect(await supporter.engine.takeBackCome(circleId, id)).toMatchObject({ ok: false, code: 'not_now' });
  });

  test('every parent is asked, one no is a no, and the least that anybody gave is what follows', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'före Omar'));
    await quiet(scene);
    const omar = await new Person(server, core).start();
    await joinWith(omar, await parentSlip(supporter, circleId), 'Omar');
    await until(server, async () => (await parent.view(circleId)).members.length === 3, 'three');
    must(await omar.engine.send(circleId, 'från Omar'));
    await until(server, async () => (await words(supporter, circleId)).includes('från Omar'), 'read');
    must(await supporter.engine.askCome(circleId, 'handover', ''));
    await until(server, async () => (await askOf(parent, circleId)) !== undefined && (await askOf(omar, circleId)) !== undefined, 'both are asked');
    const { id } = (await askOf(parent, circleId))!;
    must(await parent.engine.answerCome(circleId, id, 'all'));
    await until(server, async () => (await askOf(supporter, circleId))?.myAnswer !== undefined && (await askOf(supporter, circleId))?.waitsFor.join() === 'Omar', 'one yes');
    expect((await askOf(supporter, circleId))?.state).toBe('asked');
    must(await omar.engine.answerCome(circleId, id, 'refused'));
    await until(server, async () => (await askOf(supporter, circleId))?.state === 'refused', 'one no');
    must(await omar.engine.answerCome(circleId, id, 'all'));
    await until(server, async () => (await askOf(supporter, circleId))?.state === 'granted', 'thought again');
    const yusuf = await colleague(scene, await slipFor(scene, id));
    await until(server, async () => (await words(yusuf, circleId)).includes('från Omar'), 'followed');
    await settle(200);
    expect(await words(yusuf, circleId), 'what Omar may read, and no more').toEqual(['från Omar']);
    expect(await words(omar, circleId), 'nothing from before Omar reaches Omar').toEqual(['från Omar']);
  });

  test('the one who handed over leaves with one tap: nothing of it stays, and nothing said later is theirs', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await talked(scene);
    expect(await supporter.engine.leaveCircle(circleId), 'never away from a parent alone').toMatchObject({ ok: false, code: 'not_now' });
    must(await supporter.engine.countContact(circleId, 'visit'));
    const id = await asked(scene, 'handover', 'all');
    const yusuf = await colleague(scene, await slipFor(scene, id));
    await followed(scene);
    expect(await askOf(supporter, circleId)).toMatchObject({ state: 'came', came: 'Yusuf' });
    expect(await parent.engine.leaveCircle(circleId)).toMatchObject({ ok: false, code: 'not_allowed' });
    must(await supporter.engine.leaveCircle(circleId));
    await until(server, () => supporter.snapshot.circles.length === 0, 'gone here');
    expect(supporter.snapshot.receipts).toEqual([]);
    await until(server, async () => (await parent.view(circleId)).members.map((m) => m.name).sort().join() === 'Amina,Yusuf', 'out of the circle');
    expect(await notices(parent, circleId)).toEqual(expect.arrayContaining(['left', 'removed']));
    await until(server, () => server.circles.get(circleId)!.acked.size === 2, 'and of the server');
    must(await parent.engine.send(circleId, 'bara till Yusuf'));
    await until(server, async () => (await words(yusuf, circleId)).includes('bara till Yusuf'), 'it goes on');
    must(await during(server, yusuf.engine.countContact(circleId, 'phone')));
    await later(server, 600_000, supporter, parent, yusuf);
    await until(server, () => server.tallies.size >= 2, 'what was counted before is counted still');
    const persons = new Set([...server.tallies.values()].flatMap((t) => t.tags.map((set) => Buffer.from(set.tag).toString('hex'))));
    expect(persons.size, 'the same parent in the eyes of the counts').toBe(1);
  });

  test('"stay" puts the question away for good', async () => {
    const scene = await pair(core);
    const { supporter, circleId } = scene;
    const id = await asked(scene, 'handover', 'nothing');
    await colleague(scene, await slipFor(scene, id));
    must(await supporter.engine.stayInCircle(circleId, id));
    expect((await supporter.view(circleId)).coming).toMatchObject({ asks: [], canLeave: true });
    await off(supporter);
    await on(supporter);
    expect((await supporter.view(circleId)).coming.asks).toEqual([]);
    await online(supporter);
  });
});

test('what follows is bounded in number and in bytes: the newest, in the order of writing', () => {
  const text = (at: number, words: string): TextRec => ({ type: 'text', circleId: 'c', order: at, id: String(at), memberId: 'm', mine: true, text: words,
    sentAtMs: at, delivery: 'read', seen: true });
  const many = Array.from({ length: FOLLOW_TEXTS_MAX + 1 }, (_, at) => text(at, 'x'));
  expect(newest([...many].reverse()).map(({ order }) => order)).toEqual(many.slice(1).map(({ order }) => order));
  const [large, left] = ['å'.repeat(FOLLOW_BYTES_MAX / 2 - 1), 'yy'];
  expect(newest([text(1, 'z'), text(2, large), text(3, left)]).map(({ order }) => order), 'exactly full').toEqual([2, 3]);
  expect(newest([text(2, large), text(3, `${left}y`)]).map(({ order }) => order), 'one byte too many').toEqual([3]);
});

/** Comes in while the supporter is away. */
async function colleagueAlone(scene: Scene, link: string): Promise<Person> {
  const person = await staff(scene.server, scene.supporter.core, 'supporter', 'Yusuf');
  must(await during(scene.server, person.engine.joinAnother(link)));
  return person;
}
