/** The whole surface that bredvid_core.wasm may import: the host's randomness (tests/wasm/check_imports.mjs). */

const MAX_AT_ONCE_BYTES = 65_536;   // getRandomValues takes no more

export function wasiImports(memory: () => WebAssembly.Memory): WebAssembly.Imports {
  return {
    wasi_snapshot_preview1: {
      random_get(pointer: number, length: number): number {
        const target = new Uint8Array(memory().buffer, pointer, length);
        for (let at = 0; at < length; at += MAX_AT_ONCE_BYTES) {
          crypto.getRandomValues(target.subarray(at, Math.min(length, at + MAX_AT_ONCE_BYTES)));
        }
        return 0;
      },
    },
  };
}
