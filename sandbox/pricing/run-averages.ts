/** What a run measured of each function, as fields of a form: “from a run” in the calculator. A fold over the trace. */
import type { InvokeEnded, Trace } from "../trace/events.ts";
import { usageByFunction } from "../trace/usage.ts";
import { fixed } from "./amount-text.ts";
import { exactly, type Fraction, NOTHING, quotient, sum } from "./fraction.ts";
import { RANGES, type UsageForm } from "./usage-form.ts";

export interface RunAverages {
  readonly FunctionName: string;
  readonly fields: Pick<UsageForm, "requests" | "memoryMB" | "durationMs" | "coldRate" | "initMs">;
  /** Rounded to whole bytes: × requests ÷ 1,024³ is a form's logGB. Of all its invocations, at any memory size. */
  readonly logBytesPerRequest: number;
}

/** One entry per function that was invoked. Where its memory was changed between, the invocations at its last size count. */
export function runAverages(trace: Trace): readonly RunAverages[] {
  const reports = reportsByFunction(trace);
  return usageByFunction(trace).flatMap(({ FunctionName, logBytes }) => {
    const all = reports.get(FunctionName) ?? [];
    const memoryMB = all.at(-1)?.memorySizeMB;
    if (memoryMB === undefined) return [];
    const counted = all.filter(({ memorySizeMB }) => memorySizeMB === memoryMB);
    return [{ FunctionName, fields: fieldsOf(counted, memoryMB), logBytesPerRequest: Math.round(logBytes / all.length) }];
  });
}

function fieldsOf(reports: readonly InvokeEnded[], memoryMB: number): RunAverages["fields"] {
  const inits = reports.flatMap(({ initDuration }) => (initDuration === undefined ? [] : [initDuration]));
  return {
    requests: reports.length,
    memoryMB,
    durationMs: average(reports.map(({ duration }) => duration)),
    coldRate: Number(fixed(quotient(inits.length, reports.length), RANGES.coldRate.decimals)),
    initMs: average(inits),
  };
}

/** Of durations as REPORT prints them, with two decimals; 0 of none. */
function average(durations: readonly number[]): number {
  if (durations.length === 0) return 0;
  const total: Fraction = sum(NOTHING, ...durations.map((duration) => exactly(duration.toFixed(2))));
  return Number(fixed(quotient(total, durations.length), 2));
}

function reportsByFunction(trace: Trace): ReadonlyMap<string, readonly InvokeEnded[]> {
  const functionOf = new Map<string, string>();
  const reports = new Map<string, InvokeEnded[]>();
  for (const event of trace.events) {
    if (event.type === "environment-created") functionOf.set(event.environment, event.FunctionName);
    if (event.type !== "invoke-ended") continue;
    const name = functionOf.get(event.environment);
    if (name === undefined) throw new Error(`runAverages: environment ${event.environment} was never created`);
    const known = reports.get(name);
    if (known === undefined) reports.set(name, [event]);
    else known.push(event);
  }
  return reports;
}
