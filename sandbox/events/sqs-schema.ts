/** The SQS batch as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { SQSEvent } from "./sqs.ts";

const digits = z.string().regex(/^\d+$/);
const md5 = z.string().regex(/^[0-9a-f]{32}$/);

const messageAttribute = z.object({
  stringValue: z.string().exactOptional(),
  binaryValue: z.string().exactOptional(),
  stringListValues: z.array(z.never()),
  binaryListValues: z.array(z.never()),
  dataType: z.string(),
});

export const sqsEventSchema: z.ZodType<SQSEvent> = z.object({
  Records: z
    .array(
      z.object({
        messageId: z.uuid(),
        receiptHandle: z.string(),
        body: z.string(),
        attributes: z.object({
          ApproximateReceiveCount: digits,
          SentTimestamp: digits,
          SequenceNumber: digits.exactOptional(),
          MessageGroupId: z.string().exactOptional(),
          SenderId: z.string(),
          MessageDeduplicationId: z.string().exactOptional(),
          ApproximateFirstReceiveTimestamp: digits,
        }),
        messageAttributes: z.record(z.string(), messageAttribute),
        md5OfMessageAttributes: md5.exactOptional(),
        md5OfBody: md5,
        eventSource: z.literal("aws:sqs"),
        eventSourceARN: z.string().startsWith("arn:aws:sqs:"),
        awsRegion: z.string(),
      }),
    )
    .min(1),
});
