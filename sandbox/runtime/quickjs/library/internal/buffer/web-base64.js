/** The globals atob and btoa. */

import { codes } from "../errors.js";
import { codecOf } from "./codecs.js";

/** Forgiving base64 of the web: a character that does not belong is an error, spaces are not. */
export function atob(...args) {
  if (args.length === 0) throw new codes.ERR_MISSING_ARGS("input");
  if (/[^\x00-\xff]/.test(args[0])) throw invalidCharacter("Invalid character");
  const input = `${args[0]}`.replace(/[\t\n\f\r ]+/g, "");
  const body = input.replace(/={1,2}$/, "");
  if (/[^A-Za-z0-9+/]/.test(body)) throw invalidCharacter("Invalid character");
  if (body.length % 4 === 1) throw invalidCharacter("The string to be decoded is not correctly encoded.");
  if (body !== input && input.length % 4 !== 0) throw invalidCharacter("Invalid character");
  return codecOf("latin1").decode(codecOf("base64").encode(body));
}

export function btoa(...args) {
  if (args.length === 0) throw new codes.ERR_MISSING_ARGS("input");
  const text = `${args[0]}`;
  if (/[^\x00-\xff]/.test(text)) throw invalidCharacter("Invalid character");
  return codecOf("base64").decode(codecOf("latin1").encode(text));
}

function invalidCharacter(message) {
  return new DOMException(message, "InvalidCharacterError");
}
