/** A custom resource's request as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { CustomResourceEvent } from "./cloudformation.ts";

const properties = z.looseObject({ ServiceToken: z.string().startsWith("arn:aws:lambda:") });
const request = {
  ServiceToken: z.string().startsWith("arn:aws:lambda:"),
  ResponseURL: z.url(),
  StackId: z.string().startsWith("arn:aws:cloudformation:"),
  RequestId: z.uuid(),
  LogicalResourceId: z.string(),
  ResourceType: z.string(),
  ResourceProperties: properties,
};

export const customResourceEventSchema: z.ZodType<CustomResourceEvent> = z.discriminatedUnion("RequestType", [
  z.strictObject({ RequestType: z.literal("Create"), ...request }),
  z.strictObject({ RequestType: z.literal("Update"), ...request, PhysicalResourceId: z.string(), OldResourceProperties: properties }),
  z.strictObject({ RequestType: z.literal("Delete"), ...request, PhysicalResourceId: z.string() }),
]);
