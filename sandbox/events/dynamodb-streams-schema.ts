/** DynamoDB's stream records as zod knows them. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { AttributeValue } from "./dynamodb-item.ts";
import type { DynamoDBStreamEvent } from "./dynamodb-streams.ts";

const attributeValue: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.literal(true) }),
    z.strictObject({ L: z.array(attributeValue) }),
    z.strictObject({ M: z.record(z.string(), attributeValue) }),
  ]),
);
const attributes = z.record(z.string(), attributeValue);

export const dynamodbStreamEventSchema: z.ZodType<DynamoDBStreamEvent> = z.object({
  Records: z
    .array(
      z.object({
        eventID: z.string().regex(/^[0-9a-f]{32}$/),
        eventName: z.enum(["INSERT", "MODIFY", "REMOVE"]),
        eventVersion: z.literal("1.1"),
        eventSource: z.literal("aws:dynamodb"),
        awsRegion: z.string(),
        userIdentity: z.object({ type: z.literal("Service"), principalId: z.literal("dynamodb.amazonaws.com") }).exactOptional(),
        dynamodb: z.object({
          ApproximateCreationDateTime: z.int(),
          Keys: attributes,
          NewImage: attributes.exactOptional(),
          OldImage: attributes.exactOptional(),
          SequenceNumber: z.string().regex(/^\d{21,40}$/),
          SizeBytes: z.int().min(1),
          StreamViewType: z.enum(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]),
        }),
        eventSourceARN: z.string().startsWith("arn:aws:dynamodb:"),
      }),
    )
    .min(1),
});
