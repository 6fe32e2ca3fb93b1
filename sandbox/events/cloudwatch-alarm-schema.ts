/** An alarm's event as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { CloudWatchAlarmEvent } from "./cloudwatch-alarm.ts";

const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
const state = z.object({
  value: z.enum(["ALARM", "OK", "INSUFFICIENT_DATA"]),
  reason: z.string(),
  reasonData: z.string().exactOptional(),
  timestamp: time,
});

export const cloudwatchAlarmEventSchema: z.ZodType<CloudWatchAlarmEvent> = z.object({
  source: z.literal("aws.cloudwatch"),
  alarmArn: z.string().startsWith("arn:aws:cloudwatch:"),
  accountId: z.string(),
  time,
  region: z.string(),
  alarmData: z.object({
    alarmName: z.string(),
    state,
    previousState: state,
    configuration: z.object({
      description: z.string().exactOptional(),
      metrics: z
        .array(
          z.object({
            id: z.string(),
            metricStat: z.object({
              metric: z.object({ namespace: z.string(), name: z.string(), dimensions: z.record(z.string(), z.string()) }),
              period: z.int(),
              stat: z.string(),
            }),
            returnData: z.literal(true),
          }),
        )
        .length(1),
    }),
  }),
});
