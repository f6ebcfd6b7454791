/** A handover on three phones: asked, answered, what the parent chose follows, and the one who hands over leaves. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { look } from '../support/look.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

const LOCALES = { sv: 'sv-SE', ar: 'ar' };

/** In a page that runs right to left, names stand in marks of their own. */
const reads = (person, key, values) => until(key, async () =>
  (await person.page.locator('body').innerText()).replace(/[\u2068\u2069]/g, '').includes(person.t(key, values)));

for (const lang of ['sv', 'ar']) {
  test(`handover: a colleague takes over with the parent's yes, the parent in ${lang}`, async (c) => {
    const world = await World.start(c);
    const karin = await world.supporter({ name: 'Karin', viewport: PHONE });
    await karin.newCircle('Lugna gatan');
    const lina = await world.parent((await karin.makeSlip()).link, { name: 'Lina', lang, locale: LOCALES[lang] });
    await lina.write('Jag har mötet på torsdag');
    await karin.hears('Jag har mötet på torsdag');
    await karin.write('Då går vi dit tillsammans');
    await lina.hears('Då går vi dit tillsammans');

    await karin.askCome('handover', 'Yusuf');
    await lina.answerCome('refused');
    await karin.openPeople();
    await until('no is a no', async () => (await karin.button('come-ask-handover').count()) === 0);
    assert.equal(await karin.button('people-make-slip').count(), 0, 'no slip without a yes');
    await look(karin, `handover-${lang}-refused`);
    await karin.closePeople();
    await lina.openPeople();
    await lina.button('come-change').click();
    await look(lina, `handover-${lang}-thinks-again`);
    await lina.answerCome('all');
    await lina.closePeople();
    await karin.button('come-make-slip', { who: 'Yusuf' }).click();
    const slip = await karin.finishSlip();
    await karin.button('done').click();

    const yusuf = await world.supporter({ name: 'Yusuf', viewport: PHONE });
    await yusuf.addSlip(slip.link);
    await yusuf.hears('Jag har mötet på torsdag');
    await yusuf.hears('Då går vi dit tillsammans');
    await yusuf.words('message-before', { by: 'Lina' }).first().waitFor();
    assert.deepEqual((await yusuf.texts()).map(({ author, text }) => `${author}: ${text}`),
      ['Lina: Jag har mötet på torsdag', 'Karin: Då går vi dit tillsammans']);
    await look(yusuf, `handover-${lang}-before`);
    assert.deepEqual(await lina.plainTexts(), ['Jag har mötet på torsdag', 'Då går vi dit tillsammans'], 'nothing stands twice');

    await karin.button('leave-title').click();
    await look(karin, `handover-${lang}-leave`);
    await karin.button('leave-yes').click();
    await karin.words('circles-empty').waitFor();
    assert.ok(!(await karin.page.content()).includes('Då går vi dit'), 'nothing of it stays on the screen');
    await reads(lina, 'notice-left', { subject: 'Karin' });
    await reads(lina, 'notice-removed', { actor: 'Yusuf', subject: 'Karin' });
    await yusuf.write('Hej Lina, nu är det jag');
    await lina.hears('Hej Lina, nu är det jag');
    await look(lina, `handover-${lang}-goes-on`);
    await karin.reload();
    await karin.unlock();
    await karin.words('circles-empty').waitFor();
  });
}
