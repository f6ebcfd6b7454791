import { describe, expect, test } from 'vitest';
import { CLOSING_GRACE_MS, CLOSING_READ_MS } from '../../../client-web/src/domain/acts';
import type { Content } from '../../../client-web/src/domain/crypto_port';
import { dayOf } from '../../../client-web/src/domain/days';
import { backup } from '../support/backup';
import { acts, closed, DAY_MS, ended, graceOver, HOUR_MS, later, supportOf, tallied, UNDO_MS, visits } from '../support/closing';
import { cores } from '../support/cores';
import { FakeCircle } from '../support/fake_circle';
import { glassCore } from '../support/fake_core';
import { random, toHex } from '../support/fake_primitives';
import { must, Person, settle, until } from '../support/person';
import { joinWith, pair, parentSlip } from '../support/stage';
import { off, on, quiet } from '../support/steps';

const random16 = (): string => toHex(random(16));

describe.each(await cores())('closing a support, with the %s core', (_name, core) => {
  test('after the programme\'s number of conversations the supporter is asked, and "not now" is quiet for a week', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await visits(scene, 4);
    must(await supporter.engine.countContact(circleId, 'phone'));
    expect(await supportOf(supporter, circleId), 'two contacts on one day are one conversation').toMatchObject({ conversations: 4, askToClose: false });
    await later(server, DAY_MS, supporter, parent);
    must(await supporter.engine.countContact(circleId, 'phone'));
    expect(await supportOf(supporter, circleId)).toMatchObject({ conversations: 5, range: { least: 3, most: 5 }, programme: null, askToClose: true, feedbackOffered: true });
    await settle();
    expect((await supportOf(parent, circleId)).askToClose, 'a parent is not asked').toBe(false);
    must(await supporter.engine.closeNotNow(circleId));
    expect((await supportOf(supporter, circleId)).askToClose).toBe(false);
    await later(server, 6 * DAY_MS, supporter);
    expect((await supportOf(supporter, circleId)).askToClose).toBe(false);
    await later(server, DAY_MS, supporter);
    expect((await supportOf(supporter, circleId)).askToClose).toBe(true);
  });

  test('both see it in plain words, write on, and either takes it back', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const before_ms = server.clock.nowMs();
    await closed(scene);
    for (const person of [supporter, parent]) {
      const { closing } = await supportOf(person, circleId);
      expect(closing).toMatchObject({ outcome: 'completed', author: 'Stina', mine: person === supporter });
      expect(closing!.openUntilMs - CLOSING_GRACE_MS).toBeGreaterThanOrEqual(before_ms);
      expect(acts(await person.view(circleId))).toEqual([{ type: 'closing', outcome: 'completed' }]);
    }
    expect(await supporter.engine.closeSupport(circleId, 'declined')).toMatchObject({ ok: false, code: 'not_now' });
    must(await parent.engine.send(circleId, 'Tack för allt'));
    await until(server, async () => (await supporter.texts(circleId)).length === 1, 'written in the grace time');
    must(await parent.engine.takeBackClosing(circleId));
    await until(server, async () => (await supportOf(supporter, circleId)).closing === null, 'taken back');
    expect(await supporter.engine.takeBackClosing(circleId)).toMatchObject({ ok: false, code: 'not_now' });
    await later(server, CLOSING_GRACE_MS + DAY_MS, supporter, parent);
    await settle();
    expect((await supporter.texts(circleId)).map((t) => t.text)).toEqual(['Tack för allt']);
    expect(tallied(server).filter((one) => one.startsWith('closing'))).toEqual([]);
    must(await supporter.engine.closeSupport(circleId, 'further_support'));
    await until(server, async () => (await supportOf(parent, circleId)).closing?.outcome === 'further_support', 'closed once more');
  });

  test('a parent neither closes nor asks, a supporter neither objects nor feels', async () => {
    const { supporter, parent, circleId } = await pair(core);
    expect(await parent.engine.closeSupport(circleId, 'completed')).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await parent.engine.askFeedback(circleId)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await parent.engine.closeNotNow(circleId)).toMatchObject({ ok: false, code: 'not_allowed' });
    const { id } = must(await supporter.engine.countContact(circleId, 'visit'));
    expect(await supporter.engine.objectContact(circleId, id, true)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await supporter.engine.answerFeeling(circleId, 'first', 3, true)).toMatchObject({ ok: false, code: 'not_allowed' });
  });

  test('at its end both have a receipt and nothing else, and outcome and conversations are counted once', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await supporter.engine.renameCircle(circleId, 'Samtal 7'));
    await parentSlip(supporter, circleId);
    const began = dayOf(server.clock.nowMs());
    await visits(scene, 3);
    must(await supporter.engine.send(circleId, 'Vi ses'));
    await until(server, async () => (await parent.texts(circleId)).length === 1, 'read');
    await later(server, UNDO_MS, supporter, parent);
    await closed(scene);
    const day = dayOf(server.clock.nowMs());
    expect(server.slips.size).toBeGreaterThan(0);
    await graceOver(scene, supporter, parent);
    await until(server, () => server.circles.get(circleId)?.acked.size === 0, 'nobody is in it any more');
    await later(server, UNDO_MS, supporter, parent);
    await until(server, () => tallied(server).some((one) => one.startsWith('conv')), 'counted');
    await later(server, DAY_MS, supporter, parent);
    await settle();
    expect(tallied(server)).toEqual(['closing:completed', 'contact:dialogue', 'contact:visit', 'contact:visit', 'contact:visit', 'conversations:3-5']);
    for (const tally of server.tallies.values()) expect(tally.tags).toHaveLength(1);
    const tagsOf = (series: string) => [...server.tallies.values()].find(({ counted }) => counted.series === series)!.tags[0]!.tag;
    expect(tagsOf('closing'), 'the same parent as the contacts').toEqual(tagsOf('contact'));
    expect([...server.slips.values()].filter((slip) => slip.circle === circleId && !slip.usedBy), 'no slip leads into it').toEqual([]);
    const receipt = { organisation: 'Krisstödet', beganDay: began, endedDay: day, outcome: 'completed', contacts: { visit: 3, dialogue: 1 } };
    expect(supporter.snapshot.receipts).toMatchObject([{ ...receipt, title: 'Samtal 7' }]);
    expect(parent.snapshot.receipts).toMatchObject([{ ...receipt, title: '' }]);
    expect(JSON.stringify([supporter.snapshot.receipts, parent.snapshot.receipts])).not.toMatch(/Stina|Amina|Vi ses/);
    expect(await supporter.engine.circle(circleId)).toMatchObject({ ok: false, code: 'circle_unknown' });
    expect(parent.snapshot).toMatchObject({ circles: [], problem: null });
    await off(parent);
    await on(parent);
    const [one] = parent.snapshot.receipts;
    must(await parent.engine.deleteReceipt(one!.id));
    expect(parent.snapshot.receipts).toEqual([]);
    expect(await parent.engine.deleteReceipt(one!.id)).toMatchObject({ ok: false, code: 'unknown' });
  });

  test('counts that wait are sent after the keys are gone, from a device that was away at the end', async () => {
    const scene = await pair(core);
    const { server, supporter, parent } = scene;
    await closed(scene);
    await off(supporter);
    server.clock.advance(CLOSING_GRACE_MS + DAY_MS);
    let lost = 0;
    server.intercept = (f) => { if (f.type === 'tally' && ++lost <= 2) { server.drop(); } };
    await on(supporter);
    await until(server, () => ended(supporter), 'ended');
    expect(server.tallies.size).toBe(0);
    await off(supporter);
    server.clock.advance(DAY_MS);
    await on(supporter);
    await until(server, () => tallied(server).length === 2, 'counted later');
    expect(tallied(server)).toEqual(['closing:completed', 'conversations:0']);
    await later(server, UNDO_MS, parent);
  });

  test('the wrong time of a device ends nothing: the server\'s clock does', async () => {
    const scene = await pair(core);
    const { server, parent, circleId } = scene;
    await closed(scene);
    await off(parent);
    parent.clockAheadMs = 30 * DAY_MS;
    await on(parent);
    await until(server, () => parent.snapshot.link === 'online', 'online');
    await settle(200);
    await later(server, 2 * HOUR_MS, parent);
    await settle(200);
    expect((await supportOf(parent, circleId)).closing).not.toBeNull();
    expect(ended(parent)).toBe(false);
    await later(server, CLOSING_GRACE_MS, parent);
    await until(server, () => ended(parent), 'ended by the server\'s clock');
  });

  test('who learns of it late has a day to read, and is told that nobody answers', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await off(parent);
    must(await supporter.engine.send(circleId, 'Hör av dig om du vill'));
    must(await supporter.engine.closeSupport(circleId, 'not_reached'));
    await until(server, () => supporter.snapshot.waiting === 0, 'sent');
    server.clock.advance(CLOSING_GRACE_MS + HOUR_MS);
    await until(server, () => ended(supporter) && server.circles.get(circleId)!.acked.size === 1, 'the supporter is out');
    await on(parent);
    await until(server, async () => (await parent.texts(circleId)).length === 1 && (await supportOf(parent, circleId)).closing !== null, 'read late');
    await until(server, async () => (await parent.items(circleId)).some((i) => i.type === 'notice' && i.notice === 'left'), 'the supporter has left');
    expect(await parent.engine.send(circleId, 'Är du där?')).toMatchObject({ ok: false, code: 'not_a_member' });
    expect(await parent.engine.takeBackClosing(circleId)).toMatchObject({ ok: false, code: 'not_now' });
    server.clock.advance(CLOSING_READ_MS - HOUR_MS);
    await settle();
    expect(ended(parent)).toBe(false);
    server.clock.advance(2 * HOUR_MS);
    await until(server, () => ended(parent), 'gone');
  });

  test('a closing by a device whose clock runs ahead does not put the end off for the others', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const now = server.clock.nowMs.bind(server.clock);
    supporter.clockAheadMs = 400 * DAY_MS;
    await off(supporter);
    await on(supporter);
    must(await supporter.engine.closeSupport(circleId, 'completed'));
    await until(server, async () => (await supportOf(parent, circleId)).closing !== null, 'the parent knows');
    const { endsAtMs } = (await supportOf(parent, circleId)).closing!;
    expect(endsAtMs).toBeLessThanOrEqual(now() + CLOSING_GRACE_MS + DAY_MS);
  });

  test('somebody who comes in while it closes is told', async () => {
    const scene = await pair(core);
    const { server, supporter, circleId } = scene;
    await closed(scene);
    const second = await new Person(server, core).start();
    await joinWith(second, await parentSlip(supporter, circleId), 'Omar');
    await until(server, async () => (await supportOf(second, circleId)).closing !== null, 'told');
    expect((await supportOf(second, circleId)).closing!.openUntilMs).toBe((await supportOf(supporter, circleId)).closing!.openUntilMs);
  });

  test('a week with contact every day is one tally, when it is over', async () => {
    const scene = await pair(core);
    const { server, supporter, parent } = scene;
    await later(server, DAY_MS, supporter, parent);                     // Monday
    await visits(scene, 7);
    await until(server, () => tallied(server).length === 7, 'seven days');
    expect(tallied(server).filter((one) => one === 'contact:visit')).toHaveLength(7);
    expect(tallied(server)).not.toContain('daily_week:daily_contact');
    await later(server, DAY_MS, supporter, parent);
    await later(server, HOUR_MS, supporter, parent);
    await settle();
    await later(server, UNDO_MS, supporter, parent);
    await until(server, () => tallied(server).includes('daily_week:daily_contact'), 'the week');
    await off(supporter);
    await on(supporter);
    await later(server, 7 * DAY_MS, supporter);
    await later(server, UNDO_MS, supporter);
    expect(tallied(server).filter((one) => one.startsWith('daily'))).toHaveLength(1);
  });
});

