/**
 * The global `crypto`: random values out of the simulation's own seed, and `crypto.subtle`, whose methods are Node's own, loaded
 * when one of them is first called.
 */
import { codes } from "./errors.js";

const INTEGERS = [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "BigInt64Array",
  "BigUint64Array",
];
const kMake = Symbol("kMake");

export function randomUUID(options) {
  if (options !== undefined) checkOptions(options);
  const bytes = new Uint8Array(binding.randomBytes(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return dashed(bytes);
}

/** RFC 9562 §5.7: milliseconds, then chance. */
export function randomUUIDv7(options) {
  if (options !== undefined) checkOptions(options);
  const bytes = new Uint8Array(binding.randomBytes(16));
  let rest = Math.floor(binding.now());
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return dashed(bytes);
}

function checkOptions(options) {
  const { validateBoolean, validateObject } = require("internal/validators");
  validateObject(options, "options");
  if (options.disableEntropyCache !== undefined) validateBoolean(options.disableEntropyCache, "options.disableEntropyCache");
}

function dashed(bytes) {
  const hex = binding.hexEncode(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function getRandomValues(array) {
  if (!ArrayBuffer.isView(array) || !INTEGERS.includes(array[Symbol.toStringTag])) {
    throw new DOMException("The data argument must be an integer-type TypedArray", "TypeMismatchError");
  }
  if (array.byteLength > 65536) {
    throw new DOMException(`The requested length exceeds 65,536 bytes`, "QuotaExceededError");
  }
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(binding.randomBytes(array.byteLength)));
  return array;
}

const loaded = () => require("internal/crypto-subtle")("internal/crypto/webcrypto");

/** How many arguments each method has. */
const METHODS = {
  encrypt: 3,
  decrypt: 3,
  sign: 3,
  verify: 4,
  digest: 2,
  generateKey: 3,
  deriveKey: 5,
  deriveBits: 2,
  importKey: 5,
  exportKey: 2,
  wrapKey: 4,
  unwrapKey: 7,
  getPublicKey: 2,
};

export class SubtleCrypto {
  constructor(key) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }
  static supports(...args) {
    return loaded().SubtleCrypto.supports(...args);
  }
}
for (const [name, length] of Object.entries(METHODS)) {
  const method = {
    [name](...args) {
      if (this !== subtle) return Promise.reject(new codes.ERR_INVALID_THIS("SubtleCrypto"));
      return loaded().crypto.subtle[name](...args);
    },
  }[name];
  Object.defineProperty(method, "length", { value: length, configurable: true });
  Object.defineProperty(SubtleCrypto.prototype, name, { value: method, configurable: true, enumerable: true, writable: true });
}
Object.defineProperty(SubtleCrypto.prototype, Symbol.toStringTag, { configurable: true, value: "SubtleCrypto" });
export const subtle = new SubtleCrypto(kMake);

export class Crypto {
  constructor(key) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }
  get subtle() {
    return subtle;
  }
  getRandomValues(array) {
    if (!(this instanceof Crypto)) throw new codes.ERR_INVALID_THIS("Crypto");
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS("array");
    return getRandomValues(array);
  }
  randomUUID() {
    return randomUUID();
  }
}
Object.defineProperty(Crypto.prototype, Symbol.toStringTag, { configurable: true, value: "Crypto" });

export const crypto = new Crypto(kMake);

/** A class that stands for one that is loaded when it is first used. */
export function lazyClass(name, load) {
  // A function, which an arrow is not for `new`.
  function stand() {
    return undefined;
  }
  const target = () => load();
  const handler = {
    apply: (_stand, self, args) => Reflect.apply(target(), self, args),
    construct: (_stand, args, newTarget) => Reflect.construct(target(), args, newTarget === standIn ? target() : newTarget),
    get: (_stand, key) => (key === "name" ? name : Reflect.get(target(), key)),
    has: (_stand, key) => Reflect.has(target(), key),
    getPrototypeOf: () => Reflect.getPrototypeOf(target()),
  };
  const standIn = new Proxy(stand, handler);
  return standIn;
}

export const CryptoKey = lazyClass("CryptoKey", () => require("internal/crypto-keys")("internal/crypto/keys").CryptoKey);
