/** A supporter is away: seen by everybody, over by itself, taken back early; impossible days change nothing. */
import { describe, expect, test } from 'vitest';
import { AWAY_AHEAD_DAYS, AWAY_TEXT_MAX_CHARS, type AwayView } from '../../../client-web/src/domain/api';
import { absencesOf } from '../../../client-web/src/domain/absence';
import type { Act, Member } from '../../../client-web/src/domain/crypto_port';
import { dayOf } from '../../../client-web/src/domain/days';
import type { ActRec } from '../../../client-web/src/domain/records';
import { awayFault, dayOfField, fieldOfDay } from '../../../client-web/src/ui/state/away';
import { asked, colleague, slipFor } from '../support/coming';
import { DAY_MS, later } from '../support/closing';
import { cores } from '../support/cores';
import { must, Person, until } from '../support/person';
import { joinWith, pair, parentSlip } from '../support/stage';

const awayOf = async (person: Person, circleId: string): Promise<AwayView[]> => (await person.view(circleId)).away;

describe.each(await cores())('an absence, with the %s core', (_name, core) => {
  test('is seen with who answers, by newcomers too, and is over with its last day', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const yusuf = await colleague(scene, await slipFor(scene, await asked(scene, 'beside', 'nothing')));
    const day = dayOf(server.clock.nowMs());
    const cover = (await supporter.view(circleId)).members.find((m) => m.name === 'Yusuf')!.memberId;
    must(await supporter.engine.setAway(circleId, { firstDay: day + 1, lastDay: day + 2, coverMemberId: cover, text: ' På kurs ' }));
    await until(server, async () => (await awayOf(parent, circleId)).length === 1 && (await awayOf(yusuf, circleId)).length === 1, 'seen');
    const seen = { mine: false, name: 'Stina', firstDay: day + 1, lastDay: day + 2, now: false, cover: 'Yusuf', coverIsMe: false, text: 'På kurs' };
    expect((await awayOf(parent, circleId))[0]).toMatchObject(seen);
    expect((await awayOf(yusuf, circleId))[0]).toMatchObject({ ...seen, coverIsMe: true });
    expect((await awayOf(supporter, circleId))[0]).toMatchObject({ ...seen, mine: true });
    const omar = await new Person(server, core).start();
    await joinWith(omar, await parentSlip(supporter, circleId), 'Omar');
    await until(server, async () => (await awayOf(omar, circleId)).length === 1, 'who comes later sees it');
    await later(server, DAY_MS, supporter, parent, yusuf);
    expect((await awayOf(parent, circleId))[0]).toMatchObject({ now: true });
    must(await yusuf.engine.leaveCircle(circleId));
    await until(server, async () => (await parent.view(circleId)).members.length === 3, 'Yusuf has left');
    expect((await awayOf(parent, circleId))[0], 'who has left answers nobody').toMatchObject({ cover: '' });
    await later(server, 2 * DAY_MS, supporter, parent);
    expect([await awayOf(parent, circleId), await awayOf(supporter, circleId)]).toEqual([[], []]);
  });

  test('a newer one replaces it; it ends early by the one who is away alone', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const day = dayOf(server.clock.nowMs());
    const from = (first: number, last: number) => supporter.engine.setAway(circleId, { firstDay: day + first, lastDay: day + last, coverMemberId: null, text: '' });
    must(await from(0, 3));
    must(await from(0, 5));
    await until(server, async () => (await awayOf(parent, circleId))[0]?.lastDay === day + 5, 'the newer one');
    const [{ id } = { id: '' }] = await awayOf(parent, circleId);
    expect(await awayOf(parent, circleId)).toHaveLength(1);
    expect(await parent.engine.endAway(circleId, id)).toMatchObject({ ok: false, code: 'not_now' });
    must(await supporter.engine.endAway(circleId, id));
    await until(server, async () => (await awayOf(parent, circleId)).length === 0, 'back');
    expect(await supporter.engine.endAway(circleId, id)).toMatchObject({ ok: false, code: 'not_now' });
  });

  test('what cannot be is refused and changes nothing', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const day = dayOf(server.clock.nowMs());
    const good = { firstDay: day, lastDay: day, coverMemberId: null, text: '' };
    const members = (await supporter.view(circleId)).members;
    const refused = async (change: object, code: string, who = supporter) =>
      expect(await who.engine.setAway(circleId, { ...good, ...change })).toMatchObject({ ok: false, code });
    await refused({ firstDay: day - 1 }, 'not_allowed');
    await refused({ firstDay: day + 1 }, 'not_allowed');
    await refused({ lastDay: day + AWAY_AHEAD_DAYS + 1 }, 'not_allowed');
    await refused({ lastDay: day + 0.5 }, 'not_allowed');
    await refused({ lastDay: Number.NaN }, 'not_allowed');
    await refused({ text: 'å'.repeat(AWAY_TEXT_MAX_CHARS + 1) }, 'text_too_long');
    await refused({ coverMemberId: 'ab'.repeat(16) }, 'not_a_member');
    for (const { memberId } of members) await refused({ coverMemberId: memberId }, 'not_a_member');
    await refused({}, 'not_allowed', parent);
    expect(await awayOf(supporter, circleId)).toEqual([]);
    must(await supporter.engine.setAway(circleId, { ...good, lastDay: day + AWAY_AHEAD_DAYS, text: 'å'.repeat(AWAY_TEXT_MAX_CHARS) }));
  });
});

