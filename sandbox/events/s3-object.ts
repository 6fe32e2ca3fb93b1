/** What S3's two kinds of notifications say of an object. */
import { hexDigits } from "../time/random.ts";
import { type EventContext, FieldError } from "./source.ts";

/** AmazonS3 userguide, "Uploading objects": 50 TB since December 2025. */
export const LARGEST_OBJECT = 50_000_000_000_000;

/** 128 bits in hex; after a multipart upload `-` and the number of parts, here parts of 8 MiB as the AWS CLI cuts them. */
export function eTag({ random }: EventContext, isMultipart: boolean, size: number): string {
  const digest = hexDigits(random, 32);
  return isMultipart ? `${digest}-${Math.max(1, Math.ceil(size / (8 * 1024 * 1024)))}` : digest;
}

/** `0055AED6DCD90281E5`: hexadecimal that grows with time; observed to hold the second in digits 3 to 10. */
export function sequencerAt({ at, random }: EventContext): string {
  return `00${Math.floor(at / 1000)
    .toString(16)
    .padStart(8, "0")}${hexDigits(random, 8)}`.toUpperCase();
}

/** AmazonS3 userguide, "Bucket naming rules": 3 to 63 lower-case letters, digits, dots and hyphens. */
export function bucketName(name: string): string {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) return name;
  throw new FieldError("bucket", `‘bucket’ 필드: 버킷 이름은 소문자, 숫자, 점, 붙임표로 된 3~63자입니다. 받은 값: ${name}`);
}

/** AmazonS3 userguide, "Naming objects": at most 1,024 bytes of UTF-8. */
export function objectKey(key: string): string {
  const bytes = key.isWellFormed() ? encodeURIComponent(key).replace(/%../g, "x").length : 0;
  if (bytes >= 1 && bytes <= 1024) return key;
  throw new FieldError("key", "‘key’ 필드: 객체 키는 UTF-8로 1~1,024바이트입니다.");
}
