/** Handles of the formats besides zlib's: brotli is read and not written, zstd is neither. */
import { unsupported } from "./errors.js";

const { Uint8Array } = primordials;

const BROTLI_OPERATION_FLUSH = 1;
const BROTLI_OPERATION_FINISH = 2;

/** Simplified: a stream's content comes when its end has been read, where Node gives it as it comes. */
export class BrotliDecoder {
  #writeState;
  #callback;
  #input = [];
  #output;
  #given = 0;
  #closing = false;

  init(_parameters, writeState, callback, dictionary) {
    if (dictionary !== undefined) throw unsupported("zlib: brotli의 dictionary 옵션");
    this.#writeState = writeState;
    this.#callback = callback;
  }

  writeSync(flush, input, inputAt, inputLength, output, outputAt, outputLength) {
    this.#work(flush, input, inputAt, inputLength, output, outputAt, outputLength);
  }

  write(flush, input, inputAt, inputLength, output, outputAt, outputLength) {
    setImmediate(() => {
      if (!this.#closing && !this.#work(flush, input, inputAt, inputLength, output, outputAt, outputLength)) return;
      this.#callback();
    });
  }

  #work(flush, input, inputAt, inputLength, output, outputAt, outputLength) {
    if (inputLength > 0) this.#input.push(new Uint8Array(input.buffer, input.byteOffset + inputAt, inputLength).slice());
    // fetch and axios never say that the end has come, and flush every piece: the last one completes it.
    const tries = flush === BROTLI_OPERATION_FINISH || (flush === BROTLI_OPERATION_FLUSH && inputLength > 0);
    if (tries && this.#output === undefined && !this.#decode(flush === BROTLI_OPERATION_FLUSH)) return false;
    const part = this.#output?.subarray(this.#given, this.#given + outputLength) ?? new Uint8Array(0);
    new Uint8Array(output.buffer, output.byteOffset + outputAt, outputLength).set(part);
    this.#given += part.length;
    this.#writeState[0] = outputLength - part.length;
    this.#writeState[1] = 0;
    return true;
  }

  #decode(mayGoOn) {
    const { concat } = require("internal/blob-bytes");
    const whole = new Uint8Array(concat(this.#input));
    try {
      this.#output = new Uint8Array(binding.codec("brotli", "decode", whole));
      return true;
    } catch (error) {
      if (mayGoOn && error?.code === "Z_BUF_ERROR") return true;
      if (error?.code === "Z_BUF_ERROR") this.onerror(error.message, -5, error.code);
      else this.onerror("Decompression failed", -2, error.code);
      return false;
    }
  }

  params() {}

  reset() {
    this.#input = [];
    this.#output = undefined;
    this.#given = 0;
  }

  close() {
    this.#closing = true;
    this.reset();
  }
}

const absent = (name) =>
  class {
    init() {
      throw unsupported(name);
    }
  };

export const BrotliEncoder = absent("zlib의 brotli 압축");
export const ZstdCompress = absent("zlib의 zstd 압축");
export const ZstdDecompress = absent("zlib의 zstd 압축 해제");
