/**
 * The circle that is on the screen. Its view is fetched again whenever the engine says it is stale;
 * many changes in a row cost one fetch at a time.
 */
import type { CircleView, Engine, Item } from '../../domain/api.ts';

export class OpenCircle {
  id = $state.raw<string | null>(null);
  view = $state.raw<CircleView | null>(null);
  /** the error code when it could not be fetched */
  failed = $state.raw<string | null>(null);
  /** Called with the items that were not there before; not for the first load. */
  onNew: (items: Item[]) => void = () => undefined;
  #busy = false;
  #stale = false;

  async open(id: string, engine: Engine): Promise<void> {
    if (this.id !== id) {
      this.id = id;
      this.view = null;
      this.failed = null;
    }
    await this.#load(engine);
  }

  close(): void {
    this.id = null;
    this.view = null;
    this.failed = null;
  }

  changed(id: string, engine: Engine): void {
    if (id === this.id) void this.#load(engine);
  }

  async #load(engine: Engine): Promise<void> {
    this.#stale = true;
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#stale && this.id !== null) {
        this.#stale = false;
        await this.#fetch(this.id, engine);
      }
    } finally {
      this.#busy = false;
    }
  }

  async #fetch(id: string, engine: Engine): Promise<void> {
    const result = await engine.circle(id).catch(() => ({ ok: false as const, code: 'unknown', detail: 0 }));
    if (this.id !== id) {
      this.#stale = true;
      return;
    }
    if (!result.ok) {
      this.failed = result.code;
      // The support has ended: nothing of it may stay on the screen or in memory.
      if (result.code === 'circle_unknown') this.view = null;
      return;
    }
    const before = this.view;
    this.view = result.value;
    this.failed = null;
    if (!before) return;
    const known = new Set(before.items.map((item) => item.id));
    const fresh = result.value.items.filter((item) => !known.has(item.id));
    if (fresh.length > 0) this.onNew(fresh);
  }
}
