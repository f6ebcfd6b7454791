/** Staff sign in with a passkey; the session ends; an authenticator that does not know the person is of no use. */
import assert from 'node:assert/strict';
import { plugIn } from '../support/authenticator.mjs';
import { test } from '../support/runner.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

const IDLE_S = 45;
/** The idle time, the next ping (25 s), and a busy machine. */
const ENDED_MS = 120_000;
const config = { staff_sign_in: 'passkey', staff_idle_s: IDLE_S };

async function heading(person, key) {
  await person.page.getByRole('heading', { name: person.t(key), exact: true, level: 1 }).waitFor({ timeout: 30_000 });
}

test('a supporter makes a passkey, signs in with it, and goes on where she was when the session has ended', async (c) => {
  const world = await World.start(c, { config });
  const supporter = await world.person({ trusted: true });
  await supporter.goto('/');
  const authenticator = await plugIn(supporter.page);
  await supporter.openSlip(await world.server.slip({ role: 'supporter', org: 'association' }));
  await supporter.submitJoin({ name: 'Birgit' });
  await heading(supporter, 'passkey-create-title');
  assert.equal(await supporter.button('menu-settings').count(), 0, 'nothing else is there before the passkey');
  await supporter.button('passkey-create').click();
  await supporter.isOpen();
  assert.equal((await authenticator.credentials()).length, 1);

  await supporter.newCircle('Lugna gatan');
  const parent = await world.parent((await supporter.makeSlip()).link, { name: 'Lina' });
  await parent.write('Hej, är det någon där?');
  await supporter.goHome();
  await supporter.openCircle('Lugna gatan');
  await supporter.hears('Hej, är det någon där?');
  await supporter.write('Ja, jag är här.');
  await parent.hears('Ja, jag är här.');

  // Within the session the PIN is enough; a restart of the server asks for the passkey again.
  await supporter.reload();
  await supporter.unlock();
  await world.server.restart();
  await heading(supporter, 'passkey-title');
  await supporter.button('passkey-sign-in').click();
  await supporter.isOpen();
  await supporter.openCircle('Lugna gatan');
  await supporter.write('Nu är jag tillbaka.');
  await parent.hears('Nu är jag tillbaka.');

  await supporter.type('Vi kan ses på tors');
  await supporter.page.locator('form[data-draft="stored"]').waitFor();
  await supporter.page.getByRole('heading', { name: supporter.t('passkey-ended-title'), exact: true }).waitFor({ timeout: ENDED_MS });
  await parent.write('Kan vi ses?');
  await parent.delivery('Kan vi ses?', 'sent');
  await supporter.button('passkey-sign-in').click();
  await supporter.hears('Kan vi ses?');
  await until('the draft is there', async () => (await supporter.field().inputValue()) === 'Vi kan ses på tors');
  await supporter.write('Vi kan ses på torsdag');
  await parent.hears('Vi kan ses på torsdag');
  assert.deepEqual(await parent.plainTexts(), await supporter.plainTexts());
}, { limitMs: 420_000 });

test('a passkey that did not make sure who it is is refused by the browser, and by the server when a page does not ask for it', async (c) => {
  const world = await World.start(c, { config });
  const lead = await world.person({ trusted: true });
  await lead.goto('/');
  const authenticator = await plugIn(lead.page, { verifies: false });
  await lead.openSlip(await world.server.slip({ role: 'lead', org: 'municipality' }));
  await lead.submitJoin({ name: 'Lo' });
  await heading(lead, 'passkey-create-title');
  await lead.button('passkey-create').click();
  assert.equal(await lead.problem(), lead.t('problem-passkey_cancelled'));
  assert.equal((await authenticator.credentials()).length, 0);

  await lead.page.evaluate(() => {
    const create = navigator.credentials.create.bind(navigator.credentials);
    navigator.credentials.create = (options) => {
      options.publicKey.authenticatorSelection = { userVerification: 'discouraged', residentKey: 'discouraged' };
      return create(options);
    };
  });
  await lead.button('passkey-create').click();
  await until('the server says no', async () => (await lead.problem()) === lead.t('problem-passkey_unsuited'));
  assert.equal((await authenticator.credentials()).length, 1, 'the browser was content');
  await authenticator.unplug();
  await plugIn(lead.page);
  await lead.page.evaluate(() => { delete navigator.credentials.create; });
  await lead.button('passkey-create').click();
  await lead.isOpen();
}, { limitMs: 240_000 });
