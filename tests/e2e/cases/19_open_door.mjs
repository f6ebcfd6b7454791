/** The open door: a poster on the wall, a queue, two supporters who press at once, what is written while waiting. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

const TEXTS = ['Är det någon där?', 'Jag skriver medan jag väntar.'];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ORGANISATIONS = [
  { kind: 'municipality', name: 'Kommunens krisstöd', hours: 'Dygnet runt.', open_door: true },
  { kind: 'association', name: 'Föräldraföreningen', hours: 'Alla dagar 8-20.', open_door: true, answer_within_hours: 4,
    opening: Object.fromEntries(DAYS.map((day) => [day, ['08:00-20:00']])) },
];

/** A coordinator of the association with a poster; what hangs on the wall is its link and its code. */
async function poster(world, lang) {
  const karin = await world.person({ lang });
  await karin.useSlip(await world.server.slip({ role: 'coordinator', org: 'association' }), { name: 'Karin' });
  await karin.button('posters-title').click();
  await karin.label('poster-words').fill('Föräldraföreningen');
  await karin.button('poster-make').click();
  const code = karin.page.getByRole('group', { name: karin.t('slip-code-label') });
  const text = (await code.textContent()).trim();
  return { karin, text, link: `${world.server.origin}/#s=${text}` };
}

/** By the poster to an organisation's queue. */
async function comeBy(world, link, { name, org, lang, locale }) {
  const person = await world.person({ viewport: PHONE, lang, ...(locale ? { locale } : {}) });
  await person.goto(link);
  await person.button('door-choose', { org: isolated(lang, org) }).click();
  await person.label('join-name').fill(name);
  await person.label('join-pin').fill(person.pin);
  await person.label('join-pin-again').fill(person.pin);
  await person.button('door-submit').click();
  await person.isOpen();
  return person;
}
/** Names in an Arabic sentence stand between marks that keep its direction. */
const isolated = (lang, name) => (lang === 'ar' ? `\u2068${name}\u2069` : name);

async function keep(person, text) {
  await person.type(text);
  await person.button('wait-keep').click();
  await person.page.getByText(text).waitFor();
}
async function addPoster(person, text) {
  await person.button('poster-add').first().click();
  await person.label('poster-code').fill(text);
  await person.button('poster-add-submit').click();
  await person.words('queue-title').waitFor();
}

test('open door: the first free supporter gets her, the other is told, and what she wrote arrives once', async (c) => {
  const world = await World.start(c, { config: { organisations: ORGANISATIONS } });
  const { karin, text, link } = await poster(world, 'sv');
  await look(karin, 'door-sv-poster');
  const anna = await world.supporter({ name: 'Anna' });
  const yusuf = await world.supporter({ name: 'Yusuf' });
  await addPoster(anna, text);
  await yusuf.goto(link);                                   // with the phone's own camera
  await yusuf.words('poster-added').or(yusuf.words('queue-none')).first().waitFor();

  const lina = await world.person({ viewport: PHONE });
  await lina.goto(link);
  await lina.words('door-title').waitFor();
  await look(lina, 'door-sv-choice');
  await lina.button('door-choose', { org: 'Föräldraföreningen' }).click();
  await lina.label('join-name').fill('Lina');
  await lina.label('join-pin').fill(lina.pin);
  await lina.label('join-pin-again').fill(lina.pin);
  await lina.button('door-submit').click();
  await lina.words('wait-ahead', { count: 0 }).waitFor();
  for (const one of TEXTS) await keep(lina, one);
  await lina.type('Och en sak');
  await look(lina, 'door-sv-waiting');
  await until('the draft is stored', async () => (await lina.page.locator('form[data-draft]').getAttribute('data-draft')) === 'stored');
  await lina.reload();                                      // in the middle
  await lina.unlock();
  for (const one of TEXTS) await lina.page.getByText(one).waitFor();
  assert.equal(await lina.field().inputValue(), 'Och en sak');

  for (const person of [anna, yusuf]) await person.button('queue-take').waitFor();
  await look(anna, 'door-sv-queue');
  // Both at the same moment of the machine's clock. On a busy machine the slower page may hear that nobody waits before it presses.
  const at = Date.now() + 1_000;
  await Promise.all([anna, yusuf].map((person) => person.button('queue-take')
    .evaluate((button, when) => { setTimeout(() => button.click(), when - Date.now()); }, at)));
  const taker = await until('one of them has her', async () => {
    for (const person of [anna, yusuf]) if ((await person.field().count()) > 0) return person;
    return undefined;
  });
  const other = taker === anna ? yusuf : anna;
  await other.words('queue-quicker').or(other.words('queue-none')).first().waitFor();
  assert.equal(await other.field().count(), 0, 'one alone has her');
  await look(other, 'door-sv-quicker');

  await lina.sees('notice-line_open');
  for (const one of TEXTS) await taker.hears(one);
  assert.deepEqual(await taker.plainTexts(), TEXTS, 'in order, once');
  assert.equal(await lina.field().inputValue(), 'Och en sak', 'what she was writing goes on');
  await lina.send();
  await taker.hears('Och en sak');
  assert.deepEqual(await taker.safetyWords(), await lina.safetyWords(), 'nobody stands in between');
  await until('the coordinator sees that nobody waits', async () => {
    await karin.goHome();
    return (await karin.words('queue-none').count()) > 0;
  });
  const there = await taker.plainTexts();
  await lina.reload();
  await lina.unlock();
  assert.deepEqual(await lina.plainTexts(), there);
});

