// The open door's calls, against a second HPKE (RFC 9180) written here over Node's primitives: what schema/wire.cddl says.
import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CryptoError, fromHex, loadCryptoCore, type CryptoCore } from '../../../client-web/src/platform/crypto_core';

const module = readFileSync(new URL('../../../build/wasm/bredvid_core.wasm', import.meta.url));
let core: CryptoCore;
beforeAll(async () => { core = await loadCryptoCore(module); });

const text = (words: string) => Buffer.from(words);
const two = (n: number) => Buffer.from([n >> 8, n & 255]);
const hmac = (key: Uint8Array, ...parts: Uint8Array[]) => createHmac('sha256', key).update(Buffer.concat(parts)).digest();
const extract = (salt: Uint8Array, key: Uint8Array) => hmac(salt, key);
/** up to 32 bytes: one block of HKDF-Expand */
const expand = (key: Uint8Array, info: Uint8Array, size: number) => hmac(key, info, Buffer.from([1])).subarray(0, size);

const KEM = Buffer.concat([text('KEM'), two(0x20)]);
const SUITE = Buffer.concat([text('HPKE'), two(0x20), two(1), two(3)]);
const labeledExtract = (suite: Buffer, salt: Uint8Array, label: string, key: Uint8Array) =>
  extract(salt, Buffer.concat([text('HPKE-v1'), suite, text(label), key]));
const labeledExpand = (suite: Buffer, key: Uint8Array, label: string, info: Uint8Array, size: number) =>
  expand(key, Buffer.concat([two(size), text('HPKE-v1'), suite, text(label), info]), size);

const x25519 = (privateKey: Uint8Array, publicKey: Uint8Array) => diffieHellman({
  privateKey: createPrivateKey({ key: Buffer.concat([fromHex('302e020100300506032b656e04220420'), privateKey]), format: 'der', type: 'pkcs8' }),
  publicKey: createPublicKey({ key: Buffer.concat([fromHex('302a300506032b656e032100'), publicKey]), format: 'der', type: 'spki' }),
});

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** selector and secret of a slip's text: groups without their check characters */
function slipParts(slip: string): { selector: number; secret: Uint8Array } {
  const [first, ...rest] = slip.split('-').map((group) => [...group.slice(0, -1)].map((c) => DIGITS.indexOf(c)));
  const bits = rest.flat().map((digit) => digit.toString(2).padStart(5, '0')).join('');
  const size = rest.length > 3 ? 32 : 10;
  return { selector: first!.reduce((sum, digit) => sum * 32 + digit, 0),
    secret: Uint8Array.from({ length: size }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8).padEnd(8, '0'), 2)) };
}

function openIndependently(doorText: string, waitId: string, key: { publicKey: Uint8Array; privateKey: Uint8Array }, sealed: Uint8Array): string {
  const { selector, secret } = slipParts(doorText);
  const psk = expand(extract(text('bredvid slip v1'), secret), text('bredvid door psk'), 32);
  const number = Buffer.alloc(4);
  number.writeUInt32BE(selector);
  const pskId = Buffer.concat([text('bredvid door'), number]);
  const enc = sealed.subarray(0, 32);
  const kemPrk = labeledExtract(KEM, new Uint8Array(), 'eae_prk', x25519(key.privateKey, enc));
  const shared = labeledExpand(KEM, kemPrk, 'shared_secret', Buffer.concat([enc, key.publicKey]), 32);
  const none = new Uint8Array();
  const context = Buffer.concat([Buffer.from([1]), labeledExtract(SUITE, none, 'psk_id_hash', pskId),
    labeledExtract(SUITE, none, 'info_hash', Buffer.concat([text('bredvid.v1 wait'), fromHex(waitId)]))]);
  const made = labeledExtract(SUITE, shared, 'secret', psk);
  const cipher = createDecipheriv('chacha20-poly1305', labeledExpand(SUITE, made, 'key', context, 32),
    labeledExpand(SUITE, made, 'base_nonce', context, 12), { authTagLength: 16 });
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(32, -16)), cipher.final()]).toString();
}

const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
  return 'done';
};

describe.each(['qr', 'typed'] as const)('an open door (%s)', (form) => {
  function scene() {
    const door = core.slipNew(form);
    const slip = core.slipNew('qr');
    const key = core.newWaitKey();
    const waitId = core.newId();
    return { door, slip, key, waitId, sealed: core.sealForWaiting(door.text, waitId, key.publicKey, slip.text) };
  }

  it('is what the wire says, to a second implementation', () => {
    const { door, slip, key, waitId, sealed } = scene();
    expect(openIndependently(door.text, waitId, key, sealed)).toBe(slip.text);
    expect(sealed.length).toBeGreaterThanOrEqual(48);
    expect(sealed.length).toBeLessThanOrEqual(512);
  });

  it('gives the slip to whoever waits, and to nobody else', () => {
    const { door, slip, key, waitId, sealed } = scene();
    expect(core.openDoorSlip(door.text.toLowerCase().replaceAll('-', ' '), waitId, key.privateKey, sealed)).toBe(slip.text);
    const altered = sealed.slice();
    altered[40]! ^= 1;
    expect(codeOf(() => core.openDoorSlip(door.text, waitId, key.privateKey, altered))).toBe('mls_decrypt_failed');
    expect(codeOf(() => core.openDoorSlip(door.text, core.newId(), key.privateKey, sealed))).toBe('mls_decrypt_failed');
    expect(codeOf(() => core.openDoorSlip(core.slipNew(form).text, waitId, key.privateKey, sealed))).toBe('mls_decrypt_failed');
    expect(codeOf(() => core.openDoorSlip(door.text, waitId, core.newWaitKey().privateKey, sealed))).toBe('mls_decrypt_failed');
  });

  it('refuses what makes no sense', () => {
    const { door, slip, key, waitId, sealed } = scene();
    expect(codeOf(() => core.sealForWaiting('abc', waitId, key.publicKey, slip.text))).toBe('slip_mistyped');
    expect(codeOf(() => core.openDoorSlip('abc', waitId, key.privateKey, sealed))).toBe('slip_mistyped');
    expect(codeOf(() => core.sealForWaiting(door.text, 'zz', key.publicKey, slip.text))).toBe('not_allowed');
    expect(codeOf(() => core.sealForWaiting(door.text, waitId, key.publicKey.subarray(1), slip.text))).toBe('not_allowed');
    expect(codeOf(() => core.sealForWaiting(door.text, waitId, new Uint8Array(32), slip.text))).toBe('mls_decrypt_failed');
    expect(codeOf(() => core.sealForWaiting(door.text, waitId, key.publicKey, core.slipNew('typed').text))).toBe('not_allowed');
  });
});
