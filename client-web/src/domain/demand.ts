/** A connection for a question that is asked before anybody is logged in: a slip, the PIN's share. */
import type { Clock, Net } from './ports';
import { Failure } from './errors';

/** A person waits for the answer: after so long, "offline" is the kinder one. */
export const DEMAND_TIMEOUT_MS = 15_000;

export class Demand {
  private waiting_: { up(): void; failed(): void }[] = [];
  /** the last try found no server */
  failed = false;

  constructor(private readonly net_: Net, private readonly clock_: Clock) {}

  /** Resolves on a connection that has said hello; offline when the first try fails. */
  async connect(): Promise<void> {
    if (!this.net_.hello()) {
      await new Promise<void>((resolve, reject) => {
        const cancel = this.clock_.after(DEMAND_TIMEOUT_MS, () => this.settle(false));
        this.waiting_.push({
          up: () => { cancel(); resolve(); },
          failed: () => { cancel(); reject(new Failure('offline')); },
        });
        this.net_.open();
        this.net_.retryNow();
      });
    }
    this.failed = false;
  }

  up(): void { this.settle(true); }

  /** The link's state has changed: a pause before the next try means that this one failed. */
  status(): void {
    if (this.net_.status().retryAtMs !== null) this.settle(false);
  }

  private settle(up: boolean): void {
    const waiting = this.waiting_;
    this.waiting_ = [];
    if (waiting.length > 0) this.failed = !up;
    for (const one of waiting) if (up) one.up(); else one.failed();
  }
}
