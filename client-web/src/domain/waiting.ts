/**
 * A parent who came by a poster: her place in an organisation's queue, what she writes meanwhile, and the way in.
 *
 *   wait_begin -> waiting ... door_opened -> its slip opened here -> an ordinary join (join.ts) -> the circle takes the texts over
 *
 * Everything is stored before it leaves. The place's one-time key and the poster's code are kept until the circle is there, and the
 * server says door_opened again at each login until then: a phone that dies anywhere on the way goes on where it was.
 *
 * What the server cannot do is put its own slip in the supporter's place: for that it would need the poster's code.
 */
import type { ServerFrame, ServerFrames } from '../wire/frames';
import type { WaitView } from './api';
import { profileOf, type Context } from './context';
import type { Circle, CryptoCore } from './crypto_port';
import type { OpenedSlip } from './entry';
import { enrolment, registered, type Secrets } from './enrol';
import { codeOf, expectFrame, Failure } from './errors';
import { JOIN_RETRY_MS } from './join';
import { checkText, cutDraft, putText } from './messages';
import { fraction, waitAfter } from './patience';
import { ME, textKey, type WaitRec, type WaitTextRec } from './records';
import type { Tx } from './repo';

/** Refusals of a place that asking again does not change. */
const REFUSED = /^(slip_|queue_full|door_|organisation_|not_allowed|not_waiting|device_exists|login_failed)/;
/** A slip that the supporter's client is just renewing is asked for again. */
const SOON = new Set(['slip_stale', 'too_many', 'shutting_down', 'internal', 'storage_failed']);

export const waitRec = (source: Pick<Tx, 'get'>): Readonly<WaitRec> => {
  const rec = source.get('wait', ME);
  if (!rec) throw new Failure('not_waiting');
  return rec;
};
const textsOf = (source: Pick<Tx, 'all'>): WaitTextRec[] => source.all('wait_text').sort((a, b) => a.order - b.order);

/** What a join needs of this: the slip that came. */
export interface WaitEvents {
  enrolled(): void;
  /** the place was refused: nothing of it is with the server */
  failed(code: string, detail: number): void;
  /** a slip waits among the joins */
  slip(): void;
  /** the server has forgotten this device, as was wished */
  ended(): void;
}

export class Waiting {
  private turn_: Promise<void> = Promise.resolve();
  private stopped_ = false;
  private cancel_: () => void = () => undefined;

  constructor(private readonly ctx_: Context, private readonly secrets_: () => Secrets | null, private readonly events_: WaitEvents) {}

  stop(): void {
    this.stopped_ = true;
    this.cancel_();
  }

  /** A new connection, and nobody logged in: asks for the place, if there is none yet. */
  up(): void { void this.alone(() => this.begin()); }
  /** Logged in: an end that the server may not have heard is said again. */
  online(): void {
    if (this.ctx_.repo.get('wait', ME)?.ending) void this.alone(() => this.tellEnd());
  }
  /** The login was refused: the place is gone, and so is all that the server knew. */
  refused(code: string): void {
    const rec = this.ctx_.repo.get('wait', ME);
    if (!rec || code !== 'login_failed') return;
    if (rec.ending) this.events_.ended();
    else void this.alone(() => this.mark({ gone: true }));
  }

  hear(frame: ServerFrame): void {
    if (frame.type === 'waiting') this.ctx_.repo.run((tx) => this.place(tx, frame)).catch((error: unknown) => this.report(error));
    if (frame.type === 'door_opened') void this.alone(() => this.open(frame));
  }

  /** The slip that came could not be used. */
  slipFailed(): void {
    if (this.ctx_.repo.get('wait', ME)?.place) void this.alone(() => this.mark({ unopened: true }));
  }

  view(): WaitView | null {
    const rec = this.ctx_.repo.get('wait', ME);
    if (!rec?.place) return null;
    const { organisation, ahead, since, taken, others } = rec.place;
    return {
      organisation, ahead, sinceDay: since, sinceMs: rec.sinceMs, taken: taken === 1, others, draft: rec.draft,
      texts: textsOf(this.ctx_.repo).map(({ id, text, writtenAtMs }) => ({ id, text, writtenAtMs })),
      trouble: rec.ending ? 'ending' : rec.gone ? 'gone' : rec.unopened ? 'unopened' : null,
    };
  }

