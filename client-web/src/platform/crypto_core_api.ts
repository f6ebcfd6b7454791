/**
 * What the crypto core (crypto/, as WebAssembly) offers: the shape that the domain asks for
 * (domain/crypto_port.ts), and the error it throws. crypto_core.ts holds the loader and the code.
 *
 * Here the handles (Circle, Vault, Stretched) live in wasm memory: dispose() wipes and frees them;
 * a disposed handle throws state_bad.
 */
export type * from '../domain/crypto_port';

/** `code`: a name from schema/error_codes.csv. Every state is as it was. */
export class CryptoError extends Error {
  constructor(readonly code: string, readonly detail = 0) {
    super(detail === 0 ? code : `${code} (${detail})`);
    this.name = 'CryptoError';
  }
}
