/** Answers, reactions, new words, taking away: who may, until when, what stands, and what is left of words that are gone. */
import { describe, expect, test } from 'vitest';
import { say } from '../../../client-web/src/domain/acts';
import type { TextItem } from '../../../client-web/src/domain/api';
import { DELETE_WITHIN_MS, EDIT_WITHIN_MS, OWN_TIMES_TOLERANCE_MS } from '../../../client-web/src/domain/changes';
import type { Act } from '../../../client-web/src/domain/crypto_port';
import { UNFETCHED_AFTER_MS } from '../../../client-web/src/domain/text_view';
import { backup } from '../support/backup';
import { cores } from '../support/cores';
import { fakeCore, glassCore } from '../support/fake_core';
import { during, must, PIN, settle, until, type Person } from '../support/person';
import { pair, type Scene } from '../support/stage';
import { off, on, online, quiet, words } from '../support/steps';

const HOUR_MS = 3_600_000;

async function wrote(scene: Scene, text = 'Klockan två'): Promise<string> {
  const { id } = must(await scene.parent.engine.send(scene.circleId, text));
  await until(scene.server, async () => (await text1(scene.supporter, scene.circleId, id)) !== undefined, 'the text');
  await quiet(scene);
  return id;
}
const text1 = async (person: Person, circleId: string, id: string): Promise<TextItem | undefined> =>
  (await person.texts(circleId)).find((one) => one.id === id);
async function bytesOf(person: Person): Promise<string> {
  return (await backup(person.database)).map(({ value }) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : '')).join('\n');
}
/** What an altered client says: no rule of its own is asked. */
async function alteredSays(person: Person, circleId: string, act: Act, atMs: number): Promise<void> {
  const { ctx } = person.engine['life_'].device!;
  await ctx.repo.run((tx) => say(ctx, tx, circleId, act, atMs));
}

