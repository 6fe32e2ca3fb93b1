/** Ids in the alphabets that AWS uses for them. */
import { hexDigits, type Random } from "../time/random.ts";
import { base64 } from "./base64.ts";

const UPPER_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const LOWER_CASE = "abcdefghijklmnopqrstuvwxyz0123456789";

const MIXED_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `3q2x9k0b1z`: an API's id. */
export const lowerCaseId = (random: Random, length: number) => drawn(random, LOWER_CASE, length);

/** `C3D13FE58DE4C810`: S3's request ids. */
export const upperCaseId = (random: Random, length: number) => drawn(random, UPPER_CASE, length);

/** `bbYLzC8rt`: the second part of a user pool's id. */
export const mixedCaseId = (random: Random, length: number) => drawn(random, MIXED_CASE, length);

/** `AIDAINPONIXQXHT3IKHL2`: a unique id of IAM, whose first four letters tell the kind (AIDA: user, AROA: role). */
export const iamId = (random: Random, prefix: "AIDA" | "AROA") => prefix + upperCaseId(random, 17);

/** `Root=1-6923ebb0-7f1c0d2e3b4a59687f0e1d2c`: a header of X-Ray, whose second part is the time in seconds. */
export function traceHeader(random: Random, seconds: number): string {
  return `Root=1-${seconds.toString(16).padStart(8, "0")}-${hexDigits(random, 24)}`;
}

/** Base64 of so many random bytes. */
export function base64Id(random: Random, bytes: number): string {
  return base64(Uint8Array.from({ length: bytes }, () => random.next() & 255));
}

function drawn(random: Random, alphabet: string, length: number): string {
  let text = "";
  while (text.length < length) text += alphabet[random.next() % alphabet.length];
  return text;
}
