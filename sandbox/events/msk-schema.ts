/** A Kafka batch as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { KafkaEvent } from "./msk.ts";

const batch = {
  bootstrapServers: z.string().regex(/^[^,]+:\d+(,[^,]+:\d+)*$/),
  records: z.record(
    z.string().regex(/^.+-\d+$/),
    z
      .array(
        z.object({
          topic: z.string(),
          partition: z.int().min(0),
          offset: z.int().min(0),
          timestamp: z.int(),
          timestampType: z.literal("CREATE_TIME"),
          key: z.base64(),
          value: z.base64(),
          headers: z.array(z.record(z.string(), z.array(z.int().min(-128).max(127)))),
        }),
      )
      .min(1),
  ),
};

export const kafkaEventSchema: z.ZodType<KafkaEvent> = z.discriminatedUnion("eventSource", [
  z.object({ eventSource: z.literal("aws:kafka"), eventSourceArn: z.string().startsWith("arn:aws:kafka:"), ...batch }),
  z.object({ eventSource: z.literal("SelfManagedKafka"), ...batch }),
]);
