/**
 * Polls a queue for an event source mapping: receive, filter, invoke, delete (developer guide, "Using Lambda with Amazon SQS";
 * fidelity.md §6.2). AWS's pollers wait in long polls; here they are woken when there is something to receive.
 *
 * Simplified: with a batching window one batch is gathered at a time, where AWS's pollers gather several side by side.
 */
import type { Queue } from "../services/queue.ts";
import type { Sqs } from "../services/sqs.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { type Random, uuid } from "../time/random.ts";
import type { BatchEnded } from "../trace/events.ts";
import { batchVerdict } from "./batch-item-failures.ts";
import { batchDeletion, queuePoll } from "./durations.ts";
import type { EventSourceMapping, Poller, SourceOfMappings } from "./event-source-mapping.ts";
import { longestLineage } from "./lineage.ts";
import { mainVersion } from "./main-version.ts";
import { reportsBatchItemFailures } from "./mapping-settings.ts";
import { batches, payloadOf, type QueueBatch, type QueuedRecord, wanted } from "./queue-batch.ts";
import { QueueScaling, STEP } from "./queue-scaling.ts";
import { THROTTLE_WAITS } from "./quotas.ts";
import { stopsLoop } from "./recursion.ts";
import { request } from "./run-invocation.ts";
import type { InvocationAsked, InvocationResult, LambdaService } from "./service.ts";

export function sqsMappings(service: LambdaService, { queues }: Sqs): SourceOfMappings {
  return {
    lookUp: (arn) => {
      const queue = queues.get(arn);
      return queue && { VisibilityTimeout: queue.visibilityTimeout / 1000 };
    },
    poller: (mapping) => {
      const queue = queues.get(mapping.EventSourceArn);
      if (queue === undefined) throw new Error(`sqs-poller: a mapping was made of a queue that is not there: ${mapping.EventSourceArn}`);
      return new SqsPoller(service, mapping, queue);
    },
  };
}

/** A batch that waits for more, until its window closes. */
interface Gathering {
  readonly records: QueuedRecord[];
  readonly closesAt: Instant;
}

class SqsPoller implements Poller {
  readonly #service: LambdaService;
  readonly #mapping: EventSourceMapping;
  readonly #queue: Queue;
  readonly #random: Random;
  readonly #scaling = new QueueScaling();
  #endConsuming: (() => void) | undefined;
  #pollsAt: Instant | undefined;
  #growsAt: Instant | undefined;
  #underWay = 0;
  #gathering: Gathering | undefined;
  /** Gathered, but too large for one payload, or for the batches that may be under way. */
  readonly #waiting: QueueBatch[] = [];

  constructor(service: LambdaService, mapping: EventSourceMapping, queue: Queue) {
    this.#service = service;
    this.#mapping = mapping;
    this.#queue = queue;
    this.#random = service.world.random.fork(`poller ${mapping.UUID}`);
  }

  start(at: Instant): void {
    this.#endConsuming = this.#queue.consume((when) => this.#pollSoon(when));
    if (this.#queue.visible > 0) this.#pollSoon(at);
  }

  stop(at: Instant): void {
    this.#endConsuming?.();
    this.#endConsuming = undefined;
    this.#close(at);
  }

  // ── Receive ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #pollSoon(at: Instant): void {
    if (this.#pollsAt !== undefined || !this.#hasRoom()) return;
    const due = at + queuePoll(this.#random);
    this.#pollsAt = due;
    this.#service.world.heap.schedule(due, () => {
      this.#pollsAt = undefined;
      this.#poll(due);
    });
  }

  #poll(at: Instant): void {
    if (this.#endConsuming === undefined) return;
    if (this.#queue.visible > 0) this.#scaling.wake(at);
    for (let batch = this.#waiting[0]; batch !== undefined && this.#hasRoom(); batch = this.#waiting[0]) {
      this.#waiting.shift();
      this.#send(at, batch, 1);
    }
    while (this.#hasRoom() && this.#queue.visible > 0) if (!this.#receive(at)) break;
    if (this.#queue.visible > 0) this.#growLater(at);
    else if (this.#underWay === 0) this.#scaling.rest(at);
  }

  /** False: there was nothing to be had. */
  #receive(at: Instant): boolean {
    const { BatchSize, MaximumBatchingWindowInSeconds: window } = this.#mapping.settings;
    const gathered = this.#gathering?.records.length ?? 0;
    const visibilityTimeout = this.#visibilityTimeout();
    const received = this.#queue.receive(at, { most: BatchSize - gathered, visibilityTimeout, oneGroup: this.#queue.isFifo });
    if (received.length === 0) return false;
    const records = wanted(this.#queue, this.#mapping.filter, received, at, at + visibilityTimeout);
    if (window > 0) this.#gather(at, records, window * 1000, BatchSize);
    else this.#launch(at, records);
    return true;
  }

  /** Developer guide, "Batching behavior": Lambda lets a batch's messages be invisible for long enough where a window would use that up. */
  #visibilityTimeout(): Millis {
    const { FunctionName, Qualifier, settings } = this.#mapping;
    const own = this.#queue.visibilityTimeout;
    const fn = this.#service.functions.get(FunctionName);
    const timeout = (fn && mainVersion(fn, Qualifier)?.definition.Timeout) ?? 0;
    const window = settings.MaximumBatchingWindowInSeconds;
    return window > 0 && (window + timeout) * 1000 > own ? (window + timeout + 30) * 1000 : own;
  }

  #gather(at: Instant, records: readonly QueuedRecord[], window: Millis, size: number): void {
    if (records.length === 0) return;
    if (this.#gathering === undefined) {
      const opened: Gathering = { records: [], closesAt: at + window };
      this.#gathering = opened;
      this.#service.world.heap.schedule(opened.closesAt, () => {
        if (this.#gathering === opened) this.#close(opened.closesAt);
      });
    }
    this.#gathering.records.push(...records);
    if (this.#gathering.records.length >= size || batches(this.#gathering.records).length > 1) this.#close(at);
  }

  #close(at: Instant): void {
    const { records = [] } = this.#gathering ?? {};
    this.#gathering = undefined;
    this.#launch(at, records);
  }

  #launch(at: Instant, records: readonly QueuedRecord[]): void {
    const [first, ...more] = batches(records);
    this.#waiting.push(...more);
    if (first !== undefined) this.#send(at, first, 1);
  }

