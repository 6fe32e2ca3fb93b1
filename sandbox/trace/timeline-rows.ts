/**
 * What stands around execution environments in a timeline, each a row on the one time axis: a fold over the trace. Rows of the
 * environments themselves are in environment-rows.ts.
 *
 *   front end       ├ GET /orders 200 ┤
 *   internal queue  ▁▂▂▁   ▁            how many events wait
 *   queue           ▃▅▂▁                how many messages are there
 *   mapping         ├ batch 1 ┤ ├ 2 ✕ ┤
 *   throttles       ╳ ╳╳
 */
import type { Instant } from "../time/instant.ts";
import type {
  BatchDiscarded,
  BatchEnded,
  InvocationSource,
  RecordDelivered,
  SettledCondition,
  ThrottleReason,
  Trace,
  TraceEvent,
} from "./events.ts";

export type TimelineRow =
  | FrontEndRow
  | RequestsRow
  | InternalQueueRow
  | QueueRow
  | MappingRow
  | DeliveriesRow
  | ThrottlesRow
  | ConcurrencyRow;

export interface FrontEndRow {
  readonly kind: "front end";
  readonly name: string;
  readonly requests: readonly {
    readonly exchange: number;
    readonly method: string;
    readonly url: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly status: number | undefined;
  }[];
}

/** Requests that a caller sent to the Invoke API, from his side. */
export interface RequestsRow {
  readonly kind: "requests";
  readonly FunctionName: string;
  readonly requests: readonly {
    readonly requestId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly status: number | undefined;
    readonly failed: boolean;
  }[];
}

/** Of asynchronous events. `waiting`: each wait of an event, before its first attempt and between two. */
export interface InternalQueueRow {
  readonly kind: "internal queue";
  readonly FunctionName: string;
  readonly counts: readonly Step[];
  readonly waiting: readonly {
    readonly requestId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly why: "first attempt" | "function error" | "throttled";
  }[];
  readonly settled: readonly { readonly at: Instant; readonly requestId: string; readonly condition: SettledCondition }[];
}

export interface QueueRow {
  readonly kind: "queue";
  readonly name: string;
  /** Messages that can be received. */
  readonly visible: readonly Step[];
  /** Messages that someone has received and not deleted. */
  readonly inFlight: readonly Step[];
  readonly moved: readonly { readonly at: Instant; readonly messageId: string; readonly to: string }[];
  /** All that became of its messages; what was moved is in both queues' rows. */
  readonly happened: readonly QueueEvent[];
  /** At the trace's end, in the order in which they came. */
  readonly left: readonly string[];
}

export type QueueEvent = Extract<TraceEvent, { readonly messageId: string; readonly queue: string }>;

/** A mapping; of a stream, one row for each shard. */
export interface MappingRow {
  readonly kind: "mapping";
  readonly mapping: string;
  readonly FunctionName: string;
  readonly EventSourceArn: string;
  readonly shard?: string;
  readonly batches: readonly {
    readonly requestId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly records: number;
    readonly attempt: number;
    readonly outcome: BatchEnded["outcome"] | undefined;
    readonly failed: number;
  }[];
  readonly discarded: readonly { readonly at: Instant; readonly records: number; readonly why: BatchDiscarded["why"] }[];
}

/** To dead-letter queues and destinations. */
export interface DeliveriesRow {
  readonly kind: "deliveries";
  readonly to: string;
  readonly deliveries: readonly {
    readonly at: Instant;
    readonly requestId: string;
    readonly as: RecordDelivered["as"];
    readonly failed: boolean;
  }[];
}

export interface ThrottlesRow {
  readonly kind: "throttles";
  readonly FunctionName: string;
  readonly throttles: readonly {
    readonly at: Instant;
    readonly requestId: string;
    readonly Reason: ThrottleReason;
    readonly source: InvocationSource["kind"];
  }[];
}

/** Environments of a function that are being created or are working: for more of them than can be drawn one by one. */
export interface ConcurrencyRow {
  readonly kind: "concurrency";
  readonly FunctionName: string;
  readonly counts: readonly Step[];
  readonly most: number;
}

/** From `at` on, until the next one. */
export interface Step {
  readonly at: Instant;
  readonly count: number;
}

/** In the order in which they are drawn: from where requests come in to where they end up. */
export function timelineRows(trace: Trace): readonly TimelineRow[] {
  const fold = new RowsFold(trace.endsAt);
  for (const event of trace.events) fold.take(event);
  return fold.rows();
}

/** Of a row while it is folded: lists that grow. */
type Growing<Row> = { -readonly [Key in keyof Row]: Row[Key] extends readonly (infer Item)[] ? Item[] : Row[Key] };
type Span<Row, Key extends keyof Row> = Row[Key] extends readonly (infer Item)[] ? { -readonly [Part in keyof Item]: Item[Part] } : never;

interface QueueDraft {
  readonly row: Growing<QueueRow>;
  readonly present: Set<string>;
  readonly taken: Set<string>;
}

