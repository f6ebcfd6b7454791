/** The real clock behind the domain's port. */
import type { Clock } from '../domain/ports';

/** Longer timers overflow in browsers and would fire at once: they are cut into pieces. */
const TIMER_MAX_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after: (wait_ms, call) => {
    let cancelled = false;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (rest_ms: number): void => {
      const piece_ms = Math.min(rest_ms, TIMER_MAX_MS);
      timer = setTimeout(() => {
        if (cancelled) return;
        if (rest_ms > piece_ms) wait(rest_ms - piece_ms);
        else call();
      }, piece_ms);
    };
    wait(Math.max(0, wait_ms));
    return () => { cancelled = true; clearTimeout(timer); };
  },
};
