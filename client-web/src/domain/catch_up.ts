/**
 * After a login nothing leaves in a circle before everything that the server had then has been read.
 *
 * In the order there may be a message of ours that this state knows nothing of: an older state was restored, and its next key
 * has been used already. And a text encrypted before a commit is read would only come back as stale.
 *
 * Envelopes that have expired never come. The server answers in order, so when several questions in a row are answered and
 * nothing came between, there is nothing more.
 */
import type { Context } from './context';
import { codeOf } from './errors';
import type { Inbox } from './inbox';
import { decideAfterCatchUp, type NamedCircle } from './thread';

/** Longer than the server needs to read one window of envelopes. */
export const QUIET_MS = 5_000;
/** A busy server may skip a turn. */
export const QUIET_ASKS = 3;

interface Target { named: NamedCircle; sequence: number; quiet: number }

export class CatchUp {
  private targets_ = new Map<string, Target>();
  private cancel_: () => void = () => undefined;
  private stopped_ = false;

  constructor(private readonly ctx_: Context, private readonly inbox_: Pick<Inbox, 'idle'>) {}

  behind(circleId: string): boolean { return this.targets_.has(circleId); }

  begin(circles: readonly NamedCircle[]): void {
    this.clear();
    for (const named of circles) {
      const rec = this.ctx_.repo.get('circle', named.circle_id);
      if (rec && !rec.closed) this.targets_.set(named.circle_id, { named, sequence: rec.sequence, quiet: 0 });
    }
    for (const circleId of [...this.targets_.keys()]) this.look(circleId);
    this.schedule();
  }

  /** The inbox has stored more of this circle. */
  look(circleId: string): void {
    const target = this.targets_.get(circleId);
    const rec = this.ctx_.repo.get('circle', circleId);
    if (target && rec && rec.sequence >= target.named.head) void this.finish(target);
  }

  clear(): void {
    this.cancel_();
    this.targets_ = new Map();
  }

  stop(): void {
    this.stopped_ = true;
    this.clear();
  }

  private schedule(): void {
    this.cancel_();
    if (this.targets_.size > 0 && !this.stopped_) this.cancel_ = this.ctx_.clock.after(QUIET_MS, () => void this.ask());
  }

  private async ask(): Promise<void> {
    const asked = this.targets_;
    try {
      await this.ctx_.net.request({ type: 'ping' });
    } catch {
      return;                                    // the next login begins anew
    }
    if (asked !== this.targets_ || this.stopped_) return;
    for (const target of [...asked.values()]) {
      const { circle_id } = target.named;
      const sequence = this.ctx_.repo.get('circle', circle_id)?.sequence ?? 0;
      target.quiet = sequence === target.sequence && this.inbox_.idle(circle_id) ? target.quiet + 1 : 0;
      target.sequence = sequence;
      if (target.quiet >= QUIET_ASKS) await this.finish(target);
    }
    if (asked === this.targets_) this.schedule();
  }

  private async finish(target: Target): Promise<void> {
    const { circle_id } = target.named;
    try {
      await this.ctx_.repo.run((tx) => decideAfterCatchUp(this.ctx_, tx, target.named));
    } catch (error) {
      const { code, detail } = codeOf(error);
      if (code !== 'not_now') this.ctx_.problem(code, detail);
      return;                                    // asked again, or at the next login
    }
    if (this.targets_.get(circle_id) !== target) return;
    this.targets_.delete(circle_id);
    this.ctx_.kick(circle_id);
    this.ctx_.upkeep();
  }
}
