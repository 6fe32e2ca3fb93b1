/** fidelity.md §6.3: event source mappings of Kinesis and DynamoDB Streams. */

import type { Stimulus } from "../../../sandbox/scenario.ts";
import type { ItemWrite } from "../../../sandbox/services/dynamodb-streams.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { eventsOf, FUNCTION_NAME, type Options, wait } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";
import { discardedRecords, failsOnBad, kinesisOptions, putRecords, sentEvents, sentTexts, settle } from "../stream-scenarios.ts";

const quick = "export const handler = async () => 'ok';";
const texts = (count: number, of = (n: number) => `${n}`) => Array.from({ length: count }, (_, index) => of(index + 1));
const outcomes = (trace: Trace) => eventsOf(trace, "batch-ended").map(({ outcome, next }) => [outcome, next ?? "go on"].join(": "));
const attempts = (trace: Trace) => eventsOf(trace, "batch-sent").map(({ attempt }) => attempt);

/** A failed batch goes to a bucket, whose records have a payload besides. */
const bucketDestination = {
  mapping: { DestinationConfig: { OnFailure: { Destination: "bucket:failures" } } },
  more: { resources: { buckets: [{ BucketName: "failures" }] } },
};
const queueDestination = {
  mapping: { DestinationConfig: { OnFailure: { Destination: "queue:failures" } } },
  more: { resources: { queues: [{ QueueName: "failures" }] } },
};

const tableOptions = (more: Partial<NonNullable<NonNullable<Options["resources"]>["tables"]>[number]> = {}): Options => ({
  resources: {
    tables: [{ TableName: "orders", Key: ["my_partition_key"], StreamViewType: "NEW_IMAGE", ...more }],
    eventSourceMappings: [{ FunctionName: FUNCTION_NAME, EventSourceArn: "table:orders", StartingPosition: "TRIM_HORIZON" }],
  },
});
const write = (...writes: readonly ItemWrite[]): Stimulus => ({ type: "writeItems", TableName: "orders", writes });
const key = { my_partition_key: { S: "hello world" } };

interface TableRecord {
  readonly eventName: string;
  readonly userIdentity?: object;
  readonly dynamodb: { readonly SizeBytes: number; readonly NewImage?: object; readonly OldImage?: object };
}
/** Written by the stream under test. */
const tableRecords = (trace: Trace) => sentEvents(trace).flatMap(({ Records }) => Records as unknown as readonly TableRecord[]);

/** Answers with the sequence numbers of the records that contain `bad`. */
const reports = `export const handler = async (event) => ({
  batchItemFailures: event.Records
    .filter(({ kinesis }) => Buffer.from(kinesis.data, "base64").toString().includes("bad"))
    .map(({ kinesis }) => ({ itemIdentifier: kinesis.sequenceNumber })),
});`;
const ReportBatchItemFailures = { FunctionResponseTypes: ["ReportBatchItemFailures"] } as const;
const answering = (answer: string) => `export const handler = async () => (${answer});`;

const counts = `export const handler = async (event) => {
  if (event.isFinalInvokeForWindow) return { state: {} };
  return { state: { seen: (event.state.seen ?? 0) + event.Records.length } };
};`;

