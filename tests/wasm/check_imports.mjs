// node tests/wasm/check_imports.mjs bredvid_core.wasm
// The module may import random_get and nothing else: a new import is a review item, not a surprise.
// It may also not outgrow its budget, and every export carries our prefix.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const GZIP_MAX_BYTES = 152_000;               // of the client's 300 kB
const bytes = readFileSync(process.argv[2]);
const module = new WebAssembly.Module(bytes);
const imports = WebAssembly.Module.imports(module).map((i) => `${i.module}.${i.name}`).sort();
const exports = WebAssembly.Module.exports(module).map((e) => e.name);
const stray = exports.filter((name) => !name.startsWith('bv_') && name !== 'memory' && name !== '_initialize');
const gzip = gzipSync(bytes, { level: 9 }).length;

console.log(`imports: ${imports.join(' ')}`);
console.log(`exports: ${exports.length}; ${bytes.length} bytes, ${gzip} gzip`);
const faults = [];
if (imports.join() !== 'wasi_snapshot_preview1.random_get') faults.push('it imports more than random_get');
if (stray.length > 0) faults.push(`it exports ${stray.join(' ')}`);
if (gzip > GZIP_MAX_BYTES) faults.push(`it is larger than ${GZIP_MAX_BYTES} bytes gzip`);
for (const fault of faults) console.error(`check_imports: ${fault}`);
console.log(`${faults.length === 0 ? 1 : 0} passed, ${faults.length === 0 ? 0 : 1} failed, 0 skipped`);
process.exit(faults.length === 0 ? 0 : 1);
