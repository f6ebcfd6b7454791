/** Somebody is there: a touch or a key. It keeps the app from locking by itself, and a staff session open (at most once in a while). What
 *  the app does by itself does not count. */
import { app, ask } from './app.svelte.ts';

/** Well below the shortest idle time that a server can be given (30 s). */
const EVERY_MS = 10_000;

export function listenForPresence(target: Document): void {
  let last = -EVERY_MS;
  const here = (event: Event) => {
    if (!event.isTrusted) return;
    app.inUse();
    const { stage, role } = app.snapshot;
    if (stage !== 'open' || role === null || role === 'parent' || event.timeStamp - last < EVERY_MS) return;
    last = event.timeStamp;
    void ask(app.engine.personHere());
  };
  for (const type of ['pointerdown', 'keydown', 'wheel']) target.addEventListener(type, here, { passive: true, capture: true });
}
