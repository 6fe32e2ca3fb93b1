/** In place of @exodus/bytes, which whatwg-url needs for queries in legacy encodings: the URLs that a handler makes are in UTF-8. */
import { encodeUtf8 } from "../encoding.js";

/** URL Standard, "percent-encode after encoding", for UTF-8. `set`: the characters to encode besides the C0 control set. */
export function percentEncodeAfterEncoding(_encoding, input, set, spaceAsPlus = false) {
  let text = "";
  for (const byte of encodeUtf8(input)) {
    const character = String.fromCharCode(byte);
    if (spaceAsPlus && byte === 0x20) text += "+";
    else if (byte <= 0x1f || byte > 0x7e || set.includes(character)) text += `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    else text += character;
  }
  return text;
}
