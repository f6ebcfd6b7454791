/** On a borrowed phone: it locks by itself, and a supporter who is to know of a hurried exit does, while the phone shows nothing. */
import assert from 'node:assert/strict';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

const MINUTE_MS = 60_000;
const told = (person) => person.page.getByText(/lämnade hastigt \d\d[.:]\d\d\. Ring eller skriv inte nu\./);
const threeShifts = async (person) => { for (let i = 0; i < 3; i += 1) await person.page.keyboard.press('Shift'); };

test('a parent leaves in a hurry: the supporter is told not to call, and the phone knows nothing of it', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair({ supporter: 'Anna', parent: 'Lina' });
  await parent.write('Han kommer hem snart');
  await supporter.hears('Han kommer hem snart');
  await threeShifts(parent);
  await parent.page.waitForURL(/lista\.html$/);
  await parent.goto('/');
  await parent.unlock();
  await parent.openSettings();
  await parent.label('tell-exit', { names: 'Anna' }).check();
  await parent.goHome();
  await parent.write('Nu har jag valt');
  await supporter.hears('Nu har jag valt');
  assert.equal(await told(supporter).count(), 0, 'nothing is told that was not chosen');

  await parent.button('quick-exit').click();
  await parent.page.waitForURL(/lista\.html$/);
  // What the server did not have in a quarter of a second goes out after the next unlocking.
  const atOnce = await told(supporter).waitFor({ timeout: 3_000 }).then(() => true, () => false);
  await parent.goto('/');
  await parent.label('locked-pin').waitFor();
  const locked = await parent.page.locator('body').innerText();
  assert.ok(!/Anna|hem snart|hastigt/.test(locked), locked);
  await parent.unlock();
  await parent.hears('Nu har jag valt');
  await told(supporter).waitFor();
  assert.ok(atOnce, 'the supporter saw it before the parent came back');
  await look(supporter, 'borrowed-sv-told');

  // Again within ten minutes: nothing more is said.
  await threeShifts(parent);
  await parent.page.waitForURL(/lista\.html$/);
  await parent.goto('/');
  await parent.unlock();
  await parent.write('Nu kan du skriva');
  await supporter.hears('Nu kan du skriva');
  assert.equal(await told(supporter).count(), 1);
  assert.equal(await told(parent).count(), 0);
  assert.equal(await parent.page.getByText(parent.t('delivery-waiting')).count(), 0);
});

/** This page's clock goes on; the engine's worker and everybody else stay where they are. */
const later = (person, ms) => person.page.evaluate((more) => {
  const now = Date.now.bind(Date);
  Date.now = () => now() + more;
}, ms);

test('nobody touches the phone: it says so, locks, and the half sentence is there again', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  const { page, t } = parent;
  await parent.write('Jag väntar på svar');
  await supporter.hears('Jag väntar på svar');
  await parent.label('conversation-write').fill('Halva tanken');
  await later(parent, 14.6 * MINUTE_MS);
  await page.getByText(t('lock-soon')).first().waitFor();
  await look(parent, 'borrowed-sv-soon');
  await page.keyboard.press('Control');
  await page.locator('.banners').getByText(t('lock-soon')).waitFor({ state: 'detached' });
  await later(parent, 15 * MINUTE_MS);
  await parent.label('locked-pin').waitFor();
  await until('nothing of the conversation is left', async () => !(await page.locator('body').innerText()).includes('väntar på svar'));
  await parent.unlock();
  await parent.hears('Jag väntar på svar');
  await until('the draft', async () => (await parent.label('conversation-write').inputValue()) === 'Halva tanken');
});
