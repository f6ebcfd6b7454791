import { describe, expect, test } from 'vitest';
import type { ProgrammeAct } from '../../../client-web/src/domain/crypto_port';
import { isDone, phaseNow, rangeOf, USUAL } from '../../../client-web/src/domain/programme';
import type { Programme } from '../../../client-web/src/wire/frames';
import { acts, DAY_MS, later, supportOf, visits } from '../support/closing';
import { FakeClock } from '../support/clock';
import { cores } from '../support/cores';
import { FakeServer, Refusal } from '../support/fake_server';
import { during, must, Person, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, staff, type Scene } from '../support/stage';
import { off, on, online, quiet } from '../support/steps';

const WEEK_MS = 7 * DAY_MS;
const programme = (id: string, sv: string, more: Partial<Programme> = {}): Programme => ({
  id, name: [{ language: 'sv', text: sv }, { language: 'fi', text: 'ei' }], first_contact: 1, conversations: null, phases: [], feedback_at_end: 1,
  indicators_after_months: 6, ...more,
});
const SHORT = programme('short_support', 'Kort stöd', { conversations: { least: 1, most: 2 } });
const PHASED = programme('phased_support', 'Stöd i faser', { phases: [
  { name: [{ language: 'sv', text: 'Uppstart' }], weeks: { least: 1, most: 2 }, check_in_every_weeks: 0 },
  { name: [{ language: 'sv', text: 'Förändring' }], weeks: { least: 2, most: 4 }, check_in_every_weeks: 2 }] });
const ENDLESS = programme('voluntary_support', 'Frivilligt stöd', { first_contact: 0, feedback_at_end: 0 });

type Core = Parameters<typeof pair>[0];

/** A supporter and a parent whose circle goes on as `id` says. */
async function started(core: Core, programmes: Programme[], id?: string): Promise<Scene> {
  const server = new FakeServer(new FakeClock());
  server.programmes = programmes;
  const supporter = await staff(server, core, 'supporter', 'Stina');
  await until(server, () => supporter.snapshot.programmes.length === programmes.length, 'programmes');
  const { circleId } = must(await supporter.engine.newCircle('', undefined, id));
  const parent = await new Person(server, core).start();
  await joinWith(parent, await parentSlip(supporter, circleId), 'Amina');
  const scene = { server, supporter, parent, circleId };
  await until(server, async () => (await supporter.view(circleId)).members.length === 2, 'two members');
  await quiet(scene);
  return scene;
}

const said = (more: Partial<ProgrammeAct>): ProgrammeAct => ({ type: 'programme', id: 'a', name: { sv: 'A', en: '', ar: '' }, least: 0, most: 0, phases: [],
  phase: 0, sinceDay: 100, feedback: true, revision: 1, ...more });

describe('what a programme says', () => {
  test('without one a support is three to five conversations', () => {
    expect(rangeOf(null)).toEqual(USUAL);
    expect([2, 4, 5, 9].map((count) => isDone(null, count, 1))).toEqual([false, false, true, true]);
  });

  test('its own number, or the weeks of its last phase; without either it never ends', () => {
    const number = said({ least: 1, most: 8 });
    expect([5, 7, 8].map((count) => isDone(number, count, 100_000))).toEqual([false, false, true]);
    expect(isDone(said({}), 10_000, 99_999)).toBe(false);
    expect(rangeOf(said({}))).toBeNull();
    const phases = [{ leastWeeks: 1, mostWeeks: 2, checkInEveryWeeks: 0 }, { leastWeeks: 2, mostWeeks: 4, checkInEveryWeeks: 0 }];
    expect(isDone(said({ phases, phase: 1 }), 0, 100 + 7 * 52), 'another phase follows').toBe(false);
    expect([27, 28].map((days) => isDone(said({ phases, phase: 2 }), 0, 100 + days))).toEqual([false, true]);
  });

  test('a check-in is due after each so many whole weeks, and none after the phase', () => {
    const act = said({ phases: [{ leastWeeks: 3, mostWeeks: 5, checkInEveryWeeks: 2 }], phase: 1 });
    expect([0, 6, 13, 14, 20, 27, 28, 35, 70].map((days) => phaseNow(act, 100 + days)?.checkInWeek)).toEqual([null, null, null, 2, 2, 2, 4, 4, 4]);
    expect([0, 6, 7, 34, 35].map((days) => phaseNow(act, 100 + days)?.week)).toEqual([1, 1, 2, 5, 6]);
    expect([34, 35].map((days) => phaseNow(act, 100 + days)?.over)).toEqual([false, true]);
    expect(phaseNow(act, 90)?.week, 'a clock that runs behind').toBe(1);
    expect(phaseNow(said({}), 100)).toBeNull();
  });
});

