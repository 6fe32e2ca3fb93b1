/**
 * AES and ChaCha20 by @noble/ciphers. The guest cuts a stream into blocks and keeps what goes on from one call to the next
 * (library/internal/crypto/cipher.js): the chaining block, the counter, GHASH's value.
 */
import { ghash } from "@noble/ciphers/_polyval.js";
import { aeskw, cbc, ctr, ecb, unsafe } from "@noble/ciphers/aes.js";
import { chacha20, chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { type Codec, type CodecArguments, CodecRefusal } from "../codec.ts";

const BLOCK = 16;
/** Counts for a byte and for preparing a key: about what they take. */
const AES_BYTE = 2;
const AES_KEY = 500;
const GHASH_BYTE = 2;
const GHASH_KEY = 4000;
const CHACHA_BYTE = 2;

export const codec: Codec = {
  /** (direction, key, bytes): whole blocks. */
  ecb: (args) => {
    const bytes = paid(args, 2);
    const cipher = ecb(args.bytes(1), { disablePadding: true });
    return args.string(0) === "encrypt" ? cipher.encrypt(bytes) : cipher.decrypt(bytes);
  },
  /** (direction, key, iv, bytes): whole blocks; the next call's iv is the last block of ciphertext. */
  cbc: (args) => {
    const bytes = paid(args, 3);
    const cipher = cbc(args.bytes(1), args.bytes(2).slice(), { disablePadding: true });
    return args.string(0) === "encrypt" ? cipher.encrypt(bytes) : cipher.decrypt(bytes);
  },
  /** (key, counter, bytes): a counter of 128 bits. */
  ctr: (args) => ctr(args.bytes(0), args.bytes(1).slice()).encrypt(paid(args, 2)),
  /** (key, counter, bytes): only the counter's last 32 bits count, as GCM has it. */
  gctr: (args) => {
    const bytes = paid(args, 2);
    return unsafe.ctr32(unsafe.expandKeyLE(args.bytes(0).slice()), false, args.bytes(1).slice(), bytes);
  },
  /** (key, value, bytes): GHASH goes on from a value with whole blocks; an unfinished one is filled up with zeros. */
  ghash: (args) => {
    const bytes = paid(args, 2);
    args.spend(GHASH_KEY + bytes.length * GHASH_BYTE);
    const hashKey = ecb(args.bytes(0), { disablePadding: true }).encrypt(new Uint8Array(BLOCK));
    // GHASH is linear: its value so far, added to the first block, is what continuing means (NIST SP 800-38D §6.4).
    for (const [index, byte] of args.bytes(1).entries()) bytes[index] = (bytes[index] ?? 0) ^ byte;
    return ghash.create(hashKey, bytes.length).update(bytes).digest();
  },
  /** (direction, key, bytes): RFC 3394. */
  keyWrap: (args) => {
    const bytes = paid(args, 2);
    args.spend(bytes.length * AES_BYTE * 12);
    try {
      const cipher = aeskw(args.bytes(1).slice());
      return args.string(0) === "encrypt" ? cipher.encrypt(bytes) : cipher.decrypt(bytes);
    } catch {
      // Its integrity check, or a length that is none.
      throw new CodecRefusal({ name: "Error", message: "Cipher job failed" });
    }
  },
  /** (key, nonce, block number, bytes) */
  chacha20: (args) => {
    args.spend(AES_KEY + args.bytes(3).length * CHACHA_BYTE);
    return chacha20(args.bytes(0).slice(), args.bytes(1).slice(), args.bytes(3).slice(), undefined, args.number(2));
  },
  /** (key, nonce, additional data, plaintext): the tag alone. */
  poly1305Tag: (args) => {
    args.spend(AES_KEY + (args.bytes(2).length + args.bytes(3).length) * CHACHA_BYTE * 2);
    const sealed = chacha20poly1305(args.bytes(0).slice(), args.bytes(1).slice(), args.bytes(2).slice()).encrypt(args.bytes(3).slice());
    return sealed.slice(-BLOCK);
  },
};

/** The argument's bytes, copied to where words of 32 bits can be read, and the work on them paid for. */
function paid(args: CodecArguments, index: number): Uint8Array {
  const bytes = args.bytes(index);
  args.spend(AES_KEY + bytes.length * AES_BYTE);
  args.take(bytes.length);
  return bytes.slice();
}
