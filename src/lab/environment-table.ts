/** The environments' lanes as rows of a table, in the order of time: what the drawing shows, for those who read rather than look. */
import type { EnvironmentRow, EnvironmentShutdown, Instant, InvokeEnded, Millis, Segment, Trace } from "../../sandbox/index.ts";

/** More environments than this are not shown one by one: the first of them, and how many there are. */
export const MOST_LANES = 24;

export type TableRow = { readonly at: Instant } & (
  | {
      readonly kind: "call";
      readonly environment: string;
      readonly coldStart: boolean;
      /** Before Init, and in no duration that AWS reports. */
      readonly creation: Millis | undefined;
      readonly init: Millis | undefined;
      /** Absent where Init never came to an invocation. */
      readonly invoke: Millis | undefined;
      readonly end: InvokeEnded["status"] | "init failed";
      /** The environment's process starts anew because of this call. */
      readonly isReset: boolean;
    }
  /** Refused with 429: no environment was involved. */
  | { readonly kind: "throttle" }
  | { readonly kind: "shutdown"; readonly environment: string; readonly why: EnvironmentShutdown["why"] }
);

export function environmentTable(rows: readonly EnvironmentRow[], trace: Trace): readonly TableRow[] {
  const throttles = throttlesIn(trace)
    .slice(0, MOST_THROTTLES)
    .map((at): TableRow => ({ kind: "throttle", at }));
  return [...rows.flatMap(rowsOf), ...throttles].toSorted((a, b) => a.at - b.at);
}

/** The lane's words tell how many there were. */
const MOST_THROTTLES = 50;

/** When requests were refused because no more environments may run at once. */
export function throttlesIn({ events }: Trace): readonly Instant[] {
  return events.flatMap((event) =>
    event.type === "invocation-responded" && event.errorCode === "TooManyRequestsException" ? [event.at] : [],
  );
}

function rowsOf({ environment, segments, resets, end }: EnvironmentRow): TableRow[] {
  const rows: TableRow[] = [];
  const isResetAt = (from: Instant, to: Instant) => resets.some(({ at }) => at > from && at <= to);
  let before: Segment[] = [];
  const close = (last: Segment, invoke: Millis | undefined, how: InvokeEnded["status"] | "init failed", coldStart: boolean) => {
    const at = before[0]?.from ?? last.from;
    rows.push({
      kind: "call",
      at,
      environment,
      coldStart,
      creation: sum(before.filter((segment) => segment.kind === "init" && segment.part === "environment")),
      init: sum(
        before.filter((segment) => segment.kind === "suppressed-init" || (segment.kind === "init" && segment.part !== "environment")),
      ),
      invoke,
      end: how,
      isReset: isResetAt(at, last.to),
    });
    before = [];
  };
  for (const segment of segments) {
    if (segment.kind === "idle") continue;
    if (segment.kind === "invoke") close(segment, segment.to - segment.from, segment.status, segment.coldStart);
    else before.push(segment);
  }
  const last = before.at(-1);
  if (last !== undefined) close(last, undefined, "init failed", true);
  if (end !== undefined) rows.push({ kind: "shutdown", at: end.at, environment, why: end.why });
  return rows;
}

/** Undefined where there is none. */
function sum(segments: readonly Segment[]): Millis | undefined {
  return segments.length === 0 ? undefined : segments.reduce((total, { from, to }) => total + to - from, 0);
}
