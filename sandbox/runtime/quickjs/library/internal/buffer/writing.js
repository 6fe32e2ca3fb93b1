/** Buffer.prototype.write and fill. */

import { codes } from "../errors.js";
import { validateInteger } from "../validators.js";
import { codecOf } from "./codecs.js";

export function writeText(buffer, text, offset, room, encoding) {
  const codec = codecOf(encoding);
  let bytes = codec.encode(text);
  if (bytes.length > room) {
    let end = room - (room % (codec.unit ?? 1));
    // A character of UTF-8 that does not fit whole is not begun.
    if (codec === codecOf("utf8")) while (end > 0 && (bytes[end] & 0xc0) === 0x80) end -= 1;
    bytes = bytes.subarray(0, end);
  }
  buffer.set(bytes, offset);
  return bytes.length;
}

export function fill(value, offset, end, encoding) {
  // fill(value, encoding), fill(value, offset, encoding)
  const text = typeof value === "string";
  const named = text && (offset === undefined || typeof offset === "string") ? offset : text && typeof end === "string" ? end : encoding;
  const whole = offset === undefined || (text && typeof offset === "string");
  const from = whole ? 0 : offset;
  const to = whole || end === undefined || (text && typeof end === "string") ? this.length : end;
  let pattern = value;
  if (typeof value === "string") {
    if (named !== undefined && named !== null && typeof named !== "string")
      throw new codes.ERR_INVALID_ARG_TYPE("encoding", "string", named);
    const codec = codecOf(named);
    pattern = value === "" ? 0 : codec.encode(value);
    if (pattern.length === 0) throw new codes.ERR_INVALID_ARG_VALUE("value", value);
  } else if (typeof value === "boolean") pattern = +value;
  validateInteger(from, "offset", 0);
  validateInteger(to, "end", 0, this.length);
  if (from >= to) return this;
  if (typeof pattern !== "object" || pattern === null) return Uint8Array.prototype.fill.call(this, (+pattern || 0) & 255, from, to);
  if (pattern.length === 0) throw new codes.ERR_INVALID_ARG_VALUE("value", value);
  for (let index = from; index < to; index += 1) this[index] = pattern[(index - from) % pattern.length];
  return this;
}
