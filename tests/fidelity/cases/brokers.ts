/** fidelity.md §6.4: event source mappings of Kafka, and of MQ and DocumentDB, at the level of their events. */
import type { EventSourceMappingDefinition, Stimulus } from "../../../sandbox/scenario.ts";
import type { BrokerRecord, BrokerType } from "../../../sandbox/services/broker.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { eventsOf, FUNCTION_NAME, type Options } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";
import { discardedRecords, settle } from "../stream-scenarios.ts";

const KINDS: Readonly<Record<BrokerType, string>> = {
  msk: "kafka",
  "self-managed-kafka": "self-managed-kafka",
  activemq: "mq",
  rabbitmq: "mq",
  documentdb: "documentdb",
};

function brokerOptions(type: BrokerType, mapping: Partial<EventSourceMappingDefinition> = {}, Partitions = 1): Options {
  const EventSourceArn = `${KINDS[type]}:orders`;
  return {
    resources: {
      brokers: [{ BrokerName: "orders", type, Topic: type === "documentdb" ? "shop.orders" : "topic", Partitions }],
      queues: [{ QueueName: "failures" }],
      eventSourceMappings: [{ FunctionName: FUNCTION_NAME, EventSourceArn, StartingPosition: "TRIM_HORIZON", ...mapping }],
    },
  };
}

const produce = (...records: readonly BrokerRecord[]): Stimulus => ({ type: "produce", BrokerName: "orders", records });
const value = (Value: string, Key?: string): BrokerRecord => ({ Value, ...(Key !== undefined && { Key }) });
const quick = "export const handler = async () => {};";
const payloads = (trace: Trace) => eventsOf(trace, "invocation-requested").map(({ Payload }) => Payload);
const text = (encoded: string) => Buffer.from(encoded, "base64").toString();

/** The values of each batch that was sent. */
const sent = (trace: Trace): readonly string[] =>
  payloads(trace).map((payload) => {
    const { records } = JSON.parse(payload) as { readonly records: Readonly<Record<string, readonly { readonly value: string }[]>> };
    return Object.values(records)
      .flat()
      .map((record) => text(record.value))
      .join(" ");
  });

const toQueue = { DestinationConfig: { OnFailure: { Destination: "queue:failures" } } };
const failsOnBad = `export const handler = async ({ records }) => {
  for (const { value } of Object.values(records).flat()) if (Buffer.from(value, "base64").toString().includes("bad")) throw new Error("bad");
};`;

