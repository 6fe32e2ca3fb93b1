/** Queues under virtual time, without Lambda: SQS guide, 2026-10. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Received } from "../../../sandbox/services/queue-message.ts";
import { startMessageMoveTask } from "../../../sandbox/services/sqs.ts";
import { queueWorld } from "./queue-world.ts";

const bodies = (received: readonly Received[]) => received.map(({ message }) => message.body);
const DAY = 86_400_000;

test("A message is invisible for the queue's visibility timeout after it was received, and no longer.", () => {
  const { named, until } = queueWorld({ QueueName: "q", VisibilityTimeout: 60 });
  named("q").send(0, { MessageBody: "a" });
  expect(bodies(named("q").receive(0, { most: 10 }))).toEqual(["a"]);
  until(59_999);
  expect(bodies(named("q").receive(59_999, { most: 10 }))).toEqual([]);
  until(60_000);
  expect(
    named("q")
      .receive(60_000, { most: 10 })
      .map(({ receiveCount }) => receiveCount),
  ).toEqual([2]);
});

test("A delayed message is visible when its delay is over; the message's own delay counts before the queue's.", () => {
  const { named, until } = queueWorld({ QueueName: "q", DelaySeconds: 10 });
  named("q").send(0, { MessageBody: "queue's" });
  named("q").send(0, { MessageBody: "own", DelaySeconds: 3 });
  until(9_999);
  expect(bodies(named("q").receive(9_999, { most: 10 }))).toEqual(["own"]);
  until(10_000);
  expect(bodies(named("q").receive(10_000, { most: 10 }))).toEqual(["queue's"]);
});

test("A message is deleted when it has been kept for the retention period, received or not.", () => {
  const { named, until, events } = queueWorld({ QueueName: "q", MessageRetentionPeriod: 60 });
  named("q").send(0, { MessageBody: "old" });
  named("q").send(20_000, { MessageBody: "young" });
  named("q").receive(59_000, { most: 1 });
  until(60_000);
  expect(named("q").messages.map(({ body }) => body)).toEqual(["young"]);
  expect(events.at(-1)).toMatchObject({ type: "message-deleted", why: "retention", at: 60_000 });
  until(80_000);
  expect(named("q").messages).toEqual([]);
  expect([named("q").visible, named("q").inFlight]).toEqual([0, 0]);
});

test("Messages are kept four days where nothing else is said.", () => {
  const { named, until } = queueWorld({ QueueName: "q" });
  named("q").send(0, { MessageBody: "a" });
  until(4 * DAY - 1);
  expect(named("q").visible).toBe(1);
  until(4 * DAY);
  expect(named("q").visible).toBe(0);
});

test("A message that was received again is not deleted by its older receipt.", () => {
  const { named, until, count } = queueWorld({ QueueName: "q", VisibilityTimeout: 1 });
  named("q").send(0, { MessageBody: "a" });
  const [first] = named("q").receive(0, { most: 1 });
  until(1000);
  const [second] = named("q").receive(1000, { most: 1 });
  if (first === undefined || second === undefined) throw new Error("nothing was received");
  named("q").delete(1500, first, "handled");
  expect(count("message-deleted")).toBe(0);
  named("q").delete(1500, second, "handled");
  expect(count("message-deleted")).toBe(1);
});

test("A FIFO queue takes a deduplication id once in five minutes, given or made of the body.", () => {
  const { named, count } = queueWorld({ QueueName: "q.fifo", ContentBasedDeduplication: true });
  const send = (at: number, MessageBody: string, MessageDeduplicationId?: string) =>
    named("q.fifo").send(at, { MessageBody, MessageGroupId: "g", ...(MessageDeduplicationId && { MessageDeduplicationId }) });
  send(0, "a");
  send(299_999, "a");
  expect(count("message-sent")).toBe(1);
  send(300_000, "a");
  expect(count("message-sent")).toBe(2);
  send(300_000, "b", "id");
  send(300_000, "c", "id");
  expect(count("message-sent")).toBe(3);
});

test("A FIFO queue refuses a message without a group, and one without a deduplication id where it makes none itself.", () => {
  const { named } = queueWorld({ QueueName: "q.fifo" });
  expect(named("q.fifo").send(0, { MessageBody: "a" })).toBe("The request must contain the parameter MessageGroupId.");
  expect(named("q.fifo").send(0, { MessageBody: "a", MessageGroupId: "g" })).toBe(
    "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly",
  );
});

test("The trace tells the values of a message's attributes, and nothing of a message without any.", () => {
  const { named, events } = queueWorld({ QueueName: "q" });
  const attributes = { ErrorCode: { DataType: "Number", StringValue: "200" }, Key: { DataType: "Binary", BinaryValue: "AQI=" } };
  named("q").send(0, { MessageBody: "a", MessageAttributes: attributes });
  named("q").send(0, { MessageBody: "b" });
  const sent = events.filter((event) => event.type === "message-sent");
  expect(sent.map((event) => event.attributes)).toEqual([{ ErrorCode: "200", Key: "AQI=" }, undefined]);
});

test("A message of more than 1 MiB with its attributes is refused.", () => {
  const { named } = queueWorld({ QueueName: "q" });
  expect(named("q").send(0, { MessageBody: "a".repeat(1_048_576) })).toBeUndefined();
  expect(named("q").send(0, { MessageBody: "가".repeat(349_526) })).toContain("Message must be shorter than 1048576 bytes.");
});

test("While messages of a group are in flight no others of it are handed out, and those of other groups are.", () => {
  const { named } = queueWorld({ QueueName: "q.fifo", ContentBasedDeduplication: true });
  for (const MessageBody of ["a1", "b1", "a2"]) named("q.fifo").send(0, { MessageBody, MessageGroupId: MessageBody.slice(0, 1) });
  const [first] = named("q.fifo").receive(0, { most: 1 });
  expect(first?.message.body).toBe("a1");
  expect(bodies(named("q.fifo").receive(0, { most: 10 }))).toEqual(["b1"]);
  if (first !== undefined) named("q.fifo").delete(1, first, "handled");
  expect(bodies(named("q.fifo").receive(1, { most: 10 }))).toEqual(["a2"]);
});

test("Sequence numbers of a FIFO queue grow, and have twenty digits.", () => {
  const { named } = queueWorld({ QueueName: "q.fifo", ContentBasedDeduplication: true });
  for (const MessageBody of ["1", "2", "3"]) named("q.fifo").send(0, { MessageBody, MessageGroupId: "g" });
  const numbers = named("q.fifo")
    .receive(0, { most: 10 })
    .map(({ message }) => message.SequenceNumber ?? "");
  expect(numbers).toEqual([...numbers].sort());
  expect(new Set(numbers).size).toBe(3);
  expect(numbers.every((number) => /^\d{20}$/.test(number))).toBe(true);
});

test("No more than 120,000 messages of a queue are in flight.", () => {
  const { named } = queueWorld({ QueueName: "q" });
  for (let n = 0; n < 120_005; n += 1) named("q").send(0, { MessageBody: "x" });
  expect(named("q").receive(0, { most: 1_000_000 }).length).toBe(120_000);
  expect([named("q").visible, named("q").inFlight]).toEqual([5, 120_000]);
});

test("A dead-letter queue has to be of the same kind as its source.", () => {
  expect(() =>
    queueWorld({ QueueName: "q.fifo", RedrivePolicy: { deadLetterTargetArn: "queue:dead", maxReceiveCount: 1 } }, { QueueName: "dead" }),
  ).toThrow("Dead-letter queue must be same type of queue as the source.");
});

test("A setting of a queue that is out of its range is refused in SQS's words.", () => {
  const refused = (more: object) => () => queueWorld({ QueueName: "q", ...more });
  expect(refused({ VisibilityTimeout: 43_201 })).toThrow("Invalid value for the parameter VisibilityTimeout.");
  expect(refused({ DelaySeconds: 901 })).toThrow("Invalid value for the parameter DelaySeconds.");
  expect(refused({ MessageRetentionPeriod: 59 })).toThrow("Invalid value for the parameter MessageRetentionPeriod.");
  expect(refused({ RedrivePolicy: { deadLetterTargetArn: "queue:q", maxReceiveCount: 0 } })).toThrow("parameter RedrivePolicy.");
  expect(refused({ VisibilityTimeout: 0, DelaySeconds: 900, MessageRetentionPeriod: 60 })).not.toThrow();
});

test("A move task takes what is in a dead-letter queue back to where it came from, 500 messages a second.", () => {
  const { world, service, named, until, events } = queueWorld(
    { QueueName: "q", RedrivePolicy: { deadLetterTargetArn: "queue:dead", maxReceiveCount: 1 } },
    { QueueName: "dead" },
  );
  for (let n = 0; n < 100; n += 1) named("q").send(0, { MessageBody: String(n) });
  named("q").receive(0, { most: 100, visibilityTimeout: 1000 });
  until(1000);
  named("q").receive(1000, { most: 100 });
  expect([named("q").messages.length, named("dead").visible]).toEqual([0, 100]);
  startMessageMoveTask(world, service, 2000, "dead");
  until(60_000);
  expect([named("q").visible, named("dead").visible]).toEqual([100, 0]);
  expect(world.pending.count).toBe(0);
  const moves = events.filter((event) => event.type === "message-moved" && event.why === "redrive");
  expect((moves.at(-1)?.at ?? 0) - (moves[0]?.at ?? 0)).toBeCloseTo(198, 6);
});

test("What waits to become visible is awaited, and what is visible only while somebody takes it.", () => {
  const { world, named, until } = queueWorld({ QueueName: "q", DelaySeconds: 5 });
  named("q").send(0, { MessageBody: "a" });
  expect(world.pending.count).toBe(1);
  until(5000);
  expect(world.pending.count).toBe(0);
  const end = named("q").consume(() => {});
  expect(world.pending.count).toBe(1);
  end();
  expect(world.pending.count).toBe(0);
});

// ── Properties ───────────────────────────────────────────────────────────────────────────────────────────────────────

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("send" as const), group: fc.constantFrom("a", "b", "c") }),
    fc.record({ do: fc.constant("receive" as const), most: fc.integer({ min: 1, max: 4 }), oneGroup: fc.boolean() }),
    fc.record({ do: fc.constant("delete" as const), which: fc.nat() }),
    fc.record({ do: fc.constant("wait" as const), duration: fc.integer({ min: 1, max: 40_000 }) }),
  ),
  { maxLength: 80 },
);

test.each(["q", "q.fifo"])(
  "Whatever happens to %s, each message is in one place: deleted, in the dead-letter queue, visible, or in flight.",
  (name) => {
    const dead = name === "q" ? "dead" : "dead.fifo";
    fc.assert(
      fc.property(steps, (todo) => {
        const { world, named, until, count, events } = queueWorld(
          { QueueName: name, ContentBasedDeduplication: true, RedrivePolicy: { deadLetterTargetArn: `queue:${dead}`, maxReceiveCount: 3 } },
          { QueueName: dead },
        );
        const queue = named(name);
        const held: Received[] = [];
        let at = 0;
        for (const [index, step] of todo.entries()) {
          if (step.do === "send") queue.send(at, { MessageBody: String(index), MessageGroupId: step.group });
          if (step.do === "receive") held.push(...queue.receive(at, step));
          const chosen = step.do === "delete" ? held[step.which % Math.max(1, held.length)] : undefined;
          if (chosen !== undefined) queue.delete(at, chosen, "handled");
          if (step.do === "wait") {
            at += step.duration;
            until(at);
          }
        }
        expect(count("message-sent")).toBe(count("message-deleted") + named(dead).messages.length + queue.visible + queue.inFlight);
        expect(queue.messages.length).toBe(queue.visible + queue.inFlight);
        expect(named(dead).visible).toBe(count("message-moved"));
        expect(world.pending.count).toBe(queue.inFlight);
        if (queue.isFifo) expectOrder(events);
      }),
      { numRuns: 300 },
    );
  },
);

/** Of a group no message is received for the first time before an earlier one is gone or in flight with it. */
function expectOrder(events: ReturnType<typeof queueWorld>["events"]): void {
  const order = new Map<string, { group: string; place: number }>();
  const open = new Map<string, number[]>();
  const received = new Set<string>();
  for (const event of events) {
    if (event.type === "message-sent") {
      const group = event.MessageGroupId ?? "";
      order.set(event.messageId, { group, place: order.size });
      open.set(group, [...(open.get(group) ?? []), order.size - 1]);
    }
    const known = "messageId" in event ? order.get(event.messageId) : undefined;
    if (known === undefined) continue;
    const left = open.get(known.group) ?? [];
    if (event.type === "message-received" && event.ApproximateReceiveCount === 1) {
      // Everything before it has been received as often at least.
      expect(left.filter((place) => place < known.place && !received.has(`${known.group} ${place}`))).toEqual([]);
    }
    if (event.type === "message-received") received.add(`${known.group} ${known.place}`);
    if (event.type === "message-deleted" || event.type === "message-moved")
      open.set(
        known.group,
        left.filter((place) => place !== known.place),
      );
  }
}
