/** Conditions on what an invocation returned. */
import type { Call } from "./calls.ts";
import type { ResultTest } from "./condition.ts";
import { type Finding, mustBe } from "./finding.ts";
import { type Difference, firstDifference, pathOf, valueAt } from "./json-value.ts";
import { ordinal } from "./korean-numbers.ts";
import { withParticle } from "./particle.ts";
import { matchesText } from "./text-test.ts";
import { namedValue, TYPE_NAMES, typeOf, valueText } from "./value-text.ts";
import { callName, judgedCalls } from "./which-calls.ts";

export function resultFinding(test: ResultTest, calls: readonly Call[]): Finding {
  return judgedCalls(calls, test.invocation ?? "every", (call) => judge(test, call, calls));
}

function judge(test: ResultTest, call: Call, calls: readonly Call[]): Finding {
  if (call.outcome !== "success") {
    const reason = call.errorMessage === undefined ? "" : `(\`${call.errorType}: ${call.errorMessage}\`)`;
    const seen = `${withParticle(callName(call), "은")} 값을 반환하지 못했습니다${reason}.`;
    return { holds: false, seen, expected: "값을 반환해야 합니다.", unexpected: "값을 반환하지 않아야 합니다." };
  }
  const value = valueAt(call.value, test.at ?? "");
  const findings = [
    ...(test.equals !== undefined ? [differenceFinding(call, test, firstDifference(value, test.equals, false), value)] : []),
    ...(test.includes !== undefined ? [differenceFinding(call, test, firstDifference(value, test.includes, true), value)] : []),
    ...(test.type !== undefined ? [typeFinding(call, test, value, test.type)] : []),
    ...(test.containing !== undefined || test.matching !== undefined ? [textFinding(call, test, value)] : []),
    ...(test.sameAs !== undefined ? [sameFinding(call, test, value, calls[test.sameAs - 1], test.sameAs)] : []),
  ];
  const [first = seenOnly(call, test, value)] = findings;
  return findings.find((finding) => !finding.holds) ?? first;
}

/** Nothing is asked but that there is a value at that place. */
function seenOnly(call: Call, { at = "" }: ResultTest, value: unknown): Finding {
  const holds = value !== undefined;
  return { holds, seen: seenText(call, at, value), expected: "있어야 합니다.", unexpected: "없어야 합니다." };
}

function differenceFinding(call: Call, test: ResultTest, difference: Difference | undefined, value: unknown): Finding {
  const wish = test.equals ?? test.includes ?? null;
  if (difference === undefined) return { holds: true, seen: seenText(call, test.at ?? "", value), ...mustBe(namedValue(wish)) };
  const at = [test.at ?? "", difference.at].filter((part) => part !== "").join(".");
  const seen = seenText(call, at, difference.seen);
  if (difference.expected === undefined) return { holds: false, seen, expected: "없어야 합니다.", unexpected: "있어야 합니다." };
  return { holds: false, seen, ...mustBe(namedValue(JSON.parse(JSON.stringify(difference.expected)))) };
}

function typeFinding(call: Call, { at = "" }: ResultTest, value: unknown, type: keyof typeof TYPE_NAMES): Finding {
  const holds = typeOf(value) === type;
  const seen = seenText(call, at, value);
  if (type === "missing") return { holds, seen, expected: "없어야 합니다.", unexpected: "있어야 합니다." };
  return { holds, seen, ...mustBe(TYPE_NAMES[type]) };
}

function textFinding(call: Call, test: ResultTest, value: unknown): Finding {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const clause = test.matching === undefined ? `‘${test.containing}’ 문구가 들어` : `\`/${test.matching}/\` 꼴에 맞는 글자가 들어`;
  return {
    holds: value !== undefined && matchesText(test, text),
    seen: seenText(call, test.at ?? "", value),
    expected: `${clause} 있어야 합니다.`,
    unexpected: `${clause} 있지 않아야 합니다.`,
  };
}

function sameFinding(call: Call, { at = "" }: ResultTest, value: unknown, other: Call | undefined, number: number): Finding {
  const wish = valueAt(other?.value, at);
  const text = `${ordinal(number)} 호출의 값(${valueText(wish)})과`;
  return {
    holds: wish !== undefined && JSON.stringify(value) === JSON.stringify(wish),
    seen: seenText(call, at, value),
    expected: `${text} 같아야 합니다.`,
    unexpected: `${text} 달라야 합니다.`,
  };
}

function seenText(call: Call, at: string, value: unknown): string {
  const name = callName(call);
  const isWhole = pathOf(at).length === 0;
  if (isWhole && value === null) return `${name}에서 핸들러가 값을 반환하지 않았습니다(\`null\`).`;
  if (isWhole) return `${name}의 결과는 ${valueText(value)}입니다.`;
  if (value === undefined) return `${name}의 결과에 \`${at}\` 값이 없습니다.`;
  return `${name}의 결과에서 \`${at}\` 값은 ${valueText(value)}입니다.`;
}
