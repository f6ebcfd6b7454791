// node tests/wasm/run.mjs TEST.wasm [gtest arguments]
// Runs a GoogleTest executable built for WASI; prints GoogleTest's own output and gives its exit code.
// The official vectors (BREDVID_VECTORS, else ../shared/vectors) are shown to it read-only as /vectors.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

process.removeAllListeners('warning');        // node:wasi says that it is experimental; we know
const { WASI } = await import('node:wasi');

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error('usage: node tests/wasm/run.mjs TEST.wasm [gtest arguments]');
  process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const chosen = process.env.BREDVID_VECTORS;
if (chosen && !existsSync(chosen)) {
  console.error(`BREDVID_VECTORS names ${chosen}, which does not exist`);
  process.exit(2);
}
const vectors = resolve(chosen || resolve(root, '../shared/vectors'));
const preopens = { '/source': root };
const env = { BREDVID_SOURCE_DIR: '/source' };
if (existsSync(vectors)) {
  preopens['/vectors'] = vectors;
  if (chosen) env.BREDVID_VECTORS = '/vectors';
}
const wasi = new WASI({ version: 'preview1', args: [file, ...rest], env, preopens, returnOnExit: true });
const module = await WebAssembly.compile(readFileSync(file));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
process.exitCode = wasi.start(instance);
