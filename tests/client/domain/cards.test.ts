/** Things to return to: what stands in whatever order it was heard, who may say what, limits at the edge, who learns of it later. */
import { describe, expect, test } from 'vitest';
import { say } from '../../../client-web/src/domain/acts';
import { CARD_AHEAD_DAYS, CARD_LINE_MAX_CHARS, CARD_LINES_MAX, CARD_TEXT_MAX_CHARS, CARD_TITLE_MAX_CHARS, CARDS_MAX, type CardDraft, type KeptView } from '../../../client-web/src/domain/api';
import { agreedTime, answersTo, liveCards, MEETING_MS, pinsOf, ticksOf } from '../../../client-web/src/domain/card_rules';
import type { Act, CardAct, Member } from '../../../client-web/src/domain/crypto_port';
import { phoneLink } from '../../../client-web/src/domain/phone_number';
import type { ActRec } from '../../../client-web/src/domain/records';
import { KEEP_MS } from '../../../client-web/src/domain/retention';
import { acts, closed, DAY_MS, graceOver, HOUR_MS } from '../support/closing';
import { cores } from '../support/cores';
import { fakeCore } from '../support/fake_core';
import { during, must, Person, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, staff, type Scene } from '../support/stage';
import { off, on, online, quiet } from '../support/steps';

const AGREED: CardDraft = { kind: 'agreed', title: '', text: 'Vi hörs varje kväll.', times: [], lines: [] };
const PHONE: CardDraft = { kind: 'phone', title: 'Socialjouren', text: '+46 8-123 45 67', times: [], lines: [] };
const WEEK: CardDraft = { kind: 'week', title: 'Den här veckan', text: '', times: [], lines: ['Ring skolan', 'Sov'] };
const meeting = (...times: number[]): CardDraft => ({ kind: 'meeting', title: 'Möte med handläggaren', text: '', times, lines: [] });
const kept = async (person: Person, circleId: string): Promise<KeptView> => (await person.view(circleId)).kept;
const titles = async (person: Person, circleId: string): Promise<string[]> => (await kept(person, circleId)).cards.map((card) => card.title || card.text);
const save = async ({ supporter, circleId }: Scene, card: CardDraft, cardId: string | null = null): Promise<string> =>
  must(await supporter.engine.saveCard(circleId, card, cardId)).id;
/** Both have the same before them. */
async function alike(scene: Scene): Promise<void> {
  await quiet(scene);
  const bare = ({ cards, pins }: KeptView): unknown => [cards.map(({ id, kind, title, text, times, lines, answers, agreedMs }) =>
    ({ id, kind, title, text, times, lines, agreedMs, answers: answers.map(({ choice }) => choice) })), pins.map(({ id }) => id)];
  await until(scene.server, async () => JSON.stringify(bare(await kept(scene.parent, scene.circleId))) === JSON.stringify(bare(await kept(scene.supporter, scene.circleId))), 'alike');
}
/** What an altered client says: no rule of its own is asked. */
async function alteredSays(person: Person, circleId: string, act: Act): Promise<void> {
  const { ctx } = person.engine['life_'].device!;
  await ctx.repo.run((tx) => say(ctx, tx, circleId, act));
}

