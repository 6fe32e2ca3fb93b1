/** What S3, EventBridge and Scheduler send, as AWS's guides of these services tell it: fidelity.md has no section of them. */
import type { Stimulus } from "../../../sandbox/scenario.ts";
import type { EventBusRule } from "../../../sandbox/services/eventbridge.ts";
import type { BucketNotification } from "../../../sandbox/services/s3.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { eventsOf, FUNCTION_NAME, MINUTE, run, wait } from "../../harness.ts";
import type { FidelityRule } from "../rules.ts";

const HANDLER = "export const handler = async () => {};";
const TO_FUNCTION = `function:${FUNCTION_NAME}`;
const settle: Stimulus = { type: "settle" };

function bucketTrace(notifications: readonly BucketNotification[], keys: readonly string[], rules: readonly EventBusRule[] = []): Trace {
  const resources = {
    buckets: [{ BucketName: "photos", Notifications: notifications }],
    queues: [{ QueueName: "uploads" }],
    topics: [{ TopicName: "news", Subscriptions: [{ Protocol: "sqs" as const, Endpoint: "queue:uploads", RawMessageDelivery: true }] }],
    rules,
  };
  const puts = keys.map((Key): Stimulus => ({ type: "putObject", BucketName: "photos", Key, Size: 2_048 }));
  return run(HANDLER, { resources }, [...puts, settle]);
}

function ruleTrace(rules: readonly EventBusRule[], stimuli: readonly Stimulus[]): Trace {
  return run(HANDLER, { startsAt: "2026-11-22T07:00:30.000Z", resources: { rules, queues: [{ QueueName: "events" }] } }, stimuli);
}

const requests = (trace: Trace) => eventsOf(trace, "invocation-requested");
/** The events that the function got. */
const events = (trace: Trace) => requests(trace).map(({ Payload }) => JSON.parse(Payload));
const messages = (trace: Trace) => eventsOf(trace, "message-sent").map(({ body }) => body);
const keysOf = (trace: Trace) => events(trace).map(({ Records }) => Records[0].s3.object.key);

const created: BucketNotification = { Events: ["s3:ObjectCreated:*"], Target: TO_FUNCTION };
const order = (Detail: object, Source = "shop.orders"): Stimulus => ({
  type: "putEvents",
  entries: [{ Source, DetailType: "OrderPlaced", Detail: JSON.stringify(Detail) }],
});
const big: EventBusRule = {
  Name: "big-orders",
  EventPattern: JSON.stringify({ source: ["shop.orders"], detail: { amount: [{ numeric: [">=", 100] }] } }),
  Targets: [{ Arn: TO_FUNCTION }],
};
/** Times at which the schedule ran, as its events tell them. */
const times = (trace: Trace) => events(trace).map(({ time }) => time);

