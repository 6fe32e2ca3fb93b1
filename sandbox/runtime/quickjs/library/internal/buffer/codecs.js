/** A string as bytes and back, by Node's name for the encoding. */

import { decodeUnits, decodeUtf16, encodeUtf8, normalizeEncoding } from "../encoding.js";
import { codes } from "../errors.js";

const withoutNul = (text) => text.replaceAll("\0", "");

function encodeUnits(text) {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function encodeUtf16(text) {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[2 * index] = unit;
    bytes[2 * index + 1] = unit >> 8;
  }
  return bytes;
}

function base64Length(text) {
  const end = text.endsWith("==") ? text.length - 2 : text.endsWith("=") ? text.length - 1 : text.length;
  return (end * 3) >>> 2;
}

/** Of a character outside of ASCII Node's decoder sees the lower byte. */
const lowerBytes = (text) => (/[^\0-\x7f]/.test(text) ? decodeUnits(encodeUnits(text)) : text);

const decodeBase64 = (text) => new Uint8Array(binding.base64Decode(withoutNul(lowerBytes(text))));

/** `byteLength` as Node counts it, which for base64 and hex does not look at the characters. `unit`: bytes of a character. */
const CODECS = {
  utf8: { encode: encodeUtf8, decode: (bytes) => binding.utf8Decode(bytes), byteLength: (text) => encodeUtf8(text).length },
  utf16le: { encode: encodeUtf16, decode: decodeUtf16, byteLength: (text) => text.length * 2, unit: 2 },
  latin1: { encode: encodeUnits, decode: decodeUnits, byteLength: (text) => text.length },
  ascii: { encode: encodeUnits, decode: (bytes) => decodeUnits(bytes.map((byte) => byte & 0x7f)), byteLength: (text) => text.length },
  base64: { encode: decodeBase64, decode: (bytes) => binding.base64Encode(bytes, 0), byteLength: base64Length },
  base64url: { encode: decodeBase64, decode: (bytes) => binding.base64Encode(bytes, 1), byteLength: base64Length },
  hex: {
    encode: (text) => new Uint8Array(binding.hexDecode(text)),
    decode: (bytes) => binding.hexEncode(bytes),
    byteLength: (text) => text.length >>> 1,
  },
};

export function codecOf(encoding) {
  const name = normalizeEncoding(encoding);
  if (name === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  return CODECS[name];
}
