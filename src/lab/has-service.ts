/** Whether a trace has more to show than environments, answers and logs: what draws that comes in a chunk of its own. */
import type { Trace, TraceEvent } from "../../sandbox/index.ts";
import { MOST_LANES } from "./environment-table.ts";

/** So many calls are shown as metrics too. */
export const MANY_CALLS = 30;

export function hasService({ events }: Trace): boolean {
  const howMany = (type: TraceEvent["type"]) => events.reduce((count, event) => count + (event.type === type ? 1 : 0), 0);
  return (
    events.some(({ type }) => !OF_CALLS.has(type)) || howMany("invoke-ended") >= MANY_CALLS || howMany("environment-created") > MOST_LANES
  );
}

/** What every trace of calls to a function consists of. */
const OF_CALLS: ReadonlySet<TraceEvent["type"]> = new Set([
  "invocation-requested",
  "response-chunk",
  "invocation-responded",
  "environment-created",
  "init-started",
  "init-part",
  "init-ended",
  "invoke-started",
  "invoke-ended",
  "log",
  "http-requested",
  "http-responded",
  "environment-reset",
  "environment-shutdown",
  "function-updated",
  "simplified",
]);
