/**
 * S3 event notification. Shape: AWS's page "Event message structure" (AmazonS3 userguide, notification-content-structure) and
 * notifications recorded from AWS in January 2025: eventVersion is 2.1, and a removed object has neither size nor eTag.
 */
import { isoTime } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import { base64Id, iamId, upperCaseId } from "./identifiers.ts";
import { bucketName, eTag, LARGEST_OBJECT, objectKey, sequencerAt } from "./s3-object.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";

export interface S3Event {
  readonly Records: readonly S3EventRecord[];
}

export interface S3EventRecord {
  readonly eventVersion: "2.1";
  readonly eventSource: "aws:s3";
  readonly awsRegion: string;
  readonly eventTime: string;
  /** Without the `s3:` that the notification's configuration has. */
  readonly eventName: string;
  readonly userIdentity: { readonly principalId: string };
  readonly requestParameters: { readonly sourceIPAddress: string };
  readonly responseElements: { readonly "x-amz-request-id": string; readonly "x-amz-id-2": string };
  readonly s3: {
    readonly s3SchemaVersion: "1.0";
    readonly configurationId: string;
    readonly bucket: {
      readonly name: string;
      readonly ownerIdentity: { readonly principalId: string };
      readonly arn: string;
    };
    readonly object: S3CreatedObject | S3RemovedObject;
  };
}

export interface S3CreatedObject {
  /** URL-encoded: see `encodedKey`. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly eTag: string;
  readonly sequencer: string;
}

export interface S3RemovedObject {
  readonly key: string;
  readonly sequencer: string;
}

const EVENT_NAMES = [
  "ObjectCreated:Put",
  "ObjectCreated:Post",
  "ObjectCreated:Copy",
  "ObjectCreated:CompleteMultipartUpload",
  "ObjectRemoved:Delete",
] as const;

const FIELDS: readonly Field[] = [
  { name: "bucket", label: "버킷", kind: "text", default: "my-photos" },
  { name: "key", label: "객체 키", kind: "text", default: "photos/summer.jpg" },
  { name: "size", label: "크기(바이트)", kind: "number", default: "1024", least: 0, most: LARGEST_OBJECT },
  { name: "eventName", label: "이벤트 이름", kind: "select", default: "ObjectCreated:Put", options: EVENT_NAMES },
];

export const s3: EventSource<S3Event> = {
  name: "s3",
  label: "S3 객체 이벤트",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const bucket = bucketName(read.text("bucket"));
    const key = objectKey(read.text("key"));
    return { Records: [record(context, read.text("eventName"), bucket, key, read.number("size"))] };
  },
};

function record(context: EventContext, eventName: string, bucket: string, key: string, size: number): S3EventRecord {
  const { at, random, region } = context;
  const object = { key: encodedKey(key) };
  const sequencer = sequencerAt(context);
  return {
    eventVersion: "2.1",
    eventSource: "aws:s3",
    awsRegion: region,
    eventTime: isoTime(at),
    eventName,
    userIdentity: { principalId: `AWS:${iamId(random.fork("user"), "AIDA")}` },
    requestParameters: { sourceIPAddress: "203.0.113.10" },
    responseElements: { "x-amz-request-id": upperCaseId(random, 16), "x-amz-id-2": base64Id(random, 56) },
    s3: {
      s3SchemaVersion: "1.0",
      configurationId: uuid(random.fork("notification")),
      bucket: {
        name: bucket,
        ownerIdentity: { principalId: `A${upperCaseId(random.fork("owner"), 13)}` },
        arn: `arn:aws:s3:::${bucket}`,
      },
      object: eventName.startsWith("ObjectRemoved:")
        ? { ...object, sequencer }
        : { ...object, size, eTag: eTag(context, eventName.endsWith("CompleteMultipartUpload"), size), sequencer },
    },
  };
}

/**
 * As S3 encodes keys in notifications: form encoding (space → `+`, other bytes of UTF-8 → %XX), with `/` kept.
 * AWS's page documents `red flower.jpg` → `red+flower.jpg`; that `/` stays and that `(1)`, `=` and `@` do not is observed.
 */
export function encodedKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll("%2F", "/")
    .replaceAll("%20", "+")
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
