/**
 * node:crypto. Random values are made here; all else is Node's own files (library/node-groups.ts), each loaded when one of its
 * functions is first called.
 */
import { codes, nativeCoded } from "../internal/errors.js";
import { validateFunction, validateNumber } from "../internal/validators.js";
import { getRandomValues, lazyClass, randomUUID, randomUUIDv7, crypto as webcrypto } from "../internal/webcrypto.js";

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

const isAnyArrayBuffer = (value) => value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;

function randomFillSync(buffer, offset = 0, size = undefined) {
  const { target, from, length } = part(buffer, offset, size);
  target.set(new Uint8Array(binding.randomBytes(length)), from);
  return buffer;
}

/** `offset` and `size` count elements. */
function part(buffer, offset, size) {
  const isView = ArrayBuffer.isView(buffer);
  if (!isView && !isAnyArrayBuffer(buffer)) throw new codes.ERR_INVALID_ARG_TYPE("buf", ["ArrayBuffer", "ArrayBufferView"], buffer);
  const target = isView ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer);
  const elementSize = buffer.BYTES_PER_ELEMENT ?? 1;
  const inBytes = (value, name, most) => {
    validateNumber(value, name);
    const bytes = value * elementSize;
    if (Number.isNaN(bytes) || bytes > most || bytes < 0) throw new codes.ERR_OUT_OF_RANGE(name, `>= 0 && <= ${most}`, bytes);
    return bytes >>> 0;
  };
  const from = inBytes(offset, "offset", target.length);
  if (size === undefined) return { target, from, length: target.length - from };
  const length = inBytes(size, "size", MOST_BYTES);
  if (length + from > target.length) throw new codes.ERR_OUT_OF_RANGE("size + offset", `<= ${target.length}`, length + from);
  return { target, from, length };
}

function randomFill(buffer, offset, size, callback) {
  const rest = [offset, size, callback];
  const called = rest.find((value) => typeof value === "function") ?? callback;
  if (!ArrayBuffer.isView(buffer) && !isAnyArrayBuffer(buffer)) part(buffer, 0);
  validateFunction(called, "callback");
  const [from, length] = rest.slice(0, rest.indexOf(called));
  part(buffer, from ?? 0, length);
  answer(called, () => randomFillSync(buffer, from ?? 0, length));
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

/** Which of Node's files has what, by the module of ours that holds it; with how many parameters. */
const FUNCTIONS = {
  "internal/crypto-hash": { "internal/crypto/hash": { hash: 3 } },
  "internal/crypto-kdf": {
    "internal/crypto/pbkdf2": { pbkdf2: 6, pbkdf2Sync: 5 },
    "internal/crypto/scrypt": { scrypt: 4, scryptSync: 3 },
    "internal/crypto/hkdf": { hkdf: 6, hkdfSync: 5 },
  },
  "internal/crypto-cipher": {
    "internal/crypto/cipher": { privateDecrypt: 2, privateEncrypt: 2, publicDecrypt: 2, publicEncrypt: 2, getCipherInfo: 2 },
  },
  "internal/crypto-keys": {
    "internal/crypto/keys": { createPrivateKey: 1, createPublicKey: 1, createSecretKey: 2 },
    "internal/crypto/sig": { signOneShot: 4, verifyOneShot: 5 },
    "internal/crypto/util": { getCiphers: 0, getCurves: 0, getHashes: 0, secureHeapUsed: 0, setEngine: 2 },
  },
  "internal/crypto-keygen": {
    "internal/crypto/keygen": { generateKeyPair: 3, generateKeyPairSync: 2, generateKey: 3, generateKeySync: 2 },
    "internal/crypto/diffiehellman": { diffieHellman: 2 },
  },
};
const CLASSES = {
  "internal/crypto-hash": { "internal/crypto/hash": ["Hash", "Hmac"] },
  "internal/crypto-cipher": { "internal/crypto/cipher": ["Cipheriv", "Decipheriv"] },
  "internal/crypto-keygen": { "internal/crypto/diffiehellman": ["DiffieHellman", "DiffieHellmanGroup", "ECDH"] },
  "internal/crypto-keys": { "internal/crypto/keys": ["KeyObject"], "internal/crypto/sig": ["Sign", "Verify"] },
};

const loaded = { __proto__: null };
for (const [group, files] of Object.entries(FUNCTIONS)) {
  for (const [file, functions] of Object.entries(files)) {
    for (const [name, length] of Object.entries(functions)) loaded[name] = delegate(name, length, () => require(group)(file));
  }
}
for (const [group, files] of Object.entries(CLASSES)) {
  for (const [file, names] of Object.entries(files)) {
    for (const name of names) loaded[name] = lazyClass(name, () => require(group)(file)[name]);
  }
}

function delegate(name, length, load) {
  const call = (...args) => load()[name](...args);
  Object.defineProperty(call, "name", { value: name, configurable: true });
  return Object.defineProperty(call, "length", { value: length, configurable: true });
}

const hashes = () => require("internal/crypto-hash")("internal/crypto/hash");
const ciphers = () => require("internal/crypto-cipher")("internal/crypto/cipher");
const signatures = () => require("internal/crypto-keys")("internal/crypto/sig");
const exchanges = () => require("internal/crypto-keygen")("internal/crypto/diffiehellman");

function createHash(algorithm, options) {
  return new (hashes().Hash)(algorithm, options);
}
function createHmac(hmac, key, options) {
  return new (hashes().Hmac)(hmac, key, options);
}
function createCipheriv(cipher, key, iv, options) {
  return new (ciphers().Cipheriv)(cipher, key, iv, options);
}
function createDecipheriv(cipher, key, iv, options) {
  return new (ciphers().Decipheriv)(cipher, key, iv, options);
}
function createSign(algorithm, options) {
  return new (signatures().Sign)(algorithm, options);
}
function createVerify(algorithm, options) {
  return new (signatures().Verify)(algorithm, options);
}
function createECDH(curve) {
  return new (exchanges().ECDH)(curve);
}
function createDiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding) {
  return new (exchanges().DiffieHellman)(sizeOrKey, keyEncoding, generator, genEncoding);
}
function createDiffieHellmanGroup(name) {
  return new (exchanges().DiffieHellmanGroup)(name);
}
function getFips() {
  return 0;
}

