/** Conditions over queues, metrics and HTTP answers, steps, and the short forms of a situation. */
import { expect, test } from "vitest";
import type { Condition } from "../../sandbox/exercise/condition.ts";
import { evidenceOf } from "../../sandbox/exercise/evidence.ts";
import { judge } from "../../sandbox/exercise/judge.ts";
import { scenarioOf } from "../../sandbox/exercise/situation.ts";
import { happening } from "../../sandbox/exercise/situation-schema.ts";
import { steppedThrough } from "../../sandbox/exercise/steps.ts";
import type { Scenario } from "../../sandbox/scenario.ts";
import { simulate } from "../../sandbox/simulate.ts";
import { emptySession, firstDraft, pressed, scenarioOf as scenarioOfSession, settled, stepped } from "../../src/lab/session.ts";
import { runtime } from "../harness.ts";

const HANDLER = `export const handler = async (event) => {
  if (event.Records?.some(({ body }) => body.includes("썩은"))) throw new Error("받지 못했습니다");
  if (event.requestContext?.http) return { statusCode: 404, headers: { "x-shop": "1" }, body: "없는 상품" };
};`;

const base: Omit<Scenario, "stimuli"> = {
  seed: 7,
  startsAt: "2026-11-22T07:00:00.000Z",
  functions: [
    {
      FunctionName: "shop",
      Runtime: "nodejs24.x",
      Handler: "index.handler",
      files: { "index.mjs": HANDLER },
      FunctionUrlConfigs: [{ AuthType: "NONE" }],
    },
  ],
  queues: [{ QueueName: "orders", RedrivePolicy: { deadLetterTargetArn: "queue:dead", maxReceiveCount: 1 } }, { QueueName: "dead" }],
  eventSourceMappings: [{ FunctionName: "shop", EventSourceArn: "queue:orders", BatchSize: 1 }],
};

function seen(condition: Condition, stimuli: Scenario["stimuli"]) {
  const scenario = { ...base, stimuli };
  return judge(condition, evidenceOf(scenario, simulate(scenario, runtime())));
}

const messages = [
  { type: "sendMessages", QueueName: "orders", messages: [{ MessageBody: "사과" }, { MessageBody: "썩은 배" }] },
  { type: "settle" },
] as const;
const request = [{ type: "httpRequest", to: "url:shop", method: "GET", path: "/pears" }] as const;

test("A queue's condition counts what lies in it at the end, all of it or what has a text in it.", () => {
  expect(seen({ queue: { name: "dead", left: 1 } }, messages)[0]).toMatchObject({ holds: true });
  expect(seen({ queue: { name: "orders" } }, messages)[0]).toMatchObject({ holds: false, expected: "있어야 합니다." });
  expect(seen({ queue: { name: "dead", containing: "사과" } }, messages)[0]?.seen).toBe(
    "`dead` 큐에 남은 ‘사과’ 문구가 든 메시지가 없습니다.",
  );
});

test("A metric's condition is over the whole run, whatever minutes it took.", () => {
  expect(seen({ metric: { name: "Errors", statistic: "Sum", atLeast: 1, atMost: 1 } }, messages)[0]).toMatchObject({ holds: true });
  expect(seen({ metric: { name: "Invocations", statistic: "Sum", atMost: 1 } }, messages)[0]).toMatchObject({
    holds: false,
    seen: "`Invocations` 지표의 합은 2입니다.",
    expected: "1 이하여야 합니다.",
  });
});

test("An HTTP condition looks at status, headers and body, and says what was there instead.", () => {
  const holds = (http: Condition["http"] & object) => seen({ http }, request).every((finding) => finding.holds);
  expect(holds({ exchange: 1, status: 404, header: { "x-shop": "1", "x-other": null }, containing: "상품" })).toBe(true);
  expect(holds({ header: { "x-shop": null } })).toBe(false);
  expect(holds({ exchange: 2, status: 404 })).toBe(false);
  expect(seen({ http: { status: 200 } }, request)[0]?.seen).toBe("첫 번째 HTTP 응답의 상태 코드는 404입니다.");
});

