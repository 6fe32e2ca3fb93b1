/** What a poller has to know of a kind of stream besides its records: how often it is read, and how a batch and its end are told. */
import type { RecordStream, StreamRecord } from "../services/record-stream.ts";
import { type Instant, isoTime, type Millis } from "../time/instant.ts";

export interface StreamSource {
  /** Between two reads of a shard. */
  readonly pollInterval: Millis;
  /** Of a batch that was given up. `event`: what its records were sent as. */
  readonly batchInfo: (stream: RecordStream, shard: string, records: readonly StreamRecord[], event: string) => object;
  /** What an itemIdentifier means; absent: a sequence number. */
  readonly identified?: (itemIdentifier: unknown) => unknown;
}

/** Consumers ask again at once when they have got nothing. [INF] */
const BROKER_POLL: Millis = 100;

/** Lambda guide, "Polling and batching streams": a Kinesis shard once a second, a shard of DynamoDB Streams four times. */
export const STREAM_SOURCES: Readonly<Record<RecordStream["kind"], StreamSource>> = {
  kinesis: {
    pollInterval: 1_000,
    batchInfo: (stream, shard, records) => ({ KinesisBatchInfo: batchInfo(stream, shard, records, isoTime) }),
  },
  dynamodb: {
    pollInterval: 250,
    batchInfo: (stream, shard, records) => ({ DDBStreamBatchInfo: batchInfo(stream, shard, records, wholeSecond) }),
  },
  kafka: {
    pollInterval: BROKER_POLL,
    batchInfo: kafkaBatchInfo,
    identified: (item) =>
      typeof item === "object" && item !== null && "partition" in item && "offset" in item ? `${item.partition}@${item.offset}` : item,
  },
  // Neither has an on-failure destination.
  mq: { pollInterval: BROKER_POLL, batchInfo: () => ({}) },
  documentdb: { pollInterval: BROKER_POLL, batchInfo: () => ({}) },
};

/** Keys and order as recorded from AWS in October and November 2025. */
function batchInfo(stream: RecordStream, shardId: string, records: readonly StreamRecord[], time: (at: Instant) => string): object {
  const first = records[0];
  const last = records.at(-1);
  if (first === undefined || last === undefined) throw new Error("stream-source: a batch without records was given up");
  return {
    shardId,
    startSequenceNumber: first.sequenceNumber,
    endSequenceNumber: last.sequenceNumber,
    approximateArrivalOfFirstRecord: time(first.at),
    approximateArrivalOfLastRecord: time(last.at),
    batchSize: records.length,
    streamArn: stream.arn,
  };
}

/** Lambda guide, "Capturing discarded batches for Amazon MSK and self-managed Apache Kafka event sources". */
function kafkaBatchInfo(_stream: RecordStream, shard: string, records: readonly StreamRecord[], event: string): object {
  const first = records[0];
  const last = records.at(-1);
  if (first === undefined || last === undefined) throw new Error("stream-source: a batch without records was given up");
  const { eventSourceArn, bootstrapServers } = JSON.parse(event);
  return {
    KafkaBatchInfo: {
      batchSize: records.length,
      ...(eventSourceArn !== undefined && { eventSourceArn }),
      bootstrapServers,
      payloadSize: new TextEncoder().encode(event).length,
      recordsInfo: {
        [shard]: {
          firstRecordOffset: offsetOf(first),
          lastRecordOffset: offsetOf(last),
          firstRecordTimestamp: isoTime(first.at),
          lastRecordTimestamp: isoTime(last.at),
        },
      },
    },
  };
}

/** `orders-0@15` → `15` */
const offsetOf = ({ sequenceNumber }: StreamRecord) => sequenceNumber.slice(sequenceNumber.lastIndexOf("@") + 1);

/** `2026-11-22T07:00:00Z` */
export const wholeSecond = (at: Instant) => `${isoTime(at).slice(0, 19)}Z`;
