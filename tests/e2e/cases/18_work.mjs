/** A coordinator's day: a colleague comes, an assignment is given and kept, a talk is asked for, a colleague stops. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

const LOCALES = { sv: 'sv-SE', ar: 'ar' };
const row = (person, words) => person.page.getByRole('button', { name: words });

for (const lang of ['sv', 'ar']) {
  test(`work: an assignment from the coordinator to the contact, in ${lang}`, async (c) => {
    const world = await World.start(c);
    const coordinator = await world.person({ lang, locale: LOCALES[lang], viewport: PHONE });
    await coordinator.useSlip(await world.server.slip({ role: 'coordinator', org: 'association' }), { name: 'Karin' });
    await coordinator.words('work-none').waitFor();

    // A colleague comes, with the name that the coordinator wrote on the slip.
    await row(coordinator, coordinator.t('colleagues-title')).click();
    await coordinator.button('colleagues-new').click();
    await coordinator.label('colleague-name').fill('Stina B.');
    await coordinator.button('slip-make-submit').click();
    const link = await coordinator.page.getByRole('img', { name: coordinator.t('slip-qr') }).waitFor()
      .then(() => coordinator.button('copy-link').click())
      .then(() => until('the link is copied', () => coordinator.page.evaluate(() => window.copiedTexts.at(-1))));
    const supporter = await world.person({ lang, locale: LOCALES[lang], viewport: PHONE });
    await supporter.useSlip(link, { name: 'Stina' });
    await coordinator.button('done').click();
    await coordinator.button('back').click();
    await row(coordinator, /Stina B\./).waitFor();
    await look(coordinator, `work-${lang}-colleagues`);
    await coordinator.button('back').click();

    // The assignment.
    await coordinator.button('work-new').click();
    await coordinator.button('work-make').click();
    await coordinator.words('problem-bad_label').waitFor();
    await coordinator.label('work-label').fill('Familj 12');
    await coordinator.label('work-holder').selectOption({ index: 1 });
    await look(coordinator, `work-${lang}-new`);
    await coordinator.button('work-make').click();
    await row(coordinator, /Familj 12/).waitFor();
    await row(supporter, /Familj 12/).waitFor();
    await look(supporter, `work-${lang}-mine`);
    await row(supporter, /Familj 12/).click();
    await look(supporter, `work-${lang}-assignment`);
    await supporter.button('work-contacted').click();
    await supporter.button('work-undo').waitFor();
    await coordinator.page.getByRole('heading', { name: coordinator.t('work-over') }).waitFor();
    await look(coordinator, `work-${lang}-over`);

    // A talk.
    await supporter.button('back').click();
    await supporter.button('talk-ask').click();
    await supporter.button('talk-take-back').waitFor();
    await row(coordinator, coordinator.t('colleagues-talks', { count: 1 })).click();
    await row(coordinator, /Stina B\./).click();
    await coordinator.button('colleague-talk-had').click();
    await supporter.button('talk-ask').waitFor();
  }, { limitMs: 120_000 });
}

test('work: a colleague who stops is out at once, and the parent is told and goes on', async (c) => {
  const world = await World.start(c);
  const coordinator = await world.person({});
  await coordinator.useSlip(await world.server.slip({ role: 'coordinator', org: 'association' }), { name: 'Karin' });
  const { supporter, parent } = await world.pair({ supporter: 'Birgit', parent: 'Lina' });
  await supporter.write('Jag är här.');
  await parent.hears('Jag är här.');
  await row(coordinator, coordinator.t('colleagues-title')).click();
  await row(coordinator, coordinator.t('role-supporter')).click();
  await coordinator.button('colleague-remove').click();
  await look(coordinator, 'work-sv-remove');
  await coordinator.button('colleague-remove-yes').click();
  await parent.page.getByText(/har slutat/).waitFor();
  await look(parent, 'work-sv-gone');
  await parent.write('Är någon där?');
  await parent.delivery('Är någon där?', 'sent');
  assert.equal(await supporter.page.getByText('Är någon där?').count(), 0);
  await supporter.page.getByText(supporter.t('problem-login_failed')).first().waitFor();
});
