/** Whether a condition holds for a run, and what was seen. */

import { withoutComments } from "./comments.ts";
import type { CodeTest, Condition, EnvironmentTest, EventTest } from "./condition.ts";
import { EVENT_NAMES } from "./event-names.ts";
import type { Evidence } from "./evidence.ts";
import { AT_LEAST_ONE, countFinding, type Finding, mustBe } from "./finding.ts";
import { httpFinding } from "./http-test.ts";
import { firstDifference } from "./json-value.ts";
import { isWithin, rangeText } from "./korean-numbers.ts";
import { logFinding } from "./log-test.ts";
import { callMeasureFinding, runMeasureFinding } from "./measures.ts";
import { metricFinding } from "./metric-test.ts";
import { outcomeFinding } from "./outcome-test.ts";
import { queueFinding } from "./queue-test.ts";
import { resultFinding } from "./result-test.ts";
import { settingFinding } from "./setting-test.ts";
import { occurrences, textClause } from "./text-test.ts";

export function holds(condition: Condition, evidence: Evidence): boolean {
  return judge(condition, evidence).every((finding) => finding.holds);
}

/** A finding for each thing that the condition asks; all of them must hold. */
export function judge(condition: Condition, evidence: Evidence): readonly Finding[] {
  const { trace, calls, lines } = evidence;
  const findings: Finding[] = [];
  if (condition.result) findings.push(resultFinding(condition.result, calls));
  if (condition.outcome) findings.push(outcomeFinding(condition.outcome, calls));
  if (condition.logs) findings.push(logFinding(condition.logs, lines));
  if (condition.environments) findings.push(...environmentFindings(condition.environments, evidence));
  for (const key of CALL_KEYS) {
    const test = condition[key];
    if (test) findings.push(callMeasureFinding(key, test, evidence));
  }
  for (const key of RUN_KEYS) {
    const test = condition[key];
    if (test) findings.push(runMeasureFinding(key, test, evidence));
  }
  if (condition.events) findings.push(eventFinding(condition.events, trace.events));
  if (condition.queue) findings.push(queueFinding(condition.queue, trace));
  if (condition.metric) findings.push(metricFinding(condition.metric, evidence));
  if (condition.http) findings.push(httpFinding(condition.http, trace));
  if (condition.code) findings.push(codeFinding(condition.code, evidence.files));
  if (condition.configuration) findings.push(...configurationFindings(condition.configuration, evidence));
  if (condition.setting) findings.push(settingFinding(condition.setting, evidence.scenario));
  if (condition.all) findings.push(...condition.all.flatMap((part) => judge(part, evidence)));
  if (condition.any) findings.push(anyFinding(condition.any.map((part) => judge(part, evidence))));
  if (condition.not) findings.push(notFinding(judge(condition.not, evidence)));
  return findings;
}

/** Whether it can be judged only beside the starter's run. */
export function comparesWithStarter(condition: Condition): boolean {
  const { all = [], any = [], not } = condition;
  const parts = [...all, ...any, ...(not === undefined ? [] : [not])];
  const measures = [...CALL_KEYS, ...RUN_KEYS].map((key) => condition[key]);
  return measures.some((bounds) => bounds?.atMostOfStarter !== undefined) || parts.some(comparesWithStarter);
}

const CALL_KEYS = ["duration", "billedDuration", "initDuration", "maxMemoryUsed", "remainingTime"] as const;
const RUN_KEYS = ["gigabyteSeconds", "logBytes"] as const;

const ENVIRONMENT_SUBJECTS = {
  created: ["만들어진 환경", "개"],
  coldStarts: ["콜드 스타트", "번"],
  warmStarts: ["웜 스타트", "번"],
  resets: ["환경이 다시 시작한 횟수", "번"],
} as const;

function environmentFindings(test: EnvironmentTest, evidence: Evidence): Finding[] {
  const counts = environmentCounts(evidence);
  return (["created", "coldStarts", "warmStarts", "resets"] as const).flatMap((key) => {
    const count = test[key];
    const [subject, counter] = ENVIRONMENT_SUBJECTS[key];
    return count === undefined ? [] : [countFinding(subject, counts[key], count, counter)];
  });
}

export function environmentCounts({ trace, calls }: Evidence): Readonly<Record<keyof EnvironmentTest, number>> {
  return {
    created: trace.events.filter((event) => event.type === "environment-created").length,
    coldStarts: calls.filter((call) => call.coldStart).length,
    warmStarts: calls.filter((call) => !call.coldStart && call.duration !== undefined).length,
    resets: trace.events.filter((event) => event.type === "environment-reset").length,
  };
}

export function matchingEvents({ type, where = {} }: EventTest, events: Evidence["trace"]["events"]) {
  return events.filter((event) => event.type === type && firstDifference(event, where, true) === undefined);
}

function eventFinding(test: EventTest, events: Evidence["trace"]["events"]): Finding {
  const subject = `${test.where === undefined ? "" : "조건에 맞는 "}${EVENT_NAMES[test.type]}`;
  return countFinding(subject, matchingEvents(test, events).length, test.count ?? AT_LEAST_ONE, "개");
}

function codeFinding(test: CodeTest, files: Evidence["files"]): Finding {
  const texts = Object.entries(files).flatMap(([path, text]) => (test.file === undefined || test.file === path ? [text] : []));
  const number = texts.reduce((sum, text) => sum + occurrences(test, withoutComments(text)), 0);
  const subject = `${test.file === undefined ? "코드" : `\`${test.file}\` 코드`}에 ${textClause(test)} 곳`;
  return countFinding(subject, number, test.count ?? AT_LEAST_ONE, "곳");
}

const CONFIGURATION_DEFAULTS = { MemorySize: 128, Timeout: 3 } as const;

function configurationFindings(test: NonNullable<Condition["configuration"]>, { scenario }: Evidence): Finding[] {
  return (["MemorySize", "Timeout"] as const).flatMap((key) => {
    const count = test[key];
    if (count === undefined) return [];
    const value = scenario.functions[0]?.[key] ?? CONFIGURATION_DEFAULTS[key];
    const text = (number: number) => `${number}${key === "MemorySize" ? "MB" : "초"}`;
    return [
      {
        holds: isWithin(value, count),
        seen: `${key === "MemorySize" ? "메모리는" : "타임아웃은"} ${text(value)}입니다.`,
        ...mustBe(rangeText(count, text)),
      },
    ];
  });
}

function anyFinding(branches: readonly (readonly Finding[])[]): Finding {
  const isMet = branches.some((findings) => findings.every((finding) => finding.holds));
  // Where one is met, it tells for all; where none is, each tells why it is not.
  const telling = branches.flatMap((findings) => findings.find((finding) => finding.holds === isMet) ?? []);
  const unique = (texts: readonly string[]) => [...new Set(texts)];
  return {
    holds: isMet,
    seen: unique(telling.map((finding) => finding.seen)).join(" "),
    expected: unique(telling.map((finding) => finding.expected)).join(" 아니면 "),
    unexpected: unique(telling.map((finding) => finding.unexpected)).join(" "),
  };
}

function notFinding(findings: readonly Finding[]): Finding {
  const [first] = findings;
  if (first === undefined) throw new Error("judge: `not` of a condition that asks nothing");
  return {
    holds: findings.some((finding) => !finding.holds),
    seen: first.seen,
    expected: first.unexpected,
    unexpected: first.expected,
  };
}
