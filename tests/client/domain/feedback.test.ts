import { describe, expect, test } from 'vitest';
import { FEEDBACK_MAX_CHARS } from '../../../client-web/src/domain/api';
import { acts, closed, graceOver, later, supportOf, UNDO_MS } from '../support/closing';
import { cores } from '../support/cores';
import { must, Person, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, type Scene } from '../support/stage';
import { off, on } from '../support/steps';

const TEXT = { feels: 4, wish: 'yes' as const, change: 'ÅTERKOPPLINGSORD sover bättre', more: 'vill fortsätta' };

async function asked(scene: Scene): Promise<void> {
  const { server, supporter, parent, circleId } = scene;
  must(await supporter.engine.askFeedback(circleId));
  await until(server, async () => (await supportOf(parent, circleId)).feedbackWaits, 'the question');
}

describe.each(await cores())('feedback for the case worker, with the %s core', (_name, core) => {
  test('is written only when the parent agreed, on this device, and no frame leaves while it is', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    expect(await supporter.engine.saveFeedback(circleId, TEXT)).toMatchObject({ ok: false, code: 'not_now' });
    await asked(scene);
    expect(await supporter.engine.saveFeedback(circleId, TEXT), 'not answered yet').toMatchObject({ ok: false, code: 'not_now' });
    must(await parent.engine.answerFeedback(circleId, true));
    await until(server, async () => (await supportOf(supporter, circleId)).feedback === 'yes', 'agreed');
    await settle(300);
    const before = server.seen.length;
    for (let typed = 1; typed <= TEXT.change.length; typed++) must(await supporter.engine.saveFeedback(circleId, { ...TEXT, change: TEXT.change.slice(0, typed) }));
    await settle(300);
    expect(server.seen.slice(before).map((frame) => frame.type), 'not one frame').toEqual([]);
    expect((await supportOf(supporter, circleId)).feedbackText).toEqual(TEXT);
    expect((await supportOf(parent, circleId)).feedbackText).toBeNull();
    await off(supporter);
    await on(supporter);
    expect((await supportOf(supporter, circleId)).feedbackText, 'kept over a lock').toEqual(TEXT);
    expect(await supporter.engine.saveFeedback(circleId, { ...TEXT, more: 'x'.repeat(FEEDBACK_MAX_CHARS + 1) })).toMatchObject({ ok: false, code: 'text_too_long' });
    must(await supporter.engine.saveFeedback(circleId, { ...TEXT, more: 'x'.repeat(FEEDBACK_MAX_CHARS) }));
    await closed(scene);
    await graceOver(scene, supporter, parent);
    await later(server, 2 * UNDO_MS, supporter, parent);
    await settle(300);
    for (const frame of server.seen) {
      const bytes = Object.values(frame).filter((part) => part instanceof Uint8Array).map((part) => Buffer.from(part as Uint8Array).toString('utf8'));
      for (const text of [JSON.stringify(frame), ...bytes]) expect(text).not.toMatch(/TERKOPPLINGSORD|fortsätta|xxxx/);
    }
    expect(JSON.stringify(supporter.snapshot)).not.toMatch(/TERKOPPLINGSORD|fortsätta/);
  });

  test('a no is a no: it is not asked again, and the support closes without it', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await asked(scene);
    must(await parent.engine.answerFeedback(circleId, false));
    await until(server, async () => (await supportOf(supporter, circleId)).feedback === 'no', 'no');
    expect((await supportOf(parent, circleId)).feedbackWaits).toBe(false);
    expect(acts(await supporter.view(circleId))).toEqual([{ type: 'feedbackAsk' }, { type: 'feedbackAnswer', yes: false }]);
    expect(await supporter.engine.askFeedback(circleId)).toMatchObject({ ok: false, code: 'not_now' });
    expect(await supporter.engine.saveFeedback(circleId, TEXT)).toMatchObject({ ok: false, code: 'not_now' });
    await closed(scene);
    await graceOver(scene, supporter, parent);
  });

  test('a parent may change the answer: what was written is not shown any more', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await asked(scene);
    must(await parent.engine.answerFeedback(circleId, true));
    await until(server, async () => (await supportOf(supporter, circleId)).feedback === 'yes', 'yes');
    must(await supporter.engine.saveFeedback(circleId, TEXT));
    must(await parent.engine.answerFeedback(circleId, false));
    await until(server, async () => (await supportOf(supporter, circleId)).feedback === 'no', 'no');
    expect((await supportOf(supporter, circleId)).feedbackText).toBeNull();
  });

  test('with two parents both have to agree', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const second = await new Person(server, core).start();
    await joinWith(second, await parentSlip(supporter, circleId), 'Omar');
    await until(server, async () => (await supporter.view(circleId)).members.length === 3, 'three');
    await asked(scene);
    must(await parent.engine.answerFeedback(circleId, true));
    await until(server, async () => acts(await supporter.view(circleId)).length === 2, 'one answer');
    expect((await supportOf(supporter, circleId)).feedback).toBe('asked');
    await until(server, async () => (await supportOf(second, circleId)).feedbackWaits, 'the second is asked');
    must(await second.engine.answerFeedback(circleId, true));
    await until(server, async () => (await supportOf(supporter, circleId)).feedback === 'yes', 'both');
  });
});

