/** The lock: reload and unlock, wrong PINs, the quick exit, a browser that was closed. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { t } from '../support/words.mjs';
import { World } from '../support/world.mjs';

test('after a reload the PIN opens it again, and a wrong one says how many tries are left', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair({ supporter: 'Birgit' });
  await parent.write('Jag finns kvar');
  await supporter.hears('Jag finns kvar');

  await parent.reload();
  assert.equal(await parent.page.getByText('Jag finns kvar').count(), 0, 'nothing is readable before the PIN');
  await parent.tryPin('111111');
  await parent.page.getByText(t('locked-wrong', { tries: 9 })).waitFor();
  await parent.tryPin('222222');
  await parent.page.getByText(t('locked-wrong', { tries: 8 })).waitFor();
  await parent.unlock();
  await parent.hears('Jag finns kvar');
  await supporter.write('Bra');
  await parent.hears('Bra');

  await parent.reload();
  await parent.tryPin('333333');
  await parent.page.getByText(t('locked-wrong', { tries: 9 })).waitFor();
  await parent.unlock();
});

test('ten wrong PINs in a row destroy the key: the right one is of no use afterwards', async (c) => {
  const world = await World.start(c);
  const { parent } = await world.pair();
  await parent.lock();
  for (let tries = 9; tries >= 1; tries -= 1) {
    await parent.tryPin('111111');
    await parent.page.getByText(t('locked-wrong', { tries })).waitFor();
  }
  await parent.tryPin('111111');
  await parent.page.getByText(t('destroyed-title')).first().waitFor();
  await parent.reload();
  await parent.page.getByText(t('destroyed-title')).first().waitFor();
});

test('quick exit locks, clears the page and leaves nothing to read', async (c) => {
  const world = await World.start(c);
  const { parent } = await world.pair();
  await parent.write('Det här får ingen se över axeln');
  await parent.delivery('Det här får ingen se över axeln', 'sent', { orLater: true });
  await parent.page.getByRole('button', { name: t('quick-exit') }).click();
  await until('the text is gone', async () => !(await parent.page.locator('body').innerText()).includes('över axeln'));
  await parent.page.waitForURL(/lista\.html$/);
  await parent.goto('/');
  await parent.unlock();
  await parent.hears('Det här får ingen se över axeln');
  for (let i = 0; i < 3; i += 1) await parent.page.keyboard.press('Shift');
  await parent.page.waitForURL(/lista\.html$/);
  assert.ok(!(await parent.page.content()).includes('över axeln'), 'three times Shift does the same');
});

test('two tabs: one has the keys, the other says so and can take over', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  await parent.write('I första fliken');
  await supporter.hears('I första fliken');
  const first = parent.page;
  parent.page = await parent.context.newPage();
  await parent.goto('/');
  await parent.words('elsewhere-title').waitFor();
  await parent.button('elsewhere-take').click();
  await parent.unlock();
  await parent.hears('I första fliken');
  await first.getByText(t('elsewhere-title')).first().waitFor();
  await parent.write('I andra fliken');
  await supporter.hears('I andra fliken');
});

test('a browser that threw its storage away says so, and a new slip brings the person back', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair({ parent: 'Lina' });
  await parent.write('Före');
  await supporter.hears('Före');
  const session = await parent.context.newCDPSession(parent.page);
  await session.send('Storage.clearDataForOrigin', { origin: world.server.origin, storageTypes: 'indexeddb' });
  await parent.page.reload();
  await parent.words('problem-storage_evicted').waitFor();
  const slip = await supporter.makeSlip({ replaces: 'Lina' });
  await parent.useSlip(slip.link, { name: 'Lina' });
  await parent.write('Tillbaka igen');
  await supporter.hears('Tillbaka igen');
});

test('a closed and reopened browser has everything, behind the PIN', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter();
  await supporter.newCircle('Stängd');
  const parent = await world.parent((await supporter.makeSlip()).link, { profile: 'phone', viewport: PHONE });
  await parent.write('Innan jag stänger');
  await supporter.openCircle('Stängd');
  await supporter.hears('Innan jag stänger');
  await parent.quitBrowser();
  await supporter.write('Medan du var borta');
  await parent.startBrowserAgain();
  await parent.goto('/');
  await parent.unlock();
  await parent.hears('Medan du var borta');
  assert.deepEqual(await parent.plainTexts(), ['Innan jag stänger', 'Medan du var borta']);
});
