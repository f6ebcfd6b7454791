/** Contact details on the pages: written by a coordinator, read and called by a supporter. */
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
const row = (name: RegExp) => page.getByRole('button', { name });

describe.skipIf(!CHROMIUM)('contact details', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('a supporter calls with one tap, and the number is the one that was written', async () => {
    await open('supporter-work');
    await row(/Familj 12/).click();
    const link = page.getByRole('link', { name: t('details-call', { number: '+46 (0)70-123 45 67' }) });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('tel:+46701234567');
    expect(await page.locator('main a[href^="tel:"]').count()).toBe(1);
    expect(await page.getByLabel(t('details-label')).count()).toBe(0);
  });

  it('a coordinator changes them and takes them back; what is too long is said beside the field', async () => {
    await open('coordinator');
    await row(/Familj 12/).click();
    const field = page.getByLabel(t('details-label'));
    expect(await field.inputValue()).toContain('Amina');
    await field.fill('x'.repeat(501));
    await button('details-save').click();
    await page.getByText(t('details-too-long', { count: '500' })).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('Amina 073');
    await button('details-save').click();
    await page.getByText(t('details-given', { name: 'Anna B.' })).waitFor();
    expect((await calls('saveDetails')).at(-1)).toEqual(['w1', 'Amina 073']);
    await button('details-take-back').click();
    await page.getByText(t('details-taken-back')).waitFor();
    expect((await calls('saveDetails')).at(-1)).toEqual(['w1', '']);
    expect(await field.inputValue()).toBe('');
  });

  it('without a line it says how to get one, and goes there', async () => {
    await open('coordinator');
    await row(/Familj 13/).click();
    expect(await page.getByLabel(t('details-label')).count()).toBe(0);
    await button('details-to-line').click();
    await page.getByText(t('line-state-none')).waitFor();
    await button('line-slip').click();
    await button('slip-make-submit').click();
    await page.getByText(t('line-paper-step')).waitFor();
    expect(await calls('makeLineSlip')).toEqual([['s2', { form: 'qr', days: 1 }]]);
  });

  it('with a new assignment they go along only when its keeper has a line', async () => {
    await open('coordinator');
    await button('work-new').click();
    expect(await page.getByLabel(t('details-title')).count()).toBe(0);
    await page.getByLabel(t('work-holder')).selectOption({ index: 2 });
    await page.getByText(t('details-no-line', { name: t('colleague-unnamed') })).waitFor();
    await page.getByLabel(t('work-holder')).selectOption({ index: 1 });
    await page.getByLabel(t('details-title')).fill('Amina\n070-123 45 67');
    await page.getByLabel(t('work-label'), { exact: true }).fill('Familj 14');
    await button('work-make').click();
    await page.getByText(t('work-made')).first().waitFor();
    expect((await calls('makeAssignment'))[0]?.[0]).toMatchObject({ details: 'Amina\n070-123 45 67', staffId: 's1' });
  });

  it('a line shows the words to compare and no field to write in, and can be removed', async () => {
    await open('supporter-work');
    await button('line-mine', { name: 'Karin' }).click();
    await page.getByText('granit').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await button('line-drop').click();
    await button('line-drop-yes').click();
    await page.getByRole('heading', { name: t('circles-title') }).waitFor();
    expect(await calls('dropLine')).toEqual([['line']]);
  });

  it('offline, what is on the device is shown', async () => {
    await open('supporter-offline');
    await page.getByText(t('details-offline')).waitFor();
    expect(await page.locator('a[href="tel:+46701234567"]').count()).toBe(1);
  });
});
