/** RSA's arithmetic (RFC 8017 §5.1), in BigInt. Packages draw from the host's randomness, or decrypt without the primes. */
import { CodecRefusal } from "../../codec.ts";
import { fromHex, hex } from "./der.ts";
import { paddedTo, type RsaPrivate, type RsaPublic } from "./key.ts";
import { openssl } from "./refusals.ts";

/** OpenSSL's OPENSSL_RSA_MAX_MODULUS_BITS, and what limits exponents of longer moduli than OPENSSL_RSA_SMALL_MODULUS_BITS. */
const MOST_BITS = 16_384;
const SMALL_MODULUS_BITS = 3_072;
const MOST_EXPONENT_BITS = 64;

export type Spend = (counts: number) => void;

/** Whether OpenSSL would calculate with this key. */
export function modulusFits({ n, e }: RsaPublic): boolean {
  const bits = bitLength(n);
  if (bits > MOST_BITS || compare(n, e) <= 0) return false;
  return bits <= SMALL_MODULUS_BITS || bitLength(e) <= MOST_EXPONENT_BITS;
}

/** m^e mod n, as long as n. The representative is smaller than n. */
export function publicPower(key: RsaPublic, representative: Uint8Array, spend: Spend): Uint8Array {
  return toBytes(power(toBig(representative), toBig(key.e), toBig(key.n), spend), key.n.length);
}

/** c^d mod n, by the Chinese remainder theorem. */
export function privatePower(key: RsaPrivate, representative: Uint8Array, spend: Spend): Uint8Array {
  if ([key.n, key.e, ...key.secrets].some((number) => bitLength(number) > MOST_BITS))
    throw new CodecRefusal(openssl("02000069", "rsa routines", "modulus too large"));
  spend((key.n.length / 8) ** 2);
  const [d, p, q, dp, dq, qi] = key.secrets.map(toBig) as [bigint, bigint, bigint, bigint, bigint, bigint];
  const n = toBig(key.n);
  const c = toBig(representative);
  if (n === 0n || p * q !== n) return toBytes(power(c, d, n, spend), key.n.length);
  const m1 = power(c % p, dp, p, spend);
  const m2 = power(c % q, dq, q, spend);
  const h = (qi * (m1 - m2 + p * ((m2 + p - 1n) / p))) % p;
  const m = m2 + h * q;
  // As OpenSSL does: numbers that contradict each other must not give a signature that betrays the primes.
  return toBytes(power(m, toBig(key.e), n, spend) === c ? m : power(c, d, n, spend), key.n.length);
}

export function bitLength(magnitude: Uint8Array): number {
  return (magnitude.length - 1) * 8 + (32 - Math.clz32(magnitude[0] ?? 0));
}

export function compare(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

export const toBig = (bytes: Uint8Array) => BigInt(`0x${hex(bytes) || "0"}`);

export function toBytes(value: bigint, length: number): Uint8Array {
  const digits = value.toString(16);
  return paddedTo(length, fromHex(digits.padStart(digits.length + (digits.length % 2), "0")));
}

/** Four bits of the exponent at a time. */
export function power(base: bigint, exponent: bigint, modulus: bigint, spend: Spend): bigint {
  if (modulus === 0n) return 0n;
  const digits = exponent.toString(16);
  const words = Math.ceil(modulus.toString(16).length / 16);
  spend((digits.length * 5 + 16) * (words * words * 1.6 + 60));
  const table = [1n % modulus];
  const first = base % modulus;
  for (let index = 1; index < 16; index += 1) table.push(((table[index - 1] ?? 0n) * first) % modulus);
  let result = 1n % modulus;
  for (const digit of digits) {
    for (let square = 0; square < 4; square += 1) result = (result * result) % modulus;
    if (digit !== "0") result = (result * (table[Number.parseInt(digit, 16)] ?? 0n)) % modulus;
  }
  return result;
}