describe.each(await cores())('about a text, with the %s core', (_name, core) => {
  test('an answer shows what it answers; reactions are one for each person, can be changed and taken back', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const id = await wrote(scene);
    must(await supporter.engine.send(circleId, 'Den passar mig.', id));
    must(await supporter.engine.react(circleId, id, 'heart'));
    await until(server, async () => (await text1(parent, circleId, id))!.reactions.length === 1, 'a heart');
    const answer = (await parent.texts(circleId)).at(-1)!;
    expect(answer).toMatchObject({ text: 'Den passar mig.', replyTo: { id, state: 'here', mine: true, text: 'Klockan två' } });
    expect((await text1(parent, circleId, id))!.reactions).toEqual([{ mark: 'heart', mine: false, author: 'Stina' }]);
    must(await supporter.engine.react(circleId, id, 'hug'));
    must(await parent.engine.react(circleId, id, 'tick'));
    await quiet(scene);
    for (const person of [supporter, parent]) {
      expect((await text1(person, circleId, id))!.reactions.map((one) => one.mark).sort()).toEqual(['hug', 'tick']);
    }
    must(await supporter.engine.react(circleId, id, null));
    await until(server, async () => (await text1(parent, circleId, id))!.reactions.length === 1, 'taken back');
    expect(parent.snapshot.circles[0]!.unread, 'the answer alone').toBe(1);
    await until(server, async () => (await supporter.items(circleId)).every((item) => item.type !== 'text' || !item.mine || item.delivery === 'delivered'), 'receipts');
    expect((await supporter.items(circleId)).filter((item) => item.type === 'contact'), 'one dialogue').toHaveLength(1);
  });

  test('new words arrive and stand; the old ones are nowhere', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const id = await wrote(scene);
    must(await parent.engine.editText(circleId, id, 'Klockan tre'));
    expect(await text1(parent, circleId, id)).toMatchObject({ text: 'Klockan tre', changed: true, changing: true });
    await until(server, async () => (await words(supporter, circleId))[0] === 'Klockan tre', 'new words');
    must(await parent.engine.editText(circleId, id, 'Klockan fyra'));
    await until(server, async () => (await words(supporter, circleId))[0] === 'Klockan fyra', 'newer words');
    await quiet(scene);
    expect(await text1(supporter, circleId, id)).toMatchObject({ text: 'Klockan fyra', changed: true });
    expect(await text1(parent, circleId, id)).toMatchObject({ changing: false, delivery: 'delivered' });
    expect(await supporter.engine.editText(circleId, id, 'Nej')).toMatchObject({ ok: false, code: 'not_allowed' });
    server.clock.advance(EDIT_WITHIN_MS);
    expect(await parent.engine.editText(circleId, id, 'Klockan fem')).toMatchObject({ ok: false, code: 'not_now' });
    expect((await text1(parent, circleId, id))!.editUntilMs).toBeNull();
  });

  test('taken away for all, within its time; a line stays, and who answered it sees that it is gone', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const id = await wrote(scene);
    must(await supporter.engine.send(circleId, 'Varför?', id));
    must(await supporter.engine.react(circleId, id, 'thanks'));
    await quiet(scene);
    server.clock.advance(DELETE_WITHIN_MS - HOUR_MS);
    await online(supporter, parent);
    must(await parent.engine.deleteText(circleId, id));
    await until(server, async () => (await text1(supporter, circleId, id))!.gone, 'gone');
    for (const person of [supporter, parent]) {
      expect(await text1(person, circleId, id)).toMatchObject({ text: '', gone: true, reactions: [] });
      expect((await person.texts(circleId)).at(-1)!.replyTo).toMatchObject({ state: 'gone', text: '' });
    }
    expect(await supporter.engine.react(circleId, id, 'heart')).toMatchObject({ ok: false, code: 'unknown' });
    const late = await wrote(scene, 'Står kvar');
    server.clock.advance(DELETE_WITHIN_MS + 1);
    await online(supporter, parent);
    expect(await parent.engine.deleteText(circleId, late)).toMatchObject({ ok: false, code: 'not_now' });
    must(await parent.engine.deleteHere(circleId, late));
    await quiet(scene);
    expect(await text1(parent, circleId, late)).toBeUndefined();
    expect(await text1(supporter, circleId, late)).toMatchObject({ text: 'Står kvar' });
  });

  test('what has not left is altered where it waits, or never sent', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    const { id } = must(await parent.engine.send(circleId, 'Ångrar mig'));
    const { id: kept } = must(await parent.engine.send(circleId, 'Klockan två'));
    await settle();
    expect((await text1(parent, circleId, id))!.deleteUntilMs).toBe(Infinity);
    must(await parent.engine.deleteText(circleId, id));
    must(await parent.engine.editText(circleId, kept, 'Klockan tre'));
    must(await parent.engine.react(circleId, kept, 'heart'));
    must(await parent.engine.react(circleId, kept, 'tick'));
    expect(await words(parent, circleId)).toEqual(['Klockan tre']);
    server.setUp(true);
    await until(server, async () => (await words(supporter, circleId)).length === 1, 'the text');
    await quiet(scene);
    expect(await text1(supporter, circleId, kept)).toMatchObject({ text: 'Klockan tre', changed: false, reactions: [{ mark: 'tick' }] });
    expect(await words(supporter, circleId)).toEqual(['Klockan tre']);
  });
});

