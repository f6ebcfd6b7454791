/** A support from its first conversation to its end, on two phones: the programme, faces, an objection, feedback, closing, the
 *  receipt. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PHONE } from '../support/browser.mjs';
import { given, outcomes } from '../support/frames.mjs';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { ORGANISATIONS } from '../support/server.mjs';
import { withShortGrace } from '../support/short_grace.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

/** Long enough for a person (and axe) to look at it and to take it back. */
const GRACE_MS = 45_000;
const SLOW_MS = 90_000;
const UNDO_S = 2;
const WORD = 'Återkopplingsordet';
const PROGRAMMES = ['voluntary_support', 'crisis_support'];
/** schema/programmes/crisis_support.json */
const CRISIS = { sv: 'Krisstöd', ar: 'دعم في الأزمات' };
const LOCALES = { sv: 'sv-SE', ar: 'ar' };

const face = (person, number) => person.page.getByRole('radio', { name: person.t(`face-${number}`), exact: true });

/** Each question is one line until it is pressed. */
const openQuestion = (person, title) =>
  person.page.getByRole('region', { name: person.t(title), exact: true }).getByRole('button', { name: person.t('feeling-open'), exact: true }).click();

async function answer(person, number, { show }) {
  await openQuestion(person, 'feeling-title');
  await face(person, number).check();
  if (show) await person.page.getByRole('checkbox').check();
}

/** Of two questions beside each other this one's answer. */
const sendAnswer = (person, title) =>
  person.page.getByRole('region', { name: person.t(title), exact: true }).getByRole('button', { name: person.t('feeling-answer'), exact: true }).click();

/** A support without a number of conversations becomes one of three to five, and the parent reads it. */
async function changeProgramme(supporter, parent, lang) {
  await supporter.openPeople();
  await supporter.words('programme-open', { name: 'Frivilligt stöd' }).waitFor();
  await supporter.button('programme-change').click();
  await supporter.page.getByRole('radio', { name: /^Krisstöd: 3 till 5 samtal$/ }).check();
  await supporter.button('programme-change-go').click();
  await supporter.closePeople();
  await parent.page.getByText(CRISIS[lang]).first().waitFor();
  await parent.openPeople();
  await parent.page.getByText(CRISIS[lang]).first().waitFor();
  await look(parent, `closing-${lang}-programme`);
  await parent.closePeople();
}

/** Asks, and writes when the parent has said yes. Not one envelope leaves while it is written and read. */
async function feedback(world, supporter, parent, lang) {
  await supporter.openPeople();
  await supporter.button('feedback-title').click();
  await supporter.button('feedback-ask').click();
  await supporter.words('feedback-waits').waitFor();
  await parent.button('feedback-yes').click();
  await supporter.label('feedback-change').waitFor();
  await until('the answer is acknowledged', async () => (await parent.button('feedback-yes').count()) === 0);
  await supporter.page.waitForFunction(() => document.readyState === 'complete');
  const before = world.watch.frames.length;
  await face(supporter, 4).check();
  await supporter.label('feedback-change').pressSequentially(`${WORD} sover bättre`, { delay: 15 });
  await supporter.page.getByRole('radio', { name: supporter.t('feedback-wish-yes'), exact: true }).check();
  await look(supporter, `closing-${lang}-feedback`);
  await supporter.button('feedback-read').click();
  await supporter.words('feedback-page-title').waitFor();
  assert.equal(await supporter.button('feedback-copy').isDisabled(), true, 'first the parent reads it');
  await look(supporter, `closing-${lang}-feedback-read`);
  await supporter.label('feedback-agreed').check();
  await supporter.button('feedback-copy').click();
  const copied = await until('it is copied', () => supporter.page.evaluate(() => window.copiedTexts.at(-1)));
  assert.match(copied, new RegExp(WORD));
  const written = world.watch.frames.slice(before).filter(({ to }) => to === 'server');
  assert.ok(given(written).length <= 1, 'at most the receipt for the answer');
  await supporter.goHome();
}

