/**
 * The record that an on-failure destination gets of a batch that a stream's mapping has given up. Keys and order as recorded from
 * AWS in October and November 2025; payload and key of an S3 destination from the Lambda guide, "Retain discarded batch records".
 */
import { type Instant, isoTime } from "../time/instant.ts";

export type DiscardCondition = "RetryAttemptsExhausted" | "RecordAgeExceeded";

export interface DiscardedBatch {
  readonly requestId: string;
  /** Without a qualifier, unless the mapping has one. */
  readonly functionArn: string;
  readonly condition: DiscardCondition;
  readonly approximateInvokeCount: number;
  /** Of the last attempt; absent where the records were too old. */
  readonly response?: { readonly statusCode: number; readonly executedVersion?: string; readonly functionError: string | null };
  /** `{KinesisBatchInfo: …}` */
  readonly batchInfo: object;
}

export function discardedBatchRecord(batch: DiscardedBatch, at: Instant, payload?: string): string {
  const { requestId, functionArn, condition, approximateInvokeCount, response, batchInfo } = batch;
  const record = {
    requestContext: { requestId, functionArn, condition, approximateInvokeCount },
    ...(response !== undefined && { responseContext: response }),
    version: "1.0",
    timestamp: isoTime(at),
    ...batchInfo,
  };
  const text = JSON.stringify(record);
  // The payload is JSON text already.
  return payload === undefined ? text : `${text.slice(0, -1)},"payload":${payload}}`;
}

/** `aws/lambda/<mapping>/<shard>/2026/11/22/2026-11-22T07.00.00-<UUID>` */
export function discardedBatchKey(mapping: string, shard: string, at: Instant, uuid: string): string {
  const time = isoTime(at);
  return `aws/lambda/${mapping}/${shard}/${time.slice(0, 10).replaceAll("-", "/")}/${time.slice(0, 19).replaceAll(":", ".")}-${uuid}`;
}
