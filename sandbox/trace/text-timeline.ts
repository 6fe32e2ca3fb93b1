/**
 * A trace as text, a line per event, for tests and for people: virtual milliseconds since the start, who, what. A fold over
 * the trace that leaves out log lines (log-streams.ts) and payloads (invocations.ts).
 *
 *         0.00  env 1      created: hello $LATEST, nodejs24.x, 128 MB
 *       182.41  env 1      init
 */
import type { Instant, Millis } from "../time/instant.ts";
import type { Trace, TraceEvent } from "./events.ts";

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
      return [short(event.requestId), `request: ${event.FunctionName}`];
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
      return [event.FunctionName, `updated: ${event.what}`];
    case "simplified":
      return [env(event), `simplified: ${event.what} ${event.amount}`];
    case "http-requested":
      return [env(event), `http ${event.exchange}: ${event.method} ${event.url}`];
    case "http-responded":
      return [env(event), `http ${event.exchange}: ${event.error ?? event.status}`];
    case "log":
      return undefined;
  }
}

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
