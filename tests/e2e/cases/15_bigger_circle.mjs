/** A circle of more than two: both parents and two supporters; somebody is taken out. */
import assert from 'node:assert/strict';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

test('both parents and two supporters: all read all, and who is taken out reads no more', async (c) => {
  const world = await World.start(c);
  const { supporter: birgit, parent: lina } = await world.pair({ supporter: 'Birgit', parent: 'Lina', title: 'Familjen' });
  const omar = await world.parent((await birgit.makeSlip({ agreedBy: [lina] })).link, { name: 'Omar' });
  await omar.write('Jag är pappan');
  await lina.hears('Jag är pappan');

  const invitation = await birgit.makeSlip({ role: 'supporter', agreedBy: [lina, omar] });
  const karin = await world.supporter({ name: 'Karin' });
  await karin.addSlip(invitation.link);
  await karin.write('Hej alla, jag heter Karin');
  const everybody = [birgit, lina, omar, karin];
  for (const person of everybody) await person.hears('Hej alla, jag heter Karin');
  await lina.write('Välkommen Karin');
  for (const person of everybody) await person.hears('Välkommen Karin');
  assert.deepEqual(await karin.safetyWords(), await lina.safetyWords(), 'the same words on both sides');

  await birgit.count('meeting');
  for (const person of [lina, omar, karin]) await person.seesContact('meeting', { author: 'Birgit' });

  const wordsBefore = await lina.safetyWords();
  await birgit.removeMember('Omar');
  await lina.sees('notice-removed', { actor: 'Birgit', subject: 'Omar' });
  await birgit.write('Bara för er andra');
  await lina.hears('Bara för er andra');
  await karin.hears('Bara för er andra');
  assert.ok(!(await omar.plainTexts()).includes('Bara för er andra'));
  assert.notDeepEqual(await lina.safetyWords(), wordsBefore, 'a new time of the circle has new words');
  await omar.reload();
  await omar.unlock();
  assert.ok(!(await omar.page.content()).includes('Bara för er andra'));
});
