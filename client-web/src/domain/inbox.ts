/**
 * Envelopes, strictly in the server's order: decrypt, store the new state and everything that
 * follows in one transaction, then acknowledge. A crash before the commit means that the server
 * sends them again; a crash after it, that they are known and only acknowledged again.
 */
import type { Envelope } from '../wire/frames';
import { ENVELOPE_WINDOW } from '../wire/limits';
import type { Context } from './context';
import { codeOf } from './errors';
import { applyEvent } from './events';
import { addUnreadable } from './notices';
import { RETRY_LATER_MS } from './outbox';
import { confirm, queueOf } from './queue';
import type { Tx } from './repo';
import { markFound, rememberPeople } from './thread';

/** Envelopes in one transaction: catching up is quick, and a failed write repeats little. */
const BATCH_MAX = 16;

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export class Inbox {
  private readonly queues_ = new Map<string, Envelope[]>();
  private readonly running_ = new Set<string>();
  private cancel_retry_: () => void = () => undefined;
  private stopped_ = false;

  /** stored_: more of this circle has been read */
  constructor(private readonly ctx_: Context, private readonly stored_: (circleId: string) => void) {}

  take(envelope: Envelope): void {
    const queue = this.queues_.get(envelope.circle_id) ?? [];
    // The server never has more under way than its window; what it sends beyond that, it sends again.
    if (queue.length >= 2 * ENVELOPE_WINDOW) return;
    queue.push(envelope);
    this.queues_.set(envelope.circle_id, queue);
    void this.drain(envelope.circle_id);
  }

  /** Nothing of this circle waits here. */
  idle(circleId: string): boolean {
    return !this.running_.has(circleId) && (this.queues_.get(circleId)?.length ?? 0) === 0;
  }

  /** A circle has been joined: what came before its record was stored waits here. */
  wake(circleId: string): void { void this.drain(circleId); }

  /** A new connection starts from what is acknowledged: what waits here comes again. */
  clear(): void { this.queues_.clear(); }

  stop(): void {
    this.stopped_ = true;
    this.cancel_retry_();
    this.clear();
  }

  private async drain(circleId: string): Promise<void> {
    if (this.running_.has(circleId)) return;
    this.running_.add(circleId);
    try {
      for (;;) {
        const queue = this.queues_.get(circleId);
        const batch = queue?.slice(0, BATCH_MAX) ?? [];
        if (this.stopped_ || batch.length === 0 || !this.ctx_.repo.get('circle', circleId) || this.comingBack(circleId)) break;
        const sequence = await this.ctx_.repo.run((tx) => (tx.get('circle', circleId) ? this.apply(tx, circleId, batch) : null));
        if (sequence === null) break;
        const now = this.queues_.get(circleId);
        if (now === queue) now?.splice(0, batch.length);
        this.ctx_.net.notify({ type: 'ack', circle_id: circleId, sequence });
        this.ctx_.clearProblem('storage_failed');
        this.ctx_.changed(circleId);
        this.stored_(circleId);
        this.ctx_.kick(circleId);
      }
    } catch (error) {
      this.failed(circleId, error);
    } finally {
      this.running_.delete(circleId);
    }
  }

  /** On the way back into a lost circle: what comes may be for the keys that the server is just getting. */
  private comingBack(circleId: string): boolean {
    return this.ctx_.repo.all('join').some((join) => join.circleId === circleId && join.attempt !== null);
  }

  /** Nothing was changed and nothing acknowledged: the same envelopes are tried again. */
  private failed(circleId: string, error: unknown): void {
    const { code, detail } = codeOf(error);
    if (this.stopped_ || code === 'not_now') return;
    this.ctx_.problem(code, detail);
    this.cancel_retry_();
    this.cancel_retry_ = this.ctx_.clock.after(RETRY_LATER_MS, () => {
      for (const id of this.queues_.keys()) void this.drain(id);
      void this.drain(circleId);
    });
  }

  /** The last sequence that is stored here afterwards. */
  private apply(tx: Tx, circleId: string, batch: Envelope[]): number {
    for (const envelope of batch) {
      const { sequence, closed, lost } = tx.circleRec(circleId);
      if (envelope.sequence <= sequence) continue;
      // What expired before this device fetched it cannot come any more; say so instead of hiding it.
      if (envelope.sequence > sequence + 1 && !closed && !lost) addUnreadable(this.ctx_, tx, circleId, null);
      if (!closed && !this.ctx_.repo.unreadable(circleId)) this.open(tx, circleId, envelope);
      tx.put('circle', circleId, { ...tx.circleRec(circleId), sequence: envelope.sequence });
    }
    if (!tx.circleRec(circleId).closed) rememberPeople(this.ctx_, tx, circleId);
    return tx.circleRec(circleId).sequence;
  }

  private open(tx: Tx, circleId: string, { kind, epoch, blob }: Envelope): void {
    const own = queueOf(tx, circleId).find(({ attempt }) => attempt && same(attempt.blob, blob));
    if (own) confirm(this.ctx_, tx, own);
    const circle = tx.crypto(circleId);
    const before = circle.epoch();
    const events = circle.receive(kind === 'commit' ? 1 : 0, epoch, blob);
    // Lost is said in its own place, once, and not for every envelope.
    const lost = tx.circleRec(circleId).lost || events.some((event) => event.type === 'threadLost');
    for (const event of events) if (!lost || event.type !== 'unreadable') applyEvent(this.ctx_, tx, circleId, event);
    if (circle.epoch() > before && !circle.threadLost()) markFound(this.ctx_, tx, circleId);
  }
}
