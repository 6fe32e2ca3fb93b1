/**
 * Node's native CipherBase around the host's block operations (codecs/cipher.ts): what is left of a block, the chaining block,
 * the counter and the sum of what is authenticated stay in the guest between two updates.
 */
import { nativeCoded } from "../errors.js";
import { cipherCalled } from "./cipher-names.js";
import { bytesOf, CryptoJob, concat, inputBytes, NOTHING, opensslError } from "./job.js";
import { KeyObjectHandle } from "./keys.js";

const host = (name, ...args) => new Uint8Array(binding.codec("cipher", name, ...args));

const BLOCK = 16;
const GCM_TAG_LENGTHS = [4, 8, 12, 13, 14, 15, 16];
/** What is authenticated waits in the guest up to here. */
const WAITING_BYTES = 65_536;

export class CipherBase {
  #cipher;
  #encrypts;
  #mode;
  #tagLength;
  #tag;
  #finished = false;
  #started = false;

  constructor(isEncrypt, name, key, iv, authTagLength) {
    const cipher = cipherCalled(name);
    if (cipher === undefined) throw nativeCoded(Error, "ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher");
    const bytes = key instanceof KeyObjectHandle ? key.secret() : bytesOf(key).slice();
    const nonce = iv === null ? undefined : bytesOf(iv).slice();
    checkNonce(cipher, nonce);
    this.#cipher = cipher;
    this.#encrypts = isEncrypt;
    if (cipher.isAuthenticated) {
      if (authTagLength !== -1) this.#tagLength = checkedTagLength(cipher, authTagLength);
      else if (cipher.mode === "stream") this.#tagLength = BLOCK;
    }
    if (bytes.length !== cipher.keyLength) throw nativeCoded(RangeError, "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length");
    this.#mode = new MODES[cipher.mode](bytes, nonce, isEncrypt);
  }

