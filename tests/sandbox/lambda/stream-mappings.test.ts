import { expect, test } from "vitest";
import type { Stimulus } from "../../../sandbox/scenario.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import {
  discardedRecords,
  failsOnBad,
  kinesisOptions,
  putRecords,
  sentEvents,
  sentTexts,
  settle,
} from "../../fidelity/stream-scenarios.ts";
import { eventsOf, FUNCTION_NAME, run, wait } from "../../harness.ts";

const quick = { declared: { duration: 10 } };
const put = (...texts: readonly string[]) => putRecords(...texts);
const enabled = (Enabled: boolean): Stimulus => ({
  type: "updateEventSourceMapping",
  FunctionName: FUNCTION_NAME,
  EventSourceArn: "stream:clicks",
  Enabled,
});
const sent = (trace: Trace) => sentTexts(trace).map((batch) => batch.join(" "));

test.each([
  ["LATEST", {}, ["2"]],
  ["TRIM_HORIZON", {}, ["1 early", "2"]],
  ["AT_TIMESTAMP", { StartingPositionTimestamp: "2026-11-22T07:00:05.000Z" }, ["early", "2"]],
] as const)("A mapping that begins at %s and is enabled late gets %j %j.", (StartingPosition, more, expected) => {
  const options = kinesisOptions({ StartingPosition, ...more, Enabled: false }, {}, quick);
  const trace = run({}, options, [put("1"), wait(6_000), put("early"), wait(10_000), enabled(true), wait(10_000), put("2"), settle]);
  expect(sent(trace)).toEqual(expected);
});

test("A mapping that was disabled goes on where it was.", () => {
  const stimuli = [put("1"), wait(3_000), enabled(false), wait(10_000), put("2"), wait(10_000), enabled(true), settle];
  const trace = run({}, kinesisOptions({}, {}, quick), stimuli);
  expect(sent(trace)).toEqual(["1", "2"]);
  expect(eventsOf(trace, "mapping-changed").map(({ State }) => State)).toEqual(["Enabled", "Disabling", "Disabled", "Enabling", "Enabled"]);
  const enabledAgain = eventsOf(trace, "mapping-changed").at(-1)?.at ?? 0;
  expect(eventsOf(trace, "batch-sent")[1]?.at).toBeGreaterThanOrEqual(enabledAgain);
});

test("A mapping that is disabled while a batch is being retried leaves it, and takes it up again first.", () => {
  const failing = { declared: { duration: 10, failures: [{ eventContains: "YmFk", how: { errorType: "E", errorMessage: "m" } }] } };
  const stimuli = [put("bad"), wait(3_000), enabled(false), wait(60_000), enabled(true), put("2"), wait(60_000)];
  const trace = run({}, kinesisOptions({}, {}, failing), stimuli);
  const [, , disabled = 0, , again = 0] = eventsOf(trace, "mapping-changed").map(({ at }) => at);
  expect(eventsOf(trace, "batch-sent").filter(({ at }) => at > disabled && at < again)).toEqual([]);
  expect(new Set(sent(trace))).toEqual(new Set(["bad"]));
  expect(eventsOf(trace, "batch-sent").at(-1)?.at).toBeGreaterThan(again);
});

test("A batching window gathers what several reads have brought, and a full batch does not wait for its end.", () => {
  const options = kinesisOptions({ MaximumBatchingWindowInSeconds: 10, BatchSize: 5 }, {}, quick);
  const slow = run({}, options, [put("1"), wait(2_000), put("2"), wait(2_000), put("3"), settle]);
  expect(sent(slow)).toEqual(["1 2 3"]);
  const read = eventsOf(slow, "records-put")[0]?.at ?? 0;
  const wentAt = eventsOf(slow, "batch-sent")[0]?.at ?? 0;
  expect(wentAt - read).toBeGreaterThanOrEqual(10_000);
  expect(wentAt - read).toBeLessThan(11_001);
  const full = run({}, options, [put("1", "2", "3", "4", "5", "6"), settle]);
  expect(sent(full)).toEqual(["1 2 3 4 5", "6"]);
  expect((eventsOf(full, "batch-sent")[0]?.at ?? 0) - full.startsAt).toBeLessThan(2_000);
});

test("A batch has at most 6 MB of event.", () => {
  const big = "x".repeat(700_000);
  const options = kinesisOptions({}, {}, quick);
  const trace = run({}, options, [put(...Array.from({ length: 10 }, (_, index) => `${index}:${big}`)), settle]);
  const sizes = eventsOf(trace, "invocation-requested").map(({ Payload }) => Payload.length);
  expect(sizes.every((size) => size <= 6_291_456)).toBe(true);
  expect(eventsOf(trace, "batch-sent").map(({ records }) => records.length)).toEqual([6, 4]);
});

test("Records that no filter wants are skipped, and the others come in their order.", () => {
  const filter = { FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ data: { n: [{ numeric: [">", 2] }] } }) }] } };
  const texts = [1, 2, 3, 4].map((n) => JSON.stringify({ n }));
  const trace = run({}, kinesisOptions(filter, {}, quick), [put(...texts, "no JSON"), settle]);
  expect(sentTexts(trace)).toEqual([['{"n":3}', '{"n":4}']]);
  expect(eventsOf(trace, "batch-discarded").map(({ why, records }) => [why, records.length])).toEqual([["filtered", 3]]);
});

