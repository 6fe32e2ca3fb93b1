/**
 * What Node's hash.js, pbkdf2.js, scrypt.js and hkdf.js have on the native side: digests, MACs and derived keys, computed by
 * the host (codecs/digest.ts). A digest that has begun is bytes in the guest's own memory.
 */
import { digestName, EXTENDABLE } from "./crypto/digest-names.js";
import { bytesOf, CryptoJob, concat, inputBytes, NOTHING, opensslError, output } from "./crypto/job.js";
import { nativeCoded } from "./errors.js";

const call = (name, ...args) => binding.codec("digest", name, ...args);

/** Up to here, what update() is given waits in the guest: small messages are one call of the host. */
const WAITING_BYTES = 65_536;
const OUTPUT_LENGTHS = { md5: 16, sha1: 20, ripemd160: 20, sha224: 28, sha384: 48, "sha3-224": 28, "sha3-384": 48, "sha512-224": 28 };

/** Bytes that are on their way into a digest. */
class Absorbing {
  constructor(algorithm, state = NOTHING, waiting = []) {
    this.algorithm = algorithm;
    this.state = state;
    this.waiting = waiting;
    this.length = waiting.reduce((length, bytes) => length + bytes.length, 0);
  }
  add(bytes) {
    if (this.length + bytes.length > WAITING_BYTES) {
      this.flush();
      if (bytes.length > WAITING_BYTES) {
        this.state = new Uint8Array(call("absorb", this.algorithm, this.state, bytes));
        return;
      }
    }
    this.waiting[this.waiting.length] = bytes.slice();
    this.length += bytes.length;
  }
  flush() {
    if (this.length > 0) this.state = new Uint8Array(call("absorb", this.algorithm, this.state, this.rest()));
    this.waiting = [];
    this.length = 0;
  }
  rest() {
    return this.waiting.length === 1 ? this.waiting[0] : concat(...this.waiting);
  }
  copy() {
    return new Absorbing(this.algorithm, this.state, [...this.waiting]);
  }
}

export class Hash {
  #absorbing;
  #outputLength = -1;
  #result;

