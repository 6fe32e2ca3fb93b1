/** Bytes as text and back, where a loop of the guest would be slow: UTF-8, base64, hex. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const BASE64 = encoder.encode(`${LETTERS}+/`);
const BASE64URL = encoder.encode(`${LETTERS}-_`);
const PADDING = 61;
const HEX = encoder.encode("0123456789abcdef");
/** Both alphabets at once, as Node's decoder reads them. 64: not a digit. */
const DIGITS = digitTable();

export const utf8Encode = (text: string): Uint8Array => encoder.encode(text);

/** Throws a TypeError where `fatal` and the bytes are not UTF-8. A byte order mark is kept: the guest decides on it. */
export function utf8Decode(bytes: Uint8Array, fatal: boolean): string {
  return new TextDecoder("utf-8", { fatal, ignoreBOM: true }).decode(bytes);
}

export function base64Encode(bytes: Uint8Array, url: boolean): string {
  const alphabet = url ? BASE64URL : BASE64;
  const text = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  let length = 0;
  const digit = (bits: number) => {
    text[length] = alphabet[bits & 63] as number;
    length += 1;
  };
  for (let index = 0; index < bytes.length; index += 3) {
    const bits = ((bytes[index] as number) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const have = bytes.length - index;
    digit(bits >> 18);
    digit(bits >> 12);
    if (have > 1) digit(bits >> 6);
    if (have > 2) digit(bits);
  }
  const padding = url ? 0 : text.length - length;
  return decoder.decode(text.fill(PADDING, length).subarray(0, length + padding));
}

/** Forgiving as Node's: both alphabets, anything else is skipped, `=` ends the text. */
export function base64Decode(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let have = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === PADDING) break;
    const digit = code < 128 ? (DIGITS[code] as number) : 64;
    if (digit === 64) continue;
    bits = ((bits << 6) | digit) & 0xffffff;
    have += 6;
    if (have >= 8) {
      have -= 8;
      bytes[length] = (bits >> have) & 0xff;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}

export function hexEncode(bytes: Uint8Array): string {
  const text = new Uint8Array(bytes.length * 2);
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    text[index * 2] = HEX[byte >> 4] as number;
    text[index * 2 + 1] = HEX[byte & 15] as number;
  }
  return decoder.decode(text);
}

/** Stops at the first pair that is not hex, as Node does. */
export function hexDecode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let index = 0; index < bytes.length; index += 1) {
    const high = hexDigit(text.charCodeAt(index * 2));
    const low = hexDigit(text.charCodeAt(index * 2 + 1));
    if (high < 0 || low < 0) return bytes.subarray(0, index);
    bytes[index] = high * 16 + low;
  }
  return bytes;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

function digitTable(): Uint8Array {
  const table = new Uint8Array(128).fill(64);
  for (let digit = 0; digit < 64; digit += 1) {
    table[BASE64[digit] as number] = digit;
    table[BASE64URL[digit] as number] = digit;
  }
  return table;
}