test("Records that a failing batch has held up for longer than the stream keeps them are lost, and no destination hears of it.", () => {
  const failing = { declared: { duration: 10, failures: [{ eventContains: "YmFk", how: { errorType: "E", errorMessage: "m" } }] } };
  const options = kinesisOptions({ BatchSize: 1 }, {}, failing);
  const trace = run({}, options, [put("bad", "2"), { type: "wait", duration: 25 * 3_600_000 }]);
  expect(eventsOf(trace, "batch-discarded").map(({ why, records }) => [why, records.length])).toEqual([
    ["retention", 1],
    ["retention", 1],
  ]);
  expect(discardedRecords(trace)).toEqual([]);
});

test("Shards are processed at the same time, each in its own order.", () => {
  const options = kinesisOptions({ BatchSize: 1 }, { ShardCount: 4 }, { declared: { duration: 5_000 }, Timeout: 10 });
  const trace = run({}, options, [put(...Array.from({ length: 12 }, (_, index) => `key${index % 6}:${index}`)), settle]);
  const shards = Map.groupBy(eventsOf(trace, "batch-sent"), ({ shard }) => shard);
  expect(shards.size).toBeGreaterThan(1);
  expect(eventsOf(trace, "environment-created")).toHaveLength(shards.size);
  for (const batches of shards.values()) {
    const numbers = batches.flatMap(({ records }) => records);
    expect(numbers).toEqual([...numbers].sort());
  }
});

test("The record about a batch of an alias names the alias.", () => {
  const options = kinesisOptions(
    { Qualifier: "live", MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: "topic:alarms" } } },
    {},
    {
      Versions: [{}],
      Aliases: [{ Name: "live", FunctionVersion: "1" }],
      resources: {
        topics: [{ TopicName: "alarms", Subscriptions: [{ Protocol: "sqs", Endpoint: "queue:alarms" }] }],
        queues: [{ QueueName: "alarms" }],
      },
    },
  );
  const trace = run(failsOnBad, options, [put("bad"), settle]);
  const [record = ""] = discardedRecords(trace);
  const { requestContext, responseContext } = JSON.parse(record);
  expect(requestContext.functionArn).toMatch(/:function:fn:live$/);
  expect(responseContext.executedVersion).toBe("1");
  const [message] = eventsOf(trace, "message-sent");
  expect(JSON.parse(message?.body ?? "").Message).toBe(record);
});

test("A destination that does not exist is told of as an error, and the shard moves on.", () => {
  const options = kinesisOptions({
    BatchSize: 1,
    MaximumRetryAttempts: 0,
    DestinationConfig: { OnFailure: { Destination: "queue:nowhere" } },
  });
  const trace = run(failsOnBad, options, [put("bad", "2"), settle]);
  expect(eventsOf(trace, "record-delivered").map(({ body, error }) => [body, error !== undefined])).toEqual([[undefined, true]]);
  expect(sent(trace).at(-1)).toBe("2");
});

test("Two functions on one stream get every record each.", () => {
  const options = kinesisOptions(
    {},
    {},
    {
      ...quick,
      others: [{ FunctionName: "other", Runtime: "nodejs24.x", Handler: "index.handler", files: {}, declared: { duration: 10 } }],
    },
  );
  const mappings = [FUNCTION_NAME, "other"].map((FunctionName) => ({
    FunctionName,
    EventSourceArn: "stream:clicks",
    StartingPosition: "LATEST" as const,
  }));
  const trace = run({}, { ...options, resources: { ...options.resources, eventSourceMappings: mappings } }, [put("1", "2"), settle]);
  expect(
    eventsOf(trace, "batch-sent")
      .map(({ FunctionName, records }) => [FunctionName, records.length])
      .sort(),
  ).toEqual([
    ["fn", 2],
    ["other", 2],
  ]);
});

test("A tumbling window on each of two shards has a state of its own.", () => {
  const counts = `export const handler = async (event) => ({ state: { seen: (event.state.seen ?? 0) + event.Records.length } });`;
  const options = kinesisOptions({ TumblingWindowInSeconds: 60 }, { ShardCount: 2 });
  const trace = run(counts, options, [put(...Array.from({ length: 40 }, (_, index) => `${index}`)), wait(5_000), put("0"), settle]);
  const finals = sentEvents(trace).filter(({ isFinalInvokeForWindow }) => isFinalInvokeForWindow === true);
  expect(finals).toHaveLength(2);
  const seen = finals.map(({ state }) => (state as { readonly seen: number }).seen);
  expect(seen.reduce((sum, one) => sum + one)).toBe(41);
});

test("The same scenario gives the same trace, byte for byte.", () => {
  const options = kinesisOptions(
    { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 2, ParallelizationFactor: 4 },
    { ShardCount: 3 },
  );
  const stimuli = [put("1", "bad", "3", "4", "5"), wait(700), put("6", "bad again"), settle];
  expect(JSON.stringify(run(failsOnBad, options, stimuli))).toBe(JSON.stringify(run(failsOnBad, options, stimuli)));
});
