import { z } from "zod";
import { envelope } from "./event-bridge-schema.ts";
import type { SchedulerDefaultEvent } from "./scheduler.ts";

const defaultEvent: z.ZodType<SchedulerDefaultEvent> = envelope(z.literal("Scheduled Event"), z.literal("{}")).extend({
  source: z.literal("aws.scheduler"),
  resources: z.array(z.string().startsWith("arn:aws:scheduler:")).length(1),
});

/** With an Input, the event is whatever JSON the schedule's owner wrote; what looks like the default event has to be one. */
export const schedulerEventSchema: z.ZodType = z.json().superRefine((event, { addIssue }) => {
  const isDefault = typeof event === "object" && event !== null && "source" in event && event.source === "aws.scheduler";
  if (isDefault)
    for (const { message, path } of defaultEvent.safeParse(event).error?.issues ?? [])
      addIssue({ code: "custom", message, path: [...path] });
});
