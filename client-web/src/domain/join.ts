/**
 * Using slips: the first registers this device, each circle slip joins its circle.
 *
 *   slip_open -> external commit -> persisted -> slip_redeem_circle -> redeemed -> persisted
 *
 * Each step is stored before the next, so a killed phone goes on where it was: an attempt whose
 * fate is unknown is sent again as it is (the server answers the same), and one that came too late
 * (epoch_stale, slip_stale) is made anew from a newly opened slip.
 */
import type { ServerFrames } from '../wire/frames';
import { profileOf, today, type Context } from './context';
import { enrolment, registered, type Enrolment, type PasskeyWanted, type Secrets } from './enrol';
import { codeOf, expectFrame, Failure } from './errors';
import { addNotice } from './notices';
import { fraction, waitAfter } from './patience';
import { enqueueContent } from './queue';
import { JOIN_STATE_TABLE, ME, STATE_TABLE, type JoinRec } from './records';
import type { Tx } from './repo';
import { resendUnconfirmed } from './resend';
import { moveOver } from './restart';
import { requeue } from './thread';
import { lineOpened } from './waiting';

/** A slip whose package is being renewed, or a circle where commits race: try again soon. */
export const JOIN_RETRY_MS = 1_500;
const STALE = new Set(['epoch_stale', 'slip_stale']);

type Redeemed = ServerFrames['redeemed'];

const joinKey = (rec: JoinRec) => String(rec.order);

export class Joiner {
  private running_ = false;
  private cancel_: () => void = () => undefined;
  private stopped_ = false;

  constructor(
    private readonly ctx_: Context,
    private readonly secrets_: () => Secrets | null,
    /** the server knows this device: logged in from now on, or, for staff, once there is a passkey */
    private readonly enrolled_: (wanted: PasskeyWanted | null) => void,
    private readonly joined_: (circleId: string) => void,
    /** a slip that cannot be used any more */
    private readonly failed_: (code: string, detail: number, rec: JoinRec) => void,
  ) {}

  pending(): JoinRec[] { return this.ctx_.repo.all('join').sort((a, b) => a.order - b.order); }

  stop(): void {
    this.stopped_ = true;
    this.cancel_();
  }

  /** Goes through the slips that are left, as far as the connection carries. */
  async go(): Promise<void> {
    if (this.running_ || this.stopped_) return;
    this.running_ = true;
    try {
      for (const rec of this.pending()) await this.redeem(rec);
    } catch (error) {
      const { code, detail } = codeOf(error);
      if (code !== 'offline' && code !== 'not_now') this.ctx_.problem(code, detail);
      if (code !== 'not_now' && this.ctx_.net.status().up) this.again(code, detail);
    } finally {
      this.running_ = false;
    }
  }

  private again(code: string, detail: number): void {
    this.cancel_();
    const wait_ms = waitAfter(code, detail, JOIN_RETRY_MS, fraction((count) => this.ctx_.core.randomBytes(count)));
    this.cancel_ = this.ctx_.clock.after(wait_ms, () => void this.go());
  }

  private async redeem(rec: JoinRec): Promise<void> {
    try {
      if (rec.circleId === null) await this.redeemStaff(rec);
      else await this.redeemCircle(rec.attempt ? rec : await this.prepare(rec, rec.circleId), rec.circleId);
    } catch (error) {
      const { code, detail } = codeOf(error);
      if (STALE.has(code)) {
        await this.ctx_.repo.run((tx) => this.dropAttempt(tx, rec));
        throw error;
      }
      if (!/^(slip_|join_failed|device_exists|not_allowed|circle_full|login_failed)/.test(code)) throw error;
      await this.ctx_.repo.run((tx) => { this.dropAttempt(tx, rec); tx.del('join', joinKey(rec)); });
      this.failed_(code, detail, rec);
    }
  }

  private dropAttempt(tx: Tx, rec: JoinRec): void {
    if (!tx.get('join', joinKey(rec))) return;
    tx.put('join', joinKey(rec), { ...rec, attempt: null });
    if (rec.circleId !== null) tx.dropState(rec.circleId, JOIN_STATE_TABLE);
  }

  private enrolment(): Enrolment | null { return enrolment(this.ctx_, this.secrets_()); }

  private token(rec: JoinRec): Uint8Array {
    const parsed = this.ctx_.core.slipParse(rec.slipText);
    if (!parsed.ok) throw new Failure(parsed.code, parsed.group);
    return parsed.slip.token;
  }

