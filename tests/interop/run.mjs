// Random groups that our implementation shares with independent ones. See README.md.
//   node tests/interop/run.mjs [--seed N] [--epochs N] [--groups N] [--group I] [--verbose] [ts-mls|core-crypto|three|differences ...]
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const peer_program = process.env.BREDVID_MLS_PEER ?? path.resolve(here, '../../build/native/tests/interop/mls_peer');

const { values: options, positionals: wanted } = parseArgs({ allowPositionals: true, options: {
  seed: { type: 'string' }, epochs: { type: 'string', default: '25' }, groups: { type: 'string' }, group: { type: 'string' },
  verbose: { type: 'boolean', default: false } } });

function stop(text) {
  console.error(`interop: ${text}`);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

for (const name of ['ts-mls', '@wireapp/core-crypto']) {
  const there = existsSync(path.join(here, 'node_modules', name));
  if (!there) stop(`${name} is not installed; run "npm ci" in tests/interop (./dev test does it)`);
}
if (!existsSync(peer_program)) stop(`${peer_program} is not built; run "./dev build"`);

const { run_matches, matches } = await import('./matches.mjs');
const { run_differences } = await import('./differences.mjs');
const all = [...Object.keys(matches), 'differences'];
for (const name of wanted) if (!all.includes(name)) stop(`no such match: ${name} (${all.join(', ')})`);

function number(name) {
  if (options[name] === undefined) return undefined;
  const value = Number(options[name]);
  return Number.isInteger(value) && value >= 0 ? value : stop(`--${name} must be a whole number, not ${options[name]}`);
}

const seed = number('seed') ?? Math.floor(Math.random() * 2 ** 31);
const chosen = wanted.length > 0 ? wanted : all;
const only = number('group');
if (only !== undefined && wanted.length !== 1) stop('--group needs the name of one match');
console.log(`seed ${seed}`);
const sums = [await run_matches({ names: chosen.filter((name) => matches[name]), seed, peer_program, epochs: number('epochs'),
  groups: number('groups'), only, verbose: options.verbose })];
if (chosen.includes('differences')) sums.push(await run_differences(peer_program));
const passed = sums.reduce((sum, part) => sum + part.passed, 0);
const failed = sums.reduce((sum, part) => sum + part.failed, 0);
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
