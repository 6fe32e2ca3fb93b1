/** RSA's encodings of messages (RFC 8017 §7–9). Decoding says `undefined` where the bytes are none. */
import type { DigestAlgorithm } from "../digest/algorithms.ts";
import * as der from "./der.ts";
import { concat } from "./der.ts";

/** DigestInfo's algorithm identifiers. */
const OIDS: Readonly<Record<string, string>> = {
  md5: "2a864886f70d0205",
  sha1: "2b0e03021a",
  ripemd160: "2b24030201",
  sha224: "608648016503040204",
  sha256: "608648016503040201",
  sha384: "608648016503040202",
  sha512: "608648016503040203",
  "sha512-224": "608648016503040205",
  "sha512-256": "608648016503040206",
  "sha3-224": "608648016503040207",
  "sha3-256": "608648016503040208",
  "sha3-384": "608648016503040209",
  "sha3-512": "60864801650304020a",
};

/** EMSA-PKCS1-v1_5; undefined where the key is too short, or the digest has no identifier. */
export function signatureBlock(name: string, digest: Uint8Array, length: number): Uint8Array | undefined {
  const id = OIDS[name];
  if (id === undefined) return undefined;
  return typeOneBlock(der.sequence(der.sequence(der.identifier(id), der.nothing), der.octets(digest)), length);
}

export function typeOneBlock(bytes: Uint8Array, length: number): Uint8Array | undefined {
  if (length < bytes.length + 11) return undefined;
  return concat(Uint8Array.of(0, 1), new Uint8Array(length - bytes.length - 3).fill(0xff), Uint8Array.of(0), bytes);
}

export function fromTypeOneBlock(block: Uint8Array): Uint8Array | undefined {
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 1 || end < 10 || block.subarray(2, end).some((byte) => byte !== 0xff)) return undefined;
  return block.subarray(end + 1);
}

/** EME-PKCS1-v1_5. */
export function typeTwoBlock(bytes: Uint8Array, length: number, randomByte: () => number): Uint8Array | undefined {
  if (length < bytes.length + 11) return undefined;
  const filling = Uint8Array.from({ length: length - bytes.length - 3 }, () => {
    for (;;) {
      const byte = randomByte();
      if (byte !== 0) return byte;
    }
  });
  return concat(Uint8Array.of(0, 2), filling, Uint8Array.of(0), bytes);
}

export function fromTypeTwoBlock(block: Uint8Array): Uint8Array | undefined {
  const end = block.indexOf(0, 2);
  return block[0] !== 0 || block[1] !== 2 || end < 10 ? undefined : block.subarray(end + 1);
}

export interface MaskedBy {
  readonly digest: DigestAlgorithm;
  readonly mask: DigestAlgorithm;
}

/** EME-OAEP. */
export function oaepBlock(by: MaskedBy, label: Uint8Array, bytes: Uint8Array, length: number, seed: Uint8Array): Uint8Array | undefined {
  const size = by.digest.outputLength;
  if (length < bytes.length + 2 * size + 2) return undefined;
  const filling = new Uint8Array(length - bytes.length - 2 * size - 2);
  const data = concat(by.digest.hash(label), filling, Uint8Array.of(1), bytes);
  const masked = xor(data, mask(by.mask, seed, data.length));
  return concat(Uint8Array.of(0), xor(seed, mask(by.mask, masked, size)), masked);
}

export function fromOaepBlock(by: MaskedBy, label: Uint8Array, block: Uint8Array): Uint8Array | undefined {
  const size = by.digest.outputLength;
  if (block.length < 2 * size + 2 || block[0] !== 0) return undefined;
  const masked = block.subarray(1 + size);
  const seed = xor(block.subarray(1, 1 + size), mask(by.mask, masked, size));
  const data = xor(masked, mask(by.mask, seed, masked.length));
  const one = data.findIndex((byte, index) => index >= size && byte !== 0);
  if (!same(data.subarray(0, size), by.digest.hash(label)) || data[one] !== 1) return undefined;
  return data.subarray(one + 1);
}

/** EMSA-PSS: the block of `bits` bits, in as many bytes as they need. */
export function pssBlock(by: MaskedBy, digest: Uint8Array, bits: number, salt: Uint8Array): Uint8Array | undefined {
  const length = Math.ceil(bits / 8);
  const size = by.digest.outputLength;
  if (length < size + salt.length + 2) return undefined;
  const hash = by.digest.hash(concat(new Uint8Array(8), digest, salt));
  const data = concat(new Uint8Array(length - size - salt.length - 2), Uint8Array.of(1), salt);
  const masked = xor(data, mask(by.mask, hash, data.length));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concat(masked, hash, Uint8Array.of(0xbc));
}

/** `saltLength` undefined: whatever the block says. */
export function isPssBlock(by: MaskedBy, digest: Uint8Array, bits: number, block: Uint8Array, saltLength: number | undefined): boolean {
  const length = Math.ceil(bits / 8);
  const size = by.digest.outputLength;
  const spare = 8 * length - bits;
  if (length < size + 2 || block[length - 1] !== 0xbc || (block[0] ?? 0) >> (8 - spare) !== 0) return false;
  const hash = block.subarray(length - size - 1, length - 1);
  const data = xor(block.subarray(0, length - size - 1), mask(by.mask, hash, length - size - 1));
  data[0] = (data[0] ?? 0) & (0xff >> spare);
  const one = data.findIndex((byte) => byte !== 0);
  if (data[one] !== 1) return false;
  const salt = data.subarray(one + 1);
  if (saltLength !== undefined && salt.length !== saltLength) return false;
  return same(hash, by.digest.hash(concat(new Uint8Array(8), digest, salt)));
}

export const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** MGF1. */
function mask({ hash, outputLength }: DigestAlgorithm, seed: Uint8Array, length: number): Uint8Array {
  const parts = Array.from({ length: Math.ceil(length / outputLength) }, (_, counter) =>
    hash(concat(seed, Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter))),
  );
  return concat(...parts).subarray(0, length);
}

const xor = (a: Uint8Array, b: Uint8Array) => a.map((byte, index) => byte ^ (b[index] ?? 0));
