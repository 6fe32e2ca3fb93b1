/** Payload format 1.0 of REST APIs as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { RestEvent } from "./api-gateway-rest.ts";
import { restRequestContextSchema, textLists, texts } from "./rest-request-schema.ts";

export const restEventSchema: z.ZodType<RestEvent> = z.object({
  resource: z.string().startsWith("/"),
  path: z.string().startsWith("/"),
  httpMethod: z.string(),
  headers: texts,
  multiValueHeaders: textLists,
  queryStringParameters: texts.nullable(),
  multiValueQueryStringParameters: textLists.nullable(),
  pathParameters: texts.nullable(),
  stageVariables: texts.nullable(),
  requestContext: restRequestContextSchema,
  body: z.string().nullable(),
  isBase64Encoded: z.boolean(),
});
