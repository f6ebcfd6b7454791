/**
 * The system's Chromium through playwright-core: one browser process, one context (a profile of its own, as a
 * separate phone would be) for each person. Persistent profiles live in a folder and survive closing the browser.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { clientRequire } from './paths.mjs';

const { chromium } = clientRequire('playwright-core');

/**
 * QUIC off and no background traffic, so that every byte is the page's own. Certificate errors are ignored by
 * the browser itself and not by the test protocol alone, else a service worker would not be registered under
 * the development certificate.
 */
const ARGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps',
  '--disable-dev-shm-usage', '--ignore-certificate-errors'];

/** A cheap phone of a parent, and a supporter's desk. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

function findChromium() {
  if (process.env.BREDVID_CHROMIUM) return process.env.BREDVID_CHROMIUM;
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  for (const folder of folders) {
    for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  throw new Error('no Chromium found: install the package chromium, or set BREDVID_CHROMIUM');
}

/** `trusted`: a certificate's key that this browser takes for a proper one. WebAuthn works nowhere where errors are ignored. */
const argsFor = (trusted) => (trusted
  ? [...ARGS.filter((one) => one !== '--ignore-certificate-errors'), `--ignore-certificate-errors-spki-list=${trusted}`] : ARGS);
/** `media`: a microphone that beeps, and nobody who has to allow it. */
const MEDIA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const launchOptions = ({ trusted, media } = {}) => ({ executablePath: findChromium(), headless: true, args: [...argsFor(trusted), ...(media ? MEDIA : [])],
  handleSIGINT: false });
const contextOptions = ({ viewport = DESK, locale = 'sv-SE', trusted } = {}) =>
  ({ ignoreHTTPSErrors: !trusted, viewport, locale, timezoneId: 'Europe/Stockholm', acceptDownloads: true });

let shared = null;

/** A new profile in the shared browser. */
export async function newProfile(options) {
  shared ??= chromium.launch(launchOptions());
  return (await shared).newContext(contextOptions(options));
}

/** A profile in a folder: its own browser process, which can be closed and opened again. */
export function persistentProfile(folder, options) {
  return chromium.launchPersistentContext(folder, { ...launchOptions(options), ...contextOptions(options) });
}

export async function closeBrowser() {
  if (shared) await (await shared).close();
  shared = null;
}
