/** What the calendar does by itself on an open device: weeks with daily contact are counted, closed supports end, old texts go. */
import { today, type Context } from './context';
import { eraseOldDetails } from './details';
import { codeOf } from './errors';
import { endCircle, endingAt } from './ending';
import { finishLeaving } from './leaving';
import { removeOld } from './retention';
import { tidyLines } from './staff_lines';
import { countWeeks } from './weeks';

/** A day may have begun. */
export const UPKEEP_MS = 3_600_000;

export class Upkeep {
  private cancel_: () => void = () => undefined;
  private stopped_ = false;
  private running_ = false;
  private again_ = false;
  /** what the server's clock was ahead of this device's at the login; null: not asked yet, so nothing ends */
  private ahead_ms_: number | null = null;

  /** just now: only then are texts removed by it, before this device's clock can jump again */
  private clock_read_ = false;
  /** the last civil day that was seen */
  private day_ = 0;

  constructor(private readonly ctx_: Context) {}

  /** Logged in: only then can a support end, by the server's clock; this device's own may have jumped. */
  online(): void {
    const hello = this.ctx_.net.hello();
    if (hello) this.ahead_ms_ = hello.nowS * 1000 - this.ctx_.clock.nowMs();
    this.clock_read_ = true;
    this.look();
  }

  serverNowMs(): number | null { return this.ahead_ms_ === null ? null : this.ctx_.clock.nowMs() + this.ahead_ms_; }

  stop(): void {
    this.stopped_ = true;
    this.cancel_();
  }

  /** Something may be due, now or earlier than thought. */
  look(): void {
    if (this.stopped_) return;
    if (this.running_) { this.again_ = true; return; }
    this.running_ = true;
    void this.work().catch((error: unknown) => {
      const { code, detail } = codeOf(error);
      if (!this.stopped_ && code !== 'not_now') this.ctx_.problem(code, detail);
    }).finally(() => {
      this.running_ = false;
      this.schedule();
      if (this.again_) { this.again_ = false; this.look(); }
    });
  }

  private async work(): Promise<void> {
    const { ctx_: ctx } = this;
    for (const { circleId } of ctx.repo.all('circle')) await countWeeks(ctx, circleId);
    await finishLeaving(ctx);
    await tidyLines(ctx, null);
    await eraseOldDetails(ctx);
    this.newDay();
    this.tellUnfetched();
    // Not from an older login: the spans that it knew may be closed, and an outcome with tags for these alone would be lost.
    if (this.ahead_ms_ === null || !ctx.ready()) return;
    const now_ms = ctx.clock.nowMs() + this.ahead_ms_;
    if (this.clock_read_) {
      this.clock_read_ = false;
      await removeOld(ctx, now_ms);
    }
    for (const { circleId } of endingAt(ctx.repo, now_ms).over) {
      // What is still to be read of this circle may say that the closing was taken back.
      if (!ctx.caughtUp(circleId)) continue;
      await ctx.repo.run((tx) => {
        const closing = endingAt(tx, now_ms).over.find((one) => one.circleId === circleId)?.closing;
        if (closing) endCircle(ctx, tx, circleId, closing);
      });
    }
  }

  /** What is shown may end with a day: absences, questions. */
  private newDay(): void {
    const day = today(this.ctx_.clock);
    if (day === this.day_) return;
    if (this.day_ !== 0) for (const { circleId } of this.ctx_.repo.all('circle')) this.ctx_.changed(circleId);
    this.day_ = day;
  }

  /** With the hours a text that nobody fetches is shown as such. */
  private tellUnfetched(): void {
    const waits = new Set<string>();
    for (const item of this.ctx_.repo.all('item')) if (item.type === 'text' && item.mine && item.delivery === 'sent') waits.add(item.circleId);
    for (const circleId of waits) this.ctx_.changed(circleId);
  }

  private schedule(): void {
    this.cancel_();
    if (this.stopped_) return;
    const { nextMs } = endingAt(this.ctx_.repo, this.ctx_.clock.nowMs() + (this.ahead_ms_ ?? 0));
    const wait_ms = nextMs === null ? UPKEEP_MS : nextMs - this.ctx_.clock.nowMs() - (this.ahead_ms_ ?? 0);
    this.cancel_ = this.ctx_.clock.after(Math.min(UPKEEP_MS, Math.max(0, wait_ms)), () => this.look());
  }
}
