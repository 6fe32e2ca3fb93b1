import { z } from "zod";
import type { HttpAuthorizerEvent } from "./authorizer-http.ts";
import { httpEvent } from "./http-request-schema.ts";

export const httpAuthorizerEventSchema: z.ZodType<HttpAuthorizerEvent> = httpEvent.omit({ body: true, isBase64Encoded: true }).extend({
  type: z.literal("REQUEST"),
  routeArn: z.string().startsWith("arn:aws:execute-api:"),
  identitySource: z.array(z.string()),
});
