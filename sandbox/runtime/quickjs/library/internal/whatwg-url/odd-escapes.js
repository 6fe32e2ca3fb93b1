/**
 * Escapes that are none, beside letters outside of ASCII: URLSearchParams of Node reads those as node:querystring does, which
 * loses the letters.
 */
export const isOdd = (text) => /%/.test(text) && /[^\0-\x7f]/.test(text);

export function pairsOf(text) {
  const pairs = [];
  for (const field of (text[0] === "?" ? text.slice(1) : text).split("&")) {
    if (field === "") continue;
    const at = field.indexOf("=");
    pairs.push(at < 0 ? [unescape(field), ""] : [unescape(field.slice(0, at)), unescape(field.slice(at + 1))]);
  }
  return pairs;
}

function unescape(text) {
  const spaced = text.replaceAll("+", " ");
  return /%[\da-f]{2}/i.test(spaced) ? require("querystring").unescape(spaced) : spaced;
}
