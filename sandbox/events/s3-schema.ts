/** The S3 event as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { S3Event } from "./s3.ts";

const created = z.object({ key: z.string(), size: z.int().min(0), eTag: z.string(), sequencer: z.string() });
const removed = z.strictObject({ key: z.string(), sequencer: z.string() });

export const s3EventSchema: z.ZodType<S3Event> = z.object({
  Records: z
    .array(
      z.object({
        eventVersion: z.literal("2.1"),
        eventSource: z.literal("aws:s3"),
        awsRegion: z.string(),
        eventTime: z.iso.datetime({ precision: 3 }),
        eventName: z.string(),
        userIdentity: z.object({ principalId: z.string() }),
        requestParameters: z.object({ sourceIPAddress: z.string() }),
        responseElements: z.object({ "x-amz-request-id": z.string(), "x-amz-id-2": z.string() }),
        s3: z.object({
          s3SchemaVersion: z.literal("1.0"),
          configurationId: z.string(),
          bucket: z.object({
            name: z.string(),
            ownerIdentity: z.object({ principalId: z.string() }),
            arn: z.string().startsWith("arn:aws:s3:::"),
          }),
          object: z.union([created, removed]),
        }),
      }),
    )
    .min(1),
});
