/**
 * node:buffer. A Buffer is a Uint8Array with more methods. Simplified: no pool (`buf.buffer` is always the Buffer's own), and
 * `allocUnsafe` gives zeros.
 */
import { codecOf } from "../internal/buffer/codecs.js";
import { inspected } from "../internal/buffer/inspected.js";
import { addNumberMethods } from "../internal/buffer/numbers.js";
import { find } from "../internal/buffer/search.js";
import { atob, btoa } from "../internal/buffer/web-base64.js";
import { fill, writeText } from "../internal/buffer/writing.js";
import { normalizeEncoding } from "../internal/encoding.js";
import { codes, nativeCoded } from "../internal/errors.js";
import { lazyClass } from "../internal/lazy-class.js";
import { isAnyArrayBuffer, isUint8Array } from "../internal/types.js";
import { validateArray, validateInteger, validateNumber } from "../internal/validators.js";

const kMaxLength = 2 ** 53 - 1;
const kStringMaxLength = 536870888;

class FastBuffer extends Uint8Array {}

function Buffer(value, encodingOrOffset, length) {
  if (typeof value !== "number") return Buffer.from(value, encodingOrOffset, length);
  if (typeof encodingOrOffset === "string") throw new codes.ERR_INVALID_ARG_TYPE("string", "string", value);
  return Buffer.alloc(value);
}
Buffer.prototype = FastBuffer.prototype;
Object.defineProperty(Buffer.prototype, "constructor", { value: Buffer, writable: true, configurable: true, enumerable: false });
Object.defineProperty(Buffer, Symbol.species, { configurable: true, get: () => FastBuffer });
Object.setPrototypeOf(Buffer, Uint8Array);

const bufferOver = (bytes) => new FastBuffer(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const FIRST_ARGUMENT = ["string", "Buffer", "ArrayBuffer", "Array", "Array-like Object"];

Buffer.poolSize = 8192;

Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === "string") return bufferOver(codecOf(encodingOrOffset).encode(value));
  if (typeof value === "object" && value !== null) {
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const primitive = value.valueOf?.();
    if (primitive != null && primitive !== value && (typeof primitive === "string" || typeof primitive === "object")) {
      return Buffer.from(primitive, encodingOrOffset, length);
    }
    const made = fromObject(value);
    if (made) return made;
    if (typeof value[Symbol.toPrimitive] === "function") {
      const text = value[Symbol.toPrimitive]("string");
      if (typeof text === "string") return bufferOver(codecOf(encodingOrOffset).encode(text));
    }
  }
  throw new codes.ERR_INVALID_ARG_TYPE("first argument", FIRST_ARGUMENT, value);
};

function fromArrayBuffer(buffer, offset, length) {
  const start = offset === undefined ? 0 : Number.isNaN(+offset) ? 0 : +offset;
  const most = buffer.byteLength - start;
  if (most < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS("offset");
  if (length === undefined) return new FastBuffer(buffer, start, most);
  const wanted = Math.max(+length || 0, 0);
  if (wanted > most) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS("length");
  return new FastBuffer(buffer, start, wanted);
}

function fromObject(value) {
  if (value.length !== undefined || isAnyArrayBuffer(value.buffer))
    return typeof value.length !== "number" ? new FastBuffer() : fromArrayLike(value);
  if (value.type === "Buffer" && Array.isArray(value.data)) return fromArrayLike(value.data);
  return undefined;
}

function fromArrayLike(items) {
  if (items.length <= 0) return new FastBuffer();
  const buffer = new FastBuffer(items.length);
  for (let index = 0; index < items.length; index += 1) buffer[index] = items[index];
  return buffer;
}

Buffer.copyBytesFrom = function copyBytesFrom(view, offset = 0, length = undefined) {
  if (!ArrayBuffer.isView(view) || view instanceof DataView) throw new codes.ERR_INVALID_ARG_TYPE("view", ["TypedArray"], view);
  validateInteger(offset, "offset", 0);
  const part = view.slice(offset, length === undefined ? undefined : offset + length);
  return new FastBuffer(part.buffer, part.byteOffset, part.byteLength);
};

function checkSize(size) {
  validateNumber(size, "size", 0, kMaxLength);
  return size;
}

Buffer.alloc = function alloc(size, fill, encoding) {
  const buffer = new FastBuffer(checkSize(size));
  return fill !== undefined && fill !== 0 && size > 0
    ? buffer.fill(fill, 0, buffer.length, typeof encoding === "string" ? encoding : "utf8")
    : buffer;
};

Buffer.allocUnsafe = function allocUnsafe(size) {
  return new FastBuffer(checkSize(size));
};

Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  return new FastBuffer(checkSize(size));
};

