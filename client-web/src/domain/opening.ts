/**
 * Is somebody there now, and when can an answer be expected? The twin of server/domain/opening_hours.h; both are held to
 * tests/golden/opening.json. It is computed here because a page stays open for days without a word from the server.
 */
import type { Opening } from './api';
import { dayOf, startOfDay, stockholmOffsetMs } from './days';
import { isHoliday, weekdayOf } from './holidays';

/** How far ahead an opening is looked for; as the server does. */
const LOOK_AHEAD_DAYS = 400;
const ON_HOLIDAYS = 7;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export interface ExpectedAnswer {
  open: boolean;
  /** when it closes; null: it is closed, or never closes */
  closesMs: number | null;
  /** when it opens next; null: it is open, or opens nowhere within sight */
  opensMs: number | null;
  /** until when the promise to somebody who writes now is kept; null: nothing is promised */
  answerByMs: number | null;
}

/** The instant at which Stockholm's clocks show so many minutes after midnight. */
function atMinute(day: number, minute: number): number {
  const midnight = startOfDay(day);
  const unchanged = midnight + minute * MINUTE_MS;
  const gained = stockholmOffsetMs(unchanged) - stockholmOffsetMs(midnight);
  const moved = unchanged - gained;
  return stockholmOffsetMs(moved) === stockholmOffsetMs(unchanged) ? moved : unchanged;
}

function* stretches(today: number, { times, eves, closed }: Opening): Generator<{ from: number; to: number }> {
  if (times.length === 0) return;
  for (let day = today; day <= today + LOOK_AHEAD_DAYS; day += 1) {
    if (closed.includes(day)) continue;
    const on = isHoliday(day, eves) ? ON_HOLIDAYS : weekdayOf(day);
    for (const time of times) if (time.on === on) yield { from: atMinute(day, time.from_min), to: atMinute(day, time.to_min) };
  }
}

/** Stretches that meet are one. The promise runs while it is open. */
export function expectedAnswer(nowMs: number, opening: Opening): ExpectedAnswer {
  const answer: ExpectedAnswer = { open: false, closesMs: null, opensMs: null, answerByMs: null };
  const promised = opening.answer_within_h > 0;
  let left = opening.answer_within_h * HOUR_MS;
  let end: number | null = null;
  let over = false;
  for (const { from, to } of stretches(dayOf(nowMs), opening)) {
    if (over && (!promised || answer.answerByMs !== null)) break;
    if (to <= nowMs || from >= to) continue;
    if (end === null) {
      answer.open = from <= nowMs;
      if (!answer.open) answer.opensMs = from;
      end = to;
    } else if (!over && from <= end) end = to;
    else over = true;
    if (!promised || answer.answerByMs !== null) continue;
    left -= to - Math.max(from, nowMs);
    if (left <= 0) answer.answerByMs = to + left;
  }
  if (answer.open && over) answer.closesMs = end;
  return answer;
}
