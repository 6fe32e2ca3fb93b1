/** Events and messages that fail, as text: how often, when, and where they end. */
import { expect, test } from "vitest";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { textTimeline } from "../../../sandbox/trace/text-timeline.ts";
import { FUNCTION_NAME, invoke, run } from "../../harness.ts";

/** Without the parts of Init. Declared functions and whole seconds, so that the instants do not hang on what the engine counts. */
const timeline = (trace: Trace) =>
  textTimeline(trace)
    .split("\n")
    .filter((line) => !/ (?:environment|runtime|modules|code) [\d.]+$| init(?: ended.*)?$| created: | shutdown: /.test(line))
    .map((line) => line.replace(/^ *([\d.]+)/, (_, at: string) => (Number(at) / 1000).toFixed(1).padStart(8)))
    .join("\n");

const settle = { type: "settle" } as const;
const files = "export const handler = async () => {};";
const error = { errorType: "Error", errorMessage: "no" };

test("An event that fails three times goes to the dead-letter queue.", () => {
  const trace = run(
    files,
    {
      declared: { duration: 20, failures: [{ how: error }] },
      DeadLetterConfig: { TargetArn: "dead" },
      resources: { queues: [{ QueueName: "dead" }] },
    },
    [invoke({ orderId: 1 }, { InvocationType: "Event" }), settle],
  );
  expect(timeline(trace)).toMatchInlineSnapshot(`
    "     0.0  95c9db5c   request: fn (Event)
         0.0  95c9db5c   queued: fn
         0.0  95c9db5c   response: 202
         0.4  env 1      invoke 95c9db5c cold
         0.4  env 1      invoke ended: failure, 26.52, billed 254, 64 MB
         0.4  95c9db5c   back to the internal queue: function error, next in 60 s
        60.4  env 1      invoke 95c9db5c warm
        60.4  env 1      invoke ended: failure, 20.95, billed 21, 64 MB
        60.4  95c9db5c   back to the internal queue: function error, next in 120 s
       180.4  env 1      invoke 95c9db5c warm
       180.5  env 1      invoke ended: failure, 21.48, billed 22, 64 MB
       180.5  95c9db5c   settled: RetriesExhausted after 3
       180.5  dead       sent 075427a0
       180.5  95c9db5c   dead letter to dead
       180.5  end"
  `);
});

test("Of a batch that fails in part one message stays, until it is moved to the dead-letter queue.", () => {
  const partly = `export const handler = async ({ Records }) => ({
    batchItemFailures: Records.filter(({ body }) => body === "poison").map(({ messageId }) => ({ itemIdentifier: messageId })),
  });`;
  const trace = run(
    partly,
    {
      resources: {
        queues: [
          { QueueName: "orders", VisibilityTimeout: 30, RedrivePolicy: { deadLetterTargetArn: "queue:dead", maxReceiveCount: 2 } },
          { QueueName: "dead" },
        ],
        eventSourceMappings: [
          { FunctionName: FUNCTION_NAME, EventSourceArn: "queue:orders", FunctionResponseTypes: ["ReportBatchItemFailures"] },
        ],
      },
    },
    [{ type: "sendMessages", QueueName: "orders", messages: ["one", "poison", "three"].map((MessageBody) => ({ MessageBody })) }, settle],
  );
  const told = timeline(trace)
    .split("\n")
    .map((line) => line.replace(/(invoke ended: success).*$/, "$1"))
    .join("\n");
  expect(told).toMatchInlineSnapshot(`
    "     0.0  esm f88e5a Enabled: orders to fn
         0.0  orders     sent 6512e8eb
         0.0  orders     sent 0cf23200
         0.0  orders     sent f45408f2
         0.0  orders     received 6512e8eb, time 1
         0.0  orders     received 0cf23200, time 1
         0.0  orders     received f45408f2, time 1
         0.0  esm f88e5a batch f82f5341: 3 to fn, attempt 1
         0.0  f82f5341   request: fn
         0.3  env 1      invoke f82f5341 cold
         0.3  env 1      invoke ended: success
         0.3  f82f5341   response: 200
         0.3  esm f88e5a batch f82f5341 ended: partial, 1 failed, return
         0.3  orders     deleted 6512e8eb: handled
         0.3  orders     deleted f45408f2: handled
        30.0  orders     visible again 0cf23200
        30.1  orders     received 0cf23200, time 2
        30.1  esm f88e5a batch bb9cc823: 1 to fn, attempt 1
        30.1  bb9cc823   request: fn
        30.1  env 1      invoke bb9cc823 warm
        30.1  env 1      invoke ended: success
        30.1  bb9cc823   response: 200
        30.1  esm f88e5a batch bb9cc823 ended: partial, 1 failed, return
        60.1  orders     visible again 0cf23200
        60.1  orders     moved 0cf23200 to dead: maxReceiveCount
        60.1  end"
  `);
});

test("Two functions that send each other their results go round sixteen times; then Lambda stops them, and the event goes to the destination of failures.", () => {
  const to = (FunctionName: string) => ({
    DestinationConfig: { OnSuccess: { Destination: `function:${FunctionName}` }, OnFailure: { Destination: "queue:stopped" } },
  });
  const next = {
    FunctionName: "next",
    Runtime: "nodejs24.x",
    Handler: "index.handler",
    files: {},
    declared: { duration: 20 },
    EventInvokeConfig: to(FUNCTION_NAME),
  } as const;
  const trace = run(
    files,
    { declared: { duration: 20 }, EventInvokeConfig: to("next"), others: [next], resources: { queues: [{ QueueName: "stopped" }] } },
    [invoke({}, { InvocationType: "Event" }), settle],
  );
  const lines = timeline(trace).split("\n");
  expect(lines.filter((line) => line.includes("settled: Success")).length).toBe(32);
  expect(lines.slice(-9).join("\n")).toMatchInlineSnapshot(`
    "     3.2  fd83e562   request: fn (Event) from lambda.amazonaws.com
         3.2  fd83e562   queued: fn
         3.2  fd83e562   response: 202
         3.2  3cef014f   on success to fn
         3.3  fd83e562   loop stopped: fn after 16
         3.3  fd83e562   settled: RecursiveLoop after 0
         3.3  stopped    sent 48aba6e1
         3.3  fd83e562   on failure to stopped
         3.3  end"
  `);
});