/** What is no number, or too large for one, is 0. */
function toInteger(value) {
  const number = +value;
  return Number.isNaN(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER ? 0 : Math.floor(number);
}

Buffer.isBuffer = function isBuffer(value) {
  return value instanceof Buffer;
};

Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === "string" && encoding.length !== 0 && normalizeEncoding(encoding) !== undefined;
};

function byteLength(value, encoding) {
  if (typeof value !== "string") {
    if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) return value.byteLength;
    throw new codes.ERR_INVALID_ARG_TYPE("string", ["string", "Buffer", "ArrayBuffer"], value);
  }
  return (normalizeEncoding(encoding) === undefined ? codecOf("utf8") : codecOf(encoding)).byteLength(value);
}
Buffer.byteLength = byteLength;

Buffer.compare = function compare(a, b) {
  if (!isUint8Array(a)) throw new codes.ERR_INVALID_ARG_TYPE("buf1", ["Buffer", "Uint8Array"], a);
  if (!isUint8Array(b)) throw new codes.ERR_INVALID_ARG_TYPE("buf2", ["Buffer", "Uint8Array"], b);
  return ordered(a, b);
};

function ordered(a, b) {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    if (a[index] !== b[index]) return a[index] < b[index] ? -1 : 1;
  }
  return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
}

Buffer.concat = function concat(list, length) {
  validateArray(list, "list");
  if (list.length === 0) return new FastBuffer();
  for (let index = 0; index < list.length; index += 1) {
    if (!isUint8Array(list[index])) throw new codes.ERR_INVALID_ARG_TYPE(`list[${index}]`, ["Buffer", "Uint8Array"], list[index]);
  }
  if (length !== undefined) validateInteger(length, "length", 0);
  const buffer = new FastBuffer(length ?? list.reduce((sum, { length: each }) => sum + each, 0));
  let at = 0;
  for (const part of list) {
    if (at >= buffer.length) break;
    buffer.set(part.length > buffer.length - at ? part.subarray(0, buffer.length - at) : part, at);
    at += part.length;
  }
  return buffer;
};

const clamped = (value, fallback, length) => {
  if (value === undefined) return fallback;
  const number = Math.trunc(value) || 0;
  return number < 0 ? 0 : Math.min(number, length);
};

