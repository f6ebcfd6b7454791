import { describe, expect, test } from 'vitest';
import { slipTexts, SLIPS_IN_LINK_MAX } from '../../../client-web/src/domain/slip_link';
import { cores } from '../support/cores';
import { Refusal } from '../support/fake_server';
import { during, must, Person, PIN, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, staff, supporterWithCircle } from '../support/stage';

const OPTIONS = { role: 'parent' as const, form: 'typed' as const, days: 3 };
const notices = async (person: Person, circleId: string) =>
  (await person.items(circleId)).flatMap((i) => (i.type === 'notice' ? [i.notice] : []));

describe('links', () => {
  test('one slip, a link, a link with several, a fragment alone', () => {
    expect(slipTexts(' 1-AB ')).toEqual(['1-AB']);
    expect(slipTexts('https://h:8443/#s=1-AB')).toEqual(['1-AB']);
    expect(slipTexts('https://h/#s=1-AB&s=2-CD')).toEqual(['1-AB', '2-CD']);
    expect(slipTexts('#s=1-AB')).toEqual(['1-AB']);
  });
  test.each(['', 'https://h/#', 'https://h/#x=1', 'https://h/#s=%zz', `https://h/#${'s=1&'.repeat(SLIPS_IN_LINK_MAX + 1)}`, 'x'.repeat(5_000)])(
    'refuses %j', (link) => { expect(() => slipTexts(link)).toThrow(expect.objectContaining({ code: 'slip_mistyped' })); });
});

describe.each(await cores())('slips, with the %s core', (_name, core) => {
  test('wrong, used and mistyped slips are told apart and change nothing', async () => {
    const { server, supporter, circleId } = await supporterWithCircle(core);
    const link = await parentSlip(supporter, circleId);
    const parent = await new Person(server, core).start();
    expect(await during(server, parent.engine.openSlip(link.slice(0, -1)))).toMatchObject({ ok: false, code: 'slip_mistyped' });
    expect(await during(server, parent.engine.openSlip(core.slipNew('typed').text))).toMatchObject({ ok: false, code: 'slip_unknown' });
    expect(parent.snapshot.stage).toBe('fresh');
    const view = must(await during(server, parent.engine.openSlip(link)));
    expect(view).toMatchObject({ role: 'parent', circle: true, more: 0, organisation: { name: 'Krisstödet' } });
    expect(await parent.engine.join('', PIN)).toMatchObject({ ok: false, code: 'name_bad' });
    expect(await parent.engine.join('Amina', '1234')).toMatchObject({ ok: false, code: 'pin_bad' });
    expect(parent.snapshot.stage).toBe('slip');
    must(await parent.engine.cancelSlip());
    expect(parent.snapshot.stage).toBe('fresh');
    await joinWith(parent, link, 'Amina');
    const other = await new Person(server, core).start();
    expect(await during(server, other.engine.openSlip(link))).toMatchObject({ ok: false, code: 'slip_used' });
  });

  test('a slip that somebody else uses up in the last moment leaves a fresh device', async () => {
    const { server, supporter, circleId } = await supporterWithCircle(core);
    const link = await parentSlip(supporter, circleId);
    const [one, two] = [await new Person(server, core).start(), await new Person(server, core).start()];
    must(await during(server, two.engine.openSlip(link)));
    await joinWith(one, link, 'Amina');
    expect(await during(server, two.engine.join('Omar', PIN))).toMatchObject({ ok: false, code: 'slip_used' });
    await settle();
    expect(two.snapshot).toMatchObject({ stage: 'fresh', problem: { code: 'slip_used' } });
    expect(await two.store.header()).toBeNull();
  });

  test('an epoch that moves while a slip is used: it is opened again', async () => {
    const { server, supporter, circleId } = await supporterWithCircle(core);
    const links = [await parentSlip(supporter, circleId), await parentSlip(supporter, circleId)];
    const [one, two] = [await new Person(server, core).start(), await new Person(server, core).start()];
    must(await during(server, one.engine.openSlip(links[0]!)));
    must(await during(server, two.engine.openSlip(links[1]!)));
    let held = false;
    server.intercept = (f) => { if (f.type === 'slip_redeem_circle' && !held) { held = true; throw new Refusal('epoch_stale', 5); } };
    const joins = Promise.all([one.engine.join('Amina', PIN), two.engine.join('Omar', PIN)]);
    for (const result of await during(server, joins)) must(result);
    await until(server, async () => (await supporter.view(circleId)).members.length === 3, 'three members');
    await until(server, async () => (await one.view()).members.length === 3, 'three at the first parent');
    must(await one.engine.send(circleId, 'hej alla'));
    await until(server, async () => (await two.texts()).length === 1 && (await supporter.texts(circleId)).length === 1, 'read by both');
  });

  test('revoked: dead on the server and in the circle', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const made = must(await during(server, supporter.engine.makeSlip(circleId, OPTIONS)));
    await until(server, async () => (await parent.view(circleId)).slips.length === 1, 'the parent sees the slip');
    must(await during(server, supporter.engine.revokeSlip(circleId, made.selector)));
    await until(server, async () => (await parent.view(circleId)).slips.length === 0, 'gone');
    expect(server.slips.has(made.selector)).toBe(false);
    await until(server, async () => (await notices(parent, circleId)).includes('slip_revoked'), 'told');
    expect(await supporter.engine.revokeSlip(circleId, made.selector)).toMatchObject({ ok: false, code: 'slip_unknown' });
  });

  test('a taken number is drawn again; days out of range are refused', async () => {
    const { server, supporter, circleId } = await pair(core);
    let first = true;
    server.intercept = (f) => { if (f.type === 'slip_make_circle' && first) { first = false; throw new Refusal('slip_selector_taken'); } };
    must(await during(server, supporter.engine.makeSlip(circleId, OPTIONS)));
    await until(server, async () => (await supporter.view(circleId)).slips.length === 1, 'one slip');
    expect(await supporter.engine.makeSlip(circleId, { ...OPTIONS, days: 31 })).toMatchObject({ ok: false, code: 'bad_expiry' });
  });

  test('a slip whose making was cut short is revoked at the next start', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    server.intercept = (f) => { if (f.type === 'slip_make_circle') { supporter.fate.dead = true; } };
    void supporter.engine.makeSlip(circleId, OPTIONS);
    await until(server, () => supporter.fate.dead, 'cut short');
    server.intercept = null;
    await supporter.start();
    must(await during(server, supporter.engine.unlock(PIN)));
    await until(server, async () => (await supporter.view(circleId)).slips.length === 0 && (await parent.view(circleId)).slips.length === 0, 'revoked');
    expect([...server.slips.values()].filter((s) => s.usedBy === null)).toEqual([]);
  });

  test('a slip of the other circle joins the open device too', async () => {
    const { server, supporter, parent } = await pair(core);
    const { circleId: second } = must(await supporter.engine.newCircle('Andra'));
    const link = await parentSlip(supporter, second);
    expect(must(await during(server, parent.engine.joinAnother(link)))).toEqual({ circleId: second, line: false });
    await until(server, async () => (await supporter.view(second)).members.length === 2, 'in');
    must(await parent.engine.send(second, 'hej'));
    await until(server, async () => (await supporter.texts(second)).length === 1, 'read');
    expect(parent.snapshot.circles).toHaveLength(2);
  });

  test('a link with a staff slip and two circles brings a new supporter into both', async () => {
    const { server, supporter, circleId } = await pair(core);
    const { circleId: second } = must(await supporter.engine.newCircle('Andra'));
    const texts: string[] = [];
    for (const id of [circleId, second]) {
      texts.push(must(await during(server, supporter.engine.makeSlip(id, { role: 'supporter', form: 'qr', days: 3 }))).text);
    }
    const coordinator = await staff(server, core, 'coordinator', 'Karin');
    const made = must(await during(server, coordinator.engine.makeStaffSlip({ role: 'supporter', days: 3, label: 'Kim' })));
    expect(await supporter.engine.makeStaffSlip({ role: 'lead', days: 3, label: '' })).toMatchObject({ ok: false, code: 'not_allowed' });
    const colleague = await new Person(server, core).start();
    const view = must(await during(server, colleague.engine.openSlip(`${made.link}&s=${texts[0]}&s=${texts[1]}`)));
    expect(view).toMatchObject({ role: 'supporter', circle: false, more: 2 });
    must(await during(server, colleague.engine.join('Kim', PIN)));
    await until(server, () => colleague.snapshot.circles.length === 2, 'both circles');
    await until(server, async () => (await supporter.view(circleId)).members.length === 3, 'three');
  });
});

