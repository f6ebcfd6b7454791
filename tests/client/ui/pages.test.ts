/** What the pages do, in a real Chromium with the fake engine under them. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOn, CHROMIUM, onAPhone, type WithFake } from './phone.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
let page: Page;
let url: string;

const calls = (name: string) => callsOn(page, name);
const open = (scene: string, rest = ''): Promise<unknown> => page.goto(`${url}?scene=${scene}${rest}`);
const button = (key: string, values?: Record<string, string>) => page.getByRole('button', { name: t(key, values), exact: true }).first();
const field = () => page.getByRole('textbox', { name: t('conversation-write') });

describe.skipIf(!CHROMIUM)('pages', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('takes a slip out of the address and opens it', async () => {
    await open('fresh', '#s=7K2M9-QX4TRA');
    await page.getByRole('heading', { name: t('join-title') }).waitFor();
    expect(page.url()).not.toContain('#');
    expect(await page.evaluate(() => history.length)).toBe(2);
    expect((await calls('openSlip'))[0]?.[0]).toContain('#s=7K2M9-QX4TRA');
  });

  it('says what is wrong with name and PIN beside the field, and joins when they are right', async () => {
    await open('slip');
    await page.getByLabel(t('join-name'), { exact: true }).fill('Mira');
    await page.getByLabel(t('join-pin'), { exact: true }).fill('123456');
    await page.getByLabel(t('join-pin-again'), { exact: true }).fill('123457');
    await button('join-submit').click();
    await page.getByText(t('join-pin-differs')).waitFor();
    expect(await page.getByLabel(t('join-pin'), { exact: true }).evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await calls('join')).toEqual([]);
    await page.getByLabel(t('join-pin-again'), { exact: true }).fill('123456');
    await button('join-submit').click();
    await field().waitFor();
    expect(await calls('join')).toEqual([['Mira', '123456', undefined]]);
  });

  it('says how to get back when the thread is lost, offers no try that would not help, and copies what waits', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => { document.title = text; return Promise.resolve(); } } });
    });
    await open('parent-lost');
    await page.getByText(t('thread-lost', { names: 'Anna' })).waitFor();
    expect(await button('message-retry').count()).toBe(0);
    await button('thread-copy').click();
    await page.getByText(t('copied')).waitFor();
    expect(await page.title()).toBe('Jag är vaken.');
    await field().fill('Jag skriver ändå');
    await button('conversation-send').click();
    expect((await calls('send')).map((args) => args[1])).toEqual(['Jag skriver ändå']);
    await button('thread-new-slip').click();
    await page.getByRole('heading', { name: t('add-slip') }).waitFor();
  });

  it('a supporter starts afresh, stays where they are under the new id, and makes a slip for each', async () => {
    await open('supporter-lost');
    await page.locator('nav li button').first().click();
    await field().fill('halvt skriv');
    await button('thread-afresh').click();
    expect(await calls('startAfresh'), 'asks once more').toEqual([]);
    await button('thread-afresh-yes').click();
    await page.getByText(t('notice-afresh')).waitFor();
    expect(await calls('startAfresh')).toEqual([['one']]);
    expect((await calls('saveDraft')).at(-1), 'what stood in the field is stored first').toEqual(['one', 'halvt skriv', null]);
    await button('afresh-slip', { name: 'Mira' }).click();
    await button('slip-make-submit').click();
    expect((await calls('makeSlip'))[0]).toEqual(['afresh', { role: 'parent', form: 'qr', days: 7, replacesMemberId: 'Mira' }]);
  });

  it('stores a draft while it is typed and brings it back', async () => {
    await open('supporter');
    await page.locator('nav li button').first().click();
    await field().fill('Halvskriv');
    await expect.poll(() => calls('saveDraft')).toEqual([['one', 'Halvskriv', null]]);
    await field().press('End');
    await field().pressSequentially('et');
    await button('back').click();
    await page.locator('nav li button').first().click();
    await expect.poll(() => field().inputValue()).toBe('Halvskrivet');
  });

  it('sends with the button and with Ctrl and Enter; Enter alone is a new line', async () => {
    await open('parent');
    await field().fill('Hej');
    await field().press('Enter');
    expect(await field().inputValue()).toBe('Hej\n');
    await field().press('Control+Enter');
    await expect.poll(() => field().inputValue()).toBe('');
    await field().fill('Igen');
    await button('conversation-send').click();
    await expect.poll(() => calls('send')).toEqual([['one', 'Hej\n', null], ['one', 'Igen', null]]);
  });

  it('refuses more than 4,000 characters and keeps them', async () => {
    await open('parent');
    await field().fill('å'.repeat(4001));
    await page.getByText(t('conversation-over', { count: 1 })).waitFor();
    await button('conversation-send').click();
    await page.getByText(t('problem-text_too_long')).waitFor();
    expect(await calls('send')).toEqual([]);
    expect((await field().inputValue()).length).toBe(4001);
  });

  it('reads a new message out politely, follows it, and tells the engine that it was seen', async () => {
    await open('parent');
    await field().waitFor();
    await expect.poll(() => calls('markRead')).toEqual([['one', 't4']]);
    await page.evaluate(() => (window as unknown as WithFake).fake.hear('one', 'Jag är här.'));
    await page.locator('[aria-live=polite]').filter({ hasText: t('conversation-new', { author: 'Anna', text: 'Jag är här.' }) }).waitFor({ state: 'attached' });
    await expect.poll(async () => (await calls('markRead')).at(-1)).toEqual(['one', 'new1']);
    expect(await page.getByText('Jag är här.').first().isVisible()).toBe(true);
  });

  it('moves the focus to the heading of the next screen, and back goes back', async () => {
    await open('parent');
    await button('conversation-people').click();
    const heading = page.getByRole('heading', { level: 1, name: t('people-title') });
    await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.goBack();
    await field().waitFor();
  });

  it('leaves at once: locked, page gone, no way back to it', async () => {
    await open('supporter');
    await page.locator('nav li button').first().click();
    await field().waitFor();
    await page.evaluate(() => { addEventListener('beforeunload', () => localStorage.setItem('seen', JSON.stringify((window as unknown as WithFake).fake.calls.map((one) => one.name)))); });
    await button('quick-exit').click();
    await page.waitForURL('**/lista.html');
    expect(await page.evaluate(() => localStorage.getItem('seen'))).toContain('"quickExit"');
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  it('leaves when Shift is pressed three times, not when it is used for writing', async () => {
    await open('parent');
    await field().focus();
    for (const letter of ['A', 'B', 'C']) await page.keyboard.press(`Shift+${letter}`);
    expect(page.url()).not.toContain('lista');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift');
    await page.waitForURL('**/lista.html');
  });

  it('changes the language at once, turns the page, and keeps only the code', async () => {
    await open('locked');
    await page.getByLabel(t('language')).selectOption('ar');
    await page.getByRole('heading', { name: wordsOf('ar')('locked-title') }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'ar']);
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ language: 'ar' });
  });

  it('counts once for a double tap and undoes', async () => {
    await open('supporter');
    await page.locator('nav li button').first().click();
    await button('count-title').click();
    await button('count-phone').dblclick();
    await page.getByText(t('count-phone-done')).waitFor();
    expect(await calls('countContact')).toEqual([['one', 'phone']]);
    await button('close').click();
    await page.locator('.entry').getByRole('button', { name: t('contact-undo'), exact: true }).click();
    await expect.poll(() => page.locator('.entry').filter({ hasText: t('contact-undone') }).count()).toBe(2);
  });

  it('counts down the tries of a wrong PIN', async () => {
    await open('locked');
    for (const left of [9, 8]) {
      await page.getByLabel(t('locked-pin'), { exact: true }).fill('000000');
      await button('locked-open').click();
      await page.getByText(t('locked-wrong', { tries: left })).waitFor();
    }
  });

  it('asks how things are once nobody writes, by keyboard too, and "rather not say" is as large as the others', async () => {
    await open('parent-feeling');
    const group = page.getByRole('group', { name: t('feeling-first') });
    const asked = page.getByRole('region', { name: t('feeling-title') });
    await button('feeling-open').waitFor();
    expect(await group.count(), 'one line until it is pressed').toBe(0);
    await button('feeling-open').click();
    await group.waitFor();
    const sizes = await group.locator('label').evaluateAll((all) => all.map((one) => { const { width, height } = one.getBoundingClientRect(); return `${Math.round(width)}x${Math.round(height)}`; }));
    expect(sizes).toHaveLength(6);
    expect(new Set(sizes).size).toBe(1);
    await field().fill('Jag skriver');
    await asked.waitFor({ state: 'detached' });
    await field().fill('');
    await button('feeling-open').click();
    await group.waitFor();
    expect(await calls('feelingAsked')).toContainEqual(['two', 'first']);
    await button('feeling-answer').click();
    await page.getByText(t('feeling-choose')).waitFor();
    await page.getByRole('radio', { name: t('face-1'), exact: true }).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    expect(await page.getByRole('radio', { name: t('face-4'), exact: true }).isChecked()).toBe(true);
    await page.getByLabel(t('feeling-show', { names: 'Anna' })).check();
    await page.keyboard.press('Enter');
    await page.getByText(t('feeling-shown', { names: 'Anna' })).waitFor();
    expect(await calls('answerFeeling')).toEqual([['two', 'first', 4, true]]);
    await button('feeling-undo').click();
    await page.getByRole('radio', { name: t('face-none') }).check();
    expect(await page.getByLabel(t('feeling-show', { names: 'Anna' })).count()).toBe(0);
    await button('feeling-answer').click();
    await group.waitFor({ state: 'detached' });
    expect((await calls('answerFeeling')).at(-1)).toEqual(['two', 'first', null, false]);
  });

  it('a supporter is asked to close, may say not now, and closes with an outcome only after a second question', async () => {
    await open('supporter-close');
    await page.locator('main li button').first().click();
    await page.getByText(t('close-ask')).first().waitFor();
    await button('close-go').click();
    expect(await button('closing-go').count()).toBe(0);
    await page.getByRole('radio', { name: t('outcome-declined') }).check();
    await button('closing-go').click();
    expect(await calls('closeSupport')).toEqual([]);
    await button('closing-yes').click();
    await button('closing-back').waitFor();
    expect(await calls('closeSupport')).toEqual([['two', 'declined']]);
    await button('closing-back').click();
    await button('closing-back-yes').click();
    await button('closing-back').waitFor({ state: 'detached' });
    expect(await calls('takeBackClosing')).toEqual([['two']]);
  });

  it('feedback is printed or copied only after the parent has read it', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => { document.title = text; return Promise.resolve(); } } });
    });
    await open('supporter-feedback');
    await page.locator('main li button').first().click();
    await button('conversation-people').click();
    await button('feedback-title').click();
    await page.getByLabel(t('feedback-more')).fill('Vill ha samma person');
    await button('feedback-read').click();
    await page.getByRole('heading', { name: t('feedback-page-title') }).waitFor();
    expect(await button('print').isDisabled()).toBe(true);
    expect(await button('feedback-copy').isDisabled()).toBe(true);
    await page.getByLabel(t('feedback-agreed')).check();
    await button('feedback-copy').click();
    await page.getByText(t('copied')).waitFor();
    const copied = await page.title();
    for (const part of [t('face-4'), t('feedback-then', { face: t('face-2') }), 'Vågar ringa själv', 'Vill ha samma person']) expect(copied).toContain(part);
    expect((await calls('saveFeedback')).at(-1)?.[1]).toMatchObject({ more: 'Vill ha samma person', feels: 4 });
  });

  it('a parent objects to a count and takes that back; a closed support cannot be written to', async () => {
    await open('parent');
    await button('objection-back').click();
    await button('objection-make').waitFor();
    await button('objection-make').click();
    expect(await calls('objectContact')).toEqual([['one', 'c1', false], ['one', 'c1', true]]);
    await page.getByText(t('objection-sent')).waitFor();
    await open('parent-closed');
    await page.getByText(t('closing-nobody')).waitFor();
    expect(await field().count()).toBe(0);
  });

  it('when the support ends on the screen, nothing of it stays, and the receipt can be deleted', async () => {
    await open('parent');
    await field().waitFor();
    await page.evaluate(() => {
      const { fake } = window as unknown as WithFake;
      fake.circles.clear();
      fake.show({ circles: [], receipts: [{ id: 'r1', title: '', organisation: 'Krisstöd', beganDay: 20_700, endedDay: 20_780, outcome: 'completed', contacts: { visit: 2 } }] });
      fake.changeGone('one');
    });
    await page.getByRole('heading', { name: t('receipts-title') }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Går det att prata i morgon');
    await page.locator('main li button').first().click();
    await page.getByRole('heading', { name: t('receipt-title') }).waitFor();
    await button('receipt-delete').click();
    await button('receipt-delete-yes').click();
    await page.getByText(t('circles-none-parent')).waitFor();
    expect(await calls('deleteReceipt')).toEqual([['r1']]);
  });

  it('a session that ends leaves what was typed; cancelling says so kindly and the next try goes back to it', async () => {
    await open('supporter');
    await page.locator('nav li button').first().click();
    await field().fill('Jag kommer klockan tre');
    await page.evaluate(() => {
      const { fake } = window as unknown as WithFake;
      const passkey = { kind: 'sign_in' as const, ended: true, challenge: new Uint8Array(32), rpId: 'a.se', userId: new Uint8Array(16), credentials: [new Uint8Array(3)] };
      fake.show({ passkey });
    });
    await page.getByRole('heading', { name: t('passkey-ended-title') }).waitFor();
    expect(await field().count()).toBe(0);
    await button('passkey-sign-in').click();
    await page.getByText(t('problem-passkey_cancelled')).waitFor();
    expect(await calls('passkey')).toEqual([]);
    await button('passkey-sign-in').click();
    await field().waitFor();
    expect(await field().inputValue()).toBe('Jag kommer klockan tre');
    expect(await calls('passkey')).toHaveLength(1);
  });

  it('says that somebody is there for staff alone, and not with every key', async () => {
    await open('supporter');
    await page.locator('nav li button').first().click();
    await field().pressSequentially('hej du');
    expect(await calls('personHere')).toHaveLength(1);
    await open('parent');
    await field().pressSequentially('hej');
    expect(await calls('personHere')).toEqual([]);
  });

  it('goes back after a reload that came on an inner screen', async () => {
    await open('parent-ended');
    for (const reload of [false, true]) {
      if (reload) await page.reload();
      await page.locator('main li button').first().click();
      await page.getByRole('heading', { name: t('receipt-title') }).waitFor();
    }
    await button('back').click();
    await page.getByRole('heading', { name: t('receipts-title') }).waitFor();
  });
});
