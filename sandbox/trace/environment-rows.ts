/**
 * Execution environments for drawing, each a row of segments on one time axis: a fold over the trace.
 *
 *   1 ▒environment▒runtime▒modules▒code█invoke█…idle…█invoke█…idle… ╳ idle
 *   2        ▒environment▒runtime▒modules▒code█invoke█…idle…
 */
import type { Instant } from "../time/instant.ts";
import type { EnvironmentCreated, EnvironmentReset, EnvironmentShutdown, InitEnded, InitPart, InvokeEnded, Trace } from "./events.ts";

export interface EnvironmentRow {
  readonly environment: string;
  readonly FunctionName: string;
  readonly Version: string;
  readonly MemorySize: number;
  readonly createdAt: Instant;
  /** In time order; each begins where the one before it ends. */
  readonly segments: readonly Segment[];
  readonly resets: readonly { readonly at: Instant; readonly why: EnvironmentReset["why"] }[];
  /** Absent where the environment still stands at the trace's end. */
  readonly end?: { readonly at: Instant; readonly why: EnvironmentShutdown["why"] };
}

export type Segment = { readonly from: Instant; readonly to: Instant } & (
  | { readonly kind: "init"; readonly part: InitPart["part"] /** The part in which Init failed. */; readonly failed?: "error" | "timeout" }
  /** Init once more, within the invocation that follows; its time counts as that invocation's duration. */
  | { readonly kind: "suppressed-init"; readonly status: InitEnded["status"] }
  /** Of no length where a suppressed init took all of the invocation. */
  | { readonly kind: "invoke"; readonly requestId: string; readonly coldStart: boolean; readonly status: InvokeEnded["status"] }
  | { readonly kind: "idle" }
);

/** In the order of creation. */
export function environmentRows(trace: Trace): readonly EnvironmentRow[] {
  const rows = new Map<string, Row>();
  for (const event of trace.events) {
    if (event.type === "environment-created") rows.set(event.environment, newRow(event));
    else if ("environment" in event && event.environment !== undefined) add(rowOf(rows, event.environment), event);
  }
  return [...rows.values()].map((row) => finished(row, trace.endsAt));
}

type WithEnvironment = Extract<Trace["events"][number], { readonly environment?: string }>;

interface Row {
  readonly created: EnvironmentCreated;
  readonly segments: Segment[];
  readonly resets: { readonly at: Instant; readonly why: EnvironmentReset["why"] }[];
  suppressedInit: Instant | undefined;
  invoke: { readonly from: Instant; readonly coldStart: boolean } | undefined;
  end: EnvironmentRow["end"];
}

function newRow(created: EnvironmentCreated): Row {
  return { created, segments: [], resets: [], suppressedInit: undefined, invoke: undefined, end: undefined };
}

function rowOf(rows: ReadonlyMap<string, Row>, environment: string): Row {
  const row = rows.get(environment);
  if (row === undefined) throw new Error(`environmentRows: environment ${environment} was never created`);
  return row;
}

function add(row: Row, event: WithEnvironment): void {
  switch (event.type) {
    case "init-part":
      // The parts of a suppressed init are one segment.
      if (row.suppressedInit === undefined) addInitPart(row, event);
      break;
    case "init-started":
      if (event.phase === "invoke") row.suppressedInit = event.at;
      break;
    case "init-ended":
      if (event.phase === "invoke") addSuppressedInit(row, event);
      else if (event.status !== "success") failInit(row, event.at, event.status);
      break;
    case "invoke-started":
      row.invoke = { from: event.at, coldStart: event.coldStart };
      break;
    case "invoke-ended":
      addInvoke(row, event);
      break;
    case "environment-reset":
      row.resets.push({ at: event.at, why: event.why });
      break;
    case "environment-shutdown":
      row.end = { at: event.at, why: event.why };
      break;
  }
}

function addInitPart(row: Row, { at, part, duration }: InitPart): void {
  row.segments.push({ kind: "init", part, from: at, to: at + duration });
}

function addSuppressedInit(row: Row, { at, status }: InitEnded): void {
  row.segments.push({ kind: "suppressed-init", status, from: row.suppressedInit ?? at, to: at });
  row.suppressedInit = undefined;
}

/** Init ended inside a part: that part is cut off there, or, where it was not told of, is the time since the last one. */
function failInit(row: Row, at: Instant, failed: "error" | "timeout"): void {
  while ((row.segments.at(-1)?.from ?? at) > at) row.segments.pop();
  const last = row.segments.at(-1);
  if (last?.kind === "init" && last.part !== "environment" && last.to > at - NO_TIME)
    row.segments.splice(-1, 1, { ...last, to: at, failed });
  else row.segments.push({ kind: "init", part: "code", failed, from: last?.to ?? at, to: at });
}

function addInvoke(row: Row, { at, requestId, status }: InvokeEnded): void {
  const { from, coldStart } = row.invoke ?? { from: at, coldStart: false };
  row.segments.push({ kind: "invoke", requestId, coldStart, status, from: Math.max(from, row.segments.at(-1)?.to ?? from), to: at });
  row.invoke = undefined;
}

function finished({ created, segments, resets, end }: Row, traceEnd: Instant): EnvironmentRow {
  const { environment, FunctionName, Version, MemorySize, at } = created;
  return {
    environment,
    FunctionName,
    Version,
    MemorySize,
    createdAt: at,
    segments: withIdle(segments, at, end?.at ?? traceEnd),
    resets,
    ...(end !== undefined && { end }),
  };
}

/** An instant of today is a number near 2^41 ms, whose last bit is a quarter of a microsecond: less than one is no time. */
const NO_TIME = 0.001;

/** Between its segments an environment is idle. */
function withIdle(segments: readonly Segment[], from: Instant, to: Instant): Segment[] {
  const row: Segment[] = [];
  let clock = from;
  for (const segment of segments) {
    const gap = segment.from - clock;
    if (gap > NO_TIME) row.push({ kind: "idle", from: clock, to: segment.from });
    row.push(gap > NO_TIME ? segment : { ...segment, from: clock, to: Math.max(clock, segment.to) });
    clock = row.at(-1)?.to ?? clock;
  }
  if (to - clock > NO_TIME) row.push({ kind: "idle", from: clock, to });
  return row;
}
