/** DynamoDB's tables, only as deep as their streams: writes become records. */
import { type AttributeMap, sizeOf } from "../events/dynamodb-item.ts";
import type { DynamoDBRecord } from "../events/dynamodb-streams.ts";
import { digits } from "../events/stream-sequence.ts";
import type { Instant } from "../time/instant.ts";
import { hexDigits, type Random } from "../time/random.ts";
import { arnOf } from "./arn.ts";
import { keyHash } from "./key-hash.ts";
import { type RecordStream, Shard, type StreamRecord } from "./record-stream.ts";
import type { World } from "./world.ts";

export interface TableDefinition {
  readonly TableName: string;
  /** The key's attributes: partition key first. */
  readonly Key: readonly string[];
  readonly StreamViewType?: "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";
  /** Default 1. */
  readonly ShardCount?: number;
}

/** In DynamoDB's own JSON: `{ id: { S: "1" } }`. */
export type ItemWrite =
  | { readonly put: Readonly<Record<string, unknown>> }
  | { readonly delete: Readonly<Record<string, unknown>> /** By TTL. */; readonly expired?: boolean };

export interface TableStream extends RecordStream {
  readonly kind: "dynamodb";
  /** The writes of items, in order. What changes nothing leaves no record. */
  write(at: Instant, writes: readonly ItemWrite[]): void;
}

/** DynamoDB developer guide, "Change data capture for DynamoDB Streams": records are kept for 24 hours. */
const RETENTION = 24 * 3_600_000;

// Simplified: a stream keeps its shards; AWS closes one after about four hours and goes on in a child.
export function tableStream(world: World, definition: TableDefinition): TableStream {
  const { TableName, Key, StreamViewType = "NEW_AND_OLD_IMAGES", ShardCount = 1 } = definition;
  const arn = arnOf(`table:${TableName}`, world.account);
  const random = world.random.fork(arn);
  const shards = Array.from({ length: ShardCount }, (_, index) => new Shard(shardId(random, index), RETENTION));
  const number = numbering(random);
  const items = new Map<string, AttributeMap>();
  const keysOf = (item: AttributeMap): AttributeMap =>
    Object.fromEntries(
      Key.map((name) => {
        const value = item[name];
        if (value === undefined) throw new Error(`scenario: an item of table ${TableName} has no key attribute ${name}`);
        return [name, value];
      }),
    );
  const changeOf = (write: ItemWrite): Change | undefined => {
    const written = "put" in write ? write.put : write.delete;
    // An item of the scenario is in DynamoDB's own JSON: its schema checks that.
    const item = written as AttributeMap;
    const keys = keysOf(item);
    const key = stableText(keys);
    const before = items.get(key);
    if ("put" in write) {
      items.set(key, item);
      if (before !== undefined && stableText(before) === stableText(item)) return undefined;
      return { key, keys, before, after: item, isByTimeToLive: false };
    }
    items.delete(key);
    return before === undefined ? undefined : { key, keys, before, after: undefined, isByTimeToLive: write.expired === true };
  };
  return {
    arn,
    kind: "dynamodb",
    shards,
    write(at, writes) {
      const arrived = new Map<Shard, StreamRecord[]>();
      for (const write of writes) {
        const change = changeOf(write);
        if (change === undefined) continue;
        const shard = shards[keyHash(stableText(firstOf(change.keys, Key))) % ShardCount];
        if (shard === undefined) throw new Error(`dynamodb: the stream of ${TableName} has no such shard`);
        const sequenceNumber = number(at);
        const record = streamRecord(
          change,
          { arn, at, sequenceNumber, StreamViewType, eventID: hexDigits(random, 32) },
          world.account.Region,
        );
        const place = arrived.get(shard) ?? [];
        arrived.set(shard, [...place, { sequenceNumber, at, key: change.key, record }]);
      }
      for (const [shard, records] of arrived) {
        const sequenceNumbers = records.map(({ sequenceNumber }) => sequenceNumber);
        world.record({ type: "records-put", at, stream: arn, shard: shard.id, sequenceNumbers });
        shard.append(records, at);
      }
    },
  };
}

interface Change {
  /** Text of the item's keys. */
  readonly key: string;
  readonly keys: AttributeMap;
  readonly before: AttributeMap | undefined;
  readonly after: AttributeMap | undefined;
  readonly isByTimeToLive: boolean;
}

interface Arrived {
  readonly arn: string;
  readonly at: Instant;
  readonly sequenceNumber: string;
  readonly StreamViewType: NonNullable<TableDefinition["StreamViewType"]>;
  readonly eventID: string;
}

/** Keys, order and sizes as recorded from AWS in 2024 and 2025. */
function streamRecord(change: Change, arrived: Arrived, Region: string): DynamoDBRecord {
  const { StreamViewType } = arrived;
  const hasNew = change.after !== undefined && (StreamViewType === "NEW_IMAGE" || StreamViewType === "NEW_AND_OLD_IMAGES");
  const hasOld = change.before !== undefined && (StreamViewType === "OLD_IMAGE" || StreamViewType === "NEW_AND_OLD_IMAGES");
  const images = {
    ...(hasNew && change.after !== undefined && { NewImage: change.after }),
    ...(hasOld && change.before !== undefined && { OldImage: change.before }),
  };
  return {
    eventID: arrived.eventID,
    eventName: change.before === undefined ? "INSERT" : change.after === undefined ? "REMOVE" : "MODIFY",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: Region,
    ...(change.isByTimeToLive && { userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } }),
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(arrived.at / 1000),
      Keys: change.keys,
      ...images,
      SequenceNumber: arrived.sequenceNumber,
      SizeBytes: sizeOf(change.keys) + sizeOf(images.NewImage ?? {}) + sizeOf(images.OldImage ?? {}),
      StreamViewType,
    },
    eventSourceARN: arrived.arn,
  };
}

/** `shardId-00000001763796000000-1a2b3c4d`, as AWS's names look. */
const shardId = (random: Random, index: number) => `shardId-${String(1_700_000_000_000 + index).padStart(20, "0")}-${hexDigits(random, 8)}`;

/** Twenty-eight digits that grow, as 4421584500000000017450439091 does. */
function numbering(random: Random): (at: Instant) => string {
  let last = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (at) => {
    count = Math.floor(at) === last ? count + 1 : 0;
    last = Math.floor(at);
    return `4${String(last).padStart(14, "0")}${String(count).padStart(5, "0")}${digits(random, 8)}`;
  };
}

/** Which shard a partition key belongs to: AWS does not say how it hashes. [INF] */
function firstOf(keys: AttributeMap, [name = ""]: readonly string[]): AttributeMap {
  const value = keys[name];
  return value === undefined ? {} : { [name]: value };
}

/** JSON text in which the order of members does not show. */
function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${stableText(member)}`).join(",")}}`;
}
