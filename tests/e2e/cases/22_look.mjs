/** How it looks and what it weighs: the first load, light and dark, easy to read, twice as large, and help without the program. */
import assert from 'node:assert/strict';
import { PHONE } from '../support/browser.mjs';
import { weigh } from '../support/first_load.mjs';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

/** html, scripts, styles, font, WebAssembly and worker, packed: what somebody with a bad line waits for. */
const FIRST_LOAD_MAX_BYTES = 300_000;

test('a first load stays within its budget, and the rest is there without a network', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter({ name: 'Birgit' });
  await supporter.newCircle('Lugna gatan');
  const slip = await supporter.makeSlip();
  const parent = await world.person({ viewport: PHONE });
  const load = await weigh(parent.context, () => parent.useSlip(slip.link, { name: 'Lina' }));
  const heaviest = [...load.files].sort((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${bytes} ${path}`).join('\n');
  for (const kind of [/\.html$|^\/$/, /index-.*\.js$/, /engine_worker.*\.js$/, /\.wasm$/, /\.woff2$/, /\.css$/]) {
    assert.ok(load.files.some(({ path }) => kind.test(path)), `${kind} was weighed:\n${heaviest}`);
  }
  assert.ok(!load.files.some(({ path }) => /Supporter|Coordinator|Release|Side/.test(path)), `rooms come later:\n${heaviest}`);
  assert.ok(load.bytes <= FIRST_LOAD_MAX_BYTES, `${load.bytes} bytes:\n${heaviest}`);

  // A page that has never been asked for, after the network is gone.
  await parent.keptByBrowser();
  await parent.offline(true);
  await parent.openSettings();
  await parent.goHome();
  await parent.openPeople();
});