class RowsFold {
  readonly #end: Instant;
  readonly #frontEnds = new Map<string, Growing<FrontEndRow>>();
  readonly #requests = new Map<string, Growing<RequestsRow>>();
  readonly #internal = new Map<string, Growing<InternalQueueRow>>();
  readonly #queues = new Map<string, QueueDraft>();
  readonly #mappings = new Map<string, Growing<MappingRow>>();
  readonly #deliveries = new Map<string, Growing<DeliveriesRow>>();
  readonly #throttles = new Map<string, Growing<ThrottlesRow>>();
  readonly #concurrency = new Map<string, Growing<ConcurrencyRow>>();
  // What has begun and not ended, by request id, exchange or environment.
  readonly #openExchanges = new Map<number, Span<FrontEndRow, "requests">>();
  readonly #openRequests = new Map<string, Span<RequestsRow, "requests">>();
  readonly #openBatches = new Map<string, Span<MappingRow, "batches">>();
  readonly #openWaits = new Map<string, Span<InternalQueueRow, "waiting">>();
  readonly #known = new Map<string, Pick<MappingRow, "mapping" | "FunctionName" | "EventSourceArn">>();
  readonly #working = new Map<string, { readonly FunctionName: string; busy: boolean }>();

  constructor(end: Instant) {
    this.#end = end;
  }