describe('what stands', () => {
  const ROLES: Record<string, Member['role']> = { anna: 'supporter', bo: 'supporter', mira: 'parent', noor: 'parent' };
  const roleOf = (id: string): Member['role'] | undefined => ROLES[id];
  const members = Object.entries(ROLES).map(([memberId, role]): Member => ({ memberId, role, name: memberId, me: false, deviceIds: ['d'], countable: false }));
  const rec = (memberId: string, act: Act, sentAtMs = 1, id = `${memberId}${JSON.stringify(act)}${sentAtMs}`): ActRec =>
    ({ type: 'act', circleId: 'c', order: 0, id, memberId, mine: false, act, sentAtMs, delivery: 'delivered', seen: true, learnedAtMs: 1 });
  const card = (more: Partial<CardAct>): CardAct => ({ type: 'card', cardId: 'a', revision: 1, kind: 'agreed', title: '', text: 'x', times: [], lines: [], ...more });
  const gone = (more: Partial<CardAct>): CardAct => card({ kind: 'gone', text: '', ...more });

  /** The same in every order of hearing. */
  function everyOrder(recs: ActRec[], picture: (items: ActRec[]) => unknown): unknown {
    const pictures = new Set<string>();
    const walk = (rest: ActRec[], heard: ActRec[]): void => {
      if (rest.length === 0) pictures.add(JSON.stringify(picture(heard.map((one, order) => ({ ...one, order })))));
      rest.forEach((one, at) => walk([...rest.slice(0, at), ...rest.slice(at + 1)], [...heard, one]));
    };
    walk(recs, []);
    expect(pictures.size, 'one picture').toBe(1);
    return JSON.parse([...pictures][0]!);
  }
  const texts = (items: ActRec[]): string[] => liveCards(items, roleOf).map(({ act }) => act.text);

  test('the highest revision, then the lower author; taken away stays away', () => {
    expect(everyOrder([rec('anna', card({})), rec('bo', card({ revision: 2, text: 'bo' })), rec('anna', card({ revision: 2, text: 'anna' }))], texts)).toEqual(['anna']);
    expect(everyOrder([rec('anna', card({})), rec('bo', gone({ revision: 2 })), rec('anna', card({ revision: 3, text: 'again' }))], texts)).toEqual([]);
    expect(everyOrder([rec('anna', card({})), rec('anna', card({ revision: 2, kind: 'phone', text: '112' }))], texts), 'a kind never changes').toEqual(['x']);
  });

  test('a parent changes meetings and nothing else', () => {
    expect(everyOrder([rec('anna', card({})), rec('mira', gone({ revision: 2 })), rec('mira', card({ revision: 3, kind: 'meeting', text: 'mira', times: [5] }))], texts)).toEqual(['x']);
    const proposed = card({ kind: 'meeting', text: 'när?', times: [5] });
    expect(everyOrder([rec('anna', proposed), rec('mira', card({ kind: 'meeting', revision: 2, text: 'hellre', times: [6] }))], texts)).toEqual(['hellre']);
    expect(everyOrder([rec('anna', proposed), rec('mira', gone({ revision: 2 }))], texts)).toEqual([]);
    expect(everyOrder([rec('mira', card({}))], texts), 'a card of another kind').toEqual([]);
  });

  test('the newest tick of a line, of this revision alone; the newest pin', () => {
    const week = card({ kind: 'week', revision: 2, lines: ['a', 'b'] });
    const tick = (line: number, done: boolean, revision = 2): Act => ({ type: 'tick', cardId: 'a', revision, line, done });
    const recs = [rec('anna', week), rec('mira', tick(0, true), 5), rec('anna', tick(0, false), 6), rec('mira', tick(1, true, 1), 9), rec('mira', tick(2, true), 9)];
    expect(everyOrder(recs, (items) => [...ticksOf(items, liveCards(items, roleOf)[0]!)].map(([line, one]) => [line, one.act.done]))).toEqual([[0, false]]);
    const pin = (pinned: boolean): Act => ({ type: 'pin', target: 't', pinned });
    expect(everyOrder([rec('anna', pin(true), 5, 'a'), rec('bo', pin(false), 5, 'b'), rec('bo', pin(true), 4, 'c')], (items) => pinsOf(items).get('t')!.act.pinned)).toBe(false);
  });

  test('a time is agreed when every parent has said yes to the same one; whoever proposed it has no vote', () => {
    const proposal = card({ kind: 'meeting', times: [50, 60] });
    const answer = (choice: number, revision = 1): Act => ({ type: 'meetingAnswer', cardId: 'a', revision, choice });
    const at = (author: string) => (items: ActRec[]): unknown => {
      const [one] = liveCards(items, roleOf);
      return [agreedTime(items, one!, members), [...answersTo(items, one!).keys()].includes(author)];
    };
    const asked = rec('anna', proposal);
    expect(everyOrder([asked, rec('mira', answer(2)), rec('anna', answer(1))], at('anna')), 'noor has not answered').toEqual([null, false]);
    expect(everyOrder([asked, rec('mira', answer(2)), rec('noor', answer(2))], at('anna'))).toEqual([60, false]);
    expect(everyOrder([asked, rec('mira', answer(2)), rec('noor', answer(1)), rec('noor', answer(2), 2)], at('anna')), 'noor has thought again').toEqual([60, false]);
    expect(everyOrder([asked, rec('mira', answer(2)), rec('noor', answer(0))], at('anna'))).toEqual([null, false]);
    expect(everyOrder([asked, rec('mira', answer(0)), rec('noor', answer(0))], at('anna'))).toEqual([null, false]);
    expect(everyOrder([asked, rec('mira', answer(1, 2)), rec('noor', answer(1, 2))], at('anna')), 'of another revision').toEqual([null, false]);
    expect(everyOrder([asked, rec('mira', answer(3)), rec('noor', answer(3))], at('anna')), 'there is no third').toEqual([null, false]);
    expect(everyOrder([rec('mira', proposal), rec('noor', answer(1))], at('mira')), 'a parent asks: no supporter has answered').toEqual([null, false]);
    expect(everyOrder([rec('mira', proposal), rec('noor', answer(1)), rec('bo', answer(1))], at('mira')), 'one is enough').toEqual([50, false]);
  });

  test('telephone numbers', () => {
    expect(['112', '070-123 45 67', '+46 (0)70 123.45.67', '0046/8-12345', '٠٧٠ ١٢٣'].map((one) => phoneLink(one))).toEqual(['112', '0701234567', '+46701234567', '0046812345', '070123']);
    for (const bad of ['', '12', '1'.repeat(16), 'ring mig', '08;12', '0701234567,1', '++46', '46+70123', 'javascript:1']) expect(phoneLink(bad), bad).toBeNull();
  });
});

