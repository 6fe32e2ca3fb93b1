/** Payload format 2.0 as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { HttpEvent } from "./http-request.ts";

const texts = z.record(z.string(), z.string());

export const httpEvent = z.object({
  version: z.literal("2.0"),
  routeKey: z.string(),
  rawPath: z.string().startsWith("/"),
  rawQueryString: z.string(),
  cookies: z.array(z.string()).exactOptional(),
  headers: texts.refine((headers) => Object.keys(headers).every((name) => name === name.toLowerCase()), {
    error: "헤더 이름은 소문자여야 합니다.",
  }),
  queryStringParameters: texts.exactOptional(),
  requestContext: z.object({
    accountId: z.string(),
    apiId: z.string(),
    domainName: z.string(),
    domainPrefix: z.string(),
    http: z.object({
      method: z.string(),
      path: z.string(),
      protocol: z.literal("HTTP/1.1"),
      sourceIp: z.string(),
      userAgent: z.string(),
    }),
    requestId: z.string(),
    routeKey: z.string(),
    stage: z.literal("$default"),
    time: z.string().regex(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
    timeEpoch: z.int(),
  }),
  body: z.string().exactOptional(),
  pathParameters: texts.exactOptional(),
  isBase64Encoded: z.boolean(),
}) satisfies z.ZodType<HttpEvent>;
