/** When a device that nobody touches locks by itself, at the edges of its time and with clocks that jump. */
import { describe, expect, test } from 'vitest';
import { LOCK_MINUTES, LOCK_MINUTES_DEFAULT, LOCK_WARN_MS, lockAfterMinutes, lockPhase, STAFF_MINUTES_MAX, type Reading } from '../../../client-web/src/domain/auto_lock';

const MINUTE_MS = 60_000;
const USED: Reading = { wallMs: Date.UTC(2026, 10, 28, 21), steadyMs: 5_000 };
const after = (wall_ms: number, steady_ms = wall_ms): Reading => ({ wallMs: USED.wallMs + wall_ms, steadyMs: USED.steadyMs + steady_ms });

describe('locking by itself', () => {
  test.each(LOCK_MINUTES)('after %i minutes it is due, half a minute before it says so', (minutes) => {
    const limit_ms = minutes * MINUTE_MS;
    expect(lockPhase(USED, USED, minutes)).toBe('open');
    expect(lockPhase(USED, after(limit_ms - LOCK_WARN_MS - 1), minutes)).toBe('open');
    expect(lockPhase(USED, after(limit_ms - LOCK_WARN_MS), minutes)).toBe('soon');
    expect(lockPhase(USED, after(limit_ms - 1), minutes)).toBe('soon');
    expect(lockPhase(USED, after(limit_ms), minutes)).toBe('due');
    expect(lockPhase(USED, after(1000 * limit_ms), minutes)).toBe('due');
  });

  test('a phone that slept: the steady clock stood still, and it is due at once', () => {
    expect(lockPhase(USED, after(15 * MINUTE_MS, 40), 15)).toBe('due');
  });

  test('a clock that was set back does not keep it open; one that was set ahead locks too early and not too late', () => {
    expect(lockPhase(USED, after(-3_600_000, 15 * MINUTE_MS), 15)).toBe('due');
    expect(lockPhase(USED, after(-3_600_000, 15 * MINUTE_MS - LOCK_WARN_MS), 15)).toBe('soon');
    expect(lockPhase(USED, after(-3_600_000, 1000), 15)).toBe('open');
    expect(lockPhase(USED, after(3_600_000, 1000), 15)).toBe('due');
    expect(lockPhase(USED, after(MINUTE_MS, 1000), 15), 'an hour\'s correction is a lock, a minute\'s is none').toBe('open');
  });

  test('what was stored is a choice or nothing; staff never stay open longer than their session', () => {
    for (const minutes of LOCK_MINUTES) expect(lockAfterMinutes('parent', String(minutes))).toBe(minutes);
    for (const bad of [null, '', '0', '-1', '7', '1e9', 'NaN', 'Infinity', '15.0']) expect(lockAfterMinutes('parent', bad)).toBe(LOCK_MINUTES_DEFAULT);
    expect(lockAfterMinutes(null, '60'), 'a parent who waits in a queue').toBe(60);
    for (const role of ['supporter', 'coordinator', 'lead'] as const) {
      expect(lockAfterMinutes(role, '60')).toBe(STAFF_MINUTES_MAX);
      expect(lockAfterMinutes(role, '5')).toBe(5);
      expect(lockAfterMinutes(role, null)).toBe(LOCK_MINUTES_DEFAULT);
    }
  });
});
