/** What a bill is made of, per function: a fold over the trace. Prices are elsewhere. */
import type { Millis } from "../time/instant.ts";
import type { Trace } from "./events.ts";

export interface Usage {
  readonly FunctionName: string;
  /** Invocations that ran, whatever became of them. Lambda counts one each time a function starts: not for throttles. */
  readonly requests: number;
  readonly billedDuration: Millis;
  /** Billed duration × memory: whole numbers, exact up to 2^53 (a million invocations of 10,240 MB and 15 minutes almost). */
  readonly megabyteMilliseconds: number;
  readonly logEvents: number;
  /** Each event's UTF-8 plus 26: how the CloudWatch Logs API PutLogEvents measures what it takes in. */
  readonly logBytes: number;
}

/** CloudWatch Logs API, PutLogEvents, read 2026-11: "the sum of all event messages in UTF-8, plus 26 bytes for each log event". */
const LOG_EVENT_OVERHEAD = 26;

/** The unit of Lambda's price for duration. 1 GB is 1,024 MB there. */
export function gigabyteSeconds(usage: Pick<Usage, "megabyteMilliseconds">): number {
  return usage.megabyteMilliseconds / (1024 * 1000);
}

type Draft = { -readonly [Key in keyof Usage]: Usage[Key] };

/** One entry per function that had an environment, in the order of their first ones. */
export function usageByFunction(trace: Trace): readonly Usage[] {
  const byEnvironment = new Map<string, Draft>();
  const usages = new Map<string, Draft>();
  const encoder = new TextEncoder();
  const usageIn = (environment: string) => {
    const usage = byEnvironment.get(environment);
    if (usage === undefined) throw new Error(`usageByFunction: environment ${environment} was never created`);
    return usage;
  };
  for (const event of trace.events) {
    if (event.type === "environment-created") {
      const usage = usages.get(event.FunctionName) ?? nothing(event.FunctionName);
      usages.set(event.FunctionName, usage);
      byEnvironment.set(event.environment, usage);
    }
    if (event.type === "invoke-ended") {
      const usage = usageIn(event.environment);
      usage.requests += 1;
      usage.billedDuration += event.billedDuration;
      usage.megabyteMilliseconds += event.billedDuration * event.memorySizeMB;
    }
    if (event.type === "log") {
      const usage = usageIn(event.environment);
      usage.logEvents += 1;
      usage.logBytes += encoder.encode(event.message).length + LOG_EVENT_OVERHEAD;
    }
  }
  return [...usages.values()];
}

function nothing(FunctionName: string): Draft {
  return { FunctionName, requests: 0, billedDuration: 0, megabyteMilliseconds: 0, logEvents: 0, logBytes: 0 };
}
