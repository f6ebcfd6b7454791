/**
 * How the client is built and tested.
 *
 * Output goes to build/web at the repository's root, which `bredvid serve --web` serves. Nothing is
 * inlined into HTML or CSS: the server's Content-Security-Policy allows only files of its own.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { compress } from './vite/compress.ts';
import { cutFont } from './vite/font.ts';
import { LATER, serviceWorker } from './vite/precache.ts';
import { words } from './vite/words.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The oldest browsers that have module workers, Web Locks and WebAssembly bulk memory together. */
const TARGET = ['chrome107', 'safari16', 'firefox114'];
const OUT_DIR = here('../build/web');
/** A chunk that begins here is for few: see src/ui/charts/README.md. */
const FOR_FEW = /\/src\/ui\/charts\//;
const CORE_WASM = here('../build/wasm/bredvid_core.wasm');

/** Says plainly what is missing instead of a resolver's trace. */
function needsCore(): Plugin {
  return {
    name: 'bredvid-needs-core',
    apply: 'build',
    buildStart() {
      if (!existsSync(CORE_WASM)) {
        throw new Error('build/wasm/bredvid_core.wasm is missing. Build it first: cmake --build --preset wasm');
      }
    },
  };
}

/** Tests live in tests/client, outside this folder: their package imports are looked up from here. */
function packagesForTests(): Plugin {
  const tests = here('../tests/');
  return {
    name: 'bredvid-packages-for-tests',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer?.startsWith(tests) || !/^[@a-z]/.test(source) || source.startsWith('node:')) return null;
      return this.resolve(source, here('./package.json'), { skipSelf: true });
    },
  };
}

export default defineConfig({
  root: here('.'),
  // A pattern, because the import ends in ?url.
  resolve: { alias: [{ find: /^#core\.wasm/, replacement: CORE_WASM }] },
  plugins: [packagesForTests(), needsCore(), words(here('./src/main.ts')), cutFont(), svelte({ configFile: false }), serviceWorker(here('./src/sw.ts'), OUT_DIR, TARGET), compress(OUT_DIR)],
  worker: { format: 'es' },
  server: { fs: { allow: [here('..')] } },
  build: {
    outDir: OUT_DIR,
    emptyOutDir: true,
    target: TARGET,
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rollupOptions: { output: {
      chunkFileNames: ({ facadeModuleId }) => `${FOR_FEW.test(facadeModuleId ?? '') ? LATER : 'assets/'}[name]-[hash].js`,
    } },
  },
  test: {
    dir: here('../tests/client'),
    include: ['**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    // A machine with much to do is not a fault of the program.
    expect: { poll: { timeout: 10_000 } },
    // Vitest leaves one core free, which is half of two.
    maxWorkers: 2,
  },
});
