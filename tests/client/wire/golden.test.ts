/** tests/golden/wire.json: bytes that may never change, read here and by the server's tests. */
import { encode } from 'cborg';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeClientFrame, decodeServerFrame, encodeClientFrame, encodeServerFrame } from '../../../client-web/src/wire/codec';
import { CLIENT_FRAMES, SERVER_FRAMES } from '../../../client-web/src/wire/frames';
import { fromHex, toHex } from '../../../client-web/src/wire/schema';

interface Golden { name: string; from: 'client' | 'server'; hex: string; frame: unknown }
const GOLDENS = JSON.parse(readFileSync(fileURLToPath(new URL('../../golden/wire.json', import.meta.url)), 'utf8')) as Golden[];

/** The file's JSON with byte strings as h'..' in CBOR's own values. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  const bytes = typeof value === 'string' ? /^h'([0-9a-f]*)'$/.exec(value) : null;
  return bytes ? fromHex(bytes[1] ?? '') : value;
}

describe('goldens', () => {
  test.each(GOLDENS)('$from: $name', ({ from, hex, frame }) => {
    const bytes = fromHex(hex);
    const again = from === 'client' ? encodeClientFrame(decodeClientFrame(bytes)) : encodeServerFrame(decodeServerFrame(bytes));
    expect(toHex(again)).toBe(hex);
    expect(toHex(encode(plain(frame)))).toBe(hex);
  });
  test('hold every frame of the schema', () => {
    const numbers = new Set(GOLDENS.map((g) => (g.frame as number[])[0]));
    for (const { n } of [...Object.values(CLIENT_FRAMES), ...Object.values(SERVER_FRAMES)]) expect(numbers).toContain(n);
  });
});
