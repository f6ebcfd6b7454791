/**
 * What the server does not have yet: kept sealed, sent in the order of writing, one at a time for
 * each circle.
 *
 *   written --encrypt+persist--> attempt --send--> stored --> gone (a commit: until its echo)
 *                 ^                          |
 *                 +------ epoch_stale -------+   the same message id, the same content id
 *
 * An attempt whose fate is unknown is sent again as it is: the server answers a known message id
 * with its first sequence, so nothing is stored twice.
 *
 * Nothing leaves while a circle is lost (thread.ts) or not caught up with (catch_up.ts), and nothing but new keys while it is
 * in doubt.
 */
import type { Request, ServerFrame } from '../wire/frames';
import type { Context } from './context';
import { today } from './context';
import { codeOf, expectFrame, Failure } from './errors';
import { closeCircle } from './notices';
import { fraction, waitAfter } from './patience';
import { confirm, isCommit, queueOf } from './queue';
import { outKey, type OutJob, type OutRec } from './records';
import type { Tx } from './repo';
import { markLost } from './thread';

/** The server said "later" without saying when: mailbox full, restarting. `too_many` says when. */
export const RETRY_LATER_MS = 5_000;
/** How long a command waits for one message to be stored before it tells its caller that it did not get through. */
export const CONFIRM_TIMEOUT_MS = 30_000;
/** Re-encryptions of one message in a row before a pause; each one means that somebody else's commit won. */
const STALE_IN_A_ROW_MAX = 8;

/** What was written before a newcomer came waits for what people write now, but never between encrypting and sending. */
function nextOf(queue: OutRec[]): OutRec | undefined {
  const [first] = queue;
  const before = ({ job }: OutRec): boolean => job.kind === 'content' && job.content.type === 'before';
  if (!first || first.attempt || !before(first)) return first;
  return queue.find((rec) => !before(rec)) ?? first;
}

type Outcome = 'again' | 'wait';
interface Confirmation { resolve(): void; reject(error: Failure): void }

export class Outbox {
  private readonly running_ = new Set<string>();
  private readonly again_ = new Set<string>();
  /** what a person was told about a circle's outbox, until it moves again */
  private readonly told_ = new Map<string, string>();
  private readonly stale_ = new Map<string, number>();
  private readonly confirmations_ = new Map<string, Confirmation>();
  private readonly timers_ = new Map<string, () => void>();
  private stopped_ = false;

  constructor(private readonly ctx_: Context) {}

  kickAll(): void {
    for (const { circleId } of this.ctx_.repo.all('circle')) this.kick(circleId);
  }

  kick(circleId: string): void {
    if (this.stopped_) return;
    this.settle();
    if (this.running_.has(circleId)) { this.again_.add(circleId); return; }
    if (!this.ctx_.ready()) return;
    this.running_.add(circleId);
    void this.pump(circleId).finally(() => {
      this.running_.delete(circleId);
      this.settle();
      if (this.again_.delete(circleId)) this.kick(circleId);
    });
  }

  stop(): void {
    this.stopped_ = true;
    for (const cancel of this.timers_.values()) cancel();
    this.dropWaiting();
  }

  /** The connection is gone: whoever waits for a confirmation is told so; what is queued stays queued. */
  dropWaiting(): void {
    for (const waiting of this.confirmations_.values()) waiting.reject(new Failure('offline'));
    this.confirmations_.clear();
  }

