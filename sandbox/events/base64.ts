/** Base64 (RFC 4648 §4) in plain arithmetic: `btoa` and `atob` are the platform's and know no bytes. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 3) text += quartet(bytes.subarray(start, start + 3));
  return text;
}

/** Undefined where the text is not Base64. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bytes: number[] = [];
  for (let start = 0; start < text.length; start += 4) bytes.push(...triplet(text.slice(start, start + 4)));
  return Uint8Array.from(bytes);
}

/** One to three bytes as four characters, padded with `=`. */
function quartet(bytes: Uint8Array): string {
  const bits = ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
  const characters = [18, 12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 63]);
  return characters
    .slice(0, bytes.length + 1)
    .join("")
    .padEnd(4, "=");
}

function triplet(characters: string): number[] {
  const digits = characters.replaceAll("=", "");
  let bits = 0;
  for (const digit of digits) bits = (bits << 6) | ALPHABET.indexOf(digit);
  bits <<= 6 * (4 - digits.length);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255].slice(0, digits.length - 1);
}
