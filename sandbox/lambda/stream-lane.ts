/**
 * A lane of a shard: one batch at a time, in order. A shard has as many lanes as its mapping's ParallelizationFactor; records of one
 * key are all in one lane. A batch that fails holds up everything behind it.
 *
 *     read ──► buffer ──► batch ──► function
 *                           ▲  ├─ done: on with the next
 *                           └──┤ again, or in halves: they go before the buffer
 *                              └─ given up: to the destination
 */
import type { RecordStream, Shard } from "../services/record-stream.ts";
import type { Instant } from "../time/instant.ts";
import { type Random, uuid } from "../time/random.ts";
import { batchVerdict } from "./batch-item-failures.ts";
import { type DiscardCondition, discardBatch } from "./discard-batch.ts";
import type { EventSourceMapping } from "./event-source-mapping.ts";
import { reportsBatchItemFailures } from "./mapping-settings.ts";
import { KAFKA_RETRIES } from "./quotas.ts";
import { request } from "./run-invocation.ts";
import type { InvocationResult, LambdaService } from "./service.ts";
import { type Batch, type BatchItem, eventOf, eventText, lastAttempt, leading, sequenceNumbers } from "./stream-batch.ts";
import { StreamBuffer } from "./stream-buffer.ts";
import { type BatchOutcome, type NextStep, nextStep, type RetrySettings, retryDelay } from "./stream-retries.ts";
import { STREAM_SOURCES } from "./stream-source.ts";
import { isTooBig, stateIn, type TumblingWindow, windowAt, windowMembers } from "./tumbling-window.ts";

export interface LaneSurroundings {
  readonly service: LambdaService;
  readonly mapping: EventSourceMapping;
  readonly stream: RecordStream;
  readonly shard: Shard;
  readonly random: Random;
  /** The next time that the shard is read, at or after an instant. */
  readonly nextPoll: (from: Instant) => Instant;
  /** Reads the shard now. */
  readonly poll: (at: Instant) => void;
}

export class StreamLane {
  readonly #around: LaneSurroundings;
  readonly #buffer = new StreamBuffer();
  /** What comes before the buffer: the last one first. */
  readonly #again: Batch[] = [];
  #window: TumblingWindow | undefined;
  #isBusy = false;
  #isRunning = false;
  #notBefore: Instant = Number.NEGATIVE_INFINITY;
  #isPending = false;

  constructor(around: LaneSurroundings) {
    this.#around = around;
  }

  get isIdle(): boolean {
    return !this.#isBusy && this.#again.length === 0 && this.#buffer.first === undefined && this.#window === undefined;
  }

  start(at: Instant): void {
    this.#isRunning = true;
    this.advance(at);
  }

  /** The batch that is under way comes to its end. */
  stop(): void {
    this.#isRunning = false;
    this.#tellPending();
  }

  add(item: BatchItem): void {
    this.#buffer.add(item);
  }

  /** Sends the next batch, where one can be sent. Harmless at any time. */
  advance(at: Instant): void {
    if (this.#isRunning && !this.#isBusy && at >= this.#notBefore) {
      const batch = this.#nextBatch(at);
      if (batch !== undefined) this.#send(batch, at);
    }
    this.#tellPending();
  }

