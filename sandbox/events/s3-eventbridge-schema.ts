/** S3's events on EventBridge as zod knows them. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import { envelope } from "./event-bridge-schema.ts";
import type { S3EventBridgeEvent } from "./s3-eventbridge.ts";

const request = {
  version: z.literal("0"),
  bucket: z.object({ name: z.string() }),
  "request-id": z.string(),
  requester: z.string(),
  "source-ip-address": z.string(),
};

const created = z.object({
  ...request,
  object: z.object({ key: z.string(), size: z.int().min(0), etag: z.string(), sequencer: z.string() }),
  reason: z.enum(["PutObject", "POST Object", "CopyObject", "CompleteMultipartUpload"]),
});

const deleted = z.object({
  ...request,
  object: z.strictObject({ key: z.string(), sequencer: z.string() }),
  reason: z.literal("DeleteObject"),
  "deletion-type": z.literal("Permanently Deleted"),
});

export const s3EventBridgeEventSchema: z.ZodType<S3EventBridgeEvent> = z.union([
  envelope(z.literal("Object Created"), created),
  envelope(z.literal("Object Deleted"), deleted),
]);
