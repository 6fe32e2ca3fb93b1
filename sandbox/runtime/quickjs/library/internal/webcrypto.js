/** The global `crypto`: random values out of the simulation's own seed. */
import { codes, unsupported } from "./errors.js";

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

export function randomUUID() {
  const bytes = new Uint8Array(binding.randomBytes(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
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

/** Its methods are there to be asked for; calling one says that it is not there yet. */
class SubtleCrypto {}
for (const name of [
  "decrypt",
  "deriveBits",
  "deriveKey",
  "digest",
  "encrypt",
  "exportKey",
  "generateKey",
  "importKey",
  "sign",
  "unwrapKey",
  "verify",
  "wrapKey",
]) {
  SubtleCrypto.prototype[name] = { [name]: async () => Promise.reject(unsupported(`crypto.subtle.${name}`)) }[name];
}
Object.defineProperty(SubtleCrypto.prototype, Symbol.toStringTag, { configurable: true, value: "SubtleCrypto" });
export const subtle = new SubtleCrypto();

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
