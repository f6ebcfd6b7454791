/** The crypto core's shape over Node's primitives (fake_circle.ts says what is missing in it). */
import type { CryptoCore, Vault } from '../../../client-web/src/domain/crypto_port';
import { FakeCircle } from './fake_circle';
import { CoreError, derive, hash, open, openChunk, publicKey, random, seal, sealChunk, signEnrol, signLogin, toHex } from './fake_primitives';
import { newWaitKey, openDoorSlip, sealForWaiting } from './fake_door';
import { makeSlip, parseSlip } from './fake_slip';

function vaultOf(key: Uint8Array): Vault {
  return {
    seal: (aad, plain) => seal(key, aad, plain),
    open: (aad, sealed) => {
      try {
        return open(key, aad, sealed);
      } catch {
        throw new CoreError('state_bad');
      }
    },
    dispose: () => { key.fill(0); },
  };
}

export function fakeCore(): CryptoCore {
  return {
    randomBytes: random,
    newId: () => toHex(random(16)),
    slipNew: makeSlip,
    slipParse: parseSlip,
    loginKeyNew: () => { const seed = random(32); return { seed, publicKey: publicKey(seed) }; },
    loginPublicKey: publicKey,
    signEnrol, signLogin,
    newWaitKey, sealForWaiting, openDoorSlip,
    newAttachmentKey: () => random(32), sealChunk, openChunk,
    vaultStretch: (pin, salt) => {
      const stretched = hash(pin, salt);
      return {
        shareAuth: () => derive(stretched, 'auth'),
        vault: (share) => vaultOf(hash(stretched, share)),
        dispose: () => undefined,
      };
    },
    circleCreate: (o) => FakeCircle.create(o),
    circleJoin: (o) => FakeCircle.join(o),
    circleRestore: (vault, aad, sealed) => FakeCircle.restore(vault.open(aad, sealed)),
  };
}

/** The same with a vault of glass: what a device stores lies open, so that a test can look for words in it. */
export function glassCore(): CryptoCore {
  const core = fakeCore();
  const glass: Vault = { seal: (_aad, plain) => plain.slice(), open: (_aad, stored) => stored.slice(), dispose: () => undefined };
  return { ...core, vaultStretch: (pin, salt) => ({ ...core.vaultStretch(pin, salt), vault: () => glass }) };
}
