/**
 * The TLS presentation language as far as the calls into the crypto core need it
 * (crypto/tls_codec is the other side). The core is trusted: a reader that runs out
 * means that the two sides are of different releases.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const ID_BYTES = 16;

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Throws RangeError unless it is lower-case hex of whole bytes. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new RangeError('not lower-case hex');
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

export class Writer {
  private buffer = new Uint8Array(256);
  private used = 0;

  u8(value: number): this { return this.number(value, 1); }
  u16(value: number): this { return this.number(value, 2); }
  u32(value: number): this { return this.number(value, 4); }
  u64(value: number): this { return this.number(value, 8); }
  fixed(bytes: Uint8Array, size: number): this {
    if (bytes.length !== size) throw new RangeError(`${size} bytes expected, got ${bytes.length}`);
    this.room(size).set(bytes, this.used);
    this.used += size;
    return this;
  }
  id(hex: string): this { return this.fixed(fromHex(hex), ID_BYTES); }
  optionalId(hex: string | null): this { return hex === null ? this.u8(0) : this.u8(1).id(hex); }
  opaque(bytes: Uint8Array): this {
    const size = bytes.length;
    if (size < 0x40) this.u8(size);
    else if (size < 0x4000) this.number(size + 0x4000, 2);
    else this.number(size + 0x8000_0000, 4);
    return this.fixed(bytes, size);
  }
  text(text: string): this { return this.opaque(encoder.encode(text)); }
  ids(list: readonly string[]): this {
    const inner = new Writer();
    for (const id of list) inner.id(id);
    return this.opaque(inner.view());
  }

  /** lives until the next write */
  view(): Uint8Array { return this.buffer.subarray(0, this.used); }
  /** arguments may be secret */
  wipe(): void { this.buffer.fill(0); }

  private number(value: number, size: number): this {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** size) throw new RangeError(`not a uint${8 * size}`);
    const target = this.room(size);
    for (let i = size - 1, rest = value; i >= 0; i--) {
      target[this.used + i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    this.used += size;
    return this;
  }
  private room(size: number): Uint8Array {
    if (this.used + size > this.buffer.length) {
      const larger = new Uint8Array(2 * (this.used + size));
      larger.set(this.view());
      this.buffer.fill(0);
      this.buffer = larger;
    }
    return this.buffer;
  }
}

export class Reader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  u8(): number { return this.number(1); }
  u16(): number { return this.number(2); }
  u32(): number { return this.number(4); }
  u64(): number { return this.number(8); }
  flag(): boolean { return this.u8() === 1; }
  /** a copy */
  fixed(size: number): Uint8Array<ArrayBuffer> { return new Uint8Array(this.borrow(size)); }
  id(): string { return toHex(this.borrow(ID_BYTES)); }
  optionalId(): string | null { return this.flag() ? this.id() : null; }
  opaque(): Uint8Array<ArrayBuffer> { return new Uint8Array(this.borrow(this.length())); }
  text(): string { return decoder.decode(this.borrow(this.length())); }
  list<T>(item: (inner: Reader) => T): T[] {
    const inner = new Reader(this.borrow(this.length()));
    const items: T[] = [];
    while (inner.at < inner.bytes.length) items.push(item(inner));
    return items;
  }

  private length(): number {
    const first = this.u8();
    if (first < 0x40) return first;
    if (first < 0x80) return (first - 0x40) * 0x100 + this.u8();
    return (first - 0x80) * 0x100_0000 + this.number(3);
  }
  private number(size: number): number {
    return this.borrow(size).reduce((value, byte) => value * 256 + byte, 0);
  }
  private borrow(size: number): Uint8Array {
    if (this.at + size > this.bytes.length) throw new RangeError('the crypto core is of another release');
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }
}
