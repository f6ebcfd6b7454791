// House rules that a machine can hold: arrows point one way, headers stand alone, files stay short,
// and nothing names a machine or a package host. Prints a line a rule and a closing count.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problems as unproven } from '../tests/crypto/mls/check_table.mjs';
import { problems as unlimited } from '../tests/server/check_limits.mjs';

const root = path.resolve(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n').filter((f) => f && existsSync(path.join(root, f)));
const read = (f) => readFileSync(path.join(root, f), 'utf8');
const long_file_lines = 400;

// layer -> the layers it may include besides itself
const cpp_layers = {
  'crypto/base': [],
  'crypto/primitives': ['crypto/base'],
  'crypto/tls_codec': ['crypto/base'],
  'crypto/mls': ['crypto/base', 'crypto/primitives', 'crypto/tls_codec'],
  'crypto/circle': ['crypto/base', 'crypto/primitives', 'crypto/tls_codec', 'crypto/mls'],
  'crypto/bindings': ['crypto/base', 'crypto/primitives', 'crypto/tls_codec', 'crypto/mls', 'crypto/circle'],
  'server/base': ['crypto/base'],
  'server/wire': ['crypto/base', 'server/base', 'server/webauthn'],
  'server/webauthn': ['crypto/base', 'crypto/primitives', 'server/base'],
  'server/domain': ['crypto/base', 'crypto/primitives', 'server/base', 'server/wire', 'server/webauthn'],
  'server/storage': ['crypto/base', 'crypto/primitives', 'server/base', 'server/wire', 'server/webauthn', 'server/domain'],
  'server/net': ['crypto/base', 'server/base', 'server/wire', 'server/domain'],
  'server/app': ['crypto/base', 'crypto/primitives', 'server/base', 'server/wire', 'server/domain', 'server/webauthn', 'server/storage', 'server/net'],
};
// one header of a higher layer that is its own small library: a slip's text and keys
const allowed_extra = { 'server/app': ['crypto/circle/slip.h'] };
const ts_layers = { wire: [], domain: ['wire'], storage: ['wire', 'domain', 'platform'], net: ['wire', 'domain', 'platform'],
  platform: ['wire', 'domain', 'storage', 'net'], i18n: [], ui: ['domain', 'i18n', 'platform'] };
const forbidden_in_domain = [/<boost\//, /<sqlite3\.h>/, /<sqlcipher\//, /<openssl\//, /std::chrono::[a-z]+_clock/];

const layer_of = (file, layers) => Object.keys(layers).find((l) => file.startsWith(`${l}/`));

function cpp_arrows() {
  const bad = [];
  for (const file of tracked.filter((f) => /^(crypto|server)\/.*\.(h|cpp)$/.test(f))) {
    const layer = layer_of(file, cpp_layers);
    if (!layer) { bad.push(`${file}: belongs to no layer`); continue; }
    for (const [, target] of read(file).matchAll(/^#include "((?:crypto|server|tests)\/[^"]+)"/gm)) {
      const to = layer_of(target, cpp_layers);
      const fine = to === layer || cpp_layers[layer].includes(to) || allowed_extra[layer]?.includes(target);
      if (!fine) bad.push(`${file} includes ${target}`);
    }
    if (layer === 'server/domain')
      for (const pattern of forbidden_in_domain) if (pattern.test(read(file))) bad.push(`${file} uses ${pattern.source}`);
  }
  return bad;
}

function ts_arrows() {
  const bad = [];
  for (const file of tracked.filter((f) => /^client-web\/src\/[^/]+\/.*\.(ts|svelte)$/.test(f))) {
    const layer = file.split('/')[2];
    if (!ts_layers[layer]) { bad.push(`${file}: belongs to no layer`); continue; }
    for (const [, spec] of read(file).matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)) {
      const to = path.normalize(path.join(path.dirname(file), spec)).split('/');
      const target = to[0] === 'client-web' && to[1] === 'src' && to.length > 3 ? to[2] : layer;
      if (target !== layer && !ts_layers[layer].includes(target)) bad.push(`${file} imports ${spec}`);
    }
  }
  return bad;
}

function headers_alone() {
  const headers = tracked.filter((f) => /^(crypto|server)\/.*\.h$/.test(f) && !/\/pch\.h$/.test(f) && !f.startsWith('crypto/bindings/'));
  const commands = JSON.parse(read('build/native/compile_commands.json'));
  const include = new Set(commands.flatMap((c) => c.command.match(/-(?:I|isystem) ?\S+/g) ?? []));
  // A source that begins with it and is compiled without a precompiled header has shown it already.
  const shown = new Set(commands.filter((c) => !c.command.includes('cmake_pch')).map((c) => path.relative(root, c.file))
    .filter((f) => !f.startsWith('..') && existsSync(path.join(root, f))).map((f) => read(f).match(/^#include (.*)/m)?.[1]));
  const light = headers.filter((f) => !f.startsWith('server/net/') && !shown.has(`"${f}"`));      // Beast's headers cost seconds each
  return light.filter((f) => spawnSync('g++', ['-std=c++23', '-fsyntax-only', '-x', 'c++', ...[...include].flatMap((i) => i.split(' ')), f],
    { cwd: root, stdio: 'ignore' }).status !== 0).map((f) => `${f} does not compile alone`);
}

const code = tracked.filter((f) => /\.(cpp|h|ts|svelte|mjs|sql|sh)$/.test(f));
const rules = {
  'C++ arrows point one way': cpp_arrows,
  'TypeScript arrows point one way': ts_arrows,
  'each header compiles alone': headers_alone,
  'no file above 400 lines': () => code.filter((f) => read(f).split('\n').length > long_file_lines + 1).map((f) => `${f}: ${read(f).split('\n').length} lines`),
  'no unfinished business': () => code.filter((f) => f !== 'scripts/check.mjs' && /\b(TODO|FIXME|XXX|HACK)\b/.test(read(f))),
  'no package host and no machine path': () => tracked.filter((f) => !/package-lock\.json$/.test(f) && !/^scripts\/(check.mjs|fresh.sh)$/.test(f) && /\.(cpp|h|ts|svelte|mjs|sql|sh|md|json|txt|cmake|ftl)$|^dev$/.test(f))
    .filter((f) => /((deb|registry|archive|security)\.[a-z]+\.(org|com))|(^|[\s"'(])\/(root|home)\//m.test(read(f))),
  'lock files name no address': () => tracked.filter((f) => /package-lock\.json$/.test(f) && /"resolved": *"https?:/.test(read(f))),
  'every code folder has a map': () => [...new Set(tracked.filter((f) => /^(crypto|server|client-web\/src)\/[^/]+\/./.test(f)).map((f) =>
    f.split('/').slice(0, f.startsWith('client-web') ? 3 : 2).join('/')))].filter((d) => !existsSync(path.join(root, d, 'README.md'))),
  'each rule of RFC 9420 has its test': () => unproven(root),
  'each limit has its test': () => unlimited(root),
  'formatted C++': () => (spawnSync('scripts/format.sh', ['--check'], { cwd: root, stdio: 'ignore' }).status === 0 ? [] : ['run ./dev format']),
};

let failed = 0;
for (const [name, rule] of Object.entries(rules)) {
  const found = rule();
  console.log(`${found.length ? 'FAILED' : 'ok    '} ${name}`);
  for (const line of found.slice(0, 20)) console.log(`       ${line}`);
  if (found.length) failed += 1;
}
console.log(`${Object.keys(rules).length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
