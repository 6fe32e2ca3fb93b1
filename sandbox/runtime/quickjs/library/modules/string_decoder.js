/** node:string_decoder: text out of chunks of bytes, characters that fall on a border kept whole. */
import { normalizeEncoding, unfinishedUtf8 } from "../internal/encoding.js";
import { codes } from "../internal/errors.js";

/** How many bytes of what one cannot be decoded before the next chunk, by encoding. Others need none. */
const HELD_BACK = {
  utf8: (bytes) => unfinishedUtf8(bytes, false),
  utf16le: (bytes) => (bytes.length % 2) + (bytes.length > 1 && isHighSurrogate(bytes, bytes.length - (bytes.length % 2)) ? 2 : 0),
  base64: (bytes) => bytes.length % 3,
  base64url: (bytes) => bytes.length % 3,
};

function isHighSurrogate(bytes, end) {
  return (bytes[end - 1] & 0xfc) === 0xd8;
}

export function StringDecoder(encoding = "utf8") {
  const normalized = normalizeEncoding(encoding);
  if (normalized === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = normalized;
  Object.defineProperty(this, "held", { value: Buffer.alloc(0), writable: true, enumerable: false });
}

StringDecoder.prototype.write = function write(chunk) {
  if (typeof chunk === "string") return chunk;
  if (!ArrayBuffer.isView(chunk)) throw new codes.ERR_INVALID_ARG_TYPE("buf", ["Buffer", "TypedArray", "DataView"], chunk);
  const bytes = Buffer.concat([this.held, Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)]);
  const back = HELD_BACK[this.encoding]?.(bytes) ?? 0;
  this.held = bytes.subarray(bytes.length - back);
  return bytes.toString(this.encoding, 0, bytes.length - back);
};

StringDecoder.prototype.end = function end(chunk) {
  const text = chunk === undefined ? "" : this.write(chunk);
  const rest = this.held.toString(this.encoding);
  this.held = Buffer.alloc(0);
  return text + rest;
};

Object.defineProperties(StringDecoder.prototype, {
  lastNeed: {
    configurable: true,
    enumerable: true,
    get() {
      const first = this.held[0];
      if (this.held.length === 0) return 0;
      if (this.encoding === "utf8") return (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2) - this.held.length;
      if (this.encoding === "utf16le") return this.held.length % 2 === 1 ? 1 : 2;
      return 3 - this.held.length;
    },
  },
  lastTotal: {
    configurable: true,
    enumerable: true,
    get() {
      return this.held.length === 0 ? 0 : this.held.length + this.lastNeed;
    },
  },
});
