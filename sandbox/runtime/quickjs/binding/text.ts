/** Bytes as text and back, where a loop of the guest would be slow: UTF-8, base64, hex. */

const encoder = new TextEncoder();
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64URL = `${BASE64.slice(0, 62)}-_`;
/** Both alphabets at once, as Node's decoder reads them. 64: not a digit. */
const DIGITS = digitTable();

export const utf8Encode = (text: string): Uint8Array => encoder.encode(text);

/** Throws a TypeError where `fatal` and the bytes are not UTF-8. A byte order mark is kept: the guest decides on it. */
export function utf8Decode(bytes: Uint8Array, fatal: boolean): string {
  return new TextDecoder("utf-8", { fatal, ignoreBOM: true }).decode(bytes);
}

export function base64Encode(bytes: Uint8Array, url: boolean): string {
  const alphabet = url ? BASE64URL : BASE64;
  const digit = (bits: number) => alphabet.charAt(bits & 63);
  const pieces: string[] = [];
  let piece = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const bits = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const have = Math.min(3, bytes.length - index);
    piece += digit(bits >> 18) + digit(bits >> 12);
    if (have > 1) piece += digit(bits >> 6);
    else if (!url) piece += "=";
    if (have > 2) piece += digit(bits);
    else if (!url) piece += "=";
    if (piece.length > 8192) {
      pieces.push(piece);
      piece = "";
    }
  }
  return pieces.join("") + piece;
}

/** Forgiving as Node's: both alphabets, anything else is skipped, `=` ends the text. */
export function base64Decode(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let have = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 61) break;
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
  let text = "";
  for (const byte of bytes) text += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16);
  return text;
}

/** Stops at the first pair that is not hex, as Node does. */
export function hexDecode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let index = 0; index < bytes.length; index += 1) {
    const pair = text.slice(index * 2, index * 2 + 2);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) return bytes.subarray(0, index);
    bytes[index] = Number.parseInt(pair, 16);
  }
  return bytes;
}

function digitTable(): Uint8Array {
  const table = new Uint8Array(128).fill(64);
  for (let digit = 0; digit < 64; digit += 1) {
    table[BASE64.charCodeAt(digit)] = digit;
    table[BASE64URL.charCodeAt(digit)] = digit;
  }
  return table;
}
