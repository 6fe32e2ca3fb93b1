import { z } from "zod";
import type { RequestAuthorizerEvent } from "./authorizer-request.ts";
import { methodArn } from "./authorizer-token-schema.ts";
import { restRequestContextSchema, textLists, texts } from "./rest-request-schema.ts";

export const requestAuthorizerEventSchema: z.ZodType<RequestAuthorizerEvent> = z.object({
  type: z.literal("REQUEST"),
  methodArn,
  resource: z.string().startsWith("/"),
  path: z.string().startsWith("/"),
  httpMethod: z.string(),
  headers: texts,
  multiValueHeaders: textLists,
  queryStringParameters: texts,
  multiValueQueryStringParameters: textLists,
  pathParameters: texts,
  stageVariables: texts,
  requestContext: restRequestContextSchema,
});