export const streamCases: readonly FidelityCase[] = [
  {
    section: "6.3",
    title: "A batch of a stream has 100 records unless the mapping says otherwise.",
    says: fidelity("Defaults: BatchSize 100"),
    files: quick,
    options: kinesisOptions(),
    stimuli: [putRecords(...texts(250)), settle],
    see: (trace) => sentTexts(trace).map(({ length }) => length),
    expected: [100, 100, 50],
  },
  {
    section: "6.3",
    title: "One batch is in flight per shard.",
    says: fidelity("One batch in flight per shard"),
    files: quick,
    options: kinesisOptions({ BatchSize: 1 }),
    stimuli: [putRecords(...texts(4)), settle],
    see: (trace) => [sentTexts(trace).flat(), eventsOf(trace, "environment-created").length],
    expected: [["1", "2", "3", "4"], 1],
  },
  {
    section: "6.3",
    title: "With a ParallelizationFactor batches of one shard are in flight at the same time, and order is kept per partition key.",
    says: fidelity("(× ParallelizationFactor sub-shards by partition key/item key hash; order kept per key)"),
    files: "export const handler = async () => { await new Promise((r) => setTimeout(r, 500)); };",
    options: kinesisOptions({ BatchSize: 1, ParallelizationFactor: 10 }),
    stimuli: [putRecords(...texts(30, (n) => `${"abcdef"[n % 6]}:${n}`)), settle],
    see: (trace) => {
      const sent = sentTexts(trace).flat();
      const ofKey = (name: string) => sent.filter((text) => text.startsWith(name)).map((text) => Number(text.slice(2)));
      const inOrder = [..."abcdef"].every((name) => ofKey(name).every((n, index, all) => index === 0 || (all[index - 1] ?? 0) < n));
      return [sent.length, inOrder, eventsOf(trace, "environment-created").length > 1];
    },
    expected: [30, true, true],
  },
  {
    section: "6.3",
    title: "Kinesis polls each shard about once per second, and what came in between is one batch.",
    says: fidelity("Kinesis polls each shard about once per second"),
    files: quick,
    options: kinesisOptions(),
    stimuli: [...texts(30).flatMap((text) => [putRecords(text), wait(90)]), settle],
    see: (trace) => {
      const sent = eventsOf(trace, "batch-sent").map(({ at }) => at);
      return [sent.length > 1, sent.every((at, index) => index === 0 || (at - (sent[index - 1] ?? 0)) % 1_000 === 0)];
    },
    expected: [true, true],
  },
  {
    section: "6.3",
    title: "DynamoDB Streams are polled four times a second.",
    says: fidelity("DynamoDB 4×/s"),
    files: quick,
    options: tableOptions(),
    stimuli: [...texts(30).flatMap((n) => [write({ put: { my_partition_key: { S: n } } }), wait(90)]), settle],
    see: (trace) => {
      const sent = eventsOf(trace, "batch-sent").map(({ at }) => at);
      // The first batch takes a cold start: the next ones wait for its end.
      const gaps = sent.slice(4).map((at, index) => at - (sent[index + 3] ?? 0));
      return [gaps.every((gap) => gap % 250 === 0), gaps.includes(250)];
    },
    expected: [true, true],
  },
  {
    section: "6.3",
    title: "A failed batch blocks its shard until it succeeds.",
    says: fidelity("A failed batch blocks its shard (or key lane) until success, retries exhausted, or record age exceeded"),
    files: `let calls = 0; export const handler = async () => { calls += 1; if (calls < 4) throw new Error("not yet"); };`,
    options: kinesisOptions({ BatchSize: 1 }),
    stimuli: [putRecords("1", "2"), settle],
    see: (trace) => sentTexts(trace).flat(),
    expected: ["1", "1", "1", "1", "2"],
  },
  {
    section: "6.3",
    title: "A batch whose retries are exhausted is given up and the shard moves on.",
    says: fidelity("then the failed range goes to the on-failure destination and the shard moves on"),
    files: failsOnBad,
    options: kinesisOptions({ BatchSize: 1, MaximumRetryAttempts: 2 }),
    stimuli: [putRecords("bad", "2"), settle],
    see: (trace) => [sentTexts(trace).flat(), attempts(trace), outcomes(trace).slice(-2)],
    expected: [
      ["bad", "bad", "bad", "2"],
      [1, 2, 3, 1],
      ["failure: discard", "success: go on"],
    ],
  },
  {
    section: "6.3",
    title: "Throttles do not count as attempts.",
    says: fidelity("Throttles do not count as attempts."),
    files: quick,
    options: kinesisOptions({ MaximumRetryAttempts: 0 }, {}, { ReservedConcurrentExecutions: 0 }),
    stimuli: [
      putRecords("1"),
      wait(20_000),
      { type: "putFunctionConcurrency", FunctionName: FUNCTION_NAME, ReservedConcurrentExecutions: 5 },
      settle,
    ],
    see: (trace) => [new Set(attempts(trace)).size, outcomes(trace).length > 3, outcomes(trace).at(-1)],
    expected: [1, true, "success: go on"],
  },
  {
    section: "6.3",
    title: "Retries use exponential backoff.",
    says: fidelity("Retries use exponential backoff (undocumented)."),
    files: failsOnBad,
    options: kinesisOptions({ MaximumRetryAttempts: 4 }),
    stimuli: [putRecords("bad"), settle],
    see: (trace) => {
      const ended = eventsOf(trace, "batch-ended").map(({ at }) => at);
      return eventsOf(trace, "batch-sent")
        .slice(1)
        .map(({ at }, index) => at - (ended[index] ?? 0));
    },
    expected: [250, 500, 1_000, 2_000],
  },
  {
    section: "6.3",
    title: "BisectBatchOnFunctionError splits a failed batch in two halves and processes them in order.",
    says: fidelity("BisectBatchOnFunctionError: split the failed batch in two halves, process in order"),
    files: failsOnBad,
    options: kinesisOptions({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 0 }),
    stimuli: [putRecords("1", "2", "bad", "4"), settle],
    see: (trace) => sentTexts(trace).map((batch) => batch.join(" ")),
    expected: ["1 2 bad 4", "1 2", "bad 4", "bad", "4"],
  },
  {
    section: "6.3",
    title: "Splits do not consume retry attempts.",
    says: fidelity("splits do not consume retry attempts"),
    files: failsOnBad,
    options: kinesisOptions({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1 }),
    stimuli: [putRecords("1", "bad"), settle],
    see: (trace) => [sentTexts(trace).map((batch) => batch.join(" ")), outcomes(trace)],
    expected: [
      ["1 bad", "1", "bad", "bad"],
      ["failure: bisect", "success: go on", "failure: retry", "failure: discard"],
    ],
  },
  {
    section: "6.3",
    title: "Of several batchItemFailures of a stream the lowest sequence number is the checkpoint: everything from it is retried.",
    says: fidelity("the **lowest** is the checkpoint, everything from it is retried"),
    files: reports,
    options: kinesisOptions({ ...ReportBatchItemFailures, MaximumRetryAttempts: 1 }),
    stimuli: [putRecords("1", "2", "bad", "4", "bad too"), settle],
    see: (trace) => sentTexts(trace).map((batch) => batch.join(" ")),
    expected: ["1 2 bad 4 bad too", "bad 4 bad too"],
  },
  {
    section: "6.3",
    title: "With Bisect on, a partially failed batch is split at the returned sequence number.",
    says: fidelity("with Bisect on, the split is at that number"),
    files: reports,
    options: kinesisOptions({ ...ReportBatchItemFailures, BisectBatchOnFunctionError: true, MaximumRetryAttempts: 0 }),
    stimuli: [putRecords("1", "2", "bad", "4"), settle],
    see: (trace) => sentTexts(trace).map((batch) => batch.join(" ")),
    expected: ["1 2 bad 4", "bad 4", "bad", "4"],
  },
  ...["null", "undefined", "{}", '""', "{ batchItemFailures: null }", "{ batchItemFailures: [] }"].map((answer) => ({
    section: "6.3",
    title: `A batch of a stream whose function answers ${answer} is a full success.`,
    says: fidelity("Success values as in SQS"),
    files: answering(answer),
    options: kinesisOptions(ReportBatchItemFailures),
    stimuli: [putRecords("1", "2"), settle],
    see: outcomes,
    expected: ["success: go on"],
  })),
  ...[
    ["an empty identifier", '{ batchItemFailures: [{ itemIdentifier: "" }] }'],
    ["a null identifier", "{ batchItemFailures: [{ itemIdentifier: null }] }"],
    ["an unknown identifier", '{ batchItemFailures: [{ itemIdentifier: "123" }] }'],
    ["a wrong key", '{ batchItemFailures: [{ foo: "123" }] }'],
  ].map(([what = "", answer = ""]) => ({
    section: "6.3",
    title: `A batch of a stream whose function answers with ${what} is a failure of the whole batch.`,
    says: fidelity("(unknown/empty/null id, bad key, exception) = whole batch"),
    files: answering(answer),
    options: kinesisOptions({ ...ReportBatchItemFailures, MaximumRetryAttempts: 1 }),
    stimuli: [putRecords("1", "2"), settle],
    see: (trace: Trace) => [outcomes(trace), sentTexts(trace)],
    expected: [
      ["failure: retry", "failure: discard"],
      [
        ["1", "2"],
        ["1", "2"],
      ],
    ],
  })),
  {
    section: "6.3",
    title: "Of a batch only the records older than MaximumRecordAge are discarded, the rest is delivered.",
    says: fidelity("only the expired records are discarded, the rest of the batch is delivered"),
    files: quick,
    options: kinesisOptions({ MaximumRecordAgeInSeconds: 60 }, {}, { ReservedConcurrentExecutions: 0 }),
    stimuli: [
      putRecords("old"),
      wait(70_000),
      putRecords("new"),
      { type: "putFunctionConcurrency", FunctionName: FUNCTION_NAME, ReservedConcurrentExecutions: 5 },
      settle,
    ],
    see: (trace) => [eventsOf(trace, "batch-discarded").map(({ why, records }) => `${why} ${records.length}`), sentTexts(trace).at(-1)],
    expected: [["RecordAgeExceeded 1"], ["new"]],
  },
  {
    section: "6.3",
    title: "IteratorAge is the time between the last record's arrival and the batch being sent.",
    says: fidelity("`IteratorAge` = time between last record's arrival and the batch being sent."),
    files: quick,
    options: kinesisOptions(),
    stimuli: [putRecords("1"), settle],
    see: (trace) => {
      const put = eventsOf(trace, "records-put")[0]?.at ?? 0;
      return eventsOf(trace, "batch-sent").map(({ at, iteratorAge }) => iteratorAge === at - put);
    },
    expected: [true],
  },
  {
    section: "6.3",
    title: "A Kinesis record has the keys that were recorded, in their order.",
    files: quick,
    options: kinesisOptions(),
    stimuli: [putRecords("hello"), settle],
    see: (trace) => JSON.stringify(sentEvents(trace)[0]?.Records[0]),
    expected: [
      fidelity(
        '{kinesis:{kinesisSchemaVersion:"1.0", partitionKey, sequenceNumber, data:"<b64>", approximateArrivalTimestamp: 1545084650.987}, eventSource:"aws:kinesis", eventVersion:"1.0", eventID:"shardId-000000000000:<seq>", eventName:"aws:kinesis:record", invokeIdentityArn:"arn:aws:iam::…:role/…", awsRegion, eventSourceARN}',
        {
          whole: true,
          fill: {
            "{kinesis:{kinesisSchemaVersion:": '{"kinesis":{"kinesisSchemaVersion":',
            ", partitionKey, sequenceNumber, data:": /,"partitionKey":"hello","sequenceNumber":"\d{56}","data":/,
            "<b64>": "aGVsbG8=",
            ", approximateArrivalTimestamp: 1545084650.987}, eventSource:":
              /,"approximateArrivalTimestamp":\d{10}(\.\d{1,3})?},"eventSource":/,
            ", eventVersion:": ',"eventVersion":',
            ", eventID:": ',"eventID":',
            "<seq>": /\d{56}/,
            ", eventName:": ',"eventName":',
            ", invokeIdentityArn:": ',"invokeIdentityArn":',
            ", awsRegion, eventSourceARN}":
              ',"awsRegion":"ap-northeast-2","eventSourceARN":"arn:aws:kinesis:ap-northeast-2:123456789012:stream/clicks"}',
          },
        },
      ),
    ],
  },
  {
    section: "6.3",
    title: "A record of DynamoDB Streams has the keys that were recorded, in their order.",
    says: fidelity(
      'DynamoDB record: `{eventID:"<32 hex>", eventName:"INSERT|MODIFY|REMOVE", eventVersion:"1.1", eventSource:"aws:dynamodb"',
    ),
    files: quick,
    options: tableOptions(),
    stimuli: [write({ put: { ...key, binary_key: { B: "Zm9vYmFy" } } }), settle],
    see: (trace) =>
      JSON.stringify(sentEvents(trace)[0]?.Records[0])
        .replace(/"eventID":"[0-9a-f]{32}"/, '"eventID":"<32 hex>"')
        .replace(/(DateTime":)\d{10}/, "$1<seconds>")
        .replace(/(SequenceNumber":")\d+/, "$1<number>")
        .replace(/\/stream\/[^"]+/, "/stream/<label>"),
    expected: [
      '{"eventID":"<32 hex>","eventName":"INSERT","eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"ap-northeast-2","dynamodb":{"ApproximateCreationDateTime":<seconds>,"Keys":{"my_partition_key":{"S":"hello world"}},"NewImage":{"my_partition_key":{"S":"hello world"},"binary_key":{"B":"Zm9vYmFy"}},"SequenceNumber":"<number>","SizeBytes":70,"StreamViewType":"NEW_IMAGE"},"eventSourceARN":"arn:aws:dynamodb:ap-northeast-2:123456789012:table/orders/stream/<label>"}',
    ],
  },
  {
    section: "6.3",
    title: "A new item is an INSERT, a changed one a MODIFY, a deleted one a REMOVE, each with the images of the stream's view type.",
    says: fidelity('eventName:"INSERT|MODIFY|REMOVE"'),
    files: quick,
    options: tableOptions({ Key: ["id"], StreamViewType: "NEW_AND_OLD_IMAGES" }),
    stimuli: [
      write(
        { put: { id: { S: "id_value" } } },
        { put: { id: { S: "id_value" }, id2: { S: "id2_new_value" } } },
        { delete: { id: { S: "id_value" } } },
      ),
      settle,
    ],
    see: (trace) =>
      tableRecords(trace).map(({ eventName, dynamodb }) => [
        eventName,
        dynamodb.SizeBytes,
        dynamodb.NewImage !== undefined,
        dynamodb.OldImage !== undefined,
      ]),
    expected: [
      ["INSERT", 20, true, false],
      ["MODIFY", 46, true, true],
      ["REMOVE", 36, false, true],
    ],
  },
  {
    section: "6.3",
    title: "An item that DynamoDB deletes by its time to live is a REMOVE by the service's own identity.",
    says: fidelity('TTL deletes add `userIdentity:{type:"Service",principalId:"dynamodb.amazonaws.com"}`'),
    files: quick,
    options: tableOptions(),
    stimuli: [write({ put: key }, { delete: key, expired: true }), settle],
    see: (trace) => tableRecords(trace).map(({ eventName, userIdentity }) => [eventName, userIdentity ?? null]),
    expected: [
      ["INSERT", null],
      ["REMOVE", { type: "Service", principalId: "dynamodb.amazonaws.com" }],
    ],
  },
  {
    section: "6.3",
    title: "The on-failure record of a Kinesis batch is as recorded: no payload, an unqualified function, RetryAttemptsExhausted.",
    files: failsOnBad,
    options: kinesisOptions({ ...queueDestination.mapping, MaximumRetryAttempts: 1 }, {}, queueDestination.more),
    stimuli: [putRecords("bad"), settle],
    see: discardedRecords,
    expected: [
      fidelity(
        `{"requestContext":{"requestId":"<uuid:2>","functionArn":"arn:aws:lambda:us-east-1:111111111111:function:fn","condition":"RetryAttemptsExhausted","approximateInvokeCount":2},
 "responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},
 "version":"1.0","timestamp":"2025-11-25T16:35:30.000Z",
 "KinesisBatchInfo":{"shardId":"shardId-000000000000","startSequenceNumber":"…","endSequenceNumber":"…","approximateArrivalOfFirstRecord":"…Z","approximateArrivalOfLastRecord":"…Z","batchSize":1,"streamArn":"arn:aws:kinesis:us-east-1:111111111111:stream/s"}}`,
        {
          whole: true,
          fill: {
            "\n ": "",
            "<uuid:2>": /[0-9a-f-]{36}/,
            "us-east-1": "ap-northeast-2",
            "111111111111": "123456789012",
            "2025-11-25T16:35:30.000Z": /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/,
            "…Z": /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/,
            "…": /\d{56}/,
            "stream/s": "stream/clicks",
          },
        },
      ),
    ],
  },
  {
    section: "6.3",
    title: "The on-failure record of a DynamoDB batch has DDBStreamBatchInfo, with times in whole seconds.",
    says: fidelity("DynamoDB: `DDBStreamBatchInfo` with second-precision times."),
    files: "export const handler = async () => { throw new Error('no'); };",
    options: {
      resources: {
        tables: [{ TableName: "orders", Key: ["my_partition_key"] }],
        queues: [{ QueueName: "failures" }],
        eventSourceMappings: [
          {
            FunctionName: FUNCTION_NAME,
            EventSourceArn: "table:orders",
            StartingPosition: "TRIM_HORIZON",
            MaximumRetryAttempts: 1,
            ...queueDestination.mapping,
          },
        ],
      },
    },
    stimuli: [write({ put: key }), settle],
    see: (trace) =>
      discardedRecords(trace).map((text) => {
        const { DDBStreamBatchInfo } = JSON.parse(text);
        return [
          Object.keys(DDBStreamBatchInfo).join(" "),
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(DDBStreamBatchInfo.approximateArrivalOfFirstRecord),
        ];
      }),
    expected: [
      [
        "shardId startSequenceNumber endSequenceNumber approximateArrivalOfFirstRecord approximateArrivalOfLastRecord batchSize streamArn",
        true,
      ],
    ],
  },
  {
    section: "6.3",
    title: 'A batch given up for its batch item failures has "functionError": null; 3 retries make a count of 4.',
    says: fidelity('Batch-item failure exhaustion: `"functionError": null`; retries 3 → count 4; retries 2 → count 3.'),
    files: reports,
    options: kinesisOptions(
      { ...ReportBatchItemFailures, ...queueDestination.mapping, MaximumRetryAttempts: 3 },
      {},
      queueDestination.more,
    ),
    stimuli: [putRecords("bad"), settle],
    see: (trace) =>
      discardedRecords(trace).map((text) => {
        const { requestContext, responseContext } = JSON.parse(text);
        return [requestContext.approximateInvokeCount, responseContext];
      }),
    expected: [[4, { statusCode: 200, executedVersion: "$LATEST", functionError: null }]],
  },
  {
    section: "6.3",
    title: "RecordAgeExceeded has no responseContext.",
    says: fidelity("`RecordAgeExceeded`: **no responseContext**."),
    files: failsOnBad,
    options: kinesisOptions({ ...queueDestination.mapping, MaximumRecordAgeInSeconds: 60 }, {}, queueDestination.more),
    stimuli: [putRecords("bad"), settle],
    see: (trace) =>
      discardedRecords(trace).map((text) => {
        const record = JSON.parse(text);
        return [Object.keys(record).join(" "), record.requestContext.condition, record.requestContext.approximateInvokeCount];
      }),
    expected: [["requestContext version timestamp KinesisBatchInfo", "RecordAgeExceeded", 8]],
  },
  {
    section: "6.3",
    title: "An S3 destination gets the same JSON and the records themselves, under a key of mapping, shard and time.",
    says: fidelity(
      'S3 destination: same JSON plus `"payload":{"Records":[…]}`; key `aws/lambda/<ESM-UUID>/<shardID>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<UUID>`.',
    ),
    files: failsOnBad,
    options: kinesisOptions({ ...bucketDestination.mapping, MaximumRetryAttempts: 0 }, {}, bucketDestination.more),
    stimuli: [putRecords("bad"), settle],
    see: (trace) => [
      discardedRecords(trace).map((text) => JSON.parse(text).payload.Records.length),
      eventsOf(trace, "object-put").map(({ key: name }) =>
        /^aws\/lambda\/[0-9a-f-]{36}\/shardId-000000000000\/2026\/11\/22\/2026-11-22T07\.00\.\d\d-[0-9a-f-]{36}$/.test(name),
      ),
    ],
    expected: [[1], [true]],
  },
  {
    section: "6.3",
    title: "A tumbling window's event has its window, state and flags after the Records, and the answer's state comes with the next event.",
    says: fidelity(
      "Event adds `window:{start,end}`, `state:{}`, `shardId`, `eventSourceARN`, `isFinalInvokeForWindow`, `isWindowTerminatedEarly`",
    ),
    files: counts,
    options: kinesisOptions({ TumblingWindowInSeconds: 30, BatchSize: 2 }),
    stimuli: [putRecords("1", "2", "3"), settle],
    see: (trace) =>
      sentEvents(trace).map(({ Records, ...rest }) => [
        Records.length,
        Object.keys(rest).join(" "),
        rest.window,
        rest.state,
        rest.isFinalInvokeForWindow,
      ]),
    expected: [
      [2, {}, false],
      [1, { seen: 2 }, false],
      [0, { seen: 3 }, true],
    ].map(([records, state, final]) => [
      records,
      "window state shardId eventSourceARN isFinalInvokeForWindow isWindowTerminatedEarly",
      { start: "2026-11-22T07:00:00Z", end: "2026-11-22T07:00:30Z" },
      state,
      final,
    ]),
  },
  {
    section: "6.3",
    title: "State resets per window.",
    says: fidelity("state resets per window"),
    files: counts,
    options: kinesisOptions({ TumblingWindowInSeconds: 30 }),
    stimuli: [putRecords("1"), wait(40_000), putRecords("2"), settle],
    see: (trace) => sentEvents(trace).map(({ state, isFinalInvokeForWindow }) => [state, isFinalInvokeForWindow]),
    expected: [
      [{}, false],
      [{ seen: 1 }, true],
      [{}, false],
      [{ seen: 1 }, true],
    ],
  },
  {
    section: "6.3",
    title: "A handler of a tumbling window must return its state, or the batch fails.",
    says: fidelity("the handler must return `{state:{…}}` (≤ 1 MB) or the batch fails"),
    files: "export const handler = async (event) => event.isFinalInvokeForWindow ? { state: {} } : 'no state';",
    options: kinesisOptions({ TumblingWindowInSeconds: 30, MaximumRetryAttempts: 1 }),
    stimuli: [putRecords("1"), settle],
    see: outcomes,
    expected: ["failure: retry", "failure: discard", "success: go on"],
  },
  {
    section: "6.3",
    title: "A state of more than 1 MB terminates the window early.",
    says: fidelity("State > 1 MB or reshard terminates the window early."),
    files: `export const handler = async (event) => {
      if (event.isFinalInvokeForWindow || event.isWindowTerminatedEarly) return { state: {} };
      return { state: { text: "x".repeat(1_100_000) } };
    };`,
    options: kinesisOptions({ TumblingWindowInSeconds: 30 }, {}, { MemorySize: 512 }),
    stimuli: [putRecords("1"), settle],
    see: (trace) =>
      sentEvents(trace).map(({ isWindowTerminatedEarly, isFinalInvokeForWindow }) => [isWindowTerminatedEarly, isFinalInvokeForWindow]),
    expected: [
      [false, false],
      [true, false],
      [false, true],
    ],
  },
];
