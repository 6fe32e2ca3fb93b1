/** Digests, HMAC and the derivations of keys that are made of them: @noble/hashes, paid for in the engine's counts. */
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { scrypt } from "@noble/hashes/scrypt.js";
import type { Codec, CodecArguments } from "../codec.ts";
import { type DigestAlgorithm, digestAlgorithm } from "./digest/algorithms.ts";
import { resumed, saved } from "./digest/resume.ts";

const SCRYPT_COUNTS = 120;

export const codec: Codec = {
  /** (algorithm, state, bytes): the state after the bytes. An empty state is the beginning. */
  absorb: (args) => {
    const algorithm = paid(args, args.bytes(2).length);
    return saved(updated(resumed(algorithm, args.bytes(1)), args.bytes(2)));
  },
  /** (algorithm, state, bytes, length): the digest of all that was absorbed and of the bytes. A length of −1: the usual one. */
  digest: (args) => {
    const length = args.number(3);
    const algorithm = paid(args, args.bytes(2).length + Math.max(0, length));
    args.take(length);
    const state = resumed(algorithm, args.bytes(1), length < 0 ? undefined : length);
    return updated(state, args.bytes(2)).digest();
  },
  /** (algorithm, key): the state of an HMAC's inner digest, which `absorb` goes on with. */
  hmacStart: (args) => {
    const algorithm = paid(args, args.bytes(1).length);
    return saved(updated(algorithm.start(), padded(algorithm, args.bytes(1), 0x36)));
  },
  /** (algorithm, key, state, bytes): the MAC. */
  hmacEnd: (args) => {
    const algorithm = paid(args, args.bytes(1).length + args.bytes(3).length);
    args.spend(algorithm.perCall * 2);
    const inner = updated(resumed(algorithm, args.bytes(2)), args.bytes(3)).digest();
    return updated(updated(algorithm.start(), padded(algorithm, args.bytes(1), 0x5c)), inner).digest();
  },
  /** (algorithm, key, bytes): the MAC, all at once. */
  hmac: (args) => {
    const algorithm = paid(args, args.bytes(1).length + args.bytes(2).length);
    args.spend(algorithm.perCall * 2);
    return hmac(algorithm.hash, args.bytes(1), args.bytes(2));
  },
  /** (algorithm, password, salt, iterations, length) */
  pbkdf2: (args) => {
    const algorithm = paid(args, args.bytes(1).length + args.bytes(2).length);
    const [c, dkLen] = [args.number(3), args.number(4)];
    args.spend(Math.ceil(dkLen / algorithm.outputLength) * (c + 1) * algorithm.perRound);
    args.take(dkLen);
    return dkLen === 0 ? new Uint8Array() : pbkdf2(algorithm.hash, args.bytes(1), args.bytes(2), { c, dkLen });
  },
  /** (password, salt, N, r, p, length): parameters that OpenSSL takes. */
  scrypt: (args) => {
    const [N, r, p, dkLen] = [args.number(2), args.number(3), args.number(4), args.number(5)];
    const { perRound, outputLength } = digestAlgorithm("sha256");
    args.spend((args.bytes(0).length + args.bytes(1).length) * 2 + N * r * p * SCRYPT_COUNTS);
    args.spend(Math.ceil((dkLen + 128 * r * p) / outputLength) * perRound);
    args.take(128 * r * (N + p) + dkLen);
    if (dkLen === 0) return new Uint8Array();
    // What it may take was decided above, and by Node's `maxmem` in the guest.
    return scrypt(args.bytes(0), args.bytes(1), { N, r, p, dkLen, maxmem: Number.MAX_SAFE_INTEGER });
  },
  /** (algorithm, key, salt, info, length): a length that HKDF can give. */
  hkdf: (args) => {
    const algorithm = paid(args, args.bytes(1).length + args.bytes(2).length + args.bytes(3).length);
    const length = args.number(4);
    args.spend(Math.ceil(length / algorithm.outputLength + 1) * (algorithm.perCall * 4 + args.bytes(3).length * algorithm.perByte));
    return length === 0 ? new Uint8Array() : hkdf(algorithm.hash, args.bytes(1), args.bytes(2), args.bytes(3), length);
  },
};

function paid(args: CodecArguments, bytes: number): DigestAlgorithm {
  const algorithm = digestAlgorithm(args.string(0));
  args.spend(algorithm.perCall + Math.ceil(bytes * algorithm.perByte));
  return algorithm;
}

type Running = ReturnType<DigestAlgorithm["start"]>;

const updated = (running: Running, bytes: Uint8Array) => running.update(bytes) as Running;

/** HMAC's key, as long as a block, with each byte changed by `mask` (RFC 2104). */
function padded({ blockLength, hash }: DigestAlgorithm, key: Uint8Array, mask: number): Uint8Array {
  const block = new Uint8Array(blockLength);
  block.set(key.length > blockLength ? hash(key) : key);
  return block.map((byte) => byte ^ mask);
}
