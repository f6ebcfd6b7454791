/**
 * Which stage the app is in and how it gets from one to the next: reading a slip, joining,
 * unlocking, locking, handing over to another tab. Changes of stage happen one after the other.
 */
import type { Forms, Problem, Result, SlipView, Stage } from './api';
import { profileOf } from './context';
import type { CryptoCore } from './crypto_port';
import { Demand, DEMAND_TIMEOUT_MS } from './demand';
import { Device } from './device';
import { lookAtSlips, newDevice, unlockDevice, viewOf, type Opened, type OpenedSlip } from './entry';
import { codeOf, Failure, toResult } from './errors';
import { keepForms } from './forms';
import { leaveAll } from './leave';
import { fraction } from './patience';
import type { Clock, Hello, Net, NetEvents, Ownership, Store } from './ports';
import { tellExit } from './quick_exit';
import { ME, type JoinRec } from './records';
import { isLine } from './staff_lines';
import { setAsideUnreadable } from './thread';
import { Waiters } from './waiters';
import { waitFor, waitRec } from './waiting';

export interface EngineWorld {
  core: CryptoCore; clock: Clock; store: Store; ownership: Ownership;
  /** "https://host[:port]", for links */
  origin: string;
  makeNet(events: NetEvents): Net;
}
export interface LifecycleEvents {
  /** The snapshot is stale, and so is that circle's view. */
  changed(circleId?: string): void;
}

/** A phone's clock may be minutes off without harm; more would put messages on wrong days. */
export const CLOCK_OFF_MAX_MS = 10 * 60_000;
/** A further join goes on by itself; after so long its caller is told that there is no connection. */
const JOIN_ANOTHER_TIMEOUT_MS = 30_000;
const ENROLLED = 'enrolled';
const ONLINE = 'online';

type Base = 'starting' | 'elsewhere' | 'fresh' | 'locked' | 'destroyed';

export class Lifecycle {
  device: Device | null = null;
  slips: OpenedSlip[] | null = null;
  triesLeft: number | null = null;
  problem: Problem | null = null;
  readonly net: Net;
  readonly demand: Demand;
  private base_: Base = 'starting';
  private turn_: Promise<unknown> = Promise.resolve();
  /** the poster that the device under way came by */
  private door_: OpenedSlip[] | null = null;
  private readonly joins_: Waiters;

  constructor(private readonly world_: EngineWorld, private readonly events_: LifecycleEvents) {
    this.net = world_.makeNet({
      up: (hello) => this.up(hello),
      down: () => this.device?.session.down(),
      frame: (frame) => this.device?.session.frame(frame),
      status: () => { this.demand.status(); events_.changed(); },
    });
    this.demand = new Demand(this.net, world_.clock, () => fraction((count) => world_.core.randomBytes(count)));
    this.joins_ = new Waiters(world_.clock);
  }

  stage(): Stage {
    if (this.base_ === 'starting' || this.base_ === 'elsewhere') return this.base_;
    const profile = this.device?.repo.get('profile', ME);
    if (profile) return profile.enrolled ? 'open' : 'joining';
    return this.slips ? 'slip' : this.base_;
  }

  opened(): Device {
    if (!this.device) throw new Failure('not_now');
    return this.device;
  }

  own(mode: 'if_free' | 'take'): Promise<Result> {
    return this.exclusive(async () => {
      const { ownership, store } = this.world_;
      if (this.base_ !== 'starting' && this.base_ !== 'elsewhere') return null;
      const mine = await ownership.acquire(mode, async () => { await this.exclusive(() => this.lost()); });
      if (!mine) {
        this.base_ = 'elsewhere';
        return null;
      }
      this.base_ = 'fresh';
      await store.claim();
      const header = await store.header();
      if (header) this.base_ = header.destroyed ? 'destroyed' : 'locked';
      else if (await store.evicted()) this.problem = { code: 'storage_evicted', detail: 0 };
      return null;
    }, (error) => { this.problem = codeOf(error); });
  }

  openSlip(textOrLink: string): Promise<Result<SlipView>> {
    return this.exclusive(async () => {
      this.requireOwned();
      const slips = await lookAtSlips(this.world_.core, this.demand, textOrLink);
      if (!this.device) {
        this.slips = slips;
        this.problem = null;
      }
      return viewOf(slips);
    });
  }

  cancelSlip(): Promise<Result> {
    return this.exclusive(async () => { this.slips = null; return null; });
  }

  async join(name: string, pin: string, organisation?: number): Promise<Result> {
    const begun = await this.exclusive(async () => {
      this.requireOwned();
      const { slips } = this;
      if (!slips || this.device) throw new Failure('not_now');
      const { core, store } = this.world_;
      const opened = await newDevice(core, name, pin);
      // The person begins anew with a slip: what an older device left here is given up with its PIN.
      if (await store.header()) await store.wipe();
      const device = this.build(opened);
      try {
        await this.storeNew(device, opened, slips, organisation);
      } catch (error) {
        await device.close();
        throw error;
      }
      this.slips = null;
      // There may be no place at the one that was chosen: then she chooses again.
      this.door_ = slips[0]?.door ? slips : null;
      this.open(device);
      return null;
    });
    if (!begun.ok) return begun;
    return toResult(async () => { await this.enrolled(); return null; });
  }

