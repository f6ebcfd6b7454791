/**
 * One tab owns the engine: a Web Lock that lives as long as the tab. Taking over asks the owner
 * to finish and let go; a frozen owner's lock is stolen (the database's fence keeps it out then).
 */
import type { Ownership } from '../domain/ports';

const LOCK = 'bredvid-engine';
const CHANNEL = 'bredvid-engine';
const ASK = 'let-go';
/** How long an owner may take to finish what it writes. */
const POLITE_MS = 4_000;

export class TabOwnership implements Ownership {
  private let_go_: (() => void) | null = null;
  private readonly channel_ = new BroadcastChannel(CHANNEL);

  async acquire(mode: 'if_free' | 'take', lost: () => Promise<void>): Promise<boolean> {
    if (this.let_go_) return true;
    if (await this.request({ ifAvailable: true }, lost)) return true;
    if (mode === 'if_free') return false;
    this.channel_.postMessage(ASK);
    const polite = await this.request({ signal: AbortSignal.timeout(POLITE_MS) }, lost);
    return polite || this.request({ steal: true }, lost);
  }

  /** Resolves true once the lock is held; the lock itself is kept until let_go_ or the tab's end. */
  private request(options: LockOptions, lost: () => Promise<void>): Promise<boolean> {
    return new Promise((resolve) => {
      const held = navigator.locks.request(LOCK, options, (lock) => {
        if (!lock) { resolve(false); return undefined; }
        resolve(true);
        return this.hold(lost);
      });
      // Not granted in time, or stolen by a tab that could not wait.
      held.catch(() => {
        resolve(false);
        if (this.let_go_) { this.let_go_ = null; this.channel_.onmessage = null; void lost(); }
      });
    });
  }

  private hold(lost: () => Promise<void>): Promise<void> {
    return new Promise((release) => {
      this.let_go_ = release;
      this.channel_.onmessage = ({ data }) => {
        if (data !== ASK) return;
        this.channel_.onmessage = null;
        void lost().finally(() => {
          this.let_go_ = null;
          release();
        });
      };
    });
  }
}
