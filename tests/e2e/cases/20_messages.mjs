/** Text that people can live with: answers, reactions, changing, taking away, drafts, search; in Swedish and in Arabic on a phone. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { wordsOf } from '../support/words.mjs';
import { World } from '../support/world.mjs';

/** Names in the other language must not be turned around by the sentence: the marks around them are not words. */
const bare = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

async function story(c, { lang, locale }) {
  const t = wordsOf(lang);
  const world = await World.start(c);
  const supporter = await world.supporter({ name: 'Birgit' });
  await supporter.newCircle('Lugna gatan');
  const parent = await world.parent((await supporter.makeSlip()).link, { name: 'Mira', lang, locale, viewport: PHONE });
  const sees = (person, text, what) => until(`${what}`, async () => bare(await person.message(text).innerText()).includes(what));

  // An answer quotes what it answers, on both sides.
  await supporter.write('Passar klockan två på torsdag?');
  await parent.hears('Passar klockan två på torsdag?');
  await parent.doWith('Passar klockan två', 'message-reply');
  await parent.page.getByRole('group', { name: t('reply-title') }).getByText('Passar klockan två').waitFor();
  await parent.write('Hellre tre, på kaféet');
  await sees(supporter, 'Hellre tre', 'Passar klockan två på torsdag?');

  // A reaction is one; a new one takes its place.
  await supporter.doWith('Hellre tre', 'reaction-heart');
  await sees(parent, 'Hellre tre', bare(t('reaction-who', { reaction: t('reaction-heart'), who: 'Birgit' })));
  await supporter.doWith('Hellre tre', 'reaction-thumb_up');
  await sees(parent, 'Hellre tre', bare(t('reaction-who', { reaction: t('reaction-thumb_up'), who: 'Birgit' })));
  assert.ok(!bare(await parent.message('Hellre tre').innerText()).includes(t('reaction-heart')), 'the first one is gone');
  await look(parent, `messages-answered-${lang}`);

  // New words for the old ones, and a draft that waits meanwhile.
  await parent.type('Ett utkast om nallen');
  await until('the draft is stored', () => parent.page.locator('form[data-draft=stored]').count());
  await parent.doWith('Hellre tre', 'message-edit');
  await until('the old words are in the field', async () => (await parent.field().inputValue()) === 'Hellre tre, på kaféet');
  await parent.type('Hellre fyra, på kaféet');
  await until('the change is stored', () => parent.page.locator('form[data-draft=stored]').count());
  // The phone dies in the middle of it.
  await parent.reload();
  await parent.unlock();
  await until('the change is there again', async () => (await parent.field().inputValue()) === 'Hellre fyra, på kaféet');
  await parent.button('edit-save').click();
  await until('the draft is there again', async () => (await parent.field().inputValue()) === 'Ett utkast om nallen');
  await supporter.hears('Hellre fyra, på kaféet');
  await sees(supporter, 'Hellre fyra', supporter.t('message-changed'));
  assert.ok(!(await supporter.plainTexts()).includes('Hellre tre, på kaféet'));

  // Taken away for all: asked once more, and a line stays.
  await parent.send();
  await supporter.hears('Ett utkast om nallen');
  await parent.doWith('Ett utkast om nallen', 'delete-all');
  await parent.page.getByText(t('delete-all-question')).waitFor();
  await parent.message('Ett utkast om nallen').scrollIntoViewIfNeeded();
  await look(parent, `messages-deleting-${lang}`);
  await parent.button('delete-all-yes').click();
  await supporter.page.getByText(supporter.t('message-gone')).waitFor();
  for (const one of [parent, supporter]) {
    await until('nobody has the words', async () => !(await one.page.locator('body').innerText()).includes('nallen'));
  }

  // What was never sent never is.
  await parent.offline(true);
  await parent.page.evaluate(() => { dispatchEvent(new Event('offline')); });
  await parent.write('Glöm det här');
  await parent.doWith('Glöm det här', 'delete-all');
  const unsent = parent.page.getByText(t('delete-unsent-question'));
  const sent = parent.page.getByText(t('delete-all-question'));
  await unsent.or(sent).first().waitFor();
  await parent.button('delete-all-yes').click();
  await until('it is gone', async () => !(await parent.page.locator('body').innerText()).includes('Glöm det här'));
  await parent.offline(false);

  // Search: accents folded, the text is where it leads, nothing of what is gone.
  await parent.button('search-open').click();
  await parent.label('search-label').fill('KAFEET');
  await parent.page.getByRole('status').filter({ hasText: t('search-count', { count: 1 }) }).waitFor();
  await look(parent, `messages-search-${lang}`);
  await parent.label('search-label').fill('nallen');
  await parent.page.getByRole('status').filter({ hasText: t('search-count', { count: 0 }) }).waitFor();
  await parent.label('search-label').fill('torsdag');
  await parent.page.locator('mark').first().waitFor();
  await parent.page.locator('main li button').first().click();
  await until('the text has the focus', () => parent.message('Passar klockan två').last().evaluate(() => document.activeElement?.tagName === 'ARTICLE'));
  await parent.page.getByText(t('conversation-keep', { days: 30 })).first().waitFor({ state: 'attached' });
}

test('messages: answer, react, change, take away, a draft after the phone died, search', (c) => story(c, { lang: 'sv' }));
test('messages: the same in Arabic, right to left, at 360 pixels', (c) => story(c, { lang: 'ar', locale: 'ar' }));