const methods = {
  toString(encoding, start, end) {
    if (arguments.length === 0) return codecOf("utf8").decode(this);
    const from = start <= 0 || start === undefined ? 0 : Math.trunc(start) || 0;
    const to = clamped(end, this.length, this.length);
    if (from >= this.length || to <= from) return "";
    const codec = codecOf(encoding);
    return codec.decode(from === 0 && to === this.length ? this : this.subarray(from, to));
  },
  equals(other) {
    if (!isUint8Array(other)) throw new codes.ERR_INVALID_ARG_TYPE("otherBuffer", ["Buffer", "Uint8Array"], other);
    return this === other || (this.byteLength === other.byteLength && ordered(this, other) === 0);
  },
  [Symbol.for("nodejs.util.inspect.custom")](_depth, context) {
    return inspected(this, context, module.exports.INSPECT_MAX_BYTES);
  },
  compare(target, targetStart = 0, targetEnd = target?.length, start = 0, end = this.length) {
    if (!isUint8Array(target)) throw new codes.ERR_INVALID_ARG_TYPE("target", ["Buffer", "Uint8Array"], target);
    validateInteger(targetStart, "targetStart", 0);
    validateInteger(targetEnd, "targetEnd", 0, target.length);
    validateInteger(start, "sourceStart", 0);
    validateInteger(end, "sourceEnd", 0, this.length);
    if (start >= end) return targetStart >= targetEnd ? 0 : -1;
    if (targetStart >= targetEnd) return 1;
    return ordered(this.subarray(start, end), target.subarray(targetStart, targetEnd));
  },
  indexOf(value, byteOffset, encoding) {
    return find(this, value, byteOffset, encoding, true);
  },
  lastIndexOf(value, byteOffset, encoding) {
    return find(this, value, byteOffset, encoding, false);
  },
  includes(value, byteOffset, encoding) {
    return find(this, value, byteOffset, encoding, true) !== -1;
  },
  fill,
  write(string, offset, length, encoding) {
    if (typeof string !== "string") throw nativeCoded(TypeError, "ERR_INVALID_ARG_TYPE", "argument must be a string");
    // write(string), write(string, encoding), write(string, offset[, length][, encoding])
    if (offset === undefined) return writeText(this, string, 0, this.length, "utf8");
    if (typeof offset === "string" && length === undefined) return writeText(this, string, 0, this.length, offset);
    validateInteger(offset, "offset", 0, this.length);
    const start = offset;
    const room = this.length - start;
    if (typeof length === "string") return writeText(this, string, start, room, length);
    if (length !== undefined) validateInteger(length, "length", 0, this.length);
    return writeText(this, string, start, Math.min(length ?? room, room), encoding);
  },
  toJSON() {
    return { type: "Buffer", data: Array.from(this) };
  },
  subarray(start, end) {
    const relative = (value, fallback) => {
      const number = value === undefined ? fallback : Math.trunc(value) || 0;
      return number < 0 ? Math.max(0, number + this.length) : Math.min(number, this.length);
    };
    const from = relative(start, 0);
    const to = relative(end, this.length);
    return new FastBuffer(this.buffer, this.byteOffset + from, Math.max(0, to - from));
  },
  slice(start, end) {
    return this.subarray(start, end);
  },
  copy(target, targetStart = 0, start = 0, end = this.length) {
    if (!ArrayBuffer.isView(target)) throw new codes.ERR_INVALID_ARG_TYPE("target", ["Buffer", "Uint8Array"], target);
    const at = toInteger(targetStart);
    const from = toInteger(start);
    const to = toInteger(end);
    if (at < 0) throw new codes.ERR_OUT_OF_RANGE("targetStart", ">= 0", at);
    if (from < 0 || from > this.length) throw new codes.ERR_OUT_OF_RANGE("sourceStart", `>= 0 && <= ${this.length}`, from);
    if (to < 0) throw new codes.ERR_OUT_OF_RANGE("sourceEnd", ">= 0", to);
    if (at >= target.byteLength || from >= to) return 0;
    const part = Uint8Array.prototype.subarray.call(this, from, Math.min(to, from + target.byteLength - at));
    new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(part, at);
    return part.length;
  },
  swap16() {
    return swapped(this, 2);
  },
  swap32() {
    return swapped(this, 4);
  },
  swap64() {
    return swapped(this, 8);
  },
};
methods.toLocaleString = methods.toString;
for (const name of Object.keys(methods)) Buffer.prototype[name] = methods[name];
Object.defineProperty(Buffer.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value: methods[Symbol.for("nodejs.util.inspect.custom")],
  writable: true,
  configurable: true,
});
for (const [alias, key] of [
  ["parent", "buffer"],
  ["offset", "byteOffset"],
]) {
  Object.defineProperty(Buffer.prototype, alias, {
    enumerable: true,
    get() {
      return this instanceof Buffer ? this[key] : undefined;
    },
  });
}
for (const encoding of ["ascii", "base64", "base64url", "latin1", "hex", "ucs2", "utf8"]) {
  Buffer.prototype[`${encoding}Slice`] = function (start, end) {
    return this.toString(encoding, start, end);
  };
  Buffer.prototype[`${encoding}Write`] = function (text, offset, length) {
    return this.write(text, offset, length, encoding);
  };
}
addNumberMethods(Buffer.prototype);

function swapped(buffer, size) {
  if (buffer.length % size !== 0) throw new codes.ERR_INVALID_BUFFER_SIZE(`${size * 8}-bits`);
  for (let at = 0; at < buffer.length; at += size)
    Uint8Array.prototype.reverse.call(Uint8Array.prototype.subarray.call(buffer, at, at + size));
  return buffer;
}

function SlowBuffer(length) {
  return Buffer.allocUnsafeSlow(length);
}

function isUtf8(input) {
  return binding.utf8IsValid(bufferOf(input)) === 1;
}

function isAscii(input) {
  return bufferOf(input).every((byte) => byte < 128);
}

function bufferOf(input) {
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  throw new codes.ERR_INVALID_ARG_TYPE("input", ["ArrayBuffer", "Buffer", "TypedArray"], input);
}

function transcode(source, fromEncoding, toEncoding) {
  if (!isUint8Array(source)) throw new codes.ERR_INVALID_ARG_TYPE("source", ["Buffer", "Uint8Array"], source);
  const text = codecOf(fromEncoding).decode(source);
  const to = normalizeEncoding(toEncoding);
  // What the target cannot hold becomes a question mark.
  const limit = to === "ascii" ? /[^\x00-\x7f]/gu : to === "latin1" ? /[^\x00-\xff]/gu : undefined;
  return Buffer.from(limit ? text.replace(limit, "?") : text, to);
}

const exported = {
  Buffer,
  SlowBuffer,
  transcode,
  isUtf8,
  isAscii,
  kMaxLength,
  kStringMaxLength,
  btoa,
  atob,
  constants: { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength },
  INSPECT_MAX_BYTES: 50,
  Blob: lazyClass("Blob", () => require("internal/blob").Blob),
  File: lazyClass("File", () => require("internal/blob").File),
  resolveObjectURL: (url) => require("internal/blob").resolveObjectURL(url),
};

export { exported as "module.exports" };
