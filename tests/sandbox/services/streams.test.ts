import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ACCOUNT_DEFAULTS } from "../../../sandbox/scenario.ts";
import { type ItemWrite, tableStream } from "../../../sandbox/services/dynamodb-streams.ts";
import { kinesisDataStream, shardOf } from "../../../sandbox/services/kinesis.ts";
import type { Shard } from "../../../sandbox/services/record-stream.ts";
import { pending, type World } from "../../../sandbox/services/world.ts";
import { eventHeap } from "../../../sandbox/time/event-heap.ts";
import { seededRandom } from "../../../sandbox/time/random.ts";

const START = Date.parse("2026-11-22T07:00:00Z");
const HOUR = 3_600_000;

function world(): World {
  return {
    heap: eventHeap(),
    random: seededRandom(1),
    account: ACCOUNT_DEFAULTS,
    record: () => {},
    targets: new Map(),
    pending: pending(),
    stimulus: () => 0,
  };
}

const all = (shards: readonly Shard[]) => shards.flatMap((shard) => shard.read(0));
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

test("A Kinesis record goes to the shard whose share of the 128-bit range its partition key's MD5 is in.", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (key, shards) => {
      // The first 32 bits decide but for the ranges' very edges.
      const share = createHash("md5").update(key).digest().readUInt32BE() / 2 ** 32;
      expect(Math.abs(shardOf(key, shards) - Math.floor(share * shards))).toBeLessThanOrEqual(
        share * shards - Math.floor(share * shards) < 1e-6 ? 1 : 0,
      );
    }),
  );
});

test("Sequence numbers of a Kinesis stream have 56 digits and grow, also within a millisecond.", () => {
  const stream = kinesisDataStream(world(), { StreamName: "clicks" });
  for (let at = START; at < START + 5; at += 0.5)
    stream.put(
      at,
      Array.from({ length: 20 }, (_, n) => ({ Data: "x", PartitionKey: `${n}` })),
    );
  const numbers = all(stream.shards).map(({ sequenceNumber }) => sequenceNumber);
  expect(numbers.every((number) => /^\d{56}$/.test(number))).toBe(true);
  expect(numbers).toEqual([...new Set(numbers)].sort());
});

test.each([
  [24, {}],
  [48, { RetentionPeriodHours: 48 }],
] as const)("A Kinesis stream keeps a record for %i hours where its retention is %j.", (hours, definition) => {
  const stream = kinesisDataStream(world(), { StreamName: "clicks", ...definition });
  stream.put(START, [{ Data: "x", PartitionKey: "k" }]);
  const shard = only(stream.shards);
  expect([shard.oldest(START + hours * HOUR - 1), shard.oldest(START + hours * HOUR)]).toEqual([0, 1]);
});

const item = fc.record({ id: fc.constantFrom("a", "b", "c"), n: fc.integer({ min: 0, max: 2 }) });
const writes = fc.array(
  fc.oneof(
    item.map(({ id, n }): ItemWrite => ({ put: { id: { S: id }, n: { N: `${n}` } } })),
    item.map(({ id }): ItemWrite => ({ delete: { id: { S: id } } })),
  ),
  { maxLength: 40 },
);

interface Change {
  readonly eventName: string;
  readonly dynamodb: { readonly Keys: { readonly id: { readonly S: string } }; readonly NewImage?: object; readonly OldImage?: object };
}

test("Applying a table's stream to an empty table gives the table, and every old image is what was there.", () => {
  fc.assert(
    fc.property(writes, fc.integer({ min: 1, max: 4 }), (list, ShardCount) => {
      const table = tableStream(world(), { TableName: "orders", Key: ["id"], ShardCount });
      const expected = new Map<string, object>();
      list.forEach((write, index) => {
        table.write(START + index, [write]);
        const { id } = ("put" in write ? write.put : write.delete) as Change["dynamodb"]["Keys"];
        if ("put" in write) expected.set(id.S, write.put);
        else expected.delete(id.S);
      });
      const rebuilt = new Map<string, object>();
      for (const { record } of all(table.shards).sort((a, b) => a.at - b.at)) {
        const { eventName, dynamodb } = record as unknown as Change;
        const id = dynamodb.Keys.id.S;
        expect(eventName).toBe(rebuilt.has(id) ? (dynamodb.NewImage === undefined ? "REMOVE" : "MODIFY") : "INSERT");
        expect(dynamodb.OldImage).toEqual(rebuilt.get(id));
        if (dynamodb.NewImage === undefined) rebuilt.delete(id);
        else rebuilt.set(id, dynamodb.NewImage);
      }
      expect(rebuilt).toEqual(expected);
    }),
  );
});

test("All records of one item are in one shard.", () => {
  const table = tableStream(world(), { TableName: "orders", Key: ["id"], ShardCount: 4 });
  for (let n = 0; n < 200; n += 1) table.write(START + n, [{ put: { id: { S: `${n % 20}` }, n: { N: `${n}` } } }]);
  const shardsOf = new Map<string, Set<string>>();
  for (const shard of table.shards) for (const { key } of shard.read(0)) shardsOf.set(key, (shardsOf.get(key) ?? new Set()).add(shard.id));
  expect(shardsOf.size).toBe(20);
  expect([...shardsOf.values()].every(({ size }) => size === 1)).toBe(true);
  expect(table.shards.filter(({ next }) => next > 0).length).toBeGreaterThan(1);
});

test("Writing an item as it is already, or deleting one that is not there, leaves no record.", () => {
  const table = tableStream(world(), { TableName: "orders", Key: ["id"] });
  table.write(START, [
    { put: { id: { S: "1" }, n: { N: "1" } } },
    { put: { n: { N: "1" }, id: { S: "1" } } },
    { delete: { id: { S: "2" } } },
  ]);
  expect(all(table.shards)).toHaveLength(1);
});

test.each([
  ["KEYS_ONLY", []],
  ["NEW_IMAGE", ["NewImage"]],
  ["OLD_IMAGE", ["OldImage"]],
  ["NEW_AND_OLD_IMAGES", ["NewImage", "OldImage"]],
] as const)("A changed item's record in a stream of %s has the images %j.", (StreamViewType, images) => {
  const table = tableStream(world(), { TableName: "orders", Key: ["id"], StreamViewType });
  table.write(START, [{ put: { id: { S: "1" } } }, { put: { id: { S: "1" }, n: { N: "1" } } }]);
  const changed = only(all(table.shards).slice(1)).record as unknown as { readonly dynamodb: object };
  expect(Object.keys(changed.dynamodb).filter((name) => name.endsWith("Image"))).toEqual(images);
});