describe.each(await cores())('cards, with the %s core', (_name, core) => {
  test('are told once in the conversation when new, changed or taken away, and stand on both devices', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const phone = await save(scene, PHONE);
    await save(scene, AGREED);
    await save(scene, WEEK);
    await until(server, async () => (await kept(parent, circleId)).cards.length === 3, 'three cards');
    expect((await kept(parent, circleId)).cards.map(({ kind, author, mayChange }) => [kind, author, mayChange])).toEqual(
      [['agreed', 'Stina', false], ['week', 'Stina', false], ['phone', 'Stina', false]]);
    expect(parent.snapshot.circles[0]!.unread).toBe(3);
    await save(scene, { ...PHONE, title: 'Jouren' }, phone);
    await save(scene, { ...PHONE, title: 'Jouren' }, phone);
    must(await supporter.engine.dropCard(circleId, phone));
    await until(server, async () => (await kept(parent, circleId)).cards.length === 2, 'taken away');
    await alike(scene);
    for (const person of [supporter, parent]) {
      expect(acts(await person.view(circleId)).slice(-2)).toEqual([{ type: 'card', kind: 'phone', title: 'Jouren', changed: true }, { type: 'card', kind: 'gone', title: 'Jouren', changed: true }]);
      expect(acts(await person.view(circleId))).toHaveLength(5);
    }
    expect(await supporter.engine.saveCard(circleId, PHONE, phone)).toMatchObject({ ok: false, code: 'unknown' });
  });

  test('a parent proposes a meeting, the supporter answers; other cards are the supporters\'', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const at = server.clock.nowMs() + DAY_MS;
    for (const card of [AGREED, PHONE, WEEK]) expect(await parent.engine.saveCard(circleId, card, null)).toMatchObject({ ok: false, code: 'not_allowed' });
    const agreed = await save(scene, AGREED);
    const { id } = must(await parent.engine.saveCard(circleId, meeting(at + HOUR_MS, at), null));
    await until(server, async () => (await kept(supporter, circleId)).asks === 1, 'a question');
    await until(server, async () => (await kept(parent, circleId)).cards.length === 2, 'both');
    expect(await parent.engine.dropCard(circleId, agreed)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await parent.engine.answerMeeting(circleId, id, 1), 'who asks does not answer').toMatchObject({ ok: false, code: 'not_allowed' });
    for (const choice of [3, -1, 0.5]) expect(await supporter.engine.answerMeeting(circleId, id, choice)).toMatchObject({ ok: false, code: 'not_allowed' });
    must(await supporter.engine.answerMeeting(circleId, id, 1));
    await until(server, async () => (await kept(parent, circleId)).next !== null, 'agreed');
    for (const person of [supporter, parent]) expect((await kept(person, circleId)).next).toEqual({ cardId: id, atMs: at });
    expect(acts(await parent.view(circleId)).at(-1)).toEqual({ type: 'meetingAnswer', atMs: at });
    expect((await kept(supporter, circleId)).asks).toBe(0);
    must(await parent.engine.saveCard(circleId, meeting(at + 2 * HOUR_MS), id));
    await until(server, async () => (await kept(supporter, circleId)).asks === 1, 'other times are another question');
    must(await supporter.engine.answerMeeting(circleId, id, 1));
    await alike(scene);
    server.clock.jump(DAY_MS + 2 * HOUR_MS + MEETING_MS);
    expect((await kept(supporter, circleId)).next, 'over').toBeNull();
    await alteredSays(parent, circleId, { type: 'card', cardId: agreed, revision: 2, kind: 'gone', title: '', text: '', times: [], lines: [] });
    await alteredSays(parent, circleId, { type: 'card', cardId: 'ab'.repeat(16), revision: 1, kind: 'phone', title: 'Fel', text: '112', times: [], lines: [] });
    await quiet(scene);
    expect(await titles(supporter, circleId), 'an altered client changes nothing').toEqual(['Möte med handläggaren', AGREED.text]);
  });

  test('limits at their edge', async () => {
    const scene = await pair(core);
    const { supporter, parent, circleId, server } = scene;
    const refused = async (card: CardDraft, code: string): Promise<void> => expect(await supporter.engine.saveCard(circleId, card, null)).toMatchObject({ ok: false, code });
    await save(scene, { ...AGREED, title: '😀'.repeat(CARD_TITLE_MAX_CHARS), text: '😀'.repeat(CARD_TEXT_MAX_CHARS) });
    await refused({ ...AGREED, title: 'x'.repeat(CARD_TITLE_MAX_CHARS + 1) }, 'text_too_long');
    await refused({ ...AGREED, text: 'x'.repeat(CARD_TEXT_MAX_CHARS + 1) }, 'text_too_long');
    await refused({ ...AGREED, text: ' ' }, 'text_empty');
    await refused({ ...PHONE, title: '' }, 'text_empty');
    await refused({ ...PHONE, text: 'ring' }, 'phone_bad');
    await save(scene, { ...WEEK, lines: Array.from({ length: CARD_LINES_MAX }, () => '😀'.repeat(CARD_LINE_MAX_CHARS)) });
    await refused({ ...WEEK, lines: Array.from({ length: CARD_LINES_MAX + 1 }, () => 'x') }, 'not_allowed');
    await refused({ ...WEEK, lines: ['x'.repeat(CARD_LINE_MAX_CHARS + 1)] }, 'text_too_long');
    await refused({ ...WEEK, lines: [' '] }, 'text_empty');
    const now_ms = server.clock.nowMs();
    await save(scene, meeting(now_ms + 1, now_ms + 2, now_ms + CARD_AHEAD_DAYS * DAY_MS));
    for (const times of [[], [now_ms], [now_ms + CARD_AHEAD_DAYS * DAY_MS + 1], [1, 2, 3, 4].map((n) => now_ms + n), [now_ms + 0.5]]) await refused(meeting(...times), 'not_allowed');
    let last = '';
    for (let count = 3; count < CARDS_MAX; count++) last = await save(scene, { ...AGREED, text: `${count}` });
    await refused(AGREED, 'cards_full');
    await save(scene, AGREED, last);
    must(await supporter.engine.dropCard(circleId, last));
    await save(scene, AGREED);
    await alike(scene);
    expect((await kept(parent, circleId)).cards).toHaveLength(CARDS_MAX);
  }, 30_000);

  test('both tick at once, and both see the same afterwards; a changed plan begins unticked', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const id = await save(scene, WEEK);
    await until(server, async () => (await kept(parent, circleId)).cards.length === 1, 'the plan');
    must(await parent.engine.tickCard(circleId, id, 0, true));
    await until(server, async () => (await kept(supporter, circleId)).cards[0]!.lines[0]!.done, 'done');
    must(await supporter.engine.tickCard(circleId, id, 0, false));
    must(await parent.engine.tickCard(circleId, id, 1, true));
    must(await supporter.engine.tickCard(circleId, id, 1, true));
    must(await supporter.engine.tickCard(circleId, id, 1, false));
    await alike(scene);
    expect((await kept(parent, circleId)).cards[0]!.lines[0]!.done, 'said after the first was known').toBe(false);
    expect(await parent.engine.tickCard(circleId, id, 2, true)).toMatchObject({ ok: false, code: 'unknown' });
    expect(acts(await parent.view(circleId)), 'ticks are not told').toHaveLength(1);
    must(await parent.engine.tickCard(circleId, id, 1, true));
    await save(scene, { ...WEEK, lines: ['Ring skolan', 'Sov', 'Ät'] }, id);
    await alike(scene);
    expect((await kept(parent, circleId)).cards[0]!.lines.map(({ done }) => done)).toEqual([false, false, false]);
  });

  test('a supporter pins; what is not here any more is not shown', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const { id } = must(await supporter.engine.send(circleId, 'Vi hörs klockan åtta.'));
    const second = must(await parent.engine.send(circleId, 'Tack')).id;
    await quiet(scene);
    expect(await parent.engine.pinText(circleId, id, true)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await supporter.engine.pinText(circleId, 'ab'.repeat(16), true)).toMatchObject({ ok: false, code: 'unknown' });
    must(await supporter.engine.pinText(circleId, id, true));
    must(await supporter.engine.pinText(circleId, second, true));
    must(await supporter.engine.pinText(circleId, second, false));
    await alike(scene);
    expect((await kept(parent, circleId)).pins).toMatchObject([{ id, text: 'Vi hörs klockan åtta.', author: 'Stina', mine: false }]);
    must(await supporter.engine.deleteText(circleId, id));
    await until(server, async () => (await kept(parent, circleId)).pins.length === 0, 'its author took it away');
  });

  test('whoever comes later is told, also by a colleague when its author has left; nobody reads it twice', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    const plan = await save(scene, WEEK);
    const old = await save(scene, PHONE);
    must(await supporter.engine.dropCard(circleId, old));
    const { id } = must(await parent.engine.saveCard(circleId, meeting(server.clock.nowMs() + 10 * DAY_MS), null));
    await until(server, async () => (await kept(supporter, circleId)).cards.length === 2, 'both');
    must(await supporter.engine.tickCard(circleId, plan, 1, true));
    must(await parent.engine.tickCard(circleId, plan, 0, true));
    must(await supporter.engine.answerMeeting(circleId, id, 1));
    await quiet(scene);
    const colleague = await staff(server, core, 'supporter', 'Karin');
    must(await supporter.engine.askCome(circleId, 'handover', 'Karin'));
    await until(server, async () => (await parent.view(circleId)).coming.asks.length === 1, 'asked');
    const [ask] = (await parent.view(circleId)).coming.asks;
    must(await parent.engine.answerCome(circleId, ask!.id, 'nothing'));
    await until(server, async () => (await supporter.view(circleId)).coming.asks[0]?.state === 'granted', 'yes');
    const { link } = must(await during(server, supporter.engine.makeSlip(circleId, { role: 'supporter', form: 'qr', days: 7, askId: ask!.id })));
    must(await during(server, colleague.engine.joinAnother(link)));
    const whole = async (person: Person): Promise<boolean> => {
      const { cards, next } = await kept(person, circleId);
      return cards.length === 2 && next?.cardId === id && cards[1]!.lines[1]!.done;
    };
    await until(server, () => whole(colleague), 'the colleague knows');
    await quiet(scene);
    must(await supporter.engine.leaveCircle(circleId));
    await until(server, async () => supporter.snapshot.circles.length === 0 && (await colleague.view(circleId)).members.length === 2, 'left');
    const told = acts(await colleague.view(circleId)).filter((act) => act.type === 'card').length;
    const me = (await colleague.view(circleId)).members.find((m) => m.role === 'parent')!;
    const again = await new Person(server, core).start();
    await joinWith(again, await parentSlip(colleague, circleId, me.memberId), 'Amina');
    await until(server, async () => (await kept(again, circleId)).cards.some((card) => card.kind === 'week' && card.lines[1]!.done), 'a new phone knows the plan');
    await settle(100);
    await until(server, async () => (await kept(again, circleId)).cards.length === 2, 'and her own proposal, said again by the colleague');
    await settle(100);
    for (const person of [again, colleague]) expect(await kept(person, circleId), 'its answers were nobody\'s to say again').toMatchObject({ next: null, asks: person === again ? 1 : 0 });
    expect(acts(await colleague.view(circleId)).filter((act) => act.type === 'card')).toHaveLength(told + 1);
    must(await again.engine.answerMeeting(circleId, id, 1));
    await until(server, async () => (await kept(colleague, circleId)).next?.cardId === id, 'agreed anew');
    for (const person of [again, colleague]) expect((await kept(person, circleId)).cards.find((card) => card.kind === 'week')!.lines.map(({ done }) => done)).toEqual([true, true]);
  }, 30_000);
});

describe('how long they stay', () => {
  test('cards stay when texts go, and go with the circle', async () => {
    const scene = await pair(fakeCore());
    const { server, supporter, parent, circleId } = scene;
    await save(scene, AGREED);
    const { id } = must(await supporter.engine.send(circleId, 'Kom ihåg'));
    must(await supporter.engine.pinText(circleId, id, true));
    await alike(scene);
    for (const person of [supporter, parent]) await off(person);
    server.clock.jump(KEEP_MS + DAY_MS);
    for (const person of [supporter, parent]) await on(person);
    await online(supporter, parent);
    await until(server, async () => (await kept(parent, circleId)).pins.length === 0, 'the text is gone');
    expect(await titles(parent, circleId)).toEqual([AGREED.text]);
    await closed(scene);
    expect((await kept(supporter, circleId)).mayAdd, 'it can still be changed').toHaveLength(4);
    await graceOver(scene, supporter, parent);
    expect(supporter.engine['life_'].device!.repo.all('item')).toEqual([]);
  });
});
