// An attachment's parts against OpenSSL's ChaCha20-Poly1305 (through Node), with nonces written here: STREAM as crypto/circle/attachment.h says.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CryptoError, loadCryptoCore, type Attachment, type CryptoCore } from '../../../client-web/src/platform/crypto_core';

const module = readFileSync(new URL('../../../build/wasm/bredvid_core.wasm', import.meta.url));
let core: CryptoCore;
beforeAll(async () => { core = await loadCryptoCore(module); });

const CHUNK = 16_384;
const TAG = 16;

function nonce(index: number, last: boolean): Buffer {
  const made = Buffer.alloc(12);
  made.writeUInt32BE(index, 7);
  made[11] = last ? 1 : 0;
  return made;
}
function openIndependently(key: Uint8Array, index: number, last: boolean, sealed: Uint8Array): Uint8Array {
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce(index, last), { authTagLength: TAG });
  cipher.setAuthTag(sealed.subarray(-TAG));
  return new Uint8Array(Buffer.concat([cipher.update(sealed.subarray(0, -TAG)), cipher.final()]));
}
function sealIndependently(key: Uint8Array, index: number, last: boolean, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce(index, last), { authTagLength: TAG });
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}
const codeOf = (action: () => unknown): string => {
  try { action(); } catch (error) { return error instanceof CryptoError ? error.code : String(error); }
  return 'done';
};

describe("an attachment's parts", () => {
  it.each([[0, false, CHUNK], [258, false, CHUNK], [1_599, true, CHUNK], [3, true, 1]] as const)('part %i, last: %s, of %i bytes', (index, last, size) => {
    const key = core.newAttachmentKey();
    const plain = core.randomBytes(size);
    const sealed = core.sealChunk(key, index, last, plain);
    expect(sealed.length).toBe(size + TAG);
    expect(openIndependently(key, index, last, sealed)).toEqual(plain);
    expect(core.openChunk(key, index, last, sealIndependently(key, index, last, plain))).toEqual(plain);
  });
  it('open in their own place alone, under their own key alone', () => {
    const key = core.newAttachmentKey();
    const sealed = core.sealChunk(key, 1, false, new Uint8Array(CHUNK));
    expect(key.length).toBe(32);
    expect(core.newAttachmentKey()).not.toEqual(key);
    for (const [index, last] of [[0, false], [2, false], [1, true]] as const) {
      expect(codeOf(() => core.openChunk(key, index, last, sealed))).toBe('mls_decrypt_failed');
    }
    expect(codeOf(() => core.openChunk(core.newAttachmentKey(), 1, false, sealed))).toBe('mls_decrypt_failed');
    expect(codeOf(() => core.openChunk(key, 1, false, sealed.subarray(1)))).toBe('mls_decrypt_failed');
    expect(codeOf(() => core.sealChunk(key, 1, false, new Uint8Array(5)))).toBe('not_allowed');
    expect(codeOf(() => core.sealChunk(key, 1_600, true, new Uint8Array(5)))).toBe('not_allowed');
    expect(codeOf(() => core.sealChunk(key.subarray(1), 1, true, new Uint8Array(5)))).toBe('not_allowed');
  });
});

describe('the content that tells of it', () => {
  const circle = () => core.circleCreate({ circleId: core.newId(), memberId: core.newId(), deviceId: core.newId(), role: 'supporter', name: 'Karin' });
  const voice = (): Attachment => ({ type: 'attachment', kind: 'voice', attachmentId: core.newId(), key: core.newAttachmentKey(), size: 9_000, width: 0,
    height: 0, durationMs: 4_000, name: '', preview: new Uint8Array(), caption: 'Hej 🌱' });
  it('is written, and refused where it says what cannot be', () => {
    const said = circle();
    expect(said.send(voice(), core.newId(), 1).blob.length).toBeGreaterThan(0);
    expect(codeOf(() => said.send({ ...voice(), size: 0 }, core.newId(), 1))).toBe('not_allowed');
    expect(codeOf(() => said.send({ ...voice(), name: 'rost.ogg' }, core.newId(), 1))).toBe('not_allowed');
    expect(codeOf(() => said.send({ ...voice(), key: new Uint8Array(31) }, core.newId(), 1))).toBe('not_allowed');
  });
});