  async switchTo(organisation: number): Promise<null> {
    const { ctx_: ctx } = this;
    waitRec(ctx.repo);
    if (!ctx.ready()) throw new Failure('offline');
    const place = expectFrame(await ctx.net.request({ type: 'wait_switch', organisation }), 'waiting');
    await ctx.repo.run((tx) => this.place(tx, place));
    return null;
  }

  /** Resolves once the server has forgotten this device. Stored first: a phone that dies here says it again when it is unlocked. */
  async end(): Promise<void> {
    const { ctx_: ctx } = this;
    waitRec(ctx.repo);
    if (!ctx.ready()) throw new Failure('offline');
    await ctx.repo.run((tx) => {
      tx.put('wait', ME, { ...waitRec(tx), ending: true });
      tx.header = { ...ctx.header(), ending: true };
      tx.after(() => ctx.changed());
    });
    await this.sayEnd();
  }

  private async sayEnd(): Promise<void> {
    try {
      expectFrame(await this.ctx_.net.request({ type: 'wait_end' }), 'ok');
    } catch (error) {
      // Nothing is left there to be ended.
      if (codeOf(error).code !== 'not_waiting') throw error;
    }
  }
  private async tellEnd(): Promise<void> {
    await this.sayEnd();
    this.events_.ended();
  }

  private async begin(): Promise<void> {
    const { ctx_: ctx } = this;
    const rec = ctx.repo.get('wait', ME);
    const mine = rec ? enrolment(ctx, this.secrets_()) : null;
    if (!rec || !mine) return;
    const slip = ctx.core.slipParse(rec.doorText);
    if (!slip.ok) throw new Failure(slip.code, slip.group);
    const { selector, token } = slip.slip;
    try {
      const place = expectFrame(await ctx.net.request(
        { type: 'wait_begin', selector, token, enrolment: mine, organisation: rec.organisation, wait_key: rec.publicKey }), 'waiting');
      await ctx.repo.run((tx) => {
        registered(ctx, tx, { role: 'parent', organisation: place.organisation }, false, () => this.events_.enrolled());
        this.place(tx, place);
      });
    } catch (error) {
      const { code, detail } = codeOf(error);
      if (!REFUSED.test(code)) throw error;
      this.events_.failed(code, detail);
    }
  }

  private place(tx: Tx, { type: _type, rid: _rid, ...place }: ServerFrames['waiting']): void {
    const rec = tx.get('wait', ME);
    if (!rec) return;
    const { gone: _gone, ...rest } = rec;
    const same = rec.place?.number === place.number && rec.place.wait_id === place.wait_id;
    tx.put('wait', ME, { ...rest, organisation: place.number, place, sinceMs: same ? rec.sinceMs : this.ctx_.clock.nowMs() });
    tx.put('profile', ME, { ...profileOf(tx), organisation: place.organisation });
    tx.after(() => this.ctx_.changed());
  }

  private mark(what: Pick<WaitRec, 'unopened' | 'gone'>): Promise<void> {
    return this.ctx_.repo.run((tx) => {
      const rec = tx.get('wait', ME);
      if (rec) tx.put('wait', ME, { ...rec, ...what });
      tx.after(() => this.ctx_.changed());
    });
  }

  /** The way in has come. */
  private async open({ wait_id, sealed }: ServerFrames['door_opened']): Promise<void> {
    const { ctx_: ctx } = this;
    const text = await ctx.repo.run((tx) => {
      const rec = tx.get('wait', ME);
      // Using it already, or for a place that is not this one.
      if (!rec || rec.ending || rec.place?.wait_id !== wait_id || tx.all('join').length > 0) return null;
      try {
        return ctx.core.openDoorSlip(rec.doorText, wait_id, rec.privateKey, sealed);
      } catch (error) {
        if (codeOf(error).code === 'crypto_failed') throw error;
        tx.put('wait', ME, { ...rec, unopened: true });
        tx.after(() => ctx.changed());
        return null;
      }
    });
    if (text !== null) await this.take(text);
  }