  #nextBatch(at: Instant): Batch | undefined {
    for (;;) {
      const batch = this.#again.pop() ?? this.#endOfWindow(at) ?? this.#fromBuffer(at);
      if (batch === undefined || batch.items.length === 0) return batch;
      const fresh = this.#withoutExpired(batch, at);
      if (fresh.items.length > 0) return fresh;
    }
  }

  #fromBuffer(at: Instant): Batch | undefined {
    const { first } = this.#buffer;
    if (first === undefined) return undefined;
    const { BatchSize, MaximumBatchingWindowInSeconds, TumblingWindowInSeconds } = this.#around.mapping.settings;
    if (TumblingWindowInSeconds > 0) this.#window ??= this.#opened(windowAt(first.from.at, TumblingWindowInSeconds));
    const { end = Number.POSITIVE_INFINITY } = this.#window ?? {};
    const { length, full } = this.#buffer.ready(BatchSize, ({ from }) => from.at < end);
    const due = first.readAt + MaximumBatchingWindowInSeconds * 1_000;
    if (!full && at < due) {
      this.#wake(due);
      return undefined;
    }
    return { items: this.#buffer.take(length), attempts: 0, tries: 0 };
  }

  /** The final invocation of a window, when all of its records are done and no more can come. */
  #endOfWindow(at: Instant): Batch | undefined {
    const window = this.#window;
    if (window === undefined) return undefined;
    const next = this.#buffer.first;
    const isOver = next === undefined ? at >= this.#around.nextPoll(window.end) : next.from.at >= window.end;
    return isOver ? { items: [], attempts: 0, tries: 0, ends: "window" } : undefined;
  }

  #opened(window: TumblingWindow): TumblingWindow {
    const closes = this.#around.nextPoll(window.end);
    this.#around.service.world.heap.schedule(closes, () => {
      this.#around.poll(closes);
      this.advance(closes);
    });
    return window;
  }

  /** Records too old are given up; the others of the batch go on. */
  #withoutExpired(batch: Batch, at: Instant): Batch {
    const { shard, mapping } = this.#around;
    const { MaximumRecordAgeInSeconds } = mapping.settings;
    const longest = MaximumRecordAgeInSeconds === -1 ? Number.POSITIVE_INFINITY : MaximumRecordAgeInSeconds * 1_000;
    const gone = leading(batch.items, ({ from }) => shard.isExpired(from, at));
    const old = leading(batch.items, ({ from }) => at - from.at > longest);
    if (gone > 0) this.#recordDiscarded(batch.items.slice(0, gone), "retention", at);
    if (old > gone) this.#discard(batch, batch.items.slice(gone, old), "RecordAgeExceeded", at);
    const kept = Math.max(gone, old);
    return kept === 0 ? batch : { ...batch, items: batch.items.slice(kept) };
  }

  #send(batch: Batch, at: Instant): void {
    const { service, mapping, shard, random } = this.#around;
    const { UUID, EventSourceArn, FunctionName, Qualifier } = mapping;
    const requestId = uuid(random);
    const last = batch.items.at(-1);
    this.#isBusy = true;
    service.world.record({
      type: "batch-sent",
      at,
      mapping: UUID,
      EventSourceArn,
      FunctionName,
      requestId,
      shard: shard.id,
      records: sequenceNumbers(batch.items),
      attempt: batch.attempts + 1,
      ...(last !== undefined && { iteratorAge: at - last.from.at }),
    });
    const asked = {
      FunctionName,
      ...(Qualifier !== undefined && { Qualifier }),
      Payload: this.#payload(batch),
      source: mapping.invocationSource,
      requestId,
    };
    // What a process does may be ahead of the clock: the answer counts when it is there.
    request(service, at, asked, (result) => service.world.heap.schedule(result.at, () => this.#ended(batch, result)));
  }

  #payload(batch: Batch): string {
    const { stream, shard } = this.#around;
    const place = { shardId: shard.id, eventSourceARN: stream.arn };
    if (this.#window === undefined) return eventOf(stream, shard.id, batch.items);
    return eventText(batch.items, windowMembers(this.#window, place, batch.ends));
  }

  #ended(sent: Batch, result: InvocationResult): void {
    const { at } = result;
    const outcome = this.#outcomeOf(sent, result);
    const isThrottled = outcome.how === "throttled";
    const batch: Batch = {
      ...sent,
      attempts: sent.attempts + (isThrottled ? 0 : 1),
      tries: sent.tries + 1,
      ...(!isThrottled && { last: lastAttempt(result) }),
    };
    const step = nextStep(outcome, batch.items.length, batch.attempts, this.#retrySettings(batch));
    this.#recordEnd(batch, result.requestId, outcome, step, at);
    this.#isBusy = false;
    this.#take(step, batch, at);
    this.advance(at);
  }

  #retrySettings({ ends }: Batch): RetrySettings {
    const { mapping, stream } = this.#around;
    const { MaximumRetryAttempts, BisectBatchOnFunctionError, DestinationConfig } = mapping.settings;
    // The end of a window is tried until it succeeds.
    if (ends !== undefined) return { MaximumRetryAttempts: -1, BisectBatchOnFunctionError: false };
    const isEndless = MaximumRetryAttempts === -1;
    const isKafkaWithDestination = stream.kind === "kafka" && DestinationConfig?.OnFailure !== undefined;
    return { MaximumRetryAttempts: isEndless && isKafkaWithDestination ? KAFKA_RETRIES : MaximumRetryAttempts, BisectBatchOnFunctionError };
  }

  #outcomeOf(batch: Batch, result: InvocationResult): BatchOutcome {
    if (result.how === "throttled") return { how: "throttled" };
    if (result.how === "refused" || result.outcome.functionError) return { how: "failure" };
    const { payload } = result.outcome;
    const state = this.#window === undefined ? undefined : stateIn(payload);
    if (this.#window !== undefined && state === undefined) return { how: "failure" };
    const outcome = batch.items.length === 0 ? ({ how: "success" } as const) : this.#reported(batch, payload);
    if (outcome.how !== "failure" && this.#window !== undefined && state !== undefined) this.#hand(this.#window, state, batch);
    return outcome;
  }

  #reported({ items }: Batch, payload: string): BatchOutcome {
    if (!reportsBatchItemFailures(this.#around.mapping.settings)) return { how: "success" };
    const ids = sequenceNumbers(items);
    const verdict = batchVerdict(payload, ids, STREAM_SOURCES[this.#around.stream.kind].identified);
    if (verdict.outcome !== "partial") return { how: verdict.outcome };
    // Of several the lowest is the checkpoint.
    return { how: "partial", from: Math.max(0, ids.indexOf(verdict.failed[0] ?? "")) };
  }

  /** What the next invocation of the window gets. */
  #hand(window: TumblingWindow, state: string, { ends }: Batch): void {
    if (ends === "window") this.#window = undefined;
    else if (ends === "window early") this.#window = { ...window, state: "{}" };
    else this.#window = { ...window, state };
    if (ends === undefined && isTooBig(state)) this.#again.unshift({ items: [], attempts: 0, tries: 0, ends: "window early" });
  }

  #take(step: NextStep, batch: Batch, at: Instant): void {
    switch (step.step) {
      case "go on":
        return;
      case "retry": {
        const counts = step.anew ? { attempts: 0, tries: 0 } : {};
        this.#again.push({ ...batch, ...counts, items: batch.items.slice(step.from) });
        this.#pause(at + retryDelay(step.anew ? 1 : batch.tries));
        return;
      }
      case "bisect":
        this.#again.push({ items: batch.items.slice(step.at), attempts: 0, tries: 0 });
        this.#again.push({ items: batch.items.slice(0, step.at), attempts: 0, tries: 0 });
        this.#pause(at + retryDelay(1));
        return;
      case "discard":
        this.#discard(batch, batch.items.slice(step.from), "RetryAttemptsExhausted", at);
        return;
    }
  }

  #discard(batch: Batch, items: readonly BatchItem[], condition: DiscardCondition, at: Instant): void {
    this.#recordDiscarded(items, condition, at);
    discardBatch(this.#around, { batch, items, condition }, at);
  }

  #recordDiscarded(items: readonly BatchItem[], why: DiscardCondition | "retention", at: Instant): void {
    const { service, mapping, shard } = this.#around;
    service.world.record({ type: "batch-discarded", at, mapping: mapping.UUID, shard: shard.id, records: sequenceNumbers(items), why });
  }

  #recordEnd(batch: Batch, requestId: string, outcome: BatchOutcome, step: NextStep, at: Instant): void {
    const { service, mapping } = this.#around;
    service.world.record({
      type: "batch-ended",
      at,
      mapping: mapping.UUID,
      requestId,
      outcome: outcome.how,
      failed: outcome.how === "success" ? [] : sequenceNumbers(batch.items.slice(outcome.how === "partial" ? outcome.from : 0)),
      ...(step.step !== "go on" && { next: step.step }),
    });
  }

  #pause(until: Instant): void {
    this.#notBefore = until;
    this.#wake(until);
  }

  #wake(at: Instant): void {
    this.#around.service.world.heap.schedule(at, () => this.advance(at));
  }

  /** `settle` waits for a lane that has anything to do. */
  #tellPending(): void {
    const { pending } = this.#around.service.world;
    const isPending = this.#isBusy || (this.#isRunning && !this.isIdle);
    if (isPending && !this.#isPending) pending.begin();
    if (!isPending && this.#isPending) pending.end();
    this.#isPending = isPending;
  }
}
