/**
 * IP addresses in event patterns. What counts as an address, and the words for what does not, are those of AWS's open-source
 * rule engine (github.com/aws/event-ruler, CIDR.java).
 */
import { PatternMistake } from "./mistake.ts";

const V4 = /^\d+\.\d+\.\d+\.\d+$/;
const V6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;

/** 4 or 16 bytes; undefined where the text is no address. */
export function addressBytes(text: string): readonly number[] | undefined {
  if (V4.test(text)) {
    const bytes = text.split(".").map(Number);
    return bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  return V6.test(text) ? bytesOfV6(text) : undefined;
}

/** `10.0.0.0/24` as a test of addresses' texts. */
export function blockTest(text: string): (value: string) => boolean {
  const [address = "", mask = "", ...more] = text.split("/");
  if (!text.includes("/") || mask === "" || more.length > 0) throw new PatternMistake("Malformed CIDR, one '/' required");
  if (!/^[+-]?\d+$/.test(mask)) throw new PatternMistake("Malformed CIDR, mask bits must be an integer");
  const bits = Number(mask);
  if (bits < 0) throw new PatternMistake("Malformed CIDR, mask bits must not be negative");
  const base = addressBytes(address);
  if (base === undefined)
    throw new PatternMistake(`${V4.test(address) || V6.test(address) ? "Invalid" : "Nonstandard"} IP address: ${address}`);
  const version = base.length === 4 ? 4 : 6;
  if (bits > base.length * 8 - 1) throw new PatternMistake(`IPv${version} mask bits must be < ${base.length * 8}`);
  return (value) => {
    const bytes = addressBytes(value);
    return bytes?.length === base.length && sameBits(base, bytes, bits);
  };
}

function sameBits(a: readonly number[], b: readonly number[], count: number): boolean {
  return a.every((byte, index) => {
    const free = 8 - Math.min(8, Math.max(0, count - index * 8));
    return byte >> free === (b[index] ?? 0) >> free;
  });
}

function bytesOfV6(text: string): readonly number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
}