describe.each(await cores())('members, with the %s core', (_name, core) => {
  test('a removed member can read what was and write nothing more', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const member = (await supporter.view(circleId)).members.find((m) => !m.me)!;
    must(await supporter.engine.removeMember(circleId, member.memberId));
    await until(server, async () => (await supporter.view(circleId)).members.length === 1, 'removed');
    // the server tells a removed device nothing more: it learns by trying, or at the next login
    must(await parent.engine.send(circleId, 'är ni där?'));
    await until(server, async () => (await notices(parent, circleId)).includes('removed'), 'told');
    expect(await supporter.texts(circleId)).toEqual([]);
    expect(await parent.engine.send(circleId, 'hallå?')).toMatchObject({ ok: false, code: 'not_a_member' });
    expect(await supporter.engine.removeMember(circleId, member.memberId)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await parent.engine.removeMember(circleId, member.memberId)).toMatchObject({ ok: false, code: 'not_allowed' });
  });

  test('a removal that loses its epoch to a join is made again', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const link = await parentSlip(supporter, circleId);
    const member = (await supporter.view(circleId)).members.find((m) => !m.me)!;
    const device = [...server.devices].find(([, d]) => d.role === 'supporter')![0];
    await settle();
    server.held.add(device);
    const second = await new Person(server, core).start();
    await joinWith(second, link, 'Omar');
    must(await supporter.engine.removeMember(circleId, member.memberId));
    await settle();
    server.held.delete(device);
    server.publish();
    await until(server, async () => (await supporter.view(circleId)).members.map((m) => m.name).sort().join() === 'Omar,Stina', 'Omar stays');
    await until(server, async () => (await second.view()).members.length === 2, 'seen by Omar');
    must(await second.engine.send(circleId, 'kvar'));
    await until(server, async () => (await supporter.texts(circleId)).length === 1, 'it goes on');
    server.drop();
    await until(server, async () => (await notices(parent, circleId)).includes('removed'), 'told at the next login');
  });

  test('the lead reads releases, nobody else', async () => {
    const { server, supporter } = await pair(core);
    const lead = await staff(server, core, 'lead', 'Per');
    expect(must(await during(server, lead.engine.releases()))).toEqual([{ releaseId: 7, scope: 'span', firstDay: 20_300, lastDay: 20_390 }]);
    expect(must(await during(server, lead.engine.release(7)))).toMatchObject({ releaseId: 7, json: '{"k":5}', csv: '\ufeffkind;count\n' });
    expect(await during(server, lead.engine.release(8))).toMatchObject({ ok: false, code: 'release_unknown' });
    expect(await supporter.engine.releases()).toMatchObject({ ok: false, code: 'not_allowed' });
  });
});
