/**
 * A trace as text, a line per event, for tests and for people: virtual milliseconds since the start, who, what. A fold over
 * the trace that leaves out log lines (log-streams.ts) and payloads (invocations.ts).
 *
 *         0.00  env 1      created: hello $LATEST, nodejs24.x, 128 MB
 *       182.41  env 1      init
 */
import type { Instant, Millis } from "../time/instant.ts";
import type { BatchEnded, InvocationRequested, Trace, TraceEvent } from "./events.ts";

export function textTimeline(trace: Trace): string {
  const lines: string[] = [];
  for (const event of trace.events) {
    const told = tell(event);
    if (told !== undefined) lines.push(line(event.at - trace.startsAt, ...told));
  }
  return [...lines, line(trace.endsAt - trace.startsAt, "end")].join("\n");
}

function tell(event: TraceEvent): [who: string, what: string] | undefined {
  switch (event.type) {
    case "invocation-requested":
      return [short(event.requestId), requested(event)];
    case "response-chunk":
      return [short(event.requestId), `response chunk: ${event.bytes} bytes`];
    case "invocation-responded":
      return [short(event.requestId), ["response:", event.StatusCode, event.FunctionError, event.errorCode].filter(isPresent).join(" ")];
    case "environment-created":
      return [env(event), `created: ${event.FunctionName} ${event.Version}, ${event.Runtime}, ${event.MemorySize} MB`];
    case "init-started":
      return [env(event), event.phase === "init" ? "init" : "init (suppressed)"];
    case "init-part":
      return [env(event), `${event.part} ${ms(event.duration)}`];
    case "init-ended":
      return [env(event), `init ended: ${outcome(event)}, ${ms(event.duration)}`];
    case "invoke-started":
      return [env(event), `invoke ${short(event.requestId)} ${event.coldStart ? "cold" : "warm"}`];
    case "invoke-ended":
      return [
        env(event),
        `invoke ended: ${outcome(event)}, ${ms(event.duration)}, billed ${event.billedDuration}, ${event.maxMemoryUsedMB} MB`,
      ];
    case "environment-reset":
      return [env(event), `reset: ${event.why}`];
    case "environment-shutdown":
      return [env(event), `shutdown: ${event.why}`];
    case "function-updated":
      return [event.FunctionName, `updated: ${event.what}${event.Version === undefined ? "" : ` ${event.Version}`}`];
    case "simplified":
      return [env(event), `simplified: ${event.what} ${event.amount}`];
    case "http-requested":
      return [env(event), `http ${event.exchange}: ${event.method} ${event.url}`];
    case "http-responded":
      return [env(event), `http ${event.exchange}: ${event.error ?? event.status}`];
    case "invocation-throttled":
      return [short(event.requestId), `throttled: ${qualified(event)}, ${event.Reason}`];
    case "concurrency-configured":
      return [event.FunctionName, `reserved concurrency: ${event.ReservedConcurrentExecutions ?? "none"}`];
    case "provisioned-concurrency-changed":
      return [qualified(event), `provisioned concurrency: ${event.Allocated} of ${event.Requested} ${event.Status}`];
    case "alias-changed":
      return [event.FunctionName, `alias ${event.Name}: ${weights(event.weights)}`];
    case "event-queued":
      return [short(event.requestId), `queued: ${qualified(event)}`];
    case "event-returned":
      return [short(event.requestId), `back to the internal queue: ${event.why}, next in ${seconds(event.nextAttemptAt - event.at)}`];
    case "event-settled":
      return [short(event.requestId), `settled: ${event.condition} after ${event.approximateInvokeCount}`];
    case "record-delivered":
      return [short(event.requestId), `${event.as} to ${lastOf(event.to)}${event.error === undefined ? "" : `: ${event.error}`}`];
    case "loop-stopped":
      return [short(event.requestId), `loop stopped: ${event.FunctionName} after ${event.invocations}`];
    case "message-published":
      return [event.topic, `published ${short(event.messageId)} to ${event.subscribers.map(lastOf).join(", ") || "nobody"}`];
    case "message-sent":
      return [lastOf(event.queue), `sent ${short(event.messageId)}`];
    case "message-received":
      return [lastOf(event.queue), `received ${short(event.messageId)}, time ${event.ApproximateReceiveCount}`];
    case "message-returned":
      return [lastOf(event.queue), `visible again ${short(event.messageId)}`];
    case "message-deleted":
      return [lastOf(event.queue), `deleted ${short(event.messageId)}: ${event.why}`];
    case "message-moved":
      return [lastOf(event.queue), `moved ${short(event.messageId)} to ${lastOf(event.to)}: ${event.why}`];
    case "records-put":
      return [lastOf(event.stream), `put ${event.sequenceNumbers.length} in ${event.shard}`];
    case "object-put":
      return [event.bucket, `put ${event.key}, ${event.size} bytes`];
    case "event-put":
      return [event.bus ?? "schedule", `${event.source} ${event.detailType}: ${event.rules.join(", ") || "no rule"}`];
    case "batch-sent":
      return [
        mapping(event),
        `batch ${short(event.requestId)}: ${event.records.length} to ${event.FunctionName}, attempt ${event.attempt}`,
      ];
    case "batch-ended":
      return [mapping(event), `batch ${short(event.requestId)} ended: ${ending(event)}`];
    case "batch-discarded":
      return [mapping(event), `discarded ${event.records.length}: ${event.why}`];
    case "mapping-changed":
      return [mapping(event), `${event.State}: ${lastOf(event.EventSourceArn)} to ${event.FunctionName}`];
    case "front-end-requested":
      return [event.frontEnd, `${event.exchange}: ${event.method} ${event.url}`];
    case "front-end-responded":
      return [event.frontEnd, `${event.exchange}: ${event.status}`];
    case "log":
      return undefined;
  }
}

