/** The open door for the core that tests use: X25519 and the door's text, in a form of its own. */
import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { fromHex } from '../../../client-web/src/wire/schema';
import type { WaitKey } from '../../../client-web/src/domain/crypto_port';
import { CoreError, hash, open, random, seal } from './fake_primitives';
import { parseSlip } from './fake_slip';

/** PKCS#8 and SubjectPublicKeyInfo heads of an X25519 key (RFC 8410). */
const PRIVATE = fromHex('302e020100300506032b656e04220420');
const PUBLIC = fromHex('302a300506032b656e032100');
const KEY_BYTES = 32;
const privateOf = (raw: Uint8Array) => createPrivateKey({ key: Buffer.concat([PRIVATE, raw]), format: 'der', type: 'pkcs8' });
const publicOf = (raw: Uint8Array) => createPublicKey({ key: Buffer.concat([PUBLIC, raw]), format: 'der', type: 'spki' });

export function newWaitKey(): WaitKey {
  const privateKey = random(KEY_BYTES);
  const spki = createPublicKey(privateOf(privateKey)).export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: new Uint8Array(spki.subarray(PUBLIC.length)) };
}

function doorSecret(doorText: string): Uint8Array {
  const door = parseSlip(doorText);
  if (!door.ok) throw new CoreError('slip_mistyped', door.group);
  return hash(door.slip.text);
}

export function sealForWaiting(doorText: string, waitId: string, publicKey: Uint8Array, slipText: string): Uint8Array {
  const slip = parseSlip(slipText);
  if (!slip.ok) throw new CoreError('not_allowed');
  const once = newWaitKey();
  const shared = diffieHellman({ privateKey: privateOf(once.privateKey), publicKey: publicOf(publicKey) });
  const sealed = seal(hash(shared, doorSecret(doorText)), waitId, new TextEncoder().encode(slip.slip.text));
  return new Uint8Array(Buffer.concat([once.publicKey, sealed]));
}

export function openDoorSlip(doorText: string, waitId: string, privateKey: Uint8Array, sealed: Uint8Array): string {
  const secret = doorSecret(doorText);
  try {
    const shared = diffieHellman({ privateKey: privateOf(privateKey), publicKey: publicOf(sealed.subarray(0, KEY_BYTES)) });
    return new TextDecoder().decode(open(hash(shared, secret), waitId, sealed.subarray(KEY_BYTES)));
  } catch {
    throw new CoreError('mls_decrypt_failed');
  }
}
