/** How failures travel in the engine: one exception with a code name, turned into a Result at its edge. */
import { errorName } from '../wire/error_codes';
import type { ServerFrame } from '../wire/frames';
import type { Result } from './api';

export class Failure extends Error {
  constructor(readonly code: string, readonly detail = 0) {
    super(code);
    this.name = 'Failure';
  }
}

/** Any thrown thing as a code name. Errors of the crypto core and of the ports carry `code` themselves. */
export function codeOf(error: unknown): { code: string; detail: number } {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return { code: error.code, detail: 'detail' in error && typeof error.detail === 'number' ? error.detail : 0 };
  }
  return { code: error instanceof WebAssembly.RuntimeError ? 'crypto_failed' : 'unknown', detail: 0 };
}

/** The answer if it is of the expected type; an error frame or anything else throws. */
export function expectFrame<T extends ServerFrame['type']>(frame: ServerFrame, type: T): Extract<ServerFrame, { type: T }> {
  if (frame.type === 'error') throw new Failure(errorName(frame.code) ?? 'unknown', frame.detail);
  if (frame.type !== type) throw new Failure('bad_frame');
  return frame as Extract<ServerFrame, { type: T }>;
}

export async function toResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, ...codeOf(error) };
  }
}
