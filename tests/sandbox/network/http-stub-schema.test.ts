/** What an author writes wrong in `http` is refused in Korean, with its place. */
import { expect, test } from "vitest";
import { checkedScenario } from "../../../sandbox/scenario-schema.ts";
import { scenario } from "../../harness.ts";

const problems = (http: unknown) => {
  const checked = checkedScenario({ ...scenario("export const handler = () => 1;"), http });
  return "problems" in checked ? checked.problems : [];
};

test("a stub as the documentation shows it is accepted, and its latency is milliseconds", () => {
  const http = [
    { url: "https://hooks.slack.com/services/*", method: "POST", body: "ok", latency: "1.5s" },
    { url: "https://api.example.com/orders/*", json: { id: 7 }, status: 201, headers: { "X-Request-Id": "r-1" }, times: 2 },
    { url: "https://db.example.com", error: "ETIMEDOUT" },
  ];
  const checked = checkedScenario({ ...scenario("export const handler = () => 1;"), http });
  expect("scenario" in checked && checked.scenario.http?.map(({ latency }) => latency)).toEqual([1_500, undefined, undefined]);
});

const WRONG: readonly (readonly [string, unknown, string])[] = [
  ["no URL", [{ url: "api.example.com" }], "http[0].url: https://api.example.com/orders/* 꼴의 주소여야 합니다."],
  ["a status that is none", [{ url: "https://a.kr", status: 99 }], "http[0].status: 200부터 599까지의 정수여야 합니다."],
  ["two bodies", [{ url: "https://a.kr", body: "a", json: 1 }], "http[0]: body, json, base64 가운데 하나만 쓰세요."],
  [
    "an error with a status",
    [{ url: "https://a.kr", error: "ECONNRESET", status: 500 }],
    "http[0].error: error는 연결이 실패한다는 뜻이라",
  ],
  ["an error that does not exist", [{ url: "https://a.kr", error: "EBROKEN" }], "http[0].error: 다음 가운데 하나여야 합니다: ENOTFOUND"],
  [
    "a header that is ours",
    [{ url: "https://a.kr", headers: { "Content-Length": "3" } }],
    'http[0].headers["Content-Length"]: 시뮬레이터가 정하는 헤더라',
  ],
  [
    "a line break in a header",
    [{ url: "https://a.kr", headers: { a: "b\r\nc: d" } }],
    "http[0].headers.a: 헤더 값에는 줄바꿈과 한글을 쓰지 못합니다.",
  ],
  ["a key that is unknown", [{ url: "https://a.kr", delay: 3 }], "http[0].delay: 모르는 키입니다."],
  [
    "a body of more than a terabyte",
    [{ url: "https://a.kr", body: "0123456789", repeat: 2 ** 40 }],
    "http[0].repeat: 본문은 반복한 길이까지 1TB 이하여야 합니다.",
  ],
  ["no Base64", [{ url: "https://a.kr", base64: "!" }], "http[0].base64: Base64로 읽지 못했습니다."],
];

for (const [what, http, says] of WRONG) {
  test(`${what} is refused`, () => {
    expect(problems(http).join("\n")).toContain(says);
  });
}
