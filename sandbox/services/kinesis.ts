/** Amazon Kinesis Data Streams: shards that keep records in order. */
import { base64 } from "../events/base64.ts";
import { md5 } from "../events/digest.ts";
import type { KinesisRecord } from "../events/kinesis.ts";
import { kinesisSequenceNumber } from "../events/stream-sequence.ts";
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import { arnOf } from "./arn.ts";
import { type RecordStream, Shard, type StreamRecord } from "./record-stream.ts";
import type { World } from "./world.ts";

export interface KinesisStream {
  readonly StreamName: string;
  /** Default 1. */
  readonly ShardCount?: number;
  /** Hours. Default 24. */
  readonly RetentionPeriodHours?: number;
}

export interface NewStreamRecord {
  /** Text; its base64 reaches the function. */
  readonly Data: string;
  readonly PartitionKey: string;
}

export interface KinesisDataStream extends RecordStream {
  readonly kind: "kinesis";
  /** PutRecords, at the instant at which they arrive. Gives back each record's shard and number. */
  put(at: Instant, records: readonly NewStreamRecord[]): readonly PutRecord[];
}

export interface PutRecord {
  readonly ShardId: string;
  readonly SequenceNumber: string;
}

const HOUR = 3_600_000;

// Simplified: a shard takes any number of records; of AWS's at most 1,000 records and 1 MB a second, and PutRecords refuses the rest.
export function kinesisDataStream(world: World, definition: KinesisStream): KinesisDataStream {
  const { StreamName, ShardCount = 1, RetentionPeriodHours = 24 } = definition;
  const arn = arnOf(`stream:${StreamName}`, world.account);
  const random = world.random.fork(arn);
  const shards = Array.from({ length: ShardCount }, (_, index) => new Shard(shardId(index), RetentionPeriodHours * HOUR));
  const number = numbering(random);
  return {
    arn,
    kind: "kinesis",
    shards,
    put(at, records) {
      const arrived = shards.map((): StreamRecord[] => []);
      const put = records.map(({ Data, PartitionKey }): PutRecord => {
        const index = shardOf(PartitionKey, ShardCount);
        const shard = shards[index];
        const place = arrived[index];
        if (shard === undefined || place === undefined) throw new Error(`kinesis: ${StreamName} has no shard ${index}`);
        const sequenceNumber = number(at);
        const record = kinesisRecord({ arn, shard: shard.id, sequenceNumber, at, Data, PartitionKey }, world.account);
        place.push({ sequenceNumber, at, key: PartitionKey, record });
        return { ShardId: shard.id, SequenceNumber: sequenceNumber };
      });
      for (const [index, shard] of shards.entries()) {
        const records = arrived[index] ?? [];
        if (records.length === 0) continue;
        const sequenceNumbers = records.map(({ sequenceNumber }) => sequenceNumber);
        world.record({ type: "records-put", at, stream: arn, shard: shard.id, sequenceNumbers });
        shard.append(records, at);
      }
      return put;
    },
  };
}

/** `shardId-000000000000` */
export const shardId = (index: number) => `shardId-${String(index).padStart(12, "0")}`;

/** The partition key's MD5, as a number of 128 bits, falls into one of equal ranges (Kinesis devguide, "Partition key"; CreateStream splits evenly). */
export function shardOf(partitionKey: string, shardCount: number): number {
  if (shardCount === 1) return 0;
  const hash = BigInt(`0x${md5(partitionKey)}`);
  const range = (1n << 128n) / BigInt(shardCount);
  return Math.min(Number(hash / range), shardCount - 1);
}

/** Numbers that grow within the stream: those of one millisecond are told apart by a count. */
function numbering(random: Random): (at: Instant) => string {
  let last = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (at) => {
    count = Math.floor(at) === last ? count + 1 : 0;
    last = Math.floor(at);
    return kinesisSequenceNumber(random, at, count);
  };
}

interface Arrived extends NewStreamRecord {
  readonly arn: string;
  readonly shard: string;
  readonly sequenceNumber: string;
  readonly at: Instant;
}

/** Keys, order and values as recorded from AWS in November 2025. */
function kinesisRecord(arrived: Arrived, { Region, AccountId }: World["account"]): KinesisRecord {
  return {
    kinesis: {
      kinesisSchemaVersion: "1.0",
      partitionKey: arrived.PartitionKey,
      sequenceNumber: arrived.sequenceNumber,
      data: base64(new TextEncoder().encode(arrived.Data)),
      approximateArrivalTimestamp: Math.floor(arrived.at) / 1000,
    },
    eventSource: "aws:kinesis",
    eventVersion: "1.0",
    eventID: `${arrived.shard}:${arrived.sequenceNumber}`,
    eventName: "aws:kinesis:record",
    invokeIdentityArn: `arn:aws:iam::${AccountId}:role/lambda-role`,
    awsRegion: Region,
    eventSourceARN: arrived.arn,
  };
}
