/** A Kinesis batch as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { KinesisEvent } from "./kinesis.ts";

export const kinesisEventSchema: z.ZodType<KinesisEvent> = z.object({
  Records: z
    .array(
      z.object({
        kinesis: z.object({
          kinesisSchemaVersion: z.literal("1.0"),
          partitionKey: z.string().min(1).max(256),
          sequenceNumber: z.string().regex(/^\d{56}$/),
          data: z.base64(),
          approximateArrivalTimestamp: z.number(),
        }),
        eventSource: z.literal("aws:kinesis"),
        eventVersion: z.literal("1.0"),
        eventID: z.string().regex(/^shardId-\d{12}:\d{56}$/),
        eventName: z.literal("aws:kinesis:record"),
        invokeIdentityArn: z.string().startsWith("arn:aws:iam:"),
        awsRegion: z.string(),
        eventSourceARN: z.string().startsWith("arn:aws:kinesis:"),
      }),
    )
    .min(1),
});
