/**
 * Search on this device alone: what is open in memory is looked through each time, so that there is no index that could keep
 * what was deleted. It runs in the worker, so the page stays quick.
 */
import type { SearchHit, SearchView } from './api';
import type { Context } from './context';
import { Failure } from './errors';
import { fold, foldWithPlaces } from './fold';
import type { TextRec } from './records';
import { titleOf } from './views';

/** Shown; all are counted. */
export const HITS_MAX = 100;
/** Code points of a question */
export const QUERY_MAX_CHARS = 200;
const AROUND_CHARS = 60;

/** Every word has to be in it, whole or as a part of one. */
function wordsOf(query: string): string[] {
  if ([...query].length > QUERY_MAX_CHARS) throw new Failure('text_too_long', [...query].length);
  return [...new Set(fold(query).split(/\s+/u).filter((word) => word !== ''))];
}

const isInside = (at: number, text: string): boolean => at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at] ?? '');

/** The first place that was found, with what stands around it. */
export function excerpt(written: string, words: readonly string[]): Pick<SearchHit, 'before' | 'match' | 'after'> {
  const text = written.normalize('NFC');
  const { folded, places } = foldWithPlaces(text);
  const found = words.map((word) => ({ at: folded.indexOf(word), size: word.length })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0];
  if (!found) return { before: '', match: '', after: text.slice(0, 2 * AROUND_CHARS) };
  const from = places[found.at] ?? 0;
  // Marks that were folded away belong to the letter before them.
  let to = places[found.at + found.size] ?? text.length;
  if (to < from) to = from;
  let begin = Math.max(0, from - AROUND_CHARS);
  let end = Math.min(text.length, to + AROUND_CHARS);
  if (isInside(begin, text)) begin += 1;
  if (isInside(end, text)) end -= 1;
  return { before: (begin > 0 ? '…' : '') + text.slice(begin, from), match: text.slice(from, to), after: text.slice(to, end) + (end < text.length ? '…' : '') };
}

export function search(ctx: Context, query: string, circleId: string | null): SearchView {
  const words = wordsOf(query);
  if (words.length === 0) return { count: 0, hits: [] };
  const circles = new Map(ctx.repo.all('circle').filter((rec) => !rec.movedTo && !rec.ended && !rec.staff && (circleId === null || rec.circleId === circleId))
    .map((rec) => [rec.circleId, rec]));
  const found: TextRec[] = [];
  for (const item of ctx.repo.all('item', circleId === null ? '' : `${circleId}:`)) {
    if (item.type !== 'text' || item.gone || !circles.has(item.circleId)) continue;
    const folded = fold(item.text);
    if (words.every((word) => folded.includes(word))) found.push(item);
  }
  const newest = found.sort((a, b) => b.sentAtMs - a.sentAtMs || b.order - a.order).slice(0, HITS_MAX);
  return { count: found.length, hits: newest.map((item) => {
    const rec = circles.get(item.circleId)!;
    const circle = ctx.repo.circle(item.circleId);
    const author = circle.members().find((m) => m.memberId === item.memberId)?.name || (item.before?.name ?? '');
    return { circleId: item.circleId, title: titleOf(rec, circle), itemId: item.id, mine: item.mine, author, sentAtMs: item.sentAtMs, ...excerpt(item.text, words) };
  }) };
}
