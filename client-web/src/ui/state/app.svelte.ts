/**
 * What the pages know: the engine's latest snapshot, the open circle, where one is, and a slip
 * link that came with the address. One object for the whole page; components read it and redraw.
 */
import type { AskAuthenticator, Engine, Forms, Problem, Result, Snapshot, StartEngine } from '../../domain/api.ts';
import type { ReadInfo } from '../../domain/info.ts';
import { OpenCircle } from './circle.svelte.ts';
import { Navigation } from './navigation.svelte.ts';
import { speech } from './speech.svelte.ts';

const NOTHING_YET: Snapshot = {
  stage: 'starting', link: 'connecting', retryAtMs: null, role: null, name: '', organisation: null,
  slip: null, pinTriesLeft: null, circles: [], receipts: [], work: null, programmes: [], wait: null, queue: null, lines: [], details: [],
  waiting: 0, passkey: null, tellExit: false, moved: 0, problem: null,
};

/** Where what is written while waiting is kept among the drafts. */
export const WAITING = 'waiting';

/** What was read out does not stay in the page: its words may be taken away. */
const SPOKEN_MS = 5_000;

class App {
  snapshot = $state.raw<Snapshot>(NOTHING_YET);
  /** A slip link that was opened and not handed to the engine yet. Memory only. */
  slipLink = $state.raw<string | null>(null);
  /** What a screen reader is told politely; emptied and set again for equal texts. */
  announcement = $state.raw('');
  /** The problem that the person has put away, so that the banner stays closed until the next one. */
  dismissed = $state.raw<Problem | null>(null);
  readonly places = new Navigation();
  readonly circle = new OpenCircle();
  /** What stands in each circle's writing field, newer than what the engine has stored. Memory only. */
  readonly drafts = new Map<string, string>();
  /** What was searched for, to come back to. Memory only. */
  search = $state.raw({ query: '', everywhere: false });
  /** Set by the writing field: stores what was typed at once. */
  flushDraft: () => Promise<unknown> = () => Promise.resolve();
  /** It locks by itself in a moment, unless somebody touches it. */
  lockSoon = $state(false);
  /** Set by state/auto_lock.ts: the app is being used. */
  inUse: () => void = () => undefined;
  /** The browser's window for passkeys. */
  authenticator: AskAuthenticator = () => Promise.resolve({ ok: false, code: 'passkey_none', detail: 0 });
  /** The organisations' own pages. */
  readInfo: ReadInfo = () => Promise.resolve({ ok: false, gone: false });
  #engine: Engine | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;

  get engine(): Engine {
    if (!this.#engine) throw new Error('App.start has not been called');
    return this.#engine;
  }

  start(startEngine: StartEngine, authenticator: AskAuthenticator, readInfo: ReadInfo): void {
    this.authenticator = authenticator;
    this.readInfo = readInfo;
    this.#engine = startEngine({
      snapshot: (snapshot) => this.#onSnapshot(snapshot),
      circleChanged: (circleId) => this.circle.changed(circleId, this.engine),
    });
  }

  #onSnapshot(snapshot: Snapshot): void {
    const left = this.snapshot.stage === 'open' && snapshot.stage !== 'open';
    if (this.snapshot.stage !== 'open' && snapshot.stage === 'open') void this.#takeForms();
    if (this.snapshot.moved !== snapshot.moved) this.inUse();
    // The line opens while something is being written: it goes on in the conversation.
    const [circle] = snapshot.circles;
    const written = this.drafts.get(WAITING);
    if (this.snapshot.wait && !snapshot.wait && circle && written !== undefined) this.drafts.set(circle.circleId, written);
    if (!snapshot.wait) this.drafts.delete(WAITING);
    this.snapshot = snapshot;
    if (!snapshot.problem) this.dismissed = null;
    if (left) {
      speech.stop();
      this.places.home();
      this.circle.close();
      this.drafts.clear();
      this.announcement = '';
      this.search = { query: '', everywhere: false };
    }
  }

  /** What is typed in forms; the engine has the conversations' drafts already. */
  forms(): Forms {
    return [...this.drafts].filter(([name]) => /^(card|away|come):/.test(name));
  }

  async #takeForms(): Promise<void> {
    const kept = await ask(this.engine.keptForms());
    if (kept.ok) for (const [name, typed] of kept.value) this.drafts.set(name, typed);
  }

  get problem(): Problem | null {
    const { problem } = this.snapshot;
    const seen = this.dismissed;
    return problem && !(seen && seen.code === problem.code && seen.detail === problem.detail) ? problem : null;
  }

  say(text: string): void {
    this.announcement = '';
    // A text that is the same as the last one is only read out when the region was empty between.
    setTimeout(() => { this.announcement = text; }, 50);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => { this.announcement = ''; }, SPOKEN_MS);
  }
}

export const app = new App();

/** A command whose worker died or broke its promise becomes an ordinary error on the page. */
export async function ask<T>(command: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await command;
  } catch {
    return { ok: false, code: 'unknown', detail: 0 };
  }
}