  private async redeemStaff(rec: JoinRec): Promise<void> {
    const enrolment = this.enrolment();
    // A staff slip makes a new person: a device that is somebody already has no use for it.
    if (!enrolment) throw new Failure('not_allowed');
    const answer = await this.ctx_.net.request({ type: 'slip_redeem_staff', selector: rec.selector, token: this.token(rec), enrolment });
    const wanted = answer.type === 'passkey_wanted' ? answer : null;
    const redeemed = wanted ?? expectFrame(answer, 'redeemed');
    await this.ctx_.repo.run((tx) => {
      this.registered(tx, redeemed, wanted);
      tx.del('join', joinKey(rec));
    });
  }

  /** The external commit of a freshly opened slip, persisted before it leaves. */
  private async prepare(rec: JoinRec, circleId: string): Promise<JoinRec> {
    const { core, clock, net, repo } = this.ctx_;
    const info = expectFrame(await net.request({ type: 'slip_open', selector: rec.selector, token: this.token(rec) }), 'slip_info');
    const sealed = info.circle_slip;
    if (!sealed || sealed.circle_id !== circleId) throw new Failure('join_failed');
    return repo.run((tx) => {
      const { deviceId, name } = profileOf(tx);
      const { circle, commit } = core.circleJoin({
        slipText: rec.slipText, circleId, sealed: sealed.sealed, deviceId, name, nowDay: today(clock),
      });
      tx.adopt(circle, JOIN_STATE_TABLE);
      const attempt = { messageId: core.newId(), epoch: commit.epoch, commit: commit.commit, packages: commit.packages };
      const ready: JoinRec = { ...rec, attempt };
      tx.put('join', joinKey(rec), ready);
      return ready;
    });
  }

  private async redeemCircle(rec: JoinRec, circleId: string): Promise<void> {
    const { attempt } = rec;
    if (!attempt) throw new Failure('unknown');
    const answer = await this.ctx_.net.request({
      type: 'slip_redeem_circle', selector: rec.selector, token: this.token(rec), enrolment: this.enrolment(),
      message_id: attempt.messageId, epoch: attempt.epoch, commit: attempt.commit, sealed_list: attempt.packages,
    });
    if (answer.type === 'passkey_wanted') {
      // The commit is in: after the login the same slip is answered with its place.
      await this.ctx_.repo.run((tx) => this.registered(tx, answer, answer));
      throw new Failure('not_now');
    }
    const redeemed = expectFrame(answer, 'redeemed');
    if (redeemed.circle?.circle_id !== circleId) throw new Failure('bad_frame');
    const { sequence } = redeemed.circle;
    await this.ctx_.repo.run((tx) => {
      this.registered(tx, redeemed);
      this.enter(tx, circleId, sequence);
      tx.del('join', joinKey(rec));
    });
    this.joined_(circleId);
  }

  private enter(tx: Tx, circleId: string, sequence: number): void {
    const circle = tx.crypto(circleId, JOIN_STATE_TABLE);
    tx.dropState(circleId, JOIN_STATE_TABLE);
    tx.adopt(circle, STATE_TABLE);
    const known = tx.get('circle', circleId);
    tx.put('circle', circleId, {
      circleId, title: known?.title ?? '', draft: known?.draft ?? '', sequence, created: true, closed: false, next: known?.next ?? 0,
      people: circle.members(), ...(circle.staff() && { staff: true }), ...(known?.awaited && { awaited: known.awaited }), ...(known?.support && { support: known.support }),
    });
    // Who this is comes before what was written in the meantime.
    requeue(this.ctx_, tx, circleId, circleId, () => { enqueueContent(this.ctx_, tx, circleId, { type: 'hello' }); });
    if (known) resendUnconfirmed(this.ctx_, tx, circleId, []);
    const before = circle.restartedFrom();
    const moved = before !== null && moveOver(this.ctx_, tx, before, circle);
    const notice = moved ? 'afresh' : known ? 'you_back' : tx.get('wait', ME) ? 'line_open' : 'you_joined';
    addNotice(this.ctx_, tx, circleId, notice, { subject: circle.memberId });
    lineOpened(this.ctx_, tx, circle);
    tx.after(() => this.ctx_.changed(circleId));
  }

  private registered(tx: Tx, answer: Redeemed | PasskeyWanted, wanted: PasskeyWanted | null = null): void {
    // With a passkey to come the rest comes with the login.
    registered(this.ctx_, tx, answer, !('spans' in answer), () => this.enrolled_(wanted));
  }
}
