/** The cores that scenes run with: the one for tests, and the real one when it is built. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CryptoCore } from '../../../client-web/src/domain/crypto_port';
import { fakeCore } from './fake_core';

const WASM = fileURLToPath(new URL('../../../build/wasm/bredvid_core.wasm', import.meta.url));
const LOADER = fileURLToPath(new URL('../../../client-web/src/platform/crypto_core.ts', import.meta.url));

/** Null when it is not built; says so loudly. */
export async function realCore(): Promise<CryptoCore | null> {
  if (!existsSync(WASM) || !existsSync(LOADER)) {
    console.warn('SKIPPED: the real crypto core (build/wasm/bredvid_core.wasm is not built)');
    return null;
  }
  const { loadCryptoCore } = (await import(LOADER)) as { loadCryptoCore(source: BufferSource): Promise<CryptoCore> };
  return loadCryptoCore(readFileSync(WASM));
}

export async function cores(): Promise<[string, CryptoCore][]> {
  const real = await realCore();
  return [['test', fakeCore()], ...(real ? [['real', real] as [string, CryptoCore]] : [])];
}
