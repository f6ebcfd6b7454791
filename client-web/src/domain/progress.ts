/** How far each attachment has come, and what keeps it: in memory alone, because a new start tries everything again. */
import { itemKey } from './records';

/** A picture of the circle is made anew for each step that shows. */
const STEPS = 20;

interface At { done: number; of: number; trouble: string | null }

export class Progress {
  private readonly at_ = new Map<string, At>();

  constructor(private readonly changed_: (circleId: string) => void) {}

  /** percent is null where nothing is under way; trouble: why it does not go on. */
  of(circleId: string, itemId: string): { percent: number | null; trouble: string | null } {
    const at = this.at_.get(itemKey(circleId, itemId));
    return { percent: at ? Math.floor((100 * at.done) / at.of) : null, trouble: at?.trouble ?? null };
  }

  /** so many parts have moved: something is under way for somebody */
  count = 0;

  moved(circleId: string, itemId: string, done: number, of: number): void {
    this.count += 1;
    const before = this.at_.get(itemKey(circleId, itemId));
    this.at_.set(itemKey(circleId, itemId), { done, of, trouble: null });
    const step = (n: number): number => Math.floor((STEPS * n) / of);
    if (!before || before.trouble !== null || step(before.done) !== step(done)) this.changed_(circleId);
  }

  stuck(circleId: string, itemId: string, trouble: string): void {
    const before = this.at_.get(itemKey(circleId, itemId));
    this.at_.set(itemKey(circleId, itemId), { done: before?.done ?? 0, of: before?.of ?? 1, trouble });
    if (before?.trouble !== trouble) this.changed_(circleId);
  }

  over(circleId: string, itemId: string): void {
    if (this.at_.delete(itemKey(circleId, itemId))) this.changed_(circleId);
  }
}