  joinAnother(textOrLink: string): Promise<Result<{ circleId: string; line: boolean }>> {
    return this.guarded(async () => {
      const device = await this.loggedIn();
      const slips = await lookAtSlips(this.world_.core, this.demand, textOrLink);
      if (slips.some((s) => s.door)) throw new Failure('slip_is_door');
      const first = slips[0]?.circleId;
      if (!first || slips.some((s) => s.circleId === null)) throw new Failure('not_allowed');
      await device.repo.run((tx) => {
        let order = Math.max(0, ...tx.all('join').map((rec) => rec.order));
        for (const { text, selector, circleId } of slips) {
          const known = circleId === null ? undefined : tx.get('circle', circleId);
          if (known && !known.closed && !known.lost) throw new Failure('circle_exists');
          order += 1;
          tx.put('join', String(order), { order, slipText: text, selector, circleId, attempt: null });
        }
      });
      const joined = this.joins_.wait(first, JOIN_ANOTHER_TIMEOUT_MS);
      void device.joiner.go();
      await joined;
      return { circleId: first, line: isLine(device.repo, first) };
    });
  }

  /** Right after the PIN the login is still under way, and until it is done the server looks at no slip. */
  private async loggedIn(): Promise<Device> {
    const device = this.opened();
    if (!device.ctx.ready()) {
      this.net.retryNow();
      await this.joins_.wait(ONLINE, DEMAND_TIMEOUT_MS);
    }
    return device;
  }

  addPoster(textOrLink: string): Promise<Result> {
    return this.guarded(async () => {
      const device = await this.loggedIn();
      return device.doors.add(await lookAtSlips(this.world_.core, this.demand, textOrLink));
    });
  }

  /** Out of the queue, and nothing left here; again: the poster is opened once more. */
  async waitEnd(again: boolean): Promise<Result> {
    const door = this.device?.repo.get('wait', ME)?.doorText;
    const done = await this.guarded(async () => {
      const device = this.opened();
      if (!waitRec(device.repo).gone) await device.waiting.end();
    });
    if (!done.ok) return done;
    const ended = await this.ended();
    if (!ended.ok || !again || door === undefined) return ended;
    const opened = await this.openSlip(door);
    return opened.ok ? { ok: true, value: null } : opened;
  }

  private ended(): Promise<Result> {
    return this.exclusive(async () => {
      await this.shut('fresh');
      await this.world_.store.wipe();
      this.problem = null;
      return null;
    });
  }

  unlock(pin: string): Promise<Result> {
    return this.exclusive(async () => {
      this.requireOwned();
      if (this.device) return null;
      const { core, store } = this.world_;
      const opened = await unlockDevice(core, this.demand, store, pin).catch(async (error: unknown) => {
        // The end had reached the server when this device died: there is nothing to unlock any more.
        if (codeOf(error).code !== 'login_failed' || !(await store.header())?.ending) throw error;
        await store.wipe();
        this.base_ = 'fresh';
        return null;
      });
      if (!opened) return null;
      const device = this.build(opened);
      try {
        device.repo.load(opened.rows);
        await device.repo.run((tx) => setAsideUnreadable(device.ctx, tx));
        await device.tidy();
      } catch (error) {
        await device.close();
        throw error;
      }
      this.triesLeft = null;
      this.problem = null;
      this.open(device);
      return null;
    }, (error) => this.unlockFailed(codeOf(error)));
  }

  lock(forms: Forms = []): Promise<Result> {
    return this.exclusive(async () => {
      // A storage that refuses or hangs must not keep it open.
      if (this.device) await this.device.soon(keepForms(this.device.ctx, forms));
      if (this.device) await this.shut('locked');
      return null;
    });
  }

  async quickExit(forms?: Forms): Promise<Result> {
    if (this.device) await tellExit(this.device.ctx, this.device.outbox);
    return this.lock(forms);
  }

  forget(): Promise<Result> {
    return this.exclusive(async () => {
      this.requireOwned();
      if (this.device) await leaveAll(this.device.ctx, this.device.outbox);
      await this.shut('fresh');
      await this.world_.store.wipe();
      this.slips = null;
      this.problem = null;
      this.triesLeft = null;
      return null;
    });
  }

  /** Another tab may have fenced this one off: that is a change of stage, not only a failed command. */
  async guarded<T>(work: () => Promise<T>): Promise<Result<T>> {
    const result = await toResult(work);
    if (!result.ok && result.code === 'elsewhere') void this.exclusive(() => this.lost());
    return result;
  }

