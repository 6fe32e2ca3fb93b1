/** Conditions on the lines of the log. */
import type { LogLine } from "./calls.ts";
import type { LogTest } from "./condition.ts";
import { AT_LEAST_ONE, countFinding, type Finding } from "./finding.ts";
import { firstDifference } from "./json-value.ts";
import { ordinal } from "./korean-numbers.ts";
import { matchesText, textClause } from "./text-test.ts";
import { valueText } from "./value-text.ts";

export function logFinding(test: LogTest, lines: readonly LogLine[]): Finding {
  return countFinding(subjectOf(test), linesFor(test, lines).length, test.count ?? AT_LEAST_ONE, "줄");
}

export function linesFor(test: LogTest, lines: readonly LogLine[]): readonly LogLine[] {
  const { invocation, during, source = "function", level, json } = test;
  return lines.filter(
    (line) =>
      line.source === source &&
      (invocation === undefined || line.call === invocation) &&
      (during === undefined || line.during === during) &&
      (level === undefined || line.level === level) &&
      matchesText(test, line.text) &&
      (json === undefined || firstDifference(parsed(line.text), json, true) === undefined),
  );
}

/** `두 번째 호출의 ‘연결’ 문구가 든 함수 로그`. */
function subjectOf(test: LogTest): string {
  const { invocation, during, source = "function", level, json } = test;
  return [
    invocation !== undefined && `${ordinal(invocation)} 호출의`,
    during !== undefined && (during === "init" ? "초기화 단계의" : "호출 단계의"),
    textClause(test),
    json !== undefined && `${valueText(json)} 값이 든`,
    level !== undefined && `${level} 레벨의`,
    source === "function" ? "함수 로그" : "플랫폼 로그",
  ]
    .filter(Boolean)
    .join(" ");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A line that is no JSON has no keys.
    return undefined;
  }
}
