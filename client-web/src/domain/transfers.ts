/**
 * What moves attachments between this device and the server: uploads, downloads, and the word that this device is done. One
 * attachment at a time in each direction and one part at a time, so that a slow line still carries messages. Each goes on from what
 * the other side has; an error keeps one attachment back for a while and says why, never the others.
 */
import { oweDone, PART_BYTES, partsOf, sayAttachment, sealedSize } from './attachments';
import type { Context } from './context';
import { codeOf, expectFrame, Failure } from './errors';
import { fraction, waitAfter } from './patience';
import type { Store } from './ports';
import { itemKey, type TransferRec } from './records';

/** What the server or this device refused is tried again after this, or at a press. */
export const TRANSFER_RETRY_MS = 60_000;
/** The connection or the device is gone: the next login begins anew, and nobody is to blame. */
const PASSING = new Set(['offline', 'not_now', 'elsewhere']);
/** Answers to "done" after which the server keeps nothing for this device, or will not for long. */
const NOTHING_THERE = new Set(['attachment_gone', 'not_a_member', 'circle_unknown']);

type Work = 'uploading' | 'wanted';

export class Transfers {
  private readonly running_ = new Set<Work | 'done'>();
  private readonly again_ = new Set<Work | 'done'>();
  /** attachments that wait for their next try */
  private readonly held_ = new Map<string, () => void>();
  private stopped_ = false;

  constructor(private readonly ctx_: Context, private readonly store_: Store) {}

  kick(): void {
    this.start('uploading', () => this.next('uploading', (rec) => this.upload(rec)));
    this.start('wanted', () => this.next('wanted', (rec) => this.download(rec)));
    this.start('done', () => this.sayDone());
  }

  /** A person does not want to wait for the next try, or a new connection makes it worth one. */
  retry(): void {
    for (const cancel of this.held_.values()) cancel();
    this.held_.clear();
    this.kick();
  }

  stop(): void {
    this.stopped_ = true;
    for (const cancel of this.held_.values()) cancel();
  }

  /** step: false when there is nothing more to do. */
  private start(work: Work | 'done', step: () => Promise<boolean>): void {
    if (this.stopped_ || !this.ctx_.ready()) return;
    if (this.running_.has(work)) { this.again_.add(work); return; }
    this.running_.add(work);
    const run = async (): Promise<void> => { while (!this.stopped_ && this.ctx_.ready() && (await step())) { /* the next one */ } };
    // Whatever is thrown here is the connection's or the device's end.
    void run().catch(() => undefined).finally(() => {
      this.running_.delete(work);
      if (this.again_.delete(work)) this.start(work, step);
    });
  }

  private mayMove({ circleId, itemId }: TransferRec): boolean {
    const circle = this.ctx_.repo.get('circle', circleId);
    return circle !== undefined && circle.created && !circle.closed && !circle.ended && !circle.lost && this.ctx_.caughtUp(circleId)
      && !this.held_.has(itemKey(circleId, itemId));
  }

  private async next(state: Work, move: (rec: TransferRec) => Promise<void>): Promise<boolean> {
    const order = (rec: TransferRec): number => this.ctx_.repo.get('item', itemKey(rec.circleId, rec.itemId))?.order ?? 0;
    const rec = this.ctx_.repo.all('attachment').filter((one) => one.state === state && this.mayMove(one)).sort((a, b) => order(a) - order(b))[0];
    if (!rec) return false;
    try {
      await move(rec);
      this.ctx_.progress.over(rec.circleId, rec.itemId);
    } catch (error) {
      const { code, detail } = codeOf(error);
      if (PASSING.has(code)) throw error;
      this.hold(rec, code, detail);
    }
    return true;
  }

  private hold({ circleId, itemId }: TransferRec, code: string, detail: number): void {
    this.ctx_.progress.stuck(circleId, itemId, code);
    this.wait(itemKey(circleId, itemId), code, detail);
  }

  private wait(what: string, code: string, detail: number): void {
    const wait_ms = waitAfter(code, detail, TRANSFER_RETRY_MS, fraction((count) => this.ctx_.core.randomBytes(count)));
    this.held_.get(what)?.();
    this.held_.set(what, this.ctx_.clock.after(wait_ms, () => { this.held_.delete(what); this.kick(); }));
  }