  constructor(algorithm, outputLength) {
    if (algorithm instanceof Hash) {
      this.#absorbing = algorithm.#absorbing.copy();
      this.#outputLength = outputLength ?? algorithm.#outputLength;
      checkLength(this.#absorbing.algorithm, outputLength);
      return;
    }
    const name = digestName(algorithm);
    if (name === undefined) throw new Error("Digest method not supported");
    checkLength(name, outputLength);
    this.#absorbing = new Absorbing(name);
    this.#outputLength = outputLength ?? -1;
  }
  update(data, encoding) {
    this.#absorbing.add(inputBytes(data, encoding));
    return true;
  }
  digest(encoding) {
    const { algorithm, state } = this.#absorbing;
    this.#result ??=
      this.#outputLength === 0 ? NOTHING.buffer : call("digest", algorithm, state, this.#absorbing.rest(), this.#outputLength);
    return output(this.#result, encoding);
  }
}

/** Only an extendable digest can be longer or shorter than it is. */
function checkLength(name, length) {
  if (length === undefined || EXTENDABLE.includes(name)) return;
  const usual = outputLengthOf(name);
  if (length === usual) return;
  const error = opensslError(
    "030000B2",
    "digital envelope routines",
    "not XOF or invalid length",
    "ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH",
  );
  delete error.opensslErrorStack;
  throw error;
}

function outputLengthOf(name) {
  if (name in OUTPUT_LENGTHS) return OUTPUT_LENGTHS[name];
  return name.endsWith("512") ? 64 : 32;
}

export class Hmac {
  #key;
  #absorbing;

  init(algorithm, key) {
    const name = requiredDigest(algorithm);
    this.#key = secretBytes(key).slice();
    this.#absorbing = new Absorbing(name);
  }
  update(data, encoding) {
    const absorbing = this.#absorbing;
    const bytes = inputBytes(data, encoding);
    if (absorbing.state === NOTHING && absorbing.length + bytes.length > WAITING_BYTES) {
      absorbing.state = new Uint8Array(call("hmacStart", absorbing.algorithm, this.#key));
    }
    absorbing.add(bytes);
    return true;
  }
  digest(encoding) {
    const { algorithm, state } = this.#absorbing;
    const rest = this.#absorbing.rest();
    return output(
      state === NOTHING ? call("hmac", algorithm, this.#key, rest) : call("hmacEnd", algorithm, this.#key, state, rest),
      encoding,
    );
  }
}

/** crypto.hash(). */
export function oneShotDigest(algorithm, _id, _cache, input, encoding, _number, outputLength) {
  const name = digestName(algorithm);
  if (name === undefined) throw new Error(`Digest method ${algorithm} is not supported`);
  if (outputLength !== undefined && !EXTENDABLE.includes(name) && outputLength !== outputLengthOf(name)) {
    throw new Error(`Output length ${outputLength} is invalid for ${algorithm}, which does not support XOF`);
  }
  if (outputLength === 0) return output(NOTHING.buffer, encoding);
  return output(call("digest", name, NOTHING, inputBytes(input), outputLength ?? -1), encoding);
}

export class HashJob extends CryptoJob {
  constructor(mode, algorithm, data, bits) {
    const bytes = bytesOf(data).slice();
    super(mode, () => call("digest", digestName(algorithm), NOTHING, bytes, bits === undefined ? -1 : bits / 8));
  }
}

export class HmacJob extends CryptoJob {
  constructor(mode, kind, algorithm, key, data, signature) {
    const [message, given] = [bytesOf(data).slice(), bytesOf(signature).slice()];
    super(mode, () => {
      const mac = call("hmac", requiredDigest(algorithm), secretBytes(key), message);
      return kind === kSignJobModeSign ? mac : Buffer.from(mac).equals(given);
    });
  }
}

export const kSignJobModeSign = 0;
export const kSignJobModeVerify = 1;

export class PBKDF2Job extends CryptoJob {
  constructor(mode, password, salt, iterations, length, digest) {
    const name = requiredDigest(digest);
    const [secret, salted] = [secretBytes(password).slice(), bytesOf(salt).slice()];
    super(mode, () => {
      if (length === 0) throw new Error("Deriving bits failed");
      return call("pbkdf2", name, secret, salted, iterations, length);
    });
  }
}

export class HKDFJob extends CryptoJob {
  constructor(mode, digest, key, salt, info, length) {
    const name = requiredDigest(digest);
    if (length > 255 * outputLengthOf(name)) throw nativeCoded(RangeError, "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length");
    const [secret, salted, context] = [secretBytes(key).slice(), bytesOf(salt).slice(), bytesOf(info).slice()];
    super(mode, () => {
      if (length === 0) throw new Error("Deriving bits failed");
      return call("hkdf", name, secret, salted, context, length);
    });
  }
}

export class ScryptJob extends CryptoJob {
  constructor(mode, password, salt, N, r, p, maxmem, length) {
    const [secret, salted] = [bytesOf(password).slice(), bytesOf(salt).slice()];
    checkScrypt(N, r, p, maxmem);
    super(mode, () => call("scrypt", secret, salted, N, r, p, length));
  }
}

/** The checks of OpenSSL's EVP_PBE_scrypt_ex. */
function checkScrypt(N, r, p, maxmem) {
  const refuse = (why) => {
    throw nativeCoded(RangeError, "ERR_CRYPTO_INVALID_SCRYPT_PARAMS", `Invalid scrypt params${why}`);
  };
  const tooMuch = ": error:030000AC:digital envelope routines::memory limit exceeded";
  if (N < 2 || (N & (N - 1)) !== 0) refuse("");
  if (p > (2 ** 30 - 1) / r || (16 * r <= 63 && N >= 2 ** (16 * r))) refuse(tooMuch);
  if (128 * r * p + 128 * r * (N + 2) > maxmem) refuse(tooMuch);
}

export function requiredDigest(name) {
  const found = digestName(name);
  if (found === undefined) throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_DIGEST", `Invalid digest: ${name}`);
  return found;
}

/** A secret key's bytes, whether it came as bytes or in a KeyObjectHandle (crypto-native.js). */
function secretBytes(key) {
  return typeof key.secret === "function" ? key.secret() : bytesOf(key);
}
