/**
 * The browser tests: people in real Chromium against the real server.
 *   node tests/e2e/run.mjs [filter] [--jobs N]
 * Runs every case whose name holds the filter. The last line counts: `N passed, M failed, K skipped`.
 */
import { readdirSync, rmSync } from 'node:fs';
import { closeBrowser } from './support/browser.mjs';
import { EVIDENCE, SCREENSHOTS, missing } from './support/paths.mjs';
import { runAll } from './support/runner.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--jobs');
const jobs = at < 0 ? 2 : Number(args.splice(at, 2)[1]);
if (!Number.isInteger(jobs) || jobs < 1 || args.length > 1) {
  console.error('usage: node tests/e2e/run.mjs [filter] [--jobs N]');
  process.exit(2);
}

const absent = missing();
if (absent.length) {
  console.error(`not built yet: ${absent.join(', ')}`);
  process.exit(1);
}

rmSync(EVIDENCE, { recursive: true, force: true });
const cases = readdirSync(new URL('./cases/', import.meta.url)).filter((name) => name.endsWith('.mjs')).sort();
for (const name of cases) await import(new URL(`./cases/${name}`, import.meta.url));

const fine = await runAll({ filter: args[0] ?? '', jobs, outDir: SCREENSHOTS });
await closeBrowser();
process.exit(fine ? 0 : 1);