test('open door: she changes to the association, another stops waiting, and a supporter without the poster is told which one', async (c) => {
  const world = await World.start(c, { config: { organisations: ORGANISATIONS } });
  const { text, link } = await poster(world, 'sv');
  const anna = await world.supporter({ name: 'Anna' });
  const mira = await comeBy(world, link, { name: 'Mira', org: 'Kommunens krisstöd' });
  const omar = await comeBy(world, link, { name: 'Omar', org: 'Kommunens krisstöd' });
  await omar.words('wait-ahead', { count: 1 }).waitFor();
  await mira.button('wait-switch', { org: 'Föräldraföreningen' }).click();
  await mira.button('wait-switch-yes').click();
  await mira.page.getByText('Föräldraföreningen', { exact: true }).first().waitFor();
  await omar.words('wait-ahead', { count: 0 }).waitFor();
  await omar.button('wait-end').click();
  await look(omar, 'door-sv-end');
  await omar.button('wait-end-yes').click();
  await omar.words('start-title').waitFor();

  await anna.words('queue-lacks', { count: 1, mark: text.slice(0, 4) }).waitFor();
  await look(anna, 'door-sv-lacks');
  await addPoster(anna, text);
  await anna.button('queue-take').click();
  await mira.sees('notice-line_open');
  await mira.write('Nu är jag här');
  await anna.hears('Nu är jag här');
});

test('open door in Arabic: from the poster to the conversation', async (c) => {
  const world = await World.start(c, { config: { organisations: ORGANISATIONS } });
  const { link, text } = await poster(world, 'sv');
  const anna = await world.supporter({ name: 'Anna' });
  await addPoster(anna, text);
  const hala = await world.person({ viewport: PHONE, lang: 'ar', locale: 'ar' });
  await hala.goto(link);
  await hala.words('door-title').waitFor();
  await look(hala, 'door-ar-choice');
  await hala.button('door-choose', { org: isolated('ar', 'Föräldraföreningen') }).click();
  await hala.label('join-name').fill('هالة');
  await hala.label('join-pin').fill(hala.pin);
  await hala.label('join-pin-again').fill(hala.pin);
  await hala.button('door-submit').click();
  await hala.words('wait-ahead', { count: 0 }).waitFor();
  await keep(hala, 'هل من أحد؟');
  await look(hala, 'door-ar-waiting');
  await anna.button('queue-take').click();
  await hala.sees('notice-line_open');
  await anna.hears('هل من أحد؟');
  await look(hala, 'door-ar-open');
});