test('what a dishonest client says beyond its role changes nothing', async () => {
  const scene = await pair(glassCore());
  const { server, supporter, parent, circleId } = scene;
  const { id } = must(await supporter.engine.countContact(circleId, 'visit'));
  await quiet(scene);
  const stateOf = async (person: Person): Promise<FakeCircle> =>
    FakeCircle.restore((await backup(person.database)).find(({ key }) => String(key) === `state,${circleId}`)!.value as Uint8Array);
  const slip = async (person: Person, act: Content) => {
    const { epoch, blob } = (await stateOf(person)).send(act, random16(), server.clock.nowMs());
    server.append(circleId, 'message', random16(), epoch, blob);
    server.publish();
    await settle(100);
  };
  await slip(parent, { type: 'closing', outcome: 'completed' });
  expect(acts(await supporter.view(circleId))).toEqual([]);
  await slip(supporter, { type: 'feedbackAnswer', target: id, yes: true });
  await slip(supporter, { type: 'objection', target: id, stands: true });
  expect(acts(await parent.view(circleId))).toEqual([]);
  const { memberId } = (await supporter.view(circleId)).members.find((m) => m.me)!;
  const before: Content = { type: 'before', textId: random16(), authorId: memberId, role: 'supporter', name: 'Stina', writtenAtMs: 1, text: 'påhittat' };
  await slip(supporter, before);
  expect(await parent.texts(circleId), 'only parents give on what was written').toEqual([]);
  await slip(parent, { type: 'comeAsk', purpose: 'handover', name: '' });
  await slip(parent, { type: 'away', firstDay: 1, lastDay: 99_999, coverMemberId: null, text: '' });
  expect((await supporter.view(circleId)).coming.asks).toEqual([]);
  expect((await supporter.view(circleId)).away).toEqual([]);
  // the same way, by those who may: so that the test shows that it can
  await slip(parent, before);
  expect((await supporter.texts(circleId)).map(({ text }) => text)).toEqual(['påhittat']);
  await slip(parent, { type: 'objection', target: id, stands: true });
  expect(acts(await supporter.view(circleId))).toHaveLength(1);
});
