/** Lanes of the service: what is drawn of them, what they say when not all is drawn, and the same as a table. */
import { expect, test } from "vitest";
import type { FunctionDefinition, Scenario, Stimulus, Trace, TraceEvent } from "../../sandbox/index.ts";
import { simulate } from "../../sandbox/simulate.ts";
import { hasService } from "../../src/lab/has-service.ts";
import { exchangesIn, frontEndName, requestLine, statusText } from "../../src/lab/service/http-words.ts";
import { laneRows } from "../../src/lab/service/lane-rows.ts";
import { instantsIn, type ServiceLane, serviceLanes } from "../../src/lab/service/lanes.ts";
import { told } from "../../src/lab/service/words.ts";
import { runtime } from "../harness.ts";
import { coldThenWarm, failedInit, throttled, traceOf } from "../sandbox/trace/hand-made.ts";

const worker: FunctionDefinition = {
  FunctionName: "worker",
  Runtime: "nodejs24.x",
  Handler: "index.handler",
  files: {},
  declared: { duration: 20, failures: [{ eventContains: "poison", how: { errorType: "Error", errorMessage: "no" } }] },
};

function traceWith(stimuli: readonly Stimulus[], around: Partial<Scenario> = {}): Trace {
  const scenario: Scenario = { seed: 1, startsAt: "2026-11-22T07:00:00.000Z", functions: [worker], ...around, stimuli };
  return simulate(scenario, runtime());
}

const throughAQueue = traceWith(
  [{ type: "sendMessages", QueueName: "orders", messages: [{ MessageBody: "poison" }] }, { type: "settle" }],
  {
    queues: [{ QueueName: "dead" }, { QueueName: "orders", RedrivePolicy: { deadLetterTargetArn: "queue:dead", maxReceiveCount: 1 } }],
    eventSourceMappings: [{ FunctionName: "worker", EventSourceArn: "queue:orders", BatchSize: 1 }],
  },
);

const failedEvent = traceWith(
  [{ type: "invoke", FunctionName: "worker", InvocationType: "Event", Payload: '"poison"' }, { type: "settle" }],
  { functions: [{ ...worker, DeadLetterConfig: { TargetArn: "queue:dead" } }], queues: [{ QueueName: "dead" }] },
);

const throughAUrl = traceWith(
  [
    { type: "httpRequest", to: "url:worker", method: "GET", path: "/orders?id=1" },
    { type: "httpRequest", to: "url:nobody", method: "POST", path: "/" },
  ],
  { functions: [{ ...worker, FunctionUrlConfigs: [{ AuthType: "NONE" }] }] },
);

function laneOf(trace: Trace, name: string): ServiceLane {
  const lane = serviceLanes(trace).find((one) => one.name === name);
  if (lane === undefined) throw new Error(`no lane ${name}: ${serviceLanes(trace).map((one) => one.name)}`);
  return lane;
}

const rowsOf = (trace: Trace, name: string) => laneRows(laneOf(trace, name).row).map(({ what, to }) => `${what} | ${masked(to)}`);

/** Ids are the simulation's own. */
const masked = (text: string) => text.replace(/[0-9a-f]{8}/g, "#");

test("A queue's table tells of each message in the order of time, and one that was moved is in both queues' tables.", () => {
  expect(rowsOf(throughAQueue, "큐 orders")).toEqual([
    "큐에 들어옴 | 메시지 #",
    "큐에서 꺼내 감, 첫 번째 | 메시지 #",
    "다시 보임 | 메시지 #",
    "큐 dead에 옮김 | 메시지 #",
  ]);
  expect(rowsOf(throughAQueue, "큐 dead")).toEqual(["큐 orders에서 옮겨 옴 | 메시지 #"]);
  const { row } = laneOf(throughAQueue, "큐 orders");
  const times = laneRows(row).map(({ at }) => at);
  expect(times.toSorted((a, b) => a - b)).toEqual(times);
  expect(times[0]).toBeGreaterThan(throughAQueue.startsAt);
});

test("A mapping's table has each batch twice: when it was sent to the function, and how it ended.", () => {
  expect(rowsOf(throughAQueue, "매핑 orders")).toEqual([
    "worker 함수에 보냄, 첫 번째 시도 | 요청 #의 레코드 한 개",
    "배치 끝남: 실패, 남은 레코드 한 개 | 요청 #의 레코드 한 개",
  ]);
});

