/**
 * Making and revoking slips.
 *
 * A circle slip: first the circle hears of it (so that every member can check a join with it),
 * then the server gets it, then the other slips' join packages are renewed. A slip whose making
 * was cut short was never shown to anybody: it is revoked at the next start.
 */
import type { MadeSlip } from './api';
import { requireAgreed } from './coming';
import { requireRole, requireThread, today, type Context } from './context';
import type { Circle, MadeCircleSlip } from './crypto_port';
import { codeOf, expectFrame, Failure } from './errors';
import { addNotice, slipNoticeId } from './notices';
import type { Outbox } from './outbox';
import { enqueue } from './queue';
import { outKey } from './records';
import type { Tx } from './repo';
import { slipLink } from './slip_link';
import { isLine, lineState, openLine } from './staff_lines';
import { checkLabel } from './work';

/** 20 bits are drawn: even with thousands of live slips a second draw is rare, a fifth never comes. */
export const SELECTOR_TRIES = 5;
/** How often the epoch may move while one slip is registered. */
const EPOCH_TRIES = 8;
const EPOCH_WAIT_MS = 300;
export const SLIP_DAYS_MAX = 30;

/** askId: the question (coming.ts) that the parents have said yes to */
export interface CircleSlipOptions { role: 'parent' | 'supporter'; form: 'qr' | 'typed'; days: number; replacesMemberId?: string; askId?: string }
/** The phone that leaves the circle at the server, too, when the slip is used. */
function replacedDevice(circle: Circle, memberId: string | undefined): string | null {
  const device = memberId === undefined ? undefined : circle.members().find((m) => m.memberId === memberId)?.deviceIds[0];
  return device ?? null;
}

export type StaffRole = 'supporter' | 'coordinator' | 'lead';

const requireMaker = (ctx: Context, circleId: string): void => requireRole(ctx.repo, isLine(ctx.repo, circleId) ? 'coordinator' : 'supporter');

function checkDays(days: number): void {
  if (!Number.isInteger(days) || days < 1 || days > SLIP_DAYS_MAX) throw new Failure('bad_expiry');
}

export class Slips {
  constructor(private readonly ctx_: Context, private readonly outbox_: Outbox, private readonly origin_: string) {}

  /** kept: what else is to be stored in the transaction from which on the slip is good */
  async makeForCircle(circleId: string, o: CircleSlipOptions, kept: (tx: Tx, slipText: string) => void = () => undefined): Promise<MadeSlip> {
    const { ctx_: ctx } = this;
    requireMaker(ctx, circleId);
    checkDays(o.days);
    if (!ctx.ready()) throw new Failure('offline');
    for (let tries = 1; ; tries++) {
      const expiresDay = today(ctx.clock) + o.days;
      const { made, messageId } = await this.begin(circleId, o, expiresDay);
      const { slip } = made;
      try {
        await this.outbox_.confirmed(messageId);
        await this.register(circleId, o, made, expiresDay);
      } catch (error) {
        const { code } = codeOf(error);
        await this.takeBack(circleId, slip.selector);
        if (code === 'slip_selector_taken' && tries < SELECTOR_TRIES) continue;
        throw error;
      }
      await ctx.repo.run((tx) => {
        kept(tx, slip.text);
        tx.del('slip_make', String(slip.selector));
        addNotice(ctx, tx, circleId, 'slip_made', { id: slipNoticeId(slip.selector, expiresDay),
          actor: ctx.repo.circle(circleId).memberId, subject: o.replacesMemberId ?? null });
        enqueue(ctx, tx, circleId, { kind: 'refresh' });
        tx.after(() => ctx.changed(circleId));
      });
      return { link: slipLink(this.origin_, slip.text), text: slip.text, selector: slip.selector, expiresDay };
    }
  }

  private begin(circleId: string, o: CircleSlipOptions, expiresDay: number): Promise<{ made: MadeCircleSlip; messageId: string }> {
    const { ctx_: ctx } = this;
    return ctx.repo.run((tx) => {
      requireThread(tx, circleId);
      if (o.askId !== undefined) requireAgreed(ctx, tx, circleId, o.askId, o.role);
      const contentId = ctx.core.newId();
      const sentAtMs = ctx.clock.nowMs();
      const made = tx.crypto(circleId).makeSlip({ form: o.form, role: o.role, expiresDay, nowDay: today(ctx.clock),
        replacesMemberId: o.replacesMemberId ?? null, contentId, sentAtMs });
      const { selector } = made.slip;
      const rec = enqueue(ctx, tx, circleId, { kind: 'content', content: { type: 'slipMade', selector }, contentId, sentAtMs });
      const { epoch, blob } = made.notice;
      tx.put('outbox', outKey(circleId, rec.order), { ...rec, attempt: { epoch, blob } });
      tx.put('slip_make', String(selector), { circleId, selector });
      return { made, messageId: rec.messageId };
    });
  }

  /** The server takes the package of the current epoch only; when that moves, a newer one is offered. */
  private async register(circleId: string, o: CircleSlipOptions, made: MadeCircleSlip, expires: number): Promise<void> {
    const { ctx_: ctx } = this;
    const { selector, token } = made.slip;
    for (let tries = 1; ; tries++) {
      const circle = ctx.repo.circle(circleId);
      const sealed = circle.refreshPackages(today(ctx.clock)).find((p) => p.selector === selector)?.sealed;
      if (!sealed) throw new Failure('slip_expired');
      const answer = await ctx.net.request({
        type: 'slip_make_circle', selector, token, circle_id: circleId, role: o.role, expires, epoch: circle.epoch(), sealed,
        replaces: replacedDevice(circle, o.replacesMemberId),
      });
      try {
        expectFrame(answer, 'ok');
        return;
      } catch (error) {
        if (codeOf(error).code !== 'epoch_stale' || tries >= EPOCH_TRIES) throw error;
      }
      await new Promise<void>((resolve) => ctx.clock.after(EPOCH_WAIT_MS, resolve));
    }
  }

