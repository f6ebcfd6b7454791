/** The very build that is served, with one thing changed: a closed support ends after seconds instead of days. */
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEB } from './paths.mjs';

/** client-web/src/domain/acts.ts: CLOSING_GRACE_MS and CLOSING_READ_MS, as they stand in the worker's file. */
const GRACE = /(\.learnedAtMs\)\+)6048e5\b/g;
const READ = /(\.learnedAtMs\+)864e5\b/g;

function replaceOnce(text, what, by) {
  if ((text.match(what) ?? []).length !== 1) throw new Error(`${what} does not stand once in the worker: look at domain/acts.ts`);
  return text.replace(what, (_, before) => `${before}${by}`);
}

/** Copies the web client to `folder`; answers the folder. */
export function withShortGrace(folder, grace_ms) {
  cpSync(WEB, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const name = readdirSync(assets).find((one) => /^engine_worker-.*\.js$/.test(one));
  const path = join(assets, name);
  writeFileSync(path, replaceOnce(replaceOnce(readFileSync(path, 'utf8'), GRACE, grace_ms), READ, grace_ms));
  rmSync(`${path}.gz`, { force: true });
  return folder;
}
