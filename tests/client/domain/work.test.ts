/** Assignments, colleagues, talks, and leaving, over the fake server. */
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../client-web/src/domain/days';
import { FakeClock } from '../support/clock';
import { cores } from '../support/cores';
import { FakeServer, Refusal } from '../support/fake_server';
import { during, must, Person, until } from '../support/person';
import { pair, parentSlip, joinWith, staff } from '../support/stage';
import type { CryptoCore } from '../../../client-web/src/domain/crypto_port';

interface Office { server: FakeServer; coordinator: Person; supporter: Person; supporterId: string; today: number }

async function office(core: CryptoCore): Promise<Office> {
  const server = new FakeServer(new FakeClock());
  const coordinator = await staff(server, core, 'coordinator', 'Karin');
  const supporter = await staff(server, core, 'supporter', 'Stina');
  await until(server, () => coordinator.snapshot.work?.colleagues.length === 2, 'both listed');
  const supporterId = coordinator.snapshot.work!.colleagues.find((one) => one.role === 'supporter')!.staffId;
  return { server, coordinator, supporter, supporterId, today: dayOf(server.clock.nowMs()) };
}

async function given(o: Office, dueDay = o.today + 1): Promise<string> {
  must(await during(o.server, o.coordinator.engine.makeAssignment({ label: ' Familj 12 ', staffId: o.supporterId, dueDay })));
  await until(o.server, () => o.supporter.snapshot.work?.assignments.length === 1, 'heard of it');
  return o.supporter.snapshot.work!.assignments[0]!.id;
}

const counted = (server: FakeServer): string[] => [...server.tallies.values()].map((t) => `${t.counted.series} ${t.counted.value}`).sort();
const UNDO_MS = 600_000;

