/** The zod schema of every source's event. For the build and Node only: zod stays out of pages. */
import type { z } from "zod";
import { apiGatewayHttpEventSchema } from "./api-gateway-http-schema.ts";
import { functionUrlEventSchema } from "./function-url-schema.ts";
import type { EventSourceName } from "./index.ts";
import { s3EventSchema } from "./s3-schema.ts";
import { scheduledEventSchema } from "./schedule-schema.ts";
import { sqsEventSchema } from "./sqs-schema.ts";

export const EVENT_SCHEMAS = {
  "api-gateway-http": apiGatewayHttpEventSchema,
  "function-url": functionUrlEventSchema,
  s3: s3EventSchema,
  sqs: sqsEventSchema,
  schedule: scheduledEventSchema,
} as const satisfies Record<EventSourceName, z.ZodType>;
