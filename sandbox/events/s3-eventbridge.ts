/**
 * What S3 tells EventBridge where a bucket sends it everything. Shape: AWS's page "EventBridge event message structure"
 * (AmazonS3 userguide, ev-events) and events recorded from AWS in 2023 and January 2025. Unlike in S3's own notifications,
 * the key is not URL-encoded; a bucket without versioning has no version-id.
 */
import { type EventBridgeEvent, eventBridgeEvent } from "./event-bridge-envelope.ts";
import { upperCaseId } from "./identifiers.ts";
import { bucketName, eTag, LARGEST_OBJECT, objectKey, sequencerAt } from "./s3-object.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";

export type S3EventBridgeEvent = EventBridgeEvent<"Object Created", ObjectCreated> | EventBridgeEvent<"Object Deleted", ObjectDeleted>;

interface ObjectDetail {
  readonly version: "0";
  readonly bucket: { readonly name: string };
}

export interface ObjectCreated extends ObjectDetail {
  readonly object: { readonly key: string; readonly size: number; readonly etag: string; readonly sequencer: string };
  readonly "request-id": string;
  /** An account, or a service of AWS. */
  readonly requester: string;
  readonly "source-ip-address": string;
  readonly reason: CreationReason;
}

export interface ObjectDeleted extends ObjectDetail {
  readonly object: { readonly key: string; readonly sequencer: string };
  readonly "request-id": string;
  readonly requester: string;
  readonly "source-ip-address": string;
  readonly reason: "DeleteObject";
  readonly "deletion-type": "Permanently Deleted";
}

const CREATION_REASONS = ["PutObject", "POST Object", "CopyObject", "CompleteMultipartUpload"] as const;
export type CreationReason = (typeof CREATION_REASONS)[number];

const FIELDS: readonly Field[] = [
  { name: "bucket", label: "버킷", kind: "text", default: "my-photos" },
  { name: "key", label: "객체 키", kind: "text", default: "photos/summer.jpg" },
  { name: "size", label: "크기(바이트)", kind: "number", default: "1024", least: 0, most: LARGEST_OBJECT },
  { name: "reason", label: "한 일", kind: "select", default: "PutObject", options: [...CREATION_REASONS, "DeleteObject"] },
];

export const s3EventBridge: EventSource<S3EventBridgeEvent> = {
  name: "s3-eventbridge",
  label: "S3 객체 이벤트(EventBridge를 거쳐)",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const bucket = bucketName(read.text("bucket"));
    const key = objectKey(read.text("key"));
    const written = read.text("reason");
    const reason = CREATION_REASONS.find((each) => each === written);
    const envelope = { source: "aws.s3", resources: [`arn:aws:s3:::${bucket}`] };
    return reason === undefined
      ? eventBridgeEvent(context, { ...envelope, detailType: "Object Deleted", detail: deleted(context, bucket, key) })
      : eventBridgeEvent(context, {
          ...envelope,
          detailType: "Object Created",
          detail: created(context, bucket, { key, size: read.number("size"), reason }),
        });
  },
};

interface Creation {
  readonly key: string;
  readonly size: number;
  readonly reason: CreationReason;
}

function created(context: EventContext, bucket: string, { key, size, reason }: Creation): ObjectCreated {
  const etag = eTag(context, reason === "CompleteMultipartUpload", size);
  return {
    version: "0",
    bucket: { name: bucket },
    object: { key, size, etag, sequencer: sequencerAt(context) },
    ...request(context),
    reason,
  };
}

function deleted(context: EventContext, bucket: string, key: string): ObjectDeleted {
  return {
    version: "0",
    bucket: { name: bucket },
    object: { key, sequencer: sequencerAt(context) },
    ...request(context),
    reason: "DeleteObject",
    "deletion-type": "Permanently Deleted",
  };
}

const request = ({ random, accountId }: EventContext) => ({
  "request-id": upperCaseId(random, 16),
  requester: accountId,
  "source-ip-address": "203.0.113.10",
});
