/**
 * Brokers and change streams at the level of the events that they cause: one topic, queue or collection, into which a stimulus puts
 * records. What a broker does besides is not simulated.
 *
 * Simplified: a batch holds records of one partition; Lambda's consumers gather a batch from several.
 */
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import { arnOf } from "./arn.ts";
import { documentChange } from "./documentdb.ts";
import { bootstrapServers, kafkaRecord } from "./kafka.ts";
import { keyHash } from "./key-hash.ts";
import { activeMessage, rabbitMessage } from "./mq.ts";
import { type RecordStream, Shard, type StreamRecord } from "./record-stream.ts";
import type { World } from "./world.ts";

export interface BrokerDefinition {
  readonly BrokerName: string;
  readonly type: BrokerType;
  /** The topic, the queue, or `database.collection`. Default the broker's name. */
  readonly Topic?: string;
  /** Kafka. Default 1. */
  readonly Partitions?: number;
}

export type BrokerType = "msk" | "self-managed-kafka" | "activemq" | "rabbitmq" | "documentdb";

export interface BrokerRecord {
  /** Text. Of a document: its JSON text. */
  readonly Value: string;
  /** Kafka: records of one key are in one partition. A document's `_id`. */
  readonly Key?: string;
  readonly Headers?: Readonly<Record<string, string>>;
}

export interface Broker extends RecordStream {
  produce(at: Instant, records: readonly BrokerRecord[]): void;
}

/** A record on its way: what its event will show of it. */
export interface Produced extends BrokerRecord {
  readonly at: Instant;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

const KINDS = {
  msk: "kafka",
  "self-managed-kafka": "self-managed-kafka",
  activemq: "mq",
  rabbitmq: "mq",
  documentdb: "documentdb",
} as const;

/** A week, as Kafka keeps records by default (Apache Kafka, log.retention.hours). */
const RETENTION = 7 * 24 * 3_600_000;

export function broker(world: World, definition: BrokerDefinition): Broker {
  const { BrokerName, type, Topic: topic = BrokerName, Partitions = 1 } = definition;
  const arn = arnOf(`${KINDS[type]}:${BrokerName}`, world.account);
  const random = world.random.fork(arn);
  const shards = Array.from({ length: Partitions }, (_, index) => new Shard(`${topic}-${index}`, RETENTION));
  const recordOf = RECORDS[type];
  let keyless = 0;
  return {
    arn,
    kind: KINDS[type] === "self-managed-kafka" ? "kafka" : KINDS[type],
    shards,
    event: EVENTS[type]({ arn, topic, bootstrapServers: bootstrapServers(type, BrokerName, world.account.Region) }),
    produce(at, records) {
      const arrived = shards.map((): StreamRecord[] => []);
      for (const record of records) {
        // Records without a key take turns.
        const partition = (record.Key === undefined ? keyless++ : keyHash(record.Key)) % Partitions;
        const place = arrived[partition];
        const shard = shards[partition];
        if (place === undefined || shard === undefined) throw new Error(`broker: ${topic} has no partition ${partition}`);
        const offset = shard.next + place.length;
        const produced = { ...record, at, topic, partition, offset };
        const sequenceNumber = `${shard.id}@${offset}`;
        place.push({ sequenceNumber, at, key: record.Key ?? sequenceNumber, record: recordOf(produced, random) });
      }
      for (const [index, shard] of shards.entries()) {
        const of = arrived[index] ?? [];
        if (of.length === 0) continue;
        const sequenceNumbers = of.map(({ sequenceNumber }) => sequenceNumber);
        world.record({ type: "records-put", at, stream: arn, shard: shard.id, sequenceNumbers });
        shard.append(of, at);
      }
    },
  };
}

const RECORDS: Readonly<Record<BrokerType, (produced: Produced, random: Random) => object>> = {
  msk: kafkaRecord,
  "self-managed-kafka": kafkaRecord,
  activemq: activeMessage,
  rabbitmq: rabbitMessage,
  documentdb: documentChange,
};

interface Place {
  readonly arn: string;
  readonly topic: string;
  readonly bootstrapServers: string;
}

type EventOf = NonNullable<RecordStream["event"]>;

/** Keys and order: the guide's pages on each source. Records are JSON texts already. */
const EVENTS: Readonly<Record<BrokerType, (place: Place) => EventOf>> = {
  msk:
    ({ arn, bootstrapServers: servers }) =>
    (shard, records) =>
      `{"eventSource":"aws:kafka","eventSourceArn":"${arn}","bootstrapServers":"${servers}","records":{"${shard}":[${records.join(",")}]}}`,
  "self-managed-kafka":
    ({ bootstrapServers: servers }) =>
    (shard, records) =>
      `{"eventSource":"SelfManagedKafka","bootstrapServers":"${servers}","records":{"${shard}":[${records.join(",")}]}}`,
  activemq:
    ({ arn }) =>
    (_shard, records) =>
      `{"eventSource":"aws:mq","eventSourceArn":"${arn}","messages":[${records.join(",")}]}`,
  rabbitmq:
    ({ arn, topic }) =>
    (_shard, records) =>
      `{"eventSource":"aws:rmq","eventSourceArn":"${arn}","rmqMessagesByQueue":{"${topic}::/":[${records.join(",")}]}}`,
  documentdb:
    ({ arn }) =>
    (_shard, records) =>
      `{"eventSourceArn":"${arn}","events":[${records.join(",")}],"eventSource":"aws:docdb"}`,
};
