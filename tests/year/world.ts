/** One time for everybody: the server's clock and those of the phones that are awake move together, and only from here. */
import { Server, type Decision } from './server';
import type { Phone } from './phone';

/** After so long without what is waited for, a second passes everywhere: somebody waits for time. */
const PATIENCE_MS = 150;
const GIVE_UP_MS = 30_000;
const SECOND_MS = 1_000;

const breath = () => new Promise<void>((resolve) => setImmediate(resolve));
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

export class World {
  readonly server = new Server();
  readonly awake = new Set<Phone>();

  private constructor(public nowMs: number) {}

  static async begin(now_ms: number, decision: Decision): Promise<World> {
    const world = new World(now_ms);
    await world.server.start(now_ms, decision);
    return world;
  }

  async moveTo(now_ms: number): Promise<void> {
    if (now_ms < this.nowMs) throw new Error('time does not go back');
    this.nowMs = now_ms;
    await this.server.set(now_ms);
    for (const phone of [...this.awake]) phone.clock.jump(now_ms);
  }

  pass(ms: number): Promise<void> { return this.moveTo(this.nowMs + ms); }

  async until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
    const began = Date.now();
    let moved = began;
    for (;;) {
      for (let i = 0; i < 8; i++) {
        for (const phone of [...this.awake]) phone.clock.fire();
        if (await condition()) return;
        await breath();
      }
      await rest();
      const now = Date.now();
      if (now - began > GIVE_UP_MS) throw new Error(`never came: ${what}`);
      if (now - moved > PATIENCE_MS) {
        moved = now;
        await this.pass(SECOND_MS);
      }
    }
  }

  /** Runs while time may pass. */
  async during<T>(work: Promise<T>, what: string): Promise<T> {
    let done = false;
    const marked = work.finally(() => { done = true; });
    marked.catch(() => undefined);
    await this.until(() => done, what);
    return marked;
  }
}
