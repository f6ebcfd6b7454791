/** One lock of the Web Locks API, as far as tabs use it: ifAvailable, signal, steal. Node has none of its own. */

interface Held { release(): void; stolen(error: Error): void }
type Work = (lock: object | null) => Promise<void> | undefined;

export class Locks {
  private held_: Held | null = null;
  private waiting_: (() => void)[] = [];

  /** For `navigator.locks`. */
  request(_name: string, options: { ifAvailable?: boolean; steal?: boolean; signal?: AbortSignal }, work: Work): Promise<void> {
    if (options.steal) {
      this.held_?.stolen(new Error('AbortError'));
      this.held_ = null;
    }
    if (this.held_ && options.ifAvailable) return Promise.resolve(work(null));
    return new Promise((resolve, reject) => {
      const take = (): void => {
        const held: Held = { release: () => undefined, stolen: reject };
        this.held_ = held;
        void Promise.resolve(work({})).then(() => {
          resolve();
          if (this.held_ !== held) return;
          this.held_ = null;
          this.waiting_.shift()?.();
        });
      };
      if (!this.held_) return take();
      this.waiting_.push(take);
      options.signal?.addEventListener('abort', () => {
        this.waiting_ = this.waiting_.filter((one) => one !== take);
        reject(new Error('AbortError'));
      });
    });
  }
}
