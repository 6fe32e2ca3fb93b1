/** What comes with a request besides its payload. */

/** From the base64 of the API to the JSON text that the runtime client is handed. */
export function decodeClientContext(base64: string | undefined): string | undefined {
  if (base64 === undefined) return undefined;
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const digits = [...base64.replace(/[^A-Za-z0-9+/]/g, "")].map((digit) => alphabet.indexOf(digit));
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  for (let index = 0; index < bytes.length; index += 1) {
    const bit = index * 8;
    const pair = ((digits[Math.floor(bit / 6)] ?? 0) << 6) | (digits[Math.floor(bit / 6) + 1] ?? 0);
    bytes[index] = (pair >> (4 - (bit % 6))) & 255;
  }
  return new TextDecoder().decode(bytes);
}
