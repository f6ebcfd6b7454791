/**
 * Locks by itself when nobody has touched the app for a while (domain/auto_lock.ts says when). It looks every second and whenever
 * the page wakes up: a page that slept past its time is blank before anything else happens. The choice says nothing of who uses
 * the phone, and is kept beside the language.
 */
import { lockAfterMinutes, lockPhase, type Reading } from '../../domain/auto_lock.ts';
import { app, ask } from './app.svelte.ts';
import { readChoice, storeChoice } from './look.svelte.ts';

const LOOK_EVERY_MS = 1000;
/** A draft that can't be stored must not keep it open. */
const DRAFT_WAIT_MS = 1000;
/** Longer than an engine takes that still works. */
const LOCK_WAIT_MS = 10_000;
const STORED_AS = 'lock';

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
const reading = (): Reading => ({ wallMs: Date.now(), steadyMs: performance.now() });
let used = reading();
let locking = false;

export const lockMinutes = (): number => lockAfterMinutes(app.snapshot.role, readChoice(STORED_AS));
export const chooseLockMinutes = (minutes: number): void => storeChoice(STORED_AS, String(minutes));

function look(): void {
  if (locking) return;
  if (app.snapshot.stage !== 'open') {
    used = reading();
    app.lockSoon = false;
    return;
  }
  const phase = lockPhase(used, reading(), lockMinutes());
  if (phase === 'due') return void lock();
  app.lockSoon = phase === 'soon';
}

/** Too late when its time is over: whoever wakes the page up may be somebody else. */
function inUse(): void {
  look();
  if (locking) return;
  used = reading();
  app.lockSoon = false;
}

async function lock(): Promise<void> {
  locking = true;
  app.lockSoon = false;
  document.body.hidden = true;
  await Promise.race([app.flushDraft().catch(() => undefined), pause(DRAFT_WAIT_MS)]);
  await Promise.race([ask(app.engine.lock(app.forms())), pause(LOCK_WAIT_MS)]);
  // An engine that does not answer goes with the page, and its keys with it.
  if (app.snapshot.stage === 'open') return location.reload();
  document.body.hidden = false;
  document.querySelector('h1')?.focus();
  locking = false;
}

export function listenForIdle(): void {
  app.inUse = inUse;
  setInterval(look, LOOK_EVERY_MS);
  for (const type of ['visibilitychange', 'resume']) document.addEventListener(type, look);
  for (const type of ['pageshow', 'focus']) addEventListener(type, look);
}
