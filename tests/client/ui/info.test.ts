/** The organisations' own pages: reached before any sign-in, in the person's language or with a word that they are not, and harmless. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, onAPhone } from './phone.ts';
import type { fakeInfo } from './fake_info.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
let page: Page;
let url: string;

type WithFake = { fakeInfo: typeof fakeInfo };
const open = (scene: string): Promise<unknown> => page.goto(`${url}?scene=${scene}`);
const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
const article = () => page.getByRole('article');

describe.skipIf(!CHROMIUM)('good to know', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('is there before a slip, before the PIN, in the help and in the settings', async () => {
    for (const scene of ['fresh', 'locked']) {
      await open(scene);
      await button(t('info-title')).click();
      await page.getByText(t('info-private')).waitFor();
      await button('Dina rättigheter').waitFor();
    }
    for (const menu of ['menu-help', 'menu-settings']) {
      await open('parent');
      await button(t(menu)).click();
      await button(t('info-title')).click();
      await button('Dina rättigheter').click();
      await article().waitFor();
      await button(t('back')).click();
      await button('Dina rättigheter').waitFor();
      await button(t('back')).click();
      await button(t('info-title')).waitFor();
    }
  });

  it('nothing is asked of the server before somebody wants to read', async () => {
    await open('fresh');
    await button(t('info-title')).waitFor();
    expect(await page.evaluate(() => (window as unknown as WithFake).fakeInfo.asked)).toEqual([]);
    await button(t('info-title')).click();
    await button('Dina rättigheter').click();
    await article().waitFor();
    expect(await page.evaluate(() => (window as unknown as WithFake).fakeInfo.asked)).toEqual(['index.json', '0/01-rights.sv.md']);
  });

  it('shows a page as what it is: headings, lists, links that say where they lead, and no picture, script or HTML', async () => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss(); });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('fresh');
    await button(t('info-title')).click();
    await button('Dina rättigheter').click();
    const heading = page.getByRole('heading', { level: 1, name: 'Dina rättigheter' });
    await heading.waitFor();
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('heading', { level: 2, name: 'Läs mer' }).waitFor();
    expect(await article().getByRole('listitem').count()).toBe(3);
    const leaving = article().getByRole('link', { name: `1177 ${t('info-leaves')}` });
    expect(await leaving.getAttribute('rel')).toContain('noreferrer');
    expect(await leaving.getAttribute('target')).toBe('_blank');
    expect(await article().getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(['https://www.1177.se/', 'tel:112', 'mailto:hjalp@example.se']);
    expect(await article().locator('img, script').count()).toBe(0);
    await article().getByText('<script>alert(1)</script>').waitFor();
    await article().getByText('en bild').waitFor();
    expect(dialogs).toEqual([]);
    expect(asked.filter((one) => !one.startsWith(url))).toEqual([]);
  });

  it('a page in another language says so, and keeps its own language and direction', async () => {
    await open('fresh');
    await page.getByLabel(t('language')).selectOption('ar');
    const ar = wordsOf('ar');
    await button(ar('info-title')).click();
    await button('حقوقك').click();
    expect([await article().getAttribute('lang'), await article().getAttribute('dir')]).toEqual(['ar', 'rtl']);
    await button(ar('back')).click();
    await page.getByRole('button', { name: /What happens now/ }).click();
    expect([await article().getAttribute('lang'), await article().getAttribute('dir')]).toEqual(['en', 'ltr']);
    await page.getByText(ar('info-other-language', { language: 'الإنجليزية' })).waitFor();
    await page.getByLabel(ar('language')).selectOption('sv');
    await page.getByText(t('info-other-language', { language: 'engelska' })).waitFor();
    await page.getByLabel(t('language')).selectOption('en');
    await expect.poll(() => page.locator('main .note').count()).toBe(0);
  });

  it('the language changes where one reads', async () => {
    await open('fresh');
    await button(t('info-title')).click();
    await button('Dina rättigheter').click();
    await article().waitFor();
    await page.getByLabel(t('language')).selectOption('ar');
    await page.getByRole('heading', { level: 1, name: 'حقوقك' }).waitFor();
  });

  it('says that there are none, that there is no network, and that a page is gone; and tries again', async () => {
    await page.goto(`${url}?scene=fresh&info=none`);
    await button(t('info-title')).click();
    await page.getByText(t('info-none')).waitFor();
    await page.goto(`${url}?scene=fresh&info=offline`);
    await button(t('info-title')).click();
    await page.getByRole('alert').filter({ hasText: t('info-offline') }).waitFor();
    await page.evaluate(() => { (window as unknown as WithFake).fakeInfo.offline = false; });
    await button(t('try-again')).click();
    await button('Dina rättigheter').waitFor();
    await page.evaluate(() => { (window as unknown as WithFake).fakeInfo.gone.add('0/01-rights.sv.md'); });
    await button('Dina rättigheter').click();
    await page.getByRole('alert').filter({ hasText: t('info-gone') }).waitFor();
  });
});
