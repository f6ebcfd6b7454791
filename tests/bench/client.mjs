/**
 * What a parent waits for: the weight of the first load, and the time from opening the link to the conversation, on a slow
 * phone and a slow line. One JSON line. Real server, real Chromium.
 *
 *   first_load_gzip_bytes   everything that the first opening of a slip link loads (html, scripts, styles, font, WebAssembly,
 *                           worker), as Chromium counted it; later_gzip_bytes is what the service worker fetches afterwards
 *   open_to_conversation_ms first: from the link to the name's field, and from "begin" to the writing field, added up (what a
 *                           person types between is not counted); second: from opening the app to the PIN, and from the PIN to
 *                           the writing field, with the files that the first visit left
 *
 * The line is Lighthouse's mobileRegular3G (300 ms, 700 kbit/s), the slowest that it defines; the page's own thread is slowed down
 * six times. Workers are not slowed down (Chromium cannot), so the stretching of the PIN is this machine's.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PHONE, closeBrowser, newProfile } from '../e2e/support/browser.mjs';
import { weigh } from '../e2e/support/first_load.mjs';
import { missing } from '../e2e/support/paths.mjs';
import { Person } from '../e2e/support/person.mjs';
import { Server } from '../e2e/support/server.mjs';
import { freePort } from '../e2e/support/free_port.mjs';
import { slowLine } from './slow_line.mjs';

const LINE = { kbps: 700, rttMs: 300 };
const CPU_TIMES_SLOWER = 6;
const PATIENCE_MS = 120_000;
const NO_WATCH = { attach() {} };

const absent = missing();
if (absent.length) {
  console.error(`not built yet: ${absent.join(', ')}`);
  process.exit(2);
}

/** Each person is as in the e2e cases, but what pages do behind the screen is nobody's business here. */
async function person(world, options) {
  const one = new Person(world, () => newProfile(options), {});
  await one.start();
  one.context.setDefaultTimeout(PATIENCE_MS);
  return one;
}

async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
}

const timed = async (step) => {
  const began = performance.now();
  await step();
  return Math.round(performance.now() - began);
};

async function firstVisit(parent, link, line) {
  line.slow();
  await slowDown(parent.page);
  const toName = await timed(() => parent.openSlip(link));
  await parent.label('join-name').fill('Lina');
  await parent.label('join-pin').fill(parent.pin);
  await parent.label('join-pin-again').fill(parent.pin);
  return toName + await timed(async () => {
    await parent.button('join-submit').click();
    await parent.field().waitFor();
  });
}

async function secondVisit(parent) {
  await parent.keptByBrowser();
  await parent.page.close();
  parent.page = await parent.context.newPage();
  await slowDown(parent.page);
  const toPin = await timed(async () => {
    await parent.goto('/');
    await parent.label('locked-pin').waitFor();
  });
  await parent.label('locked-pin').fill(parent.pin);
  return toPin + await timed(async () => {
    await parent.button('locked-open').click();
    await parent.field().waitFor();
  });
}

const folder = mkdtempSync(join(tmpdir(), 'bredvid-client-bench-'));
const server = new Server(join(folder, 'data'));
const target = await freePort();
const line = await slowLine(target, LINE);
try {
  const origin = `https://localhost:${line.port}`;
  await server.init({ config: { listen: { address: '127.0.0.1', port: target }, base_url: origin } });
  await server.start();
  const world = { server: { origin }, watch: NO_WATCH };
  const supporter = await person(world, {});
  await supporter.useSlip(await server.slip({ role: 'supporter', org: 'association' }), { name: 'Birgit' });
  await supporter.newCircle('Lugna gatan');
  const { link } = await supporter.makeSlip();
  await supporter.close();
  const parent = await person(world, { viewport: PHONE });
  let first = 0;
  const load = await weigh(parent.context, async () => { first = await firstVisit(parent, link, line); });
  const second = await secondVisit(parent);
  console.log(JSON.stringify({ bench: 'client', first_load_gzip_bytes: load.bytes, first_load_files: load.files.length, later_gzip_bytes: load.laterBytes,
    open_to_conversation_ms: { first, second }, line: LINE, cpu_times_slower: CPU_TIMES_SLOWER }));
} finally {
  await closeBrowser();
  await server.stop();
  line.close();
  rmSync(folder, { recursive: true, force: true });
}
