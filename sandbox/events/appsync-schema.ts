/** A resolver's context as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { AppSyncEvent, AppSyncIdentity } from "./appsync.ts";

const object = z.record(z.string(), z.unknown());

const identity: z.ZodType<AppSyncIdentity> = z.union([
  z.strictObject({
    claims: object,
    defaultAuthStrategy: z.literal("ALLOW"),
    groups: z.array(z.string()).min(1).nullable(),
    issuer: z.url(),
    sourceIp: z.array(z.string()),
    sub: z.uuid(),
    username: z.string(),
  }),
  z.strictObject({
    accountId: z.string(),
    cognitoIdentityAuthProvider: z.null(),
    cognitoIdentityAuthType: z.null(),
    cognitoIdentityId: z.null(),
    cognitoIdentityPoolId: z.null(),
    sourceIp: z.array(z.string()),
    userArn: z.string().startsWith("arn:aws:iam:"),
    username: z.string(),
  }),
  z.strictObject({ resolverContext: object }),
]);

export const appsyncEventSchema: z.ZodType<AppSyncEvent> = z.object({
  arguments: object,
  identity: identity.nullable(),
  source: object.nullable(),
  request: z.object({ headers: z.record(z.string(), z.string()), domainName: z.null() }),
  prev: z.null(),
  info: z.object({
    selectionSetList: z.array(z.string()),
    selectionSetGraphQL: z.string(),
    parentTypeName: z.string(),
    fieldName: z.string(),
    variables: object,
  }),
  stash: z.record(z.string(), z.never()),
});
