/**
 * Small typed codecs between plain values and the few CBOR shapes that frames are made of.
 *
 * Each codec checks what it reads and what it writes: a value outside its bounds throws
 * WireError and nothing is sent. Ids travel as 16 bytes and live as lower-case hex.
 */

export class WireError extends Error {
  constructor(readonly code: 'bad_frame' | 'frame_too_large' | 'unknown_frame', what: string) {
    super(what);
    this.name = 'WireError';
  }
}

export interface Codec<T> {
  /** the most content bytes a value may take, for the frame's size limit */
  readonly max_bytes: number;
  write(value: T): unknown;
  read(raw: unknown): T;
}
export type Value<C> = C extends Codec<infer T> ? T : never;

/** An integer's longest CBOR form. */
const INT_BYTES = 9;

function bad(what: string): never {
  throw new WireError('bad_frame', what);
}

/** An unsigned integer in [min, max]. */
export function uint(max = Number.MAX_SAFE_INTEGER, min = 0): Codec<number> {
  const check = (v: unknown): number =>
    typeof v === 'number' && Number.isSafeInteger(v) && v >= min && v <= max ? v : bad('number out of range');
  return { max_bytes: INT_BYTES, write: check, read: check };
}

/** One of a fixed list of words, as a small number on the wire. */
export function word<const W extends Record<string, number>>(words: W): Codec<keyof W & string> {
  const names = new Map(Object.entries(words).map(([name, n]) => [n, name]));
  return {
    max_bytes: INT_BYTES,
    write: (v) => words[v] ?? bad('unknown word'),
    read: (raw) => (typeof raw === 'number' ? names.get(raw) : undefined) ?? bad('unknown word'),
  };
}

/** A byte string of min to max bytes. */
export function bytes(max: number, min = max): Codec<Uint8Array> {
  const check = (v: unknown): Uint8Array =>
    v instanceof Uint8Array && v.length >= min && v.length <= max ? v : bad('byte string of a wrong length');
  return { max_bytes: max, write: check, read: check };
}

/** Text, measured in UTF-8 bytes as RFC 8610 does. */
export function text(max: number, min: number): Codec<string> {
  const check = (v: unknown): string => {
    if (typeof v !== 'string') bad('not a text');
    const size = new TextEncoder().encode(v).length;
    return size >= min && size <= max ? v : bad('text of a wrong length');
  };
  return { max_bytes: max, write: check, read: check };
}

const HEX_ID = /^[0-9a-f]{32}$/;
const ID_BYTES = 16;

export function toHex(data: Uint8Array): string {
  return Array.from(data, (b) => b.toString(16).padStart(2, '0')).join('');
}
export function fromHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) bad('not hexadecimal');
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** 16 random bytes on the wire, hex in memory. */
export const id16: Codec<string> = {
  max_bytes: ID_BYTES,
  write: (v) => (HEX_ID.test(v) ? fromHex(v) : bad('not an id')),
  read: (raw) => (raw instanceof Uint8Array && raw.length === ID_BYTES ? toHex(raw) : bad('not an id')),
};

export function nullable<T>(inner: Codec<T>): Codec<T | null> {
  return {
    max_bytes: inner.max_bytes + 1,
    write: (v) => (v === null ? null : inner.write(v)),
    read: (raw) => (raw === null ? null : inner.read(raw)),
  };
}

export function list<T>(inner: Codec<T>, max: number, min = 0): Codec<T[]> {
  const check = (v: unknown): unknown[] =>
    Array.isArray(v) && v.length >= min && v.length <= max ? v : bad('list of a wrong length');
  return {
    max_bytes: max * inner.max_bytes + INT_BYTES,
    write: (v) => check(v).map((item) => inner.write(item as T)),
    read: (raw) => check(raw).map((item) => inner.read(item)),
  };
}

export type Struct<F> = { -readonly [K in keyof F]: Value<F[K]> };

/** A CBOR array with exactly these fields, in this order. */
export function struct<const F extends Record<string, Codec<any>>>(fields: F): Codec<Struct<F>> {
  const entries = Object.entries(fields);
  return {
    max_bytes: entries.reduce((sum, [, codec]) => sum + codec.max_bytes, INT_BYTES),
    write: (v) => entries.map(([name, codec]) => codec.write((v as Record<string, unknown>)[name])),
    read: (raw) => {
      if (!Array.isArray(raw) || raw.length !== entries.length) bad('wrong number of fields');
      return Object.fromEntries(entries.map(([name, codec], i) => [name, codec.read(raw[i])])) as Struct<F>;
    },
  };
}
