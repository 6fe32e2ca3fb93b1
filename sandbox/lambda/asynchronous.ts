/**
 * Asynchronous invocation: Lambda puts the event into an internal queue, answers 202, and invokes the function from there until it
 * has succeeded or there is no use any more (developer guide, "Invoking a Lambda function asynchronously"; fidelity.md §5).
 *
 *     202 ─► queue ─► attempt ─► success ─────────────────────────► destination
 *              ▲          ├► error, throttle: wait ─┐
 *              └──────────┼─────────────────────────┘
 *                         └► no more attempts, too old, a loop ───► destination, dead-letter queue
 *
 * Simplified: the queue gives each event out once for each attempt; AWS's is eventually consistent and may do so twice.
 */
import type { Target } from "../services/target.ts";
import type { Instant } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import type { EventReturned, SettledCondition } from "../trace/events.ts";
import { eventPickup } from "./durations.ts";
import { deliverOutcome } from "./event-delivery.ts";
import { afterFailure, afterThrottle, type Next } from "./event-retries.ts";
import { LATEST } from "./function.ts";
import { type FunctionResource, weightsOf } from "./function-resource.ts";
import { mainVersion } from "./main-version.ts";
import { ASYNCHRONOUS_PAYLOAD_BYTES } from "./quotas.ts";
import { stopsLoop } from "./recursion.ts";
import { notFound, run } from "./run-invocation.ts";
import type { InvocationAsked, InvocationResult, LambdaService, Refusal } from "./service.ts";

/**
 * An event, when it arrives. Its request has been recorded; so is its answer by whoever asked. `source`, client context and what
 * belongs to streams do not reach the function.
 */
export function enqueue(service: LambdaService, at: Instant, asked: InvocationAsked): Refusal | undefined {
  const { world } = service;
  const { FunctionName, Qualifier, Payload } = asked;
  const fn = service.functions.get(FunctionName);
  if (fn === undefined || weightsOf(fn, Qualifier) === undefined) return notFound(service, FunctionName, Qualifier);
  if (isTooLong(Payload)) return TOO_LARGE;
  const requestId = asked.requestId ?? uuid(world.random);
  world.record({ type: "event-queued", at, requestId, FunctionName, ...(Qualifier !== undefined && { Qualifier }) });
  world.pending.begin();
  new QueuedEvent(service, fn, { ...asked, requestId }, at);
  return undefined;
}

/** Functions as targets of other services: each name by which a service may call them. Again when versions or aliases have been added. */
export function asynchronousTargets(service: LambdaService): void {
  const { targets } = service.world;
  for (const fn of service.functions.values()) {
    for (const Qualifier of [undefined, LATEST, ...fn.versions.keys(), ...fn.aliases.keys()]) {
      const arn = Qualifier === undefined ? fn.arn : `${fn.arn}:${Qualifier}`;
      if (!targets.has(arn)) targets.set(arn, functionTarget(service, fn, arn, Qualifier));
    }
  }
}

function functionTarget(
  service: LambdaService,
  { name: FunctionName }: FunctionResource,
  arn: string,
  Qualifier: string | undefined,
): Target {
  const { world } = service;
  return {
    arn,
    kind: "lambda",
    deliver(at, { body: Payload, traceHeader: TraceHeader, from }) {
      const requestId = uuid(world.random);
      const source = { kind: "service", service: from } as const;
      const qualified = Qualifier === undefined ? {} : { Qualifier };
      const asked = { FunctionName, Payload, requestId, source, ...qualified, ...(TraceHeader !== undefined && { TraceHeader }) };
      const requested = { type: "invocation-requested", at, requestId, FunctionName, Payload, stimulus: world.stimulus() } as const;
      world.record({ ...requested, InvocationType: "Event", source, ...qualified });
      const refusal = enqueue(service, at, asked);
      const body = refusal === undefined ? "" : JSON.stringify(refusal.body);
      const responded = { type: "invocation-responded", at, requestId, FunctionName, Payload: body } as const;
      world.record({ ...responded, StatusCode: refusal?.StatusCode ?? 202, ...(refusal && { errorCode: refusal.errorCode }) });
      return refusal?.errorCode;
    },
  };
}