test('another supporter cannot call somebody back, and who has left is not away', () => {
  const rec = (id: string, memberId: string, act: Act, order: number): ActRec =>
    ({ type: 'act', circleId: 'c', order, id, memberId, mine: false, act, sentAtMs: 0, delivery: 'delivered', seen: true, learnedAtMs: 0 });
  const away = rec('1', 'a', { type: 'away', firstDay: 5, lastDay: 6, coverMemberId: null, text: '' }, 0);
  const member = (memberId: string, here = true): Member => ({ memberId, role: 'supporter', name: '', me: false, deviceIds: here ? ['d'] : [], countable: false });
  const ids = (items: ActRec[], members: Member[], day = 5) => absencesOf(items, members, day).map((one) => one.id);
  expect(ids([away, rec('2', 'b', { type: 'awayBack', target: '1' }, 1)], [member('a'), member('b')])).toEqual(['1']);
  expect(ids([away, rec('2', 'a', { type: 'awayBack', target: '1' }, 1)], [member('a')])).toEqual([]);
  expect(ids([away], [member('a', false)])).toEqual([]);
  expect([ids([away], [member('a')], 6), ids([away], [member('a')], 7)]).toEqual([['1'], []]);
});

test('days as a date field holds them, and what is wrong with them', () => {
  const now_ms = Date.UTC(2026, 10, 28, 23, 30);                     // already the 29th in Stockholm
  expect(fieldOfDay(now_ms)).toBe('2026-11-29');
  const day = dayOfField('2026-11-29')!;
  expect(day).toBe(Date.UTC(2026, 10, 29) / DAY_MS);
  for (const field of ['', '2026-02-30', '2026-13-01', '26-11-29', '2026-11-29x', 'i morgon']) expect(dayOfField(field)).toBeNull();
  expect(awayFault(null, day, now_ms)).toBe('missing');
  expect(awayFault(day, null, now_ms)).toBe('missing');
  expect(awayFault(day + 1, day, now_ms)).toBe('order');
  expect(awayFault(day - 1, day, now_ms)).toBe('past');
  expect(awayFault(day, day + AWAY_AHEAD_DAYS + 1, now_ms)).toBe('far');
  expect(awayFault(day, day + AWAY_AHEAD_DAYS, now_ms)).toBeNull();
});