describe.each(await cores())('an objection, with the %s core', (_name, core) => {
  test('the parent says that a counted contact is not right; the supporter sees it there and can undo in time', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const { id } = must(await supporter.engine.countContact(circleId, 'visit'));
    await until(server, async () => (await supportOf(parent, circleId)).contacts.visit === 1, 'seen');
    const contact = async (person: Person) => (await person.items(circleId)).find((item) => item.type === 'contact' && item.id === id);
    expect(await contact(parent)).toMatchObject({ objections: [], objected: false });
    must(await parent.engine.objectContact(circleId, id, true));
    must(await parent.engine.objectContact(circleId, id, true));
    await until(server, async () => acts(await supporter.view(circleId)).length === 1, 'told');
    expect(await contact(supporter)).toMatchObject({ objections: ['Amina'], objected: false });
    expect(await contact(parent)).toMatchObject({ objections: ['Amina'], objected: true });
    expect(supporter.snapshot.circles[0]?.unread, 'something to look at').toBeGreaterThan(0);
    expect(acts(await supporter.view(circleId))).toEqual([{ type: 'objection', stands: true, kind: 'visit', day: expect.any(Number) as number }]);
    must(await supporter.engine.undoContact(circleId, id));
    await until(server, async () => { const one = await contact(parent); return one?.type === 'contact' && one.undone; }, 'undone');
    server.clock.advance(2 * UNDO_MS);
    await settle();
    expect(server.tallies.size).toBe(0);
    expect(await parent.engine.objectContact(circleId, 'f'.repeat(32), true)).toMatchObject({ ok: false, code: 'unknown' });
  });

  test('after the count is sent it stands objected, until the parent takes that back', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const { id } = must(await supporter.engine.countContact(circleId, 'phone'));
    await until(server, async () => (await supportOf(parent, circleId)).contacts.phone === 1, 'seen');
    await later(server, UNDO_MS, supporter, parent);
    await until(server, () => server.tallies.size === 1, 'counted');
    must(await parent.engine.objectContact(circleId, id, true));
    const objections = async () => (await supporter.items(circleId)).flatMap((item) => (item.type === 'contact' ? item.objections : []));
    await until(server, async () => (await objections()).length === 1, 'objected');
    expect(await supporter.engine.undoContact(circleId, id)).toMatchObject({ ok: false, code: 'not_now' });
    expect(server.tallies.size).toBe(1);
    must(await parent.engine.objectContact(circleId, id, false));
    await until(server, async () => (await objections()).length === 0, 'taken back');
  });
});
