/**
 * The C++ half of node:zlib (src/node_zlib.cc): a handle that compresses or decompresses, told apart by its mode. The work is the
 * codec's (codecs/compression.ts); its state is memory of the handle's own.
 */
import { BrotliDecoder, BrotliEncoder, ZstdCompress, ZstdDecompress } from "./zlib-others.js";

const { Uint8Array } = primordials;
const subarray = primordials.uncurryThis(Uint8Array.prototype.subarray);

const DEFLATE = 1;
const INFLATE = 2;
const GZIP = 3;
const GUNZIP = 4;
const DEFLATERAW = 5;
const INFLATERAW = 6;
const UNZIP = 7;

const Z_NO_FLUSH = 0;
const Z_FINISH = 4;
const Z_OK = 0;
const Z_STREAM_END = 1;
const Z_NEED_DICT = 2;
const Z_DATA_ERROR = -3;
const Z_BUF_ERROR = -5;
const NAMES = {
  __proto__: null,
  2: "Z_NEED_DICT",
  "-1": "Z_ERRNO",
  "-2": "Z_STREAM_ERROR",
  "-3": "Z_DATA_ERROR",
  "-4": "Z_MEM_ERROR",
  "-5": "Z_BUF_ERROR",
  "-6": "Z_VERSION_ERROR",
};
const GZIP_MAGIC = [0x1f, 0x8b];

/** One call takes so much input, so that a call's work is small. */
const INPUT_AT_ONCE = 65_536;

const call = (...args) => binding.codec("compression", ...args);

class Zlib {
  #mode;
  #state;
  #parameters;
  #windowBits;
  #writeState;
  #callback;
  #dictionary;
  #rejectGarbage;
  #answer = Z_OK;
  #message = "";
  #magicRead = 0;
  #closing = false;

  constructor(mode) {
    this.#mode = mode;
  }

  init(windowBits, level, memLevel, strategy, writeState, callback, dictionary, rejectGarbage) {
    const bits = this.#headerBits(windowBits);
    this.#windowBits = bits;
    this.#parameters = [bits, level, memLevel, strategy];
    this.#writeState = writeState;
    this.#callback = callback;
    this.#dictionary = dictionary && new Uint8Array(dictionary.buffer, dictionary.byteOffset, dictionary.byteLength);
    this.#rejectGarbage = rejectGarbage;
  }