const TOO_LARGE: Refusal = {
  StatusCode: 413,
  errorCode: "RequestEntityTooLargeException",
  body: { Type: "User", message: `Request must be smaller than ${ASYNCHRONOUS_PAYLOAD_BYTES} bytes for the InvokeFunction operation` },
};

const isTooLong = (text: string) =>
  text.length * 3 > ASYNCHRONOUS_PAYLOAD_BYTES && new TextEncoder().encode(text).length > ASYNCHRONOUS_PAYLOAD_BYTES;

type Responded = Extract<InvocationResult, { readonly how: "responded" }>;

class QueuedEvent {
  readonly #service: LambdaService;
  readonly #fn: FunctionResource;
  readonly #asked: InvocationAsked & { readonly requestId: string };
  readonly #queuedAt: Instant;
  #attempts = 0;
  #throttles = 0;
  #answer: Responded | undefined;

  constructor(service: LambdaService, fn: FunctionResource, asked: InvocationAsked & { readonly requestId: string }, at: Instant) {
    this.#service = service;
    this.#fn = fn;
    this.#asked = asked;
    this.#queuedAt = at;
    this.#attemptAt(at + eventPickup(service.world.random.fork(`pickup ${asked.requestId}`)));
  }

  #attemptAt(at: Instant): void {
    this.#service.world.heap.schedule(at, () => this.#attempt(at));
  }

  /** Everything is looked up anew: an event that has waited runs the code, and obeys the settings, of now. */
  #attempt(at: Instant): void {
    const { FunctionName, Qualifier, Payload, TraceHeader, requestId } = this.#asked;
    if (this.#fn.reserved === 0) return this.#settle(at, "ZeroReservedConcurrency");
    if (stopsLoop(this.#service, this.#fn, at, requestId, TraceHeader)) return this.#settle(at, "RecursiveLoop");
    const asked: InvocationAsked = {
      FunctionName,
      Payload,
      requestId,
      source: { kind: "asynchronous" },
      ...(Qualifier !== undefined && { Qualifier }),
      ...(TraceHeader !== undefined && { TraceHeader }),
    };
    run(this.#service, at, asked, (result) => this.#attempted(result));
  }

  #attempted(result: InvocationResult): void {
    const { at } = result;
    const { eventInvokeConfig } = this.#fn;
    if (result.how !== "responded") {
      this.#throttles += 1;
      return this.#go(at, "throttled", afterThrottle(at, this.#state(), eventInvokeConfig));
    }
    this.#attempts += 1;
    this.#answer = result;
    if (!result.outcome.functionError) return this.#settle(at, "Success");
    this.#go(at, "function error", afterFailure(at, this.#state(), eventInvokeConfig));
  }

  #state() {
    return { queuedAt: this.#queuedAt, attempts: this.#attempts, throttles: this.#throttles };
  }

  #go(at: Instant, why: EventReturned["why"], next: Next): void {
    if ("condition" in next) return this.#settle(at, next.condition);
    const { requestId, FunctionName } = this.#asked;
    this.#service.world.record({ type: "event-returned", at, requestId, FunctionName, why, nextAttemptAt: next.retryAt });
    this.#attemptAt(next.retryAt);
  }

  #settle(at: Instant, condition: SettledCondition): void {
    const { world } = this.#service;
    const { requestId, FunctionName, Qualifier = LATEST, Payload, TraceHeader } = this.#asked;
    const fn = this.#fn;
    const approximateInvokeCount = this.#attempts;
    world.record({ type: "event-settled", at, requestId, FunctionName, condition, approximateInvokeCount });
    const functionArn = `${fn.arn}:${Qualifier}`;
    const payload = Payload.trim() === "" ? "{}" : Payload;
    deliverOutcome(this.#service, {
      fn,
      event: { at, requestId, functionArn, condition, approximateInvokeCount, Payload: payload, answer: this.#answer },
      config: fn.eventInvokeConfig,
      deadLetterTarget: mainVersion(fn, this.#asked.Qualifier)?.definition.DeadLetterConfig?.TargetArn,
      traceHeader: this.#answer?.traceHeader ?? TraceHeader,
    });
    world.pending.end();
  }
}
