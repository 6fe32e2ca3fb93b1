/** DER, as far as keys and certificates need it (X.690). Reading checks every length; what does not fit is a DerError. */

export class DerError extends Error {}

export interface Element {
  readonly tag: number;
  readonly body: Uint8Array;
  /** Tag, length and body. */
  readonly whole: Uint8Array;
}

export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const NULL = 0x05;
export const OID = 0x06;
export const SEQUENCE = 0x30;
/** `[n]` of a constructed context: what optional fields are tagged with. */
export const tagged = (n: number) => 0xa0 + n;

/** The one element that the bytes are. */
export function readOne(bytes: Uint8Array, tag = SEQUENCE): Element {
  const element = readAt(bytes, 0);
  if (element.whole.length !== bytes.length) throw new DerError("bytes after the end");
  return expectTag(element, tag);
}

/** The first element of the bytes, whatever follows it. */
export function readFirst(bytes: Uint8Array): Element {
  return readAt(bytes, 0);
}

/** Far more than a key or a certificate's outer parts have; each costs time that only its bytes pay for. */
const MOST_CHILDREN = 64;

export function children(element: Element): readonly Element[] {
  const list: Element[] = [];
  for (let at = 0; at < element.body.length; ) {
    if (list.length === MOST_CHILDREN) throw new DerError("more fields than any key has");
    const child = readAt(element.body, at);
    list.push(child);
    at += child.whole.length;
  }
  return list;
}

export function expectTag(element: Element | undefined, tag: number): Element {
  if (element === undefined || element.tag !== tag) throw new DerError("wrong tag");
  return element;
}

/** The magnitude of a whole number that is not negative, without leading zeros. */
export function unsigned(element: Element | undefined): Uint8Array {
  const { body } = expectTag(element, INTEGER);
  if (body.length === 0 || (body[0] ?? 0) > 0x7f) throw new DerError("not a positive integer");
  return withoutZeros(body);
}

/** The bytes of a bit string of whole bytes. */
export function bits(element: Element | undefined): Uint8Array {
  const { body } = expectTag(element, BIT_STRING);
  if (body[0] !== 0) throw new DerError("not whole bytes");
  return body.subarray(1);
}

export function small(element: Element | undefined): number {
  const magnitude = unsigned(element);
  if (magnitude.length > 6) throw new DerError("a number that large");
  return magnitude.reduce((value, byte) => value * 256 + byte, 0);
}

/** An object identifier's bytes as hexadecimal digits. */
export function oid(element: Element | undefined): string {
  return hex(expectTag(element, OID).body);
}

export function write(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = concat(...parts);
  return concat(Uint8Array.of(tag, ...lengthBytes(body.length)), body);
}

export const sequence = (...parts: readonly Uint8Array[]) => write(SEQUENCE, ...parts);
export const octets = (bytes: Uint8Array) => write(OCTET_STRING, bytes);
export const bitString = (bytes: Uint8Array) => write(BIT_STRING, Uint8Array.of(0), bytes);
export const identifier = (digits: string) => write(OID, fromHex(digits));
export const nothing = Uint8Array.of(NULL, 0);

/** A whole number, given by its magnitude. */
export function integer(magnitude: Uint8Array): Uint8Array {
  const bytes = withoutZeros(magnitude);
  return (bytes[0] ?? 0) > 0x7f ? write(INTEGER, Uint8Array.of(0), bytes) : write(INTEGER, bytes);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

export function fromHex(digits: string): Uint8Array {
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}

export function withoutZeros(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  return bytes.subarray(start);
}

function readAt(bytes: Uint8Array, at: number): Element {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerError("too short");
  if ((tag & 0x1f) === 0x1f) throw new DerError("a tag of more than one byte");
  const count = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || count > 4 || at + 2 + count > bytes.length) throw new DerError("bad length");
  let length = count === 0 ? first : 0;
  for (const byte of bytes.subarray(at + 2, at + 2 + count)) length = length * 256 + byte;
  const start = at + 2 + count;
  if (start + length > bytes.length) throw new DerError("too long");
  return { tag, body: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}
