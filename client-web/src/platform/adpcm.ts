/**
 * Voice as IMA ADPCM, mono, 16 kHz: four bits a sample, about 8 kB a second, the same for every browser, and small enough to be
 * read here in full. Blocks of 256 bytes stand alone: predictor (i16 LE), step index, 0, then 252 bytes with two samples each, the
 * lower half first. A recording is whole blocks and nothing else; its length in time is said beside it.
 */
export const SAMPLE_RATE = 16_000;
export const BLOCK_BYTES = 256;
const HEAD_BYTES = 4;
/** The first sample of a block stands in its head. */
export const BLOCK_SAMPLES = 1 + 2 * (BLOCK_BYTES - HEAD_BYTES);
const INDEX_MAX = 88;

const INDEX_STEP = [-1, -1, -1, -1, 2, 4, 6, 8];
/** The table of the IMA's recommendation of 1992. */
const STEPS = [7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118, 130, 143, 157, 173, 190,
  209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024,
  3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767];

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** One step of the recommendation, the same on both sides. */
class Predictor {
  constructor(public value = 0, public index = 0) {}

  move(code: number): number {
    const step = STEPS[this.index] ?? 0;
    let change = step >> 3;
    if (code & 4) change += step;
    if (code & 2) change += step >> 1;
    if (code & 1) change += step >> 2;
    this.value = clamp(this.value + (code & 8 ? -change : change), -32_768, 32_767);
    this.index = clamp(this.index + (INDEX_STEP[code & 7] ?? 0), 0, INDEX_MAX);
    return this.value;
  }
  code(sample: number): number {
    let step = STEPS[this.index] ?? 0;
    let rest = Math.abs(sample - this.value);
    let code = sample < this.value ? 8 : 0;
    for (const bit of [4, 2, 1]) {
      if (rest >= step) { code |= bit; rest -= step; }
      step >>= 1;
    }
    this.move(code);
    return code;
  }
}

/** Samples in, whole blocks out. */
export class Encoder {
  private readonly predictor_ = new Predictor();
  private readonly waiting_ = new Int16Array(BLOCK_SAMPLES);
  private used_ = 0;

  /** Null until a block is full. */
  add(sample: number): Uint8Array | null {
    this.waiting_[this.used_++] = sample;
    return this.used_ === BLOCK_SAMPLES ? this.block() : null;
  }
  /** What is left, filled up with its last sample; null: nothing is. */
  end(): Uint8Array | null {
    if (this.used_ === 0) return null;
    this.waiting_.fill(this.waiting_[this.used_ - 1] ?? 0, this.used_);
    return this.block();
  }

  private block(): Uint8Array {
    const block = new Uint8Array(BLOCK_BYTES);
    this.predictor_.value = this.waiting_[0] ?? 0;
    new DataView(block.buffer).setInt16(0, this.predictor_.value, true);
    block[2] = this.predictor_.index;
    for (let i = 1; i < BLOCK_SAMPLES; i++) {
      const code = this.predictor_.code(this.waiting_[i] ?? 0);
      const at = HEAD_BYTES + ((i - 1) >> 1);
      block[at] = (block[at] ?? 0) | ((i - 1) & 1 ? code << 4 : code);
    }
    this.used_ = 0;
    return block;
  }
}

/** Null for what no recorder of ours has made. */
export function decode(bytes: Uint8Array): Int16Array<ArrayBuffer> | null {
  if (bytes.length === 0 || bytes.length % BLOCK_BYTES !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const samples = new Int16Array((bytes.length / BLOCK_BYTES) * BLOCK_SAMPLES);
  let used = 0;
  for (let block = 0; block < bytes.length; block += BLOCK_BYTES) {
    const index = bytes[block + 2] ?? 0;
    if (index > INDEX_MAX || bytes[block + 3] !== 0) return null;
    const predictor = new Predictor(view.getInt16(block, true), index);
    samples[used++] = predictor.value;
    for (let at = block + HEAD_BYTES; at < block + BLOCK_BYTES; at++) {
      const both = bytes[at] ?? 0;
      samples[used++] = predictor.move(both & 15);
      samples[used++] = predictor.move(both >> 4);
    }
  }
  return samples;
}

const WAV_HEAD_BYTES = 44;

/** A WAV file (PCM, 16 bit), which every browser plays. */
export function wav(samples: Int16Array<ArrayBuffer>): Blob {
  const head = new DataView(new ArrayBuffer(WAV_HEAD_BYTES));
  const word = (at: number, text: string): void => { for (let i = 0; i < text.length; i++) head.setUint8(at + i, text.charCodeAt(i)); };
  word(0, 'RIFF');
  head.setUint32(4, WAV_HEAD_BYTES - 8 + samples.byteLength, true);
  word(8, 'WAVEfmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, SAMPLE_RATE, true);
  head.setUint32(28, 2 * SAMPLE_RATE, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  word(36, 'data');
  head.setUint32(40, samples.byteLength, true);
  return new Blob([head.buffer, samples], { type: 'audio/wav' });
}

export const durationMs = (bytes: number): number => Math.ceil((bytes / BLOCK_BYTES) * BLOCK_SAMPLES * 1000 / SAMPLE_RATE);
