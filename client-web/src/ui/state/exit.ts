/**
 * Quick exit: lock the keys, clear the page, show a page that says nothing.
 *
 * The page goes first, in the same instant: whoever looks over the shoulder must not see it. The
 * draft and the lock follow, and the way out never waits for them longer than EXIT_WAIT_MS. The
 * neutral page is our own: it works offline, and no third party learns that somebody left here.
 */
import { app } from './app.svelte.ts';
import { speech } from './speech.svelte.ts';

const NEUTRAL_PAGE = '/lista.html';
const EXIT_WAIT_MS = 250;
const SHIFTS = 3;
const SHIFTS_WITHIN_MS = 1500;

let leaving = false;

export function quickExit(): void {
  if (leaving) return;
  leaving = true;
  document.body.hidden = true;
  speech.stop();
  const locked = app.flushDraft().catch(() => undefined).then(() => app.engine.lock()).catch(() => undefined);
  const steps = app.places.depth;
  const back = steps > 0 ? oneStepBack(steps) : Promise.resolve();
  const wait = new Promise((resolve) => setTimeout(resolve, EXIT_WAIT_MS));
  void Promise.race([Promise.all([locked, back]), wait]).then(() => location.replace(NEUTRAL_PAGE));
}

/** Our own history entries lie under the current one: replacing the first of them leaves none to go back to. */
function oneStepBack(steps: number): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('popstate', () => resolve(), { once: true });
    history.go(-steps);
  });
}

/** Shift three times, alone and quickly, does the same. */
export function listenForShifts(target: Document): void {
  let times: number[] = [];
  target.addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') {
      times = [];
      return;
    }
    if (event.repeat) return;
    times = [...times, event.timeStamp].slice(-SHIFTS);
    if (times.length === SHIFTS && event.timeStamp - times[0]! < SHIFTS_WITHIN_MS) quickExit();
  });
}
