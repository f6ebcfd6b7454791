/**
 * Writes a .gz beside every built file that gains by it; the server sends it to browsers that take it.
 *
 * Packed by Zopfli: a twentieth smaller than gzip's best, which is 12 kB of a first load, for some seconds of the build.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import zopfli from '@gfx/zopfli';
import type { Plugin } from 'vite';
import { listFiles } from './precache.ts';

const COMPRESSIBLE = /\.(js|css|html|svg|json|wasm|ftl|txt|webmanifest|map)$/;
/** More gain hardly anything and cost as much again. */
const ITERATIONS = 10;

const pack = (plain: Buffer): Promise<Uint8Array> => zopfli.gzipAsync(plain, { numiterations: ITERATIONS });

export function compress(outDir: string): Plugin {
  return {
    name: 'bredvid-compress',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        for (const path of listFiles(outDir)) {
          if (!COMPRESSIBLE.test(path)) continue;
          const plain = readFileSync(path);
          const packed = await pack(plain);
          if (packed.length < plain.length) writeFileSync(`${path}.gz`, packed);
        }
      },
    },
  };
}
