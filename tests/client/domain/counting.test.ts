import { describe, expect, test } from 'vitest';
import { civilOf, dayOf, sameMonth } from '../../../client-web/src/domain/days';
import { chooseSpan, NEXT_SPAN_WITHIN_DAYS } from '../../../client-web/src/domain/tally';
import { NOON_MS } from '../support/clock';
import { cores } from '../support/cores';
import { during, must, Person, PIN, settle, until } from '../support/person';
import { joinWith, pair, parentSlip } from '../support/stage';

const UNDO_MS = 600_000;

describe.each(await cores())('counting, with the %s core', (_name, core) => {
  test('one tap: everyone sees it at once, the tally goes when the undo time is over, once', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    must(await supporter.engine.countContact(circleId, 'visit'));
    await until(server, async () => (await parent.view(circleId)).counted.visit === 1, 'the parent sees it');
    const contact = (await supporter.items(circleId)).find((i) => i.type === 'contact');
    expect(contact).toMatchObject({ kind: 'visit', day: dayOf(server.clock.nowMs()), undone: false });
    expect(contact?.type === 'contact' && contact.undoUntilMs).toBeGreaterThan(server.clock.nowMs());
    expect(server.tallies.size).toBe(0);
    // the answer to the first try is lost: the same id again
    let tries = 0;
    server.intercept = (f) => { if (f.type === 'tally' && ++tries === 1) { server.tallies.set(f.tally_id, f); server.drop(); } };
    server.clock.advance(UNDO_MS);
    await until(server, () => tries >= 2, 'two tries');
    await settle();
    expect(server.tallies.size).toBe(1);
    const [tally] = server.tallies.values();
    expect(tally).toMatchObject({ counted: { series: 'contact', value: 'visit' }, span_id: 1 });
    expect(tally?.tags).toHaveLength(1);
    expect(JSON.stringify(tally)).not.toContain(circleId);
    const after = (await supporter.items(circleId)).find((i) => i.type === 'contact');
    expect(after?.type === 'contact' && after.undoUntilMs).toBeNull();
    if (after) expect(await supporter.engine.undoContact(circleId, after.id)).toMatchObject({ ok: false, code: 'not_now' });
  });

  test('undone in time is never sent, over a restart too', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const { id } = must(await supporter.engine.countContact(circleId, 'phone'));
    await until(server, async () => (await parent.view(circleId)).counted.phone === 1, 'seen');
    must(await supporter.engine.undoContact(circleId, id));
    await until(server, async () => (await parent.view(circleId)).counted.phone === undefined, 'undone at the parent');
    await supporter.start();
    must(await during(server, supporter.engine.unlock(PIN)));
    server.clock.advance(2 * UNDO_MS);
    await settle();
    expect(server.tallies.size).toBe(0);
  });

  test('a dialogue counts itself, once a day, for the parent who took part', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    must(await parent.engine.send(circleId, 'hej'));
    must(await supporter.engine.send(circleId, 'hej du'));
    await until(server, async () => (await parent.view(circleId)).counted.dialogue === 1, 'seen by the parent');
    expect(supporter.snapshot.circles[0]?.unread).toBe(1);
    expect(parent.snapshot.circles[0]?.unread).toBe(1);
    server.clock.advance(UNDO_MS);
    await until(server, () => server.tallies.size === 1, 'the tally');
    server.clock.advance(24 * 3_600_000);
    await until(server, () => supporter.snapshot.link === 'online' && parent.snapshot.link === 'online', 'online the next day');
    must(await parent.engine.send(circleId, 'god morgon'));
    await until(server, async () => (await supporter.view(circleId)).counted.dialogue === 2, 'a new day');
    server.clock.advance(UNDO_MS);
    await until(server, () => server.tallies.size === 2, 'two tallies');
    expect([...server.tallies.values()].map((t) => t.counted.value)).toEqual(['dialogue', 'dialogue']);
  });

  test('with two parents a dialogue waits for the end of the day, and counts those who wrote', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const second = await new Person(server, core).start();
    await joinWith(second, await parentSlip(supporter, circleId), 'Omar');
    await until(server, async () => (await supporter.view(circleId)).members.length === 3, 'three');
    must(await parent.engine.send(circleId, 'bara jag skriver'));
    await until(server, async () => (await supporter.view(circleId)).counted.dialogue === 1, 'counted');
    server.clock.advance(UNDO_MS);
    await settle();
    const text = (await supporter.texts(circleId))[0];
    expect(text?.author).toBe('Amina');
    server.clock.advance(13 * 3_600_000);
    await until(server, () => server.tallies.size === 1, 'the tally');
    expect([...server.tallies.values()][0]?.tags).toHaveLength(1);
  });

  test('a closed span: the next one takes the tally', async () => {
    const { server, supporter, circleId } = await pair(core);
    must(await supporter.engine.countContact(circleId, 'meeting'));
    await settle();
    const today = dayOf(server.clock.nowMs());
    server.spans = [{ span_id: 2, first_day: today + 1, last_day: today + 90 }];   // not told to anybody
    server.clock.advance(UNDO_MS);
    await settle();
    expect(server.tallies.size).toBe(0);
    server.setSpans(server.spans);
    await until(server, () => server.tallies.size === 1, 'counted in the next span');
    expect([...server.tallies.values()][0]?.span_id).toBe(2);
  });

  test('a contact after the last day of a quarter waits until its own quarter is open', async () => {
    const { server, supporter, circleId } = await pair(core);
    const today = dayOf(server.clock.nowMs());
    const quarter = { span_id: 1, first_day: today - 89, last_day: today - 1 };
    server.setSpans([quarter]);                      // its 72 hours are not over
    must(await supporter.engine.countContact(circleId, 'visit'));
    await settle();
    server.clock.advance(UNDO_MS);
    await settle();
    expect(server.tallies.size).toBe(0);
    server.setSpans([{ span_id: 2, first_day: today, last_day: today + 90 }]);
    await until(server, () => server.tallies.size === 1, 'counted in its own quarter');
    expect([...server.tallies.values()][0]?.span_id).toBe(2);
  });

  test('a span that runs on over New Year counts a parent once in its year', async () => {
    const { server, supporter, circleId } = await pair(core);
    const today = dayOf(server.clock.nowMs());
    server.setSpans([{ span_id: 1, first_day: today - 10, last_day: today + 400 }]);
    must(await supporter.engine.countContact(circleId, 'visit'));
    await settle();
    server.clock.advance(UNDO_MS);
    await until(server, () => server.tallies.size === 1, 'before New Year');
    server.clock.advance(220 * 24 * 3_600_000);
    await until(server, () => supporter.snapshot.link === 'online', 'online the next year');
    expect(civilOf(dayOf(server.clock.nowMs())).year).toBe(civilOf(today).year + 1);
    must(await supporter.engine.countContact(circleId, 'visit'));
    await settle();
    server.clock.advance(UNDO_MS);
    await until(server, () => server.tallies.size === 2, 'after New Year');
    const [before, after] = [...server.tallies.values()].map((t) => t.tags[0]);
    expect(after?.year_tag).toEqual(before?.year_tag);
    expect(after?.day_tag).not.toEqual(before?.day_tag);
  });

  test('only a supporter counts, and only where a parent is', async () => {
    const { supporter, parent, circleId } = await pair(core);
    expect(await parent.engine.countContact(circleId, 'visit')).toMatchObject({ ok: false, code: 'not_allowed' });
    const { circleId: empty } = must(await supporter.engine.newCircle('Tom'));
    expect(await supporter.engine.countContact(empty, 'visit')).toMatchObject({ ok: false, code: 'bad_contact' });
  });
});