  /** What is under way may be called off, deleted or over at any part. */
  private still(rec: TransferRec): boolean {
    return !this.stopped_ && this.ctx_.repo.get('attachment', itemKey(rec.circleId, rec.itemId))?.state === rec.state;
  }

  private async upload(rec: TransferRec): Promise<void> {
    const { circleId: circle_id, attachmentId: attachment_id, itemId, size } = rec;
    const chunks = partsOf(size);
    const begun = await this.ctx_.net.request({ type: 'attach_begin', circle_id, attachment_id, chunks, size: sealedSize(size) });
    let { stored } = expectFrame(begun, 'attach_at');
    while (stored < chunks) {
      this.ctx_.progress.moved(circle_id, itemId, stored, chunks);
      const chunk = await this.store_.piece(rec.piecesId, stored);
      if (!this.still(rec)) return;
      if (!chunk) throw new Failure('state_bad');
      const put = expectFrame(await this.ctx_.net.request({ type: 'attach_put', circle_id, attachment_id, index: stored, chunk }), 'attach_at');
      // A server that stays where it is would be asked for ever.
      if (put.stored <= stored) throw new Failure('attachment_mismatch');
      stored = put.stored;
    }
    await this.ctx_.repo.run((tx) => sayAttachment(this.ctx_, tx, rec));
  }

  private async download(rec: TransferRec): Promise<void> {
    const { circleId, itemId, size, piecesId } = rec;
    const count = partsOf(size);
    for (let index = await this.store_.pieces(piecesId); index < count; index++) {
      this.ctx_.progress.moved(circleId, itemId, index, count);
      const answer = await this.ctx_.net.request({ type: 'attach_get', circle_id: circleId, attachment_id: rec.attachmentId, index });
      let chunk: Uint8Array;
      try {
        ({ chunk } = expectFrame(answer, 'attach_chunk'));
      } catch (error) {
        if (codeOf(error).code !== 'attachment_gone') throw error;
        return this.end(rec, 'gone');
      }
      if (!this.isRight(rec, index, count, chunk)) return this.end(rec, 'broken');
      if (this.stopped_) throw new Failure('not_now');
      if (!this.still(rec)) return this.end(rec, 'gone');
      await this.store_.putPiece(piecesId, index, chunk);
    }
    await this.end(rec, 'here');
  }

  private isRight({ key, size }: TransferRec, index: number, count: number, chunk: Uint8Array): boolean {
    try {
      const plain = this.ctx_.core.openChunk(key, index, index === count - 1, chunk);
      return plain.length === Math.min(PART_BYTES, size - index * PART_BYTES);
    } catch (error) {
      if (codeOf(error).code !== 'mls_decrypt_failed') throw error;
      return false;
    }
  }

  private end(rec: TransferRec, state: 'here' | 'gone' | 'broken'): Promise<void> {
    const at = itemKey(rec.circleId, rec.itemId);
    return this.ctx_.repo.run((tx) => {
      const now = tx.get('attachment', at);
      if (now?.state !== 'wanted') {
        // Deleted while its last part was being stored: nothing of that may stay.
        if (!now) tx.gonePieces.push(rec.piecesId);
        return;
      }
      if (state !== 'here') tx.gonePieces.push(rec.piecesId);
      tx.put('attachment', at, { ...now, state });
      if (state !== 'gone') oweDone(this.ctx_, tx, now);
      tx.after(() => this.ctx_.changed(rec.circleId));
    });
  }

  private async sayDone(): Promise<boolean> {
    const [next] = this.ctx_.repo.all('attach_done');
    if (!next || this.held_.has('done')) return false;
    const { circleId: circle_id, attachmentId: attachment_id } = next;
    const answer = await this.ctx_.net.request({ type: 'attach_done', circle_id, attachment_id });
    try {
      expectFrame(answer, 'ok');
    } catch (error) {
      const { code, detail } = codeOf(error);
      if (!NOTHING_THERE.has(code)) {
        this.wait('done', code, detail);
        return false;
      }
    }
    await this.ctx_.repo.run((tx) => { if (tx.get('attach_done', attachment_id)?.circleId === circle_id) tx.del('attach_done', attachment_id); });
    return true;
  }
}
