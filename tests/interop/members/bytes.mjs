// Bytes as Uint8Array in the drivers, as hex where they are compared or written down.
export const hex = (bytes) => Buffer.from(bytes).toString('hex');
export const unhex = (text) => new Uint8Array(Buffer.from(text, 'hex'));
export const utf8 = (text) => new TextEncoder().encode(text);
export const text_of = (bytes) => new TextDecoder().decode(bytes);
export const equal = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

// What core-crypto exports under; the other two are asked for the same MLS-Exporter value.
export const exporter = { label: 'exporter', context: new Uint8Array(), size: 32 };
