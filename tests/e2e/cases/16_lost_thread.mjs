/** A phone that was set back to an older state, and a thread that is lost: no key is used twice, and there is a way back. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { given } from '../support/frames.mjs';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

/** Somebody else comes in: the circle goes on to another epoch. */
async function anotherParent(world, supporter, parent, name) {
  const other = await world.parent((await supporter.makeSlip({ agreedBy: [parent] })).link, { name });
  await supporter.sees('notice-joined', { subject: name });
  return other;
}

test('lost thread: a phone set back to an older state renews its keys before it says anything', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair({ supporter: 'Birgit', parent: 'Lina' });
  await parent.write('Före');
  await supporter.hears('Före');
  await parent.delivery('Före', 'delivered', { orLater: true });
  const backup = await parent.backUp();
  for (const text of ['Glömt ett', 'Glömt två']) await parent.write(text);
  await supporter.write('Glömt svar');
  await parent.hears('Glömt svar');
  await parent.delivery('Glömt två', 'delivered', { orLater: true });
  await parent.leave();
  parent.page = await parent.context.newPage();

  const before = world.watch.frames.length;
  await parent.setBackTo(backup);
  await parent.write('Efter');
  await supporter.hears('Efter');
  assert.equal(given(world.watch.frames.slice(before))[0], 'commit', 'new keys go first');
  await supporter.write('Jag hör dig');
  await parent.hears('Jag hör dig');
  await parent.sees('notice-not_readable');
  assert.deepEqual(await parent.plainTexts(), ['Före', 'Efter', 'Jag hör dig']);
  assert.deepEqual(await supporter.plainTexts(), ['Före', 'Glömt ett', 'Glömt två', 'Glömt svar', 'Efter', 'Jag hör dig']);
});

for (const lang of ['sv', 'ar']) {
  test(`lost thread: one calm sentence in ${lang}, everything kept, and a new slip brings the same phone back`, async (c) => {
    const world = await World.start(c);
    const supporter = await world.supporter({ name: 'Birgit' });
    await supporter.newCircle('Lugna gatan');
    const locale = { sv: 'sv-SE', ar: 'ar' }[lang];
    const parent = await world.parent((await supporter.makeSlip()).link, { name: 'Lina', lang, locale });
    await parent.write('Före');
    await supporter.hears('Före');
    await parent.delivery('Före', 'delivered', { orLater: true });
    const backup = await parent.backUp();
    const other = await anotherParent(world, supporter, parent, 'Omar');
    await parent.setBackTo(backup);

    await parent.words('thread-new-slip').waitFor();
    await parent.hears('Före');
    await parent.write('Skrivet utan tråd');
    await parent.isLoud(1);
    await parent.button('thread-copy').click();
    assert.equal(await parent.page.evaluate(() => window.copiedTexts.at(-1)), 'Skrivet utan tråd');
    await parent.type('Halvt skriv');
    await supporter.write('Till er båda');
    await other.hears('Till er båda');
    await look(parent, `thread-${lang}-lost`);

    const slip = await supporter.makeSlip({ replaces: 'Lina' });
    // The link opens in the tab that is there, or in a new one that asks for the PIN.
    if (lang === 'ar') {
      await parent.leave();
      parent.page = await parent.context.newPage();
    }
    await parent.goto(slip.link);
    if (lang === 'ar') await parent.unlock();
    await parent.hears('Till er båda');
    await supporter.hears('Skrivet utan tråd');
    await other.hears('Skrivet utan tråd');
    assert.equal(await parent.field().inputValue(), 'Halvt skriv');
    await supporter.sees('notice-back', { subject: 'Lina' });
    await parent.isQuiet();
    assert.equal((await supporter.plainTexts()).filter((text) => text === 'Skrivet utan tråd').length, 1);
    assert.deepEqual(await parent.plainTexts(), ['Före', 'Skrivet utan tråd', 'Till er båda']);
    await other.write('Välkommen tillbaka');
    await parent.hears('Välkommen tillbaka');
    await look(parent, `thread-${lang}-back`);
  });
}

test('lost thread: a supporter starts afresh, and everybody stays in one conversation', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter({ name: 'Birgit', viewport: PHONE });
  await supporter.newCircle('Lugna gatan');
  const lina = await world.parent((await supporter.makeSlip()).link, { name: 'Lina' });
  await lina.write('Före');
  await supporter.hears('Före');
  const backup = await supporter.backUp();
  const slip = await supporter.makeSlip({ agreedBy: [lina] });
  const omar = await world.parent(slip.link, { name: 'Omar' });
  await supporter.sees('notice-joined', { subject: 'Omar' });
  await lina.sees('notice-joined', { subject: 'Omar' });
  await supporter.setBackTo(backup);

  await supporter.words('circle-lost').waitFor();
  await supporter.page.getByRole('button').filter({ hasText: 'Lugna gatan' }).first().click();
  await supporter.button('thread-afresh').waitFor();
  await supporter.write('Skrivet innan jag började om');
  await supporter.isLoud(1);
  await lina.write('Är du där?');
  await omar.hears('Är du där?');
  await look(supporter, 'thread-sv-supporter-lost');
  await supporter.button('thread-afresh').click();
  await supporter.button('thread-afresh-yes').click();
  await supporter.words('afresh-awaited').waitFor();
  await look(supporter, 'thread-sv-afresh');

  // Her phone was set back to before Omar came: he is not among those it knows.
  await supporter.button('afresh-slip', { name: 'Lina' }).click();
  const again = await supporter.finishSlip();
  await supporter.button('done').click();
  await supporter.field().waitFor();
  await lina.goto(again.link);
  await lina.sees('notice-afresh');
  await lina.hears('Skrivet innan jag började om');
  await supporter.hears('Är du där?');
  assert.deepEqual((await lina.plainTexts()).sort(), ['Före', 'Skrivet innan jag började om', 'Är du där?']);
  assert.deepEqual((await supporter.plainTexts()).sort(), ['Före', 'Skrivet innan jag började om', 'Är du där?']);
  await until('nobody is awaited any more', async () => (await supporter.words('afresh-awaited').count()) === 0);

  const link = (await supporter.makeSlip({ agreedBy: [lina] })).link;
  await omar.goto(link);
  await omar.sees('notice-afresh');
  await lina.write('Nu är vi alla här');
  await supporter.hears('Nu är vi alla här');
  await omar.hears('Nu är vi alla här');
});
