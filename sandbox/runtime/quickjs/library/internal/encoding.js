/** Text and bytes: the encodings that Buffer knows, TextEncoder and TextDecoder. */
import { codes, nativeCoded } from "./errors.js";
import { isAnyArrayBuffer } from "./types.js";

const ENCODINGS = new Map(
  Object.entries({
    utf8: ["utf8", "utf-8"],
    utf16le: ["utf16le", "utf-16le", "ucs2", "ucs-2"],
    latin1: ["latin1", "binary"],
    ascii: ["ascii"],
    base64: ["base64"],
    base64url: ["base64url"],
    hex: ["hex"],
  }).flatMap(([name, labels]) => labels.map((label) => [label, name])),
);

/** Node's name for an encoding; undefined where it knows none. */
export function normalizeEncoding(encoding) {
  if (encoding === undefined || encoding === null || encoding === "") return "utf8";
  return ENCODINGS.get(`${encoding}`.toLowerCase());
}

/** The host reads strings up to a NUL, so what lies between NULs is encoded piece by piece. */
export function encodeUtf8(text) {
  const wellFormed = text.toWellFormed();
  if (!wellFormed.includes("\0")) return new Uint8Array(binding.utf8Encode(wellFormed));
  const pieces = wellFormed.split("\0").map((piece) => new Uint8Array(binding.utf8Encode(piece)));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length + 1, -1));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length + 1;
  }
  return bytes;
}

const CHUNK = 4096;

/** Each byte, or each 16-bit unit, a character. */
export function decodeUnits(units) {
  let text = "";
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode.apply(null, units.subarray(at, at + CHUNK));
  return text;
}

export function decodeUtf16(bytes) {
  const units = new Uint16Array(bytes.length >> 1);
  for (let index = 0; index < units.length; index += 1) units[index] = bytes[2 * index] | (bytes[2 * index + 1] << 8);
  return decodeUnits(units);
}

/**
 * How many bytes at the end begin a character that the next chunk may complete. Told by the first byte alone, as
 * StringDecoder does, or `strictly`, where what cannot become a character is given up at once, as TextDecoder does.
 */
export function unfinishedUtf8(bytes, strictly) {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back];
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf8 || byte < 0xc0 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (length <= back) return 0;
    return !strictly || couldBegin(byte, bytes[bytes.length - back + 1], back) ? back : 0;
  }
  return 0;
}

/** Unicode's table 3-7: what may follow these first bytes. */
function couldBegin(first, second, have) {
  if (first < 0xc2 || first > 0xf4) return false;
  if (have < 2) return true;
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second < 0x90;
}

export class TextEncoder {
  get encoding() {
    return "utf-8";
  }
  encode(input = "") {
    return encodeUtf8(`${input}`);
  }
  encodeInto(source, destination) {
    if (typeof source !== "string") throw new codes.ERR_INVALID_ARG_TYPE("src", "string", source);
    let read = 0;
    let written = 0;
    for (const character of source) {
      const bytes = encodeUtf8(character);
      if (written + bytes.length > destination.length) break;
      destination.set(bytes, written);
      read += character.length;
      written += bytes.length;
    }
    return { read, written };
  }
}

/** Labels of the Encoding Standard. Simplified: of its encodings, those that a handler meets. */
const LABELS = new Map(
  Object.entries({
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "utf-16le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    "windows-1252":
      "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252",
  }).flatMap(([name, labels]) => labels.split(" ").map((label) => [label, name])),
);

/** What windows-1252 has at 0x80–0x9f (Encoding Standard, index-windows-1252). */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

const DECODERS = {
  "utf-8": {
    unfinished: (bytes) => unfinishedUtf8(bytes, true),
    isValid: (bytes) => binding.utf8IsValid(bytes) === 1,
    decode: (bytes) => binding.utf8Decode(bytes),
  },
  "utf-16le": {
    unfinished: (bytes) => (bytes.length % 2) + (bytes.length > 1 && (bytes[(bytes.length & ~1) - 1] & 0xfc) === 0xd8 ? 2 : 0),
    isValid: (bytes) => bytes.length % 2 === 0 && decodeUtf16(bytes).isWellFormed(),
    decode: (bytes) => decodeUtf16(bytes).toWellFormed() + (bytes.length % 2 === 1 ? "\ufffd" : ""),
  },
  "windows-1252": {
    unfinished: () => 0,
    isValid: () => true,
    decode: (bytes) => decodeUnits(bytes).replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]),
  },
};

export class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  #held = new Uint8Array(0);
  #begun = false;
  constructor(label = "utf-8", options = {}) {
    const name = LABELS.get(`${label}`.trim().toLowerCase());
    if (name === undefined) throw new codes.ERR_ENCODING_NOT_SUPPORTED(label);
    if (options !== null && typeof options !== "object") throw new codes.ERR_INVALID_ARG_TYPE("options", "Object", options);
    this.#encoding = name;
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }
  get encoding() {
    return this.#encoding;
  }
  get fatal() {
    return this.#fatal;
  }
  get ignoreBOM() {
    return this.#ignoreBOM;
  }
  decode(input = new Uint8Array(0), options = {}) {
    const decoder = DECODERS[this.#encoding];
    const whole = joined(this.#held, bytesOf(input));
    const back = options?.stream ? decoder.unfinished(whole) : 0;
    const bytes = whole.subarray(0, whole.length - back);
    this.#held = whole.slice(whole.length - back);
    if (this.#fatal && !decoder.isValid(bytes)) {
      this.#held = new Uint8Array(0);
      this.#begun = false;
      throw nativeCoded(TypeError, "ERR_ENCODING_INVALID_ENCODED_DATA", `The encoded data was not valid for encoding ${this.#encoding}`);
    }
    const text = decoder.decode(bytes);
    const atStart = !this.#begun;
    this.#begun = Boolean(options?.stream) && (this.#begun || text !== "");
    return atStart && !this.#ignoreBOM && this.#encoding !== "windows-1252" && text.startsWith("\ufeff") ? text.slice(1) : text;
  }
}

function bytesOf(input) {
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  throw nativeCoded(
    TypeError,
    "ERR_INVALID_ARG_TYPE",
    'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.',
  );
}

function joined(held, bytes) {
  if (held.length === 0) return bytes;
  const whole = new Uint8Array(held.length + bytes.length);
  whole.set(held);
  whole.set(bytes, held.length);
  return whole;
}

Object.defineProperty(TextEncoder.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value: (_depth, options, inspect) => inspect({ encoding: "utf-8" }, options),
  configurable: true,
});
for (const name of ["encoding", "encode", "encodeInto"]) Object.defineProperty(TextEncoder.prototype, name, { enumerable: true });
for (const name of ["encoding", "fatal", "ignoreBOM", "decode"]) Object.defineProperty(TextDecoder.prototype, name, { enumerable: true });
for (const Coder of [TextEncoder, TextDecoder])
  Object.defineProperty(Coder.prototype, Symbol.toStringTag, { configurable: true, value: Coder.name });
