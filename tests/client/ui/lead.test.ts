/** What a lead's page does, in a real Chromium with the fake engine under it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fakeRelease } from './fake_release.ts';
import { CHROMIUM, onAPhone } from './phone.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
const CHART = /time_chart/;
let page: Page;
let url: string;
let asked: string[];

const button = (key: string) => page.getByRole('button', { name: t(key), exact: true });
async function open(scene = 'lead'): Promise<void> {
  await page.goto(`${url}?scene=${scene}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

describe.skipIf(!CHROMIUM)('a lead', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
    asked = [];
    page.on('request', (request) => asked.push(request.url()));
  });

  it('copies the text that is on the page, and hears of it', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => { document.title = text; return Promise.resolve(); } } });
    });
    await open();
    await button('report-copy').click();
    await page.getByRole('status').getByText(t('report-copied')).waitFor();
    const seen = (await page.locator('#report-text').innerText()).replace(/\s+/g, ' ').trim();
    expect((await page.title()).replace(/\s+/g, ' ').trim()).toBe(seen);
    expect(seen).toContain('15 föräldrar kontakt med stödet, vid 440 tillfällen');
  });

  it('is left with the text selected when the browser does not let it be copied', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    });
    await open();
    await button('report-copy').click();
    await page.getByText(t('report-copy-failed')).waitFor();
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain('440 tillfällen');
  });

  it.each(['csv', 'json'] as const)('takes home the server\'s bytes, under a name that says what they are: %s', async (ending) => {
    await open();
    const [file] = await Promise.all([page.waitForEvent('download'), button(`release-${ending}`).click()]);
    expect(file.suggestedFilename()).toBe(`bredvid-2026-04-01-2026-06-30-period.${ending}`);
    expect(readFileSync(await file.path())).toEqual(Buffer.from(fakeRelease(2)[ending], 'utf8'));
  });

  it('fetches the charts when periods are compared, and not before', async () => {
    await open();
    await page.getByRole('table').first().waitFor();
    expect(asked.filter((url) => CHART.test(url))).toEqual([]);
    await button('release-view-time').click();
    await page.locator('svg.time-chart').first().waitFor();
    expect(asked.filter((url) => CHART.test(url))).toHaveLength(1);
    expect(await page.locator('svg style').count(), 'what the policy would stop').toBe(0);
  });

  it('has every figure in the table when the charts don\'t come', async () => {
    await page.route(CHART, (route) => route.abort());
    await open();
    await button('release-view-time').click();
    await page.getByText(t('times-chart-failed')).first().waitFor();
    expect(await page.getByRole('table').first().innerText()).toMatch(/1\s250/);
  });

  it('sees a gap with words where a figure was withheld or a time is not covered', async () => {
    await open();
    await button('release-view-time').click();
    await page.locator('svg.time-chart').nth(3).waitFor();
    const row = (name: RegExp) => page.getByRole('table').first().getByRole('row', { name });
    expect(await row(/jan.* 2025/).locator('td').allInnerTexts()).toEqual(Array(3).fill(t('times-withheld')));
    expect(await row(/juli.* 2025/).locator('td').allInnerTexts()).toEqual(Array(3).fill(t('times-missing')));
    const first = page.locator('svg.time-chart').first();
    // contacts and occasions: five periods with bars, two gaps with a word each
    expect(await first.locator('.bars rect').count()).toBe(2 * 5);
    expect(await first.locator('.gaps rect').count()).toBe(2 * 2);
    expect((await first.locator('.gap-words text').allTextContents()).sort()).toEqual([t('times-missing'), t('times-missing'), t('times-withheld'), t('times-withheld')]);
    expect(await page.getByText(t('times-note-sum')).count()).toBe(1);
    expect(await page.locator('svg.time-chart').nth(2).locator('.figures text').allTextContents()).toContain('≈690');
  });

  it('reads time from right to left in Arabic', async () => {
    const places = async (): Promise<number[]> => page.locator('svg.time-chart').first().locator('.bars rect')
      .evaluateAll((all) => all.slice(0, 5).map((one) => Number(one.getAttribute('x'))));
    await open();
    await button('release-view-time').click();
    await page.locator('svg.time-chart').first().waitFor();
    const left = await places();
    expect(left).toEqual([...left].sort((a, b) => a - b));
    await page.evaluate(() => { localStorage.setItem('language', 'ar'); });
    await open();
    await page.getByRole('button', { name: wordsOf('ar')('release-view-time') }).click();
    await page.locator('svg.time-chart').first().waitFor();
    const right = await places();
    expect(right).toEqual([...right].sort((a, b) => b - a));
  });

  it('prints a period on A4, the tables whole and nothing of the screen beside them', async () => {
    await open();
    await page.getByLabel(t('release-choose')).selectOption('1');
    await page.getByRole('table').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    // A4 between the margins of styles/print.css, in CSS pixels.
    await page.setViewportSize({ width: Math.floor((210 - 28) * 96 / 25.4), height: Math.floor((297 - 28) * 96 / 25.4) });
    for (const key of ['release-csv', 'release-json', 'print', 'report-copy', 'release-view-time']) expect(await button(key).isVisible(), key).toBe(false);
    expect(await page.locator('.topbar').isVisible()).toBe(false);
    const cut = await page.locator('.scroll, svg').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.outerHTML.slice(0, 80)));
    expect(cut).toEqual([]);
  });

  it('prints periods over time without cutting a table at the side', async () => {
    await open();
    await button('release-view-time').click();
    await page.locator('svg.time-chart').nth(3).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: Math.floor((210 - 28) * 96 / 25.4), height: 1000 });
    const cut = await page.locator('.scroll').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.scrollWidth} > ${one.clientWidth}`));
    expect(cut).toEqual([]);
  });
});