  rows(): readonly TimelineRow[] {
    const queues = [...this.#queues.values()].map(({ row, present }) => ({ ...row, left: [...present] }));
    return [
      ...this.#frontEnds.values(),
      ...this.#requests.values(),
      ...this.#internal.values(),
      ...queues,
      ...this.#mappings.values(),
      ...this.#throttles.values(),
      ...this.#concurrency.values(),
      ...this.#deliveries.values(),
    ];
  }

  take(event: TraceEvent): void {
    switch (event.type) {
      case "front-end-requested": {
        const { exchange, method, url } = event;
        const request = { exchange, method, url, from: event.at, to: this.#end, status: undefined };
        made(this.#frontEnds, event.frontEnd, () => ({ kind: "front end" as const, name: event.frontEnd, requests: [] })).requests.push(
          request,
        );
        this.#openExchanges.set(exchange, request);
        break;
      }
      case "front-end-responded": {
        const request = this.#openExchanges.get(event.exchange);
        if (request !== undefined) Object.assign(request, { to: event.at, status: event.status });
        break;
      }
      case "invocation-requested": {
        if (event.source !== undefined && event.source.kind !== "caller") break;
        const request = { requestId: event.requestId, from: event.at, to: this.#end, status: undefined, failed: false };
        const { FunctionName } = event;
        made(this.#requests, FunctionName, () => ({ kind: "requests" as const, FunctionName, requests: [] })).requests.push(request);
        this.#openRequests.set(event.requestId, request);
        break;
      }
      case "invocation-responded": {
        const request = this.#openRequests.get(event.requestId);
        const failed = event.FunctionError !== undefined || event.StatusCode >= 400;
        if (request !== undefined) Object.assign(request, { to: event.at, status: event.StatusCode, failed });
        break;
      }
      case "event-queued":
        this.#wait(event.at, event, "first attempt");
        break;
      case "event-returned":
        this.#wait(event.at, event, event.why);
        break;
      case "event-settled":
        this.#waitEnds(event.at, event.requestId, event.FunctionName);
        this.#internalQueue(event.FunctionName).settled.push({ at: event.at, requestId: event.requestId, condition: event.condition });
        break;
      case "record-delivered": {
        const { at, requestId, as, to } = event;
        const row = made(this.#deliveries, to, () => ({ kind: "deliveries" as const, to, deliveries: [] }));
        row.deliveries.push({ at, requestId, as, failed: event.error !== undefined });
        break;
      }
      case "invocation-throttled": {
        const { at, requestId, Reason, FunctionName } = event;
        this.#waitEnds(at, requestId, FunctionName);
        const row = made(this.#throttles, FunctionName, () => ({ kind: "throttles" as const, FunctionName, throttles: [] }));
        row.throttles.push({ at, requestId, Reason, source: event.source.kind });
        break;
      }
      case "message-sent":
      case "message-received":
      case "message-returned":
      case "message-deleted":
      case "message-moved":
        this.#message(event);
        break;
      case "batch-sent": {
        const { at: from, requestId, attempt } = event;
        const batch = { requestId, from, to: this.#end, records: event.records.length, attempt, outcome: undefined, failed: 0 };
        this.#known.set(event.mapping, event);
        this.#mappingRow(event).batches.push(batch);
        this.#openBatches.set(requestId, batch);
        break;
      }
      case "batch-ended": {
        const batch = this.#openBatches.get(event.requestId);
        if (batch !== undefined) Object.assign(batch, { to: event.at, outcome: event.outcome, failed: event.failed.length });
        break;
      }
      case "batch-discarded": {
        const known = this.#known.get(event.mapping);
        if (known === undefined) break;
        const { mapping, FunctionName, EventSourceArn } = known;
        const row = this.#mappingRow({ mapping, FunctionName, EventSourceArn, ...(event.shard !== undefined && { shard: event.shard }) });
        row.discarded.push({ at: event.at, records: event.records.length, why: event.why });
        break;
      }
      case "mapping-changed":
        this.#known.set(event.mapping, event);
        break;
      case "environment-created":
        this.#working.set(event.environment, { FunctionName: event.FunctionName, busy: false });
        if (event.initializationType === undefined) this.#busy(event.at, event.environment, true);
        break;
      case "invoke-started":
        this.#waitEnds(event.at, event.requestId, this.#working.get(event.environment)?.FunctionName ?? "");
        this.#busy(event.at, event.environment, true);
        break;
      case "invoke-ended":
      case "environment-shutdown":
        this.#busy(event.at, event.environment, false);
        break;
    }
  }

  // ── The internal queue ─────────────────────────────────────────────────────────────────────────────────────────────

  #internalQueue(FunctionName: string): Growing<InternalQueueRow> {
    return made(this.#internal, FunctionName, () => ({ kind: "internal queue", FunctionName, counts: [], waiting: [], settled: [] }));
  }

  #wait(
    at: Instant,
    { requestId, FunctionName }: { readonly requestId: string; readonly FunctionName: string },
    why: Span<InternalQueueRow, "waiting">["why"],
  ): void {
    const row = this.#internalQueue(FunctionName);
    const wait = { requestId, from: at, to: this.#end, why };
    row.waiting.push(wait);
    this.#openWaits.set(requestId, wait);
    step(row.counts, at, 1);
  }

  #waitEnds(at: Instant, requestId: string, FunctionName: string): void {
    const wait = this.#openWaits.get(requestId);
    if (wait === undefined) return;
    this.#openWaits.delete(requestId);
    wait.to = at;
    step(this.#internalQueue(FunctionName).counts, at, -1);
  }

  // ── Queues, mappings, environments ─────────────────────────────────────────────────────────────────────────────────

  #queue(arnOrName: string): QueueDraft {
    const name = arnOrName.slice(arnOrName.lastIndexOf(":") + 1);
    return made(this.#queues, name, () => ({
      row: { kind: "queue", name, visible: [], inFlight: [], moved: [], happened: [], left: [] },
      present: new Set(),
      taken: new Set(),
    }));
  }

  #message(event: QueueEvent): void {
    const { at, messageId } = event;
    const queue = this.#queue(event.queue);
    queue.row.happened.push(event);
    if (event.type === "message-sent") queue.present.add(messageId);
    if (event.type === "message-received") queue.taken.add(messageId);
    if (event.type === "message-returned") queue.taken.delete(messageId);
    if (event.type === "message-deleted" || event.type === "message-moved") {
      queue.present.delete(messageId);
      queue.taken.delete(messageId);
    }
    counted(queue, at);
    if (event.type !== "message-moved") return;
    const to = this.#queue(event.to);
    queue.row.moved.push({ at, messageId, to: to.row.name });
    to.row.happened.push(event);
    to.present.add(messageId);
    counted(to, at);
  }

  #mappingRow(event: Pick<MappingRow, "mapping" | "FunctionName" | "EventSourceArn" | "shard">): Growing<MappingRow> {
    const { mapping, FunctionName, EventSourceArn, shard } = event;
    return made(this.#mappings, `${mapping} ${shard ?? ""}`, () => ({
      kind: "mapping",
      mapping,
      FunctionName,
      EventSourceArn,
      ...(shard !== undefined && { shard }),
      batches: [],
      discarded: [],
    }));
  }

  #busy(at: Instant, id: string, busy: boolean): void {
    const environment = this.#working.get(id);
    if (environment === undefined || environment.busy === busy) return;
    environment.busy = busy;
    const { FunctionName } = environment;
    const row = made(this.#concurrency, FunctionName, () => ({ kind: "concurrency" as const, FunctionName, counts: [], most: 0 }));
    row.most = Math.max(row.most, step(row.counts, at, busy ? 1 : -1));
  }
}

function made<Row>(rows: Map<string, Row>, key: string, make: () => NoInfer<Row>): Row {
  const known = rows.get(key);
  if (known !== undefined) return known;
  const row = make();
  rows.set(key, row);
  return row;
}

function counted({ row, present, taken }: QueueDraft, at: Instant): void {
  set(row.visible, at, present.size - taken.size);
  set(row.inFlight, at, taken.size);
}

/** The new count. What happens at one instant is one step. */
function step(steps: Step[], at: Instant, change: 1 | -1): number {
  const count = (steps.at(-1)?.count ?? 0) + change;
  set(steps, at, count);
  return count;
}

function set(steps: Step[], at: Instant, count: number): void {
  const last = steps.at(-1);
  if (last?.count === count) return;
  if (last?.at === at) steps[steps.length - 1] = { at, count };
  else steps.push({ at, count });
}