  /** The line to a colleague, made when there is none, and a slip for it; one that was made before and not used is dead. */
  async makeForLine(staffId: string, o: Pick<CircleSlipOptions, 'form' | 'days'>): Promise<MadeSlip> {
    checkDays(o.days);
    if (!this.ctx_.ready()) throw new Failure('offline');
    const circleId = await openLine(this.ctx_, staffId);
    if (lineState(this.ctx_, this.ctx_.repo.get('circle', circleId)!) === 'ready') throw new Failure('not_now');
    for (const { selector } of this.ctx_.repo.circle(circleId).liveSlips()) await this.revoke(circleId, selector);
    return this.makeForCircle(circleId, { ...o, role: 'supporter' });
  }

  /** Not shown to anybody: forget it here and tell the circle. Later, at the next start, if even that fails. */
  private async takeBack(circleId: string, selector: number): Promise<void> {
    await this.ctx_.repo.run((tx) => tx.put('slip_revoke', String(selector), { circleId, selector }));
    await this.finishRevocations();
  }

  /** label: what coordinators will call the colleague who uses it; may be empty. */
  async makeForStaff(role: StaffRole, days: number, written: string): Promise<MadeSlip> {
    const { ctx_: ctx } = this;
    requireRole(ctx.repo, 'coordinator');
    checkDays(days);
    const label = checkLabel(written, 'may_be_empty');
    if (!ctx.ready()) throw new Failure('offline');
    const expiresDay = today(ctx.clock) + days;
    for (let tries = 1; ; tries++) {
      const { selector, token, text } = ctx.core.slipNew('qr');
      const answer = await ctx.net.request({ type: 'slip_make_staff', selector, token, role, expires: expiresDay, label });
      try {
        expectFrame(answer, 'ok');
        return { link: slipLink(this.origin_, text), text, selector, expiresDay };
      } catch (error) {
        if (codeOf(error).code !== 'slip_selector_taken' || tries >= SELECTOR_TRIES) throw error;
      }
    }
  }

  /** The server first, so that nobody can use the slip any more; then the circle is told. */
  async revoke(circleId: string, selector: number): Promise<null> {
    const { ctx_: ctx } = this;
    requireMaker(ctx, circleId);
    if (!ctx.ready()) throw new Failure('offline');
    if (!ctx.repo.circle(circleId).liveSlips().some((s) => s.selector === selector)) throw new Failure('slip_unknown');
    await ctx.repo.run((tx) => tx.put('slip_revoke', String(selector), { circleId, selector }));
    await this.finish(circleId, selector);
    return null;
  }

  /** After a login: slips that were cut short, revocations under way, slips past their day. */
  async tidy(): Promise<void> {
    const { ctx_: ctx } = this;
    await ctx.repo.run((tx) => {
      for (const rec of tx.all('slip_make')) tx.put('slip_revoke', String(rec.selector), rec);
      for (const { circleId, closed } of tx.all('circle')) {
        if (closed) continue;
        const circle = ctx.repo.circle(circleId);
        const mine = new Set(circle.liveSlips().filter((s) => s.mine).map((s) => s.selector));
        for (const selector of circle.expiredSlips(today(ctx.clock))) {
          if (mine.has(selector)) tx.put('slip_revoke', String(selector), { circleId, selector });
        }
      }
    });
    await this.finishRevocations();
  }

  /** Gives the server every revocation that it does not have yet, and tells the circles. */
  async finishRevocations(): Promise<void> {
    for (const { circleId, selector } of this.ctx_.repo.all('slip_revoke')) {
      try {
        await this.finish(circleId, selector);
      } catch (error) {
        if (['offline', 'not_now'].includes(codeOf(error).code)) return;
      }
    }
  }

  private async finish(circleId: string, selector: number): Promise<void> {
    const { ctx_: ctx } = this;
    let refused: unknown = null;
    try {
      expectFrame(await ctx.net.request({ type: 'slip_revoke', selector }), 'ok');
    } catch (error) {
      const { code } = codeOf(error);
      if (code === 'offline') throw error;
      // A slip that the server does not have (any more) is as good as revoked.
      if (code !== 'slip_unknown' && code !== 'slip_used' && code !== 'slip_expired') refused = error;
    }
    await ctx.repo.run((tx) => {
      tx.del('slip_revoke', String(selector));
      if (!refused) tx.del('slip_make', String(selector));
      const rec = tx.get('circle', circleId);
      const told = !refused && rec && !rec.closed && !rec.lost;
      // A circle that goes on elsewhere is left once its slips are gone.
      tx.after(() => ctx.kick(circleId));
      if (!told || !ctx.repo.circle(circleId).liveSlips().some((s) => s.selector === selector)) return;
      const contentId = ctx.core.newId();
      const sentAtMs = ctx.clock.nowMs();
      const { epoch, blob } = tx.crypto(circleId).revokeSlip(selector, contentId, sentAtMs);
      const out = enqueue(ctx, tx, circleId, { kind: 'content', content: { type: 'slipRevoked', selector }, contentId, sentAtMs });
      tx.put('outbox', outKey(circleId, out.order), { ...out, attempt: { epoch, blob } });
      addNotice(ctx, tx, circleId, 'slip_revoked', { id: contentId, actor: ctx.repo.circle(circleId).memberId });
      tx.after(() => ctx.changed(circleId));
    });
    if (refused) throw refused;
  }
}
