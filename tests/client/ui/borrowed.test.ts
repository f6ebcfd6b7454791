/** On a borrowed phone: it locks by itself, nothing typed is lost, and whoever leaves in a hurry leaves nothing behind. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LOCK_MINUTES_DEFAULT, LOCK_WARN_MS, STAFF_MINUTES_MAX } from '../../../client-web/src/domain/auto_lock.ts';
import { NOW_MS } from './fake_scenes.ts';
import { callsOn, CHROMIUM, onAPhone, type WithFake } from './phone.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
const LIMIT_MS = LOCK_MINUTES_DEFAULT * 60_000;
/** Less than the page needs for anything. */
const MOMENT_MS = 5_000;
let page: Page;
let url: string;

const calls = (name: string) => callsOn(page, name);
const open = async (scene: string): Promise<void> => {
  await page.goto(`${url}?scene=${scene}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};
const button = (key: string) => page.getByRole('button', { name: t(key), exact: true }).first();
const field = () => page.getByRole('textbox', { name: t('conversation-write') });
const after = (ms: number) => page.clock.setFixedTime(NOW_MS + ms);
const locked = () => page.getByRole('heading', { name: t('locked-title') });
const soon = () => page.locator('.banners').getByText(t('lock-soon'));
/** Everybody has had the time to do something, and nothing has been done. */
const staysOpen = async (): Promise<void> => {
  await page.waitForTimeout(1500);
  expect(await locked().count()).toBe(0);
};

describe.skipIf(!CHROMIUM)('on a borrowed phone', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('says politely that it locks soon, stays by any key, and locks when nobody is there', async () => {
    await open('parent');
    await field().waitFor();
    await after(LIMIT_MS - LOCK_WARN_MS - MOMENT_MS);
    await staysOpen();
    expect(await soon().count()).toBe(0);
    await after(LIMIT_MS - LOCK_WARN_MS + MOMENT_MS);
    await soon().waitFor();
    expect(await page.getByRole('status').filter({ hasText: t('lock-soon') }).count(), 'a region that was there before is read politely').toBe(1);
    await page.keyboard.press('Control');
    await soon().waitFor({ state: 'detached' });
    await after(2 * LIMIT_MS - LOCK_WARN_MS - MOMENT_MS);
    await staysOpen();
    await after(2 * LIMIT_MS);
    await locked().waitFor();
    expect(await page.evaluate(() => document.body.hidden)).toBe(false);
    expect(await locked().evaluate((one) => one === document.activeElement), 'the focus is where one goes on').toBe(true);
    expect(await calls('lock')).toHaveLength(1);
  });

  it('keeps what stands in the writing field and in a form', async () => {
    await open('parent');
    await field().fill('Halva tanken');
    await after(LIMIT_MS);
    await locked().waitFor();
    expect((await calls('saveDraft')).at(-1)?.[1]).toBe('Halva tanken');
    const names = await page.evaluate(() => (window as unknown as WithFake).fake.calls.map((one) => one.name));
    expect(names.lastIndexOf('saveDraft')).toBeLessThan(names.indexOf('lock'));

    await page.getByLabel(t('locked-pin'), { exact: true }).fill('123456');
    await button('locked-open').click();
    await button('kept-title').click();
    await button('card-add-meeting').click();
    await page.getByLabel(t('card-title-meeting')).fill('Möte hos Karin');
    await after(2 * LIMIT_MS);
    await locked().waitFor();
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Karin');
    await page.getByLabel(t('locked-pin'), { exact: true }).fill('123456');
    await button('locked-open').click();
    await button('kept-title').click();
    await button('card-add-meeting').click();
    await expect.poll(() => page.getByLabel(t('card-title-meeting')).inputValue()).toBe('Möte hos Karin');
  });

  it('a page that slept past its time is blank in the moment in which it wakes up, and a touch comes too late', async () => {
    await open('parent');
    await field().waitFor();
    const woken = await page.evaluate((ms) => {
      const at = Date.now() + ms;
      Date.now = () => at;
      document.dispatchEvent(new Event('visibilitychange'));
      return document.body.checkVisibility();
    }, LIMIT_MS);
    expect(woken).toBe(false);
    await locked().waitFor();
    await open('parent');
    await field().waitFor();
    await page.evaluate((ms) => { const at = Date.now() + ms; Date.now = () => at; }, LIMIT_MS);
    await page.mouse.click(180, 300);
    await locked().waitFor();
  });

  it('an upload counts as use for as long as it moves', async () => {
    await open('parent');
    await field().waitFor();
    const moved = (count: number) => page.evaluate((now) => (window as unknown as WithFake).fake.show({ moved: now }), count);
    for (const count of [1, 2]) {
      await after(count * (LIMIT_MS - MOMENT_MS));
      await moved(count);
    }
    await after(2 * (LIMIT_MS - MOMENT_MS) + LIMIT_MS - LOCK_WARN_MS - MOMENT_MS);
    await moved(2);
    await staysOpen();
    await after(2 * (LIMIT_MS - MOMENT_MS) + LIMIT_MS);
    await locked().waitFor();
  });

  it('when is chosen in the settings, for this device; staff are never longer open than their session', async () => {
    await open('parent');
    await button('menu-settings').click();
    const choice = (count: number) => page.getByRole('radio', { name: t('lock-minutes', { count }), exact: true });
    expect(await choice(LOCK_MINUTES_DEFAULT).isChecked()).toBe(true);
    await choice(60).check();
    await choice(1).check();
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ lock: '1' });
    await after(60_000);
    await locked().waitFor();
    await page.evaluate(() => localStorage.setItem('lock', '60'));
    await page.clock.setFixedTime(NOW_MS);
    await open('supporter');
    await button('menu-settings').click();
    expect(await choice(60).count()).toBe(0);
    expect(await choice(STAFF_MINUTES_MAX).isChecked()).toBe(true);
    expect(await page.getByText(t('tell-exit-title')).count(), 'a parent\'s choice').toBe(0);
  });

  it('a parent chooses who hears of a quick exit, and supporters are told not to call', async () => {
    await open('parent');
    await button('menu-settings').click();
    const tell = page.getByRole('checkbox', { name: t('tell-exit', { names: 'Anna' }) });
    expect(await tell.isChecked()).toBe(false);
    await tell.check();
    expect(await calls('chooseTellExit')).toEqual([[true]]);
    await open('supporter-hurry');
    await page.locator('nav li button').first().click();
    await page.getByText(/Mira lämnade hastigt \d\d[.:]\d\d\. Ring eller skriv inte nu\./).waitFor();
  });

  it('leaves nothing of itself: page, way back, way forward, pages that were read', async () => {
    await open('parent');
    await field().fill('Ingen får se det här');
    await button('menu-help').click();
    await page.goBack();
    await field().waitFor();
    await button('menu-settings').click();
    await page.getByRole('heading', { name: t('settings-title') }).waitFor();
    await page.evaluate(() => caches.open('bredvid-info').then((cache) => cache.put('/info/0/01-x.sv.md', new Response('läst'))));
    expect(await page.evaluate(() => caches.has('bredvid-info'))).toBe(true);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('button.exit')!.click();
      localStorage.setItem('seen', document.documentElement.innerText + document.body.innerHTML);
    }).catch(() => undefined);
    await page.waitForURL('**/lista.html');
    expect((await page.evaluate(() => localStorage.getItem('seen')))?.trim(), 'in the same instant').toBe('');
    // Whoever can't see the page hears that it is another one.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.evaluate(() => caches.has('bredvid-info'))).toBe(false);
    await page.goForward().catch(() => null);
    expect(page.url()).toContain('/lista.html');
    expect(await page.evaluate(() => document.body.innerText)).toContain('Mjölk');
    await page.goBack().catch(() => null);
    await page.goBack().catch(() => null);
    expect(page.url()).toBe('about:blank');
  });
});
