/**
 * Bytes to frames and back. One form only: what was read is written again and must give the
 * same bytes, so two encodings of one frame cannot exist (DESIGN 6).
 */
import { decode, encode } from 'cborg';
import { CLIENT_FRAMES, SERVER_FRAMES, type ClientFrame, type ServerFrame, type Spec } from './frames';
import { FRAME_MARGIN, U32 } from './limits';
import { WireError } from './schema';

type Table = Record<string, Spec>;

const STRICT = { strict: true, allowIndefinite: false, allowUndefined: false, allowInfinity: false, allowNaN: false,
  allowBigInt: false } as const;

export function frameLimit(spec: Spec): number {
  return Object.values(spec.fields).reduce((sum, codec) => sum + codec.max_bytes, FRAME_MARGIN);
}
const largest = (table: Table) => Math.max(...Object.values(table).map(frameLimit));
export const CLIENT_FRAME_LIMIT = largest(CLIENT_FRAMES);
export const SERVER_FRAME_LIMIT = largest(SERVER_FRAMES);

function write(table: Table, frame: { type: string; rid: number }): Uint8Array {
  const spec = table[frame.type];
  if (!spec) throw new WireError('unknown_frame', 'no such frame');
  if (!Number.isInteger(frame.rid) || frame.rid < 0 || frame.rid > U32) throw new WireError('bad_frame', 'request id');
  const fields = Object.entries(spec.fields).map(([name, codec]) => codec.write((frame as unknown as Record<string, unknown>)[name]));
  const data = encode([spec.n, frame.rid, ...fields]);
  if (data.length > frameLimit(spec)) throw new WireError('frame_too_large', frame.type);
  return data;
}

function parse(data: Uint8Array): unknown[] {
  let raw: unknown;
  try {
    raw = decode(data, STRICT);
  } catch {
    throw new WireError('bad_frame', 'not CBOR');
  }
  if (!Array.isArray(raw) || raw.length < 2) throw new WireError('bad_frame', 'not a frame');
  return raw;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function read(table: Table, limit: number, data: Uint8Array): { type: string; rid: number } {
  if (data.length > limit) throw new WireError('frame_too_large', 'frame');
  const [n, rid, ...values] = parse(data);
  const found = Object.entries(table).find(([, spec]) => spec.n === n);
  if (!found) throw new WireError('unknown_frame', 'no such frame');
  const [type, spec] = found;
  if (data.length > frameLimit(spec)) throw new WireError('frame_too_large', type);
  const fields = Object.entries(spec.fields);
  if (typeof rid !== 'number' || values.length !== fields.length) throw new WireError('bad_frame', 'wrong number of fields');
  const frame = Object.fromEntries([['type', type], ['rid', rid],
    ...fields.map(([name, codec], i) => [name, codec.read(values[i])])]) as { type: string; rid: number };
  if (!same(write(table, frame), data)) throw new WireError('bad_frame', 'a second form');
  return frame;
}

export const encodeClientFrame = (frame: ClientFrame): Uint8Array => write(CLIENT_FRAMES, frame);
export const encodeServerFrame = (frame: ServerFrame): Uint8Array => write(SERVER_FRAMES, frame);
export const decodeClientFrame = (data: Uint8Array) => read(CLIENT_FRAMES, CLIENT_FRAME_LIMIT, data) as ClientFrame;
export const decodeServerFrame = (data: Uint8Array) => read(SERVER_FRAMES, SERVER_FRAME_LIMIT, data) as ServerFrame;
