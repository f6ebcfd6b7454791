/** A phone's time: it stands still while the phone sleeps and jumps when it wakes. What was due meanwhile happens then, once. */
import type { Clock } from '../../client-web/src/domain/ports';

interface Timer { at_ms: number; call: () => void }

export class PhoneClock implements Clock {
  private timers_ = new Set<Timer>();

  constructor(private now_ms_: number) {}

  nowMs(): number { return this.now_ms_; }

  after(wait_ms: number, call: () => void): () => void {
    const timer = { at_ms: this.now_ms_ + Math.max(0, wait_ms), call };
    this.timers_.add(timer);
    return () => { this.timers_.delete(timer); };
  }

  jump(to_ms: number): void {
    this.now_ms_ = Math.max(this.now_ms_, to_ms);
    this.fire();
  }

  /** What is due now, in its order. What that starts for this very moment comes with the next call. */
  fire(): void {
    const due = [...this.timers_].filter(({ at_ms }) => at_ms <= this.now_ms_).sort((a, b) => a.at_ms - b.at_ms);
    for (const timer of due) if (this.timers_.delete(timer)) timer.call();
  }
}