export const brokerCases: readonly FidelityCase[] = [
  {
    section: "6.4",
    title: "An event of Amazon MSK has its records by topic and partition, with keys and values in Base64 and headers as lists of bytes.",
    files: quick,
    options: brokerOptions("msk"),
    stimuli: [produce({ Value: "one", Key: "k", Headers: { headerKey: "hel" } }), settle],
    see: (trace) => payloads(trace)[0],
    expected: [
      fidelity(
        '{eventSource:"aws:kafka", eventSourceArn, bootstrapServers:"b-1…:9092,…", records:{"topic-0":[{topic, partition:0, offset:15, timestamp:1545084650987, timestampType:"CREATE_TIME", key:"<b64>", value:"<b64>", headers:[{"headerKey":[104,101,108]}]}]}}',
        {
          whole: true,
          exact: true,
          fill: {
            "{eventSource:": '{"eventSource":',
            ', eventSourceArn, bootstrapServers:"b-1…:9092,…", records:':
              /,"eventSourceArn":"arn:aws:kafka:[^"]+","bootstrapServers":"b-[^"]+:9092,b-[^"]+:9092","records":/,
            "{topic, partition:0, offset:15, timestamp:1545084650987, timestampType:":
              /\{"topic":"topic","partition":0,"offset":0,"timestamp":\d{13},"timestampType":/,
            ', key:"<b64>", value:"<b64>", headers:': ',"key":"aw==","value":"b25l","headers":',
          },
        },
      ),
    ],
  },
  {
    section: "6.4",
    title: "An event of a Kafka cluster of one's own says SelfManagedKafka and has no eventSourceArn.",
    says: fidelity("(self-managed: eventSource `SelfManagedKafka`, no eventSourceArn)"),
    files: quick,
    options: brokerOptions("self-managed-kafka"),
    stimuli: [produce(value("one")), settle],
    see: (trace) => payloads(trace).map((payload) => [JSON.parse(payload).eventSource, Object.keys(JSON.parse(payload)).join(" ")]),
    expected: [["SelfManagedKafka", "eventSource bootstrapServers records"]],
  },
  {
    section: "6.4",
    title: "A mapping of Kafka gathers up to 100 records for half a second.",
    says: fidelity("BatchSize default 100, window default 500 ms"),
    files: quick,
    options: brokerOptions("msk"),
    stimuli: [produce(...Array.from({ length: 150 }, (_, index) => value(`${index}`, "k"))), settle],
    see: (trace) => {
      const batches = eventsOf(trace, "batch-sent");
      const first = eventsOf(trace, "batch-ended")[0]?.at ?? 0;
      return [batches.map(({ records }) => records.length), (batches[1]?.at ?? 0) >= Math.max(first, 500)];
    },
    expected: [[100, 50], true],
  },
  {
    section: "6.4",
    title: "Partition order is kept, and there is at most one consumer per partition.",
    says: fidelity("at most one consumer per partition; partition order kept"),
    files: quick,
    options: brokerOptions("msk", { BatchSize: 1 }, 3),
    stimuli: [produce(...Array.from({ length: 30 }, (_, index) => value(`${index}`, `key ${index % 7}`))), settle],
    see: (trace) => {
      const open = new Map<string, string>();
      let overlaps = 0;
      const shards = new Map(eventsOf(trace, "batch-sent").map(({ requestId, shard = "" }) => [requestId, shard]));
      for (const event of trace.events) {
        if (event.type === "batch-sent") {
          if (open.has(event.shard ?? "")) overlaps += 1;
          open.set(event.shard ?? "", event.requestId);
        } else if (event.type === "batch-ended") open.delete(shards.get(event.requestId) ?? "");
      }
      const offsets = eventsOf(trace, "batch-sent").map(({ shard, records }) => [shard, Number(records[0]?.split("@")[1])] as const);
      const inOrder = [...new Set(shards.values())].every((shard) => {
        const own = offsets.filter(([of]) => of === shard).map(([, offset]) => offset);
        return own.every((offset, index) => offset === index);
      });
      return [offsets.length, overlaps, inOrder, new Set(shards.values()).size];
    },
    expected: [30, 0, true, 3],
  },
  {
    section: "6.4",
    title: "A failed batch of Kafka is retried until it succeeds.",
    says: fidelity("Default on error: retry until success or the record ages out of Kafka."),
    files: "let calls = 0; export const handler = async () => { calls += 1; if (calls < 15) throw new Error('not yet'); };",
    options: brokerOptions("msk"),
    stimuli: [produce(value("one")), settle],
    see: (trace) => [eventsOf(trace, "batch-sent").length, eventsOf(trace, "batch-ended").at(-1)?.outcome],
    expected: [15, "success"],
  },
  {
    section: "6.4",
    title: "MaximumRetryAttempts and Bisect apply to Kafka, and what is given up goes to the on-failure destination with its offsets.",
    says: fidelity(
      "MaximumRetryAttempts, MaximumRecordAge, Bisect and ReportBatchItemFailures (item id `{topic-partition, offset}`) also apply to MSK/self-managed",
    ),
    files: failsOnBad,
    options: brokerOptions("msk", { ...toQueue, MaximumRetryAttempts: 0, BisectBatchOnFunctionError: true }),
    stimuli: [produce(value("1", "k"), value("bad", "k"), value("3", "k")), settle],
    see: (trace) => [
      sent(trace),
      discardedRecords(trace).map((record) => {
        const { requestContext, KafkaBatchInfo } = JSON.parse(record);
        const { firstRecordOffset, lastRecordOffset } = KafkaBatchInfo.recordsInfo["topic-0"];
        return [requestContext.condition, KafkaBatchInfo.batchSize, firstRecordOffset, lastRecordOffset];
      }),
    ],
    expected: [["1 bad 3", "1 bad", "1", "bad", "3"], [["RetryAttemptsExhausted", 1, "1", "1"]]],
  },
  {
    section: "6.4",
    title: "A batch item failure of Kafka is named by partition and offset.",
    says: fidelity("ReportBatchItemFailures (item id `{topic-partition, offset}`)"),
    files: `export const handler = async ({ records }) => ({
      batchItemFailures: Object.values(records).flat()
        .filter(({ value }) => Buffer.from(value, "base64").toString() === "bad")
        .map(({ topic, partition, offset }) => ({ itemIdentifier: { partition: topic + "-" + partition, offset } })),
    });`,
    options: brokerOptions("msk", { MaximumRetryAttempts: 1, FunctionResponseTypes: ["ReportBatchItemFailures"] }),
    stimuli: [produce(value("1", "k"), value("bad", "k"), value("3", "k")), settle],
    see: sent,
    expected: ["1 bad 3", "bad 3"],
  },
  {
    section: "6.4",
    title: "A Kafka mapping with an on-failure destination and endless retries retries ten times.",
    says: fidelity("on-failure SQS/SNS/S3"),
    files: failsOnBad,
    options: brokerOptions("msk", toQueue),
    stimuli: [produce(value("bad")), settle],
    see: (trace) => [eventsOf(trace, "batch-sent").length, discardedRecords(trace).length],
    expected: [11, 1],
  },
  ...(
    [
      ["ActiveMQ", "activemq", "eventSource eventSourceArn messages", '{"eventSource":"aws:mq"'],
      ["RabbitMQ", "rabbitmq", "eventSource eventSourceArn rmqMessagesByQueue", '{"eventSource":"aws:rmq"'],
      ["DocumentDB", "documentdb", "eventSourceArn events eventSource", '{"eventSourceArn":"arn:aws:rds:'],
    ] as const
  ).map(
    ([name, type, keys, start]): FidelityCase => ({
      section: "6.4",
      title: `An event of ${name} has the keys ${keys.replaceAll(" ", ", ")}, and a failed batch comes again.`,
      says: fidelity("Poll → filter → batch → **synchronous** invoke"),
      files: "let calls = 0; export const handler = async () => { calls += 1; if (calls < 3) throw new Error('not yet'); };",
      options: brokerOptions(type),
      stimuli: [produce(value('{"id":1}')), settle],
      see: (trace) => [
        payloads(trace).map((payload) => Object.keys(JSON.parse(payload)).join(" ")),
        payloads(trace).every((payload) => payload.startsWith(start)),
      ],
      expected: [[keys, keys, keys], true],
    }),
  ),
];
