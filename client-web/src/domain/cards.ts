/**
 * Cards, ticks, pins and answers to proposed meetings: saying them, and saying them again to whoever comes in. What stands is
 * read from the acts (card_rules.ts). They are of the circle and go with it (ending.ts), not with the age of texts.
 */
import { CARD_AHEAD_DAYS, CARD_LINE_MAX_CHARS, CARD_LINES_MAX, CARD_TEXT_MAX_CHARS, CARD_TIMES_MAX, CARD_TITLE_MAX_CHARS, CARDS_MAX, type CardDraft } from './api';
import { closingOf, say } from './acts';
import { answersTo, kindsFor, liveCards, pinsOf, ticksOf, type CardRec, type RoleOf } from './card_rules';
import type { Context } from './context';
import type { Act, CardAct } from './crypto_port';
import { DAY_MS } from './days';
import { Failure } from './errors';
import { LONE_SURROGATE } from './messages';
import { phoneLink } from './phone_number';
import { enqueue, queueOf } from './queue';
import { itemKey, type ActRec, type ItemRec } from './records';
import type { Tx } from './repo';

const CONTROL = /[\u0000-\u001f\u007f]+/gu;

export const rolesIn = (ctx: Context, circleId: string): RoleOf => {
  const roles = new Map(ctx.repo.circle(circleId).members().map((m) => [m.memberId, m.role]));
  return (memberId) => roles.get(memberId);
};

/** Whatever is said now has to reach the others. */
function requireOpen(ctx: Context, tx: Tx, circleId: string): ItemRec[] {
  const items = tx.all('item', `${circleId}:`);
  const until = closingOf(items)?.openUntilMs ?? Infinity;
  const { closed, leaving } = tx.circleRec(circleId);
  if (closed || leaving || until <= ctx.clock.nowMs()) throw new Failure('not_a_member');
  return items;
}

function cardOf(ctx: Context, circleId: string, items: readonly ItemRec[], cardId: string): CardRec {
  const rec = liveCards(items, rolesIn(ctx, circleId)).find(({ act }) => act.cardId === cardId);
  if (!rec) throw new Failure('unknown');
  return rec;
}

function checked(text: string, most: number, oneLine: boolean): string {
  const clean = (oneLine ? text.replace(CONTROL, ' ') : text).replace(LONE_SURROGATE, '\uFFFD').normalize('NFC').trim();
  const size = [...clean].length;
  if (size > most) throw new Failure('text_too_long', size);
  return clean;
}

/** known: times that it had before may be over by now. */
function checkedTimes({ kind, times }: CardDraft, known: readonly number[], now_ms: number): number[] {
  const wanted = kind === 'meeting' ? [...new Set(times)].sort((a, b) => a - b) : [];
  const possible = wanted.every((ms) => known.includes(ms) || (Number.isSafeInteger(ms) && ms > now_ms && ms <= now_ms + CARD_AHEAD_DAYS * DAY_MS));
  if (!possible || wanted.length > CARD_TIMES_MAX || (kind === 'meeting') !== (wanted.length > 0)) throw new Failure('not_allowed');
  return wanted;
}

type Said = Omit<CardAct, 'type' | 'cardId' | 'revision'>;
function checkedCard(draft: CardDraft, known: readonly number[], now_ms: number): Said {
  const title = checked(draft.title, CARD_TITLE_MAX_CHARS, true);
  const text = checked(draft.text, CARD_TEXT_MAX_CHARS, draft.kind === 'phone');
  const lines = draft.kind === 'week' ? draft.lines.map((line) => checked(line, CARD_LINE_MAX_CHARS, true)).filter((line) => line !== '') : [];
  if (lines.length > CARD_LINES_MAX) throw new Failure('not_allowed');
  if ((draft.kind === 'agreed' && text === '') || (draft.kind === 'week' && lines.length === 0) || (draft.kind === 'phone' && title === '')) throw new Failure('text_empty');
  if (draft.kind === 'phone' && phoneLink(text) === null) throw new Failure('phone_bad');
  return { kind: draft.kind, title, text, times: checkedTimes(draft, known, now_ms), lines };
}

/** cardId null: a new one. cards_full; phone_bad; text_empty, text_too_long; not_allowed: somebody else's kind, or impossible times. */
export function saveCard(ctx: Context, circleId: string, draft: CardDraft, cardId: string | null): Promise<{ id: string }> {
  return ctx.repo.run((tx) => {
    const items = requireOpen(ctx, tx, circleId);
    const before = cardId === null ? null : cardOf(ctx, circleId, items, cardId);
    const own = ctx.repo.circle(circleId).members().find((m) => m.me)?.role;
    if (!kindsFor(own).includes(draft.kind) || (before && before.act.kind !== draft.kind)) throw new Failure('not_allowed');
    if (!before && liveCards(items, rolesIn(ctx, circleId)).length >= CARDS_MAX) throw new Failure('cards_full', CARDS_MAX);
    const said = checkedCard(draft, before?.act.times ?? [], ctx.clock.nowMs());
    const id = before?.act.cardId ?? ctx.core.newId();
    if (before && same(before.act, said)) return { id };
    say(ctx, tx, circleId, { type: 'card', cardId: id, revision: (before?.act.revision ?? 0) + 1, ...said });
    return { id };
  });
}
const same = (a: Said, b: Said): boolean =>
  JSON.stringify([a.kind, a.title, a.text, a.times, a.lines]) === JSON.stringify([b.kind, b.title, b.text, b.times, b.lines]);

