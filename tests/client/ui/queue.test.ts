/** What the pages do at the open door: choosing, waiting and writing, taking the next one, posters. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOn, CHROMIUM, onAPhone, type WithFake } from './phone.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
const ASSOCIATION = 'Föreningen Föräldrar i Mellansverige';
let page: Page;
let url: string;

const calls = (name: string) => callsOn(page, name);
const open = (scene: string): Promise<unknown> => page.goto(`${url}?scene=${scene}`);
const button = (key: string, values?: Record<string, string>) => page.getByRole('button', { name: t(key, values), exact: true }).first();
const field = () => page.getByRole('textbox', { name: t('conversation-write') });

describe.skipIf(!CHROMIUM)('the open door', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('first who, with hours and how many wait, and only then a name and a PIN; the choice goes with them', async () => {
    await open('door');
    await page.getByText(t('door-waiting', { count: 3 })).waitFor();
    await page.getByText(t('door-behind-association')).waitFor();
    expect(await page.getByLabel(t('join-name')).count()).toBe(0);
    await button('door-choose', { org: 'Kommunens krisstöd' }).click();
    await button('door-choose-other').click();
    await button('door-choose', { org: ASSOCIATION }).click();
    await page.getByLabel(t('join-name')).fill('Mira');
    await page.getByLabel(t('join-pin'), { exact: true }).fill('135790');
    await page.getByLabel(t('join-pin-again')).fill('135790');
    await button('door-submit').click();
    await expect.poll(() => calls('join')).toEqual([['Mira', '135790', 1]]);
  });

  it('says honestly where she stands: nobody there, when they open, the promise from when she came', async () => {
    await open('parent-waits');
    await page.getByText(t('wait-ahead', { count: 2 })).waitFor();
    await page.getByText(t('wait-closed', { time: t('moment-today', { time: '08:00' }) })).waitFor();
    await page.getByText(t('wait-promised', { time: t('moment-today', { time: '12:00' }) })).waitFor();
    await page.getByText(t('wait-longer')).waitFor();
    await page.clock.setFixedTime(Date.UTC(2026, 10, 23, 12));
    await open('parent-waits');
    await page.evaluate(() => { const { fake } = window as unknown as WithFake; void fake.changeWait({ sinceMs: Date.UTC(2026, 10, 22, 12) }); });
    await page.getByText(t('wait-promise-over')).waitFor();
  });

  it('what is written is kept and shown as waiting, can be taken away, and goes on in the conversation when it opens', async () => {
    await open('parent-waits-first');
    await field().fill('Är någon vaken?');
    await button('wait-keep').click();
    await expect.poll(() => calls('waitWrite')).toEqual([['Är någon vaken?']]);
    await page.getByText(t('wait-text-waits')).waitFor();
    await button('wait-text-remove').click();
    await expect.poll(() => page.getByText('Är någon vaken?').count()).toBe(0);
    await field().fill('Mitt i en men');
    await expect.poll(async () => (await calls('waitDraft')).at(-1)).toEqual(['Mitt i en men']);
    await page.evaluate(() => { const { fake } = window as unknown as WithFake; fake.show({ wait: null, circles: [{ ...fake.snapshot.circles[0]!, circleId: 'two', formerIds: [], thread: 'fine', title: 'Anna', unread: 0, waiting: 0, lastText: '', lastAtMs: 1, alone: false, onTheWay: false }] }); });
    await page.getByRole('heading', { name: 'Anna' }).waitFor();
    expect(await field().inputValue()).toBe('Mitt i en men');
  });

  it('changing and stopping ask once more', async () => {
    await open('parent-waits');
    await button('wait-switch', { org: ASSOCIATION }).click();
    expect(await calls('waitSwitch')).toEqual([]);
    await button('wait-switch-yes').click();
    await expect.poll(() => calls('waitSwitch')).toEqual([[1]]);
    await page.getByText(ASSOCIATION).first().waitFor();
    await button('wait-end').click();
    expect(await calls('waitEnd')).toEqual([]);
    await button('wait-end-yes').click();
    await expect.poll(() => calls('waitEnd')).toEqual([[false]]);
    await page.getByText(t('start-title')).waitFor();
  });

  it('while somebody is answering there is nothing to change; an answer that cannot be opened leads back to the poster', async () => {
    await open('parent-taken');
    await page.getByText(t('wait-taken')).waitFor();
    expect(await button('wait-switch', { org: ASSOCIATION }).count()).toBe(0);
    await open('parent-unopened');
    await button('wait-again').click();
    await button('wait-again-yes').click();
    await expect.poll(() => calls('waitEnd')).toEqual([[true]]);
    await page.getByText(t('door-title')).waitFor();
  });

  it('a supporter takes the next one and is in the conversation; the second time a colleague was quicker', async () => {
    await open('supporter-queue');
    await page.getByText(t('queue-lacks', { count: 1, mark: 'QX4T' })).waitFor();
    await button('queue-take').click();
    await page.getByText(t('conversation-on-the-way')).waitFor();
    await button('back').click();
    await button('queue-take').click();
    await page.getByText(t('queue-quicker')).waitFor();
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
    await button('poster-add').click();
    await page.getByLabel(t('poster-code')).fill('7K2M9-QX4TRA-9BN31C-H0WZ7E');
    await button('poster-add-submit').click();
    await expect.poll(() => calls('addPoster')).toEqual([['7K2M9-QX4TRA-9BN31C-H0WZ7E']]);
    await expect.poll(() => page.getByText(t('queue-lacks', { count: 1, mark: 'QX4T' })).count()).toBe(0);
  });

  it('a coordinator makes a poster, and the paper has the code, her words and no more', async () => {
    await open('coordinator-queue');
    await button('posters-title').click();
    await page.getByLabel(t('poster-words')).fill('Öppet hus');
    await page.getByLabel(t('poster-days')).selectOption('30');
    await button('poster-make').click();
    await expect.poll(() => calls('makePoster')).toEqual([[{ days: 30, words: 'Öppet hus' }]]);
    const paper = page.locator('article.paper');
    await paper.getByRole('group', { name: t('slip-code-label') }).waitFor();
    expect((await paper.getByRole('group', { name: t('slip-code-label') }).textContent())?.trim()).toBe('7K2M9-QX4TRA-9BN31C-H0WZ7E');
    expect(await paper.textContent()).not.toMatch(/krisstöd|barn|socialtjänst/i);
    await button('poster-revoke').click();
    await button('poster-revoke-yes').click();
    await expect.poll(async () => (await calls('revokePoster')).length).toBe(1);
    await page.getByText(t('poster-new')).waitFor();
  });
});
