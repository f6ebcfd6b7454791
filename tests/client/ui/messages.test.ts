/** What can be done with messages on the page: answering, reacting, changing, taking away, finding again, sending a long text. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../client-web/src/domain/api.ts';
import { inParts } from '../../../client-web/src/ui/state/parts.ts';
import { callsOn, CHROMIUM, onAPhone, type WithFake } from './phone.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
let page: Page;
let url: string;

const calls = (name: string) => callsOn(page, name);
const open = (scene: string): Promise<unknown> => page.goto(`${url}?scene=${scene}`);
const field = () => page.getByRole('textbox', { name: t('conversation-write') });
const message = (id: string) => page.locator(`#message-${id}`);
const press = (id: string, key: string) => message(id).getByRole('button', { name: key === 'message-more' ? /^Mer/ : t(key), exact: true }).click();
const focused = (id: string): Promise<boolean> => message(id).evaluate((one) => one === document.activeElement);
const inView = (id: string): Promise<boolean> => message(id).evaluate((one) => {
  const [box, frame] = [one.getBoundingClientRect(), one.closest('.messages')!.getBoundingClientRect()];
  return box.top >= frame.top - 1 && box.top < frame.bottom;
});

describe('a text in parts', () => {
  it('each fits, nothing is lost but the space at the cuts, and they are cut where one takes breath', () => {
    const text = `${'Första stycket. '.repeat(20)}\n\n${'Andra stycket! '.repeat(30)}`;
    const parts = inParts(text, 400);
    expect(parts.every((part) => [...part].length <= 400 && part.trim() !== '')).toBe(true);
    expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(parts[0]!.endsWith('.')).toBe(true);
    expect(inParts('😀'.repeat(10), 4).map((part) => [...part].length)).toEqual([4, 4, 2]);
    expect(inParts('kort', 4000)).toEqual(['kort']);
    expect(inParts('  \n ', 10)).toEqual([]);
  });
});

describe.skipIf(!CHROMIUM)('messages', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('an answer quotes what it answers, can be given up, and pressing the quote leads there', async () => {
    await open('parent');
    await press('t1', 'message-more');
    await press('t1', 'message-reply');
    await page.getByRole('group', { name: t('reply-title') }).getByText('Hej! Jag heter Anna').waitFor();
    expect((await calls('saveDraft')).at(-1), 'kept at once').toEqual(['one', '', 't1']);
    await page.getByRole('button', { name: t('reply-cancel') }).click();
    await expect.poll(() => calls('saveDraft').then((all) => all.at(-1))).toEqual(['one', '', null]);
    await press('t1', 'message-more');
    await press('t1', 'message-reply');
    await field().fill('Tack Anna');
    await page.getByRole('button', { name: t('conversation-send'), exact: true }).click();
    await expect.poll(() => calls('send')).toEqual([['one', 'Tack Anna', 't1']]);
    await expect.poll(() => page.getByRole('group', { name: t('reply-title') }).count()).toBe(0);
    await page.getByRole('article').filter({ hasText: 'Tack Anna' }).getByRole('button', { name: t('quote-go') }).click();
    await expect.poll(() => focused('t1')).toBe(true);
    expect(await inView('t1')).toBe(true);
  });

  it('an answer that was begun is there when the conversation is opened again', async () => {
    await open('parent-said');
    await page.getByRole('group', { name: t('reply-title') }).waitFor();
    await field().fill('Ja');
    await page.getByRole('button', { name: t('conversation-send'), exact: true }).click();
    await expect.poll(() => calls('send')).toEqual([['two', 'Ja', 't3']]);
  });

  it('one button opens the six, each in words; the same again takes it back, by keyboard too', async () => {
    await open('parent');
    await press('t1', 'message-more');
    const group = message('t1').getByRole('group', { name: t('message-react') });
    expect(await group.getByRole('button').count()).toBe(6);
    await group.getByRole('button', { name: t('reaction-hug') }).focus();
    await page.keyboard.press('Enter');
    await message('t1').getByRole('list', { name: t('reactions') }).getByText(t('reaction-who', { reaction: t('reaction-hug'), who: t('message-mine') })).waitFor();
    expect(await message('t1').getByRole('button', { name: /^Mer/ }).evaluate((one) => one === document.activeElement), 'focus goes back').toBe(true);
    await press('t1', 'message-more');
    await press('t1', 'reaction-hug');
    await expect.poll(() => calls('react')).toEqual([['one', 't1', 'hug'], ['one', 't1', null]]);
  });

  it('a change begins with the words as they are, keeps the draft aside, and stays when it cannot be saved', async () => {
    await open('parent');
    await field().fill('Mitt utkast');
    await press('t6', 'message-more');
    await press('t6', 'message-edit');
    await expect.poll(() => field().inputValue()).toBe('Jag är vaken.');
    await field().fill('Jag är vaken nu.');
    await expect.poll(() => calls('saveEdit').then((all) => all.at(-1))).toEqual(['one', 't6', 'Jag är vaken nu.']);
    await page.evaluate(() => (window as unknown as WithFake).fake.changeCircle('one', (view) =>
      ({ ...view, items: view.items.map((item): Item => (item.id === 't6' && item.type === 'text' ? { ...item, editUntilMs: null } : item)) })));
    await page.getByRole('button', { name: t('edit-save') }).click();
    await page.getByText(t('edit-too-late')).waitFor();
    expect(await field().inputValue()).toBe('Jag är vaken nu.');
    await page.getByRole('button', { name: t('cancel') }).click();
    await expect.poll(() => field().inputValue()).toBe('Mitt utkast');
    expect((await calls('saveEdit')).at(-1)).toEqual(['one', null, '']);
  });

  it('taking away asks first, says that others may have read it, and leaves a line', async () => {
    await open('parent-said');
    await press('t5', 'message-more');
    await press('t5', 'delete-all');
    await page.getByText(t('delete-all-question')).waitFor();
    expect(await calls('deleteText')).toEqual([]);
    await press('t5', 'delete-all-yes');
    await message('t5').getByText(t('message-gone')).waitFor();
    await press('t6', 'message-more');
    await press('t6', 'delete-all');
    await page.getByText(t('delete-unsent-question')).waitFor();
    await press('t4', 'message-more');
    expect(await message('t4').getByRole('button', { name: t('delete-all') }).count(), 'of others only here').toBe(0);
    await press('t4', 'delete-here');
    await press('t4', 'delete-here-yes');
    await expect.poll(() => message('t4').count()).toBe(0);
  });

  it('opens where the reader was: a line, and what is new below it', async () => {
    await open('parent-said');
    await page.getByText(t('conversation-since')).waitFor();
    await expect.poll(() => inView('t4')).toBe(true);
    expect(await page.evaluate(() => document.querySelector('main')!.scrollTop), 'the page around stays').toBe(0);
    await message('t5').getByText(t('message-unfetched')).waitFor();
  });

  it('a search counts, leads to the text, and is there again on the way back', async () => {
    await open('supporter');
    await page.locator('nav li button').first().click();
    await page.getByRole('button', { name: t('search-open') }).click();
    await page.getByLabel(t('search-label')).fill('nalle');
    await page.getByRole('status').filter({ hasText: t('search-count', { count: 1 }) }).waitFor();
    await page.getByRole('main').locator('li button').first().click();
    await expect.poll(() => focused('t3')).toBe(true);
    await page.getByRole('button', { name: t('back'), exact: true }).first().click();
    expect(await page.getByLabel(t('search-label')).inputValue()).toBe('nalle');
    await page.getByLabel(t('search-label')).fill('xyzzy');
    await page.getByRole('status').filter({ hasText: t('search-count', { count: 0 }) }).waitFor();
    expect((await calls('search'))[0]).toEqual(['nalle', 'one']);
  });

  it('a text that is too long is offered in parts; what cannot be sent stays', async () => {
    await open('parent');
    await field().fill('Jag orkar inte. '.repeat(600));
    await page.getByRole('button', { name: t('conversation-parts', { count: 3 }) }).click();
    await expect.poll(() => calls('send').then((all) => all.length)).toBe(3);
    const sent = (await calls('send')).map((args) => args[1] as string);
    expect(sent.every((part) => [...part].length <= 4000)).toBe(true);
    expect(sent.join(' ')).toBe('Jag orkar inte. '.repeat(600).trim());
    await expect.poll(() => field().inputValue()).toBe('');
  });

  it('five thousand messages: opened, gone to the oldest of them and back; only what is near is in the document', async () => {
    await open('parent');
    await page.evaluate(() => (window as unknown as WithFake).fake.changeCircle('one', (view) => {
      const [one] = view.items.filter((item) => item.type === 'text');
      const many = Array.from({ length: 5000 }, (_, i): Item => ({ ...one!, id: `m${i}`, text: `Meddelande ${i}`, sentAtMs: 1_700_000_000_000 + i * 600_000, replyTo: i === 4999 ? { id: 'm0', state: 'here', mine: false, author: 'Anna', text: 'Meddelande 0' } : null } as Item));
      return { ...view, items: many };
    }));
    await message('m4999').waitFor();
    expect(await page.getByRole('article').count()).toBeLessThan(200);
    await message('m4999').getByRole('button', { name: t('quote-go') }).click();
    await expect.poll(() => focused('m0'), { timeout: 15_000 }).toBe(true);
    expect(await page.getByRole('article').count(), 'never all of them').toBeLessThan(200);
    expect(await inView('m0')).toBe(true);
    expect(await page.evaluate(() => [document.documentElement, document.querySelector('main')!].map((one) => one.scrollHeight - one.clientHeight)), 'nothing around scrolls').toEqual([0, 0]);
    await page.getByRole('button', { name: t('conversation-newer') }).click();
    await message('m150').waitFor();
    await page.getByRole('button', { name: t('conversation-newest') }).click();
    await expect.poll(() => inView('m4999')).toBe(true);
    expect(await page.getByRole('article').count()).toBeLessThan(200);
  }, 60_000);
});