  /** Resolves when the server has this message (it has left the outbox). */
  confirmed(messageId: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = this.ctx_.clock.after(CONFIRM_TIMEOUT_MS, () => {
        this.confirmations_.delete(messageId);
        reject(new Failure('offline'));
      });
      this.confirmations_.set(messageId, {
        resolve: () => { cancel(); resolve(); },
        reject: (error) => { cancel(); reject(error); },
      });
      if (this.ctx_.ready()) this.settle();
      else this.dropWaiting();
    });
  }

  private settle(): void {
    if (this.confirmations_.size === 0) return;
    const queued = new Set(this.ctx_.repo.all('outbox').map((rec) => rec.messageId));
    for (const [messageId, waiting] of this.confirmations_) {
      if (queued.has(messageId)) continue;
      this.confirmations_.delete(messageId);
      waiting.resolve();
    }
  }

  private async pump(circleId: string): Promise<void> {
    try {
      while (!this.stopped_ && this.ctx_.ready() && (await this.step(circleId)) === 'again') { this.settle(); }
    } catch (error) {
      const { code, detail } = codeOf(error);
      if (code === 'not_now') return;                       // the device was locked meanwhile
      if (code !== 'offline') this.tell(circleId, code, detail);
      if (this.ctx_.ready()) this.later(circleId, code, detail);   // else the next login starts it again
    }
  }

  private async step(circleId: string): Promise<Outcome> {
    const next = await this.ctx_.repo.run((tx) => this.prepare(tx, circleId));
    if (next === 'wait' || next === 'again') return next;
    const answer = await this.ctx_.net.request(next.request);
    return this.ctx_.repo.run((tx) => this.answered(tx, next.rec, answer));
  }

  /** The first in the queue, encrypted and persisted before it leaves. */
  private prepare(tx: Tx, circleId: string): Outcome | { rec: OutRec; request: Request } {
    const rec = this.next(tx, circleId);
    if (!rec || rec.stored) return 'wait';
    const { job, messageId } = rec;
    if (job.kind === 'leave') return this.prepareLeave(tx, rec);
    if (job.kind === 'recover') return this.prepareRecover(tx, rec);
    if (job.kind === 'create') return { rec, request: { type: 'circle_create', circle_id: circleId } };
    if (job.kind === 'refresh') return this.prepareRefresh(tx, rec);
    if (job.kind === 'remove') return this.prepareRemove(tx, rec, job.memberId);
    const ready = rec.attempt ? rec : this.encrypt(tx, rec, job);
    if (!ready?.attempt) return 'again';
    return { rec: ready, request: { type: 'send', circle_id: circleId, message_id: messageId, ...ready.attempt } };
  }

  private next(tx: Tx, circleId: string): OutRec | undefined {
    // Of a support that has ended nothing may be left.
    if (!tx.get('circle', circleId)) return undefined;
    const { closed, lost, ended } = tx.circleRec(circleId);
    const queue = queueOf(tx, circleId);
    if (ended) return queue[0];
    if (closed) return queue.find(({ job }) => job.kind === 'leave');
    if (lost || !this.ctx_.caughtUp(circleId)) return undefined;
    return queue.find(({ job }) => job.kind === 'recover') ?? nextOf(queue);
  }

  private encrypt(tx: Tx, rec: OutRec, job: OutJob & { kind: 'content' }): OutRec | null {
    const key = outKey(rec.circleId, rec.order);
    try {
      const { epoch, blob } = tx.crypto(rec.circleId).send(job.content, job.contentId, job.sentAtMs);
      const ready = { ...rec, attempt: { epoch, blob } };
      tx.put('outbox', key, ready);
      return ready;
    } catch (error) {
      // A notice about a slip that has meanwhile died has nothing left to say. People's words are never dropped.
      if (job.content.type !== 'slipMade' && job.content.type !== 'slipRevoked') throw error;
      tx.del('outbox', key);
      return null;
    }
  }

  private prepareRemove(tx: Tx, rec: OutRec, memberId: string): Outcome | { rec: OutRec; request: Request } {
    const circle = tx.crypto(rec.circleId);
    const gone = !circle.members().some((m) => m.memberId === memberId && m.deviceIds.length > 0);
    if (!circle.pending() && gone) {
      tx.del('outbox', outKey(rec.circleId, rec.order));
      return 'again';
    }
    const made = circle.pending() ?? circle.removeMember(memberId, today(this.ctx_.clock));
    return { rec, request: {
      type: 'commit', circle_id: rec.circleId, message_id: rec.messageId, epoch: made.epoch, commit: made.commit,
      sealed_list: made.packages, removed: made.removedDeviceIds,
    } };
  }

  /** New keys: persisted with the state, and sent again as they are until their echo comes or another commit does. */
  private prepareRecover(tx: Tx, rec: OutRec): Outcome | { rec: OutRec; request: Request } {
    const { circleId, messageId } = rec;
    const circle = tx.crypto(circleId);
    const key = outKey(circleId, rec.order);
    // A removal that the server has: its echo is on the way.
    if (queueOf(tx, circleId).some((other) => other.stored)) return 'wait';
    if (!circle.inDoubt()) {
      tx.del('outbox', key);
      return 'again';
    }
    const again = rec.attempt ? circle.pending() : null;
    if (!again) circle.commitRejected();
    try {
      const made = again ?? circle.recover(0, today(this.ctx_.clock));
      // What was encrypted before the doubt is encrypted anew; its message id says whether the server has it.
      for (const other of queueOf(tx, circleId)) {
        if (other.attempt && other.order !== rec.order) tx.put('outbox', outKey(circleId, other.order), { ...other, attempt: null, tried: true });
      }
      const ready: OutRec = { ...rec, attempt: { epoch: made.epoch, blob: made.commit } };
      tx.put('outbox', key, ready);
      return { rec: ready, request: {
        type: 'commit', circle_id: circleId, message_id: messageId, epoch: made.epoch, commit: made.commit, sealed_list: made.packages,
        removed: made.removedDeviceIds,
      } };
    } catch (error) {
      if (codeOf(error).code === 'crypto_failed') throw error;
      markLost(this.ctx_, tx, circleId);
      return 'wait';
    }
  }

  /** First the server forgets our slips to it: it takes that from members only. */
  private prepareLeave(tx: Tx, rec: OutRec): Outcome | { rec: OutRec; request: Request } {
    if (tx.all('slip_revoke').some(({ circleId }) => circleId === rec.circleId)) {
      tx.after(() => this.ctx_.slipsToRevoke());
      return 'wait';
    }
    return { rec, request: { type: 'circle_leave', circle_id: rec.circleId } };
  }

  private prepareRefresh(tx: Tx, rec: OutRec): Outcome | { rec: OutRec; request: Request } {
    const circle = this.ctx_.repo.circle(rec.circleId);
    const sealed_list = circle.refreshPackages(today(this.ctx_.clock));
    if (sealed_list.length === 0) {
      tx.del('outbox', outKey(rec.circleId, rec.order));
      return 'again';
    }
    return { rec, request: { type: 'slip_refresh', circle_id: rec.circleId, epoch: circle.epoch(), sealed_list } };
  }

  private answered(tx: Tx, rec: OutRec, answer: ServerFrame): Outcome {
    try {
      expectFrame(answer, ['create', 'refresh', 'leave'].includes(rec.job.kind) ? 'ok' : 'stored');
    } catch (error) {
      return this.refused(tx, rec, codeOf(error));
    }
    this.stale_.delete(rec.circleId);
    const told = this.told_.get(rec.circleId);
    if (told) tx.after(() => { this.told_.delete(rec.circleId); this.ctx_.clearProblem(told); });
    confirm(this.ctx_, tx, rec);
    if (rec.job.kind === 'leave' && tx.get('circle', rec.circleId)?.ended) {
      tx.del('circle', rec.circleId);
      return 'wait';
    }
    return isCommit(rec) ? 'wait' : 'again';
  }

  private refused(tx: Tx, rec: OutRec, { code, detail }: { code: string; detail: number }): Outcome {
    const key = outKey(rec.circleId, rec.order);
    const ended = tx.get('circle', rec.circleId)?.ended === true;
    // The echo has confirmed it while the answer was under way.
    if (!tx.get('outbox', key)) return 'again';
    // Without keys nothing can be encrypted anew: a goodbye that came too late is dropped.
    if (ended && rec.job.kind === 'content' && ['epoch_stale', 'not_a_member', 'circle_unknown'].includes(code)) {
      tx.del('outbox', key);
      return 'again';
    }
    if (code === 'epoch_stale') return this.stale(tx, rec, detail);
    if (code === 'not_a_member' || code === 'circle_unknown') {
      if (rec.job.kind === 'leave') tx.del('outbox', key);
      if (ended) {
        tx.del('circle', rec.circleId);
        return 'wait';
      }
      closeCircle(this.ctx_, tx, rec.circleId, null);
      return 'wait';
    }
    tx.after(() => { this.tell(rec.circleId, code, detail); this.later(rec.circleId, code, detail); });
    return 'wait';
  }

  /** Somebody's commit came first. What it brings is on its way; then the same content is encrypted anew. */
  private stale(tx: Tx, rec: OutRec, epoch: number): Outcome {
    if (rec.attempt) tx.put('outbox', outKey(rec.circleId, rec.order), { ...rec, attempt: null });
    const tries = (this.stale_.get(rec.circleId) ?? 0) + 1;
    this.stale_.set(rec.circleId, tries);
    if (this.ctx_.repo.circle(rec.circleId).epoch() < epoch) return 'wait';
    if (tries < STALE_IN_A_ROW_MAX) return 'again';
    tx.after(() => this.later(rec.circleId, 'epoch_stale', 0));
    return 'wait';
  }

  private tell(circleId: string, code: string, detail: number): void {
    this.told_.set(circleId, code);
    this.ctx_.problem(code, detail);
  }

  private later(circleId: string, code: string, detail: number): void {
    this.timers_.get(circleId)?.();
    const wait_ms = waitAfter(code, detail, RETRY_LATER_MS, fraction((count) => this.ctx_.core.randomBytes(count)));
    this.timers_.set(circleId, this.ctx_.clock.after(wait_ms, () => {
      this.timers_.delete(circleId);
      this.stale_.delete(circleId);
      this.kick(circleId);
    }));
  }
}
