/** Good to know: the organisations' own pages, read without any sign-in, in two scripts, and again without a network. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PHONE } from '../support/browser.mjs';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

/** The examples that are shipped. */
const EXAMPLES = join(import.meta.dirname, '../../../schema/info');

async function read(person, title) {
  await person.page.getByRole('button', { name: title, exact: true }).click();
  await person.page.getByRole('article').getByRole('heading', { name: title, exact: true, level: 1 }).waitFor();
}
const kept = (person) => person.page.evaluate(async () => (await (await caches.open('bredvid-info')).keys()).map((one) => new URL(one.url).pathname));

test('good to know: read before any sign-in, and what was read is there without a network; nothing else is', async (c) => {
  const world = await World.start(c, { config: { info: EXAMPLES } });
  const lina = await world.person({ viewport: PHONE });
  await lina.goto('/');
  await lina.words('start-title').waitFor();
  await lina.keptByBrowser();
  await lina.button('info-title').click();
  await lina.words('info-private').waitFor();
  await look(lina, 'info-sv-list');
  await read(lina, 'Dina rättigheter');
  await look(lina, 'info-sv-page');
  await until('it is kept', async () => (await kept(lina)).includes('/info/0/01-rights.sv.md'));
  assert.deepEqual((await kept(lina)).sort(), ['/info/0/01-rights.sv.md', '/info/index.json']);

  await world.server.stop();
  await lina.offline(true);
  await lina.page.reload();
  await lina.button('info-title').click();
  await read(lina, 'Dina rättigheter');
  await lina.button('back').click();
  await lina.page.getByRole('button', { name: 'Vad händer nu?', exact: true }).click();
  await lina.words('info-offline').waitFor();
  await lina.offline(false);
  await world.server.start();
  await lina.button('try-again').click();
  await lina.page.getByRole('article').waitFor();
  assert.ok(!/rights|\/info\//.test(world.server.logSinceListening), 'who reads is written down nowhere');
});

test('good to know in Arabic, before the PIN too, and gone from the device with everything else', async (c) => {
  const world = await World.start(c, { config: { info: EXAMPLES } });
  const { parent: hala } = await world.pair({ parent: 'Hala' });
  await hala.reload();
  await hala.keptByBrowser();
  await hala.page.getByLabel(hala.t('language')).selectOption('ar');
  await hala.page.getByRole('button', { name: 'معلومات مفيدة', exact: true }).click();
  await read(hala, 'حقوقك');
  const article = hala.page.getByRole('article');
  assert.deepEqual([await article.getAttribute('lang'), await article.getAttribute('dir')], ['ar', 'rtl']);
  await look(hala, 'info-ar-page');
  await until('it is kept', async () => (await kept(hala)).includes('/info/0/01-rights.ar.md'));
  await hala.page.getByLabel('اللغة').selectOption('sv');
  await hala.goto('/');
  await hala.unlock();
  await hala.openSettings();
  await hala.button('forget-device').click();
  await hala.button('forget-yes').click();
  await hala.words('start-title').waitFor();
  await until('nothing of it is left', async () => !(await hala.page.evaluate(() => caches.has('bredvid-info'))));
});

test('good to know: an operator changes a page while people read, and a bad page alone is missing', async (c) => {
  const world = await World.start(c, { config: { info: 'pages' } });
  const folder = join(world.server.dataDir, 'pages');
  mkdirSync(join(folder, '1-association'), { recursive: true });
  writeFileSync(join(folder, '1-association', '01-us.en.md'), '# About us\n\nWe are parents.\n');
  writeFileSync(join(folder, '1-association', '02-bad.sv.md'), 'no heading');
  const lina = await world.person({ viewport: PHONE });
  await until('the pages are taken over', async () => {
    await lina.goto('/');
    await lina.button('info-title').click();
    await lina.words('info-private').waitFor();
    return (await lina.page.getByText('About us').count()) > 0;
  });
  await lina.page.getByRole('button', { name: /About us/ }).click();
  await lina.words('info-other-language', { language: 'engelska' }).waitFor();
  await look(lina, 'info-sv-other-language');
  assert.ok(world.server.log.includes('1-association/02-bad.sv.md has no first heading'));
});
