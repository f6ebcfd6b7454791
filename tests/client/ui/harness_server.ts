/** Builds the harness page as the real page is built, serves it under the server's Content-Security-Policy, and
 *  finds a real Chromium to look at it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { cutFont } from '../../../client-web/vite/font.ts';
import { words } from '../../../client-web/vite/words.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--force-color-profile=srgb',
  '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
/** As server/net sends it: a style or script that it would stop must be stopped here too. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; media-src blob:; font-src 'self'; "
  + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
const TYPES: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', woff2: 'font/woff2', svg: 'image/svg+xml' };

async function buildHarness(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'bredvid-harness-'));
  await build({
    configFile: false, root: at('../../../client-web'), logLevel: 'error', plugins: [cutFont(), words(at('../../../client-web/src/main.ts')), svelte({ configFile: false })],
    // One style sheet, which the page links: the real page's links are written by Vite.
    build: { outDir, cssCodeSplit: false, assetsInlineLimit: 0, modulePreload: false, reportCompressedSize: false,
      rollupOptions: { input: at('./harness.ts'), output: { entryFileNames: 'harness.js', assetFileNames: ({ names }) => (names[0]?.endsWith('.css') ? 'harness.css' : '[name][extname]') } } },
  });
  return outDir;
}

const page = (folder: string): string => {
  const styles = existsSync(join(folder, 'harness.css')) ? '<link rel="stylesheet" href="/harness.css">' : '';
  return `<!doctype html><html lang="sv" dir="ltr"><head><meta charset="utf-8"><title>Anteckningar</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${styles}
<script type="module" src="/harness.js"></script></head><body><div id="app"></div></body></html>`;
};

export async function serveHarness(): Promise<{ url: string; close: () => void }> {
  const folder = await buildHarness();
  const html = page(folder);
  const http = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(folder, path);
    const found = path === '/' || (file.startsWith(folder) && existsSync(file));
    response.writeHead(found ? 200 : 404, { 'content-security-policy': POLICY,
      'content-type': TYPES[path === '/' ? 'html' : path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
    response.end(path === '/' ? html : found ? readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://localhost:${(http.address() as AddressInfo).port}/`,
    close: () => { http.closeAllConnections(); http.close(); rmSync(folder, { recursive: true }); },
  };
}

/** null: no Chromium on this machine, and the tests that need one are skipped. */
export function findChromium(): string | null {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const paths = folders.flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)));
  return process.env['BREDVID_CHROMIUM'] ?? paths.find((path) => existsSync(path)) ?? null;
}

export const launch = (path: string): Promise<Browser> => chromium.launch({ executablePath: path, args: ARGS });
