/** The digests that OpenSSL's default provider has and that are written down here, under OpenSSL's names. Prices: `npm run bench`. */
import { blake2b, blake2s } from "@noble/hashes/blake2.js";
import { md5, ripemd160, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from "@noble/hashes/sha2.js";
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from "@noble/hashes/sha3.js";
import type { CHash, Hash } from "@noble/hashes/utils.js";

export interface DigestAlgorithm {
  readonly hash: CHash;
  readonly outputLength: number;
  /** Length of the blocks that HMAC pads keys to. */
  readonly blockLength: number;
  /** A new computation; `outputLength` counts where the algorithm can be stretched. */
  readonly start: (outputLength?: number) => Hash<Hash<unknown>>;
  readonly stretches: boolean;
  /** Counts for a byte, and for starting and ending: together about what they take. */
  readonly perByte: number;
  readonly perCall: number;
  /** Counts for one round of PBKDF2, which is two of HMAC's compressions. */
  readonly perRound: number;
}

const fixed = (hash: CHash, perByte: number, perCall: number, perRound: number): DigestAlgorithm => ({
  hash,
  outputLength: hash.outputLen,
  blockLength: hash.blockLen,
  // Every hash of the package is one of its own class `Hash`; the type says less about the others of its kind.
  start: () => hash.create() as unknown as Hash<Hash<unknown>>,
  stretches: false,
  perByte,
  perCall,
  perRound,
});

const stretching = (hash: typeof shake128, perByte: number): DigestAlgorithm => ({
  ...fixed(hash, perByte, 1500, 3000),
  start: (dkLen = hash.outputLen) => hash.create({ dkLen }) as unknown as Hash<Hash<unknown>>,
  stretches: true,
});

const ALGORITHMS: Readonly<Record<string, DigestAlgorithm>> = {
  md5: fixed(md5, 2.5, 350, 350),
  sha1: fixed(sha1, 1, 250, 180),
  ripemd160: fixed(ripemd160, 2, 300, 300),
  sha224: fixed(sha224, 1.2, 250, 200),
  sha256: fixed(sha256, 1.2, 250, 200),
  sha384: fixed(sha384, 2, 500, 500),
  sha512: fixed(sha512, 2, 500, 500),
  "sha512-224": fixed(sha512_224, 2, 500, 500),
  "sha512-256": fixed(sha512_256, 2, 500, 500),
  "sha3-224": fixed(sha3_224, 6, 1000, 1700),
  "sha3-256": fixed(sha3_256, 6, 1000, 1700),
  "sha3-384": fixed(sha3_384, 8, 1000, 1700),
  "sha3-512": fixed(sha3_512, 12, 1000, 1700),
  shake128: stretching(shake128, 5),
  shake256: stretching(shake256, 6),
  blake2b512: fixed(blake2b, 4.5, 800, 2300),
  blake2s256: fixed(blake2s, 4.5, 600, 1500),
};

/** `name` is one that the guest's library has looked up (library/internal/crypto/digests.js). */
export function digestAlgorithm(name: string): DigestAlgorithm {
  const algorithm = ALGORITHMS[name];
  if (algorithm === undefined) throw new Error(`codecs: there is no digest ${name}`);
  return algorithm;
}
