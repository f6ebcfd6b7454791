/**
 * Quick exit: lock the keys, clear the page, show a page that says nothing.
 *
 * The page goes first, in the same instant: whoever looks over the shoulder must not see it. The draft, a word to the supporters
 * (domain/quick_exit.ts) and the lock follow, and the way out never waits for them longer than EXIT_WAIT_MS. The information pages
 * that were read here are forgotten: they say what somebody read. The neutral page is our own: it works offline, and no third
 * party learns that somebody left here. Its heading takes the focus: who can't see the page hears at once that it is another one.
 */
import { forgetInfo } from '../../platform/info_cache.ts';
import { app } from './app.svelte.ts';
import { speech } from './speech.svelte.ts';

const NEUTRAL_PAGE = '/lista.html';
const EXIT_WAIT_MS = 250;
const SHIFTS = 3;
const SHIFTS_WITHIN_MS = 1500;

let leaving = false;
const leave = (): void => location.replace(NEUTRAL_PAGE);

export function quickExit(): void {
  if (leaving) return;
  leaving = true;
  document.body.hidden = true;
  speech.stop();
  const locked = app.flushDraft().catch(() => undefined).then(() => app.engine.quickExit(app.forms())).catch(() => undefined);
  const wait = new Promise((resolve) => setTimeout(resolve, EXIT_WAIT_MS));
  // A browser may bring back what it kept of a page that was left.
  addEventListener('pageshow', (event: PageTransitionEvent) => { if (event.persisted) leave(); });
  document.body.replaceChildren();
  void Promise.race([Promise.all([locked, clearHistory(), forgetInfo()]), wait]).then(leave);
}

/** Our own entries lie under the current one, and maybe over it: the first is replaced by the neutral page, and so is the way forward. */
async function clearHistory(): Promise<void> {
  await back(app.places.forget());
  history.pushState(null, '', `${NEUTRAL_PAGE}#`);
  await back(1);
}

function back(steps: number): Promise<void> {
  if (steps === 0) return Promise.resolve();
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
