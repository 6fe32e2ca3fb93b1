/** Buffer's read… and write… methods, with Node's checks and messages (lib/internal/buffer.js). */
import { codes } from "../errors.js";
import { validateNumber } from "../validators.js";

const viewOf = (buffer) => new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);

function boundsError(value, length, type = undefined) {
  if (Math.floor(value) !== value) {
    validateNumber(value, type);
    throw new codes.ERR_OUT_OF_RANGE(type ?? "offset", "an integer", value);
  }
  if (length < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS();
  throw new codes.ERR_OUT_OF_RANGE(type ?? "offset", `>= ${type ? 1 : 0} and <= ${length}`, value);
}

function checkOffset(buffer, offset, size) {
  validateNumber(offset, "offset");
  if (!Number.isInteger(offset) || offset < 0 || offset + size > buffer.length) boundsError(offset, buffer.length - size);
}

function checkValue(value, min, max, size) {
  if (value >= min && value <= max) return;
  // A NaN is neither, and Node writes it as 0.
  if (!(value > max || value < min)) return;
  const n = typeof min === "bigint" ? "n" : "";
  const bits = size * 8;
  let range = `>= ${min}${n} and <= ${max}${n}`;
  if (size > 4) {
    range =
      min === 0 || min === 0n ? `>= 0${n} and < 2${n} ** ${bits}${n}` : `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`;
  }
  throw new codes.ERR_OUT_OF_RANGE("value", range, value);
}

/** name in Node, DataView's type, bytes, smallest and largest value (none for floating point). */
const FIXED = [
  ["UInt8", "Uint8", 1, 0, 0xff],
  ["Int8", "Int8", 1, -0x80, 0x7f],
  ["UInt16", "Uint16", 2, 0, 0xffff],
  ["Int16", "Int16", 2, -0x8000, 0x7fff],
  ["UInt32", "Uint32", 4, 0, 0xffffffff],
  ["Int32", "Int32", 4, -0x80000000, 0x7fffffff],
  ["BigUInt64", "BigUint64", 8, 0n, 0xffffffffffffffffn],
  ["BigInt64", "BigInt64", 8, -0x8000000000000000n, 0x7fffffffffffffffn],
  ["Float", "Float32", 4],
  ["Double", "Float64", 8],
];

export function addNumberMethods(prototype) {
  const add = (name, method) => {
    Object.defineProperty(method, "name", { value: name, configurable: true });
    prototype[name] = method;
    // Node's own alias: readUint8 for readUInt8, readBigUint64LE for readBigUInt64LE.
    if (name.includes("UInt")) prototype[name.replace("UInt", "Uint")] = method;
  };
  for (const [name, type, size, min, max] of FIXED) {
    for (const endian of size === 1 ? [""] : ["LE", "BE"]) {
      add(`read${name}${endian}`, reader(`get${type}`, size, endian === "LE"));
      add(`write${name}${endian}`, writer(`set${type}`, size, endian === "LE", min, max));
    }
  }
  for (const endian of ["LE", "BE"]) {
    for (const signed of [false, true]) {
      add(`read${signed ? "" : "U"}Int${endian}`, readerOfAnySize(signed, endian === "LE"));
      add(`write${signed ? "" : "U"}Int${endian}`, writerOfAnySize(signed, endian === "LE"));
    }
  }
}

function reader(get, size, little) {
  return function (offset = 0) {
    checkOffset(this, offset, size);
    return viewOf(this)[get](offset, little);
  };
}

function writer(set, size, little, min, max) {
  return function (value, offset = 0) {
    const big = typeof min === "bigint";
    if (big && typeof value !== "bigint") throw new TypeError("Cannot mix BigInt and other types, use explicit conversions");
    const number = big ? value : +value;
    if (size === 1) validateNumber(offset, "offset");
    if (min !== undefined) checkValue(number, min, max, size);
    checkOffset(this, offset, size);
    viewOf(this)[set](offset, number, little);
    return offset + size;
  };
}

function checkSize(size) {
  if (size === undefined) throw new codes.ERR_INVALID_ARG_TYPE("byteLength", "number", size);
  if (!Number.isInteger(size) || size < 1 || size > 6) boundsError(size, 6, "byteLength");
}

const indices = (size, little) => Array.from({ length: size }, (_, index) => (little ? size - 1 - index : index));

function readerOfAnySize(signed, little) {
  return function (offset, byteLength) {
    if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE("offset", "number", offset);
    checkSize(byteLength);
    checkOffset(this, offset, byteLength);
    let value = 0;
    for (const index of indices(byteLength, little)) value = value * 256 + this[offset + index];
    return signed && value >= 2 ** (byteLength * 8 - 1) ? value - 2 ** (byteLength * 8) : value;
  };
}

function writerOfAnySize(signed, little) {
  return function (value, offset, byteLength) {
    checkSize(byteLength);
    const bits = byteLength * 8;
    const [min, max] = signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
    checkValue(+value, min, max, byteLength);
    checkOffset(this, offset, byteLength);
    let rest = Math.trunc(+value) || 0;
    for (const index of indices(byteLength, little).reverse()) {
      this[offset + index] = rest;
      rest = Math.floor(rest / 256);
    }
    return offset + byteLength;
  };
}
