import { describe, expect, test } from 'vitest';
import { BLOCK_BYTES, BLOCK_SAMPLES, decode, durationMs, Encoder, SAMPLE_RATE, wav } from '../../../client-web/src/platform/adpcm';
import { Resampler } from '../../../client-web/src/platform/resample';
import { sizeOf } from '../../../client-web/src/platform/photo';

const tone = (samples: number, hz = 440, loud = 12_000): number[] => Array.from({ length: samples }, (_, i) => Math.round(loud * Math.sin((2 * Math.PI * hz * i) / SAMPLE_RATE)));
function encoded(samples: number[]): Uint8Array {
  const encoder = new Encoder();
  const blocks = samples.flatMap((one) => { const block = encoder.add(one); return block ? [block] : []; });
  const last = encoder.end();
  if (last) blocks.push(last);
  return new Uint8Array(blocks.flatMap((block) => [...block]));
}

describe('voice', () => {
  test('comes back as it was but for a little noise, in a quarter of the bytes', () => {
    const said = tone(2 * SAMPLE_RATE);
    const bytes = encoded(said);
    expect(bytes.length).toBe(BLOCK_BYTES * Math.ceil(said.length / BLOCK_SAMPLES));
    const heard = decode(bytes)!;
    const noise = said.slice(100).reduce((sum, one, i) => sum + (one - heard[i + 100]!) ** 2, 0) / said.length;
    const signal = said.reduce((sum, one) => sum + one ** 2, 0) / said.length;
    expect(10 * Math.log10(signal / noise), 'decibels').toBeGreaterThan(25);
  });
  test('the extremes do not turn around', () => {
    const heard = decode(encoded(Array.from({ length: BLOCK_SAMPLES }, (_, i) => (i < 250 ? 32_767 : -32_768))))!;
    expect(heard[200]).toBeGreaterThan(32_000);
    expect(heard[500]).toBeLessThan(-32_000);
  });
  test('a known block is read as the recommendation says', () => {
    const block = new Uint8Array(BLOCK_BYTES);
    block.set([100, 0, 0, 0, 0x17]);
    // step 7: 7/8 + 7 + 3 + 1 = 11 up (index +8), then step 16: 2 + 4 = 6 up
    expect([...decode(block)!.slice(0, 3)]).toEqual([100, 111, 117]);
  });
  test('what no recorder of ours has made is refused', () => {
    const good = encoded(tone(BLOCK_SAMPLES));
    expect(decode(good)).toHaveLength(BLOCK_SAMPLES);
    expect([new Uint8Array(), good.slice(1), new Uint8Array([...good, 1])].map(decode)).toEqual([null, null, null]);
    for (const [at, value] of [[2, 89], [3, 1]] as const) expect(decode(good.with(at, value) as Uint8Array), String(at)).toBeNull();
    expect(decode(good.with(2, 88) as Uint8Array)).not.toBeNull();
  });
  test('silence makes nothing, and ten minutes are as long as they are', () => {
    expect(new Encoder().end()).toBeNull();
    expect(durationMs(BLOCK_BYTES)).toBe(32);
    expect(durationMs(BLOCK_BYTES * 19_009)).toBe(599_972);
  });
  test('a WAV file says mono, 16 kHz, 16 bit, and how long it is', async () => {
    const view = new DataView(await wav(new Int16Array([1, -2, 3])).arrayBuffer());
    expect([view.byteLength, view.getUint32(4, true), view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true), view.getUint32(40, true)])
      .toEqual([50, 42, 1, 16_000, 16, 6]);
    expect([44, 46, 48].map((at) => view.getInt16(at, true))).toEqual([1, -2, 3]);
  });
  test.each([48_000, 44_100, 16_000, 8_000])('from %i a second it is 16,000, as loud as before', (rate) => {
    const out: number[] = [];
    const resampler = new Resampler(rate, SAMPLE_RATE);
    for (let i = 0; i < rate; i++) resampler.add(0.5 * Math.sin((2 * Math.PI * 300 * i) / rate), (sample) => out.push(sample));
    expect(Math.abs(out.length - SAMPLE_RATE)).toBeLessThanOrEqual(2);
    expect(Math.max(...out)).toBeGreaterThan(16_000);
    expect(Math.max(...out)).toBeLessThan(16_500);
  });
});

describe('the size of a picture, read before it is opened', () => {
  const jpeg = (marker: number, height: number, width: number) =>
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, marker, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 2, 3, 4]);
  test('of JPEG, plain and progressive, and PNG', () => {
    expect(sizeOf(jpeg(0xc0, 600, 800))).toEqual({ width: 800, height: 600 });
    expect(sizeOf(jpeg(0xc2, 9_000, 12_000))).toEqual({ width: 12_000, height: 9_000 });
    const png = new Uint8Array(24);
    png.set([0x89, 0x50, 0x4e, 0x47]);
    png.set([0, 0, 1, 2, 0, 0, 3, 4], 16);
    expect(sizeOf(png)).toEqual({ width: 258, height: 772 });
  });
  test('of anything else nothing is known, and nothing is read past the end', () => {
    for (const bytes of [[], [0xff], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [1, 2, 3], [0xff, 0xd8, 0xff, 0xc4, 0, 2, 0, 0, 0, 0, 0, 0, 0]]) expect(sizeOf(Uint8Array.from(bytes))).toBeNull();
  });
});
