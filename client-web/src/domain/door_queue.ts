/** The organisation's queue as the server says it, in memory alone: how many wait by each poster, and since which day. */
import type { QueueView } from './api';
import { profileOf, type Context } from './context';
import { doorMark, type Doors } from './doors';
import { codeOf, expectFrame } from './errors';
import { ME } from './records';
import { MAX_DOORS } from '../wire/limits';
import type { ServerFrames } from '../wire/frames';

export class DoorQueue {
  private rows_: ServerFrames['queue']['doors'] | null = null;

  constructor(private readonly ctx_: Context, private readonly doors_: Doors) {}

  /** At a login: from then on the server says by itself when it changes. */
  refresh(): void {
    const { role } = profileOf(this.ctx_.repo);
    if (role !== 'coordinator' && role !== 'supporter') return;
    this.ctx_.net.request({ type: 'queue_get' }).then((answer) => this.hear(expectFrame(answer, 'queue'))).catch((error: unknown) => {
      const { code, detail } = codeOf(error);
      if (code !== 'offline' && code !== 'not_now') this.ctx_.problem(code, detail);
    });
  }

  hear(frame: ServerFrames['queue']): void {
    this.rows_ = frame.doors;
    this.ctx_.changed();
  }

  /** What to ask for the next one by: posters that are here, by which somebody has waited longest first. */
  usable(): number[] {
    const since = (selector: number): number => this.rows_?.find((row) => row.selector === selector && row.waiting > 0)?.since ?? Infinity;
    return this.doors_.all().map(({ selector }) => selector).sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0)).slice(0, MAX_DOORS);
  }

  /** Null: nothing to do with it, or not asked yet. */
  view(): QueueView | null {
    if (this.rows_ === null) return null;
    const known = new Set(this.doors_.all().map(({ selector }) => selector));
    const rows = this.rows_.filter((row) => row.waiting > 0);
    return {
      waiting: rows.reduce((sum, row) => sum + row.waiting, 0),
      sinceDay: rows.length > 0 ? Math.min(...rows.map((row) => row.since)) : null,
      doors: rows.map(({ selector, waiting, since }) => ({ mark: doorMark(selector), waiting, sinceDay: since, known: known.has(selector) })),
      posters: this.doors_.views(), taking: this.ctx_.repo.get('taking', ME) !== undefined,
    };
  }
}