describe.each(await cores())('assignments, with the %s core', (_name, core) => {
  test('one that is given is seen at once, kept, counted in time, and the coordinator sees how it went', async () => {
    const o = await office(core);
    const id = await given(o);
    expect(o.supporter.snapshot.work!.assignments[0]).toMatchObject({ label: 'Familj 12', state: 'open', staffId: null, dueDay: o.today + 1 });
    must(await during(o.server, o.supporter.engine.endAssignment(id, 'contacted', null)));
    await until(o.server, () => o.coordinator.snapshot.work?.assignments[0]?.state === 'contacted', 'the coordinator sees it');
    expect(o.server.tallies.size).toBe(0);
    await o.server.clock.advance(UNDO_MS + 1000);
    await until(o.server, () => o.server.tallies.size === 1, 'counted');
    expect(counted(o.server)).toEqual(['first_contact in_time']);
    expect([...o.server.tallies.values()][0]!.tags).toHaveLength(1);
  });

  test('on the due day it is still in time', async () => {
    const o = await office(core);
    must(await during(o.server, o.supporter.engine.endAssignment(await given(o, o.today), 'contacted', null)));
    await o.server.clock.advance(UNDO_MS + 1000);
    await until(o.server, () => o.server.tallies.size === 1, 'counted');
    expect(counted(o.server)).toEqual(['first_contact in_time']);
  });

  test('after the due day it is late, and not carried out has its outcome', async () => {
    const o = await office(core);
    const late = await given(o, o.today);
    await o.server.clock.advance(86_400_000);
    await until(o.server, () => o.supporter.snapshot.link === 'online' && o.coordinator.snapshot.link === 'online', 'back');
    must(await during(o.server, o.supporter.engine.endAssignment(late, 'contacted', null)));
    must(await during(o.server, o.coordinator.engine.makeAssignment({ label: 'Familj 13', staffId: o.supporterId, dueDay: o.today + 3 })));
    await until(o.server, () => o.supporter.snapshot.work?.assignments.length === 2, 'a second one');
    const second = o.supporter.snapshot.work!.assignments.find((one) => one.id !== late)!.id;
    must(await during(o.server, o.supporter.engine.endAssignment(second, 'not_carried_out', 'declined')));
    await o.server.clock.advance(UNDO_MS + 1000);
    await until(o.server, () => o.server.tallies.size === 4, 'counted');
    expect(counted(o.server)).toEqual(['closing declined', 'conversations 0', 'first_contact late', 'first_contact not_carried_out']);
    const tags = [...o.server.tallies.values()].filter((t) => t.counted.value !== 'late').map((t) => String(t.tags[0]!.tag));
    expect(new Set(tags).size, 'one parent').toBe(1);
    expect(await o.supporter.engine.endAssignment(second, 'contacted', null)).toMatchObject({ ok: false, code: 'assignment_over' });
  });

  test('the wrong button is taken back within the undo time, and then nothing was counted', async () => {
    const o = await office(core);
    const id = await given(o);
    must(await during(o.server, o.supporter.engine.endAssignment(id, 'not_carried_out', 'not_reached')));
    must(await during(o.server, o.supporter.engine.reopenAssignment(id)));
    await until(o.server, () => o.server.work.assignments[0]!.state === 'open', 'open again');
    await o.server.clock.advance(UNDO_MS * 2);
    expect(o.server.tallies.size).toBe(0);
    must(await during(o.server, o.supporter.engine.endAssignment(id, 'contacted', null)));
    await o.server.clock.advance(UNDO_MS + 1000);
    expect(await o.supporter.engine.reopenAssignment(id)).toMatchObject({ ok: false, code: 'not_now' });
  });

  test('offline it is kept, also over a lock, and told at the next login, once', async () => {
    const o = await office(core);
    const id = await given(o);
    o.server.setUp(false);
    must(await o.supporter.engine.endAssignment(id, 'contacted', null));
    expect(o.supporter.snapshot.work!.assignments[0]!.state).toBe('contacted');
    o.server.setUp(true);
    await until(o.server, () => o.server.work.assignments[0]!.state === 'contacted', 'told');
    await o.server.clock.advance(UNDO_MS + 1000);
    await until(o.server, () => o.server.tallies.size === 1, 'counted');
    expect(o.server.seen.filter((f) => f.type === 'assignment_end')).toHaveLength(1);
  });

  test('one that was withdrawn meanwhile counts nothing and says so', async () => {
    const o = await office(core);
    const id = await given(o);
    o.server.intercept = (f) => { if (f.type === 'assignment_end' && f.state === 'contacted') throw new Refusal('assignment_over'); };
    expect(await during(o.server, o.supporter.engine.endAssignment(id, 'contacted', null))).toMatchObject({ ok: false, code: 'assignment_over' });
    await o.server.clock.advance(UNDO_MS * 2);
    expect(o.server.tallies.size).toBe(0);
  });

  test('a circle that is made for it gives the parent who is counted', async () => {
    const o = await office(core);
    const id = await given(o);
    const { circleId } = must(await o.supporter.engine.newCircle('Familj 12', id));
    expect(o.supporter.snapshot.work!.assignments[0]!.circleId).toBe(circleId);
    const parent = await new Person(o.server, core).start();
    await joinWith(parent, await parentSlip(o.supporter, circleId), 'Amina');
    await until(o.server, async () => (await o.supporter.view(circleId)).members.length === 2, 'in');
    must(await o.supporter.engine.countContact(circleId, 'phone'));
    must(await during(o.server, o.supporter.engine.endAssignment(id, 'contacted', null)));
    await o.server.clock.advance(UNDO_MS * 3);
    await until(o.server, () => o.server.tallies.size === 2, 'both counted');
    const [a, b] = [...o.server.tallies.values()].map((t) => String(t.tags[0]!.tag));
    expect(a).toBe(b);
  });

  test('labels and names are one line, and never empty where they say something', async () => {
    const { coordinator, supporterId, today, server } = await office(core);
    const make = (label: string) => coordinator.engine.makeAssignment({ label, staffId: null, dueDay: today });
    for (const bad of ['', '   ', 'a\nb', 'å'.repeat(41)]) expect(await make(bad)).toMatchObject({ ok: false, code: 'bad_label' });
    expect(server.work.assignments).toEqual([]);
    must(await during(server, make('å'.repeat(40))));
    must(await during(server, coordinator.engine.nameColleague(supporterId, 'Stina B.')));
    await until(server, () => coordinator.snapshot.work!.colleagues.some((one) => one.label === 'Stina B.'), 'named');
  });

  test('a supporter asks for a talk, and the coordinator sees it and nothing else', async () => {
    const o = await office(core);
    must(await during(o.server, o.supporter.engine.askTalk(true)));
    const seen = () => o.coordinator.snapshot.work!.colleagues.find((one) => one.staffId === o.supporterId)!.talkSinceDay;
    await until(o.server, () => seen() === o.today, 'seen');
    expect(o.supporter.snapshot.work!.talkSinceDay).toBe(o.today);
    must(await during(o.server, o.coordinator.engine.talkHad(o.supporterId)));
    await until(o.server, () => o.supporter.snapshot.work!.talkSinceDay === null, 'had');
    expect(await o.supporter.engine.talkHad(o.supporterId)).toMatchObject({ ok: false, code: 'not_allowed' });
  });

  test('parents and leads have nothing to do with it', async () => {
    const o = await office(core);
    const lead = await staff(o.server, core, 'lead', 'Lena');
    expect(lead.snapshot.work).toBeNull();
    expect(await lead.engine.makeAssignment({ label: 'a', staffId: null, dueDay: o.today })).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(o.server.seen.filter((f) => f.type === 'assignment_make')).toEqual([]);
  });
});

