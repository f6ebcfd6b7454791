/** Real primitives from Node for the core that tests use: sealing really seals, signatures really sign. */
import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, hkdfSync, randomBytes, sign, verify } from 'node:crypto';
import { fromHex, toHex } from '../../../client-web/src/wire/schema';

export class CoreError extends Error {
  constructor(readonly code: string, readonly detail = 0) { super(code); }
}

const CIPHER = 'chacha20-poly1305';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const random = (n: number): Uint8Array => new Uint8Array(randomBytes(n));
export const hash = (...parts: (Uint8Array | string)[]): Uint8Array => {
  const h = createHash('sha256');
  for (const part of parts) h.update(part);
  return new Uint8Array(h.digest());
};
export const derive = (secret: Uint8Array, label: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, 'test', label, 32));

export function seal(key: Uint8Array, aad: string, plain: Uint8Array): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad), { plaintextLength: plain.length });
  return new Uint8Array(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}
export function open(key: Uint8Array, aad: string, sealed: Uint8Array): Uint8Array {
  const body = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  const cipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad), { plaintextLength: body.length });
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return new Uint8Array(Buffer.concat([cipher.update(body), cipher.final()]));
}

/** STREAM's nonce: the part's number, and whether it is the last. */
function streamNonce(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(index, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = last ? 1 : 0;
  return nonce;
}
const PART_BYTES = 16_384;
export function sealChunk(key: Uint8Array, index: number, last: boolean, plain: Uint8Array): Uint8Array {
  if (plain.length < 1 || plain.length > PART_BYTES || (!last && plain.length < PART_BYTES)) throw new CoreError('not_allowed');
  const cipher = createCipheriv(CIPHER, key, streamNonce(index, last), { authTagLength: TAG_BYTES });
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}
export function openChunk(key: Uint8Array, index: number, last: boolean, sealed: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(CIPHER, key, streamNonce(index, last), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]));
  } catch {
    throw new CoreError('mls_decrypt_failed');
  }
}

/** PKCS#8 head of an Ed25519 seed (RFC 8410). */
const PKCS8 = fromHex('302e020100300506032b657004220420');
/** Node takes longer to read a key than to sign with it, and devices die and log in again hundreds of times. */
const remembered = <T>(make: (seed: Uint8Array) => T): ((seed: Uint8Array) => T) => {
  const known = new Map<string, T>();
  return (seed) => {
    const name = toHex(seed);
    const value = known.get(name) ?? make(seed);
    known.set(name, value);
    return value;
  };
};
const privateKey = remembered((seed) => createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' }));

export const publicKey = remembered((seed) => {
  const { x } = createPublicKey(privateKey(seed)).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x ?? '', 'base64url'));
});
const signed = (what: 'login' | 'enrol', challenge: Uint8Array, deviceId: string, extra: Uint8Array) =>
  Buffer.concat([Buffer.from(`bredvid.v1 ${what}`), challenge, fromHex(deviceId), extra]);

const NOTHING = new Uint8Array();
export const signLogin = (seed: Uint8Array, challenge: Uint8Array, deviceId: string): Uint8Array =>
  new Uint8Array(sign(null, signed('login', challenge, deviceId, NOTHING), privateKey(seed)));
export const signEnrol = (seed: Uint8Array, challenge: Uint8Array, deviceId: string): Uint8Array =>
  new Uint8Array(sign(null, signed('enrol', challenge, deviceId, publicKey(seed)), privateKey(seed)));

export function verifySignature(what: 'login' | 'enrol', key: Uint8Array, challenge: Uint8Array, deviceId: string, signature: Uint8Array): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') };
  return verify(null, signed(what, challenge, deviceId, what === 'enrol' ? key : NOTHING), createPublicKey({ key: jwk, format: 'jwk' }), signature);
}
export { toHex, fromHex };