test("Steps are pressed in order, with a second in between, and from the first again when they run out.", () => {
  const steps = [
    { label: "하나", do: [{ wait: 1 }] },
    { label: "둘", do: [{ wait: 2 }] },
  ];
  expect(steppedThrough(steps, 3, 1_000)).toEqual([{ wait: 1 }, { wait: 1_000 }, { wait: 2 }, { wait: 1_000 }, { wait: 1 }]);
});

test("A happening with a type is a stimulus whose times may be written as 30s; what is wrong in it is told where it stands.", () => {
  expect(happening.parse({ type: "settle", within: "2m" })).toEqual({ stimulus: { type: "settle", within: 120_000 } });
  const wrong = happening.safeParse({ type: "sendMessages", QueueName: "orders", messages: [{ MessageBod: "사과" }] });
  expect(wrong.success).toBe(false);
  expect(wrong.error?.issues.map(({ path }) => path.join("."))).toContain("messages.0");
});

test("Times of traffic may be written as 30s too: of its arrivals, and of each change during them.", () => {
  const change = { type: "deleteFunctionConcurrency", FunctionName: "shop" };
  const send = { type: "invoke", FunctionName: "shop" };
  const arrivals = { type: "spike", base: 1, peak: 5, at: "10s", for: "5s", duration: "1m" };
  expect(happening.parse({ type: "traffic", arrivals, send, during: [{ after: "1m30s", change }] })).toEqual({
    stimulus: {
      type: "traffic",
      arrivals: { type: "spike", base: 1, peak: 5, at: 10_000, for: 5_000, duration: 60_000 },
      send,
      during: [{ after: 90_000, change }],
    },
  });
});

test("What a stimulus carries stays as it is written, though its keys are called for, at or duration.", () => {
  const asWritten = (stimulus: { readonly type: string; readonly [key: string]: unknown }) =>
    expect(happening.parse(stimulus)).toEqual({ stimulus });
  const data = { at: "30s", for: "10m", duration: "2h", within: "1s", after: "5ms" };
  asWritten({ type: "httpRequest", to: "url:shop", method: "GET", path: "/", headers: data });
  asWritten({ type: "produce", BrokerName: "lines", records: [{ Value: "30s", Headers: data }] });
  asWritten({ type: "writeItems", TableName: "loans", writes: [{ put: data }] });
  asWritten({ type: "updateFunctionConfiguration", FunctionName: "shop", configuration: { Environment: { Variables: data } } });
  asWritten({
    type: "traffic",
    arrivals: { type: "burst", count: 2 },
    send: { type: "httpRequest", to: "url:shop", method: "GET", path: "/", headers: data },
  });
  expect(happening.parse({ invoke: { event: data } })).toEqual({ invoke: { event: data } });
});

test("An event is padded to so many bytes of UTF-8.", () => {
  const situation = {
    function: { FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler" } as const,
    stimuli: [{ invoke: { event: { 이름: "가" }, bytes: 2_000 } }],
  };
  const [invoke] = scenarioOf("n", situation, { files: {} }).stimuli;
  expect(invoke?.type === "invoke" && new TextEncoder().encode(invoke.Payload).length).toBe(2_000);
});

test("A lab's own buttons grow its session as Run does, and waiting for the end is a stimulus of its own.", () => {
  const step = {
    label: "보내기",
    do: [{ stimulus: { type: "sendMessages", QueueName: "orders", messages: [{ MessageBody: "사과" }] } as const }],
  };
  const [fn] = base.functions;
  if (fn === undefined) throw new Error("no function");
  const lab = { id: "c/l", title: "t", function: fn, event: "{}", steps: [step], resources: { queues: base.queues ?? [] } };
  const once = stepped(emptySession(lab), firstDraft(lab), 0);
  expect(scenarioOfSession(settled(once)).stimuli.map(({ type }) => type)).toEqual(["sendMessages", "settle"]);
  expect(scenarioOfSession(pressed(lab, 2))).toEqual(scenarioOfSession(stepped(once, firstDraft(lab), 0)));
  expect(scenarioOfSession(once).queues).toEqual(base.queues);
});