  private async take(text: string): Promise<void> {
    const { ctx_: ctx } = this;
    const slip = ctx.core.slipParse(text);
    if (!slip.ok) return this.mark({ unopened: true });
    const { selector, token } = slip.slip;
    try {
      const info = expectFrame(await ctx.net.request({ type: 'slip_open', selector, token }), 'slip_info');
      if (!info.circle_slip || info.role !== 'parent') throw new Failure('slip_unknown');
      const { circle_id: circleId } = info.circle_slip;
      await ctx.repo.run((tx) => {
        const { unopened: _unopened, ...rec } = waitRec(tx);
        tx.put('wait', ME, rec);
        const order = 1 + Math.max(0, ...tx.all('join').map((one) => one.order));
        tx.put('join', String(order), { order, slipText: text, selector, circleId, attempt: null });
        tx.after(() => this.events_.slip());
      });
    } catch (error) {
      const { code } = codeOf(error);
      // Its maker has taken it back, or it was never one.
      if (!SOON.has(code) && /^(slip_|bad_frame|not_allowed)/.test(code)) return this.mark({ unopened: true });
      throw error;
    }
  }

  /** One thing after the other; what was put off is tried again for as long as the connection stands. */
  private alone(work: () => Promise<void>): Promise<void> {
    this.turn_ = this.turn_.then(async () => {
      if (!this.stopped_) await work();
    }).catch((error: unknown) => {
      const { code, detail } = codeOf(error);
      this.report(error);
      this.cancel_();
      if (this.stopped_ || code === 'not_now' || code === 'offline' || !this.ctx_.net.status().up) return;
      const wait_ms = waitAfter(code, detail, JOIN_RETRY_MS, fraction((count) => this.ctx_.core.randomBytes(count)));
      this.cancel_ = this.ctx_.clock.after(wait_ms, () => void this.alone(work));
    });
    return this.turn_;
  }

  private report(error: unknown): void {
    const { code, detail } = codeOf(error);
    if (!this.stopped_ && code !== 'offline' && code !== 'not_now') this.ctx_.problem(code, detail);
  }
}

/** What a device needs that comes by a poster; null: by ordinary slips. slip_is_door: both at once. */
export function waitFor(core: CryptoCore, slips: readonly OpenedSlip[], organisation: number | undefined): WaitRec | null {
  const [door] = slips;
  if (!door?.door) {
    if (slips.some((slip) => slip.door)) throw new Failure('slip_is_door');
    return null;
  }
  if (slips.length > 1 || !door.door.organisations.some(({ number }) => number === organisation)) throw new Failure('slip_is_door');
  return { doorText: door.text, selector: door.selector, ...core.newWaitKey(), organisation: organisation!, place: null, sinceMs: 0, draft: '' };
}

// ---- what is written meanwhile ----

export function waitWrite(ctx: Context, written: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const text = checkText(written);
    const rec = waitRec(tx);
    if (rec.ending) throw new Failure('not_waiting');
    const order = 1 + Math.max(0, ...tx.all('wait_text').map((one) => one.order));
    tx.put('wait_text', textKey(order), { id: ctx.core.newId(), order, text, writtenAtMs: ctx.clock.nowMs() });
    tx.put('wait', ME, { ...rec, draft: '' });
    tx.after(() => ctx.changed());
    return null;
  });
}

export function waitRemove(ctx: Context, textId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const text = tx.all('wait_text').find(({ id }) => id === textId);
    if (!text) throw new Failure('unknown');
    tx.del('wait_text', textKey(text.order));
    tx.after(() => ctx.changed());
    return null;
  });
}

export function waitDraft(ctx: Context, text: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const rec = waitRec(tx);
    const draft = cutDraft(text);
    if (rec.draft !== draft) tx.put('wait', ME, { ...rec, draft });
    return null;
  });
}

/** This device has come into a circle, by the poster or by a slip of its own: what was written meanwhile is said there, and the
 *  queue is over. In one transaction with the join, so that it is said once. */
export function lineOpened(ctx: Context, tx: Tx, circle: Pick<Circle, 'circleId' | 'memberId'>): void {
  const rec = tx.get('wait', ME);
  if (!rec) return;
  const { circleId } = circle;
  for (const { order, text } of textsOf(tx)) {
    putText(ctx, tx, circle, text);
    tx.del('wait_text', textKey(order));
  }
  if (rec.draft) tx.put('circle', circleId, { ...tx.circleRec(circleId), draft: rec.draft });
  tx.del('wait', ME);
  tx.after(() => ctx.changed());
}