function requested(event: InvocationRequested): string {
  const { source = { kind: "caller" } } = event;
  const type = event.InvocationType === undefined ? "" : ` (${event.InvocationType})`;
  return `request: ${qualified(event)}${type}${source.kind === "service" ? ` from ${source.service}` : ""}`;
}

function qualified({ FunctionName, Qualifier }: { readonly FunctionName: string; readonly Qualifier?: string }): string {
  return Qualifier === undefined ? FunctionName : `${FunctionName}:${Qualifier}`;
}

function weights(all: Readonly<Record<string, number>>): string {
  const shares = Object.entries(all).map(([version, share]) => `${version} ${Number((share * 100).toFixed(2))} %`);
  return shares.join(", ") || "deleted";
}

function ending({ outcome: how, failed, next }: BatchEnded): string {
  const count = failed.length === 0 ? "" : `, ${failed.length} failed`;
  return `${how}${count}${next === undefined ? "" : `, ${next}`}`;
}

/** The name of a resource out of its ARN. */
const lastOf = (arnOrName: string) => arnOrName.split(/[:/]/).at(-1) ?? arnOrName;
const mapping = (event: { readonly mapping: string }) => `esm ${short(event.mapping).slice(0, 6)}`;
const seconds = (duration: Millis) => `${Number((duration / 1000).toFixed(2))} s`;

function line(time: Millis, who: string, what = ""): string {
  return `${ms(time).padStart(12)}  ${who.padEnd(10)} ${what}`.trimEnd();
}

const ms = (duration: Millis | Instant) => duration.toFixed(2);
const env = (event: { readonly environment: string }) => `env ${event.environment}`;
/** The first eight of a request id: enough to tell requests apart in one trace. */
const short = (requestId: string) => requestId.slice(0, 8);
const isPresent = (part: string | number | undefined) => part !== undefined;

function outcome(event: { readonly status: string; readonly errorType?: string }): string {
  return event.errorType === undefined ? event.status : `${event.status} ${event.errorType}`;
}
