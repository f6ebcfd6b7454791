/** One person's phone: the real engine over fake-indexeddb and a real connection, asleep or awake. */
import 'fake-indexeddb/auto';
import type { CircleView, Snapshot } from '../../client-web/src/domain/api';
import type { CryptoCore } from '../../client-web/src/domain/crypto_port';
import type { Device } from '../../client-web/src/domain/device';
import { BredvidEngine } from '../../client-web/src/domain/engine';
import { Connection } from '../../client-web/src/net/connection';
import { Database } from '../../client-web/src/storage/database';
import { must } from '../client/support/person';
import { PhoneClock } from './clock';
import { opener } from './socket';
import type { World } from './world';

export const PIN = '428193';

/** What a test has to see to know that nothing is under way. */
interface EngineInside { life_: { device: Device | null } }
interface ConnectionInside { waiting_: Map<number, unknown>; link_: { phase: string; pinged: boolean } }

let phones = 0;

export class Phone {
  readonly clock: PhoneClock;
  readonly engine: BredvidEngine;
  snapshot!: Snapshot;
  awake = true;
  private net_!: Connection;
  private cut_: () => void = () => undefined;
  private marked_ = false;

  constructor(readonly world: World, core: CryptoCore, readonly name: string) {
    this.clock = new PhoneClock(world.nowMs);
    const { server } = world;
    const marker = { set: async () => { this.marked_ = true; }, has: async () => this.marked_, clear: async () => { this.marked_ = false; } };
    const open = opener(server.address, () => !this.awake, (cut) => { this.cut_ = cut; });
    this.engine = new BredvidEngine({
      core, clock: this.clock, store: new Database(marker, `phone-${++phones}`), ownership: { acquire: () => Promise.resolve(true) },
      origin: `https://localhost:${server.address.port}`,
      makeNet: (events) => { this.net_ = new Connection(open, this.clock, () => 0.5, events); return this.net_; },
    }, { snapshot: (s) => { this.snapshot = s; }, circleChanged: () => undefined });
    world.awake.add(this);
  }

  async start(): Promise<this> {
    must(await this.engine.start());
    this.snapshot = this.engine.snapshot();
    return this;
  }

  async join(link: string): Promise<void> {
    must(await this.world.during(this.engine.openSlip(link), 'the slip'));
    must(await this.world.during(this.engine.join(this.name, PIN), 'the join'));
    await this.world.until(() => this.quiet(), `${this.name} has joined`);
  }

  sleep(): void {
    this.awake = false;
    this.world.awake.delete(this);
    this.cut_();
  }

  wake(): void {
    if (this.awake) return;
    this.awake = true;
    this.world.awake.add(this);
    this.clock.jump(this.world.nowMs);
    void this.engine.retryNow();
  }

  get device(): Device {
    const { device } = (this.engine as unknown as EngineInside).life_;
    if (!device) throw new Error(`${this.name}'s phone is locked`);
    return device;
  }

  /** Online, and nothing waits to be sent or answered, so that time may pass. */
  quiet(): boolean {
    const { waiting_, link_ } = this.net_ as unknown as ConnectionInside;
    const { repo, session, inbox, ctx } = this.device;
    const read = repo.all('circle').every(({ circleId }) => ctx.caughtUp(circleId) && inbox.idle(circleId));
    return read && session.ready() && link_.phase === 'up' && !link_.pinged && waiting_.size === 0 && repo.all('outbox').length === 0
      && repo.all('join').length === 0;
  }

  /** Counts that are due and have not been sent. */
  uncounted(): number { return this.device.repo.all('tally').filter(({ dueMs }) => dueMs <= this.clock.nowMs()).length; }
  /** Counts that wait for the time in which they can be undone. */
  waiting(): number { return this.device.repo.all('tally').length; }
  sequence(circleId: string): number { return this.device.repo.get('circle', circleId)?.sequence ?? -1; }
  async view(circleId: string): Promise<CircleView> { return must(await this.engine.circle(circleId)); }
}
