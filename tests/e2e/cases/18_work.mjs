/** A coordinator's day: a colleague comes, an assignment is given and kept, a talk is asked for, a colleague stops. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { Canary, filesOf } from '../support/canary.mjs';
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

const PHONE_NUMBER = '070-555 12 34';
const DETAILS = ['Kanariemamman Amina', PHONE_NUMBER];

/** The line to a colleague: the coordinator shows a slip, the colleague opens it in the app that is in use. */
async function line(coordinator, supporter, name) {
  await row(coordinator, coordinator.t('colleagues-title')).click();
  await row(coordinator, new RegExp(name)).click();
  await coordinator.words('line-state-none').waitFor();
  await coordinator.button('line-slip').click();
  const { link } = await coordinator.finishSlip();
  await coordinator.button('done').click();
  await supporter.goHome();
  await supporter.button('add-slip').first().click();
  await supporter.label('start-code-label').fill(link);
  await supporter.button('start-open').click();
  await supporter.words('people-words-title').waitFor();
  await coordinator.button('line-open').click();
  await coordinator.words('people-words-title').waitFor();
  const words = (person) => person.page.getByRole('main').locator('ol.words li').allInnerTexts();
  assert.deepEqual(await words(coordinator), await words(supporter));
  return link;
}

for (const lang of ['sv', 'ar']) {
  test(`work: contact details go over the line, follow the assignment and are nowhere else, in ${lang}`, async (c) => {
    const world = await World.start(c);
    const coordinator = await world.person({ lang, locale: LOCALES[lang], viewport: PHONE });
    await coordinator.useSlip(await world.server.slip({ role: 'coordinator', org: 'association' }), { name: 'Karin' });
    const colleagues = {};
    for (const name of ['Stina', 'Siv']) {
      const slip = await world.server.slip({ role: 'supporter', org: 'association', label: name });
      colleagues[name] = await world.person({ lang, locale: LOCALES[lang], viewport: PHONE });
      await colleagues[name].useSlip(slip, { name });
    }
    const { Stina, Siv } = colleagues;
    const number = Stina.page.locator('main a[href="tel:0705551234"]');

    const link = await line(coordinator, Stina, 'Stina');
    await look(coordinator, `work-${lang}-line`);
    await look(Stina, `work-${lang}-line-supporter`);
    for (let i = 0; i < 3; i += 1) await coordinator.button('back').click();

    // With the new assignment, to whoever has a line.
    await coordinator.button('work-new').click();
    await coordinator.label('work-label').fill('Familj 12');
    const holder = coordinator.label('work-holder');
    const choice = async (name) => holder.selectOption({ label: (await holder.locator('option').allInnerTexts()).find((one) => one.includes(name)) });
    await choice('Siv');
    await coordinator.button('details-to-line').waitFor();
    await choice('Stina');
    await coordinator.label('details-title').fill(DETAILS.join('\n'));
    await look(coordinator, `work-${lang}-details-new`);
    await coordinator.button('work-make').click();
    await Stina.goHome();
    await row(Stina, /Familj 12/).click();
    await number.waitFor();
    assert.equal((await number.innerText()).trim(), PHONE_NUMBER);
    await Stina.page.getByText(DETAILS[0]).waitFor();
    await look(Stina, `work-${lang}-details`);

    // Still there after a lock; then Siv has it, and Stina has not.
    await Stina.reload();
    await Stina.unlock();
    await row(Stina, /Familj 12/).click();
    await number.waitFor();
    await line(coordinator, Siv, 'Siv');
    for (let i = 0; i < 3; i += 1) await coordinator.button('back').click();
    await row(coordinator, /Familj 12/).click();
    await look(coordinator, `work-${lang}-details-edit`);
    await choice('Siv');
    await coordinator.button('work-give').click();
    await Siv.goHome();
    await row(Siv, /Familj 12/).click();
    await Siv.page.getByText(DETAILS[0]).waitFor();
    await number.waitFor({ state: 'detached' });
    await Stina.goHome();
    await row(Stina, /Familj 12/).waitFor({ state: 'detached' });

    // Taken back: nobody has it.
    await coordinator.button('details-take-back').click();
    await Siv.page.getByText(DETAILS[0]).waitFor({ state: 'detached' });
    assert.equal(await Siv.page.getByRole('heading', { name: 'Familj 12' }).count(), 1);

    const secret = link.split('#s=')[1].split('-').slice(1).join('-');
    const canary = new Canary([...DETAILS, 'Kanariemamman', '0705551234', secret, secret.replaceAll('-', '')]);
    const frames = world.watch.frames.map((f, i) => [`frame ${i} to the ${f.to}`, f.bytes]);
    assert.ok(world.watch.frames.some((f) => f.bytes.includes('Familj 12')), 'the capture sees the label');
    const log = [['log', Buffer.from(world.server.log)]];
    assert.deepEqual([...canary.in(frames), ...canary.in(filesOf(world.server.dataDir)), ...canary.in(log)], []);
    const memory = canary.inMemory(world.server.pid);
    if (memory) assert.deepEqual(memory, [], 'the server\'s memory');
    await world.server.stop();
    assert.deepEqual(canary.in(filesOf(world.server.dataDir)), []);
  }, { limitMs: 240_000 });
}
