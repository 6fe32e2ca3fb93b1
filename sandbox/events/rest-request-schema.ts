/** What REST APIs' two kinds of events share, as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { RestRequestContext } from "./rest-request.ts";

export const texts = z.record(z.string(), z.string());
export const textLists = z.record(z.string(), z.array(z.string()).min(1));
export const requestTimeText = z.string().regex(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);

export const restRequestContextSchema: z.ZodType<RestRequestContext> = z.object({
  resourceId: z.string(),
  resourcePath: z.string().startsWith("/"),
  httpMethod: z.string(),
  extendedRequestId: z.string(),
  requestTime: requestTimeText,
  path: z.string().startsWith("/"),
  accountId: z.string().regex(/^\d{12}$/),
  protocol: z.literal("HTTP/1.1"),
  stage: z.string(),
  domainPrefix: z.string(),
  requestTimeEpoch: z.int(),
  requestId: z.uuid(),
  identity: z.object({
    cognitoIdentityPoolId: z.null(),
    accountId: z.null(),
    cognitoIdentityId: z.null(),
    caller: z.null(),
    sourceIp: z.string(),
    principalOrgId: z.null(),
    accessKey: z.null(),
    cognitoAuthenticationType: z.null(),
    cognitoAuthenticationProvider: z.null(),
    userArn: z.null(),
    userAgent: z.string().nullable(),
    user: z.null(),
  }),
  domainName: z.string(),
  deploymentId: z.string(),
  apiId: z.string(),
});
