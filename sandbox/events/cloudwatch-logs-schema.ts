/** A subscription's event as zod knows it, and what is in its data. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { CloudWatchLogsData, CloudWatchLogsEvent } from "./cloudwatch-logs.ts";

export const cloudwatchLogsEventSchema: z.ZodType<CloudWatchLogsEvent> = z.object({
  // A gzip's first three bytes.
  awslogs: z.object({ data: z.base64().startsWith("H4sI") }),
});

export const cloudwatchLogsDataSchema: z.ZodType<CloudWatchLogsData> = z.object({
  messageType: z.enum(["DATA_MESSAGE", "CONTROL_MESSAGE"]),
  owner: z.string(),
  logGroup: z.string(),
  logStream: z.string(),
  subscriptionFilters: z.array(z.string()),
  logEvents: z.array(z.object({ id: z.string(), timestamp: z.int(), message: z.string() })),
});
