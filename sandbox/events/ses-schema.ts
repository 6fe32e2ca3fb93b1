/** SES's event as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { SESEvent } from "./ses.ts";

const verdict = z.object({ status: z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED"]) });
const addresses = z.array(z.string().includes("@")).min(1);

const mail = z.object({
  commonHeaders: z.object({
    from: addresses,
    to: addresses,
    returnPath: z.string(),
    messageId: z.string().regex(/^<.+@.+>$/),
    date: z.string(),
    subject: z.string(),
  }),
  source: z.string(),
  timestamp: z.iso.datetime({ precision: 3 }),
  destination: addresses,
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  headersTruncated: z.boolean(),
  messageId: z.string(),
});

const receipt = z.object({
  recipients: addresses,
  timestamp: z.iso.datetime({ precision: 3 }),
  spamVerdict: verdict,
  dkimVerdict: verdict,
  dmarcVerdict: verdict,
  dmarcPolicy: z.literal("reject").exactOptional(),
  processingTimeMillis: z.int(),
  action: z.object({
    type: z.literal("Lambda"),
    invocationType: z.enum(["Event", "RequestResponse"]),
    functionArn: z.string().startsWith("arn:aws:lambda:"),
  }),
  spfVerdict: verdict,
  virusVerdict: verdict,
});

export const sesEventSchema: z.ZodType<SESEvent> = z.object({
  Records: z
    .array(z.object({ eventVersion: z.literal("1.0"), ses: z.object({ mail, receipt }), eventSource: z.literal("aws:ses") }))
    .length(1),
});
