/** The rules of the internal queue as functions, and what of them shows in a trace. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { afterFailure, afterThrottle } from "../../../sandbox/lambda/event-retries.ts";
import { invocationsIn, longestLineage, sentOn } from "../../../sandbox/lambda/lineage.ts";
import { eventsOf, FUNCTION_NAME, invoke, run } from "../../harness.ts";

const ARN = "arn:aws:lambda:ap-northeast-2:123456789012:function:fn";
const OTHER = `${ARN}-2`;
const HEADER = "Root=1-6740a0e0-000000000000000000000000;Parent=0000000000000000;Sampled=0;Lineage=1:1a2b3c4d:0";

test("No event is tried again later than its maximum age, whatever it waits for.", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 21_600 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 60 }),
      fc.nat(21_600_000),
      (age, attempts, throttles, at) => {
        const config = { MaximumEventAgeInSeconds: age };
        for (const next of [
          afterFailure(at, { queuedAt: 0, attempts, throttles }, config),
          afterThrottle(at, { queuedAt: 0, attempts, throttles }, config),
        ]) {
          if ("retryAt" in next) expect(next.retryAt).toBeLessThanOrEqual(age * 1000);
          if ("retryAt" in next) expect(next.retryAt).toBeGreaterThan(at);
        }
      },
    ),
  );
});

test("A header counts each function for itself, keeps its other fields, and forgets the count of 0 that a new one has.", () => {
  expect([invocationsIn(HEADER, ARN), invocationsIn(undefined, ARN)]).toEqual([0, 0]);
  const once = sentOn(HEADER, ARN);
  const both = sentOn(sentOn(once, OTHER), ARN);
  expect([invocationsIn(once, ARN), invocationsIn(once, OTHER), invocationsIn(both, ARN), invocationsIn(both, OTHER)]).toEqual([
    1, 0, 2, 1,
  ]);
  expect(both).toMatch(/^Root=1-6740a0e0-0{24};Parent=0{16};Sampled=0;Lineage=1:[0-9a-f]{8}:2\|[0-9a-f]{8}:1$/);
  expect(longestLineage([HEADER, both, once, undefined], ARN)).toBe(both);
  expect(longestLineage([undefined], ARN)).toBeUndefined();
});

test("Another service's call of a function is an asynchronous request of its own, with its own id and a 202.", () => {
  const options = {
    EventInvokeConfig: { DestinationConfig: { OnSuccess: { Destination: "function:next" } } },
    others: [
      {
        FunctionName: "next",
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        files: { "index.mjs": "export const handler = async () => 1;" },
      } as const,
    ],
  };
  const trace = run("export const handler = async () => 1;", options, [invoke({}, { InvocationType: "Event" }), { type: "settle" }]);
  const requests = eventsOf(trace, "invocation-requested");
  expect(requests.map(({ FunctionName, InvocationType }) => [FunctionName, InvocationType])).toEqual([
    [FUNCTION_NAME, "Event"],
    ["next", "Event"],
  ]);
  expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(2);
  expect(eventsOf(trace, "invocation-responded").map(({ StatusCode }) => StatusCode)).toEqual([202, 202]);
});

test("Settling waits for the last attempt and the delivery of its record, and for nothing else.", () => {
  const trace = run(
    "export const handler = async () => { throw new Error('no'); };",
    { DeadLetterConfig: { TargetArn: "dead" }, resources: { queues: [{ QueueName: "dead" }] } },
    [invoke({}, { InvocationType: "Event" }), { type: "settle" }],
  );
  expect(trace.endsAt).toBe(eventsOf(trace, "record-delivered")[0]?.at);
});

test("Settling ends after its limit where a batch can never succeed and nothing takes it away.", () => {
  const trace = run(
    "export const handler = async () => { throw new Error('no'); };",
    {
      declared: { duration: 5, failures: [{ how: "timeout" }] },
      resources: { queues: [{ QueueName: "q" }], eventSourceMappings: [{ FunctionName: FUNCTION_NAME, EventSourceArn: "queue:q" }] },
    },
    [
      { type: "sendMessages", QueueName: "q", messages: [{ MessageBody: "x" }] },
      { type: "settle", within: 600_000 },
    ],
  );
  expect(Math.round((trace.endsAt - trace.startsAt) / 1000)).toBe(600);
  expect(eventsOf(trace, "message-received").length).toBe(20);
});
