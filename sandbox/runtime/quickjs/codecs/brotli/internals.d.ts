/** The package's own parts, which it has no types for. */
declare module "brotli/dec/decode.js" {
  export function BrotliDecompress(
    input: import("brotli/dec/streams.js").BrotliInput,
    output: { readonly buffer: { readonly length: number }; write(ring: Uint8Array, count: number): void },
  ): void;
}
declare module "brotli/dec/streams.js" {
  export class BrotliInput {
    constructor(bytes: Uint8Array);
  }
}
