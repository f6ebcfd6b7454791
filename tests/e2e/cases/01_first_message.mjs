/** The main job: a parent opens a slip and writes at once, whoever is away; the supporter answers. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { t } from '../support/words.mjs';
import { World } from '../support/world.mjs';

test('a parent writes at once while the supporter is away, and is answered', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter({ name: 'Birgit' });
  await supporter.newCircle('Lugna gatan');
  await supporter.sees('notice-circle_started', { actor: 'Birgit' });
  const slip = await supporter.makeSlip();
  await supporter.leave();

  const parent = await world.parent(slip.link, { name: 'Lina' });
  await parent.write('Hej, är det någon där? Jag kan inte sova.');
  await parent.delivery('Hej, är det någon där? Jag kan inte sova.', 'sent');
  await parent.write('Det är natt, jag vet. 💙');
  await parent.delivery('Det är natt, jag vet. 💙', 'sent');

  await supporter.comeBack();
  await parent.delivery('Hej, är det någon där? Jag kan inte sova.', 'delivered', { orLater: true });
  await supporter.seesUnread('Lugna gatan');
  await supporter.openCircle('Lugna gatan');
  await supporter.hears('Det är natt, jag vet. 💙');
  await parent.delivery('Det är natt, jag vet. 💙', 'read');
  await supporter.sees('notice-joined', { subject: 'Lina' });

  await supporter.write('God morgon Lina. Jag läser, och jag är här.');
  await parent.hears('God morgon Lina. Jag läser, och jag är här.');
  await supporter.delivery('God morgon Lina. Jag läser, och jag är här.', 'read');
  assert.deepEqual(await parent.plainTexts(), await supporter.plainTexts());
  assert.equal((await parent.texts()).at(-1).author, 'Birgit');
});

test('4,000 characters go through however many bytes they are; one more is refused and kept in the field', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  const full = '💙'.repeat(4000);
  await parent.write(full);
  await supporter.hears(full);
  await parent.type(`${full}!`);
  await parent.button('conversation-send').click();
  await parent.words('problem-text_too_long').waitFor();
  assert.equal(await parent.field().inputValue(), `${full}!`);
  await parent.type('  \n ');
  await parent.button('conversation-send').click();
  await parent.words('problem-text_empty').waitFor();
  await parent.write('  med blanksteg före och efter  ');
  await supporter.hears('  med blanksteg före och efter  ');
  assert.equal((await parent.plainTexts()).length, 2);
});

test('a draft survives a reload', async (c) => {
  const world = await World.start(c);
  const { parent } = await world.pair();
  const draft = 'Jag skrev halva\nmeningen och sedan ringde det på dörr';
  await parent.type(draft);
  await parent.page.locator('form[data-draft="stored"]').waitFor();
  await parent.reload();
  await parent.unlock();
  await until('the draft is back', async () => (await parent.field().inputValue()) === draft);
  await parent.send();
  await parent.delivery(draft, 'sent', { orLater: true });
  assert.equal(await parent.field().inputValue(), '');
});

test('with the keyboard alone: open a slip, join, write, send', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter();
  await supporter.newCircle('Tangenter');
  const { text } = await supporter.makeSlip({ form: 'typed' });

  const parent = await world.person({ viewport: PHONE });
  await parent.goto('/');
  const { page } = parent;
  await parent.tabTo(t('start-code-label'));
  await page.keyboard.type(text);
  await parent.tabTo(t('start-open'));
  await page.keyboard.press('Enter');
  await parent.tabTo(t('join-name'));
  await page.keyboard.type('Tangentbord');
  await parent.tabTo(t('join-pin'));
  await page.keyboard.type(parent.pin);
  await parent.tabTo(t('join-pin-again'));
  await page.keyboard.type(parent.pin);
  await parent.tabTo(t('join-submit'));
  await page.keyboard.press('Enter');
  await parent.field().waitFor();
  await parent.tabTo(t('conversation-write'));
  await page.keyboard.type('Skrivet utan mus');
  await parent.tabTo(t('conversation-send'));
  await page.keyboard.press('Enter');
  await parent.delivery('Skrivet utan mus', 'sent', { orLater: true });
  await supporter.openCircle('Tangenter');
  await supporter.hears('Skrivet utan mus');
});
