/** The digests that SQS makes of messages, in lower-case hex. Of a text: of its UTF-8. */
import { md5 as md5Bytes } from "@noble/hashes/legacy.js";
import { sha256 as sha256Bytes } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** `md5OfBody` and `md5OfMessageAttributes`. */
export function md5(content: string | Uint8Array): string {
  return bytesToHex(md5Bytes(bytesOf(content)));
}

/** `MessageDeduplicationId` of a queue with content-based deduplication. */
export function sha256(content: string | Uint8Array): string {
  return bytesToHex(sha256Bytes(bytesOf(content)));
}

const bytesOf = (content: string | Uint8Array) => (typeof content === "string" ? utf8ToBytes(content) : content);
