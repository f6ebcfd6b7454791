/** One open device on its connection: login, what the server pushes, and who may send when. */
import type { ServerFrame, ServerFrames } from '../wire/frames';
import { profileOf, type Context } from './context';
import { codeOf, expectFrame } from './errors';
import { closeCircle } from './notices';
import { fraction, waitAfter } from './patience';
import type { CatchUp } from './catch_up';
import type { Inbox } from './inbox';
import type { Joiner } from './join';
import type { Outbox } from './outbox';
import { fetchProgrammes } from './programmes';
import type { DoorQueue } from './door_queue';
import type { Doors } from './doors';
import type { Slips } from './slips';
import { ME } from './records';
import { StaffSession } from './staff_session';
import type { Taking } from './taking';
import type { Tallies } from './tally';
import type { Transfers } from './transfers';
import type { Tx } from './repo';
import type { Upkeep } from './upkeep';
import { compareWithServer } from './thread';
import type { Waiting } from './waiting';
import { leftByOrganisation, type Work } from './work';

export interface Parts {
  inbox: Inbox; catchUp: CatchUp; outbox: Outbox; tallies: Tallies; joiner: Joiner; slips: Slips; upkeep: Upkeep; work: Work;
  waiting: Waiting; doors: Doors; queue: DoorQueue; taking: Taking; transfers: Transfers;
}
type LoginOk = ServerFrames['login_ok'];

/** Between two tries to log in on a connection that stays. */
const LOGIN_RETRY_MS = 10_000;

export class Session {
  readonly staff: StaffSession;
  private logged_in_ = false;
  private stopped_ = false;
  private cancel_: () => void = () => undefined;

  /** online_: logged in, so that everything may be asked */
  constructor(private readonly ctx_: Context, private readonly parts_: Parts, private readonly online_: () => void) {
    this.staff = new StaffSession(ctx_, (ok) => this.admit(ok), () => this.ready());
  }

  ready(): boolean { return this.logged_in_ && this.ctx_.net.status().up; }

  stop(): void {
    this.stopped_ = true;
    this.logged_in_ = false;
    this.staff.drop();
    this.cancel_();
  }

  up(): void {
    this.parts_.inbox.clear();
    this.parts_.catchUp.clear();
    this.logged_in_ = false;
    if (this.stopped_) return;
    if (profileOf(this.ctx_.repo).enrolled) void this.login();
    else {
      this.parts_.waiting.up();
      void this.parts_.joiner.go();
    }
  }

  down(): void {
    this.logged_in_ = false;
    this.staff.drop();
    this.cancel_();
    this.parts_.outbox.dropWaiting();
    this.ctx_.changed();
  }

  /** A redeemed slip logs the connection in as well, when no passkey is wanted. */
  enrolled(wanted: ServerFrames['passkey_wanted'] | null): void {
    if (wanted) return this.staff.ask(wanted);
    this.logged_in_ = true;
    this.flow();
  }

  frame(frame: ServerFrame): void {
    if (this.stopped_) return;
    if (frame.type === 'envelope') this.parts_.inbox.take(frame);
    if (frame.type === 'spans') void this.setSpans(frame.spans);
    if (frame.type === 'news' && this.logged_in_) this.parts_.work.refresh();
    if (frame.type === 'gone') leftByOrganisation(this.ctx_, frame.circle_id, frame.device_id).catch((error: unknown) => this.report(error));
    if (frame.type === 'waiting' || frame.type === 'door_opened') this.parts_.waiting.hear(frame);
    if (frame.type === 'queue') this.parts_.queue.hear(frame);
    if (frame.type === 'error') this.staff.told(frame.code);
  }

  private async setSpans(spans: LoginOk['spans']): Promise<void> {
    try {
      await this.ctx_.repo.run((tx) => tx.put('profile', ME, { ...profileOf(tx), spans }));
      this.parts_.tallies.schedule();
    } catch (error) {
      this.report(error);
    }
  }

  private async login(): Promise<void> {
    const { core, net, repo } = this.ctx_;
    const hello = net.hello();
    if (!hello) return;
    try {
      const { deviceId, loginSeed } = profileOf(repo);
      const signature = core.signLogin(loginSeed, hello.challenge, deviceId);
      const answer = await net.request({ type: 'login', device_id: deviceId, signature });
      if (answer.type !== 'passkey_wanted') return await this.admit(expectFrame(answer, 'login_ok'));
      if (!profileOf(repo).passkey) await repo.run((tx) => tx.put('profile', ME, { ...profileOf(tx), passkey: true }));
      if (!this.stopped_ && net.hello() === hello) this.staff.ask(answer);
    } catch (error) {
      this.report(error);
      const { code, detail } = codeOf(error);
      this.parts_.waiting.refused(code);
      const wait_ms = waitAfter(code, detail, LOGIN_RETRY_MS, fraction((count) => core.randomBytes(count)));
      this.cancel_ = this.ctx_.clock.after(wait_ms, () => { if (net.status().up && net.hello() === hello) void this.login(); });
    }
  }

  /** The server has let this device in. */
  private async admit(ok: LoginOk): Promise<void> {
    const hello = this.ctx_.net.hello();
    await this.ctx_.repo.run((tx) => this.reconcile(tx, ok));
    if (this.stopped_ || !hello || this.ctx_.net.hello() !== hello) return;
    this.logged_in_ = true;
    this.parts_.catchUp.begin(ok.circles);
    this.ctx_.clearProblem('login_failed');
    this.acknowledge(ok);
    this.flow();
  }

  private report(error: unknown): void {
    const { code, detail } = codeOf(error);
    if (!this.stopped_ && code !== 'offline' && code !== 'not_now') this.ctx_.problem(code, detail);
  }

  /** What waited for a login may go now. */
  private flow(): void {
    const { outbox, tallies, joiner, slips, upkeep, work, waiting, doors, queue, taking, transfers } = this.parts_;
    this.ctx_.changed();
    this.online_();
    outbox.kickAll();
    transfers.retry();
    tallies.schedule();
    upkeep.online();
    work.refresh();
    fetchProgrammes(this.ctx_).catch((error: unknown) => this.report(error));
    void joiner.go();
    waiting.online();
    queue.refresh();
    doors.settle().catch((error: unknown) => this.report(error));
    // A slip that was cut short is taken back before another one is made in its place.
    slips.tidy().then(() => taking.go()).catch((error: unknown) => this.report(error));
  }

  /** What the server says about this device stands; a circle that it does not name any more is left. */
  private reconcile(tx: Tx, { role, organisation, circles, spans, undo_s }: LoginOk): void {
    tx.put('profile', ME, { ...profileOf(tx), role, organisation, spans, undoS: undo_s });
    const named = new Set(circles.map((c) => c.circle_id));
    for (const rec of tx.all('circle')) {
      if (rec.created && !named.has(rec.circleId)) closeCircle(this.ctx_, tx, rec.circleId, null);
    }
    for (const circle of circles) compareWithServer(this.ctx_, tx, circle);
  }

  /** An acknowledgement that was lost with the last connection is given again. */
  private acknowledge({ circles }: LoginOk): void {
    for (const { circle_id, acked } of circles) {
      const rec = this.ctx_.repo.get('circle', circle_id);
      if (rec && rec.sequence > acked) this.ctx_.net.notify({ type: 'ack', circle_id, sequence: rec.sequence });
    }
  }
}
