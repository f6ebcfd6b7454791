/** The PIN: six digits, or a passphrase from eight characters. */
import { PIN_DIGITS } from './api';
import type { CryptoCore, Vault } from './crypto_port';
import { Failure } from './errors';
import type { Secrets } from './enrol';

export const PASSPHRASE_MIN_CHARS = 8;
export const PASSPHRASE_MAX_CHARS = 128;
export const SALT_BYTES = 16;
export const SHARE_BYTES = 32;

/** NFC: the same passphrase typed on another keyboard is the same key. */
export function checkPin(pin: string): string {
  const clean = pin.normalize('NFC');
  const size = [...clean].length;
  const digits = /^[0-9]+$/.test(clean) && size === PIN_DIGITS;
  if (!digits && (size < PASSPHRASE_MIN_CHARS || size > PASSPHRASE_MAX_CHARS)) throw new Failure('pin_bad');
  return clean;
}

/** Argon2id, about half a second. share: the known one, or a question to the server with share_auth. */
export async function openVault(core: CryptoCore, pin: string, salt: Uint8Array,
  share: (shareAuth: Uint8Array) => Promise<Uint8Array>): Promise<{ vault: Vault; secrets: Secrets }> {
  const stretched = core.vaultStretch(pin, salt);
  try {
    const shareAuth = stretched.shareAuth();
    const half = await share(shareAuth);
    return { vault: stretched.vault(half), secrets: { share: half, shareAuth } };
  } finally {
    stretched.dispose();
  }
}
