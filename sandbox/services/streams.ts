/** An account's Kinesis streams, tables with streams, and brokers. */
import type { Instant } from "../time/instant.ts";
import { type Broker, type BrokerDefinition, type BrokerRecord, broker } from "./broker.ts";
import { type ItemWrite, type TableDefinition, type TableStream, tableStream } from "./dynamodb-streams.ts";
import { type KinesisDataStream, type KinesisStream, kinesisDataStream, type NewStreamRecord } from "./kinesis.ts";
import type { RecordStream } from "./record-stream.ts";
import type { World } from "./world.ts";

export interface Streams {
  readonly byArn: ReadonlyMap<string, RecordStream>;
  /** At the instant at which they arrive. */
  putRecords(at: Instant, StreamName: string, records: readonly NewStreamRecord[]): void;
  writeItems(at: Instant, TableName: string, writes: readonly ItemWrite[]): void;
  produce(at: Instant, BrokerName: string, records: readonly BrokerRecord[]): void;
}

export interface StreamDefinitions {
  readonly streams?: readonly KinesisStream[];
  readonly tables?: readonly TableDefinition[];
  readonly brokers?: readonly BrokerDefinition[];
}

export function streams(world: World, { streams: definitions = [], tables = [], brokers = [] }: StreamDefinitions): Streams {
  const ofName = new Map<string, KinesisDataStream>(definitions.map((one) => [one.StreamName, kinesisDataStream(world, one)]));
  const ofTable = new Map<string, TableStream>(tables.map((one) => [one.TableName, tableStream(world, one)]));
  const ofBroker = new Map<string, Broker>(brokers.map((one) => [one.BrokerName, broker(world, one)]));
  return {
    byArn: new Map(
      [...ofName.values(), ...ofTable.values(), ...ofBroker.values()].map((stream): [string, RecordStream] => [stream.arn, stream]),
    ),
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
    produce(at, BrokerName, records) {
      const known = ofBroker.get(BrokerName);
      if (known === undefined) throw new Error(`scenario: there is no broker ${BrokerName}`);
      known.produce(at, records);
    },
  };
}