export function dropCard(ctx: Context, circleId: string, cardId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const before = cardOf(ctx, circleId, requireOpen(ctx, tx, circleId), cardId);
    const own = ctx.repo.circle(circleId).members().find((m) => m.me)?.role;
    if (!kindsFor(own).some((kind) => kind === before.act.kind)) throw new Failure('not_allowed');
    say(ctx, tx, circleId, { type: 'card', cardId, revision: before.act.revision + 1, kind: 'gone', title: '', text: '', times: [], lines: [] });
    return null;
  });
}

/** Newer than what is known here, whatever was done to the clock. */
const after = (ctx: Context, known: ActRec | undefined): number => Math.max(ctx.clock.nowMs(), known ? known.sentAtMs + 1 : 0);

export function tickCard(ctx: Context, circleId: string, cardId: string, line: number, done: boolean): Promise<null> {
  return ctx.repo.run((tx) => {
    const items = requireOpen(ctx, tx, circleId);
    const card = cardOf(ctx, circleId, items, cardId);
    if (card.act.lines[line] === undefined) throw new Failure('unknown');
    const known = ticksOf(items, card).get(line);
    if ((known?.act.done ?? false) === done) return null;
    say(ctx, tx, circleId, { type: 'tick', cardId, revision: card.act.revision, line, done }, after(ctx, known));
    return null;
  });
}

export function pinText(ctx: Context, circleId: string, itemId: string, pinned: boolean): Promise<null> {
  return ctx.repo.run((tx) => {
    const items = requireOpen(ctx, tx, circleId);
    const item = tx.get('item', itemKey(circleId, itemId));
    if (item?.type !== 'text' || item.gone) throw new Failure('unknown');
    const known = pinsOf(items).get(itemId);
    if ((known?.act.pinned ?? false) === pinned) return null;
    say(ctx, tx, circleId, { type: 'pin', target: itemId, pinned }, after(ctx, known));
    return null;
  });
}

/** choice: from 1, 0: none suits. not_allowed: whoever proposed it has said so already. */
export function answerMeeting(ctx: Context, circleId: string, cardId: string, choice: number): Promise<null> {
  return ctx.repo.run((tx) => {
    const items = requireOpen(ctx, tx, circleId);
    const card = cardOf(ctx, circleId, items, cardId);
    const me = ctx.repo.circle(circleId).memberId;
    if (card.memberId === me || card.act.kind !== 'meeting' || !Number.isInteger(choice) || choice < 0 || choice > card.act.times.length) throw new Failure('not_allowed');
    const known = answersTo(items, card).get(me);
    if (known?.act.choice === choice) return null;
    say(ctx, tx, circleId, { type: 'meetingAnswer', cardId, revision: card.act.revision, choice }, after(ctx, known));
    return null;
  });
}

/**
 * Somebody has come in who has read nothing of before. One device says each thing again: whose word it is, or else, when that person
 * has left or is who came (on a new phone), the first supporter's. An answer is nobody else's to say; so a meeting that somebody else
 * says again is a new revision, and everybody is asked once more. empty: who came with nothing; null: they have what they had.
 */
export function tellCards(ctx: Context, tx: Tx, circleId: string, empty: string | null): void {
  const items = tx.all('item', `${circleId}:`);
  const circle = ctx.repo.circle(circleId);
  const members = circle.members().filter((m) => m.deviceIds.length > 0);
  const first = members.filter((m) => m.role === 'supporter' && m.memberId !== empty).map((m) => m.memberId).sort()[0];
  const waiting = new Set(queueOf(tx, circleId).map(({ job, attempt }) => (job.kind === 'content' && !attempt ? job.contentId : '')));
  for (const rec of standing(ctx, circleId, items)) {
    const { act, mine, id, memberId, sentAtMs } = rec;
    if (mine && !waiting.has(id)) enqueue(ctx, tx, circleId, { kind: 'content', content: act, contentId: id, sentAtMs });
    const speaks = members.some((m) => m.memberId === memberId && memberId !== empty);
    if (mine || speaks || act.type === 'meetingAnswer' || first !== circle.memberId) continue;
    if (act.type !== 'card' || act.kind !== 'meeting') say(ctx, tx, circleId, act, sentAtMs);
    else if (act.times.some((ms) => ms > ctx.clock.nowMs())) say(ctx, tx, circleId, { ...act, revision: act.revision + 1 });
  }
}

/** All that makes up what stands; ticks that were taken back are as good as none. */
function standing(ctx: Context, circleId: string, items: readonly ItemRec[]): (ActRec & { act: Act })[] {
  const cards = liveCards(items, rolesIn(ctx, circleId));
  return [...cards, ...cards.flatMap((card) => [...ticksOf(items, card).values()].filter(({ act }) => act.done)),
    ...cards.flatMap((card) => [...answersTo(items, card).values()]), ...[...pinsOf(items).values()].filter(({ act }) => act.pinned)];
}

