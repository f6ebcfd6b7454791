/** Things to return to: cards, ticks, a pinned message and a meeting, between two real people and for one who comes back on a new phone. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

const DAY_MS = 86_400_000;
const dayAhead = (days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const article = (person, name) => person.page.getByRole('article', { name, exact: true });

const onThePage = (person) => person.page.getByRole('heading', { name: person.t('kept-title'), level: 1 }).waitFor();

async function addCard(person, kind, fields) {
  await person.button(`card-add-${kind}`).click();
  for (const [key, value] of Object.entries(fields)) await person.page.getByLabel(person.t(key), { exact: true }).fill(value);
  await person.button('save').click();
  await onThePage(person);
}

test('cards: written by one, read, ticked and answered by the other, with a calendar file that says nothing', async (c) => {
  const world = await World.start(c);
  const { supporter: karin, parent: lina } = await world.pair({ supporter: 'Karin', parent: 'Lina' });
  await karin.write('Fråga efter Eva i växeln');
  await lina.hears('Fråga efter Eva i växeln');
  await karin.page.locator('article').filter({ hasText: 'Fråga efter Eva' }).getByRole('button', { name: karin.t('message-more') }).click();
  await karin.button('pin-add').click();
  await karin.button('kept-title').click();
  await onThePage(karin);
  await karin.page.getByRole('article').filter({ hasText: 'Fråga efter Eva i växeln' }).waitFor();
  await addCard(karin, 'phone', { 'card-title-phone': 'Jouren', 'card-text-phone': '08-123 45 67' });
  await addCard(karin, 'week', { 'card-title-week': 'Veckan', 'card-lines': 'Ring skolan\nVila' });
  await addCard(karin, 'meeting', { 'card-title-meeting': 'Mötet med handläggaren', 'card-date': dayAhead(3), 'card-clock': '14:00' });
  await karin.button('back').click();

  await lina.sees('act-card-new', { actor: 'Karin', what: 'Jouren' });
  await lina.page.getByRole('button', { name: lina.t('kept-asks', { count: 1 }) }).click();
  await onThePage(lina);
  await lina.page.getByRole('article').filter({ hasText: 'Fråga efter Eva i växeln' }).waitFor();
  assert.equal(await article(lina, 'Jouren').getByRole('link').getAttribute('href'), 'tel:081234567');
  await lina.page.getByRole('checkbox', { name: 'Vila' }).check();
  assert.equal(await lina.button('card-add-phone').count(), 0, 'a parent proposes meetings alone');
  await article(lina, 'Mötet med handläggaren').getByRole('button').first().click();
  await lina.button('calendar-save').waitFor();
  await look(lina, 'cards-sv-parent');
  const [file] = await Promise.all([lina.page.waitForEvent('download'), lina.button('calendar-save').click()]);
  const text = await readFile(await file.path(), 'utf8');
  assert.match(text, /\r\nSUMMARY:Påminnelse\r\n/);
  assert.ok(!/handläggaren|Karin|Lina|LOCATION|DESCRIPTION/.test(text), 'nothing but a time and a neutral word');
  await lina.button('back').click();

  const [above] = karin.t('kept-next', { when: '#' }).split('#');
  await karin.page.getByRole('button', { name: new RegExp(`^${above}.*14:00`) }).waitFor();
  await karin.button('kept-title').click();
  await until('the tick has come', async () => karin.page.getByRole('checkbox', { name: 'Vila' }).isChecked());
  await article(karin, 'Jouren').getByRole('button', { name: karin.t('card-drop'), exact: true }).click();
  await karin.button('card-drop-yes').click();
  await karin.button('back').click();
  await lina.sees('act-card-gone', { actor: 'Karin', what: 'Jouren' });

  const { link } = await karin.makeSlip({ replaces: 'Lina' });
  const again = await world.parent(link, { name: 'Lina' });
  await again.button('kept-title').click();
  await article(again, 'Mötet med handläggaren').waitFor();
  await until('the plan with its tick', async () => again.page.getByRole('checkbox', { name: 'Vila' }).isChecked());
  assert.equal(await article(again, 'Jouren').count(), 0, 'what was taken away stays away');
});