  /** One that is being gathered is under way, too; it takes more. */
  #hasRoom(): boolean {
    return this.#gathering !== undefined || this.#underWay < Math.floor(this.#scaling.limit(this.#mapping.settings, this.#queue.isFifo));
  }

  #growLater(at: Instant): void {
    if (this.#growsAt !== undefined || this.#queue.isFifo) return;
    const due = at + STEP;
    this.#growsAt = due;
    this.#service.world.heap.schedule(due, () => {
      this.#growsAt = undefined;
      if (this.#queue.visible === 0) return;
      this.#scaling.grow(this.#mapping.settings, this.#queue.isFifo);
      this.#pollSoon(due);
      this.#growLater(due);
    });
  }

  // ── Invoke ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  #send(at: Instant, batch: QueueBatch, attempt: number): void {
    const { world, functions } = this.#service;
    const { UUID: mapping, EventSourceArn, FunctionName, Qualifier, invocationSource: source } = this.#mapping;
    if (attempt === 1) this.#underWay += 1;
    const requestId = uuid(this.#random);
    world.record({ type: "batch-sent", at, mapping, EventSourceArn, FunctionName, requestId, records: batch.ids, attempt });
    const fn = functions.get(FunctionName);
    const headers = batch.records.map(({ received }) => received.message.traceHeader);
    const TraceHeader = fn && longestLineage(headers, fn.arn);
    if (fn !== undefined && stopsLoop(this.#service, fn, at, requestId, TraceHeader)) return this.#failed(at, requestId, batch);
    const asked: InvocationAsked = {
      FunctionName,
      Payload: payloadOf(batch),
      source,
      requestId,
      ...(Qualifier !== undefined && { Qualifier }),
      ...(TraceHeader !== undefined && { TraceHeader }),
    };
    request(this.#service, at, asked, (result) => this.#answered(result, batch, attempt));
  }

  #answered(result: InvocationResult, batch: QueueBatch, attempt: number): void {
    const { at, requestId } = result;
    if (result.how !== "responded") return this.#throttled(at, requestId, batch, attempt);
    const { functionError, payload } = result.outcome;
    const reports = reportsBatchItemFailures(this.#mapping.settings);
    if (functionError) {
      if (!reports) this.#scaling.backOff(this.#mapping.settings, this.#queue.isFifo);
      return this.#failed(at, requestId, batch);
    }
    this.#scaling.succeeded();
    const verdict = reports ? batchVerdict(payload, batch.ids) : ({ outcome: "success" } as const);
    if (verdict.outcome === "failure") return this.#failed(at, requestId, batch);
    const failed = new Set(verdict.outcome === "partial" ? verdict.failed : []);
    this.#ended(at, requestId, verdict.outcome, [...failed], failed.size > 0 ? "return" : undefined);
    const handled = batch.records.filter(({ received }) => !failed.has(received.message.messageId));
    const deletedAt = at + batchDeletion(this.#random);
    this.#service.world.heap.schedule(deletedAt, () => {
      for (const { received } of handled) this.#queue.delete(deletedAt, received, "handled");
      this.#free(deletedAt);
    });
  }

  /** Nothing is deleted: the messages are visible again when their visibility timeout has passed. */
  #failed(at: Instant, requestId: string, { ids }: QueueBatch): void {
    this.#ended(at, requestId, "failure", ids, "return");
    this.#free(at);
  }

  /** Lambda tries on for as long as the messages are its own. */
  #throttled(at: Instant, requestId: string, batch: QueueBatch, attempt: number): void {
    const again = at + Math.min(THROTTLE_WAITS.most, THROTTLE_WAITS.first * 2 ** Math.min(attempt - 1, 20));
    const invisibleUntil = Math.min(...batch.records.map((record) => record.invisibleUntil));
    const tries = again < invisibleUntil;
    this.#ended(at, requestId, "throttled", batch.ids, tries ? "retry" : "return");
    if (tries) this.#service.world.heap.schedule(again, () => this.#send(again, batch, attempt + 1));
    else this.#free(at);
  }

  #ended(
    at: Instant,
    requestId: string,
    outcome: BatchEnded["outcome"],
    failed: readonly string[],
    next: BatchEnded["next"] | undefined,
  ): void {
    const mapping = this.#mapping.UUID;
    this.#service.world.record({ type: "batch-ended", at, mapping, requestId, outcome, failed, ...(next !== undefined && { next }) });
  }

  #free(at: Instant): void {
    this.#underWay -= 1;
    if (this.#queue.visible > 0 || this.#waiting.length > 0) this.#pollSoon(at);
    else if (this.#underWay === 0) this.#scaling.rest(at);
  }
}
