/** From one tap to a published figure: the tallies of enough parents, a release, and two leads who read the same bytes. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PHONE } from '../support/browser.mjs';
import { tallied } from '../support/frames.mjs';
import { look } from '../support/look.mjs';
import { SCREENSHOTS } from '../support/paths.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

/** The rule's k: no figure rests on fewer parents. */
const PARENTS = 5;
const stockholmDay = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

async function download(lead, key) {
  const [file] = await Promise.all([lead.page.waitForEvent('download'), lead.button(key).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function lead(world, org, name) {
  const person = await world.person();
  await person.useSlip(await world.server.slip({ role: 'lead', org }), { name });
  return person;
}

/** One parent after the other joins, writes, and is visited once. */
async function meetParents(world, supporter, count) {
  for (let i = 1; i <= count; i += 1) {
    const title = `Krets ${i}`;
    await supporter.newCircle(title);
    const { link } = await supporter.makeSlip();
    const parent = await world.person({ viewport: PHONE });
    await parent.useSlip(link, { name: `Förälder ${i}` });
    await parent.write(`Hej från ${i}`);
    await supporter.hears(`Hej från ${i}`);
    await supporter.count('visit');
    await parent.seesContact('visit', { author: 'Birgit' });
    await parent.close();
  }
}

test('nothing is published before a release, and nothing below k parents', async (c) => {
  const world = await World.start(c, { config: { undo_s: 0 } });
  const supporter = await world.supporter({ name: 'Birgit' });
  await meetParents(world, supporter, 1);
  const reader = await lead(world, 'municipality', 'Ledaren');
  await reader.words('release-none').waitFor();
  await world.server.release(stockholmDay());
  await reader.reload();
  await reader.unlock();
  await reader.words('release-none').waitFor();
});

test('counted contacts of enough parents become a release that two leads read byte for byte alike', async (c) => {
  const world = await World.start(c, { config: { undo_s: 0 } });
  const supporter = await world.supporter({ name: 'Birgit' });
  await meetParents(world, supporter, PARENTS);
  await until('every tally has reached the server', () =>
    ['visit', 'dialogue'].every((kind) => tallied(world.watch.frames, kind) >= PARENTS));
  await world.server.release(stockholmDay());

  const one = await lead(world, 'municipality', 'Ledare ett');
  const two = await lead(world, 'association', 'Ledare två');
  const files = {};
  for (const [name, person] of [['one', one], ['two', two]]) {
    const table = person.page.getByRole('table');
    await table.waitFor();
    assert.match(await table.innerText(), /5/);
    files[name] = { csv: await download(person, 'release-csv'), json: await download(person, 'release-json') };
  }
  assert.ok(files.one.csv.bytes.equals(files.two.csv.bytes), 'the same CSV');
  assert.ok(files.one.json.bytes.equals(files.two.json.bytes), 'the same JSON');
  for (const [ending, option] of [['csv', '--csv'], ['json', '--show']]) {
    const printed = await world.server.command('release', '--data', world.server.dataDir, option, '1');
    assert.ok(files.one[ending].bytes.equals(Buffer.from(printed, 'utf8')), `the operator's ${option} prints the same bytes`);
    assert.match(files.one[ending].name, new RegExp(`^bredvid-\\d{4}-\\d\\d-\\d\\d-\\d{4}-\\d\\d-\\d\\d-period\\.${ending}$`));
  }
  assert.deepEqual([...files.one.csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a spreadsheet knows that it is UTF-8');
  const said = JSON.parse(files.one.json.bytes.toString('utf8'));
  const { contacts, occasions, persons } = said.groups.find((g) => g.organisation === 'association' && g.contact === 'visit');
  assert.deepEqual([contacts, occasions, persons], [PARENTS, PARENTS, PARENTS], 'one visit to each of five parents');
  assert.deepEqual([said.total.contacts, said.total.occasions, said.total.persons], [2 * PARENTS, PARENTS, PARENTS],
    'a visit and a day with messages: two contacts, one occasion, one person each');
  assert.match(files.one.csv.bytes.toString('utf8'), /^group;association;contact;visit;5;5;5;/m);
  await look(one, 'sv-18-release');
  const text = await one.page.locator('#report-text').innerText();
  assert.match(text, new RegExp(`hade ${PARENTS} föräldrar kontakt med stödet, vid ${PARENTS} tillfällen. Sammanlagt räknades ${2 * PARENTS} kontakter`));
  // One period can't be compared; and nobody's phone has fetched the charts beforehand.
  await one.button('release-view-time').click();
  await one.words('times-few').waitFor();
  const kept = await one.page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)))).flat());
  assert.deepEqual(kept.filter((url) => url.includes('/later/')), []);
  await one.button('release-view-one').click();

  // On paper: the figures and the period, and nothing that only a screen needs.
  await one.page.emulateMedia({ media: 'print' });
  await one.page.getByRole('table').first().waitFor();
  await one.page.locator('.paper-only').first().waitFor();
  for (const key of ['release-csv', 'release-json', 'print']) assert.equal(await one.button(key).isVisible(), false, key);
  assert.equal(await one.page.locator('.topbar').isVisible(), false);
  const paper = await one.page.pdf({ format: 'A4' });
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
  await writeFile(join(SCREENSHOTS, 'release.pdf'), paper);
  await one.page.emulateMedia({ media: 'screen' });
}, { limitMs: 180_000 });