describe.each(await cores())('programmes, with the %s core', (_name, core) => {
  test('are kept on the device after a login, for staff alone', async () => {
    const { server, supporter, parent } = await started(core, [SHORT, ENDLESS]);
    expect(supporter.snapshot.programmes).toEqual([
      { id: 'short_support', name: { sv: 'Kort stöd', en: '', ar: '' }, firstContact: 1, least: 1, most: 2, steps: 0 },
      { id: 'voluntary_support', name: { sv: 'Frivilligt stöd', en: '', ar: '' }, firstContact: 0, least: 0, most: 0, steps: 0 }]);
    expect(parent.snapshot.programmes).toEqual([]);
    expect(server.seen.filter((f) => f.type === 'programmes_get')).toHaveLength(1);
    server.intercept = (f) => { if (f.type === 'programmes_get') throw new Refusal('too_many', 60_000); };
    await off(supporter);
    await on(supporter);
    await online(supporter);
    expect(supporter.snapshot.programmes, 'from the vault').toHaveLength(2);
    server.intercept = null;
    server.programmes = [SHORT];
    server.drop();
    await until(server, () => supporter.snapshot.programmes.length === 1, 'and new ones replace them');
  });

  test('the first is taken where none is named; the parent reads how it goes on, and nothing stands in the conversation', async () => {
    const { supporter, parent, circleId } = await started(core, [SHORT, PHASED]);
    for (const person of [supporter, parent]) {
      expect(await supportOf(person, circleId)).toMatchObject({ range: { least: 1, most: 2 }, feedbackOffered: true,
        programme: { id: 'short_support', name: { sv: 'Kort stöd' }, least: 1, most: 2, phase: null } });
      expect(acts(await person.view(circleId))).toEqual([]);
      expect(person.snapshot.circles[0]!.unread).toBe(0);
    }
    expect(await supporter.engine.newCircle('', undefined, 'nothing_such')).toMatchObject({ ok: false, code: 'unknown' });
    expect(supporter.snapshot.circles).toHaveLength(1);
  });

  test('closing is asked for after the programme\'s own number, and never where there is no end', async () => {
    const scene = await started(core, [SHORT, ENDLESS]);
    const { server, supporter, parent, circleId } = scene;
    await visits(scene, 1);
    expect((await supportOf(supporter, circleId)).askToClose).toBe(false);
    await later(server, DAY_MS, supporter, parent);
    must(await supporter.engine.countContact(circleId, 'phone'));
    expect((await supportOf(supporter, circleId)).askToClose).toBe(true);
    must(await supporter.engine.chooseProgramme(circleId, 'voluntary_support'));
    expect(await supportOf(supporter, circleId)).toMatchObject({ askToClose: false, range: null, feedbackOffered: false });
    expect(await supporter.engine.askFeedback(circleId), 'no feedback in this programme').toMatchObject({ ok: false, code: 'not_now' });
  });

  test('a change is told in plain words on every device, once; a parent makes none', async () => {
    const scene = await started(core, [SHORT, ENDLESS]);
    const { server, supporter, parent, circleId } = scene;
    expect(await parent.engine.chooseProgramme(circleId, 'voluntary_support')).toMatchObject({ ok: false, code: 'not_allowed' });
    must(await supporter.engine.chooseProgramme(circleId, 'voluntary_support'));
    must(await supporter.engine.chooseProgramme(circleId, 'voluntary_support'));
    await until(server, async () => (await supportOf(parent, circleId)).programme?.id === 'voluntary_support', 'the parent knows');
    await quiet(scene);
    for (const person of [supporter, parent]) {
      expect(acts(await person.view(circleId))).toEqual([
        { type: 'programme', programme: { name: { sv: 'Frivilligt stöd', en: '', ar: '' }, least: 0, most: 0, steps: 0 }, step: null }]);
    }
    expect(parent.snapshot.circles[0]!.unread).toBe(1);
  });

  test('phases: check-ins on time and put away, then the next phase, and the end after the last one\'s weeks', async () => {
    const scene = await started(core, [PHASED]);
    const { server, supporter, parent, circleId } = scene;
    expect((await supportOf(parent, circleId)).programme).toMatchObject({ steps: 2, phase: { number: 1, count: 2, week: 1, leastWeeks: 1, mostWeeks: 2 } });
    await later(server, 2 * WEEK_MS, supporter, parent);
    expect(await supportOf(supporter, circleId)).toMatchObject({ programmeToDo: 'next_phase', askToClose: false, programme: { checkInWeek: null } });
    expect(await supportOf(parent, circleId)).toMatchObject({ programmeToDo: null });
    expect(await supporter.engine.checkedIn(circleId), 'this phase has none').toMatchObject({ ok: false, code: 'not_now' });
    must(await supporter.engine.nextPhase(circleId));
    await until(server, async () => (await supportOf(parent, circleId)).programme?.phase?.number === 2, 'told');
    expect(acts(await parent.view(circleId))).toMatchObject([{ type: 'programme', step: { number: 2, count: 2 } }]);
    expect(await supporter.engine.nextPhase(circleId), 'it is the last').toMatchObject({ ok: false, code: 'not_now' });
    await later(server, 2 * WEEK_MS, supporter, parent);
    expect((await supportOf(supporter, circleId)).programme?.checkInWeek).toBe(2);
    expect((await supportOf(parent, circleId)).programme?.checkInWeek, 'the supporter\'s to do').toBeNull();
    must(await supporter.engine.checkedIn(circleId));
    expect((await supportOf(supporter, circleId)).programme?.checkInWeek).toBeNull();
    await later(server, 2 * WEEK_MS, supporter, parent);
    expect(await supportOf(supporter, circleId)).toMatchObject({ askToClose: true, programmeToDo: null, programme: { checkInWeek: 4 } });
  });

  test('a check-in that was done in one phase is due again in the next', async () => {
    const weekly = (sv: string) => ({ name: [{ language: 'sv', text: sv }], weeks: { least: 1, most: 2 }, check_in_every_weeks: 1 });
    const { server, supporter, parent, circleId } = await started(core, [programme('weekly', 'Varje vecka', { phases: [weekly('Ett'), weekly('Två')] })]);
    const due = async () => (await supportOf(supporter, circleId)).programme?.checkInWeek;
    await later(server, WEEK_MS, supporter, parent);
    expect(await due()).toBe(1);
    must(await supporter.engine.checkedIn(circleId));
    expect(await due()).toBeNull();
    must(await supporter.engine.nextPhase(circleId));
    await later(server, WEEK_MS, supporter, parent);
    expect(await due()).toBe(1);
  });

  test('whoever comes later hears it, also from a colleague when its author has left', async () => {
    const scene = await started(core, [SHORT]);
    const { server, supporter, parent, circleId } = scene;
    server.programmes = [ENDLESS];
    const colleague = await staff(server, core, 'supporter', 'Karin');
    await until(server, () => colleague.snapshot.programmes.length === 1, 'programmes');
    must(await supporter.engine.askCome(circleId, 'handover', 'Karin'));
    await until(server, async () => (await parent.view(circleId)).coming.asks.length === 1, 'asked');
    const [ask] = (await parent.view(circleId)).coming.asks;
    must(await parent.engine.answerCome(circleId, ask!.id, 'nothing'));
    await until(server, async () => (await supporter.view(circleId)).coming.asks[0]?.state === 'granted', 'yes');
    const { link } = must(await during(server, supporter.engine.makeSlip(circleId, { role: 'supporter', form: 'qr', days: 7, askId: ask!.id })));
    must(await during(server, colleague.engine.joinAnother(link)));
    await until(server, async () => (await supportOf(colleague, circleId)).programme !== null, 'the colleague knows');
    expect(await supportOf(colleague, circleId), 'and may take what is their own').toMatchObject({ programme: { id: 'short_support' }, programmeToDo: 'foreign' });
    await quiet(scene);
    must(await supporter.engine.leaveCircle(circleId));
    await until(server, async () => supporter.snapshot.circles.length === 0 && (await colleague.view(circleId)).members.length === 2, 'left');
    const me = (await colleague.view(circleId)).members.find((m) => m.role === 'parent')!;
    const again = await new Person(server, core).start();
    await joinWith(again, await parentSlip(colleague, circleId, me.memberId), 'Amina');
    await until(server, async () => (await supportOf(again, circleId)).programme?.id === 'short_support', 'a new phone knows');
    await settle(100);
    expect(acts(await colleague.view(circleId)).filter((act) => act.type === 'programme'), 'and nobody reads it twice').toEqual([]);
  });

  test('a circle from before has the usual three to five, and its supporter may choose', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    expect(await supportOf(supporter, circleId)).toMatchObject({ programme: null, programmeToDo: null, range: USUAL, feedbackOffered: true });
    server.programmes = [SHORT, ENDLESS];
    server.drop();
    await until(server, () => supporter.snapshot.programmes.length === 2, 'programmes');
    must(await supporter.engine.chooseProgramme(circleId, 'short_support'));
    await until(server, async () => (await supportOf(parent, circleId)).programme?.id === 'short_support', 'the parent knows');
  });
});
