/** Every screen of the pages: the scene it starts from, and the steps to it. */
import type { Page } from 'playwright-core';
import { givePhoto } from './photos.ts';
import type { Words } from './words.ts';

export interface Screen { name: string; scene: string; go?: (page: Page, t: Words) => Promise<void> }

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click();
};
const inFirstCircle = async (page: Page): Promise<void> => {
  await page.locator('nav li button').first().click();
  await page.getByRole('article').first().waitFor();
};

export const SCREENS: Screen[] = [
  { name: 'elsewhere', scene: 'elsewhere' },
  { name: 'fresh', scene: 'fresh' },
  { name: 'fresh-mistyped', scene: 'fresh', go: async (page, t) => {
    await page.getByLabel(t('start-code-label')).fill('7K2M9-QX4TRA-WRONG1-H0WZ7E');
    await press(page, t('start-open'));
    await page.getByRole('alert').filter({ hasText: t('slip-mistyped-part', { part: 3 }) }).waitFor();
  } },
  { name: 'slip', scene: 'slip' },
  { name: 'slip-errors', scene: 'slip', go: async (page, t) => {
    await page.getByLabel(t('join-pin'), { exact: true }).fill('12');
    await press(page, t('join-submit'));
    await page.locator('summary').click();
  } },
  { name: 'staff-slip', scene: 'staff-slip' },
  { name: 'joining', scene: 'joining' },
  { name: 'locked', scene: 'locked' },
  { name: 'locked-forgot', scene: 'locked', go: async (page, t) => {
    await page.getByLabel(t('locked-pin'), { exact: true }).fill('000000');
    await press(page, t('locked-open'));
    await press(page, t('locked-forgot'));
    await press(page, t('forget-device'));
  } },
  { name: 'destroyed', scene: 'destroyed' },
  { name: 'passkey-new', scene: 'passkey-new' },
  { name: 'passkey-sign-in', scene: 'passkey-sign-in' },
  { name: 'passkey-ended', scene: 'passkey-ended', go: async (page, t) => {
    await press(page, t('passkey-sign-in'));
    await page.getByRole('alert').filter({ hasText: t('problem-passkey_cancelled') }).waitFor();
  } },
  { name: 'help', scene: 'parent', go: (page, t) => press(page, t('menu-help')) },
  { name: 'parent', scene: 'parent' },
  { name: 'parent-offline', scene: 'parent-offline' },
  { name: 'parent-problem', scene: 'parent-problem' },
  { name: 'parent-lost', scene: 'parent-lost' },
  { name: 'parent-doubt', scene: 'parent-doubt' },
  { name: 'parent-none', scene: 'parent-none' },
  { name: 'parent-people', scene: 'parent', go: (page, t) => press(page, t('conversation-people')) },
  { name: 'parent-long', scene: 'parent', go: async (page, t) => {
    await page.getByRole('textbox', { name: t('conversation-write') }).fill('Jag orkar inte. '.repeat(252));
  } },
  { name: 'parent-said', scene: 'parent-said' },
  { name: 'supporter-said', scene: 'supporter-said', go: inFirstCircle },
  { name: 'parent-message', scene: 'parent-said', go: async (page, t) => {
    await page.locator('#message-t5').getByRole('button', { name: t('message-more') }).click();
    await page.locator('#message-t5').getByRole('button', { name: t('delete-all') }).click();
  } },
  { name: 'parent-edit', scene: 'parent', go: async (page, t) => {
    await page.locator('#message-t6').getByRole('button', { name: t('message-more') }).click();
    await page.locator('#message-t6').getByRole('button', { name: t('message-edit') }).click();
    await page.getByText(t('edit-title')).waitFor();
  } },
  { name: 'supporter-search', scene: 'supporter', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('search-open'));
    await page.getByLabel(t('search-label')).fill('jag');
    await page.locator('mark').first().waitFor();
  } },
  { name: 'parent-feeling', scene: 'parent-feeling', go: async (page, t) => { await page.getByRole('button', { name: t('feeling-open') }).click(); await page.getByRole('radio', { name: t('face-2'), exact: true }).check(); } },
  { name: 'parent-felt', scene: 'parent-felt' },
  { name: 'parent-closing', scene: 'parent-closing' },
  { name: 'parent-experience', scene: 'parent-experience' },
  { name: 'parent-programme', scene: 'parent-programme', go: (page, t) => press(page, t('conversation-people')) },
  { name: 'supporter-check-in', scene: 'supporter-check-in', go: inFirstCircle },
  { name: 'supporter-next-phase', scene: 'supporter-next-phase', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('phase-next'));
  } },
  { name: 'supporter-programme', scene: 'supporter-foreign', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('programme-change'));
    await press(page, t('programme-change-go'));
  } },
  { name: 'parent-closed', scene: 'parent-closed' },
  { name: 'parent-ended', scene: 'parent-ended' },
  { name: 'receipt', scene: 'parent-ended', go: async (page) => { await page.locator('main li button').first().click(); } },
  { name: 'supporter-close', scene: 'supporter-close', go: inFirstCircle },
  { name: 'supporter-closing-page', scene: 'supporter-close', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('close-go'));
    await page.getByRole('radio', { name: t('outcome-completed') }).check();
    await press(page, t('closing-go'));
  } },
  { name: 'supporter-closing', scene: 'supporter-closing', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('closing-back'));
  } },
  { name: 'supporter-feedback-none', scene: 'supporter', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('conversation-people'));
    await press(page, t('feedback-title'));
  } },
  { name: 'supporter-feedback', scene: 'supporter-feedback', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('conversation-people'));
    await press(page, t('feedback-title'));
    await page.getByLabel(t('feedback-change')).waitFor();
  } },
  { name: 'supporter-feedback-read', scene: 'supporter-feedback', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('conversation-people'));
    await press(page, t('feedback-title'));
    await press(page, t('feedback-read'));
  } },
  { name: 'parent-come', scene: 'parent-come', go: async (page, t) => { await page.getByRole('radio', { name: t('come-follows-week') }).check(); } },
  { name: 'parent-come-joint', scene: 'parent-come-joint' },
  { name: 'parent-came', scene: 'parent-came' },
  { name: 'parent-came-people', scene: 'parent-came', go: async (page, t) => {
    await press(page, t('conversation-people'));
    await press(page, t('come-change'));
  } },
  { name: 'supporter-come-ask', scene: 'supporter', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('conversation-people'));
    await press(page, t('come-ask-handover'));
    await page.getByLabel(t('come-name')).waitFor();
  } },
  ...['supporter-come', 'supporter-come-no', 'supporter-come-yes', 'supporter-came'].map((scene): Screen => ({ name: `${scene}-people`, scene, go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('conversation-people'));
  } })),
  { name: 'supporter-come-yes', scene: 'supporter-come-yes', go: inFirstCircle },
  { name: 'supporter-came', scene: 'supporter-came', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('leave-title'));
  } },
  { name: 'parent-attachments', scene: 'parent-attachments' },
  { name: 'parent-attachments-stuck', scene: 'parent-attachments-stuck', go: (page, t) => press(page, t('attachment-cancel')) },
  { name: 'attach', scene: 'parent', go: (page, t) => press(page, t('attach-open')) },
  { name: 'attach-photo', scene: 'parent', go: async (page, t) => {
    await press(page, t('attach-open'));
    await givePhoto(page);
    await page.getByRole('slider').first().waitFor();
  } },
  { name: 'attach-file', scene: 'parent', go: async (page, t) => {
    await press(page, t('attach-open'));
    await page.locator('input[type=file]').nth(2).setInputFiles({ name: `${'långt_namn_'.repeat(9)}.pdf`, mimeType: 'application/pdf', buffer: Buffer.alloc(1_500_000) });
    await page.getByLabel(t('attach-caption')).fill('ord '.repeat(130));
  } },
  { name: 'attach-voice', scene: 'parent', go: async (page, t) => {
    await press(page, t('attach-open'));
    await press(page, t('attach-voice'));
    await press(page, t('voice-start'));
    await press(page, t('voice-pause'));
    await press(page, t('voice-drop'));
  } },
  { name: 'parent-away', scene: 'parent-away' },
  { name: 'parent-next', scene: 'parent-next' },
  { name: 'parent-kept', scene: 'parent-kept', go: (page, t) => press(page, t('kept-title')) },
  { name: 'parent-kept-empty', scene: 'parent', go: (page, t) => press(page, t('kept-title')) },
  { name: 'supporter-kept', scene: 'supporter-kept', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('kept-title'));
    await page.getByRole('button', { name: t('card-drop'), exact: true }).first().click();
  } },
  { name: 'parent-card-meeting', scene: 'parent', go: async (page, t) => {
    await press(page, t('kept-title'));
    await press(page, t('card-add-meeting'));
    await press(page, t('card-time-more'));
    await press(page, t('card-time-more'));
    await press(page, t('save'));
    await page.getByText(t('card-bad-time')).waitFor();
  } },
  ...(['phone', 'agreed', 'week'] as const).map((kind) => ({ name: `supporter-card-${kind}`, scene: 'supporter-kept', go: async (page: Page, t: Words) => {
    await inFirstCircle(page);
    await press(page, t('kept-title'));
    await press(page, t(`card-add-${kind}`));
    await press(page, t('save'));
    await page.locator('[role=alert] .error').first().waitFor();
  } })),
  { name: 'supporter-away', scene: 'supporter-away', go: inFirstCircle },
  { name: 'supporter-away-ask', scene: 'supporter', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('conversation-people'));
    await press(page, t('away-go'));
    await press(page, t('away-save'));
    await page.getByText(t('away-bad-missing')).waitFor();
  } },
  { name: 'parent-own', scene: 'parent-own', go: (page, t) => press(page, t('own-ask')) },
  { name: 'parent-own-asked', scene: 'parent-own-asked' },
  { name: 'supporter-own', scene: 'supporter-own', go: inFirstCircle },
  { name: 'supporter-own-slip', scene: 'supporter-own', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('own-start'));
    await press(page, t('slip-make-submit'));
    await page.getByRole('img', { name: t('slip-qr') }).waitFor();
  } },
  { name: 'supporter-leaving', scene: 'supporter-leaving', go: inFirstCircle },
  { name: 'door', scene: 'door' },
  { name: 'door-join', scene: 'door', go: (page, t) => press(page, t('door-choose', { org: 'Kommunens krisstöd' })) },
  { name: 'parent-waits', scene: 'parent-waits' },
  { name: 'parent-waits-written', scene: 'parent-waits', go: async (page, t) => {
    await press(page, t('wait-switch', { org: 'Föreningen Föräldrar i Mellansverige' }));
    await page.getByRole('button', { name: t('wait-switch-yes') }).scrollIntoViewIfNeeded();
  } },
  { name: 'parent-waits-first', scene: 'parent-waits-first', go: (page, t) => press(page, t('wait-end')) },
  { name: 'parent-taken', scene: 'parent-taken' },
  { name: 'parent-unopened', scene: 'parent-unopened', go: (page, t) => press(page, t('wait-again')) },
  { name: 'parent-gone', scene: 'parent-gone' },
  { name: 'supporter-queue', scene: 'supporter-queue' },
  { name: 'supporter-queue-empty', scene: 'supporter-queue-empty' },
  { name: 'supporter-on-the-way', scene: 'supporter-queue', go: async (page) => { await page.locator('nav li button').nth(1).click(); } },
  { name: 'add-poster', scene: 'supporter-queue', go: (page, t) => press(page, t('poster-add')) },
  { name: 'coordinator-queue', scene: 'coordinator-queue' },
  { name: 'posters', scene: 'coordinator-queue', go: (page, t) => press(page, t('posters-title')) },
  { name: 'poster', scene: 'coordinator-queue', go: async (page, t) => {
    await press(page, t('posters-title'));
    await page.getByRole('button', { name: new RegExp(t('poster-named', { mark: '7K2M' })) }).click();
    await press(page, t('poster-revoke'));
  } },
  { name: 'info', scene: 'fresh', go: (page, t) => press(page, t('info-title')) },
  { name: 'info-page', scene: 'locked', go: async (page, t) => {
    await press(page, t('info-title'));
    await page.locator('main section button').first().click();
    await page.getByRole('article').waitFor();
  } },
  { name: 'info-other-language', scene: 'parent', go: async (page, t) => {
    await press(page, t('menu-help'));
    await press(page, t('info-title'));
    await page.locator('main section button').last().click();
    await page.getByRole('article').waitFor();
  } },
  { name: 'settings', scene: 'parent', go: (page, t) => press(page, t('menu-settings')) },
  { name: 'settings-staff', scene: 'supporter', go: (page, t) => press(page, t('menu-settings')) },
  { name: 'lock-soon', scene: 'parent', go: async (page, t) => {
    await page.evaluate((ms) => { const at = Date.now() + ms; Date.now = () => at; }, 14.55 * 60_000);
    await page.getByText(t('lock-soon')).first().waitFor();
  } },
  { name: 'supporter-hurry', scene: 'supporter-hurry', go: inFirstCircle },
  { name: 'supporter', scene: 'supporter' },
  { name: 'supporter-none', scene: 'supporter-none' },
  { name: 'supporter-circle', scene: 'supporter', go: inFirstCircle },
  { name: 'supporter-lost-list', scene: 'supporter-lost' },
  { name: 'supporter-lost', scene: 'supporter-lost', go: inFirstCircle },
  { name: 'supporter-afresh-asked', scene: 'supporter-lost', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('thread-afresh'));
  } },
  { name: 'supporter-afresh', scene: 'supporter-lost', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('thread-afresh'));
    await press(page, t('thread-afresh-yes'));
    await page.getByText(t('afresh-awaited')).waitFor();
  } },
  { name: 'supporter-alone', scene: 'supporter', go: async (page) => { await page.locator('nav li button').nth(2).click(); } },
  { name: 'count', scene: 'supporter', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('count-title'));
    await press(page, t('count-visit'));
  } },
  { name: 'people', scene: 'supporter', go: async (page, t) => {
    await inFirstCircle(page);
    await press(page, t('conversation-people'));
    await press(page, t('people-remove', { name: 'Mira' }));
  } },
  { name: 'make-slip', scene: 'supporter', go: async (page, t) => {
    await page.locator('nav li button').nth(2).click();
    await press(page, t('people-make-slip'));
  } },
  { name: 'slip-shown', scene: 'supporter', go: async (page, t) => {
    await page.locator('nav li button').nth(2).click();
    await press(page, t('people-make-slip'));
    await press(page, t('slip-make-submit'));
    await page.getByRole('img', { name: t('slip-qr') }).waitFor();
  } },
  { name: 'new-circle', scene: 'supporter', go: (page, t) => press(page, t('new-circle')) },
  { name: 'add-slip', scene: 'supporter', go: (page, t) => press(page, t('add-slip')) },
  { name: 'coordinator', scene: 'coordinator' },
  { name: 'coordinator-none', scene: 'coordinator-none' },
  { name: 'new-assignment', scene: 'coordinator', go: async (page, t) => {
    await press(page, t('work-new'));
    await press(page, t('work-make'));
    await page.getByText(t('problem-bad_label')).waitFor();
  } },
  { name: 'assignment-coordinator', scene: 'coordinator', go: async (page, t) => {
    await page.getByRole('button', { name: /Familj 12/ }).click();
    await press(page, t('work-withdraw'));
  } },
  { name: 'colleagues', scene: 'coordinator', go: async (page, t) => { await page.getByRole('button', { name: new RegExp(t('colleagues-title')) }).click(); } },
  { name: 'colleague', scene: 'coordinator', go: async (page, t) => {
    await page.getByRole('button', { name: new RegExp(t('colleagues-title')) }).click();
    await page.getByRole('button', { name: /Anna B/ }).click();
    await press(page, t('colleague-remove'));
  } },
  { name: 'line', scene: 'coordinator', go: async (page, t) => {
    await page.getByRole('button', { name: new RegExp(t('colleagues-title')) }).click();
    await page.getByRole('button', { name: /Anna B/ }).click();
    await press(page, t('line-open'));
    await press(page, t('line-drop'));
  } },
  { name: 'line-slip', scene: 'coordinator', go: async (page, t) => {
    await page.getByRole('button', { name: new RegExp(t('colleagues-title')) }).click();
    await page.getByRole('button', { name: new RegExp(t('colleague-unnamed')) }).click();
    await press(page, t('line-slip'));
    await press(page, t('slip-make-submit'));
    await page.getByRole('img', { name: t('slip-qr') }).waitFor();
  } },
  { name: 'new-assignment-details', scene: 'coordinator', go: async (page, t) => {
    await press(page, t('work-new'));
    await page.getByLabel(t('work-holder')).selectOption({ index: 1 });
    await page.getByLabel(t('details-title')).fill('x'.repeat(501));
    await page.getByLabel(t('work-label'), { exact: true }).fill('Familj 14');
  } },
  { name: 'assignment-no-line', scene: 'coordinator', go: async (page, t) => {
    await page.getByRole('button', { name: /Familj 13/ }).click();
    await page.getByText(t('details-no-line', { name: t('colleague-unnamed') })).waitFor();
  } },
  { name: 'supporter-offline', scene: 'supporter-offline' },
  { name: 'line-supporter', scene: 'supporter-work', go: async (page, t) => { await press(page, t('line-mine', { name: 'Karin' })); } },
  { name: 'supporter-work', scene: 'supporter-work' },
  { name: 'assignment-supporter', scene: 'supporter-work', go: async (page, t) => {
    await page.getByRole('button', { name: /Familj 12/ }).click();
    await press(page, t('work-not-carried-out'));
  } },
  { name: 'assignment-undo', scene: 'supporter-work', go: async (page) => { await page.getByRole('button', { name: /Familj 9/ }).click(); } },
  { name: 'staff-slip-shown', scene: 'coordinator', go: async (page, t) => {
    await page.getByRole('button', { name: new RegExp(t('colleagues-title')) }).click();
    await press(page, t('colleagues-new'));
    await press(page, t('slip-make-submit'));
  } },
  { name: 'lead', scene: 'lead', go: async (page) => { await page.getByRole('table').first().waitFor(); } },
  { name: 'lead-cells', scene: 'lead', go: async (page, t) => {
    await page.getByLabel(t('release-choose')).selectOption('1');
    await page.getByRole('table').first().waitFor();
  } },
  { name: 'lead-year', scene: 'lead', go: async (page, t) => {
    await page.getByLabel(t('release-choose')).selectOption('4');
    await page.getByRole('heading', { name: t('release-outcomes') }).waitFor();
  } },
  { name: 'lead-unreadable', scene: 'lead', go: async (page, t) => {
    await page.getByLabel(t('release-choose')).selectOption('3');
    await page.getByText(t('release-unreadable')).waitFor();
  } },
  { name: 'lead-times', scene: 'lead', go: async (page, t) => {
    await press(page, t('release-view-time'));
    await page.locator('svg.time-chart').nth(3).waitFor();
  } },
  { name: 'lead-times-years', scene: 'lead', go: async (page, t) => {
    await press(page, t('release-view-time'));
    await page.getByLabel(t('times-scope-year'), { exact: true }).check();
    await page.getByText(t('times-no-columns')).first().waitFor();
  } },
];