test("The tables of the internal queue and of where its events go tell how long each wait was and what came of it.", () => {
  const rows = rowsOf(failedEvent, "worker 내부 큐");
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatch(/^내부 큐에 들어와 \d+ms 기다림 \| 이벤트 #$/);
  expect(rows.slice(1)).toEqual([
    "함수 오류로 되돌아와 1분 기다림 | 이벤트 #",
    "함수 오류로 되돌아와 2분 기다림 | 이벤트 #",
    "끝남: 재시도 소진 | 이벤트 #",
  ]);
  expect(rowsOf(failedEvent, "보낸 곳 dead")).toEqual(["DLQ에 보냄 | 요청 #의 기록"]);
});

test("A URL's table has the request line of what was asked, and the answer's status in words.", () => {
  expect(rowsOf(throughAUrl, "HTTP 함수 URL worker")).toEqual([
    "함수 URL worker에 요청을 보냄 | GET /orders?id=1",
    "응답 200, 성공 | GET /orders?id=1",
  ]);
  expect(rowsOf(throughAUrl, "HTTP 함수 URL nobody").at(-1)).toBe("응답 403, 요청 쪽 오류 | POST /");
});

test("Each HTTP answer stands with its own request, though answers come in another order than requests.", () => {
  const request = (at: number, exchange: number, path: string): TraceEvent => ({
    type: "front-end-requested",
    at,
    exchange,
    frontEnd: "shop",
    stimulus: 0,
    method: "GET",
    url: `https://shop.example${path}`,
    headers: {},
    body: "",
  });
  const answer = (at: number, exchange: number, body: string): TraceEvent => ({
    type: "front-end-responded",
    at,
    exchange,
    frontEnd: "shop",
    status: 200,
    statusText: "OK",
    headers: [],
    body,
  });
  const trace = traceOf(
    [request(0, 1, "/slow"), request(1, 2, "/quick"), answer(5, 2, "quick"), answer(9, 1, "slow"), request(9, 3, "/")],
    9,
  );
  expect(exchangesIn(trace).map(({ asked, answered }) => [requestLine(asked), answered.body])).toEqual([
    ["GET /quick", "quick"],
    ["GET /slow", "slow"],
  ]);
});

test("A status says without a colour how it went, and an answer that was cut says so too.", () => {
  expect([200, 204, 302, 304, 404, 502].map((status) => statusText(status, false))).toEqual([
    "200, 성공",
    "204, 성공",
    "302, 다른 주소로 보냄",
    "304, 바뀌지 않음",
    "404, 요청 쪽 오류",
    "502, 서버 쪽 오류",
  ]);
  expect(statusText(200, true)).toBe("200, 성공. 본문을 보내다가 연결이 끊김");
  expect(["url:orders", "orders-api"].map(frontEndName)).toEqual(["함수 URL orders", "orders-api"]);
  expect(requestLine({ method: "GET", url: "https://a.example" })).toBe("GET /");
});

const throttle = (at: number): TraceEvent => ({
  type: "invocation-throttled",
  at,
  requestId: `${at}`,
  FunctionName: "worker",
  Reason: "ReservedFunctionConcurrentInvocationLimitExceeded",
  source: { kind: "asynchronous" },
});
const throttles = (howMany: number) =>
  traceOf(
    Array.from({ length: howMany }, (_, at) => throttle(at)),
    howMany,
  );

test("A lane with more marks than can be drawn says how many of how many it shows, evenly to the end; its table has all.", () => {
  const lane = laneOf(throttles(900), "429");
  expect(lane.drawn).toBe("표시 900개 가운데 300개를 그렸습니다.");
  expect(lane.marks).toHaveLength(300);
  expect(instantsIn([lane]).at(-1)).toBe(throttles(900).startsAt + 897);
  expect(laneRows(lane.row)).toHaveLength(900);
  expect(laneOf(throttles(400), "429").drawn).toBeUndefined();
});

test("A message that has come at the very end is a mark there.", () => {
  const [mark, ...others] = laneOf(failedEvent, "큐 dead").marks;
  expect(others).toEqual([]);
  expect(mark).toMatchObject({ kind: "level", from: failedEvent.endsAt, to: failedEvent.endsAt, height: 1 });
});

test("A queue whose number changes too often to be drawn says that bars stand for several changes.", () => {
  const sent = (at: number): TraceEvent => ({ type: "message-sent", at, queue: "orders", messageId: `${at}`, body: "" });
  const queueOf = (howMany: number) =>
    laneOf(
      traceOf(
        Array.from({ length: howMany }, (_, at) => sent(at)),
        howMany,
      ),
      "큐 orders",
    );
  expect(queueOf(900).drawn).toBe("수가 900회 바뀌어 세 번씩 묶고 가장 큰 수를 그렸습니다.");
  expect(queueOf(900).marks).toHaveLength(300);
  expect(queueOf(400).drawn).toBeUndefined();
});

test("A trace of calls alone needs nothing of what draws the service, and every trace that does need it is known.", () => {
  const isTold = ({ events }: Trace) => events.some((event) => told(event) !== undefined);
  for (const trace of [coldThenWarm, failedInit, throttled]) {
    expect(hasService(trace)).toBe(false);
    expect([serviceLanes(trace).length, isTold(trace)]).toEqual([0, false]);
  }
  for (const trace of [throughAQueue, failedEvent, throughAUrl, throttles(1)]) expect(hasService(trace)).toBe(true);
  const many = (howMany: number) => traceWith([{ type: "invoke", FunctionName: "worker", count: howMany }]);
  expect(hasService(many(24))).toBe(false);
  expect(serviceLanes(many(24))).toEqual([]);
  expect(hasService(many(25))).toBe(true);
  expect(serviceLanes(many(25)).map(({ name }) => name)).toEqual(["worker 환경"]);
});
