/** indexOf, lastIndexOf and includes of a Buffer. */

import { codes } from "../errors.js";
import { isUint8Array } from "../types.js";
import { codecOf } from "./codecs.js";

export function find(buffer, value, byteOffset, encoding, forward) {
  const named = typeof byteOffset === "string" ? byteOffset : encoding;
  let offset = typeof byteOffset === "string" ? undefined : byteOffset;
  if (offset > 0x7fffffff) offset = 0x7fffffff;
  else if (offset < -0x80000000) offset = -0x80000000;
  offset = +offset;
  if (Number.isNaN(offset)) offset = forward ? 0 : buffer.length || buffer.byteLength;
  offset = Math.trunc(offset);
  if (typeof value === "number") {
    const index = offset < 0 ? buffer.length + offset : offset;
    if (!forward && index < 0) return -1;
    return forward
      ? Uint8Array.prototype.indexOf.call(buffer, value & 255, offset)
      : Uint8Array.prototype.lastIndexOf.call(buffer, value & 255, index);
  }
  // Bytes are looked for whatever the encoding is called.
  const codec = isUint8Array(value) && !Buffer.isEncoding(named) ? codecOf("utf8") : codecOf(named);
  let pattern = value;
  if (typeof value === "string") pattern = codec.encode(value);
  else if (!isUint8Array(value)) throw new codes.ERR_INVALID_ARG_TYPE("value", ["number", "string", "Buffer", "Uint8Array"], value);
  return search(buffer, pattern, offset, codec.unit ?? 1, forward);
}

/** Where a search begins; for an empty pattern, where it ends (Node's src/node_buffer.cc, `IndexOfOffset`). */
function startOfSearch(length, offset, patternLength, forward) {
  if (offset < 0) {
    if (offset + length >= 0) return length + offset;
    return forward || patternLength === 0 ? 0 : -1;
  }
  if (offset + patternLength <= length) return offset;
  if (patternLength === 0) return length;
  return forward ? -1 : length - 1;
}

function search(buffer, pattern, byteOffset, unit, forward) {
  const start = startOfSearch(buffer.length, byteOffset, pattern.length, forward);
  if (pattern.length === 0 || start < 0) return start;
  const matches = (at) => {
    for (let index = 0; index < pattern.length; index += 1) if (buffer[at + index] !== pattern[index]) return false;
    return true;
  };
  const last = buffer.length - pattern.length;
  if (forward) {
    for (let at = start; at <= last; at += unit) if (matches(at)) return at;
  } else {
    for (let at = Math.min(start, last); at >= 0; at -= unit) if (matches(at)) return at;
  }
  return -1;
}
