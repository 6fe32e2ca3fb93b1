/** Tells the on-failure destination of a batch that a stream's mapping has given up. */
import { arnOf } from "../services/arn.ts";
import type { RecordStream, Shard } from "../services/record-stream.ts";
import type { Delivery } from "../services/target.ts";
import type { Instant } from "../time/instant.ts";
import { type Random, uuid } from "../time/random.ts";
import { type DiscardCondition, type DiscardedBatch, discardedBatchKey, discardedBatchRecord } from "./discarded-batch.ts";
import type { EventSourceMapping } from "./event-source-mapping.ts";
import { functionArn } from "./function.ts";
import type { LambdaService } from "./service.ts";
import { type Batch, type BatchItem, eventOf } from "./stream-batch.ts";
import { STREAM_SOURCES } from "./stream-source.ts";

export type { DiscardCondition };

interface Around {
  readonly service: LambdaService;
  readonly mapping: EventSourceMapping;
  readonly stream: RecordStream;
  readonly shard: Shard;
  readonly random: Random;
}

interface Discarded {
  readonly batch: Batch;
  /** Which of its records. */
  readonly items: readonly BatchItem[];
  readonly condition: DiscardCondition;
}

export function discardBatch(around: Around, discarded: Discarded, at: Instant): void {
  const { mapping, random } = around;
  const { world } = around.service;
  const destination = mapping.settings.DestinationConfig?.OnFailure?.Destination;
  if (destination === undefined) return;
  const to = arnOf(destination, world.account);
  const requestId = discarded.batch.last?.requestId ?? uuid(random);
  const delivery = deliveryOf(around, discarded, requestId, world.targets.get(to)?.kind === "s3", at);
  const error = world.targets.has(to) ? world.targets.get(to)?.deliver(at, delivery) : `The destination ${to} does not exist.`;
  const what = error === undefined ? { body: delivery.body } : { error };
  world.record({ type: "record-delivered", at, requestId, FunctionName: mapping.FunctionName, as: "on failure", to, ...what });
}

function deliveryOf(around: Around, discarded: Discarded, requestId: string, isBucket: boolean, at: Instant): Delivery {
  const { mapping, stream, shard, random } = around;
  const record = recordOf(around, discarded, requestId);
  const from = "lambda.amazonaws.com";
  const traceHeader = discarded.batch.last?.traceHeader;
  const traced = traceHeader === undefined ? {} : { traceHeader };
  if (!isBucket) return { body: discardedBatchRecord(record, at), from, ...traced };
  // Only a bucket has room for what the records were.
  const body = discardedBatchRecord(record, at, eventOf(stream, shard.id, discarded.items));
  return { body, from, key: discardedBatchKey(mapping.UUID, shard.id, at, uuid(random)), ...traced };
}

function recordOf({ service, mapping, stream, shard }: Around, discarded: Discarded, requestId: string): DiscardedBatch {
  const { batch, items, condition } = discarded;
  const arn = functionArn(mapping.FunctionName, service.world.account);
  const { last } = batch;
  return {
    requestId,
    functionArn: mapping.Qualifier === undefined ? arn : `${arn}:${mapping.Qualifier}`,
    condition,
    // Recorded: 1 also where the records were too old for a first attempt.
    approximateInvokeCount: Math.max(1, batch.attempts),
    ...(condition === "RetryAttemptsExhausted" && last !== undefined && { response: responseOf(last) }),
    batchInfo: STREAM_SOURCES[stream.kind].batchInfo(
      stream,
      shard.id,
      items.map(({ from }) => from),
      eventOf(stream, shard.id, items),
    ),
  };
}

function responseOf({ statusCode, executedVersion, functionError }: NonNullable<Batch["last"]>): NonNullable<DiscardedBatch["response"]> {
  return { statusCode, ...(executedVersion !== undefined && { executedVersion }), functionError };
}
