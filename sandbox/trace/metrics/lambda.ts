/**
 * What Lambda sends to CloudWatch. "The timestamp on a metric reflects when the function was invoked": an invocation's samples
 * are all at the instant of its start.
 */
import type { Instant, Millis } from "../../time/instant.ts";
import type { EnvironmentCreated, InvokeEnded, InvokeStarted, Trace, TraceEvent } from "../events.ts";
import { Gauge, type MetricName, type MetricSamples, type Unit } from "./samples.ts";

export function lambdaSamples(trace: Trace, samples: MetricSamples, period: Millis): void {
  const fold = new LambdaFold(samples, period);
  for (const event of trace.events) fold.take(event);
  fold.end(trace.endsAt);
}

/** An execution environment, as far as metrics need it. */
interface Environment {
  readonly created: EnvironmentCreated;
  /** It counts as a concurrent execution: from its creation, where a request waits for it, to the end of its invocation. */
  busy: boolean;
  started?: InvokeStarted;
}

class LambdaFold {
  readonly #samples: MetricSamples;
  readonly #period: Millis;
  readonly #environments = new Map<string, Environment>();
  readonly #gauges = new Map<string, Gauge>();
  /** By request id. */
  readonly #qualifiers = new Map<string, string>();
  readonly #queuedAt = new Map<string, Instant>();
  /** Function and qualifier → environments that provisioned concurrency has ready. */
  readonly #allocated = new Map<string, number>();
  readonly #provisionedBusy = new Map<string, number>();
  readonly #reserved = new Set<string>();

  constructor(samples: MetricSamples, period: Millis) {
    this.#samples = samples;
    this.#period = period;
  }

