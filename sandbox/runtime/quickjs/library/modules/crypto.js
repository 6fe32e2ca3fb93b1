/** node:crypto, as far as random values go. What computes digests, signatures or ciphers says that it is not there yet. */
import { codes, nativeCoded, unsupported } from "../internal/errors.js";
import { validateFunction, validateInteger, validateNumber } from "../internal/validators.js";
import { getRandomValues, randomUUID, crypto as webcrypto } from "../internal/webcrypto.js";

const MOST_BYTES = 2 ** 31 - 1;
/** randomInt draws 48 bits (Node's documentation of crypto.randomInt). */
const RANDOM_RANGE = 2 ** 48;

/** Node calls back from its thread pool: never before the caller returned. */
function answer(callback, make) {
  if (callback === undefined) return make();
  validateFunction(callback, "callback");
  setImmediate(() => callback(null, make()));
  return undefined;
}

function randomBytes(size, callback) {
  validateNumber(size, "size", 0, MOST_BYTES);
  return answer(callback, () => Buffer.from(binding.randomBytes(Math.trunc(size))));
}

function randomFillSync(buffer, offset = 0, size = undefined) {
  const target = ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer);
  validateInteger(offset, "offset", 0, target.length);
  const length = size ?? target.length - offset;
  validateInteger(length, "size", 0, target.length - offset);
  target.set(new Uint8Array(binding.randomBytes(length)), offset);
  return buffer;
}

function randomFill(buffer, ...rest) {
  const callback = rest.pop();
  validateFunction(callback, "callback");
  answer(callback, () => randomFillSync(buffer, ...rest));
}

function randomInt(...args) {
  const callback = typeof args.at(-1) === "function" ? args.pop() : undefined;
  const [min, max] = args.length < 2 || args[1] === undefined ? [0, args[0]] : args;
  if (!Number.isSafeInteger(min)) throw new codes.ERR_INVALID_ARG_TYPE("min", "a safe integer", min);
  if (!Number.isSafeInteger(max)) throw new codes.ERR_INVALID_ARG_TYPE("max", "a safe integer", max);
  if (max <= min) throw new codes.ERR_OUT_OF_RANGE("max", `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (range >= RANDOM_RANGE) throw new codes.ERR_OUT_OF_RANGE(args.length < 2 ? "max" : "max - min", `<= ${RANDOM_RANGE - 1}`, range);
  return answer(callback, () => {
    // Draws above the last whole multiple of the range would favour small numbers.
    const limit = RANDOM_RANGE - (RANDOM_RANGE % range);
    for (;;) {
      const drawn = binding.random() * 65536 + (binding.random() >>> 16);
      if (drawn < limit) return (drawn % range) + min;
    }
  });
}

function timingSafeEqual(a, b) {
  for (const [name, value] of [
    ["buf1", a],
    ["buf2", b],
  ]) {
    if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) {
      throw nativeCoded(
        TypeError,
        "ERR_INVALID_ARG_TYPE",
        `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`,
      );
    }
  }
  if (a.byteLength !== b.byteLength) {
    throw nativeCoded(RangeError, "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH", "Input buffers must have the same byte length");
  }
  const bytes = (value) => Buffer.from(value.buffer ?? value, value.byteOffset ?? 0, value.byteLength);
  return bytes(a).equals(bytes(b));
}

const crypto = {
  getRandomValues,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  timingSafeEqual,
  webcrypto,
  get subtle() {
    return webcrypto.subtle;
  },
};

for (const name of [
  "createCipheriv",
  "createDecipheriv",
  "createDiffieHellman",
  "createECDH",
  "createHash",
  "createHmac",
  "createPrivateKey",
  "createPublicKey",
  "createSecretKey",
  "createSign",
  "createVerify",
  "generateKey",
  "generateKeyPair",
  "generateKeyPairSync",
  "getCiphers",
  "getHashes",
  "hash",
  "hkdf",
  "hkdfSync",
  "pbkdf2",
  "pbkdf2Sync",
  "privateDecrypt",
  "publicEncrypt",
  "scrypt",
  "scryptSync",
  "sign",
  "verify",
]) {
  const refuse = () => {
    throw unsupported(`crypto.${name}`);
  };
  crypto[name] = Object.defineProperty(refuse, "name", { value: name === "sign" || name === "verify" ? `${name}OneShot` : name });
}

export { crypto as "module.exports" };