  update(data, encoding) {
    if (this.#finished) throw new Error("Trying to add data in unsupported state");
    this.#started = true;
    return Buffer.from(this.#mode.update(inputBytes(data, encoding)).buffer);
  }

  final() {
    if (this.#finished) throw nativeCoded(Error, "ERR_CRYPTO_INVALID_STATE", "Invalid state");
    this.#finished = true;
    const last = this.#mode.final();
    if (this.#cipher.isAuthenticated) this.#authenticate();
    return Buffer.from(last.buffer);
  }

  #authenticate() {
    const tag = this.#mode.tag();
    if (this.#encrypts) {
      this.#tag = tag.slice(0, this.#tagLength ?? BLOCK);
    } else if (this.#tag === undefined || !Buffer.from(tag.slice(0, this.#tag.length)).equals(this.#tag)) {
      throw new Error("Unsupported state or unable to authenticate data");
    }
  }

  setAutoPadding(pads) {
    if (this.#finished) return false;
    this.#mode.pads = pads;
    return true;
  }
  getAuthTag() {
    return this.#finished && this.#encrypts && this.#tag !== undefined ? Buffer.from(this.#tag) : undefined;
  }
  setAuthTag(given) {
    if (this.#finished || !this.#cipher.isAuthenticated || this.#encrypts || this.#tag !== undefined) return false;
    const tag = bytesOf(given);
    const wrong = this.#cipher.mode === "gcm" ? !GCM_TAG_LENGTHS.includes(tag.length) : tag.length < 1 || tag.length > BLOCK;
    if (wrong || (this.#tagLength !== undefined && tag.length !== this.#tagLength)) throw invalidTag(tag.length);
    this.#tag = tag.slice();
    return true;
  }
  setAAD(bytes) {
    if (this.#finished || this.#started || !this.#cipher.isAuthenticated) return false;
    this.#mode.addData(bytesOf(bytes));
    return true;
  }
}

function checkNonce({ mode, ivLength }, nonce) {
  const wrong = () => {
    throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_IV", "Invalid initialization vector");
  };
  if (nonce === undefined ? ivLength !== undefined : mode !== "gcm" && nonce.length !== (ivLength ?? 0)) wrong();
  if (mode === "gcm" && nonce.length === 0) wrong();
}

function checkedTagLength({ mode }, length) {
  if (mode === "gcm" ? !GCM_TAG_LENGTHS.includes(length) : length < 1 || length > BLOCK) throw invalidTag(length);
  return length;
}

const invalidTag = (length) => nativeCoded(TypeError, "ERR_CRYPTO_INVALID_AUTH_TAG", `Invalid authentication tag length: ${length}`);

const wrongFinalBlock = () =>
  opensslError("1C80006B", "Provider routines", "wrong final block length", "ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH");

/** ECB and CBC: whole blocks, the last of them padded (PKCS#7). */
class Blocks {
  pads = true;
  #waiting = NOTHING;
  #direction;

  constructor(key, iv, encrypts) {
    this.key = key;
    this.chain = iv;
    this.#direction = encrypts ? "encrypt" : "decrypt";
  }
  update(bytes) {
    const all = this.#waiting.length === 0 ? bytes : concat(this.#waiting, bytes);
    // Of what is decrypted the last block waits: it may be the one with the padding.
    const keepsLast = this.pads && this.#direction === "decrypt" && all.length % BLOCK === 0;
    const length = Math.max(0, all.length - (keepsLast ? BLOCK : all.length % BLOCK));
    this.#waiting = all.slice(length);
    return length === 0 ? new Uint8Array(0) : this.#run(all.subarray(0, length));
  }
  final() {
    const left = this.#waiting.length;
    if (!this.pads) {
      if (left > 0) throw wrongFinalBlock();
      return new Uint8Array(0);
    }
    if (this.#direction === "encrypt") return this.#run(concat(this.#waiting, new Uint8Array(BLOCK - left).fill(BLOCK - left)));
    if (left !== BLOCK) throw wrongFinalBlock();
    const block = this.#run(this.#waiting);
    const padding = block[BLOCK - 1];
    if (padding === 0 || padding > BLOCK || block.subarray(BLOCK - padding).some((byte) => byte !== padding)) {
      throw opensslError("1C800064", "Provider routines", "bad decrypt", "ERR_OSSL_BAD_DECRYPT");
    }
    return block.slice(0, BLOCK - padding);
  }
  #run(blocks) {
    const result = this.transform(this.#direction, blocks);
    this.chain = (this.#direction === "encrypt" ? result : blocks).slice(-BLOCK);
    return result;
  }
}

class Ecb extends Blocks {
  transform(direction, blocks) {
    return host("ecb", direction, this.key, blocks);
  }
}

class Cbc extends Blocks {
  transform(direction, blocks) {
    return host("cbc", direction, this.key, this.chain, blocks);
  }
}

/** A stream of bytes that data is added to, from wherever in a block the last update ended. */
class KeyStream {
  #position = 0;
  #block;
  #at;
  constructor(block, at) {
    this.#block = block;
    this.#at = at;
  }
  apply(bytes) {
    const before = this.#position % this.#block;
    const result = this.#at(Math.floor(this.#position / this.#block), before === 0 ? bytes : concat(new Uint8Array(before), bytes));
    this.#position += bytes.length;
    return before === 0 ? result : result.slice(before);
  }
}

/** A counter block some blocks further on, counting in its last `size` bytes. */
export function counterPlus(counter, blocks, size = BLOCK) {
  const result = counter.slice();
  let carry = blocks;
  for (let index = BLOCK - 1; index >= BLOCK - size && carry > 0; index -= 1) {
    const sum = result[index] + carry;
    result[index] = sum % 256;
    carry = Math.floor(sum / 256);
  }
  return result;
}

class Ctr {
  #stream;
  constructor(key, iv) {
    this.#stream = new KeyStream(BLOCK, (blocks, bytes) => host("ctr", key, counterPlus(iv, blocks), bytes));
  }
  update(bytes) {
    return this.#stream.apply(bytes);
  }
  final() {
    return new Uint8Array(0);
  }
}

/** AES-GCM (NIST SP 800-38D). */
export class Gcm {
  #key;
  #first;
  #stream;
  #encrypts;
  #sum;
  #dataLength = 0;
  #textLength = 0;

  constructor(key, iv, encrypts) {
    this.#key = key;
    this.#encrypts = encrypts;
    this.#first = iv.length === 12 ? concat(iv, Uint8Array.of(0, 0, 0, 1)) : this.#hashed(iv);
    this.#stream = new KeyStream(BLOCK, (blocks, bytes) => host("gctr", key, counterPlus(this.#first, blocks + 1, 4), bytes));
    this.#sum = new Sum(key);
  }
  #hashed(iv) {
    const sum = new Sum(this.#key);
    sum.add(iv);
    sum.align();
    sum.add(lengths(0, iv.length));
    return sum.value();
  }
  addData(bytes) {
    this.#dataLength += bytes.length;
    this.#sum.add(bytes);
  }
  update(bytes) {
    if (this.#textLength === 0) this.#sum.align();
    this.#textLength += bytes.length;
    const result = this.#stream.apply(bytes);
    this.#sum.add(this.#encrypts ? result : bytes);
    return result;
  }
  final() {
    return new Uint8Array(0);
  }
  tag() {
    this.#sum.align();
    this.#sum.add(lengths(this.#dataLength, this.#textLength));
    return host("gctr", this.#key, this.#first, this.#sum.value());
  }
}

/** GHASH over what is added. */
class Sum {
  #key;
  #value = new Uint8Array(BLOCK);
  #waiting = [];
  #length = 0;
  constructor(key) {
    this.#key = key;
  }
  add(bytes) {
    if (bytes.length === 0) return;
    this.#waiting.push(bytes.slice());
    this.#length += bytes.length;
    if (this.#length > WAITING_BYTES) this.#flush();
  }
  /** Fills the block up with zeros. */
  align() {
    const over = this.#length % BLOCK;
    if (over !== 0) this.add(new Uint8Array(BLOCK - over));
  }
  value() {
    this.align();
    this.#flush();
    return this.#value;
  }
  #flush() {
    const all = concat(...this.#waiting);
    const whole = all.length - (all.length % BLOCK);
    if (whole > 0) this.#value = host("ghash", this.#key, this.#value, all.subarray(0, whole));
    this.#waiting = whole === all.length ? [] : [all.slice(whole)];
    this.#length = all.length - whole;
  }
}

function lengths(data, text) {
  const block = new Uint8Array(BLOCK);
  const view = new DataView(block.buffer);
  view.setBigUint64(0, BigInt(data) * 8n);
  view.setBigUint64(8, BigInt(text) * 8n);
  return block;
}

/** RFC 8439. Poly1305 is computed when all is there, so all of it waits in the guest. */
export class ChaCha20Poly1305 {
  #key;
  #nonce;
  #stream;
  #encrypts;
  #data = [];
  #plain = [];
  constructor(key, nonce, encrypts) {
    this.#key = key;
    this.#nonce = nonce;
    this.#encrypts = encrypts;
    this.#stream = new KeyStream(64, (blocks, bytes) => host("chacha20", key, nonce, blocks + 1, bytes));
  }
  addData(bytes) {
    this.#data.push(bytes.slice());
  }
  update(bytes) {
    const result = this.#stream.apply(bytes);
    this.#plain.push(this.#encrypts ? bytes.slice() : result);
    return result;
  }
  final() {
    return new Uint8Array(0);
  }
  tag() {
    return host("poly1305Tag", this.#key, this.#nonce, concat(...this.#data), concat(...this.#plain));
  }
}

const MODES = { ecb: Ecb, cbc: Cbc, ctr: Ctr, gcm: Gcm, stream: ChaCha20Poly1305 };

/** crypto.subtle's AES: the variant's name is "AES-GCM" and so on. */
export class AESCipherJob extends CryptoJob {
  constructor(mode, direction, key, data, variant, iv, length, additional) {
    const bytes = bytesOf(data).slice();
    const [nonce, more] = [bytesOf(iv).slice(), bytesOf(additional).slice()];
    const encrypts = direction === 0;
    super(mode, () => webCipher(variant, key.secret(), nonce, bytes, encrypts, length, more).buffer);
  }
}

export class ChaCha20Poly1305CipherJob extends CryptoJob {
  constructor(mode, direction, key, data, iv, additional) {
    const bytes = bytesOf(data).slice();
    const [nonce, more] = [bytesOf(iv).slice(), bytesOf(additional).slice()];
    super(
      mode,
      () => sealedOrOpened(new ChaCha20Poly1305(key.secret(), nonce, direction === 0), bytes, more, direction === 0, BLOCK).buffer,
    );
  }
}

function webCipher(variant, key, iv, bytes, encrypts, length, additional) {
  switch (variant) {
    case "AES-CBC": {
      const blocks = new Cbc(key, iv, encrypts);
      return concat(blocks.update(bytes), blocks.final());
    }
    case "AES-CTR":
      return webCtr(key, iv, bytes, length);
    case "AES-GCM":
      return sealedOrOpened(new Gcm(key, iv, encrypts), bytes, additional, encrypts, length);
    default:
      return host("keyWrap", encrypts ? "encrypt" : "decrypt", key, bytes);
  }
}

function sealedOrOpened(cipher, bytes, additional, encrypts, tagLength) {
  cipher.addData(additional);
  if (encrypts) return concat(cipher.update(bytes), cipher.tag().subarray(0, tagLength));
  if (bytes.length < tagLength) throw new Error("Cipher job failed");
  const text = cipher.update(bytes.subarray(0, bytes.length - tagLength));
  const given = bytes.slice(bytes.length - tagLength);
  if (!Buffer.from(cipher.tag().slice(0, tagLength)).equals(given)) throw new Error("Cipher job failed");
  return text;
}

/** Only the counter's last `length` bits count; what stands before them stays. */
function webCtr(key, counter, bytes, length) {
  const blocks = Math.ceil(bytes.length / BLOCK);
  if (length < 53 && blocks > 2 ** length) throw new Error("Cipher job failed");
  const size = 1n << BigInt(length);
  const value = BigInt(`0x${Buffer.from(counter).toString("hex")}`);
  const untilWrap = size - (value % size);
  if (untilWrap >= BigInt(blocks)) return host("ctr", key, counter, bytes);
  const split = Number(untilWrap) * BLOCK;
  const wrapped = Buffer.from((value - (value % size)).toString(16).padStart(32, "0"), "hex");
  return concat(host("ctr", key, counter, bytes.subarray(0, split)), host("ctr", key, new Uint8Array(wrapped), bytes.subarray(split)));
}
