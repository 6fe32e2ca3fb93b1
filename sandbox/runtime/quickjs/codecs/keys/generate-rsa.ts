/** A new RSA key out of the simulation's own randomness. Node's takes about 60 ms for 2,048 bits, and so does this one's price. */
import type { RsaPrivate } from "./key.ts";
import { notHere, refuse } from "./refusals.ts";
import { bitLength, power, type Spend, toBig, toBytes } from "./rsa.ts";

type Draw = (length: number) => Uint8Array;

/** Longer ones take more work than an invocation's budget (cpu.ts). */
const MOST_BITS = 2_560;
const LEAST_BITS = 512;
/** Rounds of Miller–Rabin beyond which a composite is less likely than a fault of the machine (FIPS 186-5, table B.1). */
const ROUNDS = 5;
const SMALL_PRIMES = smallPrimes(2_000);

export function generateRsa(bits: number, exponent: number, draw: Draw, spend: Spend): RsaPrivate {
  if (bits < LEAST_BITS) return refuse("Error", undefined, "error:1C8000AB:Provider routines::key size too small");
  if (bits > MOST_BITS) throw notHere("2,560비트보다 긴 RSA 키를 만드는 일");
  const e = BigInt(exponent);
  if (exponent < 3 || exponent % 2 === 0) return refuse("Error", undefined, "error:020000B2:rsa routines::pub exponent out of range");
  for (;;) {
    const a = prime(Math.ceil(bits / 2), e, draw, spend);
    const b = prime(Math.floor(bits / 2), e, draw, spend);
    const [p, q] = a > b ? [a, b] : [b, a];
    const n = p * q;
    if (p === q || n >> BigInt(bits - 1) !== 1n) continue;
    const d = inverse(e, leastCommonMultiple(p - 1n, q - 1n));
    const secrets = [d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)].map(magnitude);
    return { kind: "rsa", n: magnitude(n), e: magnitude(e), secrets };
  }
}

/** A prime with its two highest bits set, so that the product of two has all its bits, and none of whose divisors less one is e's. */
function prime(bits: number, e: bigint, draw: Draw, spend: Spend): bigint {
  const top = 3n << BigInt(bits - 2);
  for (;;) {
    const drawn = BigInt.asUintN(bits - 2, toBig(draw(Math.ceil(bits / 8))));
    const start = top | drawn | 1n;
    // A run of odd numbers from a random one on: remainders by small primes are then sums, not divisions.
    spend(SMALL_PRIMES.length * (bits / 64) * 4);
    const remainders = SMALL_PRIMES.map((small) => Number(start % BigInt(small)));
    for (let step = 0; step < bits * 4; step += 2) {
      spend(60);
      if (SMALL_PRIMES.some((small, index) => ((remainders[index] ?? 0) + step) % small === 0)) continue;
      const candidate = start + BigInt(step);
      if (candidate >> BigInt(bits) !== 0n) break;
      if (greatestCommonDivisor(candidate - 1n, e) === 1n && isPrime(candidate, bits, draw, spend)) return candidate;
    }
  }
}

/** Miller–Rabin with bases of chance, the first of them 2. */
function isPrime(candidate: bigint, bits: number, draw: Draw, spend: Spend): boolean {
  let odd = candidate - 1n;
  let twos = 0;
  for (; (odd & 1n) === 0n; odd >>= 1n) twos += 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = round === 0 ? 2n : (toBig(draw(Math.ceil(bits / 8))) % (candidate - 3n)) + 2n;
    if (!passes(candidate, base, odd, twos, spend)) return false;
  }
  return true;
}

function passes(candidate: bigint, base: bigint, odd: bigint, twos: number, spend: Spend): boolean {
  let value = power(base, odd, candidate, spend);
  if (value === 1n || value === candidate - 1n) return true;
  for (let index = 1; index < twos; index += 1) {
    value = (value * value) % candidate;
    if (value === candidate - 1n) return true;
  }
  return false;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (a > 1n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return ((x % modulus) + modulus) % modulus;
}

const leastCommonMultiple = (a: bigint, b: bigint) => (a / greatestCommonDivisor(a, b)) * b;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function magnitude(value: bigint): Uint8Array {
  const bytes = toBytes(value, Math.ceil(value.toString(16).length / 2));
  return bytes.subarray(bytes.length - Math.max(1, Math.ceil(bitLength(bytes) / 8)));
}

function smallPrimes(below: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 3; n < below; n += 2) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
