/** SNS's event as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { SNSEvent } from "./sns.ts";

export const snsEventSchema: z.ZodType<SNSEvent> = z.object({
  Records: z
    .array(
      z.object({
        EventSource: z.literal("aws:sns"),
        EventVersion: z.literal("1.0"),
        EventSubscriptionArn: z.string().startsWith("arn:aws:sns:"),
        Sns: z.object({
          Type: z.literal("Notification"),
          MessageId: z.uuid(),
          TopicArn: z.string().startsWith("arn:aws:sns:"),
          Subject: z.string().nullable(),
          Message: z.string().min(1),
          Timestamp: z.iso.datetime({ precision: 3 }),
          SignatureVersion: z.literal("1"),
          Signature: z.base64(),
          SigningCertUrl: z.url(),
          UnsubscribeUrl: z.url(),
          MessageAttributes: z.record(z.string(), z.object({ Type: z.string(), Value: z.string() })),
        }),
      }),
    )
    .length(1),
});