describe('what only others can enforce', () => {
  const core = fakeCore();

  test('a stranger\'s change, one too late, one of before the text, an older revision: nothing changes', async () => {
    const scene = await pair(core);
    const { supporter, parent, circleId, server } = scene;
    const id = await wrote(scene);
    const { sentAtMs } = (await text1(parent, circleId, id))!;
    const edit = (revision: number, text: string): Act => ({ type: 'edit', target: id, revision, text });
    await alteredSays(supporter, circleId, edit(9, 'FEL PERSON'), sentAtMs);
    await alteredSays(supporter, circleId, { type: 'delete', target: id }, sentAtMs);
    await quiet(scene);
    expect(await text1(parent, circleId, id)).toMatchObject({ text: 'Klockan två', changed: false, gone: false });
    await alteredSays(parent, circleId, edit(9, 'FÖR SENT'), sentAtMs + EDIT_WITHIN_MS + OWN_TIMES_TOLERANCE_MS + 1);
    await alteredSays(parent, circleId, edit(9, 'FÖRE'), sentAtMs - OWN_TIMES_TOLERANCE_MS - 1);
    await alteredSays(parent, circleId, { type: 'delete', target: id }, sentAtMs + DELETE_WITHIN_MS + OWN_TIMES_TOLERANCE_MS + 1);
    await quiet(scene);
    expect(await text1(supporter, circleId, id)).toMatchObject({ text: 'Klockan två', changed: false, gone: false });
    await alteredSays(parent, circleId, edit(3, 'TREDJE'), sentAtMs + EDIT_WITHIN_MS + OWN_TIMES_TOLERANCE_MS);
    await alteredSays(parent, circleId, edit(2, 'ANDRA'), sentAtMs + 1);
    await quiet(scene);
    expect(await text1(supporter, circleId, id), 'at the edge, and the highest stands').toMatchObject({ text: 'TREDJE', changed: true });
    await alteredSays(parent, circleId, { type: 'delete', target: id }, sentAtMs + DELETE_WITHIN_MS + OWN_TIMES_TOLERANCE_MS);
    await until(server, async () => (await text1(supporter, circleId, id))!.gone, 'gone');
    await alteredSays(parent, circleId, edit(10, 'TILLBAKA'), sentAtMs + 2);
    await quiet(scene);
    expect(await text1(supporter, circleId, id)).toMatchObject({ text: '', gone: true });
  });

  test('a change that came before its text waits for it; the text is not shown first', async () => {
    const scene = await pair(core);
    const { supporter, parent, circleId } = scene;
    await quiet(scene);
    const [edited, taken] = [core.newId(), core.newId()];
    const at = scene.server.clock.nowMs();
    await alteredSays(parent, circleId, { type: 'edit', target: edited, revision: 1, text: 'Nya ord' }, at + 2);
    await alteredSays(parent, circleId, { type: 'delete', target: taken }, at + 2);
    await alteredSays(supporter, circleId, { type: 'delete', target: edited }, at + 2);
    const { ctx } = parent.engine['life_'].device!;
    const { enqueue } = await import('../../../client-web/src/domain/queue');
    for (const contentId of [edited, taken]) {
      await ctx.repo.run((tx) => enqueue(ctx, tx, circleId, { kind: 'content', content: { type: 'text', text: 'Gamla ord' }, contentId, sentAtMs: at }));
    }
    await until(scene.server, async () => (await supporter.texts(circleId)).length === 2, 'both');
    expect(await text1(supporter, circleId, edited)).toMatchObject({ text: 'Nya ord', changed: true, gone: false });
    expect(await text1(supporter, circleId, taken)).toMatchObject({ text: '', gone: true });
  });

  test('words that were taken away are in no byte of either device, whatever waited to be sent', async () => {
    const scene = await pair(glassCore());
    const { server, supporter, parent, circleId } = scene;
    const id = await wrote(scene, 'KANARIEORD');
    must(await parent.engine.editText(circleId, id, 'KANARIEORD igen'));
    await quiet(scene);
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    must(await parent.engine.editText(circleId, id, 'KANARIEORD tredje'));
    must(await parent.engine.saveEdit(circleId, id, 'KANARIEORD fjärde'));
    expect(await bytesOf(parent), 'there to be found').toContain('KANARIEORD');
    expect(await bytesOf(supporter)).toContain('KANARIEORD');
    must(await parent.engine.deleteText(circleId, id));
    expect(await bytesOf(parent)).not.toContain('KANARIEORD');
    server.setUp(true);
    await until(server, async () => (await text1(supporter, circleId, id))!.gone, 'gone');
    await quiet(scene);
    for (const person of [supporter, parent]) {
      expect(await bytesOf(person)).not.toContain('KANARIEORD');
      expect(must(await person.engine.search('kanarie', null)).count).toBe(0);
    }
  });

  test('an attempt whose fate is not known: nothing is sent again, and who has it hears that it is gone', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    // The server has it, and its answer does not come.
    server.intercept = (frame) => { if (frame.type === 'send') setImmediate(() => server.drop()); };
    const { id } = must(await parent.engine.send(circleId, 'Kanske framme'));
    await settle(5);
    server.intercept = null;
    must(await parent.engine.deleteText(circleId, id));
    await online(supporter, parent);
    await until(server, () => parent.snapshot.waiting === 0, 'told');
    await quiet(scene);
    expect((await supporter.texts(circleId)).every((one) => one.text === '')).toBe(true);
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('a dialogue that rests on words that nobody got is not counted', async () => {
    const scene = await pair(core);
    const { server, supporter, circleId } = scene;
    await quiet(scene);
    server.setUp(false);
    await until(server, () => supporter.snapshot.link !== 'online', 'offline');
    const { id } = must(await supporter.engine.send(circleId, 'Fel samtal'));
    expect((await supporter.items(circleId)).some((item) => item.type === 'contact')).toBe(true);
    must(await supporter.engine.deleteText(circleId, id));
    expect((await supporter.items(circleId)).some((item) => item.type === 'contact')).toBe(false);
  });
});

describe('states that tell the truth', () => {
  test('nobody has fetched it for hours: its author is told, until somebody does', async () => {
    const scene = await pair(fakeCore());
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    await off(supporter);
    const { id } = must(await parent.engine.send(circleId, 'Är du där?'));
    await until(server, async () => (await text1(parent, circleId, id))!.delivery === 'sent', 'sent');
    server.clock.advance(UNFETCHED_AFTER_MS - 60_000);
    await settle();
    expect((await text1(parent, circleId, id))!.unfetched).toBe(false);
    server.clock.advance(120_000);
    await settle();
    expect((await text1(parent, circleId, id))!.unfetched).toBe(true);
    await on(supporter);
    await until(server, async () => (await text1(parent, circleId, id))!.delivery === 'delivered', 'fetched');
    expect((await text1(parent, circleId, id))!.unfetched).toBe(false);
  });

  test('what is new stands where it began, and is gone when it was seen', async () => {
    const scene = await pair(fakeCore());
    const { supporter, parent, circleId, server } = scene;
    const first = await wrote(scene, 'ett');
    const second = await wrote(scene, 'två');
    expect((await supporter.view(circleId)).firstUnread).toBe(first);
    expect(supporter.snapshot.circles[0]!.unread).toBe(2);
    must(await supporter.engine.markRead(circleId, first));
    expect((await supporter.view(circleId)).firstUnread).toBe(second);
    must(await supporter.engine.markRead(circleId, second));
    expect((await supporter.view(circleId)).firstUnread).toBeNull();
    must(await parent.engine.react(circleId, first, 'heart'));
    await until(server, async () => (await text1(supporter, circleId, first))!.reactions.length === 1, 'reaction');
    expect((await supporter.view(circleId)).firstUnread, 'a reaction calls nobody').toBeNull();
  });
});

describe('what is being written', () => {
  test('an answer, a change and a novel are there again after the device died, and after a lock', async () => {
    const scene = await pair(fakeCore());
    const { server, parent, circleId } = scene;
    const id = await wrote(scene);
    const novel = 'Jag orkar inte mer. '.repeat(1000);
    must(await parent.engine.saveDraft(circleId, novel, id));
    must(await parent.engine.saveEdit(circleId, id, 'Klockan sj'));
    await parent.start();
    must(await during(server, parent.engine.unlock(PIN)));
    expect(await parent.view(circleId)).toMatchObject({ draft: novel, draftReply: { id, state: 'here' }, editing: { itemId: id, text: 'Klockan sj' } });
    must(await parent.engine.editText(circleId, id, 'Klockan sju'));
    must(await parent.engine.lock());
    must(await during(server, parent.engine.unlock(PIN)));
    expect(await parent.view(circleId)).toMatchObject({ draft: novel, draftReply: { id }, editing: null });
    expect(await parent.engine.send(circleId, novel, id), 'not lost when it cannot be sent').toMatchObject({ ok: false, code: 'text_too_long' });
    expect((await parent.view(circleId)).draft).toBe(novel);
    must(await parent.engine.send(circleId, 'Kort svar', id));
    expect(await parent.view(circleId)).toMatchObject({ draft: '', draftReply: null });
  });
});
