/** What stands in the fields of a card, and what is wrong with it. Times are on the organisation's clocks. */
import { CARD_AHEAD_DAYS, CARD_LINE_MAX_CHARS, CARD_LINES_MAX, CARD_TEXT_MAX_CHARS, CARD_TITLE_MAX_CHARS, type CardDraft, type CardKind, type CardView } from '../../domain/api.ts';
import { DAY_MS, stockholmOffsetMs } from '../../domain/days.ts';
import { phoneLink } from '../../domain/phone_number.ts';
import { dayOfField } from './away.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** As the browser's fields hold them: "2026-12-07", "14:30". */
export interface TimeFields { date: string; time: string }
export interface CardForm { title: string; text: string; lines: string; times: TimeFields[] }
export interface CardFault { field: 'title' | 'text' | 'lines' | 'times'; key: string; count: number }

/** null: not both, or no such day. */
export function momentOf({ date, time }: TimeFields): number | null {
  const day = dayOfField(date);
  const parts = /^(\d{2}):(\d{2})/.exec(time);
  if (day === null || !parts) return null;
  const local = day * DAY_MS + Number(parts[1]) * HOUR_MS + Number(parts[2]) * MINUTE_MS;
  return local - stockholmOffsetMs(local - HOUR_MS);
}
export function fieldsOf(ms: number): TimeFields {
  const local = new Date(ms + stockholmOffsetMs(ms)).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

export const formOf = (card: CardView | null): CardForm => ({ title: card?.title ?? '', text: card?.text ?? '',
  lines: (card?.lines ?? []).map(({ text }) => text).join('\n'), times: card && card.times.length > 0 ? card.times.map(fieldsOf) : [{ date: '', time: '' }] });

const chars = (text: string): number => [...text.trim()].length;
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

function timesFault({ times }: CardForm, known: readonly number[], nowMs: number): boolean {
  const filled = times.filter(({ date, time }) => date !== '' || time !== '');
  const moments = filled.map(momentOf);
  return filled.length === 0 || moments.some((ms) => ms === null || (!known.includes(ms) && (ms <= nowMs || ms > nowMs + CARD_AHEAD_DAYS * DAY_MS)));
}

/** The first thing that is wrong; null: nothing is. known: times that it has already. */
export function cardFault(kind: CardKind, form: CardForm, known: readonly number[], nowMs: number): CardFault | null {
  const lines = linesOf(form.lines);
  if (kind === 'phone' && form.title.trim() === '') return { field: 'title', key: 'card-empty', count: 0 };
  if (chars(form.title) > CARD_TITLE_MAX_CHARS) return { field: 'title', key: 'card-too-long', count: CARD_TITLE_MAX_CHARS };
  if (kind === 'phone' && phoneLink(form.text) === null) return { field: 'text', key: 'problem-phone_bad', count: 0 };
  if (kind === 'agreed' && form.text.trim() === '') return { field: 'text', key: 'card-empty', count: 0 };
  if (chars(form.text) > CARD_TEXT_MAX_CHARS) return { field: 'text', key: 'card-too-long', count: CARD_TEXT_MAX_CHARS };
  if (kind === 'week' && (lines.length < 1 || lines.length > CARD_LINES_MAX)) return { field: 'lines', key: 'card-bad-lines', count: CARD_LINES_MAX };
  if (kind === 'week' && lines.some((line) => chars(line) > CARD_LINE_MAX_CHARS)) return { field: 'lines', key: 'card-long-line', count: CARD_LINE_MAX_CHARS };
  return kind === 'meeting' && timesFault(form, known, nowMs) ? { field: 'times', key: 'card-bad-time', count: 0 } : null;
}

export const draftOf = (kind: CardKind, form: CardForm): CardDraft => ({ kind, title: form.title, text: form.text,
  times: kind === 'meeting' ? form.times.map(momentOf).filter((ms) => ms !== null) : [], lines: kind === 'week' ? linesOf(form.lines) : [] });