describe.each(await cores())('a colleague who stops, with the %s core', (_name, core) => {
  test('is out at once; the parent goes on, removes them from the group, and is told in plain words', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const coordinator = await staff(server, core, 'coordinator', 'Karin');
    await until(server, () => (coordinator.snapshot.work?.colleagues.length ?? 0) === 2, 'listed');
    const leaver = coordinator.snapshot.work!.colleagues.find((one) => one.role === 'supporter')!.staffId;
    must(await during(server, coordinator.engine.removeColleague(leaver)));
    await until(server, async () => (await parent.view(circleId)).members.length === 1, 'removed from the group');
    const told = (await parent.items(circleId)).filter((item) => item.type === 'notice').map((item) => item.type === 'notice' ? `${item.notice} ${item.subject}` : '');
    expect(told.filter((one) => one.startsWith('gone'))).toEqual(['gone Stina']);
    expect(told.some((one) => one.startsWith('removed'))).toBe(false);
    expect(server.gone, 'the server has heard of it').toEqual([]);
    must(await parent.engine.send(circleId, 'är någon där?'));
    await until(server, () => parent.snapshot.waiting === 0, 'taken');
    expect(await supporter.engine.send(circleId, 'jag är kvar')).toMatchObject({ ok: true });
    await server.clock.advance(60_000);
    expect(await parent.texts(circleId)).toHaveLength(1);
  });

  test('somebody who was offline hears of it at the next login, and it is done once', async () => {
    const { server, parent, circleId } = await pair(core);
    const coordinator = await staff(server, core, 'coordinator', 'Karin');
    await until(server, () => (coordinator.snapshot.work?.colleagues.length ?? 0) === 2, 'listed');
    must(await parent.engine.lock());
    const leaver = coordinator.snapshot.work!.colleagues.find((one) => one.role === 'supporter')!.staffId;
    must(await during(server, coordinator.engine.removeColleague(leaver)));
    must(await during(server, parent.engine.unlock('428193')));
    await until(server, async () => (await parent.view(circleId)).members.length === 1, 'removed');
    server.drop();
    await until(server, () => parent.snapshot.link === 'online', 'back');
    const gone = (await parent.items(circleId)).filter((item) => item.type === 'notice' && item.notice === 'gone');
    expect(gone).toHaveLength(1);
    expect(server.seen.filter((f) => f.type === 'commit')).toHaveLength(1);
  });
});
