/** Conditions on what a run took: time, memory, bill. */
import { gigabyteSeconds, usageByFunction } from "../trace/usage.ts";
import type { Call } from "./calls.ts";
import type { Bounds, Measured, Which } from "./condition.ts";
import type { Evidence } from "./evidence.ts";
import { type Finding, MUST_EXIST, mustBe } from "./finding.ts";
import { decimal } from "./korean-numbers.ts";
import { withParticle } from "./particle.ts";
import { callName, callsNamed, judgedEach, noSuchCall } from "./which-calls.ts";

export type CallMeasure = "duration" | "billedDuration" | "initDuration" | "maxMemoryUsed" | "remainingTime";
export type RunMeasure = "gigabyteSeconds" | "logBytes";

interface Kind {
  readonly name: string;
  readonly text: (value: number) => string;
}

const ms = (value: number) => `${decimal(value, 2)}ms`;

const CALL_MEASURES: Readonly<Record<CallMeasure, Kind & { readonly default: Which | "sum" }>> = {
  duration: { name: "실행 시간", text: ms, default: "every" },
  billedDuration: { name: "청구 시간", text: ms, default: "sum" },
  initDuration: { name: "`Init Duration` 값", text: ms, default: "every" },
  maxMemoryUsed: { name: "최대 메모리 사용량", text: (value) => `${decimal(value, 0)}MB`, default: "every" },
  remainingTime: { name: "타임아웃까지 남은 시간", text: ms, default: "every" },
};

const RUN_MEASURES: Readonly<Record<RunMeasure, Kind & { readonly of: (evidence: Evidence) => number }>> = {
  gigabyteSeconds: {
    name: "사용량",
    text: (value) => `${decimal(value, 6)}GB-초`,
    of: ({ trace }) => usageByFunction(trace).reduce((sum, usage) => sum + gigabyteSeconds(usage), 0),
  },
  logBytes: {
    name: "로그의 크기",
    text: (value) => `${decimal(value, 0)}바이트`,
    of: ({ trace }) => usageByFunction(trace).reduce((sum, usage) => sum + usage.logBytes, 0),
  },
};

export function callMeasureFinding(measure: CallMeasure, test: Measured, evidence: Evidence): Finding {
  const kind = CALL_MEASURES[measure];
  const which = test.invocation ?? kind.default;
  const reference = starterValue(evidence, ({ calls }) => callReference(calls, measure, which));
  if (which === "sum") {
    const sum = sumOf(evidence.calls, measure);
    return boundsFinding(`${kind.name}의 합`, sum, test, kind, reference);
  }
  const named = callsNamed(evidence.calls, which);
  if (named.length === 0) return noSuchCall(evidence.calls, which);
  const measured = named.filter((call) => call[measure] !== undefined);
  if (measured.length === 0) return { holds: false, seen: `${withParticle(kind.name, "이")} 있는 호출이 없습니다.`, ...MUST_EXIST };
  return judgedEach(measured, which, (call) =>
    boundsFinding(`${callName(call)}의 ${kind.name}`, call[measure] ?? 0, test, kind, reference),
  );
}

export function runMeasureFinding(measure: RunMeasure, test: Bounds, evidence: Evidence): Finding {
  const kind = RUN_MEASURES[measure];
  return boundsFinding(kind.name, kind.of(evidence), test, kind, starterValue(evidence, kind.of));
}

/** What a condition's value is, for questions that ask for it. */
export function measureOf(measure: CallMeasure | RunMeasure, which: Which | "sum", evidence: Evidence): number | undefined {
  if (measure === "gigabyteSeconds" || measure === "logBytes") return RUN_MEASURES[measure].of(evidence);
  if (which === "sum") return sumOf(evidence.calls, measure);
  return callsNamed(evidence.calls, which)[0]?.[measure];
}

const sumOf = (calls: readonly Call[], measure: CallMeasure) => calls.reduce((sum, call) => sum + (call[measure] ?? 0), 0);

/** Of the starter: the sum, or the greatest of the calls that are meant. */
function callReference(calls: readonly Call[], measure: CallMeasure, which: Which | "sum"): number | undefined {
  if (which === "sum") return sumOf(calls, measure);
  const values = callsNamed(calls, which).flatMap((call) => call[measure] ?? []);
  return values.length === 0 ? undefined : Math.max(...values);
}

function starterValue({ starter }: Evidence, of: (evidence: Evidence) => number | undefined): number | undefined {
  return starter === undefined ? undefined : of(starter);
}

function boundsFinding(subject: string, value: number, bounds: Bounds, kind: Kind, reference: number | undefined): Finding {
  const { atLeast, atMost, atMostOfStarter } = bounds;
  const phrases: string[] = [];
  let holds = true;
  if (atLeast !== undefined) {
    holds &&= value >= atLeast;
    phrases.push(`${kind.text(atLeast)} 이상`);
  }
  if (atMost !== undefined) {
    holds &&= value <= atMost;
    phrases.push(`${kind.text(atMost)} 이하`);
  }
  if (atMostOfStarter !== undefined) {
    if (reference === undefined) throw new Error("boundsFinding: a comparison with the starter needs the starter's run");
    const limit = (reference * atMostOfStarter) / 100;
    holds &&= value <= limit;
    phrases.push(`처음 코드 ${kind.text(reference)}의 ${decimal(atMostOfStarter, 1)}%인 ${kind.text(limit)} 이하`);
  }
  return { holds, seen: `${withParticle(subject, "은")} ${kind.text(value)}입니다.`, ...mustBe(phrases.join(" ")) };
}
