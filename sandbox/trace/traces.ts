/**
 * Requests as AWS X-Ray shows them: a segment of Lambda's service (AWS::Lambda) with a subsegment for each attempt, and a segment
 * of the function itself (AWS::Lambda::Function) with Initialization and Invocation (developer guide, "Visualize Lambda
 * function invocations using AWS X-Ray"). A fold over the trace; every request has one, sampled or not.
 */
import type { Instant } from "../time/instant.ts";
import type { InvokeEnded, Trace } from "./events.ts";

export interface RequestTrace {
  readonly requestId: string;
  readonly FunctionName: string;
  readonly service: Segment & { readonly origin: "AWS::Lambda" };
  readonly functions: readonly FunctionSegment[];
}

export interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  /** 200 of a function's answer, 202 of an accepted event, 429 of a throttle. */
  readonly status: number;
  readonly subsegments: readonly Subsegment[];
}

/** `Dwell Time`: an event's wait in the internal queue. */
export interface Subsegment {
  readonly name: "Dwell Time" | `Attempt #${number}` | "Initialization" | "Invocation";
  readonly from: Instant;
  readonly to: Instant;
  readonly throttle?: true;
  readonly fault?: true;
}

/** One attempt. */
export interface FunctionSegment {
  readonly origin: "AWS::Lambda::Function";
  readonly environment: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly error: boolean;
  readonly subsegments: readonly Subsegment[];
}

/** In the order of the requests. */
export function requestTraces(trace: Trace): readonly RequestTrace[] {
  const drafts = new Map<string, Draft>();
  const inits = new Map<string, { readonly from: Instant; readonly to: Instant }>();
  const started = new Map<string, Instant>();
  for (const event of trace.events) {
    switch (event.type) {
      case "invocation-requested":
        drafts.set(event.requestId, draft(event.FunctionName, event.at));
        break;
      case "event-queued": {
        const owner = drafts.get(event.requestId);
        if (owner !== undefined) owner.queuedAt = event.at;
        break;
      }
      case "invocation-throttled":
        addAttempt(drafts.get(event.requestId), event.at, event.at, { throttle: true });
        break;
      case "init-ended":
        if (event.phase === "init") inits.set(event.environment, { from: event.at - event.duration, to: event.at });
        break;
      case "invoke-started":
        started.set(event.environment, event.at);
        break;
      case "invoke-ended": {
        const owner = drafts.get(event.requestId);
        const from = started.get(event.environment) ?? event.at - event.duration;
        addAttempt(owner, from, event.at, event.status === "success" ? {} : { fault: true });
        owner?.functions.push(functionSegment(event, from, inits.get(event.environment)));
        // Init belongs to the first invocation only.
        inits.delete(event.environment);
        break;
      }
      case "invocation-responded": {
        const owner = drafts.get(event.requestId);
        if (owner !== undefined) {
          owner.status = event.StatusCode;
          owner.to = Math.max(owner.to, event.at);
        }
        break;
      }
    }
  }
  return [...drafts].map(([requestId, { FunctionName, from, to, status, subsegments, functions }]) => ({
    requestId,
    FunctionName,
    service: { origin: "AWS::Lambda", from, to, status, subsegments },
    functions,
  }));
}

interface Draft {
  readonly FunctionName: string;
  readonly from: Instant;
  to: Instant;
  status: number;
  queuedAt: Instant | undefined;
  attempts: number;
  readonly subsegments: Subsegment[];
  readonly functions: FunctionSegment[];
}

function draft(FunctionName: string, from: Instant): Draft {
  return { FunctionName, from, to: from, status: 0, queuedAt: undefined, attempts: 0, subsegments: [], functions: [] };
}

function addAttempt(owner: Draft | undefined, from: Instant, to: Instant, how: Pick<Subsegment, "throttle" | "fault">): void {
  if (owner === undefined) return;
  if (owner.queuedAt !== undefined && owner.attempts === 0) owner.subsegments.push({ name: "Dwell Time", from: owner.queuedAt, to: from });
  owner.attempts += 1;
  owner.subsegments.push({ name: `Attempt #${owner.attempts}`, from, to, ...how });
  owner.to = Math.max(owner.to, to);
}

function functionSegment(
  { environment, at, status }: InvokeEnded,
  from: Instant,
  init: { readonly from: Instant; readonly to: Instant } | undefined,
): FunctionSegment {
  const error = status === "success" ? {} : { fault: true as const };
  return {
    origin: "AWS::Lambda::Function",
    environment,
    from: init?.from ?? from,
    to: at,
    error: status !== "success",
    subsegments: [
      ...(init === undefined ? [] : [{ name: "Initialization" as const, ...init }]),
      { name: "Invocation", from, to: at, ...error },
    ],
  };
}
