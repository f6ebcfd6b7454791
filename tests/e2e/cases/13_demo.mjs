/** The demo people of `./dev run`, opened in browsers as a person who tries Bredvid would open them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { PHONE } from '../support/browser.mjs';
import { look } from '../support/look.mjs';
import { DEMO } from '../support/paths.mjs';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

const stockholmDay = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

async function demo(world, ...more) {
  assert.ok(existsSync(DEMO), 'the demo tool is built (cmake --build --preset native)');
  const { server } = world;
  const municipality = await server.slip({ role: 'supporter', org: 'municipality' });
  const association = await server.slip({ role: 'supporter', org: 'association' });
  const { stdout } = await promisify(execFile)(DEMO, ['--url', server.origin, '--data', server.dataDir,
    '--staff-link-municipality', municipality, '--staff-link-association', association, ...more]);
  return JSON.parse(stdout);
}

test('demo links: parents who wrote before their supporter came are read, and circles stay apart', async (c) => {
  const world = await World.start(c);
  const people = await demo(world);
  assert.equal(people.parents.length, 3);
  assert.equal(people.supporters.length, 2);
  const parents = [];
  for (const [i, { link, circle }] of people.parents.entries()) {
    const parent = await world.parent(link, { name: `Förälder ${i + 1}` });
    await parent.write(`Det första från ${i + 1} 🙏`);
    await parent.delivery(`Det första från ${i + 1} 🙏`, 'sent', { orLater: true });
    parents.push({ parent, circle, said: `Det första från ${i + 1} 🙏`, org: people.parents[i].organisation });
  }
  for (const { link, organisation, name } of people.supporters) {
    const supporter = await world.person();
    await supporter.useSlip(link, { name });
    const own = parents.filter((p) => p.org === organisation);
    await supporter.hasCircles(own.length);
    const read = [];
    for (let i = 0; i < own.length; i += 1) {
      const texts = await supporter.openCircleNumber(i);
      read.push(...texts);
      const { parent } = own.find((p) => texts.includes(p.said));
      await supporter.write(`Välkommen, önskar ${name}`);
      await parent.hears(`Välkommen, önskar ${name}`);
    }
    assert.deepEqual(read.filter((text) => text.startsWith('Det första')).sort(), own.map((p) => p.said).sort());
  }
}, { limitMs: 180_000 });

test('the demo\'s counts become a release that reads well', async (c) => {
  const world = await World.start(c);
  const { tallies } = await demo(world, '--tallies');
  assert.ok(tallies > 500, `${tallies} tallies`);
  await world.server.release(stockholmDay());
  const lead = await world.person({ viewport: PHONE });
  await lead.useSlip(await world.server.slip({ role: 'lead', org: 'municipality' }), { name: 'Ledaren' });
  const table = lead.page.getByRole('table');
  await table.waitFor();
  for (const word of ['release-org-municipality', 'release-org-association', 'count-visit', 'count-phone', 'count-dialogue']) {
    assert.ok((await table.innerText()).includes(lead.t(word)), lead.t(word));
  }
  // 229, 37, 75 and 114 as the rule rounds them
  for (const figure of ['230', '35', '75', '115']) assert.match(await table.innerText(), new RegExp(`\\b${figure}\\b`));
  await look(lead, 'sv-19-release-demo');
}, { limitMs: 180_000 });
