/** node:querystring. */

const HEX = /^[0-9a-fA-F]{2}$/;
const UNESCAPED = new Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~!'()*");

/** Percent-decoding that never fails: what is no escape stays. */
function unescapeBuffer(text, decodeSpaces = false) {
  // A character outside latin1 loses its upper half here, in Node too.
  const bytes = Buffer.from(text, "latin1");
  const out = [];
  for (let index = 0; index < bytes.length; index += 1) {
    const pair = bytes[index] === 37 ? String.fromCharCode(bytes[index + 1] ?? 0, bytes[index + 2] ?? 0) : "";
    if (HEX.test(pair)) {
      out.push(Number.parseInt(pair, 16));
      index += 2;
    } else out.push(decodeSpaces && bytes[index] === 43 ? 32 : bytes[index]);
  }
  return Buffer.from(out);
}

function qsUnescape(text, decodeSpaces) {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not UTF-8, or a stray %: Node decodes what it can.
    return querystring.unescapeBuffer(text, decodeSpaces).toString();
  }
}

function qsEscape(value) {
  const text = typeof value === "string" ? value : typeof value === "object" ? String(value) : `${value}`;
  if (!text.isWellFormed()) throw new (require("internal/errors").codes.ERR_INVALID_URI)();
  let escaped = "";
  for (const character of text) escaped += UNESCAPED.has(character) ? character : encodeURIComponent(character);
  return escaped;
}

function primitive(value) {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return `${value}`;
  if (typeof value === "bigint") return `${value}`;
  if (typeof value === "boolean") return value ? "true" : "false";
  return "";
}

function stringify(object, separator, equals, options) {
  if (object === null || typeof object !== "object") return "";
  const between = separator || "&";
  const is = equals || "=";
  const encode = typeof options?.encodeURIComponent === "function" ? options.encodeURIComponent : querystring.escape;
  const fields = [];
  for (const key of Object.keys(object)) {
    const name = encode(primitive(key)) + is;
    const value = object[key];
    if (Array.isArray(value)) for (const one of value) fields.push(name + encode(primitive(one)));
    else fields.push(name + encode(primitive(value)));
  }
  return fields.join(between);
}

function parse(text, separator, equals, options) {
  const object = { __proto__: null };
  if (typeof text !== "string" || text.length === 0) return object;
  const between = separator ? `${separator}` : "&";
  const is = equals ? `${equals}` : "=";
  const most = typeof options?.maxKeys === "number" ? options.maxKeys : 1000;
  const decoder = typeof options?.decodeURIComponent === "function" ? options.decodeURIComponent : querystring.unescape;
  const decode = (part) => {
    const spaced = part.replaceAll("+", decoder === qsUnescape ? " " : "%20");
    if (decoder === qsUnescape && !/%[0-9a-fA-F]{2}/.test(spaced)) return spaced;
    try {
      return decoder(spaced);
    } catch {
      // A decoder of the caller's that refuses: Node falls back to its own.
      return qsUnescape(spaced, true);
    }
  };
  let fields = text.split(between).filter((field) => field !== "");
  if (most > 0) fields = fields.slice(0, most);
  for (const field of fields) {
    const at = field.indexOf(is);
    const key = decode(at < 0 ? field : field.slice(0, at));
    const value = at < 0 ? "" : decode(field.slice(at + is.length));
    if (!(key in object)) object[key] = value;
    else if (Array.isArray(object[key])) object[key].push(value);
    else object[key] = [object[key], value];
  }
  return object;
}

const querystring = {
  unescapeBuffer,
  unescape: qsUnescape,
  escape: qsEscape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};

export { querystring as "module.exports" };
