/**
 * When a device that nobody touches locks by itself. Whoever has the phone next finds it locked.
 *
 * Two clocks are compared, and whichever says that more time has gone by is believed. The wall clock goes on while the phone
 * sleeps; the steady one while the wall clock is set back. A clock that is set ahead can so lock too early, and none too late.
 */
import type { Role } from './api_views';

export const LOCK_MINUTES = [1, 5, 15, 60] as const;
export const LOCK_MINUTES_DEFAULT = 15;
/** A server closes a staff session after as long (the default of its configuration). */
export const STAFF_MINUTES_MAX = 30;
/** This long before, it says so. */
export const LOCK_WARN_MS = 30_000;

/** wall: since 1970; steady: since some moment, never back. */
export interface Reading { wallMs: number; steadyMs: number }

/** chosen: as it was stored, whatever that is. */
export function lockAfterMinutes(role: Role | null, chosen: string | null): number {
  const minutes = LOCK_MINUTES.find((one) => String(one) === chosen) ?? LOCK_MINUTES_DEFAULT;
  return role === null || role === 'parent' ? minutes : Math.min(minutes, STAFF_MINUTES_MAX);
}

/** open; soon: in less than LOCK_WARN_MS; due: now. */
export function lockPhase(used: Reading, now: Reading, minutes: number): 'open' | 'soon' | 'due' {
  const left_ms = minutes * 60_000 - Math.max(now.wallMs - used.wallMs, now.steadyMs - used.steadyMs);
  return left_ms <= 0 ? 'due' : left_ms <= LOCK_WARN_MS ? 'soon' : 'open';
}
