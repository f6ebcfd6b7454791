/**
 * One person with one browser: what she does to get in, to leave and to come back. What she does in a circle is in
 * conversation.mjs. Everything is found by the words and roles that a person (or a screen reader) has.
 */
import { Conversation } from './conversation.mjs';
import { copyStored, putBack } from './backup.mjs';
import { until } from './wait.mjs';
import { wordsOf } from './words.mjs';

/** Joining and unlocking stretch the PIN, on purpose slowly; two at a time on a small machine take seconds. */
const SLOW_MS = 30_000;
/** Everything else is there within a moment; this is the patience with a busy machine. */
const USUAL_MS = 15_000;
const DEFAULT_PIN = '739158';

export class Person extends Conversation {
  #open;
  #closed = false;

  constructor(world, open, { pin = DEFAULT_PIN, lang = 'sv' } = {}) {
    super();
    this.world = world;
    this.pin = pin;
    this.t = wordsOf(lang);
    this.#open = open;
  }

  async start() {
    this.context = await this.#open();
    // The link that a page copies is read here and not from the clipboard, which all browsers of a machine share.
    await this.context.addInitScript(() => {
      window.copiedTexts = [];
      Object.defineProperty(navigator, 'clipboard', { configurable: true,
        value: { writeText: async (text) => { window.copiedTexts.push(text); } } });
    });
    this.context.setDefaultTimeout(USUAL_MS);
    this.world.watch.attach(this.context);
    this.page = this.context.pages()[0] ?? await this.context.newPage();
    this.#closed = false;
  }

  async close() {
    if (!this.#closed) await this.context.close();
    this.#closed = true;
  }

  async goto(pathOrLink) {
    await this.page.goto(new URL(pathOrLink, this.world.server.origin).href);
  }

  label(key, values) {
    return this.page.getByLabel(this.t(key, values), { exact: true });
  }
  button(key, values) {
    return this.page.getByRole('button', { name: this.t(key, values), exact: true });
  }
  words(key, values) {
    return this.page.getByText(this.t(key, values)).first();
  }

  // ---- getting in ------------------------------------------------------------

  /** Opens a link as a phone's camera would; ends at the name and the PIN. */
  async openSlip(link) {
    await this.goto(link);
    await this.label('join-name').waitFor({ timeout: SLOW_MS });
  }
  async typeSlip(text) {
    await this.label('start-code-label').fill(text);
    await this.button('start-open').click();
  }
  async submitJoin({ name }) {
    await this.label('join-name').fill(name);
    await this.label('join-pin').fill(this.pin);
    await this.label('join-pin-again').fill(this.pin);
    await this.button('join-submit').click();
  }
  async join({ name }) {
    await this.submitJoin({ name });
    await this.isOpen();
  }
  async useSlip(link, { name }) {
    await this.openSlip(link);
    await this.join({ name });
  }
  /** Unlocked: settings are offered then and only then. */
  async isOpen() {
    await this.button('menu-settings').waitFor({ timeout: SLOW_MS });
  }
  /** The sentence of the error that is shown. */
  async problem() {
    return until('an error is shown', async () => {
      const texts = await this.page.getByRole('alert').allInnerTexts();
      return texts.map((text) => text.trim()).find((text) => text !== '');
    });
  }

  // ---- lock, leave, come back --------------------------------------------------

  async tryPin(pin) {
    await this.label('locked-pin').fill(pin);
    await this.button('locked-open').click();
  }
  async unlock() {
    await this.label('locked-pin').waitFor({ timeout: SLOW_MS });
    await this.tryPin(this.pin);
    await this.isOpen();
  }
  async lock() {
    await this.openSettings();
    await this.button('settings-lock').click();
    await this.label('locked-pin').waitFor();
  }
  async reload() {
    await this.page.reload();
    await this.label('locked-pin').or(this.words('destroyed-title')).first().waitFor({ timeout: SLOW_MS });
  }
  /** The program's files are in the browser: from now on the page starts without the server. */
  async keptByBrowser() {
    await until('the service worker controls the page', () => this.page.evaluate(() => navigator.serviceWorker.controller !== null));
  }
  /** Closes the page; the profile stays. */
  async leave() {
    await this.page.close();
  }
  async comeBack() {
    this.page = await this.context.newPage();
    await this.goto('/');
    await this.unlock();
  }
  async quitBrowser() {
    await this.close();
  }
  async startBrowserAgain() {
    await this.start();
  }
  /** What a backup of this phone would hold now. */
  async backUp() {
    return copyStored(this.page);
  }
  /** The phone is set back to that; afterwards the person has unlocked again. */
  async setBackTo(copy) {
    // A page of the same origin without the program, so that nobody has the data open.
    await this.page.goto(new URL('/lista.html', this.world.server.origin).href);
    await putBack(this.page, copy);
    await this.goto('/');
    await this.unlock();
  }
  async offline(yes) {
    await this.context.setOffline(yes);
  }

  // ---- places ------------------------------------------------------------------

  async openHelp() {
    await this.button('menu-help').click();
    await this.page.getByRole('heading', { name: this.t('help-title'), exact: true, level: 1 }).waitFor();
  }
  async openSettings() {
    await this.button('menu-settings').click();
    await this.page.getByRole('heading', { name: this.t('settings-title'), exact: true, level: 1 }).waitFor();
  }

  /** Presses Tab until the thing with this accessible name has the focus. */
  async tabTo(name) {
    for (let i = 0; i < 60; i += 1) {
      await this.page.keyboard.press('Tab');
      const here = await this.page.evaluate(() => {
        const e = document.activeElement;
        return e?.getAttribute('aria-label') ?? e?.labels?.[0]?.textContent ?? e?.textContent ?? '';
      });
      if (here.trim() === name) return;
    }
    throw new Error(`Tab never reached "${name}"`);
  }
}
