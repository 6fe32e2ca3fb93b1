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

/** One entry per function that had an environment, in the order of their first ones. */
export function usageByFunction(trace: Trace): readonly Usage[] {
  const functionOf = new Map<string, string>();
  const usages = new Map<string, Usage>();
  const add = (environment: string, change: (usage: Usage) => Partial<Usage>) => {
    const usage = usages.get(functionOf.get(environment) ?? "");
    if (usage === undefined) throw new Error(`usageByFunction: environment ${environment} was never created`);
    usages.set(usage.FunctionName, { ...usage, ...change(usage) });
  };
  for (const event of trace.events) {
    if (event.type === "environment-created") {
      functionOf.set(event.environment, event.FunctionName);
      if (!usages.has(event.FunctionName)) usages.set(event.FunctionName, nothing(event.FunctionName));
    }
    if (event.type === "invoke-ended") {
      add(event.environment, (usage) => ({
        requests: usage.requests + 1,
        billedDuration: usage.billedDuration + event.billedDuration,
        megabyteMilliseconds: usage.megabyteMilliseconds + event.billedDuration * event.memorySizeMB,
      }));
    }
    if (event.type === "log") {
      const bytes = new TextEncoder().encode(event.message).length + LOG_EVENT_OVERHEAD;
      add(event.environment, (usage) => ({ logEvents: usage.logEvents + 1, logBytes: usage.logBytes + bytes }));
    }
  }
  return [...usages.values()];
}

function nothing(FunctionName: string): Usage {
  return { FunctionName, requests: 0, billedDuration: 0, megabyteMilliseconds: 0, logEvents: 0, logBytes: 0 };
}
