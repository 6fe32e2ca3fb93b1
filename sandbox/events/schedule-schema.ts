/** The scheduled event as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { ScheduledEvent } from "./schedule.ts";

export const scheduledEventSchema: z.ZodType<ScheduledEvent> = z.object({
  version: z.literal("0"),
  id: z.uuid(),
  "detail-type": z.literal("Scheduled Event"),
  source: z.literal("aws.events"),
  account: z.string().regex(/^\d{12}$/),
  time: z.iso.datetime({ precision: 0 }),
  region: z.string(),
  resources: z.array(z.string().startsWith("arn:aws:events:")).min(1),
  detail: z.strictObject({}),
});
