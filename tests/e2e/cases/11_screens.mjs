/** Every screen, in Swedish and Arabic, on a phone and on a desk: no accessibility violation, and a picture of each. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { clearFolder, look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

const LOCALE = { sv: 'sv-SE', ar: 'ar' };

async function parentsScreens(world, lang, slip) {
  const parent = await world.person({ viewport: PHONE, locale: LOCALE[lang], lang });
  const shot = (name) => look(parent, `${lang}-${name}`);
  const { t, page } = parent;
  await parent.goto('/');
  await page.getByLabel(t('start-code-label')).waitFor();
  assert.equal(await page.locator('html').getAttribute('dir'), lang === 'ar' ? 'rtl' : 'ltr');
  await shot('01-start');
  await parent.typeSlip('0000-00');
  await parent.problem();
  await shot('02-start-wrong');
  await parent.openSlip(slip.link);
  await shot('03-join');
  await parent.join({ name: lang === 'ar' ? 'سمير' : 'Lina' });
  await shot('04-conversation-empty');
  return { parent, shot };
}

async function supportersScreens(supporter, lang, shot) {
  await shot('05-circles');
  await supporter.openCircle('Lugna gatan');
  await supporter.count('visit');
  await shot('06-conversation-supporter');
  await supporter.openPeople();
  await shot('07-people');
  // Found by what stands before the name: in a sentence from right to left invisible marks stand around it.
  const [lost] = supporter.t('people-lost', { name: '|' }).split('|');
  await supporter.page.getByRole('button').filter({ hasText: lost.trim() }).first().click();
  await shot('08-make-slip');
  await supporter.page.getByRole('button', { name: supporter.t('slip-make-submit') }).click();
  await supporter.page.getByText(supporter.t('slip-once-title')).first().waitFor();
  await shot('09-slip-made');
}

for (const lang of ['sv', 'ar']) {
  test(`every screen in ${lang === 'sv' ? 'Swedish' : 'Arabic'} is accessible`, async (c) => {
    clearFolder(lang);
    const world = await World.start(c);
    const supporter = await world.supporter({ name: 'Birgit', locale: LOCALE[lang], lang });
    await supporter.newCircle('Lugna gatan');
    const slip = await supporter.makeSlip();
    const { parent, shot } = await parentsScreens(world, lang, slip);
    await supporter.goHome();
    await parent.write('شكراً لك، هذا يساعدني كثيراً 🌹');
    await supporter.seesUnread('Lugna gatan');
    await supportersScreens(supporter, lang, (name) => look(supporter, `${lang}-${name}`));
    await supporter.openCircle('Lugna gatan');
    await supporter.write('Jag är här. Vi går dit tillsammans på torsdag.');
    await parent.hears('Jag är här. Vi går dit tillsammans på torsdag.');
    await shot('10-conversation');
    await world.server.stop();
    await parent.write('Utan nät');
    await parent.isLoud(1);
    await shot('11-conversation-offline');
    await world.server.start();
    await parent.retryNow();
    await parent.isQuiet();
    await parent.openHelp();
    await shot('12-help');
    await parent.openSettings();
    await shot('13-settings');
    await parent.lock();
    await shot('14-locked');
    await parent.tryPin('111111');
    await parent.page.getByText(parent.t('locked-wrong', { tries: 9 })).waitFor();
    await shot('15-locked-wrong');
    await parent.unlock();
    await parent.page.getByRole('button', { name: parent.t('quick-exit') }).click();
    await parent.page.waitForURL(/\.html$/);
    await shot('16-after-quick-exit');

    const coordinator = await world.person({ locale: LOCALE[lang], lang });
    await coordinator.useSlip(await world.server.slip({ role: 'coordinator', org: 'municipality' }), { name: 'Samordnaren' });
    await look(coordinator, `${lang}-17-coordinator`);
  }, { limitMs: 180_000 });
}
