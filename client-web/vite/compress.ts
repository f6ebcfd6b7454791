/** Writes a .gz beside every built file that gains by it; the server sends it to browsers that take it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { listFiles } from './precache.ts';

const COMPRESSIBLE = /\.(js|css|html|svg|json|wasm|ftl|txt|webmanifest|map)$/;

export function compress(outDir: string): Plugin {
  return {
    name: 'bredvid-compress',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const path of listFiles(outDir)) {
          if (!COMPRESSIBLE.test(path)) continue;
          const plain = readFileSync(path);
          const packed = gzipSync(plain, { level: constants.Z_BEST_COMPRESSION });
          if (packed.length < plain.length) writeFileSync(`${path}.gz`, packed);
        }
      },
    },
  };
}
