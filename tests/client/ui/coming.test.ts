/** What the pages do when one more person may come in, and when a supporter leaves. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOn, CHROMIUM, onAPhone } from './phone.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
let page: Page;
let url: string;

const calls = (name: string) => callsOn(page, name);
const open = (scene: string): Promise<unknown> => page.goto(`${url}?scene=${scene}`);
const button = (key: string, values?: Record<string, string>) => page.getByRole('button', { name: t(key, values), exact: true }).first();
const firstCircle = () => page.locator('nav li button').first().click();

describe.skipIf(!CHROMIUM)('one more person', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('a parent chooses what follows, from the least; nothing asks while she writes; the answer can be changed', async () => {
    await open('parent-come');
    await page.getByText(t('come-question-handover', { by: 'Anna', who: 'Yusuf' })).waitFor();
    expect(await page.getByRole('radio', { name: t('come-follows-nothing') }).isChecked()).toBe(true);
    const field = page.getByRole('textbox', { name: t('conversation-write') });
    await field.fill('Mitt i');
    await expect.poll(() => button('come-yes').count()).toBe(0);
    await field.fill('');
    await page.getByRole('radio', { name: t('come-follows-week') }).check();
    await button('come-yes').click();
    await expect.poll(() => calls('answerCome')).toEqual([['two', 'ask', 'week']]);
    await expect.poll(() => button('come-yes').count()).toBe(0);
    await button('conversation-people').click();
    await page.getByText(t('come-mine-week')).waitFor();
    await button('come-change').click();
    expect(await page.getByRole('radio', { name: t('come-follows-week') }).isChecked()).toBe(true);
    await button('come-no').click();
    await expect.poll(async () => (await calls('answerCome')).at(-1)).toEqual(['two', 'ask', 'refused']);
    await page.getByText(t('come-mine-refused'), { exact: true }).waitFor();
  });

  it('a supporter asks by name; what was typed stays when looking elsewhere; no slip is offered before the yes', async () => {
    await open('supporter');
    await firstCircle();
    await button('conversation-people').click();
    expect(await button('people-make-slip').count()).toBe(0);
    await button('come-ask-beside').click();
    await page.getByLabel(t('come-name')).fill('Yusuf');
    await button('back').click();
    await button('come-ask-beside').click();
    expect(await page.getByLabel(t('come-name')).inputValue()).toBe('Yusuf');
    await button('come-send').click();
    await button('come-back').waitFor();
    expect(await calls('askCome')).toEqual([['one', 'beside', 'Yusuf']]);
    expect(await button('come-make-slip', { who: 'Yusuf' }).count()).toBe(0);
    await button('come-back').click();
    expect(await calls('takeBackCome'), 'asks once more').toEqual([]);
    await button('come-back-yes').click();
    await expect.poll(() => calls('takeBackCome')).toEqual([['one', 'ask']]);
  });

  it('after the yes the slip is for a colleague and for that question', async () => {
    await open('supporter-come-yes');
    await firstCircle();
    await button('come-make-slip', { who: 'Yusuf' }).click();
    expect(await page.getByRole('radio', { name: t('role-parent') }).count()).toBe(0);
    await button('slip-make-submit').click();
    await page.getByText(t('slip-once')).waitFor();
    expect(await calls('makeSlip')).toEqual([['two', { role: 'supporter', form: 'qr', days: 7, askId: 'ask' }]]);
  });

  it('who handed over leaves with one tap and one question, or stays', async () => {
    await open('supporter-came');
    await firstCircle();
    await button('come-stay').click();
    expect(await calls('stayInCircle')).toEqual([['two', 'ask']]);
    await open('supporter-came');
    await firstCircle();
    await button('leave-title').click();
    expect(await calls('leaveCircle')).toEqual([]);
    await button('leave-yes').click();
    await expect.poll(() => calls('leaveCircle')).toEqual([['two']]);
    await page.getByText(t('circles-empty')).waitFor();
  });

  it('while leaving there is no field to write in', async () => {
    await open('supporter-leaving');
    await firstCircle();
    await page.getByText(t('leave-going')).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  });

  it('an absence: what is impossible is said in words, what was typed stays, and it is seen and taken back', async () => {
    await open('supporter');
    await firstCircle();
    await button('conversation-people').click();
    await button('away-go').click();
    await page.getByLabel(t('away-from')).fill('2026-12-01');
    await page.getByLabel(t('away-to')).fill('2026-11-30');
    await page.getByLabel(t('away-text')).fill('På kurs');
    await button('away-save').click();
    await page.getByText(t('away-bad-order')).waitFor();
    await page.getByLabel(t('away-from')).fill('2026-11-01');
    await button('away-save').click();
    await page.getByText(t('away-bad-past')).waitFor();
    expect(await calls('setAway')).toEqual([]);
    await button('back').click();
    await button('away-go').click();
    expect([await page.getByLabel(t('away-to')).inputValue(), await page.getByLabel(t('away-text')).inputValue()]).toEqual(['2026-11-30', 'På kurs']);
    await page.getByLabel(t('away-from')).fill('2026-11-23');
    await button('away-save').click();
    await expect.poll(() => calls('setAway')).toEqual([['one', { firstDay: 20_780, lastDay: 20_787, coverMemberId: null, text: 'På kurs' }]]);
    await button('back').click();
    await button('away-end').click();
    await expect.poll(() => calls('endAway')).toEqual([['one', 'away']]);
  });

  it('what was written before says so, and by whom it was given on', async () => {
    await open('supporter');
    await firstCircle();
    await page.getByText(t('message-before', { by: 'Mira' })).waitFor();
  });
});
