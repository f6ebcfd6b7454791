import { describe, expect, test } from 'vitest';
import type { FeelingView } from '../../../client-web/src/domain/api';
import { acts, closed, DAY_MS, later, supportOf, tallied, UNDO_MS } from '../support/closing';
import { cores } from '../support/cores';
import { must, until, settle, type Person } from '../support/person';
import { pair, type Scene } from '../support/stage';
import { off, on } from '../support/steps';

const feeling = async (person: Person, circleId: string): Promise<FeelingView | null> => (await supportOf(person, circleId)).feeling;

/** The first conversation has been counted, and the parent knows. */
async function talked(core: Parameters<typeof pair>[0]): Promise<Scene> {
  const scene = await pair(core);
  must(await scene.supporter.engine.countContact(scene.circleId, 'visit'));
  await until(scene.server, async () => (await supportOf(scene.parent, scene.circleId)).conversations === 1, 'counted');
  return scene;
}
/** What contacts of the supporter are counted is not looked at here. */
const wellbeing = (scene: Scene): string[] => tallied(scene.server).filter((one) => one.startsWith('well'));

describe.each(await cores())('how things are, with the %s core', (_name, core) => {
  test('a parent is asked at the first conversation, and the supporter is not', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    await settle();
    expect(await feeling(parent, circleId), 'nobody has talked yet').toBeNull();
    expect(await parent.engine.answerFeeling(circleId, 'first', 3, false)).toMatchObject({ ok: false, code: 'not_now' });
    must(await supporter.engine.countContact(circleId, 'visit'));
    await until(server, async () => (await feeling(parent, circleId)) !== null, 'asked');
    expect(await feeling(parent, circleId)).toEqual({ moment: 'first', face: undefined, shown: false, undoUntilMs: null });
    expect(await feeling(supporter, circleId)).toBeNull();
    expect(await parent.engine.answerFeeling(circleId, 'last', 3, false), 'not the last one yet').toMatchObject({ ok: false, code: 'not_now' });
    expect(await parent.engine.answerFeeling(circleId, 'first', 6, false)).toMatchObject({ ok: false, code: 'not_allowed' });
  });

  test('the answer stays here unless it is shown, and is counted once from the parent\'s own client', async () => {
    const scene = await talked(core);
    const { server, supporter, parent, circleId } = scene;
    await settle(200);
    const before = server.texts(circleId);
    must(await parent.engine.answerFeeling(circleId, 'first', 2, false));
    await settle();
    expect(await feeling(parent, circleId)).toMatchObject({ moment: 'first', face: 2, shown: false });
    expect(server.texts(circleId), 'nothing was said in the circle').toBe(before);
    expect((await supportOf(supporter, circleId)).shownFeelings).toEqual([]);
    expect(wellbeing(scene)).toEqual([]);
    let tries = 0;
    server.intercept = (f) => { if (f.type === 'tally' && f.counted.series === 'wellbeing_first' && ++tries === 1) { server.tallies.set(f.tally_id, f); server.drop(); } };
    server.clock.advance(UNDO_MS);
    await until(server, () => tries >= 2, 'sent again after the answer was lost');
    await settle();
    expect(wellbeing(scene)).toEqual(['wellbeing_first:bad']);
    const [tally] = [...server.tallies.values()].filter((t) => t.counted.series === 'wellbeing_first');
    expect(tally?.tags).toHaveLength(1);
    expect(JSON.stringify(tally)).not.toContain(circleId);
    expect(await feeling(parent, circleId), 'answered').toBeNull();
    expect(await parent.engine.answerFeeling(circleId, 'first', 4, false)).toMatchObject({ ok: false, code: 'not_now' });
    expect(await parent.engine.undoFeeling(circleId, 'first')).toMatchObject({ ok: false, code: 'not_now' });
  });

  test('offline it is counted later; undone in time it is never counted, and what was shown is taken back', async () => {
    const scene = await talked(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.answerFeeling(circleId, 'first', 5, true));
    await until(server, async () => (await supportOf(supporter, circleId)).shownFeelings.length === 1, 'shown');
    expect((await supportOf(supporter, circleId)).shownFeelings).toEqual([{ author: 'Amina', first: 5, last: null, experience: null }]);
    must(await parent.engine.undoFeeling(circleId, 'first'));
    await until(server, async () => (await supportOf(supporter, circleId)).shownFeelings.length === 0, 'taken back');
    expect(await feeling(parent, circleId)).toMatchObject({ face: undefined });
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    must(await parent.engine.answerFeeling(circleId, 'first', 1, true));
    must(await parent.engine.undoFeeling(circleId, 'first'));
    expect(acts(await parent.view(circleId)).map((act) => (act.type === 'feeling' ? act.face : -1)), 'the one that never left is gone').toEqual([5, 0]);
    must(await parent.engine.answerFeeling(circleId, 'first', 3, false));
    server.clock.advance(3 * UNDO_MS);
    expect(wellbeing(scene)).toEqual([]);
    server.setUp(true);
    await until(server, () => wellbeing(scene).length === 1, 'counted later');
    expect(wellbeing(scene)).toEqual(['wellbeing_first:so_so']);
  });

  test('"would rather not say" counts nothing, and the question does not come back; nor does one that was passed by', async () => {
    const scene = await talked(core);
    const { server, parent, circleId } = scene;
    must(await parent.engine.answerFeeling(circleId, 'first', null, true));
    expect(await feeling(parent, circleId)).toBeNull();
    await closed(scene);
    expect(await feeling(parent, circleId)).toMatchObject({ moment: 'last', face: undefined });
    must(await parent.engine.feelingAsked(circleId, 'last'));
    await off(parent);
    await on(parent);
    expect(await feeling(parent, circleId), 'the same day').toMatchObject({ moment: 'last' });
    await later(server, DAY_MS, parent);
    expect(await feeling(parent, circleId), 'the day after').toBeNull();
    await later(server, UNDO_MS, parent);
    await settle();
    expect(wellbeing(scene)).toEqual([]);
    expect(acts(await parent.view(circleId))).toEqual([{ type: 'closing', outcome: 'completed' }]);
  });

  test('at the last conversation the parent is also asked how the support has been, by choice, and it is counted from the parent\'s client alone', async () => {
    const scene = await talked(core);
    const { server, supporter, parent, circleId } = scene;
    const experience = async (person: Person) => (await supportOf(person, circleId)).experience;
    expect(await experience(parent), 'not at the first').toBeNull();
    expect(await parent.engine.answerFeeling(circleId, 'experience', 5, false)).toMatchObject({ ok: false, code: 'not_now' });
    await closed(scene);
    expect(await experience(parent)).toEqual({ moment: 'experience', face: undefined, shown: false, undoUntilMs: null });
    expect(await feeling(parent, circleId), 'beside how things are').toMatchObject({ moment: 'last', face: undefined });
    expect(await experience(supporter)).toBeNull();
    must(await parent.engine.answerFeeling(circleId, 'experience', 5, true));
    await until(server, async () => (await supportOf(supporter, circleId)).shownFeelings[0]?.experience === 5, 'shown');
    expect((await supportOf(supporter, circleId)).shownFeelings).toEqual([{ author: 'Amina', first: null, last: null, experience: 5 }]);
    must(await parent.engine.undoFeeling(circleId, 'experience'));
    must(await parent.engine.answerFeeling(circleId, 'experience', 4, false));
    expect(await experience(parent)).toMatchObject({ face: 4, shown: false });
    await later(server, UNDO_MS, supporter, parent);
    await until(server, () => tallied(server).includes('experience:good'), 'counted');
    expect(tallied(server).filter((one) => one.startsWith('experience')), 'once').toEqual(['experience:good']);
    expect(wellbeing(scene), 'the other question was passed by').toEqual([]);
    expect((await supportOf(supporter, circleId)).shownFeelings, 'taken back').toEqual([]);
  });

  test('the last answer is counted although the support ends before it is sent', async () => {
    const scene = await talked(core);
    const { server, supporter, parent, circleId } = scene;
    await later(server, UNDO_MS, supporter, parent);
    await closed(scene);
    await later(server, 7 * DAY_MS - UNDO_MS / 2, supporter, parent);
    must(await parent.engine.answerFeeling(circleId, 'last', 4, true));
    await settle();
    await later(server, UNDO_MS / 2 + 1000, supporter, parent);
    await until(server, () => parent.snapshot.receipts.length === 1, 'ended');
    expect(wellbeing(scene)).toEqual([]);
    await later(server, UNDO_MS, parent);
    await until(server, () => wellbeing(scene).length === 1, 'counted');
    expect(wellbeing(scene)).toEqual(['wellbeing_last:good']);
  });
});