describe('days and spans', () => {
  test('the civil day is Stockholm time', () => {
    const midsummer = dayOf(NOON_MS);
    expect(civilOf(midsummer)).toEqual({ year: 2026, month: 6, day: 14 });
    expect(dayOf(Date.UTC(2026, 5, 14, 21, 59))).toBe(midsummer);
    expect(dayOf(Date.UTC(2026, 5, 14, 22, 0))).toBe(midsummer + 1);
    expect(dayOf(Date.UTC(2026, 11, 31, 22, 59))).toBe(dayOf(Date.UTC(2026, 11, 31)));
    expect(sameMonth(midsummer, midsummer + 16)).toBe(true);
    expect(sameMonth(midsummer, midsummer + 17)).toBe(false);
  });
  test('the span that covers the day, else the next open one; the next to come is waited for', () => {
    const spans = [{ span_id: 2, first_day: 200, last_day: 299 }, { span_id: 1, first_day: 100, last_day: 199 }];
    expect(chooseSpan(spans, 150, [])?.span_id).toBe(1);
    expect(chooseSpan(spans, 150, [1])?.span_id).toBe(2);
    expect(chooseSpan(spans, 50, [])?.span_id).toBe(1);
    expect(chooseSpan(spans, 300, [])).toBeNull();
    expect(chooseSpan(spans, 299 + NEXT_SPAN_WITHIN_DAYS, [])).toBeNull();
    // no server is so late: this clock runs ahead
    expect(chooseSpan(spans, 300 + NEXT_SPAN_WITHIN_DAYS, [])?.span_id).toBe(2);
    expect(chooseSpan(spans, 150, [1, 2])).toBeNull();
  });
});
