/**
 * Builds the service worker after the pages, with the list of the built files inside.
 *
 * The worker is a bundle of its own at a fixed address (/sw.js): browsers compare its bytes
 * to find a new version, so the list of content-hashed files in it is what starts an update.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';

export interface PrecacheEntry { url: string; revision: string | null }

/** Files in Vite's asset folder carry their hash in the name: their content never changes. */
const HASHED = /^assets\//;
/** Files that only few roles ever need: fetched when they are asked for, and not before. */
export const LATER = 'assets/later/';
/** Never precached: the worker itself, compressed twins, source maps, what is fetched later, the font's licence. */
const LEFT_OUT = /^sw\.js$|\.gz$|\.map$|^assets\/later\/|^fonts\//;

export function listFiles(folder: string): string[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

export function precacheList(outDir: string): PrecacheEntry[] {
  return listFiles(outDir)
    .map((path) => relative(outDir, path).split(sep).join('/'))
    .filter((name) => !LEFT_OUT.test(name))
    .map((name) => ({
      url: `/${name}`,
      revision: HASHED.test(name) ? null
        : createHash('sha256').update(readFileSync(join(outDir, name))).digest('hex').slice(0, 16),
    }));
}

/** `entry` reads its list as `self.__WB_MANIFEST`, the name that Workbox documents. */
export function serviceWorker(entry: string, outDir: string, target: string[]): Plugin {
  return {
    name: 'bredvid-service-worker',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        // The pages' build failed: its own error is the one to show.
        if (!existsSync(join(outDir, 'index.html'))) return;
        if (!existsSync(entry)) throw new Error(`The service worker's source is missing: ${entry}`);
        await build({
          configFile: false, publicDir: false, logLevel: 'warn',
          define: {
            'self.__WB_MANIFEST': JSON.stringify(precacheList(outDir)),
            'process.env.NODE_ENV': '"production"',
          },
          build: {
            outDir, emptyOutDir: false, target, modulePreload: false,
            rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: 'sw.js' } },
          },
        });
      },
    },
  };
}
