/** An account's Kinesis streams and tables with streams. */
import type { Instant } from "../time/instant.ts";
import { type ItemWrite, type TableDefinition, type TableStream, tableStream } from "./dynamodb-streams.ts";
import { type KinesisDataStream, type KinesisStream, kinesisDataStream, type NewStreamRecord } from "./kinesis.ts";
import type { RecordStream } from "./record-stream.ts";
import type { World } from "./world.ts";

export interface Streams {
  readonly byArn: ReadonlyMap<string, RecordStream>;
  /** At the instant at which they arrive. */
  putRecords(at: Instant, StreamName: string, records: readonly NewStreamRecord[]): void;
  writeItems(at: Instant, TableName: string, writes: readonly ItemWrite[]): void;
}

export function streams(world: World, definitions: readonly KinesisStream[], tables: readonly TableDefinition[]): Streams {
  const ofName = new Map<string, KinesisDataStream>(definitions.map((one) => [one.StreamName, kinesisDataStream(world, one)]));
  const ofTable = new Map<string, TableStream>(tables.map((one) => [one.TableName, tableStream(world, one)]));
  return {
    byArn: new Map([...ofName.values(), ...ofTable.values()].map((stream): [string, RecordStream] => [stream.arn, stream])),
    putRecords(at, StreamName, records) {
      const stream = ofName.get(StreamName);
      if (stream === undefined) throw new Error(`scenario: there is no stream ${StreamName}`);
      stream.put(at, records);
    },
    writeItems(at, TableName, writes) {
      const table = ofTable.get(TableName);
      if (table === undefined) throw new Error(`scenario: there is no table ${TableName}`);
      table.write(at, writes);
    },
  };
}
