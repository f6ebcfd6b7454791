/** One phone for a file's tests: Chromium and the harness started once, a fresh page at a fixed time before each. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { FakeEngine } from './fake_engine.ts';
import { NOW_MS } from './fake_scenes.ts';
import { findChromium, launch, serveHarness } from './harness_server.ts';

export const CHROMIUM = findChromium();

/** The page's window, for code that is evaluated there. */
export type WithFake = { fake: FakeEngine };
/** With what the page has called this command of its engine, in order. */
export const callsOn = (page: Page, name: string): Promise<unknown[][]> =>
  page.evaluate((wanted) => (window as unknown as WithFake).fake.calls.filter((one) => one.name === wanted).map((one) => one.args), name);

/** Call it inside of describe.skipIf(!CHROMIUM). `opened` gets each test's page before the test, and the harness's address. */
export function onAPhone(opened: (page: Page, url: string) => void): void {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveHarness>>;
  let page: Page;
  beforeAll(async () => {
    if (CHROMIUM) [server, browser] = await Promise.all([serveHarness(), launch(CHROMIUM)]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    page = await browser.newPage({ locale: 'sv-SE', viewport: { width: 360, height: 740 } });
    await page.clock.setFixedTime(NOW_MS);
    opened(page, server.url);
  });
  afterEach(() => page.close());
}