export const triggerRules: readonly FidelityRule[] = [
  {
    title: "S3 invokes a function asynchronously.",
    see: () => requests(bucketTrace([created], ["a.jpg"])).map(({ InvocationType, source }) => [InvocationType, source]),
    expected: [["Event", { kind: "service", service: "s3.amazonaws.com" }]],
  },
  {
    title: "A notification of S3 names the event without s3:, the bucket, and the object's URL-encoded key.",
    see: () => {
      const [{ eventVersion, eventSource, eventName, s3 }] = events(bucketTrace([created], ["red flower.jpg"]))[0].Records;
      return [eventVersion, eventSource, eventName, s3.bucket.name, s3.bucket.arn, s3.object.key, s3.object.size];
    },
    expected: ["2.1", "aws:s3", "ObjectCreated:Put", "photos", "arn:aws:s3:::photos", "red+flower.jpg", 2_048],
  },
  {
    title: "A notification of S3 with a prefix and a suffix is sent for keys that begin and end with them.",
    see: () => keysOf(bucketTrace([{ ...created, Prefix: "in/", Suffix: ".jpg" }], ["in/a.jpg", "in/a.png", "out/a.jpg", "in/b.JPG"])),
    expected: ["in/a.jpg"],
  },
  {
    title: "s3:ObjectCreated:* stands for every way of creating an object, and other groups are not told of it.",
    see: () =>
      [["s3:ObjectCreated:Put"], ["s3:ObjectCreated:Copy"], ["s3:ObjectRemoved:*"], ["s3:ObjectRemoved:*", "s3:ObjectCreated:*"]].map(
        (Events) => requests(bucketTrace([{ ...created, Events }], ["a"])).length,
      ),
    expected: [1, 0, 0, 1],
  },
  {
    title: "A notification of S3 goes to a queue and through a topic as the same JSON.",
    see: () =>
      [created, created]
        .map((one, index) => bucketTrace([{ ...one, Target: index === 0 ? "queue:uploads" : "topic:news" }], ["a.jpg"]))
        .map((trace) => messages(trace).map((body) => JSON.parse(body).Records[0].s3.object.key)),
    expected: [["a.jpg"], ["a.jpg"]],
  },
  {
    title: "With EventBridge notifications S3 sends Object Created to the default bus, and the key is as it is.",
    see: () => {
      const rule: EventBusRule = {
        Name: "uploads",
        EventPattern: JSON.stringify({ source: ["aws.s3"], "detail-type": ["Object Created"], detail: { bucket: { name: ["photos"] } } }),
        Targets: [{ Arn: TO_FUNCTION }],
      };
      const trace = bucketTrace([{ ...created, Target: "bus:default" }], ["red flower.jpg"], [rule]);
      return events(trace).map(({ source, detail }) => [source, detail.object.key, detail.reason]);
    },
    expected: [["aws.s3", "red flower.jpg", "PutObject"]],
  },
  {
    title: "A rule of EventBridge sends on the events that match its pattern, and no others.",
    see: () =>
      events(ruleTrace([big], [order({ amount: 150 }), order({ amount: 50 }), order({ amount: 200 }, "shop.returns"), settle])).map(
        ({ detail }) => detail,
      ),
    expected: [{ amount: 150 }],
  },
  {
    title: "EventBridge invokes a function asynchronously, with the whole event.",
    see: () => {
      const trace = ruleTrace([big], [order({ amount: 150 }), settle]);
      return [requests(trace)[0]?.InvocationType, Object.keys(events(trace)[0]).join(" ")];
    },
    expected: ["Event", "version id detail-type source account time region resources detail"],
  },
  {
    title: "A target with a constant Input gets that JSON text instead of the event.",
    see: () =>
      messages(
        ruleTrace(
          [{ ...big, Targets: [{ Arn: "queue:events", Input: '{"fixed": true}' }, { Arn: "queue:events" }] }],
          [order({ amount: 150 }), settle],
        ),
      ).map((body) => (body === '{"fixed": true}' ? body : JSON.parse(body).detail)),
    expected: ['{"fixed": true}', { amount: 150 }],
  },
  {
    title: "Each rule that matches an event sends it on, and rules of other buses do not see it.",
    see: () => {
      const all = { Name: "all", EventPattern: '{"source":[{"prefix":"shop."}]}', Targets: [{ Arn: "queue:events" }] };
      const trace = ruleTrace([big, all, { ...all, Name: "elsewhere", EventBusName: "other" }], [order({ amount: 150 }), settle]);
      return [eventsOf(trace, "event-put").map(({ bus, rules }) => [bus, rules]), messages(trace).length, requests(trace).length];
    },
    expected: [[["default", ["big-orders", "all"]]], 1, 1],
  },
  {
    title: "rate(5 minutes) of a rule first runs when five minutes have passed.",
    see: () =>
      times(ruleTrace([{ Name: "often", ScheduleExpression: "rate(5 minutes)", Targets: [{ Arn: TO_FUNCTION }] }], [wait(16 * MINUTE)])),
    expected: ["2026-11-22T07:05:30Z", "2026-11-22T07:10:30Z", "2026-11-22T07:15:30Z"],
  },
  {
    title: "A scheduled rule sends a Scheduled Event of aws.events with an empty detail.",
    see: () => {
      const rule = { Name: "often", ScheduleExpression: "rate(1 minute)", Targets: [{ Arn: TO_FUNCTION }] };
      const { source, detail, resources, ...rest } = events(ruleTrace([rule], [wait(1.5 * MINUTE)]))[0];
      return [rest["detail-type"], source, detail, resources];
    },
    expected: ["Scheduled Event", "aws.events", {}, ["arn:aws:events:ap-northeast-2:123456789012:rule/often"]],
  },
  {
    title: "cron(0 18 * * ? *) of a rule is in UTC.",
    see: () =>
      times(
        ruleTrace(
          [{ Name: "evening", ScheduleExpression: "cron(0 18 * * ? *)", Targets: [{ Arn: TO_FUNCTION }] }],
          [wait(24 * 60 * MINUTE)],
        ),
      ),
    expected: ["2026-11-22T18:00:00Z"],
  },
  {
    title: "A schedule of Scheduler runs in its own time zone.",
    see: () => {
      const rule = {
        Name: "morning",
        ScheduleExpression: "cron(0 9 * * ? *)",
        ScheduleExpressionTimezone: "Asia/Seoul",
        Targets: [{ Arn: TO_FUNCTION }],
      };
      return times(ruleTrace([rule], [wait(24 * 60 * MINUTE)]));
    },
    expected: ["2026-11-23T00:00:00Z"],
  },
  {
    title: "Scheduler hands over the target's Input, with the scheduled time in place of its keyword.",
    see: () => {
      const Input = '{"job":"report","at":"<aws.scheduler.scheduled-time>"}';
      const rule = {
        Name: "once",
        ScheduleExpression: "at(2026-11-22T08:00:00)",
        ScheduleExpressionTimezone: "UTC",
        Targets: [{ Arn: TO_FUNCTION, Input }],
      };
      return events(ruleTrace([rule], [wait(120 * MINUTE)]));
    },
    expected: [{ job: "report", at: "2026-11-22T08:00:00Z" }],
  },
];