  /** zlib's convention for which header there is. */
  #headerBits(windowBits) {
    const mode = this.#mode;
    if (mode === GZIP || mode === GUNZIP) return windowBits + 16;
    if (mode === UNZIP) return windowBits + 32;
    return mode === DEFLATERAW || mode === INFLATERAW ? -windowBits : windowBits;
  }

  get #compresses() {
    return this.#mode === DEFLATE || this.#mode === GZIP || this.#mode === DEFLATERAW;
  }

  /** Memory is taken when it is needed, and zlib starts. False where it refuses, which `#answer` explains. */
  #started() {
    if (this.#state !== undefined) return true;
    if (this.#compresses) {
      this.#state = new Uint8Array(call("deflateBytes", ...this.#parameters));
      call("deflateStart", this.#state, ...this.#parameters);
    } else {
      this.#state = new Uint8Array(call("inflateBytes"));
      call("inflateStart", this.#state, this.#windowBits);
    }
    if (this.#dictionary === undefined) return true;
    if (this.#mode === DEFLATE || this.#mode === DEFLATERAW)
      this.#answer = call("deflateDictionary", this.#state, ...this.#parameters, this.#dictionary);
    else if (this.#mode === INFLATERAW) this.#answer = call("inflateDictionary", this.#state, this.#dictionary);
    if (this.#answer === Z_OK) return true;
    this.#fail("Failed to set dictionary");
    return false;
  }

  writeSync(flush, input, inputAt, inputLength, output, outputAt, outputLength) {
    this.#work(flush, input, inputAt, inputLength, output, outputAt, outputLength);
    this.#check(flush);
  }

  /** Node's thread pool does the work in the meantime; here it is done when the answer is due. */
  write(flush, input, inputAt, inputLength, output, outputAt, outputLength) {
    setImmediate(() => {
      if (!this.#closing) this.#work(flush, input, inputAt, inputLength, output, outputAt, outputLength);
      if (!this.#closing && !this.#check(flush)) return;
      this.#callback();
    });
  }

  #work(flush, input, inputAt, inputLength, output, outputAt, outputLength) {
    if (!this.#started()) return;
    const from = input === null || input === undefined ? new Uint8Array(0) : bytesAt(input, inputAt, inputLength);
    const flow = { from, to: bytesAt(output, outputAt, outputLength), inputLeft: inputLength };
    if (this.#compresses) this.#step("deflate", flush, flow);
    else this.#decompress(flush, flow);
    this.#writeState[0] = flow.to.length;
    this.#writeState[1] = flow.inputLeft;
  }

  #decompress(flush, flow) {
    if (this.#mode === UNZIP) this.#tellFormat(flow.from);
    this.#step("inflate", flush, flow);
    if (this.#mode !== INFLATERAW && this.#answer === Z_NEED_DICT && this.#dictionary !== undefined) {
      const answer = call("inflateDictionary", this.#state, this.#dictionary);
      if (answer === Z_OK) this.#step("inflate", flush, flow);
      else this.#answer = answer === Z_DATA_ERROR ? Z_NEED_DICT : answer;
    }
    // What follows is another member of the same archive; zeros are padding.
    while (flow.inputLeft > 0 && this.#mode === GUNZIP && this.#answer === Z_STREAM_END && flow.from[0] !== 0 && !this.#rejectGarbage) {
      this.reset();
      this.#step("inflate", flush, flow);
    }
  }

  /** For mode UNZIP, which reads both formats: only gzip's files may have more than one member. */
  #tellFormat(from) {
    for (let index = 0; this.#mode === UNZIP && index < from.length; index += 1) {
      if (from[index] !== GZIP_MAGIC[this.#magicRead]) this.#mode = INFLATE;
      this.#magicRead += 1;
      if (this.#mode === UNZIP && this.#magicRead === GZIP_MAGIC.length) this.#mode = GUNZIP;
    }
  }

  /** Lets zlib work until the input or the place for output is used up. */
  #step(name, flush, flow) {
    const parameters = name === "deflate" ? this.#parameters : [];
    for (;;) {
      const part = Math.min(flow.from.length, INPUT_AT_ONCE);
      const isLast = part === flow.from.length;
      const input = subarray(flow.from, 0, part);
      const told = call(name, this.#state, ...parameters, isLast ? flush : Z_NO_FLUSH, input, flow.to);
      const [answer, inputLeft, outputLeft, ...message] = told.split(" ");
      this.#answer = +answer;
      this.#message = message.join(" ");
      const taken = part - inputLeft;
      flow.from = subarray(flow.from, taken);
      flow.inputLeft -= taken;
      flow.to = subarray(flow.to, flow.to.length - outputLeft);
      if (isLast || this.#answer !== Z_OK || flow.to.length === 0) return;
    }
  }

  /** False where zlib refuses: `onerror` was told. */
  #check(flush) {
    switch (this.#answer) {
      case Z_OK:
      case Z_BUF_ERROR:
        if (this.#writeState[0] !== 0 && flush === Z_FINISH) return this.#fail("unexpected end of file");
        return true;
      case Z_STREAM_END:
        return true;
      case Z_NEED_DICT:
        return this.#fail(this.#dictionary === undefined ? "Missing dictionary" : "Bad dictionary");
      default:
        return this.#fail("Zlib error");
    }
  }

  #fail(message) {
    const code = this.#answer;
    this.onerror(this.#message === "" || code === Z_NEED_DICT ? message : this.#message, code, NAMES[code]);
    return false;
  }

  params(level, strategy) {
    if (!this.#compresses || !this.#started()) return;
    call("deflateParams", this.#state, ...this.#parameters, level, strategy);
  }

  reset() {
    this.#answer = Z_OK;
    if (this.#state === undefined) return;
    if (this.#compresses) call("deflateReset", this.#state, ...this.#parameters);
    else call("inflateReset", this.#state);
  }

  close() {
    this.#closing = true;
    this.#state = undefined;
    this.#dictionary = undefined;
  }

  getAsyncId() {
    return 0;
  }
}

const bytesAt = (view, at, length) => new Uint8Array(view.buffer, view.byteOffset + at, length);

/** zlib.crc32(data, value). */
function crc32(data, value) {
  const bytes = typeof data === "string" ? require("buffer").Buffer.from(data) : bytesAt(data, 0, data.byteLength);
  return call("crc32", bytes, value);
}

export { BrotliDecoder, BrotliEncoder, crc32, Zlib, ZstdCompress, ZstdDecompress };
