/** A load balancer's event as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { ALBEvent } from "./alb.ts";
import { textLists, texts } from "./rest-request-schema.ts";

const request = {
  requestContext: z.object({ elb: z.object({ targetGroupArn: z.string().startsWith("arn:aws:elasticloadbalancing:") }) }),
  httpMethod: z.string(),
  path: z.string().startsWith("/"),
  body: z.string(),
  isBase64Encoded: z.boolean(),
};

export const albEventSchema: z.ZodType<ALBEvent> = z.union([
  z.strictObject({ ...request, queryStringParameters: texts, headers: texts }),
  z.strictObject({ ...request, multiValueQueryStringParameters: textLists, multiValueHeaders: textLists }),
]);
