import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { checkedWith } from "../../sandbox/exercise/author-schema.ts";
import type { Condition } from "../../sandbox/exercise/condition.ts";
import { condition as conditionSchema } from "../../sandbox/exercise/condition-schema.ts";
import type { Evidence } from "../../sandbox/exercise/evidence.ts";
import { comparesWithStarter, judge } from "../../sandbox/exercise/judge.ts";
import { richRun } from "./rich-run.ts";

let evidence: Evidence;

beforeAll(() => {
  evidence = richRun();
});

/** As an author writes it. */
function conditionOf(yaml: string): Condition {
  const checked = checkedWith(conditionSchema, parse(yaml));
  if ("problems" in checked) throw new Error(checked.problems.map(({ says }) => says).join("\n"));
  return checked.value;
}

/** What is answered to a reader; empty where the condition holds. */
function answers(yaml: string): string {
  const failing = judge(conditionOf(yaml), evidence).filter((finding) => !finding.holds);
  return failing.map(({ seen, expected }) => `${seen} ${expected}`).join(" | ");
}

test.each([
  "result: { invocation: 1, equals: { calls: 1, message: 안녕하세요, items: [{ name: 연필 }] } }",
  "result: { invocation: 2, at: calls, equals: 2 }",
  "result: { invocation: 1, at: 'items[0].name', equals: 연필 }",
  "result: { invocation: 1, includes: { items: [{ name: 연필 }] } }",
  "result: { invocation: 8, at: message, containing: 안녕 }",
  "result: { invocation: 8, at: message, matching: '^안녕..요$' }",
  "result: { invocation: 1, at: items, type: array }",
  "result: { invocation: 1, at: nothing, type: missing }",
  "result: { invocation: 6, at: calls, sameAs: 1 }",
  "result: { invocation: some, at: calls, equals: 2 }",
  "result: { invocation: cold, at: calls, equals: 1 }",
  "result: { invocation: last, at: calls, equals: 1 }",
  "outcome: { invocation: 2, is: success, statusCode: 200 }",
  "outcome: { invocation: 3, is: error, errorType: TypeError, errorMessage: { containing: 재고 } }",
  "outcome: { invocation: 4, is: timeout }",
  "outcome: { invocation: 5, is: crash }",
  "outcome: { invocation: 7, is: throttled, statusCode: 429, errorType: TooManyRequestsException }",
  "logs: { containing: 준비, during: init }",
  "logs: { invocation: 2, containing: 준비, count: 0 }",
  "logs: { level: WARN, count: 4 }",
  "logs: { matching: '^끝$', count: { atLeast: 2, atMost: 4 } }",
  "logs: { json: { orderId: 6 }, count: 1 }",
  "logs: { source: platform, containing: INIT_START, count: 2 }",
  "environments: { created: 2, coldStarts: 2, warmStarts: { atLeast: 3 }, resets: 2 }",
  "duration: { invocation: 2, atMost: 50ms }",
  "duration: { invocation: 8, atLeast: 500ms, atMost: 0.6s }",
  "billedDuration: { atLeast: 1s, atMost: 3s }",
  "initDuration: { atMost: 200ms }",
  "initDuration: { invocation: cold, atLeast: 50ms }",
  "maxMemoryUsed: { atMost: 128MB }",
  "remainingTime: { invocation: 8, atLeast: 1400ms }",
  "remainingTime: { invocation: 4, atMost: 0 }",
  "gigabyteSeconds: { atLeast: 0.1, atMost: 0.5 }",
  "logBytes: { atLeast: 100 }",
  "duration: { invocation: 2, atMostOfStarter: 10% }",
  "billedDuration: { atMostOfStarter: 90% }",
  "events: { type: environment-shutdown, where: { why: idle }, count: 1 }",
  "code: { file: index.mjs, matching: 'calls \\+= \\d', count: 1 }",
  "code: { containing: connect(), count: 0 }",
  "configuration: { MemorySize: 128, Timeout: { atMost: 1 } }",
  "any: [{ environments: { created: 9 } }, { environments: { created: 2 } }]",
  "all: [{ logs: { containing: 준비 } }, { logs: { containing: 끝 } }]",
  "not: { outcome: { invocation: 2, is: timeout } }",
])("%s holds", (yaml) => {
  expect(answers(yaml)).toBe("");
});

