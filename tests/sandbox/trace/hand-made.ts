/** Traces written by hand, so that the folds are tested without the simulation. Times are milliseconds since the start. */
import type { EnvironmentCreated, InvocationResponded, InvokeEnded, LogWritten, Trace, TraceEvent } from "../../../sandbox/trace/events.ts";

const START = Date.UTC(2026, 10, 22, 7);

/** A trace from events whose `at` counts from the start. */
export function traceOf(events: readonly TraceEvent[], end: number): Trace {
  return { startsAt: START, endsAt: START + end, events: events.map((event) => ({ ...event, at: START + event.at })) };
}

export const FIRST = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
export const SECOND = "22222222-bbbb-4bbb-8bbb-bbbbbbbbbbbb";

export const requested = (at: number, requestId: string): TraceEvent => ({
  type: "invocation-requested",
  at,
  requestId,
  FunctionName: "hello",
  Payload: "{}",
  stimulus: 0,
});

export const responded = (at: number, requestId: string, rest: Partial<InvocationResponded> = {}): TraceEvent => ({
  type: "invocation-responded",
  at,
  requestId,
  FunctionName: "hello",
  StatusCode: 200,
  Payload: "null",
  ...rest,
});

export const created = (at: number, environment: string, rest: Partial<EnvironmentCreated> = {}): TraceEvent => ({
  type: "environment-created",
  at,
  environment,
  FunctionName: "hello",
  Version: "$LATEST",
  Runtime: "nodejs24.x",
  MemorySize: 128,
  logGroup: "/aws/lambda/hello",
  logStream: `2026/11/22/[$LATEST]${environment.repeat(32)}`,
  ...rest,
});

export const log = (at: number, environment: string, message: string, requestId?: string): LogWritten => ({
  type: "log",
  at,
  environment,
  source: "platform",
  message,
  ...(requestId !== undefined && { requestId }),
});

export const invoke = (at: number, environment: string, requestId: string, coldStart: boolean): TraceEvent => ({
  type: "invoke-started",
  at,
  environment,
  requestId,
  coldStart,
});

export const ended = (at: number, environment: string, requestId: string, rest: Partial<InvokeEnded> = {}): TraceEvent => ({
  type: "invoke-ended",
  at,
  environment,
  requestId,
  status: "success",
  duration: 10,
  billedDuration: 10,
  memorySizeMB: 128,
  maxMemoryUsedMB: 66,
  ...rest,
});

/** A successful Init of 100 ms after 50 ms of preparing the environment. */
export const init = (at: number, environment: string): TraceEvent[] => [
  { type: "init-part", at, environment, part: "environment", duration: 50 },
  { type: "init-started", at: at + 50, environment, phase: "init" },
  { type: "init-part", at: at + 50, environment, part: "runtime", duration: 60 },
  { type: "init-part", at: at + 110, environment, part: "modules", duration: 30 },
  { type: "init-part", at: at + 140, environment, part: "code", duration: 10 },
  { type: "init-ended", at: at + 150, environment, phase: "init", status: "success", duration: 100 },
];

/** A cold start, a warm invocation a second later, and the environment reaped after an hour. */
export const coldThenWarm: Trace = traceOf(
  [
    requested(0, FIRST),
    created(0, "1"),
    ...init(0, "1"),
    log(50, "1", "INIT_START Runtime Version: nodejs:24.v12"),
    log(140, "1", "module loaded"),
    log(150, "1", `START RequestId: ${FIRST} Version: $LATEST`, FIRST),
    invoke(150, "1", FIRST, true),
    log(155, "1", "hello", FIRST),
    log(160, "1", `END RequestId: ${FIRST}`, FIRST),
    ended(160, "1", FIRST, { duration: 10.004, billedDuration: 111, initDuration: 100.456 }),
    responded(160, FIRST, { environment: "1", Payload: '{"ok":true}' }),
    requested(1160, SECOND),
    invoke(1160, "1", SECOND, false),
    log(1160, "1", "from a timer of the first invocation"),
    log(1162, "1", "hello again", SECOND),
    ended(1170, "1", SECOND),
    responded(1170, SECOND, { environment: "1", Payload: "plain" }),
    { type: "environment-shutdown", at: 3_600_000, environment: "1", why: "idle" },
  ],
  7_200_000,
);

/** Init fails, runs again inside the invocation, and that times out. */
export const failedInit: Trace = traceOf(
  [
    requested(0, FIRST),
    created(0, "1"),
    { type: "init-part", at: 0, environment: "1", part: "environment", duration: 50 },
    { type: "init-started", at: 50, environment: "1", phase: "init" },
    { type: "init-part", at: 50, environment: "1", part: "runtime", duration: 60 },
    log(50, "1", "INIT_START"),
    { type: "init-ended", at: 200, environment: "1", phase: "init", status: "error", errorType: "Runtime.Unknown", duration: 150 },
    { type: "environment-reset", at: 200, environment: "1", why: "init failed" },
    invoke(200, "1", FIRST, true),
    { type: "init-started", at: 200, environment: "1", phase: "invoke" },
    { type: "init-part", at: 200, environment: "1", part: "runtime", duration: 60 },
    log(260, "1", "module runs once more"),
    { type: "init-ended", at: 3200, environment: "1", phase: "invoke", status: "timeout", duration: 3000 },
    ended(3200, "1", FIRST, { status: "timeout", duration: 3000, billedDuration: 3000 }),
    { type: "environment-reset", at: 3200, environment: "1", why: "timeout" },
    responded(3200, FIRST, { environment: "1", FunctionError: "Unhandled", Payload: '{"errorType":"Sandbox.Timedout"}' }),
  ],
  3200,
);

/** Two requests at once where one environment is all there may be. */
export const throttled: Trace = traceOf(
  [
    requested(0, FIRST),
    created(0, "1"),
    requested(0, SECOND),
    responded(0, SECOND, { StatusCode: 429, errorCode: "TooManyRequestsException", Payload: '{"message":"Rate Exceeded."}' }),
    ...init(0, "1"),
    invoke(150, "1", FIRST, true),
    ended(160, "1", FIRST, { initDuration: 100 }),
    responded(160, FIRST, { environment: "1" }),
  ],
  160,
);
