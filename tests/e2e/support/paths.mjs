/** Where things are, from the repository's root; and the client's packages, which live in client-web/node_modules. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const fromRoot = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Other builds than the usual ones (with sanitizers, or broken on purpose) are named by BREDVID_SERVER and BREDVID_WEB. */
export const SERVER = process.env.BREDVID_SERVER ?? fromRoot('build/native/server/bredvid');
export const DEMO = fromRoot('build/native/tests/support/bredvid-demo');
export const WEB = process.env.BREDVID_WEB ?? fromRoot('build/web');
export const SCREENSHOTS = fromRoot('build/screenshots');
export const EVIDENCE = fromRoot('build/e2e-failures');
export const TRANSCRIPT = fromRoot('tests/data/transcript.json');
export const LOCALES = fromRoot('client-web/locales');

/** Packages are resolved as the client resolves them: one lock file for everything from npm. */
export const clientRequire = createRequire(fromRoot('client-web/package.json'));
/** A package for `import` alone, which require cannot find. */
export const CBORG = fromRoot('client-web/node_modules/cborg/cborg.js');

/** What is missing before anything can run, in plain words; empty when all is there. */
export function missing() {
  const needed = [
    [SERVER, 'the server (cmake --build --preset native)'],
    [`${WEB}/index.html`, 'the web client (npm run build in client-web)'],
  ];
  return needed.filter(([path]) => !existsSync(path)).map(([, what]) => what);
}
