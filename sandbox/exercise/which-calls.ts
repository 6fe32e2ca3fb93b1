/** The invocations that a condition is about, and what all or some of them come to. */
import type { Call } from "./calls.ts";
import type { Which } from "./condition.ts";
import { type Finding, MUST_EXIST } from "./finding.ts";
import { counted, ordinal } from "./korean-numbers.ts";

/** `두 번째 호출`. */
export const callName = (call: Call): string => `${ordinal(call.number)} 호출`;

export function callsNamed(calls: readonly Call[], which: Which | "sum"): readonly Call[] {
  if (typeof which === "number") return calls.slice(which - 1, which);
  if (which === "last") return calls.slice(-1);
  if (which === "cold") return calls.filter((call) => call.coldStart);
  // A throttled or refused call reached no environment: it is neither cold nor warm.
  if (which === "warm") return calls.filter((call) => !call.coldStart && call.duration !== undefined);
  return calls;
}

/** Each of them must pass; for `some`, one. The finding is of the first that decides it. */
export function judgedCalls(calls: readonly Call[], which: Which, judge: (call: Call) => Finding): Finding {
  const named = callsNamed(calls, which);
  return named.length === 0 ? noSuchCall(calls, which) : judgedEach(named, which, judge);
}

/** The same of calls that are named already, at least one. */
export function judgedEach(named: readonly Call[], which: Which, judge: (call: Call) => Finding): Finding {
  const findings = named.map(judge);
  const [first] = findings;
  if (first === undefined) throw new Error("judgedEach: no calls to judge");
  if (which !== "some") return findings.find((finding) => !finding.holds) ?? first;
  return findings.find((finding) => finding.holds) ?? { ...first, seen: firstFew(findings), expected: `어느 호출에서는 ${first.expected}` };
}

const FEW = 3;

function firstFew(findings: readonly Finding[]): string {
  const rest = findings.length - FEW;
  const seen = findings.slice(0, FEW).map((finding) => finding.seen);
  return [...seen, ...(rest > 0 ? [`나머지 호출 ${counted(rest, "번")}도 다르지 않습니다.`] : [])].join(" ");
}

export function noSuchCall(calls: readonly Call[], which: Which | "sum"): Finding {
  if (which === "cold" || which === "warm") {
    return { holds: false, seen: `${which === "cold" ? "콜드" : "웜"} 스타트가 없습니다.`, ...MUST_EXIST };
  }
  if (calls.length === 0) return { holds: false, seen: "호출이 없습니다.", ...MUST_EXIST };
  const name = typeof which === "number" ? `${ordinal(which)} 호출이` : "그런 호출이";
  return { holds: false, seen: `호출은 모두 ${counted(calls.length, "번")}이라 ${name} 없습니다.`, ...MUST_EXIST };
}
