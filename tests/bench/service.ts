/** Many invocations in one scenario: through a queue with a real handler, and declared ones in traffic. */
import { nodeRuntime } from "../../sandbox/node/library.ts";
import type { Scenario } from "../../sandbox/scenario.ts";
import { simulate } from "../../sandbox/simulate.ts";
import type { Figure } from "./measure.ts";

const HANDLER = `export const handler = async (event) => {
  const order = JSON.parse(event.Records[0].body);
  console.log("order", order.id);
  return { id: order.id };
};`;

const runtime = nodeRuntime();
const base = { seed: 1, startsAt: "2026-11-22T00:00:00.000Z" } as const;
const f = { FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler" } as const;

/** One message an invocation. */
const throughQueue = (count: number): Scenario => ({
  ...base,
  functions: [{ ...f, files: { "index.mjs": HANDLER } }],
  queues: [{ QueueName: "orders", VisibilityTimeout: 60 }],
  eventSourceMappings: [{ FunctionName: "f", EventSourceArn: "queue:orders", BatchSize: 1 }],
  stimuli: [{ type: "sendMessages", QueueName: "orders", messages: [{ MessageBody: '{"id":{n}}', count }] }, { type: "settle" }],
});

const declared = (count: number): Scenario => ({
  ...base,
  functions: [{ ...f, files: {}, declared: { duration: [50, 100] } }],
  stimuli: [
    {
      type: "traffic",
      arrivals: { type: "constant", ratePerSecond: 1_000, duration: count },
      send: { type: "invoke", FunctionName: "f", Payload: '{"n":{n}}' },
    },
  ],
});

export function serviceFigures(): readonly Figure[] {
  // The first run boots the engine.
  measured(throughQueue(10));
  const queue = { few: measured(throughQueue(1_000)), many: measured(throughQueue(10_000)) };
  const traffic = { few: measured(declared(10_000)), many: measured(declared(100_000)) };
  return [
    { what: "10,000 through SQS, a real handler", value: told(queue.many), aim: "2.5 s, 500 MB" },
    { what: "100,000 declared, 1,000 a second", value: told(traffic.many), aim: "3 s" },
    { what: "one of 1,000 and one of 10,000 through SQS", value: `${each(queue.few)} and ${each(queue.many)}`, aim: "flat" },
    { what: "one of 10,000 and one of 100,000 declared", value: `${each(traffic.few)} and ${each(traffic.many)}`, aim: "flat" },
  ];
}

interface Measured {
  readonly millis: number;
  readonly invocations: number;
  /** Of the process, more than before the run. */
  readonly megabytes: number;
}

function measured(scenario: Scenario): Measured {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const { events } = simulate(scenario, runtime);
  const millis = performance.now() - start;
  const megabytes = (process.memoryUsage().rss - before) / 1_048_576;
  const ended = events.filter((event) => event.type === "invoke-ended");
  if (ended.some(({ status }) => status !== "success")) throw new Error("bench: an invocation failed");
  return { millis, invocations: ended.length, megabytes };
}

const told = ({ millis, invocations, megabytes }: Measured) =>
  `${(millis / 1_000).toFixed(2)} s, ${megabytes.toFixed(0)} MB, ${invocations} invocations`;

const each = ({ millis, invocations }: Measured) => `${((millis * 1_000) / invocations).toFixed(0)} µs`;
