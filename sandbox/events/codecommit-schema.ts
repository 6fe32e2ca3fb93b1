/** CodeCommit's trigger as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { CodeCommitEvent } from "./codecommit.ts";

const reference = z.object({
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  created: z.literal(true).exactOptional(),
  deleted: z.literal(true).exactOptional(),
  ref: z.string().startsWith("refs/"),
});

export const codecommitEventSchema: z.ZodType<CodeCommitEvent> = z.object({
  Records: z
    .array(
      z.object({
        awsRegion: z.string(),
        codecommit: z.object({ references: z.array(reference).min(1) }),
        customData: z.string().exactOptional(),
        eventId: z.uuid(),
        eventName: z.literal("ReferenceChanges"),
        eventPartNumber: z.literal(1),
        eventSource: z.literal("aws:codecommit"),
        eventSourceARN: z.string().startsWith("arn:aws:codecommit:"),
        eventTime: z.string().endsWith("+0000"),
        eventTotalParts: z.literal(1),
        eventTriggerConfigId: z.uuid(),
        eventTriggerName: z.string(),
        eventVersion: z.literal("1.0"),
        userIdentityARN: z.string().startsWith("arn:aws:iam:"),
      }),
    )
    .length(1),
});
