/** The installable app: manifest, service worker, a start without network, the headers of every page. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { test } from '../support/runner.mjs';
import { t } from '../support/words.mjs';
import { World } from '../support/world.mjs';

test('the app can be installed and starts without a network', async (c) => {
  const world = await World.start(c);
  const { parent } = await world.pair();
  const { page } = parent;
  const manifest = await page.evaluate(async () => {
    const href = document.querySelector('link[rel=manifest]').href;
    return (await fetch(href)).json();
  });
  assert.equal(manifest.name, t('locked-title'), 'a neutral name, the one on the lock');
  assert.ok(['standalone', 'minimal-ui'].includes(manifest.display));
  assert.ok(manifest.icons.length > 0);
  for (const icon of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return image.naturalWidth;
    }, new URL(icon.src, world.server.origin).href);
    assert.ok(size > 0, `the icon ${icon.src} can be drawn`);
  }

  await parent.reload();
  await parent.keptByBrowser();
  await parent.unlock();
  await parent.write('Innan nätet försvann');
  await parent.delivery('Innan nätet försvann', 'sent', { orLater: true });

  await world.server.stop();
  await parent.offline(true);
  await page.reload();
  await page.getByLabel(t('locked-pin')).waitFor();
  await parent.offline(false);
  await world.server.start();
  await parent.unlock();
  await parent.hears('Innan nätet försvann');
});

test('every page and file comes with the headers that protect it', async (c) => {
  const world = await World.start(c);
  const person = await world.person({ viewport: PHONE });
  const response = await person.page.goto(`${world.server.origin}/`);
  const headers = response.headers();
  for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "frame-ancestors 'none'",
    "base-uri 'none'", "form-action 'none'"]) {
    assert.ok(headers['content-security-policy'].includes(part), part);
  }
  assert.ok(!/unsafe-inline|'unsafe-eval'/.test(headers['content-security-policy']));
  assert.match(headers['strict-transport-security'], /max-age=\d{6,}/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
  assert.ok(headers['cross-origin-resource-policy'] && headers['permissions-policy']);
  assert.ok(!headers['server'] || !/\d/.test(headers['server']), 'no version is told');
  const missing = await person.page.request.get(`${world.server.origin}/../../etc/passwd`);
  assert.ok(missing.status() === 404 || !(await missing.text()).includes('root:'));
});