/** util.promisify of it gives both keys. */
Object.defineProperty(loaded.generateKeyPair, Symbol.for("nodejs.util.promisify.custom"), {
  value: (type, options) =>
    new Promise((resolve, reject) => {
      loaded.generateKeyPair(type, options, (error, publicKey, privateKey) => (error ? reject(error) : resolve({ publicKey, privateKey })));
    }),
});

const { signOneShot, verifyOneShot, Hash, Hmac, ...others } = loaded;

const crypto = {
  createCipheriv,
  createDecipheriv,
  createDiffieHellman,
  createDiffieHellmanGroup,
  createECDH,
  createHash,
  createHmac,
  createSign,
  createVerify,
  getDiffieHellman: createDiffieHellmanGroup,
  getFips,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  randomUUIDv7,
  sign: signOneShot,
  timingSafeEqual,
  verify: verifyOneShot,
  Hash,
  Hmac,
  ...others,
};

/** What of Node's crypto is not here. */
const ABSENT = [
  "argon2",
  "argon2Sync",
  "checkPrime",
  "checkPrimeSync",
  "decapsulate",
  "encapsulate",
  "generatePrime",
  "generatePrimeSync",
  "setFips",
  "Certificate",
  "X509Certificate",
];
for (const name of ABSENT) crypto[name] = refusing(name);

/** A function that `new` may be said of. */
function refusing(name) {
  function refuse() {
    throw new Error(`람다 랩의 시뮬레이터는 crypto.${name}을(를) 지원하지 않습니다. 실제 AWS Lambda에서는 사용할 수 있습니다.`);
  }
  return Object.defineProperty(refuse, "name", { value: name });
}

const property = (name, get) => Object.defineProperty(crypto, name, { configurable: false, enumerable: true, get, set: undefined });
property("constants", () => require("internal/crypto-constants").constants);
property("webcrypto", () => webcrypto);
property("subtle", () => webcrypto.subtle);
property("getRandomValues", () => getRandomValues);
for (const alias of ["prng", "pseudoRandomBytes", "rng"]) {
  Object.defineProperty(crypto, alias, { configurable: true, enumerable: false, writable: true, value: randomBytes });
}

export { crypto as "module.exports" };