async function close(supporter) {
  await supporter.openPeople();
  await supporter.button('closing-title').click();
  await supporter.page.getByRole('radio', { name: supporter.t('outcome-further_support'), exact: true }).check();
  await supporter.button('closing-go').click();
  await supporter.button('closing-yes').click();
  await supporter.closePeople();
  await supporter.button('closing-back').waitFor();
}

for (const lang of ['sv', 'ar']) {
  test(`closing: from the first face to the receipt, the parent in ${lang}`, async (c) => {
    const world = await World.start(c, { config: { undo_s: UNDO_S, organisations: ORGANISATIONS.map((one) => ({ ...one, programmes: PROGRAMMES })) }, web: (folder) => withShortGrace(join(folder, 'web'), GRACE_MS) });
    const supporter = await world.supporter({ name: 'Birgit', viewport: PHONE });
    await supporter.newCircle('Lugna gatan');
    const parent = await world.parent((await supporter.makeSlip()).link, { name: 'Lina', lang, locale: LOCALES[lang] });

    await parent.write('Jag vet inte vad jag ska göra');
    await supporter.hears('Jag vet inte vad jag ska göra');
    await changeProgramme(supporter, parent, lang);
    await parent.button('feeling-open').waitFor();
    await parent.type('Mitt i en mening');
    await until('nothing asks while she writes', async () => (await parent.button('feeling-open').count()) === 0);
    await parent.type('');
    await answer(parent, 2, { show: true });
    await look(parent, `closing-${lang}-faces`);
    await parent.button('feeling-answer').click();
    await supporter.words('act-feeling-first', { actor: 'Lina', face: supporter.t('face-2') }).waitFor();

    await supporter.count('visit');
    await parent.entries('visit').getByRole('button', { name: parent.t('objection-make'), exact: true }).click();
    await supporter.words('objection-of', { names: 'Lina' }).waitFor();
    await look(supporter, `closing-${lang}-objection`);
    await until('both contacts are counted', () => outcomes(world.watch.frames).filter(([series]) => series === 1).length === 2);

    await feedback(world, supporter, parent, lang);
    if (await supporter.circleList().isVisible()) await supporter.openCircle('Lugna gatan');
    else await supporter.page.getByRole('button').filter({ hasText: 'Lugna gatan' }).first().click();

    await close(supporter);
    await parent.button('closing-back').click();
    await parent.button('closing-back-yes').click();
    await supporter.words('act-closing-back', { actor: 'Lina' }).waitFor();
    await close(supporter);
    await parent.button('closing-back').waitFor();
    await parent.write('Tack för allt');
    await supporter.hears('Tack för allt');
    await look(parent, `closing-${lang}-questions`);
    await answer(parent, 4, { show: false });
    await sendAnswer(parent, 'feeling-title');
    await openQuestion(parent, 'experience-title');
    await parent.page.getByRole('radio', { name: parent.t('experience-5'), exact: true }).check();
    await sendAnswer(parent, 'experience-title');
    await look(parent, `closing-${lang}-closing`);

    for (const person of [parent, supporter]) {
      await person.words('receipts-title').waitFor({ timeout: SLOW_MS });
      await until('no text is left on the screen', async () => !(await person.page.locator('body').innerText()).includes('Tack för allt'));
      await person.page.locator('main li button').first().click();
      await person.words('receipt-all').waitFor();
      assert.match(await person.page.getByRole('main').innerText(), new RegExp(person.t('outcome-further_support')));
    }
    await look(parent, `closing-${lang}-receipt`);
    await until('the outcome is counted, and how it was', () => {
      const series = outcomes(world.watch.frames).map(([n, value]) => `${n}:${value}`).sort();
      return series.join() === '1:1,1:5,3:4,4:2,6:2,7:4,8:5';
    }, SLOW_MS);
    for (const { bytes } of world.watch.frames) assert.equal(bytes.includes(Buffer.from(WORD)), false, 'the feedback was in a frame');

    await parent.reload();
    await parent.unlock();
    await parent.words('receipts-title').waitFor();
    await parent.page.locator('main li button').first().click();
    await parent.button('receipt-delete').click();
    await parent.button('receipt-delete-yes').click();
    await parent.words('circles-none-parent').waitFor();
  });
}
