/** Slips that are wrong in every way a person can get them wrong: a plain sentence, and nothing is used up. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { test } from '../support/runner.mjs';
import { t } from '../support/words.mjs';
import { World } from '../support/world.mjs';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const nextCharacter = (c) => ALPHABET[(ALPHABET.indexOf(c) + 1) % ALPHABET.length];
const withGroup = (text, number, change) =>
  text.split('-').map((group, i) => (i + 1 === number ? change(group) : group)).join('-');

/** Swaps the last two characters that differ, so that something does change. */
function swapLast(group) {
  const c = [...group];
  for (let i = c.length - 1; i > 0; i -= 1) {
    if (c[i] !== c[i - 1]) { [c[i], c[i - 1]] = [c[i - 1], c[i]]; break; }
  }
  return c.join('');
}

test('a mistyped slip: the part that looks wrong is named, and the right text still works', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter();
  await supporter.newCircle('Lappar');
  const { text } = await supporter.makeSlip({ form: 'typed' });
  const groups = text.split('-').length;
  const parent = await world.person({ viewport: PHONE });
  await parent.goto('/');

  const says = async (typed, part) => {
    await parent.typeSlip(typed);
    await parent.page.getByText(t('slip-mistyped-part', { part })).first().waitFor();
  };
  for (let part = 1; part <= groups; part += 1) {
    await says(withGroup(text, part, (g) => nextCharacter(g[0]) + g.slice(1)), part);
    await says(withGroup(text, part, swapLast), part);
  }
  const swapped = text.split('-');
  [swapped[1], swapped[2]] = [swapped[2], swapped[1]];
  await says(swapped.join('-'), 2);

  const forgiving = text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  await parent.typeSlip(forgiving);
  await parent.page.getByLabel(t('join-name')).waitFor();
});

test('nonsense and a half slip are refused with a sentence', async (c) => {
  const world = await World.start(c);
  const parent = await world.person({ viewport: PHONE });
  await parent.goto('/');
  for (const typed of ['hej', '12345', 'ÅÄÖ-ÅÄÖ', '🙏🙏🙏', 'x'.repeat(5000), `${world.server.origin}/#s=`]) {
    await parent.typeSlip(typed);
    assert.ok(await parent.problem(), `an error for ${typed.slice(0, 20)}`);
    assert.equal(await parent.page.getByLabel(t('join-name')).count(), 0);
  }
});

test('a used slip says so, and so does one that was taken back', async (c) => {
  const world = await World.start(c);
  const { supporter, parent, slip } = await world.pair();
  const second = await world.person({ viewport: PHONE });
  await second.goto(slip.link);
  await second.page.getByText(t('problem-slip_used')).first().waitFor();

  await supporter.openCircle('Lugna gatan');
  const other = await supporter.makeSlip({ agreedBy: [parent] });
  await supporter.revokeOnlySlip();
  const third = await world.person({ viewport: PHONE });
  await third.goto(other.link);
  await third.page.getByText(t('problem-slip_unknown')).first().waitFor();
});

test('two people with the same slip: one gets in, the other is told', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter();
  await supporter.newCircle('Samma lapp');
  const { link } = await supporter.makeSlip();
  const [one, two] = await Promise.all([world.person({ viewport: PHONE }), world.person({ viewport: PHONE })]);
  await Promise.all([one.openSlip(link), two.openSlip(link)]);
  await one.join({ name: 'Först' });
  await one.write('Jag hann först');
  await two.submitJoin({ name: 'Sedan' });
  await two.page.getByText(t('problem-slip_used')).first().waitFor();
  await supporter.openCircle('Samma lapp');
  await supporter.hears('Jag hann först');
  assert.ok(!(await supporter.page.content()).includes('Sedan'));
});
