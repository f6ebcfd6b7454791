/** What stands is the same in whatever order the acts came. */
import { describe, expect, test } from 'vitest';
import { CLOSING_GRACE_MS, CLOSING_READ_MS, closingOf, feedbackOf, feelingsShown, objectionsTo } from '../../../client-web/src/domain/acts';
import type { Act, Member } from '../../../client-web/src/domain/crypto_port';
import type { ActRec } from '../../../client-web/src/domain/records';

const act = (id: string, said: Act, more: Partial<ActRec> = {}): ActRec =>
  ({ type: 'act', circleId: 'c', order: 0, id, memberId: 'm', mine: false, act: said, sentAtMs: 1000, delivery: 'delivered', seen: true, learnedAtMs: 1000, ...more });
const inOrder = (recs: ActRec[]): ActRec[] => recs.map((rec, order) => ({ ...rec, order }));
function orders<T>(all: T[]): T[][] {
  return all.length < 2 ? [all] : all.flatMap((one, i) => orders(all.filter((_, j) => j !== i)).map((rest) => [one, ...rest]));
}
const parent = (memberId: string, here = true): Member => ({ memberId, role: 'parent', name: '', me: false, deviceIds: here ? ['d'] : [], countable: true });

describe('the closing that stands', () => {
  test('is the one with the lowest id that was not taken back, in every order', () => {
    const all = [act('5', { type: 'closing', outcome: 'declined' }), act('3', { type: 'closing', outcome: 'completed' }),
      act('7', { type: 'closingBack', target: '9' }), act('9', { type: 'closing', outcome: 'not_reached' })];
    for (const one of orders(all)) expect(closingOf(inOrder(one))?.rec.id).toBe('3');
    for (const one of orders([...all, act('8', { type: 'closingBack', target: '3' })])) expect(closingOf(inOrder(one))?.rec.id).toBe('5');
    expect(closingOf([])).toBeNull();
    expect(closingOf([act('7', { type: 'closingBack', target: '9' }), act('9', { type: 'closing', outcome: 'completed' })]), 'taken back before it came').toBeNull();
  });

  test('its times: from the sender\'s clock, never later than it was learned of, with a day to read for who is late', () => {
    const at = (sentAtMs: number, learnedAtMs: number, mine = false) => {
      const { openUntilMs, endsAtMs } = closingOf([act('1', { type: 'closing', outcome: 'completed' }, { sentAtMs, learnedAtMs, mine })])!;
      return [openUntilMs, endsAtMs];
    };
    expect(at(1000, 1000, true)).toEqual([1000 + CLOSING_GRACE_MS, 1000 + CLOSING_GRACE_MS]);
    expect(at(1000, 5000)).toEqual([1000 + CLOSING_GRACE_MS, 1000 + CLOSING_GRACE_MS]);
    expect(at(9_000_000, 5000)).toEqual([5000 + CLOSING_GRACE_MS, 5000 + CLOSING_GRACE_MS]);
    const late = 1000 + CLOSING_GRACE_MS + 77;
    expect(at(1000, late)).toEqual([1000 + CLOSING_GRACE_MS, late + CLOSING_READ_MS]);
  });
});

describe('objections, feelings, feedback', () => {
  test('an objection is each parent\'s own and the last word counts', () => {
    const say = (id: string, memberId: string, stands: boolean, target = 't') => act(id, { type: 'objection', target, stands }, { memberId });
    expect(objectionsTo(inOrder([say('1', 'a', true), say('2', 'b', true), say('3', 'a', false), say('4', 'c', true, 'u')]), 't')).toEqual(['b']);
    expect(objectionsTo(inOrder([say('1', 'a', true), say('2', 'a', false), say('3', 'a', true)]), 't')).toEqual(['a']);
  });

  test('a feeling that was taken back is not shown', () => {
    const say = (id: string, memberId: string, moment: 'first' | 'last', face: number) => act(id, { type: 'feeling', moment, face }, { memberId });
    expect(feelingsShown(inOrder([say('1', 'a', 'first', 2), say('2', 'a', 'last', 4), say('3', 'b', 'first', 1), say('4', 'b', 'first', 0)])))
      .toEqual([{ memberId: 'a', first: 2, last: 4, experience: null }]);
  });

  test('feedback needs a yes from every parent who is in, to the question that was asked', () => {
    const ask = act('q', { type: 'feedbackAsk' });
    const say = (id: string, memberId: string, yes: boolean, target = 'q') => act(id, { type: 'feedbackAnswer', target, yes }, { memberId });
    const state = (recs: ActRec[], members: Member[]) => feedbackOf(inOrder(recs), members).state;
    expect(state([], [parent('a')])).toBe('none');
    expect(state([ask], [parent('a')])).toBe('asked');
    expect(state([ask, say('1', 'a', true, 'other')], [parent('a')]), 'another question').toBe('asked');
    expect(state([ask, say('1', 'a', true)], [parent('a')])).toBe('yes');
    expect(state([ask, say('1', 'a', true)], [parent('a'), parent('b')])).toBe('asked');
    expect(state([ask, say('1', 'a', true)], [parent('a'), parent('b', false)]), 'who has left is not waited for').toBe('yes');
    expect(state([ask, say('1', 'a', true), say('2', 'b', false)], [parent('a'), parent('b')])).toBe('no');
    expect(state([ask, say('1', 'a', false), say('2', 'a', true)], [parent('a')]), 'changed').toBe('yes');
    expect(state([ask], []), 'nobody to agree').toBe('asked');
  });
});
