/** How long to wait before something that the server put off is asked again. Nothing is ever given up for being put off. */

/** A server that asks for more is asked again after this: its clock or its words may be wrong, and somebody waits. */
export const WAIT_MAX_MS = 5 * 60_000;
/** What is counted tomorrow is not asked about every minute until then. */
export const TOMORROW_MAX_MS = 60 * 60_000;

/**
 * `too_many` carries the milliseconds to wait; half as much again is drawn, so that a crowd that was turned away together does not
 * come back together. `tally_limit` and `attachment_day_limit` carry what is left of the day. Any other refusal waits its usual time. random: [0, 1).
 */
export function waitAfter(code: string, detail: number, usual_ms: number, random: number): number {
  if (code === 'tally_limit' || code === 'attachment_day_limit') return Math.max(usual_ms, Math.min(detail, TOMORROW_MAX_MS));
  if (code !== 'too_many' || !(detail > 0)) return usual_ms;
  const asked_ms = Math.min(detail, WAIT_MAX_MS);
  return Math.round(asked_ms + (asked_ms / 2) * random);
}

/** [0, 1) from a source of random bytes. */
export function fraction(randomBytes: (count: number) => Uint8Array): number {
  return (randomBytes(1)[0] ?? 0) / 256;
}
