/** Rough days: servers that are killed again and again, people who write at once, joins that are cut short. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { sameTexts } from '../support/replay.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

const numbered = (name, count) => Array.from({ length: count }, (_, i) => `${name} nummer ${i + 1}`);

test('a server that is killed again and again loses nothing and shows nothing twice', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  const wanted = numbered('Meddelande', 9);
  for (const [i, text] of wanted.entries()) {
    await parent.write(text);
    if (i % 3 === 1) {
      await world.server.kill();
      await world.server.start();
      await parent.retryNow();
    }
  }
  await until('all of it was sent', async () => {
    await parent.retryNow();
    await supporter.retryNow();
    return (await supporter.plainTexts()).length >= wanted.length;
  }, 40_000);
  await parent.isQuiet();
  sameTexts(wanted, await supporter.plainTexts(), 'supporter');
  sameTexts(wanted, await parent.plainTexts(), 'parent');
  await supporter.reload();
  await supporter.unlock();
  await supporter.openCircle('Lugna gatan');
  await supporter.hearsNumber(wanted.length);
  sameTexts(wanted, await supporter.plainTexts(), 'supporter after a reload');
});

test('two people who write at the same moment both get everything, once', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  const from = { parent: numbered('Från mig', 6), supporter: numbered('Och från mig', 6) };
  const say = async (person, texts) => { for (const text of texts) await person.write(text); };
  await Promise.all([say(parent, from.parent), say(supporter, from.supporter)]);
  const all = [...from.parent, ...from.supporter].sort();
  for (const person of [parent, supporter]) {
    await until('everything has come', async () => (await person.plainTexts()).length >= all.length);
    const texts = await person.plainTexts();
    assert.deepEqual([...texts].sort(), all);
    assert.deepEqual(texts.filter((text) => text.startsWith('Från')), from.parent, 'in the order of writing');
    assert.deepEqual(texts.filter((text) => text.startsWith('Och')), from.supporter, 'in the order of writing');
  }
});

test('a join that the server leaves in the middle goes on, also after a reload, and the slip is not lost', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter();
  await supporter.newCircle('Avbruten');
  const { link } = await supporter.makeSlip();
  const parent = await world.person({ viewport: PHONE });
  await parent.openSlip(link);
  await parent.keptByBrowser();
  await world.server.kill();
  await parent.submitJoin({ name: 'Tålmodig' });
  await parent.words('joining-title').waitFor({ timeout: 30_000 });
  await parent.page.reload();
  await parent.label('locked-pin').or(parent.words('joining-title')).first().waitFor();
  await world.server.start();
  if (await parent.label('locked-pin').isVisible()) await parent.tryPin(parent.pin);
  await parent.isOpen();
  await parent.write('Nu kom jag in');
  await supporter.retryNow();
  await supporter.openCircle('Avbruten');
  await supporter.hears('Nu kom jag in');
});
