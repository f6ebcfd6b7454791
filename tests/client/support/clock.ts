/** Time that only moves when a test says so. */
import type { Clock } from '../../../client-web/src/domain/ports';

interface Timer { at_ms: number; call: () => void }

/** Sunday 14 June 2026, noon in Stockholm. */
export const NOON_MS = Date.UTC(2026, 5, 14, 10, 0, 0);

export class FakeClock implements Clock {
  private timers_: Timer[] = [];
  constructor(private now_ms_ = NOON_MS) {}

  nowMs(): number { return this.now_ms_; }
  after(wait_ms: number, call: () => void): () => void {
    const timer = { at_ms: this.now_ms_ + wait_ms, call };
    this.timers_.push(timer);
    return () => { this.timers_ = this.timers_.filter((t) => t !== timer); };
  }
  /** Everybody sleeps: nothing fires until time moves again. */
  jump(ms: number): void { this.now_ms_ += ms; }
  /** Fires what becomes due, in order, each at its own time. */
  advance(ms: number): void {
    const end_ms = this.now_ms_ + ms;
    for (;;) {
      const due = this.timers_.filter((t) => t.at_ms <= end_ms).sort((a, b) => a.at_ms - b.at_ms)[0];
      if (!due) break;
      this.timers_ = this.timers_.filter((t) => t !== due);
      this.now_ms_ = Math.max(this.now_ms_, due.at_ms);
      due.call();
    }
    this.now_ms_ = end_ms;
  }
}
