import { z } from "zod";
import type { HttpEvent } from "./http-request.ts";
import { httpEvent } from "./http-request-schema.ts";

/** AuthType NONE: the caller is anonymous and there are no routes. */
export const functionUrlEventSchema: z.ZodType<HttpEvent> = httpEvent.omit({ pathParameters: true }).extend({
  routeKey: z.literal("$default"),
  requestContext: httpEvent.shape.requestContext.extend({ accountId: z.literal("anonymous"), routeKey: z.literal("$default") }),
});
