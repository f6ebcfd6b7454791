/**
 * Things to return to: what stands, as pure functions over the acts that are here. The same on every device that has the same
 * acts, in whatever order they came:
 *
 *   a card    the highest revision, then the lower author's id; its kind never changes, and once taken away it stays away
 *   the rest  (a tick, a pin, an answer) the newest by its own time, then by id; who says one makes it newer than all that they know
 *
 * A parent says meetings alone, and changes nothing else: proposals go both ways.
 */
import { actsOf } from './acts';
import type { Act, CardKind, CircleRole, Member } from './crypto_port';
import type { ActRec, ItemRec } from './records';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;
export type RecOf<T extends Act['type']> = ActRec & { act: ActOf<T> };
export type CardRec = RecOf<'card'>;
/** The author's role, as far as it is known. */
export type RoleOf = (memberId: string) => CircleRole | undefined;

/** A meeting without an end of its own. */
export const MEETING_MS = 3_600_000;

export const kindsFor = (role: CircleRole | null | undefined): CardKind[] =>
  (role === 'supporter' ? ['meeting', 'phone', 'agreed', 'week'] : role === 'parent' ? ['meeting'] : []);

function follows(before: CardRec | null, rec: CardRec, roleOf: RoleOf): boolean {
  const { kind } = rec.act;
  const free = roleOf(rec.memberId) === 'supporter';
  if (!before) return kind !== 'gone' && (free || kind === 'meeting');
  if (kind !== 'gone' && kind !== before.act.kind) return false;
  return free || before.act.kind === 'meeting';
}

/** Each card's last word, also where that is that it was taken away. */
export function wordsOfCards(items: readonly ItemRec[], roleOf: RoleOf): Map<string, CardRec> {
  const inOrder = [...actsOf(items, 'card')].sort((a, b) => a.act.revision - b.act.revision
    || (a.memberId === b.memberId ? 0 : a.memberId < b.memberId ? -1 : 1) || (a.id < b.id ? -1 : 1));
  const stands = new Map<string, CardRec>();
  for (const rec of inOrder) {
    const before = stands.get(rec.act.cardId) ?? null;
    if (before?.act.revision === rec.act.revision) continue;
    if (follows(before, rec, roleOf)) stands.set(rec.act.cardId, rec);
  }
  return stands;
}

const KIND_ORDER: readonly string[] = ['meeting', 'agreed', 'week', 'phone'];
const firstTime = ({ act }: CardRec): number => act.times[0] ?? 0;

/** What has not been taken away, as it is shown: meetings by their time, then by kind. */
export const liveCards = (items: readonly ItemRec[], roleOf: RoleOf): CardRec[] =>
  [...wordsOfCards(items, roleOf).values()].filter(({ act }) => act.kind !== 'gone').sort((a, b) =>
    KIND_ORDER.indexOf(a.act.kind) - KIND_ORDER.indexOf(b.act.kind) || firstTime(a) - firstTime(b) || (a.act.cardId < b.act.cardId ? -1 : 1));

const newer = (a: ActRec, b: ActRec): boolean => a.sentAtMs > b.sentAtMs || (a.sentAtMs === b.sentAtMs && a.id > b.id);
function newest<T extends ActRec, K>(recs: readonly T[], keyOf: (rec: T) => K): Map<K, T> {
  const last = new Map<K, T>();
  for (const rec of recs) {
    const known = last.get(keyOf(rec));
    if (!known || newer(rec, known)) last.set(keyOf(rec), rec);
  }
  return last;
}

/** By line, of the revision that stands: ticks of another one are not heard. */
export const ticksOf = (items: readonly ItemRec[], { act: card }: CardRec): Map<number, RecOf<'tick'>> =>
  newest(actsOf(items, 'tick').filter(({ act }) => act.cardId === card.cardId && act.revision === card.revision && act.line < card.lines.length), ({ act }) => act.line);

/** By member, of the revision that stands; not of whoever proposed it. */
export const answersTo = (items: readonly ItemRec[], card: CardRec): Map<string, RecOf<'meetingAnswer'>> =>
  newest(actsOf(items, 'meetingAnswer').filter(({ act, memberId }) => act.cardId === card.act.cardId && act.revision === card.act.revision
    && act.choice <= card.act.times.length && memberId !== card.memberId), ({ memberId }) => memberId);

/** By content id. */
export const pinsOf = (items: readonly ItemRec[]): Map<string, RecOf<'pin'>> => newest(actsOf(items, 'pin'), ({ act }) => act.target);

/** Who has yet to say whether a time suits: the parents who are in; when a parent proposes, any supporter's word is enough. */
export function waitsFor(items: readonly ItemRec[], card: CardRec, members: readonly Member[]): string[] {
  const answers = answersTo(items, card);
  const inside = members.filter((m) => m.deviceIds.length > 0 && m.memberId !== card.memberId);
  const parents = inside.filter((m) => m.role === 'parent' && !answers.has(m.memberId));
  const supporters = inside.filter((m) => m.role === 'supporter');
  const byParent = members.find((m) => m.memberId === card.memberId)?.role === 'parent';
  const asked = byParent && !supporters.some((m) => answers.has(m.memberId)) ? [...parents, ...supporters] : parents;
  return asked.map((m) => m.memberId);
}

/** The time that everybody has said yes to; null: there is none yet. */
export function agreedTime(items: readonly ItemRec[], card: CardRec, members: readonly Member[]): number | null {
  const choices = new Set([...answersTo(items, card).values()].map(({ act }) => act.choice));
  const [choice] = choices;
  if (choices.size !== 1 || choice === undefined || waitsFor(items, card, members).length > 0) return null;
  return card.act.times[choice - 1] ?? null;
}

/** What is told in the conversation: a card that is new, changed or taken away; not one that is given again to a newcomer. */
export function isNewWord(items: readonly ItemRec[], rec: { id: string; order: number; act: ActOf<'card'> }): boolean {
  return !actsOf(items, 'card').some((one) => one.id !== rec.id && one.order < rec.order && one.act.cardId === rec.act.cardId && one.act.revision >= rec.act.revision);
}
