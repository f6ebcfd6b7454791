/** How it looks and what it weighs: the first load, light and dark, easy to read, twice as large, and help without the program. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { weigh } from '../support/first_load.mjs';
import { test } from '../support/runner.mjs';
import { wordsOf } from '../support/words.mjs';
import { World } from '../support/world.mjs';

/** html, scripts, styles, font, WebAssembly and worker, packed: what somebody with a bad line waits for. */
const FIRST_LOAD_MAX_BYTES = 300_000;

test('a first load stays within its budget, and the rest is there without a network', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter({ name: 'Birgit' });
  await supporter.newCircle('Lugna gatan');
  const slip = await supporter.makeSlip();
  const parent = await world.person({ viewport: PHONE });
  const load = await weigh(parent.context, () => parent.useSlip(slip.link, { name: 'Lina' }));
  const heaviest = [...load.files].sort((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${bytes} ${path}`).join('\n');
  for (const kind of [/\.html$|^\/$/, /index-.*\.js$/, /engine_worker.*\.js$/, /\.wasm$/, /\.woff2$/, /\.css$/]) {
    assert.ok(load.files.some(({ path }) => kind.test(path)), `${kind} was weighed:\n${heaviest}`);
  }
  assert.ok(!load.files.some(({ path }) => /Supporter|Coordinator|Release|Side/.test(path)), `rooms come later:\n${heaviest}`);
  assert.ok(load.bytes <= FIRST_LOAD_MAX_BYTES, `${load.bytes} bytes:\n${heaviest}`);

  // A page that has never been asked for, after the network is gone.
  await parent.keptByBrowser();
  await parent.offline(true);
  await parent.openSettings();
  await parent.goHome();
  await parent.openPeople();
});

/** Nothing may stick out sideways, on the page or in what scrolls by itself. */
const sideways = (page) => page.evaluate(() => Math.max(...[document.documentElement, ...document.querySelectorAll('main, .messages, .topbar')]
  .map((one) => one.scrollWidth - one.clientWidth)));
const staysIn = async (person, where) => assert.ok(await sideways(person.page) <= 0, `${where} sticks out by ${await sideways(person.page)} px`);
const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** Everything that a parent comes by, in the looks that ask most of the room. */
async function through(parent, name) {
  await staysIn(parent, `${name}: conversation`);
  await parent.openPeople();
  await staysIn(parent, `${name}: people`);
  await parent.goHome();
  await parent.openHelp();
  await staysIn(parent, `${name}: help`);
  await parent.goHome();
  await parent.openSettings();
  await staysIn(parent, `${name}: settings`);
}

test('dark and easy to read are chosen once, also for the lock, and twice as large fits', async (c) => {
  const world = await World.start(c);
  const { parent } = await world.pair();
  const { page, t } = parent;
  await parent.openSettings();
  const light = await ground(page);
  await page.getByLabel(t('theme-dark'), { exact: true }).check();
  const dark = await ground(page);
  assert.notEqual(dark, light);
  await parent.button('easy-title').click();
  await page.getByText(t('settings-forget-text')).waitFor({ state: 'detached' });
  await parent.goHome();
  await through(parent, 'easy to read');
  await parent.lock();
  await parent.reload();
  assert.equal(await ground(page), dark, 'the lock is as dark as it was');
  assert.ok(await page.evaluate(() => document.documentElement.dataset.easy !== undefined));
  await staysIn(parent, 'easy to read: lock');
  await parent.unlock();
  await parent.openSettings();
  await parent.button('easy-title').click();
  await page.getByText(t('settings-forget-text')).waitFor();
  await parent.goHome();

  // Letters twice as large on a phone, then everything twice as large on a desk.
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await through(parent, 'letters at 200 %');
  await parent.goHome();
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.setViewportSize({ width: 640, height: 400 });
  await through(parent, 'a desk at 200 %');
  await parent.goHome();
  await page.getByLabel(t('language'), { exact: true }).selectOption('ar');
  await page.setViewportSize(PHONE);
  parent.t = wordsOf('ar');
  await through(parent, 'Arabic');
});

/** Numbers that can be pressed, and the ways on. */
const links = (where) => where.locator('a:visible').evaluateAll((all) => all.map((a) => a.getAttribute('href')));

test('help needs no program: without JavaScript, and while it has not come', async (c) => {
  const world = await World.start(c);
  const browser = (await world.person()).context.browser();
  const bare = await browser.newContext({ javaScriptEnabled: false, ignoreHTTPSErrors: true, viewport: PHONE });
  c.cleanup(() => bare.close());
  const page = await bare.newPage();
  await page.goto(`${world.server.origin}/`);
  for (const lang of ['sv', 'en', 'ar']) assert.deepEqual(await links(page.locator(`noscript p[lang=${lang}]`)), ['tel:112', 'tel:1177', '/help.html'], lang);
  await page.getByRole('link', { name: 'Mer hjälp' }).click();
  await page.getByRole('heading', { name: wordsOf('sv')('help-now') }).waitFor();
  assert.ok((await links(page)).includes('tel:1177'));
  for (const lang of ['sv', 'en', 'ar']) {
    const words = wordsOf(lang);
    for (const key of ['help-now', 'help-112', 'help-1177']) await page.getByText(words(key)).first().waitFor();
    assert.equal(await page.locator(`[lang=${lang}]`).first().getAttribute('dir') ?? 'ltr', lang === 'ar' ? 'rtl' : 'ltr');
  }
  assert.equal(await page.title(), wordsOf('sv')('locked-title'), 'a neutral name in the history');

  const slow = await browser.newContext({ ignoreHTTPSErrors: true, viewport: PHONE });
  c.cleanup(() => slow.close());
  const waiting = await slow.newPage();
  await waiting.route('**/*.js', () => new Promise(() => {}));
  await waiting.goto(`${world.server.origin}/`, { waitUntil: 'commit' });
  await waiting.getByRole('link', { name: wordsOf('sv')('call-112') }).waitFor();
  assert.deepEqual(await links(waiting), ['tel:112', '/help.html']);
});
