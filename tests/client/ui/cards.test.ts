/** Things to return to, on the pages: written, changed, answered, ticked, pinned, put into a calendar, printed. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { calendarFile, escapeText, fold, LINE_OCTETS } from '../../../client-web/src/ui/state/calendar_file.ts';
import { cardFault, draftOf, fieldsOf, formOf, momentOf } from '../../../client-web/src/ui/state/card_form.ts';
import { NOW_MS } from './fake_scenes.ts';
import { callsOn, CHROMIUM, onAPhone } from './phone.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
const octets = (text: string): number => Buffer.byteLength(text);

describe('a calendar file', () => {
  const AT = Date.UTC(2026, 2, 29, 0, 30);
  const file = calendarFile({ startMs: AT, nowMs: NOW_MS, uid: 'abc', summary: 'Påminnelse' });

  it('says when, in UTC, for an hour, and a neutral word; nothing else', () => {
    expect(file.split('\r\n')).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//1.0//EN', 'BEGIN:VEVENT', 'UID:abc', 'DTSTAMP:20261123T011200Z',
      'DTSTART:20260329T003000Z', 'DTEND:20260329T013000Z', 'SUMMARY:Påminnelse', 'END:VEVENT', 'END:VCALENDAR', '']);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file).not.toMatch(/LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER|bredvid/i);
  });

  it('escapes what has a meaning of its own', () => {
    expect(escapeText('a\\b;c,d\r\ne\nf:g"')).toBe('a\\\\b\\;c\\,d\\ne\\nf:g"');
  });

  it('folds at 75 octets, never inside a character, and is the same when unfolded', () => {
    for (const line of [`SUMMARY:${'x'.repeat(67)}`, `SUMMARY:${'x'.repeat(68)}`, `SUMMARY:${'å'.repeat(100)}`, `SUMMARY:${'😀'.repeat(60)}`, `SUMMARY:x${'تذكير'.repeat(40)}`]) {
      const folded = fold(line).split('\r\n');
      expect(folded.every((one) => octets(one) <= LINE_OCTETS), line).toBe(true);
      expect(folded.slice(1).every((one) => one.startsWith(' '))).toBe(true);
      expect(fold(line).replaceAll('\r\n ', '')).toBe(line);
    }
    expect(fold(`SUMMARY:${'x'.repeat(67)}`)).not.toContain('\r\n');
    expect(fold(`SUMMARY:${'x'.repeat(68)}`)).toContain('\r\n');
  });
});

describe('what stands in the fields', () => {
  it('times are on Stockholm\'s clocks, also around the changes', () => {
    expect(momentOf({ date: '2026-12-01', time: '14:00' })).toBe(Date.UTC(2026, 11, 1, 13));
    expect(momentOf({ date: '2026-07-01', time: '14:00' })).toBe(Date.UTC(2026, 6, 1, 12));
    for (const ms of [Date.UTC(2026, 2, 29, 0), Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 2, 29, 2), Date.UTC(2026, 9, 24, 23), Date.UTC(2026, 9, 25, 3)]) expect(momentOf(fieldsOf(ms))).toBe(ms);
    for (const bad of [{ date: '', time: '14:00' }, { date: '2026-02-30', time: '14:00' }, { date: '2026-12-01', time: '' }]) expect(momentOf(bad)).toBeNull();
  });

  it('one fault at a time, and empty rows of times are none', () => {
    const form = formOf(null);
    expect(cardFault('meeting', form, [], NOW_MS)?.key).toBe('card-bad-time');
    const ahead = fieldsOf(NOW_MS + 60_000 * 60);
    expect(cardFault('meeting', { ...form, times: [ahead, { date: '', time: '' }] }, [], NOW_MS)).toBeNull();
    expect(draftOf('meeting', { ...form, times: [ahead, { date: '', time: '' }] }).times).toHaveLength(1);
    expect(cardFault('meeting', { ...form, times: [ahead, { date: ahead.date, time: '' }] }, [], NOW_MS)?.field).toBe('times');
    const before = fieldsOf(NOW_MS - 3_600_000);
    expect(cardFault('meeting', { ...form, times: [before] }, [], NOW_MS)?.field).toBe('times');
    expect(cardFault('meeting', { ...form, times: [before] }, [momentOf(before)!], NOW_MS), 'it had that time already').toBeNull();
    expect(cardFault('phone', { ...form, title: 'Jouren', text: 'ring' }, [], NOW_MS)?.key).toBe('problem-phone_bad');
    expect(cardFault('week', { ...form, lines: '\n \n' }, [], NOW_MS)?.key).toBe('card-bad-lines');
    expect(cardFault('week', { ...form, lines: 'x\n'.repeat(15) }, [], NOW_MS)?.key).toBe('card-bad-lines');
    expect(draftOf('week', { ...form, lines: ' a \n\nb' }).lines).toEqual(['a', 'b']);
  });
});

let page: Page;
let url: string;
const calls = (name: string) => callsOn(page, name);
const button = (key: string, values?: Record<string, string>) => page.getByRole('button', { name: t(key, values), exact: true }).first();
async function open(scene: string): Promise<void> {
  await page.goto(`${url}?scene=${scene}`);
  if (scene.startsWith('supporter')) await page.locator('nav li button').first().click();
  await button('kept-title').click();
  await page.getByRole('heading', { level: 1, name: t('kept-title') }).waitFor();
}
const field = (key: string) => page.getByLabel(t(key), { exact: true });

describe.skipIf(!CHROMIUM)('things to return to, on the pages', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('a parent proposes a meeting; what was typed stays while one looks elsewhere', async () => {
    await open('parent');
    for (const kind of ['phone', 'agreed', 'week']) expect(await button(`card-add-${kind}`).count()).toBe(0);
    await button('card-add-meeting').click();
    await field('card-title-meeting').fill('Fika');
    await button('back').click();
    await button('card-add-meeting').click();
    expect(await field('card-title-meeting').inputValue()).toBe('Fika');
    await button('save').click();
    await page.getByText(t('card-bad-time')).waitFor();
    expect(await calls('saveCard')).toEqual([]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await field('card-date').fill(tomorrow);
    await field('card-clock').fill('14:00');
    await button('save').click();
    await expect.poll(async () => (await calls('saveCard'))[0]).toEqual(['one', { kind: 'meeting', title: 'Fika', text: '', lines: [], times: [momentOf({ date: tomorrow, time: '14:00' })] }, null]);
    await page.getByRole('heading', { name: 'Fika' }).waitFor();
  });

  it('a supporter changes and removes a card; a full board says so and keeps what was written', async () => {
    await open('supporter-kept');
    const phone = page.getByRole('article', { name: 'Socialjouren, kvällar och helger' });
    expect(await phone.getByRole('link').getAttribute('href')).toBe('tel:+4681234567');
    await phone.getByRole('button', { name: t('card-edit') }).click();
    await field('card-title-phone').fill('FULL');
    await button('save').click();
    await page.getByText(t('problem-cards_full')).waitFor();
    expect(await field('card-title-phone').inputValue()).toBe('FULL');
    await field('card-title-phone').fill('Jouren');
    await button('save').click();
    const changed = page.getByRole('article', { name: 'Jouren' });
    await changed.waitFor();
    await changed.getByRole('button', { name: t('card-drop'), exact: true }).click();
    await button('card-drop-yes').click();
    await expect.poll(() => changed.count()).toBe(0);
  });

  it('a parent answers a proposal and ticks the plan, by keyboard too', async () => {
    await page.goto(`${url}?scene=parent-kept`);
    await page.getByRole('button', { name: t('kept-asks', { count: 1 }) }).click();
    const proposal = page.getByRole('article', { name: t('card-kind-meeting'), exact: true });
    await proposal.getByRole('button', { name: t('meeting-none') }).click();
    await expect.poll(async () => (await calls('answerMeeting'))[0]?.slice(1)).toEqual(['k2', 0]);
    await proposal.getByRole('button', { name: t('meeting-none'), pressed: true }).waitFor();
    const line = page.getByRole('checkbox', { name: 'نوم' });
    await line.focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await calls('tickCard'))[0]?.slice(1)).toEqual(['k4', 1, true]);
  });

  it('a supporter pins and unpins a message in its menu; a parent has no such choice', async () => {
    await page.goto(`${url}?scene=supporter-said`);
    await page.locator('nav li button').first().click();
    const message = page.locator('#message-t3');
    await message.getByRole('button', { name: t('message-more') }).click();
    await message.getByRole('button', { name: t('pin-add'), exact: true }).click();
    await expect.poll(async () => (await calls('pinText'))[0]?.slice(1)).toEqual(['t3', true]);
    await message.getByRole('button', { name: t('message-more') }).click();
    await message.getByRole('button', { name: t('pin-remove'), exact: true }).waitFor();
    await page.goto(`${url}?scene=parent-said`);
    await message.getByRole('button', { name: t('message-more') }).click();
    await message.getByRole('button', { name: t('message-reply') }).waitFor();
    expect(await message.getByRole('button', { name: t('pin-add'), exact: true }).count()).toBe(0);
  });

  it('the calendar\'s file is made here, and the page says that calendars are seen', async () => {
    await open('parent-kept');
    await page.getByText(t('calendar-what')).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button('calendar-save').click()]);
    expect(download.suggestedFilename()).toBe('reminder.ics');
    expect(download.url()).toMatch(/^blob:/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('\r\nDTSTART:20261125T011200Z\r\nDTEND:20261125T021200Z\r\nSUMMARY:Påminnelse\r\n');
    for (const word of ['handläggaren', 'Anna', 'Mira', 'kafé']) expect(text).not.toContain(word);
  });

  it('on paper: what there is to return to, with the number in digits, and neither buttons nor the app\'s name', async () => {
    await open('parent-kept');
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('body').innerText();
    for (const word of ['Möte med handläggaren', 'Ring skolan', '+46 8-123 45 67', 'Jag heter Anna']) expect(paper).toContain(word);
    for (const word of ['Bredvid', t('print'), t('back'), t('meeting-none'), t('calendar-save'), t('card-add-meeting')]) expect(paper).not.toContain(word);
    await page.emulateMedia({ media: 'screen' });
  });
});
