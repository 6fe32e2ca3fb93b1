/** Compares what a case expects with what was observed; each difference is a sentence. */
import { type Expected, type HostileCase, works } from "./case.ts";
import type { Observed, ObservedInvocation } from "./observe.ts";

export function judge(hostile: HostileCase, { invocations }: Observed): readonly string[] {
  const [first, second] = invocations;
  if (first === undefined || second === undefined) return ["two invocations were expected"];
  return [
    ...differences("the invocation", hostile.expected, first),
    ...differences("the next invocation", hostile.then ?? works, second),
    ...(first.environment === second.environment
      ? []
      : [`the next invocation ran in environment ${second.environment}, not ${first.environment}`]),
  ];
}

function differences(which: string, expected: Expected, observed: ObservedInvocation): string[] {
  const found: string[] = [];
  const differs = (what: string, wanted: unknown, got: unknown) => found.push(`${which}: ${what} is ${show(got)}, not ${show(wanted)}`);
  if (observed.status !== expected.status) differs("status", expected.status, observed.status);
  if (observed.errorType !== expected.errorType && expected.status !== "timeout")
    differs("error type", expected.errorType, observed.errorType);
  if (expected.payload !== undefined && !matches(expected.payload, observed.payload))
    differs("payload", expected.payload, observed.payload);
  if (expected.duration !== undefined && observed.duration !== expected.duration) differs("duration", expected.duration, observed.duration);
  for (const pattern of expected.logs ?? []) if (!observed.logs.some((line) => pattern.test(line))) differs("log", pattern, observed.logs);
  for (const pattern of expected.noLogs ?? [])
    if (observed.logs.some((line) => pattern.test(line))) differs("log", `free of ${pattern}`, observed.logs);
  const short = observed.simplified.map(({ what }) => what);
  if (expected.simplified !== undefined && !short.includes(expected.simplified)) differs("short cut", expected.simplified, short);
  return found;
}

const matches = (wanted: string | RegExp, got: string) => (typeof wanted === "string" ? wanted === got : wanted.test(got));

const show = (value: unknown) => (value instanceof RegExp ? String(value) : JSON.stringify(value)?.slice(0, 600));
