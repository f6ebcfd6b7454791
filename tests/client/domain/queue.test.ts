/** The open door: posters, the queue, two supporters at once, what is written while waiting, over the fake server. */
import { describe, expect, test } from 'vitest';
import { doorMark } from '../../../client-web/src/domain/doors';
import { cores } from '../support/cores';
import { TAKEN_FOR_MS } from '../support/fake_queue';
import { Refusal } from '../support/fake_server';
import { ASSOCIATION, ORGANISATION } from '../support/organisations';
import { during, must, Person, PIN, settle, until } from '../support/person';
import { notices, off, on, online, words } from '../support/steps';
import { comeBy, doorway, waits } from '../support/doorway';

describe.each(await cores())('the open door, with the %s core', (_name, core) => {
  test('a parent chooses, writes, is taken by the first who is free, and what she wrote arrives once, in order', async () => {
    const { server, supporters: [stina, sven], poster } = await doorway(core, 2);
    const amina = await comeBy(server, core, poster, 'Amina', 0);
    expect(amina.snapshot).toMatchObject({ stage: 'open', role: 'parent', circles: [], organisation: { name: ORGANISATION.name } });
    expect(amina.snapshot.wait).toMatchObject({ ahead: 0, taken: false, trouble: null, others: [{ organisation: { name: ASSOCIATION.name } }] });
    for (const text of ['ett', 'två', 'tre']) must(await amina.engine.waitWrite(text));
    must(await amina.engine.waitRemove(amina.snapshot.wait!.texts[1]!.id));
    must(await amina.engine.waitDraft('halvt'));
    await until(server, () => stina!.snapshot.queue?.waiting === 1 && sven!.snapshot.queue?.waiting === 1, 'both see her');
    const [first, second] = await Promise.all([stina!, sven!].map((one) => during(server, one.engine.takeNext())));
    const results = [first!, second!];
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => !one.ok)).toMatchObject({ code: 'queue_empty' });
    const taker = first!.ok ? stina! : sven!;
    const circleId = must(results.find((one) => one.ok)!).circleId;
    expect((await taker.view(circleId)).members).toHaveLength(1);
    await until(server, () => amina.snapshot.circles.length === 1, 'she is in');
    expect(amina.snapshot.wait).toBeNull();
    await until(server, async () => (await taker.texts(circleId)).length === 2, 'her words');
    expect(await words(taker, circleId)).toEqual(['ett', 'tre']);
    expect((await amina.view()).draft).toBe('halvt');
    expect(await notices(amina)).toContain('line_open');
    expect(taker.snapshot.circles[0]).toMatchObject({ alone: false, onTheWay: false });
    expect(server.queue.places).toEqual([]);
    await until(server, () => stina!.snapshot.queue?.waiting === 0 && !taker.snapshot.queue?.taking, 'nobody waits');
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('order, an honest place, switching to the end of the other queue, and taken means not switched', async () => {
    const { server, supporters: [stina], poster } = await doorway(core, 1);
    const people = [];
    for (const name of ['A', 'B', 'C']) people.push(await comeBy(server, core, poster, name, 0));
    const [a, b, c] = people as [Person, Person, Person];
    expect([a, b, c].map((one) => one.snapshot.wait!.ahead)).toEqual([0, 1, 2]);
    must(await during(server, b.engine.waitSwitch(1)));
    expect(b.snapshot.wait).toMatchObject({ ahead: 0, organisation: { name: ASSOCIATION.name } });
    await until(server, () => c.snapshot.wait!.ahead === 1, 'C moves up');
    server.intercept = (f) => { if (f.type === 'wait_give') throw new Refusal('internal'); };
    void stina!.engine.takeNext();
    await until(server, () => a.snapshot.wait!.taken, 'somebody is about to answer');
    expect(await during(server, a.engine.waitSwitch(1))).toMatchObject({ ok: false, code: 'not_waiting' });
    server.intercept = null;
    await until(server, () => a.snapshot.circles.length === 1, 'in');
    expect(c.snapshot.wait!.ahead).toBe(0);
    expect(stina!.snapshot.queue!.waiting).toBe(1);
  });

  test('whoever stops waiting is forgotten on both sides, and may come again', async () => {
    const { server, poster, supporters: [stina] } = await doorway(core, 1);
    const amina = await comeBy(server, core, poster, 'Amina', 0);
    const { size } = server.devices;
    must(await during(server, amina.engine.waitEnd(false)));
    expect(amina.snapshot).toMatchObject({ stage: 'fresh', wait: null });
    expect(server.queue.places).toEqual([]);
    expect(server.devices.size).toBe(size - 1);
    expect(await during(server, stina!.engine.takeNext())).toMatchObject({ ok: false, code: 'queue_empty' });
    must(await during(server, amina.engine.openSlip(poster)));
    must(await during(server, amina.engine.join('Amina', PIN, 1)));
    await waits(amina);
  });

  test('one who leaves after being taken: the circle goes, and the supporter is told', async () => {
    const { server, poster, supporters: [stina] } = await doorway(core, 1);
    const amina = await comeBy(server, core, poster, 'Amina', 0);
    let given = false;
    server.intercept = (f) => { if (f.type === 'wait_give' && !given) { given = true; server.forgetWaiting(server.queue.places[0]!.device); } };
    expect(await during(server, stina!.engine.takeNext())).toMatchObject({ ok: false, code: 'not_waiting' });
    await until(server, () => stina!.snapshot.circles.length === 0, 'nothing of it is left');
    await until(server, () => [...server.circles.values()].every((circle) => circle.acked.size === 0), 'the server has no member');
    await until(server, () => [...server.slips.values()].every((slip) => slip.circle === null), 'nor a slip');
    expect(amina.snapshot.circles).toEqual([]);
  });

  test('given, and she is in before the supporter\'s device comes back: nobody takes the circle away', async () => {
    const { server, poster, supporters: [stina] } = await doorway(core, 1);
    const amina = await comeBy(server, core, poster, 'Amina', 0);
    must(await amina.engine.waitWrite('hej'));
    server.intercept = (f) => { if (f.type === 'wait_give') stina!.fate.dead = true; };
    void stina!.engine.takeNext();
    await until(server, () => amina.snapshot.circles.length === 1 && amina.snapshot.waiting === 0, 'in');
    server.intercept = null;
    await on(stina!);
    await until(server, () => stina!.snapshot.queue?.taking === false, 'done');
    await until(server, async () => (await words(stina!)).join() === 'hej', 'heard');
    expect((await amina.view()).members).toHaveLength(2);
  });

  test('an answer that the poster does not open is said plainly, and a right one afterwards goes through', async () => {
    const { server, poster, supporters: [stina] } = await doorway(core, 1);
    const amina = await comeBy(server, core, poster, 'Amina', 0);
    const place = server.queue.places[0]!;
    const other = core.slipNew('typed').text;
    Object.assign(place, { sealed: core.sealForWaiting(other, place.waitId, place.key, core.slipNew('qr').text), taker: 'somebody' });
    server.tellQueues();
    await until(server, () => amina.snapshot.wait?.trouble === 'unopened', 'she is told');
    expect(amina.snapshot.circles).toEqual([]);
    Object.assign(place, { sealed: null, taker: null });
    must(await during(server, stina!.engine.takeNext()));
    await until(server, () => amina.snapshot.circles.length === 1, 'in');
  });

  test('no place: she is told which limit it is, keeps nothing, and chooses another', async () => {
    const { server, poster } = await doorway(core, 0);
    const amina = await new Person(server, core).start();
    must(await during(server, amina.engine.openSlip(poster)));
    expect(amina.snapshot.slip?.door?.map((one) => one.organisation.name)).toEqual([ORGANISATION.name, ASSOCIATION.name]);
    expect(await amina.engine.join('Amina', PIN)).toMatchObject({ ok: false, code: 'slip_is_door' });
    server.intercept = (f) => { if (f.type === 'wait_begin' && f.organisation === 0) throw new Refusal('queue_full'); };
    expect(await during(server, amina.engine.join('Amina', PIN, 0))).toMatchObject({ ok: false, code: 'queue_full' });
    await until(server, () => amina.snapshot.stage === 'slip', 'may choose again');
    expect(amina.snapshot).toMatchObject({ slip: { role: 'parent' }, problem: { code: 'queue_full' } });
    must(await during(server, amina.engine.join('Amina', PIN, 1)));
    await waits(amina);
  });

  test('a supporter without the poster sees that somebody waits, by which, and adds it', async () => {
    const { server, coordinator, poster, selector, supporters: [stina] } = await doorway(core, 1, { added: false });
    await comeBy(server, core, poster, 'Amina', 0);
    await until(server, () => stina!.snapshot.queue?.waiting === 1, 'seen');
    expect(stina!.snapshot.queue).toMatchObject({ doors: [{ mark: doorMark(selector), known: false }], posters: [] });
    expect(await during(server, stina!.engine.takeNext())).toMatchObject({ ok: false, code: 'queue_empty' });
    expect(server.seen.some((f) => f.type === 'queue_take')).toBe(false);
    expect(await during(server, stina!.engine.joinAnother(poster))).toMatchObject({ ok: false, code: 'slip_is_door' });
    must(await during(server, stina!.engine.addPoster(poster)));
    expect(stina!.snapshot.queue!.doors[0]!.known).toBe(true);
    must(await during(server, stina!.engine.takeNext()));
    const slip = core.slipNew('qr');
    server.staffSlip(slip.selector, slip.token, 'lead');
    expect(await during(server, stina!.engine.addPoster(slip.text))).toMatchObject({ ok: false, code: 'not_a_door' });
    expect(coordinator.snapshot.queue!.posters).toMatchObject([{ selector, made: true }]);
  });

  test('posters: limits, a second draw, taken away, past their day', async () => {
    const { server, coordinator, supporters: [stina], selector } = await doorway(core, 1);
    for (const days of [0, 401, 1.5]) expect(await coordinator.engine.makePoster({ days, words: '' })).toMatchObject({ ok: false, code: 'bad_expiry' });
    expect(await coordinator.engine.makePoster({ days: 9, words: 'å'.repeat(121) })).toMatchObject({ ok: false, code: 'text_too_long' });
    expect(await stina!.engine.makePoster({ days: 9, words: '' })).toMatchObject({ ok: false, code: 'not_allowed' });
    let drawn = 0;
    server.intercept = (f) => { if (f.type === 'door_make' && ++drawn < 3) throw new Refusal('slip_selector_taken'); };
    must(await during(server, coordinator.engine.makePoster({ days: 1, words: 'å'.repeat(120) })));
    expect(coordinator.snapshot.queue!.posters).toHaveLength(2);
    server.intercept = (f) => { if (f.type === 'door_make') throw new Refusal('door_limit'); };
    expect(await during(server, coordinator.engine.makePoster({ days: 9, words: '' }))).toMatchObject({ ok: false, code: 'door_limit' });
    server.intercept = (f) => { if (f.type === 'door_make') { server.intercept = null; server.drop(); } };
    expect(await during(server, coordinator.engine.makePoster({ days: 1, words: '' }))).toMatchObject({ ok: false, code: 'offline' });
    expect(coordinator.snapshot.queue!.posters, 'what may not be with the server is not shown').toHaveLength(2);
    await until(server, () => coordinator.snapshot.queue!.posters.length === 3, 'said again at the next login');
    must(await during(server, coordinator.engine.revokePoster(selector)));
    expect(server.queue.doors.has(selector)).toBe(false);
    expect(coordinator.snapshot.queue!.posters).toHaveLength(2);
    server.clock.advance(2 * 86_400_000);
    await settle();
    await online(coordinator);
    expect(coordinator.snapshot.queue!.posters).toEqual([]);
  });

  test('a place in the queue survives the lock; what a taker left undone for half an hour goes back', async () => {
    const { server, poster, supporters: [stina, sven] } = await doorway(core, 2);
    const amina = await comeBy(server, core, poster, 'Amina', 0);
    must(await amina.engine.waitWrite('är någon där?'));
    await off(amina);
    await on(amina);
    await online(amina, stina!, sven!);
    expect(amina.snapshot.wait!.texts.map(({ text }) => text)).toEqual(['är någon där?']);
    server.intercept = (f) => { if (f.type === 'wait_give') throw new Refusal('internal'); };
    void stina!.engine.takeNext();
    await until(server, () => stina!.snapshot.circles.length === 1, 'taken');
    await off(stina!);
    server.intercept = null;
    server.clock.advance(TAKEN_FOR_MS + 1000);
    await settle();
    await online(amina, sven!);
    const { circleId } = must(await during(server, sven!.engine.takeNext()));
    await until(server, async () => (await sven!.texts(circleId)).length === 1, 'with the colleague');
    await on(stina!);
    await until(server, () => stina!.snapshot.circles.length === 0 && !stina!.snapshot.queue?.taking, 'the first one\'s circle is gone');
    expect((await amina.view()).members).toHaveLength(2);
  });

  test.each([[29.5, 1], [30, 0]])('a press that the server never heard is made good for half an hour: after %s minutes %s', async (minutes, circles) => {
    const { server, poster, supporters: [stina] } = await doorway(core, 1);
    await comeBy(server, core, poster, 'Amina', 0);
    await until(server, () => stina!.snapshot.queue?.waiting === 1, 'seen');
    const pressedMs = server.clock.nowMs();
    server.intercept = (f) => { if (f.type === 'queue_take') server.drop(); };
    expect(await during(server, stina!.engine.takeNext())).toMatchObject({ ok: false, code: 'offline' });
    await off(stina!);
    server.intercept = null;
    server.clock.advance(pressedMs + minutes * 60_000 - server.clock.nowMs());
    await settle();
    await on(stina!);
    await online(stina!);
    await until(server, () => stina!.snapshot.queue?.taking === false, 'taken or forgotten');
    expect(stina!.snapshot.circles).toHaveLength(circles);
  });
});
