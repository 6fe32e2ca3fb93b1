/** Ids and headers that come with a request. */
import type { Instant } from "../time/instant.ts";
import { hexDigits, type Random } from "../time/random.ts";

/** The X-Ray header as Lambda makes it where tracing is not active (fidelity.md §3.3). */
export function traceId(at: Instant, random: Random): string {
  const seconds = Math.floor(at / 1000)
    .toString(16)
    .padStart(8, "0");
  return `Root=1-${seconds}-${hexDigits(random, 24)};Parent=${hexDigits(random, 16)};Sampled=0;Lineage=1:${hexDigits(random, 8)}:0`;
}

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
