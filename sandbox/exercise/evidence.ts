/** What conditions are judged on. */
import type { Files, Scenario } from "../scenario.ts";
import type { Trace } from "../trace/events.ts";
import { type Call, callsOf, type LogLine, logLines } from "./calls.ts";

export interface Evidence {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly calls: readonly Call[];
  readonly lines: readonly LogLine[];
  readonly files: Files;
  /** The starter's run of the same stimuli, where a condition compares with it. */
  readonly starter: Evidence | undefined;
}

/** Of a run with one function. */
export function evidenceOf(scenario: Scenario, trace: Trace, starter?: Evidence): Evidence {
  return {
    scenario,
    trace,
    calls: callsOf(scenario, trace),
    lines: logLines(trace),
    files: scenario.functions[0]?.files ?? {},
    starter,
  };
}