  private requireOwned(): void {
    if (this.base_ === 'starting' || this.base_ === 'elsewhere') throw new Failure('not_now');
  }

  private exclusive<T>(work: () => Promise<T>, failed?: (error: unknown) => void): Promise<Result<T>> {
    const result = this.turn_.then(async () => {
      const done = await this.guarded(async () => {
        try {
          return await work();
        } catch (error) {
          failed?.(error);
          throw error;
        }
      });
      // Without an open device a connection was for one question only: the server would close it anyway.
      if (!this.device) this.net.close();
      this.events_.changed();
      return done;
    });
    this.turn_ = result;
    return result;
  }

  private async lost(): Promise<null> {
    this.slips = null;
    await this.shut('elsewhere');
    return null;
  }

  private build({ vault, header, secrets }: Opened): Device {
    const { core, clock, store, origin } = this.world_;
    return new Device({ core, clock, net: this.net, store, origin }, vault, header, secrets, {
      problem: (code, detail) => {
        if (code === 'elsewhere') void this.exclusive(() => this.lost());
        else this.problem = { code, detail };
        this.events_.changed();
      },
      clearProblem: (code) => {
        if (this.problem?.code !== code) return;
        this.problem = null;
        this.events_.changed();
      },
      changed: (circleId) => this.events_.changed(circleId),
      online: () => this.joins_.resolve(ONLINE),
      enrolled: () => { this.door_ = null; this.joins_.resolve(ENROLLED); this.events_.changed(); },
      joined: (circleId) => this.joins_.resolve(circleId),
      joinFailed: (code, detail, rec) => void this.joinFailed(code, detail, rec),
      placeRefused: (code, detail) => void this.notJoined(code, detail),
      ended: () => void this.ended(),
    });
  }

  private storeNew(device: Device, { header, name }: Opened & { name: string }, slips: OpenedSlip[], organisation?: number): Promise<void> {
    const wait = waitFor(this.world_.core, slips, organisation);
    const loginSeed = this.world_.core.loginKeyNew().seed;
    const { deviceId } = header;
    return device.repo.run((tx) => {
      tx.header = header;
      tx.put('profile', ME, { deviceId, loginSeed, name, role: null, organisation: null, spans: [], undoS: 0, enrolled: false });
      if (wait) tx.put('wait', ME, wait);
      else slips.forEach(({ text, selector, circleId }, order) =>
        tx.put('join', String(order), { order, slipText: text, selector, circleId, attempt: null }));
    });
  }

  private open(device: Device): void {
    this.device = device;
    this.base_ = 'locked';
    this.net.open();
    this.net.retryNow();
    if (this.net.hello()) device.session.up();
    this.events_.changed();
  }

  private async enrolled(): Promise<void> {
    const device = this.device;
    if (device && profileOf(device.repo).enrolled) return;
    await this.joins_.wait(ENROLLED);
  }

  /** A slip that cannot be used: without any left, a device that nobody knows is of no use and goes away. */
  private async joinFailed(code: string, detail: number, rec: JoinRec): Promise<void> {
    if (rec.circleId !== null) this.joins_.reject(rec.circleId, code, detail);
    this.problem = { code, detail };
    this.events_.changed();
    const { device } = this;
    if (!device || profileOf(device.repo).enrolled || device.joiner.pending().length > 0) return;
    await this.notJoined(code, detail);
  }

  /** Nobody knows this device. Whoever came by a poster may choose another organisation. */
  private async notJoined(code: string, detail: number): Promise<void> {
    this.problem = { code, detail };
    await this.exclusive(async () => {
      this.joins_.reject(ENROLLED, code, detail);
      this.slips = this.door_;
      await this.shut('fresh');
      await this.world_.store.wipe();
      return null;
    });
  }

  private unlockFailed({ code, detail }: Problem): void {
    if (code === 'pin_wrong') this.triesLeft = detail > 0 ? detail : null;
    if (code === 'share_destroyed') { this.base_ = 'destroyed'; this.triesLeft = 0; }
    if (code === 'storage_evicted') { this.base_ = 'fresh'; this.problem = { code, detail }; }
  }

  private async shut(next: 'locked' | 'fresh' | 'elsewhere'): Promise<void> {
    const { device } = this;
    this.device = null;
    this.base_ = next;
    this.net.close();
    this.joins_.rejectAll('not_now');
    if (device) await device.close();
  }

  private up(hello: Hello): void {
    const off_ms = Math.abs(hello.nowS * 1000 - this.world_.clock.nowMs());
    if (off_ms > CLOCK_OFF_MAX_MS) this.problem = { code: 'clock_wrong', detail: Math.round(off_ms / 1000) };
    else if (this.problem?.code === 'clock_wrong') this.problem = null;
    this.demand.up();
    this.device?.session.up();
    this.events_.changed();
  }
}
