/** Slips for the fake core: the selector in decimal, a dash, the secret in hex. */
import type { Slip, SlipForm, SlipParse } from '../../../client-web/src/domain/crypto_port';
import { derive, fromHex, random, toHex } from './fake_primitives';

export function slipFromSecret(selector: number, secret: Uint8Array): Slip {
  return { text: `${selector}-${toHex(secret)}`, selector, token: derive(secret, 'redeem'), pskId: toHex(derive(secret, 'psk-id')).slice(0, 32) };
}
export function makeSlip(form: SlipForm): Slip {
  const [a = 0, b = 0, c = 0] = random(3);
  return slipFromSecret(((a << 16) | (b << 8) | c) & 0xfffff, random(form === 'qr' ? 32 : 10));
}
export function parseSlip(text: string): SlipParse {
  const match = /^(\d+)-([0-9a-f]{20}|[0-9a-f]{64})$/.exec(text.trim());
  if (!match) return { ok: false, code: 'slip_mistyped', group: 1 };
  return { ok: true, slip: slipFromSecret(Number(match[1]), fromHex(match[2] ?? '')) };
}
