/**
 * A supporter takes the first in the queue.
 *
 *   asked --queue_take--> taken + a new circle --slip--> sealed for the one who waits --wait_give--> done
 *
 * Each step is stored before the next, so a device that dies goes on at its next login; the server answers the same device the same.
 * Whoever is not given the way in within half an hour stands in the queue again where they were (the server's rule): then the circle
 * that was made for them goes, and so it does when they have stopped waiting. So nobody is left hanging with a dead device.
 */
import { errorName } from '../wire/error_codes';
import type { ServerFrames } from '../wire/frames';
import { requireRole, type Context } from './context';
import type { DoorQueue } from './door_queue';
import { takeDown } from './ending';
import { codeOf, expectFrame, Failure } from './errors';
import { beginCircle } from './messages';
import { RETRY_LATER_MS } from './outbox';
import { fraction, waitAfter } from './patience';
import { ME, type TakingRec } from './records';
import { SLIP_DAYS_MAX, type Slips } from './slips';

/** The server's: a press older than this is not made good by itself any more. */
export const TAKEN_FOR_MS = 30 * 60_000;
/** Trying again changes nothing: the place is given back. */
const REFUSED = /^(circle_|slip_(limit|day_limit|unknown|expired|mistyped)|not_(waiting|allowed|a_member)|bad_|thread_lost|mls_)/;

type Known = TakingRec & { taken: NonNullable<TakingRec['taken']> };

export class Taking {
  private running_: Promise<string | null> | null = null;
  private stopped_ = false;
  private cancel_: () => void = () => undefined;

  constructor(private readonly ctx_: Context, private readonly slips_: Slips, private readonly queue_: DoorQueue) {}

  stop(): void {
    this.stopped_ = true;
    this.cancel_();
  }

  /** queue_empty: a colleague was quicker, or nobody waits. offline: what was begun goes on with the next connection. */
  async next(): Promise<{ circleId: string }> {
    const { ctx_: ctx } = this;
    requireRole(ctx.repo, 'supporter');
    if (!ctx.ready()) throw new Failure('offline');
    await ctx.repo.run((tx) => {
      if (!tx.get('taking', ME)) tx.put('taking', ME, { askedMs: ctx.clock.nowMs(), taken: null, sealed: null });
      tx.after(() => ctx.changed());
    });
    const circleId = await this.run();
    if (circleId === null) throw new Failure('queue_empty');
    return { circleId };
  }

  /** After a login: goes on with what was begun. */
  go(): void {
    if (this.stopped_ || !this.ctx_.repo.get('taking', ME)) return;
    void this.run().catch((error: unknown) => {
      const { code, detail } = codeOf(error);
      if (!['offline', 'not_now', 'queue_empty'].includes(code)) this.ctx_.problem(code, detail);
    });
  }

  private run(): Promise<string | null> {
    this.running_ ??= this.steps().catch((error: unknown) => {
      this.later(error);
      throw error;
    }).finally(() => { this.running_ = null; });
    return this.running_;
  }

  private later(error: unknown): void {
    const { code, detail } = codeOf(error);
    this.cancel_();
    if (this.stopped_ || !this.ctx_.ready() || !this.ctx_.repo.get('taking', ME)) return;
    const wait_ms = waitAfter(code, detail, RETRY_LATER_MS, fraction((count) => this.ctx_.core.randomBytes(count)));
    this.cancel_ = this.ctx_.clock.after(wait_ms, () => this.go());
  }

  private async steps(): Promise<string | null> {
    const begun = this.ctx_.repo.get('taking', ME);
    if (!begun) return null;
    const known = begun.taken ? { ...begun, taken: begun.taken } : await this.take(begun);
    if (!known) return null;
    try {
      await this.give(known.taken, known.sealed ?? await this.seal(known));
    } catch (error) {
      const { code } = codeOf(error);
      // Given in an earlier life: the place is over because she is in.
      if (code === 'not_waiting' && (await this.cameIn(known.taken))) await this.forget();
      else {
        if (REFUSED.test(code)) await this.giveBack(known, code);
        throw error;
      }
    }
    return known.taken.circleId;
  }

  private async take(begun: TakingRec): Promise<Known | null> {
    const { ctx_: ctx } = this;
    const doors = this.queue_.usable();
    if (doors.length === 0 || begun.askedMs + TAKEN_FOR_MS <= ctx.clock.nowMs()) {
      await this.forget();
      return null;
    }
    let taken: ServerFrames['taken'];
    try {
      taken = expectFrame(await ctx.net.request({ type: 'queue_take', doors }), 'taken');
    } catch (error) {
      // Pressed once, asked once: an answer that is no is not asked for again.
      if (!['offline', 'not_now'].includes(codeOf(error).code)) await this.forget();
      throw error;
    }
    return ctx.repo.run((tx) => {
      const circleId = beginCircle(ctx, tx, '');
      tx.put('circle', circleId, { ...tx.circleRec(circleId), fromQueue: true });
      const { wait_id: waitId, selector, wait_key: waitKey } = taken;
      const known: Known = { ...begun, taken: { waitId, selector, waitKey, circleId } };
      tx.put('taking', ME, known);
      return known;
    });
  }

  /** The circle's slip, stored as only the one who waits can open it, in the transaction that makes the slip good. */
  private async seal(known: Known): Promise<Uint8Array> {
    const { ctx_: ctx } = this;
    const { circleId, selector, waitId, waitKey } = known.taken;
    let sealed: Uint8Array | null = null;
    await this.slips_.makeForCircle(circleId, { role: 'parent', form: 'qr', days: SLIP_DAYS_MAX }, (tx, slipText) => {
      const door = tx.get('door', String(selector));
      if (!door) throw new Failure('slip_unknown');
      sealed = ctx.core.sealForWaiting(door.text, waitId, waitKey, slipText);
      tx.put('taking', ME, { ...known, sealed });
    });
    if (!sealed) throw new Failure('unknown');
    return sealed;
  }

  private async give({ waitId }: Known['taken'], sealed: Uint8Array): Promise<void> {
    expectFrame(await this.ctx_.net.request({ type: 'wait_give', wait_id: waitId, sealed }), 'ok');
    await this.forget();
  }

  /** Nobody may be left alone in a circle: first everything of it is read, and its slip must be dead. */
  private async cameIn({ circleId }: Known['taken']): Promise<boolean> {
    const { ctx_: ctx } = this;
    if (!ctx.repo.get('circle', circleId)) return false;
    if (!ctx.caughtUp(circleId)) throw new Failure('not_now');
    const circle = ctx.repo.circle(circleId);
    if (circle.members().some((m) => m.role === 'parent')) return true;
    for (const { selector } of circle.liveSlips()) {
      const answer = await ctx.net.request({ type: 'slip_revoke', selector });
      if (answer.type === 'error' && errorName(answer.code) === 'slip_used') return true;
    }
    return false;
  }

  /** The place goes back to the queue, unless it has gone by itself, and what was made for it goes. */
  private async giveBack({ taken }: Known, code: string): Promise<void> {
    const { ctx_: ctx } = this;
    if (code !== 'not_waiting') await ctx.net.request({ type: 'wait_back', wait_id: taken.waitId });
    await ctx.repo.run((tx) => {
      if (tx.get('circle', taken.circleId)) takeDown(ctx, tx, taken.circleId, null);
      tx.del('taking', ME);
      tx.after(() => ctx.changed());
    });
  }

  private forget(): Promise<void> {
    return this.ctx_.repo.run((tx) => {
      tx.del('taking', ME);
      tx.after(() => this.ctx_.changed());
    });
  }
}
