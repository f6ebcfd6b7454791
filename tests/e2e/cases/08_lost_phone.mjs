/** A lost phone is routine: a new slip, the old device is out, the conversation goes on. */
import assert from 'node:assert/strict';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { t } from '../support/words.mjs';
import { World } from '../support/world.mjs';

test('a parent with a new phone goes on as the same person, and the lost phone reads nothing more', async (c) => {
  const world = await World.start(c);
  const { supporter, parent: lost } = await world.pair({ supporter: 'Birgit', parent: 'Lina' });
  await lost.write('Det här skrev jag på den gamla');
  await supporter.hears('Det här skrev jag på den gamla');
  await lost.leave();
  await supporter.write('Skrivet när telefonen var borta');

  const slip = await supporter.makeSlip({ replaces: 'Lina' });
  const parent = await world.parent(slip.link, { name: 'Lina' });
  await parent.hears('Skrivet när telefonen var borta');
  await parent.write('Ny telefon, samma jag');
  await supporter.openCircle('Lugna gatan');
  await supporter.hears('Ny telefon, samma jag');
  await supporter.page.getByText(t('notice-new_device', { subject: 'Lina' })).first().waitFor();
  assert.ok(!(await parent.plainTexts()).includes('Det här skrev jag på den gamla'), 'no old history');

  await lost.comeBack();
  await until('the lost phone is told that it is out', async () =>
    /inte med i|tog bort|tagits bort|Den gamla kan inte/.test(await lost.page.locator('body').innerText()));
  await supporter.write('Bara till den nya');
  await parent.hears('Bara till den nya');
  assert.ok(!(await lost.page.content()).includes('Bara till den nya'));
});
