/** Firehose's transformation request as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { FirehoseEvent } from "./firehose.ts";

export const firehoseEventSchema: z.ZodType<FirehoseEvent> = z.object({
  invocationId: z.uuid(),
  deliveryStreamArn: z.string().startsWith("arn:aws:firehose:"),
  sourceKinesisStreamArn: z.string().startsWith("arn:aws:kinesis:").exactOptional(),
  region: z.string(),
  records: z
    .array(
      z.object({
        recordId: z.string().regex(/^\d+$/),
        approximateArrivalTimestamp: z.int(),
        data: z.base64(),
        kinesisRecordMetadata: z
          .object({
            sequenceNumber: z.string().regex(/^\d{56}$/),
            subsequenceNumber: z.string().regex(/^\d+$/),
            partitionKey: z.string(),
            shardId: z.string().startsWith("shardId-"),
            approximateArrivalTimestamp: z.int(),
          })
          .exactOptional(),
      }),
    )
    .min(1),
});
