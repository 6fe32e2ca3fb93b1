/** Reading brotli for node:zlib. */
import { BrotliDecompress } from "brotli/dec/decode.js";
import { BrotliInput } from "brotli/dec/streams.js";
import { type Codec, CodecRefusal } from "../codec.ts";

/** Besides the bytes: the ring of up to 16 MB that a decoder begins with, 4 MB as Node's encoder sets it. */
const COUNTS_AT_FIRST = 100_000;
const COUNTS_PER_BYTE_IN = 16;
const COUNTS_PER_BYTE_OUT = 4;

export const codec: Codec = {
  /** A whole compressed text → its content. Refuses what is damaged, or (`Z_BUF_ERROR`) has no end. */
  decode: ({ bytes, spend, take }) => {
    const compressed = bytes(0);
    spend(COUNTS_AT_FIRST + compressed.length * COUNTS_PER_BYTE_IN);
    const parts: Uint8Array[] = [];
    let length = 0;
    const output = {
      // The package would make room for what a header promises, which may be 16 MB from a few bytes.
      buffer: { length: Number.POSITIVE_INFINITY },
      write(ring: Uint8Array, count: number) {
        length += count;
        take(length);
        spend(count * COUNTS_PER_BYTE_OUT);
        parts.push(ring.slice(0, count));
      },
    };
    decoded(() => BrotliDecompress(new BrotliInput(compressed), output));
    return joined(parts, length);
  },
};

function decoded(decode: () => void): void {
  try {
    decode();
  } catch (error) {
    // The package's refusals are plain errors with a message of its own; what the engine throws (out of memory) is none.
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    const isCut = error.message.includes("end of input") || error.message.includes("not enough bytes");
    if (isCut) throw new CodecRefusal({ name: "Error", message: "unexpected end of file", code: "Z_BUF_ERROR" });
    throw new CodecRefusal({ name: "Error", message: "Decompression failed", code: "ERR__ERROR_FORMAT_PADDING_1" });
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
