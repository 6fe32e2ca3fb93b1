/** What a poller has to know of a kind of stream besides its records: how often it is read, and how a batch and its end are told. */
import type { RecordStream, StreamRecord } from "../services/record-stream.ts";
import { type Instant, isoTime, type Millis } from "../time/instant.ts";
import type { FilteredSource } from "./filter-criteria.ts";

export interface StreamSource {
  readonly filteredAs: FilteredSource;
  /** Between two reads of a shard. */
  readonly pollInterval: Millis;
  readonly batchInfo: (stream: RecordStream, shard: string, records: readonly StreamRecord[]) => object;
}

/** Lambda guide, "Polling and batching streams": a Kinesis shard once a second, a shard of DynamoDB Streams four times. */
export const STREAM_SOURCES: Readonly<Record<RecordStream["kind"], StreamSource>> = {
  kinesis: {
    filteredAs: "kinesis",
    pollInterval: 1_000,
    batchInfo: (stream, shard, records) => ({ KinesisBatchInfo: batchInfo(stream, shard, records, isoTime) }),
  },
  dynamodb: {
    filteredAs: "dynamodb",
    pollInterval: 250,
    batchInfo: (stream, shard, records) => ({ DDBStreamBatchInfo: batchInfo(stream, shard, records, wholeSecond) }),
  },
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

/** `2026-11-22T07:00:00Z` */
export const wholeSecond = (at: Instant) => `${isoTime(at).slice(0, 19)}Z`;
