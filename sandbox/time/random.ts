/**
 * Seeded randomness: the only source of chance in a simulation. sfc32 (Chris Doty-Humphrey, PractRand), seeded through
 * splitmix32, in 32-bit integer arithmetic, which every engine computes alike. No Math.log, Math.pow or Math.sin here or in
 * anything that shapes a trace: engines differ in their last digit.
 */
export interface Random {
  /** A whole number from 0 to 2^32 − 1. */
  next(): number;
  /** From 0 (included) to 1 (excluded). */
  unit(): number;
  /** Evenly between the two. */
  between(low: number, high: number): number;
  /** A generator of its own, so that drawing from one never shifts another. */
  fork(name: string): Random;
}

export function seededRandom(seed: number): Random {
  let s = seed >>> 0;
  const splitmix = () => {
    s = (s + 0x9e3779b9) >>> 0;
    let z = s;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let counter = 1;
  const next = () => {
    const t = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + t) >>> 0;
    return t;
  };
  for (let round = 0; round < 12; round += 1) next();
  const unit = () => next() / 4_294_967_296;
  return {
    next,
    unit,
    between: (low, high) => low + (high - low) * unit(),
    fork: (name) => seededRandom(hash(name, seed)),
  };
}

/** FNV-1a over UTF-16 units, started from the seed. */
function hash(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return h;
}

/** A lower-case UUID of version 4. */
export function uuid(random: Random): string {
  const hex = hexDigits(random, 32);
  const variant = "89ab"[random.next() & 3] as string;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function hexDigits(random: Random, count: number): string {
  let text = "";
  while (text.length < count) text += eightDigits(random.next());
  return text.length === count ? text : text.slice(0, count);
}

/** Two digits for each byte: many thousands of ids are made in one simulation. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function eightDigits(word: number): string {
  return `${BYTES[word >>> 24]}${BYTES[(word >>> 16) & 255]}${BYTES[(word >>> 8) & 255]}${BYTES[word & 255]}`;
}