  take(event: TraceEvent): void {
    switch (event.type) {
      case "invocation-requested":
        if (event.Qualifier !== undefined) this.#qualifiers.set(event.requestId, event.Qualifier);
        break;
      case "environment-created":
        this.#environments.set(event.environment, { created: event, busy: false });
        if (event.initializationType === undefined) this.#occupy(event.at, event.environment);
        break;
      case "invoke-started":
        this.#started(event);
        break;
      case "invoke-ended":
        this.#ended(event);
        break;
      case "environment-shutdown":
        this.#release(event.at, event.environment);
        break;
      case "invocation-throttled":
        this.#count(event.at, "Throttles", event.FunctionName, 1, event.Qualifier);
        break;
      case "event-queued":
        this.#queuedAt.set(event.requestId, event.at);
        if (event.Qualifier !== undefined) this.#qualifiers.set(event.requestId, event.Qualifier);
        this.#count(event.at, "AsyncEventsReceived", event.FunctionName, 1, event.Qualifier);
        break;
      case "event-settled":
        this.#queuedAt.delete(event.requestId);
        if (event.condition !== "Success")
          this.#count(event.at, "AsyncEventsDropped", event.FunctionName, 1, this.#qualifiers.get(event.requestId));
        break;
      case "record-delivered":
        if (event.error !== undefined) {
          const name = event.as === "dead letter" ? "DeadLetterErrors" : "DestinationDeliveryFailures";
          this.#count(event.at, name, event.FunctionName, 1, this.#qualifiers.get(event.requestId));
        }
        break;
      case "loop-stopped":
        this.#count(event.at, "RecursiveInvocationsDropped", event.FunctionName, 1);
        break;
      case "batch-sent":
        if (event.iteratorAge !== undefined) this.#send(event.at, "IteratorAge", "Milliseconds", event.FunctionName, event.iteratorAge);
        this.#ofMapping(event.at, "InvokedEventCount", event.mapping, event.records.length);
        break;
      case "batch-ended":
        if (event.outcome === "failure" || event.outcome === "partial")
          this.#ofMapping(event.at, "FailedInvokeEventCount", event.mapping, event.failed.length);
        break;
      case "batch-discarded":
        this.#ofMapping(
          event.at,
          event.why === "filtered" ? "FilteredOutEventCount" : "DroppedEventCount",
          event.mapping,
          event.records.length,
        );
        break;
      case "concurrency-configured":
        if (event.ReservedConcurrentExecutions === null) this.#reserved.delete(event.FunctionName);
        else this.#reserved.add(event.FunctionName);
        break;
      case "provisioned-concurrency-changed":
        // "usable only when all are allocated": until then its requests do not spill over, they never had it.
        if (event.Status === "READY") this.#allocated.set(`${event.FunctionName}:${event.Qualifier}`, event.Allocated);
        else if (event.Status === "DELETED" || event.Status === "FAILED")
          this.#allocated.delete(`${event.FunctionName}:${event.Qualifier}`);
        break;
    }
  }

  end(at: Instant): void {
    for (const gauge of this.#gauges.values()) gauge.until(at);
  }

  #started(event: InvokeStarted): void {
    const environment = this.#environments.get(event.environment);
    if (environment === undefined) throw new Error(`metrics: environment ${event.environment} was never created`);
    environment.started = event;
    this.#occupy(event.at, event.environment);
    const { FunctionName, initializationType } = environment.created;
    const queued = this.#queuedAt.get(event.requestId);
    const qualifier = this.#qualifiers.get(event.requestId);
    if (queued !== undefined) this.#send(event.at, "AsyncEventAge", "Milliseconds", FunctionName, event.at - queued, qualifier);
    this.#provisioned(event.at, environment, initializationType !== undefined, qualifier);
  }

  #ended(event: InvokeEnded): void {
    const environment = this.#environments.get(event.environment);
    const { started, created } = environment ?? {};
    if (started === undefined || created === undefined) return;
    const { at } = started;
    const qualifier = this.#qualifiers.get(event.requestId);
    const { FunctionName, Version } = created;
    this.#count(at, "Invocations", FunctionName, 1, qualifier, Version);
    // Sent as 0 too, so that Average is the error rate.
    this.#count(at, "Errors", FunctionName, event.status === "success" ? 0 : 1, qualifier, Version);
    this.#count(at, "Throttles", FunctionName, 0, qualifier, Version);
    this.#send(at, "Duration", "Milliseconds", FunctionName, event.duration, qualifier, Version);
    this.#release(event.at, event.environment);
  }

  // ── Concurrency ────────────────────────────────────────────────────────────────────────────────────────────────────

  #occupy(at: Instant, id: string): void {
    const environment = this.#environments.get(id);
    if (environment === undefined || environment.busy) return;
    environment.busy = true;
    this.#concurrent(at, environment.created.FunctionName, 1);
  }

  #release(at: Instant, id: string): void {
    const environment = this.#environments.get(id);
    if (environment === undefined || !environment.busy) return;
    environment.busy = false;
    this.#concurrent(at, environment.created.FunctionName, -1);
    if (environment.created.initializationType === undefined || environment.started === undefined) return;
    const key = this.#provisionedKey(environment, this.#qualifiers.get(environment.started.requestId));
    if (key !== undefined) this.#utilization(at, key, -1);
  }

  #concurrent(at: Instant, FunctionName: string, change: 1 | -1): void {
    this.#change(at, "ConcurrentExecutions", { FunctionName }, change);
    this.#change(at, "ConcurrentExecutions", {}, change);
    if (!this.#reserved.has(FunctionName)) this.#change(at, "UnreservedConcurrentExecutions", {}, change);
  }

  #provisioned(at: Instant, environment: Environment, isProvisioned: boolean, qualifier: string | undefined): void {
    const key = this.#provisionedKey(environment, qualifier);
    if (key === undefined) return;
    const [FunctionName = "", Qualifier] = key.split(":");
    this.#count(
      at,
      isProvisioned ? "ProvisionedConcurrencyInvocations" : "ProvisionedConcurrencySpilloverInvocations",
      FunctionName,
      1,
      Qualifier,
    );
    if (isProvisioned) this.#utilization(at, key, 1);
  }

  /** Whose provisioned concurrency serves the request: the qualifier's that was asked for, or the version's that runs. */
  #provisionedKey({ created }: Environment, qualifier: string | undefined): string | undefined {
    const asked = `${created.FunctionName}:${qualifier}`;
    if (qualifier !== undefined && this.#allocated.has(asked)) return asked;
    const executed = `${created.FunctionName}:${created.Version}`;
    return this.#allocated.has(executed) ? executed : undefined;
  }

  #utilization(at: Instant, key: string, change: 1 | -1): void {
    const allocated = this.#allocated.get(key) ?? 0;
    if (allocated === 0) return;
    const busy = Math.max(0, (this.#provisionedBusy.get(key) ?? 0) + change);
    this.#provisionedBusy.set(key, busy);
    const [FunctionName = ""] = key.split(":");
    const dimensions = { FunctionName, Resource: key };
    this.#gauge("ProvisionedConcurrentExecutions", "Count", dimensions).set(at, busy);
    this.#gauge("ProvisionedConcurrencyUtilization", "None", dimensions).set(at, busy / allocated);
  }

  #change(at: Instant, name: string, dimensions: Readonly<Record<string, string>>, change: 1 | -1): void {
    const gauge = this.#gauge(name, "Count", dimensions);
    gauge.set(at, gauge.value + change);
  }

  #gauge(MetricName: string, Unit: Unit, Dimensions: Readonly<Record<string, string>>): Gauge {
    const key = `${MetricName} ${Dimensions.Resource ?? Dimensions.FunctionName ?? ""}`;
    const known = this.#gauges.get(key);
    if (known !== undefined) return known;
    const gauge = new Gauge(this.#samples, { Namespace: "AWS/Lambda", MetricName, Dimensions, Unit }, this.#period);
    this.#gauges.set(key, gauge);
    return gauge;
  }

  /** Event source mapping metrics, which AWS sends where the mapping's MetricsConfig asks for them. */
  #ofMapping(at: Instant, MetricName: string, EventSourceMappingUUID: string, value: number): void {
    this.#samples.add({ Namespace: "AWS/Lambda", MetricName, Dimensions: { EventSourceMappingUUID }, Unit: "Count" }, at, value);
  }

  // ── Samples ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #count(at: Instant, name: string, FunctionName: string, value: number, qualifier?: string, version?: string): void {
    this.#send(at, name, "Count", FunctionName, value, qualifier, version);
  }

  /** By function, by version or alias, and by the version that an alias led to. */
  #send(at: Instant, MetricName: string, Unit: Unit, FunctionName: string, value: number, qualifier?: string, version?: string): void {
    const add = (Dimensions: MetricName["Dimensions"]) =>
      this.#samples.add({ Namespace: "AWS/Lambda", MetricName, Dimensions, Unit }, at, value);
    add({ FunctionName });
    if (qualifier === undefined) return;
    const Resource = `${FunctionName}:${qualifier}`;
    add({ FunctionName, Resource });
    if (version !== undefined && version !== qualifier) add({ FunctionName, Resource, ExecutedVersion: version });
  }
}
