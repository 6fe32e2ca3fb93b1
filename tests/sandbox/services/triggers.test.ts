import { expect, test } from "vitest";
import type { Scenario, Stimulus } from "../../../sandbox/scenario.ts";
import { type BucketNotification, tells } from "../../../sandbox/services/s3.ts";
import { eventsOf, FUNCTION_NAME, MINUTE, type Options, run, wait } from "../../harness.ts";

const TO_FUNCTION = `function:${FUNCTION_NAME}`;
const settle: Stimulus = { type: "settle" };
const declared = { duration: 10 };
const fails = { duration: 10, failures: [{ how: { errorType: "Error", errorMessage: "no" } }] };

const rulesOf = (rules: Scenario["rules"], more: Options = {}): Options => ({
  declared,
  ...more,
  resources: { rules: rules ?? [], ...more.resources },
});
const starts = (options: Options, stimuli: readonly Stimulus[]) =>
  eventsOf(run({}, options, stimuli), "invoke-started").map(({ at }) => at);

test.each([
  [["s3:ObjectCreated:*"], "s3:ObjectCreated:Put", true],
  [["s3:ObjectCreated:Put"], "s3:ObjectCreated:Put", true],
  [["s3:ObjectCreated:Post"], "s3:ObjectCreated:Put", false],
  [["s3:ObjectRemoved:*"], "s3:ObjectCreated:Put", false],
  [["s3:ObjectRemoved:*", "s3:ObjectCreated:*"], "s3:ObjectRemoved:Delete", true],
] as const)("A notification for %j of %s is sent: %s.", (Events, event, expected) => {
  expect(tells({ Events, Target: TO_FUNCTION }, event, "key")).toBe(expected);
});

test.each([
  ["in/", ".jpg", "in/a.jpg", true],
  ["in/", ".jpg", "in/a.JPG", false],
  ["in/", ".jpg", "a/in/a.jpg", false],
  ["", ".jpg", "a.jpg", true],
  ["in/", "", "in/", true],
])("A notification with prefix %j and suffix %j for the key %s is sent: %s.", (Prefix, Suffix, key, expected) => {
  const notification: BucketNotification = { Events: ["s3:ObjectCreated:*"], Target: TO_FUNCTION, Prefix, Suffix };
  expect(tells(notification, "s3:ObjectCreated:Put", key)).toBe(expected);
});

const loop = (Destination: string): Options => ({
  declared: fails,
  EventInvokeConfig: { MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination } } },
  resources: {
    buckets: [{ BucketName: "loop", Notifications: [{ Events: ["s3:ObjectCreated:*"], Target: TO_FUNCTION }] }],
    rules: [{ Name: "again", EventPattern: '{"source":["lambda"]}', Targets: [{ Arn: TO_FUNCTION }] }],
  },
});

test("A loop through a bucket is stopped after 16 invocations; one through an event bus is not detected.", () => {
  const stimuli: readonly Stimulus[] = [{ type: "putObject", BucketName: "loop", Key: "first" }, wait(30_000)];
  const throughBucket = run({}, loop("bucket:loop"), stimuli);
  const throughBus = run({}, loop("bus:default"), stimuli);
  expect(eventsOf(throughBucket, "invoke-started")).toHaveLength(16);
  expect(eventsOf(throughBucket, "loop-stopped").length).toBeGreaterThan(0);
  expect(eventsOf(throughBus, "invoke-started").length).toBeGreaterThan(25);
  expect(eventsOf(throughBus, "loop-stopped")).toEqual([]);
});

test("A rule whose pattern is not valid stops the scenario with EventBridge's words.", () => {
  const options = rulesOf([{ Name: "wrong", EventPattern: '{"source":"shop"}', Targets: [] }]);
  expect(() => run({}, options, [])).toThrow("scenario: rule wrong: Event pattern is not valid. Reason:");
});

test("A rule whose schedule is not valid stops the scenario with EventBridge's words.", () => {
  const options = rulesOf([{ Name: "wrong", ScheduleExpression: "rate(1 minutes)", Targets: [] }]);
  expect(() => run({}, options, [])).toThrow("scenario: rule wrong: Parameter ScheduleExpression is not valid.");
});

test("A rate of Scheduler runs for the first time where it starts, one of a rule an interval later.", () => {
  const rule = { Name: "often", ScheduleExpression: "rate(10 minutes)", Targets: [{ Arn: TO_FUNCTION }] };
  const stimuli = [wait(25 * MINUTE)];
  expect(starts(rulesOf([rule]), stimuli)).toHaveLength(2);
  expect(starts(rulesOf([{ ...rule, ScheduleExpressionTimezone: "UTC" }]), stimuli)).toHaveLength(3);
});

test("Schedules run on while other stimuli happen, and settling does not wait for the next instant of a schedule.", () => {
  const rule = { Name: "often", ScheduleExpression: "rate(1 minute)", Targets: [{ Arn: TO_FUNCTION }] };
  const trace = run({}, rulesOf([rule]), [
    wait(90_000),
    { type: "invoke", FunctionName: FUNCTION_NAME, Payload: "{}" },
    settle,
    wait(2 * MINUTE),
    settle,
  ]);
  expect(eventsOf(trace, "event-put")).toHaveLength(3);
  expect(eventsOf(trace, "invoke-started")).toHaveLength(4);
  expect(trace.endsAt - trace.startsAt).toBeLessThan(4 * MINUTE);
});

test("An event for a bus that no rule names is put there and reaches nobody.", () => {
  const trace = run({}, rulesOf([{ Name: "all", EventPattern: '{"source":[{"prefix":""}]}', Targets: [{ Arn: TO_FUNCTION }] }]), [
    { type: "putEvents", entries: [{ Source: "shop", DetailType: "x", Detail: "{}", EventBusName: "other" }] },
    settle,
  ]);
  expect(eventsOf(trace, "event-put").map(({ bus, rules }) => [bus, rules])).toEqual([["other", []]]);
  expect(eventsOf(trace, "invoke-started")).toEqual([]);
});

test("A rule of one bus can send events on to another, whose rules see them then.", () => {
  const trace = run(
    {},
    rulesOf([
      { Name: "forward", EventPattern: '{"source":["shop"]}', Targets: [{ Arn: "bus:other" }] },
      { Name: "take", EventBusName: "other", EventPattern: '{"source":["shop"]}', Targets: [{ Arn: TO_FUNCTION }] },
    ]),
    [{ type: "putEvents", entries: [{ Source: "shop", DetailType: "x", Detail: "{}" }] }, settle],
  );
  expect(eventsOf(trace, "event-put").map(({ bus, rules }) => [bus, rules])).toEqual([
    ["default", ["forward"]],
    ["other", ["take"]],
  ]);
  expect(eventsOf(trace, "invoke-started")).toHaveLength(1);
});
