/** How a support goes on, on the pages: chosen, changed, looked back at, and asked about at its end. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOn, CHROMIUM, onAPhone, type WithFake } from './phone.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
let page: Page;
let url: string;

const calls = (name: string) => callsOn(page, name);
const open = (scene: string): Promise<unknown> => page.goto(`${url}?scene=${scene}`);
const button = (key: string, values?: Record<string, string>) => page.getByRole('button', { name: t(key, values), exact: true }).first();
const radio = (name: string) => page.getByRole('radio', { name });
const oneProgramme = (): Promise<void> => page.evaluate(() => {
  const { fake } = window as unknown as WithFake;
  fake.show({ programmes: fake.snapshot.programmes.slice(0, 1) });
});
const PHASED = t('programme-steps', { name: 'Stöd i faser', count: 3 });
const VOLUNTARY = t('programme-open', { name: 'Frivilligt stöd' });

describe.skipIf(!CHROMIUM)('programmes on the pages', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('a supporter chooses when a conversation begins; the first stands there already', async () => {
    await open('supporter');
    await button('new-circle').click();
    expect(await radio('Krisstöd: 3 till 5 samtal').isChecked()).toBe(true);
    await radio(PHASED).check();
    await button('new-circle-make').click();
    await expect.poll(async () => (await calls('newCircle'))[0]?.[2]).toBe('phased_support');
  });

  it('nothing is asked where there is only one way, and that one is taken', async () => {
    await open('supporter');
    await button('new-circle').click();
    await oneProgramme();
    await expect.poll(() => page.getByRole('radio').count()).toBe(0);
    await button('new-circle-make').click();
    await expect.poll(async () => (await calls('newCircle'))[0]?.[2]).toBe('crisis_support');
  });

  it('a parent reads how the support goes on and how far it has come', async () => {
    await open('parent-programme');
    await button('conversation-people').click();
    await page.getByText(PHASED).waitFor();
    await page.getByText(t('programme-step', { number: '2', count: '3', week: '5', weeks: '8–16' })).waitFor();
    await page.getByText(t('support-conversations-open', { count: 4 })).waitFor();
    expect(await button('programme-change').count(), 'that is the supporter\'s').toBe(0);
  });

  it('a supporter is reminded of a check-in, and puts it away', async () => {
    await open('supporter-check-in');
    await page.locator('main li button').first().click();
    await page.getByText(t('check-in', { week: '4', weeks: '8–16' })).waitFor();
    await button('check-in-done').click();
    await button('check-in-done').waitFor({ state: 'detached' });
    expect(await calls('checkedIn')).toEqual([['two']]);
  });

  it('goes on to the next step only after a second question', async () => {
    await open('supporter-next-phase');
    await page.locator('main li button').first().click();
    await button('phase-next').click();
    expect(await calls('nextPhase')).toEqual([]);
    await button('phase-next-yes').click();
    await button('phase-next').waitFor({ state: 'detached' });
    expect(await calls('nextPhase')).toEqual([['two']]);
  });

  it('who took over from another organisation is asked to choose; without feedback none is offered', async () => {
    await open('supporter-foreign');
    await page.locator('main li button').first().click();
    await page.getByText(t('programme-foreign', { what: t('programme-open', { name: 'Något annat' }) })).waitFor();
    await button('programme-change').click();
    await button('programme-change-go').click();
    await page.getByRole('alert').filter({ hasText: t('programme-choose-one') }).waitFor();
    await radio(VOLUNTARY).check();
    await button('programme-change-go').click();
    await page.getByText(t('programme-changed')).waitFor();
    expect(await calls('chooseProgramme')).toEqual([['two', 'voluntary_support']]);
    await button('conversation-people').click();
    await button('closing-title').waitFor();
    expect(await button('feedback-title').count()).toBe(0);
  });

  it('the programme proposes the day of a first contact, until another one is chosen by hand', async () => {
    await open('coordinator');
    await button('work-new').click();
    const due = page.getByLabel(t('work-due-label'));
    const dayOf = async (): Promise<string> => due.inputValue();
    const next = await dayOf();
    await radio(PHASED).check();
    await expect.poll(async () => Number(await dayOf())).toBeGreaterThan(Number(next));
    expect(await due.locator('option:checked').innerText()).toContain('inom 3 vardagar');
    await radio(VOLUNTARY).check();
    await expect.poll(dayOf).toBe(next);
    expect(await due.locator('option').allInnerTexts(), 'the parent makes contact').not.toContainEqual(expect.stringContaining('vardag)'));
    await due.selectOption({ index: 5 });
    const chosen = await dayOf();
    await radio(PHASED).check();
    expect(await dayOf()).toBe(chosen);
    await page.getByLabel(t('work-label')).fill('Familj 12');
    await button('work-make').click();
    expect((await calls('makeAssignment'))[0]).toEqual([{ label: 'Familj 12', details: '', staffId: null, dueDay: Number(chosen) }]);
  });

  it('asks at the end how the support has been, beside how things are, each by choice', async () => {
    await open('parent-experience');
    const experience = page.getByRole('group', { name: t('feeling-experience') });
    await page.getByRole('region', { name: t('feeling-title') }).getByRole('button', { name: t('feeling-open') }).click();
    await page.getByRole('region', { name: t('experience-title') }).getByRole('button', { name: t('feeling-open') }).click();
    await page.getByRole('group', { name: t('feeling-last') }).waitFor();
    await experience.getByRole('radio', { name: t('experience-4'), exact: true }).check();
    await page.getByRole('region', { name: t('experience-title') }).getByRole('button', { name: t('feeling-answer') }).click();
    await experience.waitFor({ state: 'detached' });
    expect(await calls('answerFeeling')).toEqual([['two', 'experience', 4, false]]);
    await page.getByRole('group', { name: t('feeling-last') }).waitFor();
    expect(new Set((await calls('feelingAsked')).map(([, moment]) => moment))).toEqual(new Set(['experience', 'last']));
  });
});
