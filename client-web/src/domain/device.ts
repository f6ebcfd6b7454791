/** An unlocked device: its data, its parts wired together, and its end. */
import type { Clock, DeviceHeader, Net, Store } from './ports';
import type { CryptoCore, Vault } from './crypto_port';
import type { Context } from './context';
import { tidyAttachments } from './attachments';
import { CatchUp } from './catch_up';
import { DoorQueue } from './door_queue';
import { Doors } from './doors';
import { Inbox } from './inbox';
import type { PasskeyWanted, Secrets } from './enrol';
import { Joiner } from './join';
import { Outbox } from './outbox';
import type { JoinRec } from './records';
import { Progress } from './progress';
import { Repo } from './repo';
import { Session } from './session';
import { Slips } from './slips';
import { Taking } from './taking';
import { Tallies } from './tally';
import { Transfers } from './transfers';
import { Upkeep } from './upkeep';
import { Waiting } from './waiting';
import { Work } from './work';

/** A lock that a person asked for does not wait for a storage that hangs. */
const CLOSE_WITHIN_MS = 3_000;

export interface DeviceWorld { core: CryptoCore; clock: Clock; net: Net; store: Store; origin: string }
export interface DeviceEvents {
  problem(code: string, detail: number): void;
  clearProblem(code: string): void;
  changed(circleId?: string): void;
  /** the server knows this device */
  enrolled(): void;
  /** this connection is logged in */
  online(): void;
  joined(circleId: string): void;
  joinFailed(code: string, detail: number, rec: JoinRec): void;
  /** there is no place in the queue for this device */
  placeRefused(code: string, detail: number): void;
  /** this person has left the queue, and the server knows nothing of them any more */
  ended(): void;
}

export class Device {
  readonly repo: Repo;
  readonly ctx: Context;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly catchUp: CatchUp;
  readonly tallies: Tallies;
  readonly upkeep: Upkeep;
  readonly work: Work;
  readonly slips: Slips;
  readonly joiner: Joiner;
  readonly waiting: Waiting;
  readonly doors: Doors;
  readonly queue: DoorQueue;
  readonly taking: Taking;
  readonly transfers: Transfers;
  readonly store: Store;
  readonly session: Session;

  constructor(world: DeviceWorld, vault: Vault, private header_: DeviceHeader, secrets: Secrets | null, events: DeviceEvents) {
    const { core, clock, net, store, origin } = world;
    this.repo = new Repo(core, store, vault);
    this.store = store;
    this.ctx = {
      core, clock, net, repo: this.repo,
      problem: (code, detail = 0) => events.problem(code, detail),
      clearProblem: events.clearProblem,
      changed: events.changed,
      kick: (circleId) => { this.outbox.kick(circleId); this.transfers.kick(); },
      transfers: () => this.transfers.kick(),
      progress: new Progress(events.changed),
      talliesChanged: () => this.tallies.schedule(),
      upkeep: () => this.upkeep.look(),
      linesChanged: () => this.work.linesChanged(),
      slipsToRevoke: () => { if (this.session.ready()) void this.slips.finishRevocations(); },
      serverNowMs: () => this.upkeep.serverNowMs(),
      header: () => this.header_,
      ready: () => this.session.ready(),
      caughtUp: (circleId) => !this.catchUp.behind(circleId),
    };
    this.outbox = new Outbox(this.ctx);
    this.transfers = new Transfers(this.ctx, store);
    this.inbox = new Inbox(this.ctx, (circleId) => this.catchUp.look(circleId));
    this.catchUp = new CatchUp(this.ctx, this.inbox);
    this.tallies = new Tallies(this.ctx);
    this.upkeep = new Upkeep(this.ctx);
    this.work = new Work(this.ctx);
    this.slips = new Slips(this.ctx, this.outbox, origin);
    this.doors = new Doors(this.ctx, origin);
    this.queue = new DoorQueue(this.ctx, this.doors);
    this.taking = new Taking(this.ctx, this.slips, this.queue);
    const enrolled = (wanted: PasskeyWanted | null): void => {
      this.header_ = { ...this.header_, share: null };
      secrets = null;
      this.session.enrolled(wanted);
      events.enrolled();
    };
    this.waiting = new Waiting(this.ctx, () => secrets, {
      enrolled: () => enrolled(null), failed: events.placeRefused, ended: events.ended, slip: () => void this.joiner.go(),
    });
    this.joiner = new Joiner(this.ctx, () => secrets, enrolled,
      (circleId) => { this.inbox.wake(circleId); events.joined(circleId); },
      (code, detail, rec) => {
        if (rec.circleId !== null) this.inbox.wake(rec.circleId);
        this.waiting.slipFailed();
        events.joinFailed(code, detail, rec);
      });
    this.session = new Session(this.ctx, this, () => events.online());
  }

  /** What an end in the middle has left over. */
  tidy(): Promise<void> { return tidyAttachments(this.ctx, this.store); }

  /** Until it is done or has failed, but not for long. */
  async soon(work: Promise<unknown>): Promise<void> {
    let cancel: () => void = () => undefined;
    const late = new Promise<void>((resolve) => { cancel = this.ctx.clock.after(CLOSE_WITHIN_MS, resolve); });
    await Promise.race([work.catch(() => undefined), late]);
    cancel();
  }

  /** Ends every timer and promise, waits for the transaction under way, wipes the keys. */
  async close(): Promise<void> {
    this.session.stop();
    this.joiner.stop();
    this.waiting.stop();
    this.taking.stop();
    this.inbox.stop();
    this.catchUp.stop();
    this.outbox.stop();
    this.transfers.stop();
    this.tallies.stop();
    this.upkeep.stop();
    let cancel: () => void = () => undefined;
    const late = new Promise<void>((resolve) => { cancel = this.ctx.clock.after(CLOSE_WITHIN_MS, resolve); });
    await this.repo.dispose(late);
    cancel();
  }
}
