/** Conditions on how an invocation ended. */
import type { Call } from "./calls.ts";
import type { OutcomeKind, OutcomeTest } from "./condition.ts";
import { type Finding, mustBe } from "./finding.ts";
import { withParticle } from "./particle.ts";
import { matchesText } from "./text-test.ts";
import { callName, judgedCalls } from "./which-calls.ts";

export function outcomeFinding(test: OutcomeTest, calls: readonly Call[]): Finding {
  return judgedCalls(calls, test.invocation ?? "every", (call) => judge(test, call));
}

function judge(test: OutcomeTest, call: Call): Finding {
  const seen = `${withParticle(callName(call), "은")} ${endText(call)}.`;
  const findings: Finding[] = [
    ...(test.is !== undefined ? [{ holds: call.outcome === test.is, seen, ...MUST_END[test.is] }] : []),
    ...(test.statusCode !== undefined ? [statusFinding(call, test.statusCode)] : []),
    ...(test.errorType !== undefined
      ? [{ holds: call.errorType === test.errorType, seen, ...mustBe(`오류 이름이 \`${test.errorType}\`인 결과`) }]
      : []),
    ...(test.errorMessage !== undefined ? [messageFinding(call, seen, test.errorMessage)] : []),
  ];
  const [first] = findings;
  if (first === undefined) throw new Error("outcomeFinding: a condition on an outcome that asks nothing");
  return findings.find((finding) => !finding.holds) ?? first;
}

function statusFinding(call: Call, statusCode: number): Finding {
  const seen = `${callName(call)}의 상태 코드는 ${call.statusCode}입니다.`;
  return { holds: call.statusCode === statusCode, seen, ...mustBe(String(statusCode)) };
}

function messageFinding(call: Call, seen: string, test: NonNullable<OutcomeTest["errorMessage"]>): Finding {
  const clause = test.matching === undefined ? `‘${test.containing}’ 문구가 든` : `\`/${test.matching}/\` 꼴의`;
  return { holds: call.errorMessage !== undefined && matchesText(test, call.errorMessage), seen, ...mustBe(`${clause} 오류`) };
}

function endText({ outcome, errorType, errorMessage }: Call): string {
  const error = errorMessage === undefined ? "" : `(\`${errorType}: ${errorMessage}\`)`;
  switch (outcome) {
    case "success":
      return "성공했습니다";
    case "error":
      return `오류로 끝났습니다${error}`;
    case "timeout":
      return "타임아웃으로 끝났습니다";
    case "out of memory":
      return "메모리 부족으로 끝났습니다";
    case "crash":
      return `런타임이 종료돼 끝났습니다${error}`;
    case "throttled":
      return "스로틀링에 걸렸습니다";
    case "refused":
      return `Lambda가 거절했습니다${error}`;
  }
}

const MUST_END: Readonly<Record<OutcomeKind, Pick<Finding, "expected" | "unexpected">>> = {
  success: { expected: "성공해야 합니다.", unexpected: "성공하지 않아야 합니다." },
  error: { expected: "오류로 끝나야 합니다.", unexpected: "오류로 끝나지 않아야 합니다." },
  timeout: { expected: "타임아웃이 나야 합니다.", unexpected: "타임아웃이 나지 않아야 합니다." },
  "out of memory": { expected: "메모리가 모자라야 합니다.", unexpected: "메모리가 모자라지 않아야 합니다." },
  crash: { expected: "런타임이 종료돼야 합니다.", unexpected: "런타임이 종료되지 않아야 합니다." },
  throttled: { expected: "스로틀링에 걸려야 합니다.", unexpected: "스로틀링에 걸리지 않아야 합니다." },
  refused: { expected: "Lambda가 거절해야 합니다.", unexpected: "Lambda가 거절하지 않아야 합니다." },
};
