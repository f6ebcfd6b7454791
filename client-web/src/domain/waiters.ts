/** Promises by name that something elsewhere settles, with an optional limit in time. */
import type { Clock } from './ports';
import { Failure } from './errors';

interface Waiter { resolve(): void; reject(error: Failure): void }

export class Waiters {
  private readonly waiting_ = new Map<string, Waiter[]>();

  constructor(private readonly clock_: Clock) {}

  wait(name: string, timeout_ms?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = timeout_ms === undefined ? () => undefined : this.clock_.after(timeout_ms, () => reject(new Failure('offline')));
      const waiter: Waiter = {
        resolve: () => { cancel(); resolve(); },
        reject: (error) => { cancel(); reject(error); },
      };
      this.waiting_.set(name, [...(this.waiting_.get(name) ?? []), waiter]);
    });
  }

  resolve(name: string): void {
    for (const waiter of this.take(name)) waiter.resolve();
  }
  reject(name: string, code: string, detail = 0): void {
    for (const waiter of this.take(name)) waiter.reject(new Failure(code, detail));
  }
  rejectAll(code: string): void {
    for (const name of [...this.waiting_.keys()]) this.reject(name, code);
  }

  private take(name: string): Waiter[] {
    const waiters = this.waiting_.get(name) ?? [];
    this.waiting_.delete(name);
    return waiters;
  }
}
