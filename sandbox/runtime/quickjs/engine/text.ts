/** Text on its way out of the engine. */

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-8 as the engine writes it. A lone surrogate is three bytes that are not UTF-8; here each becomes U+FFFD, as when Node writes it. */
export function decodeText(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  return text.includes("\ufffd") ? decoder.decode(withoutLoneSurrogates(bytes)) : text;
}

function withoutLoneSurrogates(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  for (let at = copy.indexOf(0xed); at >= 0; at = copy.indexOf(0xed, at + 1)) {
    if ((copy[at + 1] ?? 0) >= 0xa0) copy.set(REPLACEMENT, at);
  }
  return copy;
}

const REPLACEMENT = [0xef, 0xbf, 0xbd];
