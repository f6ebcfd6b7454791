/**
 * Every screen in a real Chromium, on a phone and on a desk, left to right and right to left, in daylight and at
 * night, easy to read or not: axe finds nothing (WCAG 2.2 A and AA, and its best practices), nothing sticks out sideways, every target
 * is large enough, and no key stands where its words should (a page that asks for words that come later).
 *
 * BREDVID_SHOTS=<folder> keeps a picture of each.
 */
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launch, serveHarness } from './harness_server.ts';
import { NOW_MS } from './fake_scenes.ts';
import { SCREENS, type Screen } from './screens.ts';
import { wordsOf } from './words.ts';

interface Look { name: string; language: string; width: number; height: number; scheme: 'light' | 'dark'; only?: RegExp; easy?: true }
/** The screens that use a desk's width. */
const WITH_ROOM = /^(parent|supporter|count|people|lead|slip|help)/;
/** What a parent sees. */
const PARENTS = /^(fresh|slip$|joining|locked|destroyed|elsewhere|help|settings|parent|receipt|door$)/;
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const LOOKS: Look[] = [
  { name: 'phone-sv-light', language: 'sv', ...PHONE, scheme: 'light' },
  { name: 'phone-ar-dark', language: 'ar', ...PHONE, scheme: 'dark' },
  { name: 'desk-sv-dark', language: 'sv', ...DESK, scheme: 'dark', only: WITH_ROOM },
  // Easy to read has the largest letters that there are, and its own sentences.
  { name: 'easy-sv-light', language: 'sv', ...PHONE, scheme: 'light', only: PARENTS, easy: true },
  { name: 'easy-ar-dark', language: 'ar', ...PHONE, scheme: 'dark', only: PARENTS, easy: true },
];
/** More for the eye: axe would find nothing there that it does not find in the others. */
const FOR_PICTURES: Look[] = [
  { name: 'phone-sv-dark', language: 'sv', ...PHONE, scheme: 'dark' }, { name: 'phone-ar-light', language: 'ar', ...PHONE, scheme: 'light' },
  { name: 'desk-sv-light', language: 'sv', ...DESK, scheme: 'light' },
  { name: 'desk-ar-light', language: 'ar', ...DESK, scheme: 'light' }, { name: 'desk-ar-dark', language: 'ar', ...DESK, scheme: 'dark' },
];
const KEYS = [...readFileSync(new URL('../../../client-web/locales/sv.ftl', import.meta.url), 'utf8').matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1]!);
const TARGET_PX = 44;
const CHROMIUM = findChromium();
const SHOTS = process.env['BREDVID_SHOTS'];
const AXE = readFileSync(createRequire(new URL('../../../client-web/package.json', import.meta.url)).resolve('axe-core/axe.min.js'), 'utf8');

/** what the page complained about since the screen was opened; a broken Content-Security-Policy shows here */
const errors: string[] = [];
let browser: Browser;
let server: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  if (!CHROMIUM) return;
  [server, browser] = await Promise.all([serveHarness(), launch(CHROMIUM)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** One page for each look: a new one for each screen would double the time. */
async function openPage(look: Look): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, colorScheme: look.scheme,
    locale: 'sv-SE', timezoneId: 'Europe/Stockholm', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW_MS);
  await page.addInitScript(AXE);
  await page.addInitScript(({ language, easy }) => {
    localStorage.setItem('language', language);
    if (easy) localStorage.setItem('easy', 'yes');
  }, { language: look.language, easy: look.easy ?? false });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  return page;
}

async function show(page: Page, screen: Screen, look: Look): Promise<void> {
  await page.goto(`${server.url}?scene=${screen.scene}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await screen.go?.(page, wordsOf(look.language, look.easy));
  await page.waitForTimeout(30);
  // A room that is still on its way has no heading yet. If none ever comes, axe says so.
  await page.locator('h1').first().waitFor({ state: 'attached' }).catch(() => undefined);
}

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> } };
    const result = await axe.run({ resultTypes: ['violations'] });
    return result.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
}

/** Keys that stand where their words should: a page that asks for words that have not been fetched. */
const unspoken = (page: Page): Promise<string[]> => page.evaluate((keys) => document.body.innerText.split(/\s+/).filter((word) => keys.includes(word)), KEYS);

/** Buttons, fields and choices that a thumb would miss. Links inside sentences and unseen skip links may be smaller. */
const smallTargets = (page: Page): Promise<string[]> => page.evaluate((least) =>
  [...document.querySelectorAll<HTMLElement>('button, a.button, select, textarea, summary, label.choice, input[type=date], input[type=text], input[type=password]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
    .map(({ one, box }) => `${one.outerHTML.slice(0, 80)} ${box.width}x${box.height}`), TARGET_PX);

const sideways = (page: Page): Promise<number> => page.evaluate(() =>
  Math.max(...[document.documentElement, ...document.querySelectorAll<HTMLElement>('main, .messages')].map((one) => one.scrollWidth - one.clientWidth)));

/** Unlocked, each pane scrolls by itself. A page that scrolls too puts its heading under the top bar. */
const twice = (page: Page): Promise<number> => page.evaluate(() =>
  (document.querySelector('.page.fixed') ? document.documentElement.scrollHeight - document.documentElement.clientHeight : 0));

/** Two files of tests share this, so that two cores share the work. */
export const everyScreen = (language: string): void => describe.skipIf(!CHROMIUM).each((SHOTS ? [...LOOKS, ...FOR_PICTURES] : LOOKS).filter((look) => look.language === language))('$name', (look) => {
  let page: Page;
  beforeAll(async () => { page = await openPage(look); });
  afterAll(() => page?.context().close());

  it.each(SCREENS.filter((one) => (SHOTS && !look.easy) || !look.only || look.only.test(one.name)))('$name', async (screen) => {
    errors.length = 0;
    await show(page, screen, look);
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${screen.name}.${look.name}.png`) });
    }
    expect(errors).toEqual([]);
    if (FOR_PICTURES.includes(look)) return;
    expect(await unspoken(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await twice(page)).toBeLessThanOrEqual(0);
  });
});
