/** In place of whatwg-url's lib/encoding.js: our own UTF-8, where the package would make a TextEncoder. */
import { encodeUtf8 } from "../encoding.js";

export const utf8Encode = encodeUtf8;
export const utf8DecodeWithoutBOM = (bytes) => binding.utf8Decode(bytes);
