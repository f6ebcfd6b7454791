/** A connection for a question that is asked before anybody is logged in: a slip, the PIN's share. */
import { errorName } from '../wire/error_codes';
import type { Request, ServerFrame } from '../wire/frames';
import { Failure } from './errors';
import { waitAfter } from './patience';
import type { Clock, Net } from './ports';

/** A person waits for the answer: after so long, "offline" is the kinder one. */
export const DEMAND_TIMEOUT_MS = 15_000;

/** A server that is too busy is asked so often, as late as it says each time; then the person is told. */
export const ASK_TRIES = 4;

export class Demand {
  private waiting_: { up(): void; failed(): void }[] = [];
  /** the last try found no server */
  failed = false;

  constructor(private readonly net_: Net, private readonly clock_: Clock, private readonly random_: () => number) {}

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

  /** A question on such a connection. A busy server ends it; the next try makes another. */
  async ask(request: Request): Promise<ServerFrame> {
    for (let tries = 1; ; tries++) {
      await this.connect();
      const answer = await this.net_.request(request);
      const busy = answer.type === 'error' && errorName(answer.code) === 'too_many' && answer.detail > 0;
      if (!busy || tries === ASK_TRIES) return answer;
      const wait_ms = waitAfter('too_many', answer.detail, 0, this.random_());
      await new Promise<void>((resolve) => { this.clock_.after(wait_ms, resolve); });
    }
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