test.each([
  ["result: { invocation: 2, at: calls, equals: 1 }", "두 번째 호출의 결과에서 `calls` 값은 `2`입니다. `1`이어야 합니다."],
  [
    "result: { invocation: 1, equals: { calls: 1, message: 안녕하세요 } }",
    '첫 번째 호출의 결과에서 `items` 값은 `[{"name":"연필"}]`입니다. 없어야 합니다.',
  ],
  [
    "result: { invocation: 1, includes: { items: [{ name: 공책 }] } }",
    '첫 번째 호출의 결과에서 `items[0].name` 값은 `"연필"`입니다. `"공책"` 문자열이어야 합니다.',
  ],
  ["result: { invocation: 1, at: price, equals: 3 }", "첫 번째 호출의 결과에 `price` 값이 없습니다. `3`이어야 합니다."],
  [
    "result: { invocation: 8, at: message, containing: 지민 }",
    '여덟 번째 호출의 결과에서 `message` 값은 `"안녕하세요"`입니다. ‘지민’ 문구가 들어 있어야 합니다.',
  ],
  [
    "result: { invocation: 8, at: message, matching: '^안녕$' }",
    '여덟 번째 호출의 결과에서 `message` 값은 `"안녕하세요"`입니다. `/^안녕$/` 꼴에 맞는 글자가 들어 있어야 합니다.',
  ],
  ["result: { invocation: 1, at: calls, type: string }", "첫 번째 호출의 결과에서 `calls` 값은 `1`입니다. 문자열이어야 합니다."],
  [
    "result: { invocation: 2, at: calls, sameAs: 1 }",
    "두 번째 호출의 결과에서 `calls` 값은 `2`입니다. 첫 번째 호출의 값(`1`)과 같아야 합니다.",
  ],
  [
    "result: { equals: 1 }",
    '첫 번째 호출의 결과는 `{"calls":1,"message":"안녕하세요","items":[{"name":"연필"}]}`입니다. `1`이어야 합니다.',
  ],
  [
    "result: { invocation: 3, at: calls, equals: 3 }",
    "세 번째 호출은 값을 반환하지 못했습니다(`TypeError: 재고가 없습니다`). 값을 반환해야 합니다.",
  ],
  ["result: { invocation: 12, equals: 1 }", "호출은 모두 여덟 번이라 12번째 호출이 없습니다. 있어야 합니다."],
  ["outcome: { is: success }", "세 번째 호출은 오류로 끝났습니다(`TypeError: 재고가 없습니다`). 성공해야 합니다."],
  ["outcome: { invocation: 1, is: timeout }", "첫 번째 호출은 성공했습니다. 타임아웃이 나야 합니다."],
  ["outcome: { invocation: 7, statusCode: 200 }", "일곱 번째 호출의 상태 코드는 429입니다. 200이어야 합니다."],
  [
    "outcome: { invocation: 3, errorType: RangeError }",
    "세 번째 호출은 오류로 끝났습니다(`TypeError: 재고가 없습니다`). 오류 이름이 `RangeError`인 결과여야 합니다.",
  ],
  [
    "outcome: { invocation: 3, errorMessage: { containing: 가격 } }",
    "세 번째 호출은 오류로 끝났습니다(`TypeError: 재고가 없습니다`). ‘가격’ 문구가 든 오류여야 합니다.",
  ],
  ["logs: { containing: 준비, count: 2 }", "‘준비’ 문구가 든 함수 로그는 네 줄입니다. 두 줄이어야 합니다."],
  ["logs: { invocation: 2, containing: 준비 }", "두 번째 호출의 ‘준비’ 문구가 든 함수 로그가 없습니다. 있어야 합니다."],
  ["logs: { level: WARN, count: 0 }", "WARN 레벨의 함수 로그는 네 줄입니다. 없어야 합니다."],
  ["logs: { level: WARN, count: { atLeast: 5, atMost: 12 } }", "WARN 레벨의 함수 로그는 네 줄입니다. 다섯 줄 이상 12줄 이하여야 합니다."],
  ["logs: { json: { orderId: 9 } }", '`{"orderId":9}` 값이 든 함수 로그가 없습니다. 있어야 합니다.'],
  ["environments: { created: 1 }", "만들어진 환경은 두 개입니다. 한 개여야 합니다."],
  ["environments: { coldStarts: 0, resets: 2 }", "콜드 스타트는 두 번입니다. 없어야 합니다."],
  ["duration: { invocation: warm, atMost: 50ms }", "네 번째 호출의 실행 시간은 1,000ms입니다. 50ms 이하여야 합니다."],
  ["duration: { invocation: 7, atMost: 50ms }", "실행 시간이 있는 호출이 없습니다. 있어야 합니다."],
  ["billedDuration: { atMost: 1s }", /^청구 시간의 합은 2,0\d\dms입니다\. 1,000ms 이하여야 합니다\.$/],
  ["initDuration: { invocation: 1, atMost: 100ms }", /^첫 번째 호출의 `Init Duration` 값은 1\d\d[.\d]*ms입니다\. 100ms 이하여야 합니다\.$/],
  ["initDuration: { invocation: 2, atMost: 100ms }", "`Init Duration` 값이 있는 호출이 없습니다. 있어야 합니다."],
  ["maxMemoryUsed: { atMost: 32MB }", /^첫 번째 호출의 최대 메모리 사용량은 \d\dMB입니다\. 32MB 이하여야 합니다\.$/],
  [
    "remainingTime: { invocation: 8, atLeast: 1900ms }",
    /^여덟 번째 호출의 타임아웃까지 남은 시간은 1,4\d\d[.\d]*ms입니다\. 1,900ms 이상이어야 합니다\.$/,
  ],
  ["gigabyteSeconds: { atMost: 0.01 }", /^사용량은 0\.25\d*GB-초입니다\. 0\.01GB-초 이하여야 합니다\.$/],
  ["logBytes: { atMost: 10 }", /^로그의 크기는 [\d,]+바이트입니다\. 10바이트 이하여야 합니다\.$/],
  [
    "duration: { invocation: 2, atMostOfStarter: 0.1% }",
    /^두 번째 호출의 실행 시간은 \d[.\d]*ms입니다\. 처음 코드 30\d[.\d]*ms의 0\.1%인 0\.3\d?ms 이하여야 합니다\.$/,
  ],
  ["events: { type: environment-reset, count: 3 }", "다시 시작한 환경은 두 개입니다. 세 개여야 합니다."],
  ["code: { containing: calls, count: 1 }", "코드에 ‘calls’ 문구가 든 곳은 세 곳입니다. 한 곳이어야 합니다."],
  ["code: { file: other.mjs, containing: calls }", "`other.mjs` 코드에 ‘calls’ 문구가 든 곳이 없습니다. 있어야 합니다."],
  ["configuration: { MemorySize: { atLeast: 256 } }", "메모리는 128MB입니다. 256MB 이상이어야 합니다."],
  [
    "any: [{ environments: { created: 9 } }, { logs: { containing: 없는 말 } }]",
    "만들어진 환경은 두 개입니다. ‘없는 말’ 문구가 든 함수 로그가 없습니다. 아홉 개여야 합니다. 아니면 있어야 합니다.",
  ],
  ["all: [{ logs: { containing: 준비 } }, { environments: { created: 1 } }]", "만들어진 환경은 두 개입니다. 한 개여야 합니다."],
  ["not: { environments: { created: 2 } }", "만들어진 환경은 두 개입니다. 두 개가 아니어야 합니다."],
  ["not: { outcome: { invocation: 2, is: success } }", "두 번째 호출은 성공했습니다. 성공하지 않아야 합니다."],
  [
    "result: { invocation: some, at: calls, equals: 7 }",
    "첫 번째 호출의 결과에서 `calls` 값은 `1`입니다. 두 번째 호출의 결과에서 `calls` 값은 `2`입니다. 세 번째 호출은 값을 반환하지 못했습니다(`TypeError: 재고가 없습니다`). 나머지 호출 다섯 번도 다르지 않습니다. 어느 호출에서는 `7`이어야 합니다.",
  ],
])("%s does not hold, and the answer says what was seen", (yaml, answer) => {
  if (typeof answer === "string") expect(answers(yaml)).toBe(answer);
  else expect(answers(yaml)).toMatch(answer);
});

test("a condition on warm starts fails where there was none, rather than hold of nothing", () => {
  const cold = { ...evidence, calls: evidence.calls.slice(0, 1) };
  const [finding] = judge(conditionOf("duration: { invocation: warm, atMost: 50ms }"), cold);
  expect(finding).toMatchObject({ holds: false, seen: "웜 스타트가 없습니다." });
});

test("a comparison with the starter is found wherever it stands in a condition", () => {
  expect(comparesWithStarter(conditionOf("not: { any: [{ billedDuration: { atMostOfStarter: 50% } }] }"))).toBe(true);
  expect(comparesWithStarter(conditionOf("not: { any: [{ billedDuration: { atMost: 50ms } }] }"))).toBe(false);
});

test("a comparison with the starter without the starter's run is a fault of ours, not an answer", () => {
  const alone = { ...evidence, starter: undefined };
  expect(() => judge(conditionOf("billedDuration: { atMostOfStarter: 50% }"), alone)).toThrow("needs the starter's run");
});
