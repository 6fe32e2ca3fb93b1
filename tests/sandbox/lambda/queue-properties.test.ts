/** Whatever a queue, its mapping and its function are like: what always holds of their messages. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { EventSourceMappingDefinition, Scenario } from "../../../sandbox/scenario.ts";
import { simulate, startSimulation } from "../../../sandbox/simulate.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { eventsOf, FUNCTION_NAME, runtime, scenario } from "../../harness.ts";

interface Drawn {
  readonly isFifo: boolean;
  readonly count: number;
  readonly groups: number;
  readonly failing: number;
  readonly duration: number;
  readonly maxReceiveCount: number;
  readonly VisibilityTimeout: number;
  readonly BatchSize: number;
  readonly window: number;
  readonly MaximumConcurrency: number | undefined;
  readonly reserved: number | undefined;
  readonly seed: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  isFifo: fc.boolean(),
  count: fc.integer({ min: 1, max: 40 }),
  groups: fc.integer({ min: 1, max: 5 }),
  failing: fc.constantFrom(0, 0.2, 0.7, 1),
  duration: fc.constantFrom(5, 900, 2900),
  maxReceiveCount: fc.integer({ min: 1, max: 4 }),
  VisibilityTimeout: fc.constantFrom(3, 10, 30),
  BatchSize: fc.integer({ min: 1, max: 10 }),
  window: fc.constantFrom(0, 0, 2),
  MaximumConcurrency: fc.constantFrom(undefined, 2, 5),
  reserved: fc.constantFrom(undefined, 0, 1, 3),
  seed: fc.nat(1000),
});

function scenarioOf(one: Drawn): Scenario {
  const QueueName = one.isFifo ? "q.fifo" : "q";
  const dead = one.isFifo ? "dead.fifo" : "dead";
  const mapping: EventSourceMappingDefinition = {
    FunctionName: FUNCTION_NAME,
    EventSourceArn: `queue:${QueueName}`,
    BatchSize: one.BatchSize,
    ...(!one.isFifo && { MaximumBatchingWindowInSeconds: one.window }),
    ...(one.MaximumConcurrency !== undefined && { ScalingConfig: { MaximumConcurrency: one.MaximumConcurrency } }),
  };
  const messages = Array.from({ length: one.count }, (_, index) => ({
    MessageBody: String(index),
    MessageGroupId: `g${index % one.groups}`,
  }));
  return scenario(
    {},
    {
      seed: one.seed,
      declared: { duration: one.duration, failures: [{ share: one.failing, how: { errorType: "Error", errorMessage: "no" } }] },
      ...(one.reserved !== undefined && { ReservedConcurrentExecutions: one.reserved }),
      resources: {
        queues: [
          {
            QueueName,
            VisibilityTimeout: one.VisibilityTimeout,
            ContentBasedDeduplication: true,
            RedrivePolicy: { deadLetterTargetArn: `queue:${dead}`, maxReceiveCount: one.maxReceiveCount },
          },
          { QueueName: dead },
        ],
        eventSourceMappings: [mapping],
      },
    },
    [{ type: "sendMessages", QueueName, messages }, { type: "settle" }],
  );
}

const allOf = (trace: Trace) => eventsOf(trace, "message-sent").map(({ messageId }) => messageId);

test("In the end each message was handled once or is in the dead-letter queue, and none was received more often than allowed.", () => {
  fc.assert(
    fc.property(drawn, (one) => {
      const trace = simulate(scenarioOf(one), runtime());
      const gone = [...eventsOf(trace, "message-deleted"), ...eventsOf(trace, "message-moved")].map(({ messageId }) => messageId);
      expect([...gone].sort()).toEqual([...allOf(trace)].sort());
      const most = Math.max(...eventsOf(trace, "message-received").map((event) => event.ApproximateReceiveCount));
      expect(most).toBeLessThanOrEqual(one.maxReceiveCount);
    }),
    { numRuns: 150 },
  );
});

test("There are never more batches under way than MaximumConcurrency allows, and never two with messages of one group.", () => {
  fc.assert(
    // Messages whose visibility timeout ends while they are being handled are handled twice at a time, on AWS too.
    fc.property(
      drawn.filter(({ VisibilityTimeout }) => VisibilityTimeout >= 10),
      (one) => {
        const trace = simulate(scenarioOf(one), runtime());
        const groups = new Map(eventsOf(trace, "message-sent").map(({ messageId, MessageGroupId }) => [messageId, MessageGroupId]));
        const underWay = new Map<string, string | undefined>();
        for (const event of trace.events) {
          if (event.type === "batch-sent") {
            const group = groups.get(event.records[0] ?? "");
            if (one.isFifo) {
              expect(new Set(event.records.map((id) => groups.get(id))).size).toBe(1);
              expect([...underWay.values()]).not.toContain(group);
            }
            underWay.set(event.requestId, group);
            expect(underWay.size).toBeLessThanOrEqual(one.MaximumConcurrency ?? 1250);
          }
          if (event.type === "batch-ended") underWay.delete(event.requestId);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("The same scenario gives the same trace, and so does letting its stimuli happen one after the other.", () => {
  fc.assert(
    fc.property(drawn, (one) => {
      const whole = scenarioOf(one);
      const { stimuli, ...account } = whole;
      const first = simulate(whole, runtime());
      const session = startSimulation(account, runtime());
      for (const stimulus of stimuli) {
        session.apply(stimulus);
        session.trace();
      }
      expect(session.trace()).toEqual(first);
    }),
    { numRuns: 25 },
  );
});
