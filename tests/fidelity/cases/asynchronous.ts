/** fidelity.md §5, and what of §4 is asynchronous: the internal queue, its retries, destinations and dead letters. */
import type { FunctionDefinition } from "../../../sandbox/scenario.ts";
import { eventsOf, FUNCTION_NAME, invoke, type Options, printed, responses, wait } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { headerAfter } from "../lineages.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const fails = "export const handler = async () => { throw new Error('Test exception (this is intentional)'); };";
const echo = "export const handler = async (event) => event;";
const silent = "export const handler = async () => {};";
/** The function, in the account of these scenarios. */
const LOOPING = "arn:aws:lambda:us-east-1:111111111111:function:fn";
const event = (payload: unknown = {}, more = {}) => invoke(payload, { InvocationType: "Event", ...more });
const settle = { type: "settle" } as const;

/** As AWS's account in the recordings. */
const account = { Region: "us-east-1", AccountId: "111111111111" };
const failureTo = (Destination: string): Options => ({
  FunctionName: FUNCTION_NAME,
  account,
  EventInvokeConfig: { MaximumRetryAttempts: 2, DestinationConfig: { OnFailure: { Destination } } },
  resources: { queues: [{ QueueName: "told" }, { QueueName: "dead" }], topics: [TOPIC], buckets: [{ BucketName: "failures" }] },
});
const successTo = (Destination: string): Options => ({
  account,
  EventInvokeConfig: { DestinationConfig: { OnSuccess: { Destination } } },
  resources: { queues: [{ QueueName: "told" }] },
});
const TOPIC = {
  TopicName: "alarms",
  Subscriptions: [{ Protocol: "sqs", Endpoint: "queue:told", RawMessageDelivery: true }],
} as const;

/** Another function, which says what it was handed. */
const other = (FunctionName: string, more: Partial<FunctionDefinition> = {}): FunctionDefinition => ({
  FunctionName,
  Runtime: "nodejs24.x",
  Handler: "index.handler",
  files: { "index.mjs": "export const handler = async (event) => console.log(JSON.stringify(event));" },
  ...more,
});

const delivered = (trace: Trace, as = "on failure") => eventsOf(trace, "record-delivered").find((one) => one.as === as);
const body = (trace: Trace, as?: string) => delivered(trace, as)?.body;
const settled = (trace: Trace) => eventsOf(trace, "event-settled").map((one) => [one.condition, one.approximateInvokeCount]);
const waits = (trace: Trace) => eventsOf(trace, "event-returned").map((one) => Math.round((one.nextAttemptAt - one.at) / 1000));
const attempts = (trace: Trace) => eventsOf(trace, "invoke-started").length;
const UUID = /[0-9a-f-]{36}/;

export const asynchronousCases: readonly FidelityCase[] = [
  {
    section: "5.1",
    title: "An asynchronous invocation is answered with 202 at once, before the function has run.",
    says: fidelity("202 at once; event goes to the internal queue."),
    files: echo,
    stimuli: [event()],
    see: (trace) => [responses(trace)[0]?.StatusCode, responses(trace)[0]?.Payload, attempts(trace)],
    expected: [202, "", 0],
  },
  {
    section: "4.2",
    title: "An asynchronous request of more than 1 MB is 413.",
    says: fidelity("| async request > 1 MB | 413"),
    files: echo,
    stimuli: [1_048_574, 1_048_575].map((length) => event("a".repeat(length))),
    see: (trace) => responses(trace).map(({ StatusCode }) => StatusCode),
    expected: [202, 413],
  },
  {
    section: "5.1",
    title: "After a function error Lambda waits one minute before the second attempt and two minutes before the third.",
    says: fidelity("2 more attempts by default: wait 1 minute before the 2nd, 2 minutes before the 3rd."),
    files: fails,
    stimuli: [event(), settle],
    see: (trace) => [waits(trace), attempts(trace), settled(trace)],
    expected: [[60, 120], 3, [["RetriesExhausted", 3]]],
  },
  {
    section: "5.1",
    title: "MaximumRetryAttempts says how many attempts may follow the first.",
    says: fidelity("`MaximumRetryAttempts` 0–2."),
    files: fails,
    options: { EventInvokeConfig: { MaximumRetryAttempts: 0 } },
    stimuli: [
      event(),
      settle,
      { type: "putEventInvokeConfig", FunctionName: FUNCTION_NAME, EventInvokeConfig: { MaximumRetryAttempts: 1 } },
      event(),
      settle,
    ],
    see: (trace) => settled(trace),
    expected: [
      ["RetriesExhausted", 1],
      ["RetriesExhausted", 2],
    ],
  },
  {
    section: "5.1",
    title: "A timeout is a function error, and is tried again.",
    says: fidelity("Function error (incl. timeout, exit)"),
    files: "export const handler = () => new Promise(() => setInterval(() => {}, 500));",
    options: { Timeout: 1 },
    stimuli: [event(), settle],
    see: (trace) => [attempts(trace), settled(trace)],
    expected: [3, [["RetriesExhausted", 3]]],
  },
  {
    section: "5.1",
    title: "A throttled event goes back to the queue, with waits that grow from 1 second to 5 minutes, and is not lost.",
    says: fidelity("with exponential backoff from 1 s to at most 5 min"),
    files: "export const handler = ({ seconds }) => new Promise((done) => setTimeout(done, seconds * 1000));",
    options: { ReservedConcurrentExecutions: 1, Timeout: 900 },
    stimuli: [event({ seconds: 890 }), wait(1000), event({ seconds: 1 }), settle],
    see: (trace) => [waits(trace), settled(trace)],
    expected: [
      [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300],
      [
        ["Success", 1],
        ["Success", 1],
      ],
    ],
  },
  {
    section: "5.1",
    title: "A throttle uses up no retry.",
    says: fidelity("the retry counter is not consumed."),
    files:
      "export const handler = async ({ seconds }) => { await new Promise((done) => setTimeout(done, seconds * 1000)); if (seconds === 1) throw new Error('no'); };",
    options: { ReservedConcurrentExecutions: 1, Timeout: 900 },
    stimuli: [event({ seconds: 10 }), wait(1000), event({ seconds: 1 }), settle],
    see: (trace) => [eventsOf(trace, "invocation-throttled").length > 1, settled(trace).at(-1)],
    expected: [true, ["RetriesExhausted", 3]],
  },
  {
    section: "5.1",
    title: "Every attempt at an event has the same request id.",
    says: fidelity("Same `awsRequestId` on every attempt"),
    files: "export const handler = async (event, { awsRequestId }) => { console.log(awsRequestId); throw new Error('no'); };",
    stimuli: [event(), settle],
    see: (trace) => {
      const ids = printed(trace).filter((line) => /^[0-9a-f-]{36}$/.test(line));
      return [ids.length, new Set(ids).size, ids[0] === eventsOf(trace, "event-queued")[0]?.requestId];
    },
    expected: [3, 1, true],
  },
  {
    section: "5.1",
    title: "An event that would be too old at its next attempt is given up at once, as EventAgeExceeded with the count so far.",
    says: fidelity("the event is given up immediately with `EventAgeExceeded` and the count so far"),
    files: fails,
    options: { EventInvokeConfig: { MaximumEventAgeInSeconds: 60 } },
    stimuli: [
      event(),
      settle,
      { type: "putEventInvokeConfig", FunctionName: FUNCTION_NAME, EventInvokeConfig: { MaximumEventAgeInSeconds: 100 } },
      event(),
      settle,
    ],
    see: (trace) => [settled(trace), waits(trace)],
    expected: [
      [
        ["EventAgeExceeded", 1],
        ["EventAgeExceeded", 2],
      ],
      [60],
    ],
  },
  {
    section: "5.1",
    title: "With a reserved concurrency of 0 an event goes straight to the failure destination as ZeroReservedConcurrency.",
    files: echo,
    options: { ...failureTo("queue:told"), ReservedConcurrentExecutions: 0 },
    stimuli: [event(), settle],
    see: (trace) => body(trace),
    expected: fidelity(
      '{"version":"1.0","timestamp":…,"requestContext":{"requestId":…,"functionArn":"…:fn:$LATEST","condition":"ZeroReservedConcurrency","approximateInvokeCount":0},"requestPayload":{}}',
      { whole: true },
    ),
  },
  {
    section: "5.1",
    title: "A destination and a dead-letter queue may both be there; both get the failure.",
    says: fidelity("Destinations and DLQ can both be configured; both get the failure."),
    files: fails,
    options: { ...failureTo("queue:told"), DeadLetterConfig: { TargetArn: "dead" } },
    stimuli: [event(), settle],
    see: (trace) => eventsOf(trace, "record-delivered").map((one) => [one.as, one.to.split(":").at(-1)]),
    expected: [
      ["dead letter", "dead"],
      ["on failure", "told"],
    ],
  },
  {
    section: "5.1",
    title: "A record that cannot be delivered is lost: the invocation is not repeated for it.",
    says: fidelity("failure to deliver → `DestinationDeliveryFailures`/`DeadLetterErrors` metric."),
    files: fails,
    options: { ...failureTo("queue:nowhere"), DeadLetterConfig: { TargetArn: "nowhere" } },
    stimuli: [event(), settle],
    see: (trace) => [eventsOf(trace, "record-delivered").map((one) => [one.body, one.error]), attempts(trace)],
    expected: [
      [
        [undefined, "The specified queue does not exist."],
        [undefined, "The specified queue does not exist."],
      ],
      3,
    ],
  },
  {
    section: "5.1",
    title: "The client context of an asynchronous request does not reach the function.",
    says: fidelity("Client context and identity are not passed for Event."),
    files: "export const handler = async (event, context) => console.log('clientContext', context.clientContext);",
    stimuli: [event({}, { ClientContext: Buffer.from('{"custom":{"a":"1"}}').toString("base64") }), settle],
    see: printed,
    expected: ["clientContext undefined"],
  },
  {
    section: "5.1",
    title: "Events that wait while a function is updated run the new code.",
    says: fidelity("Functions updated meanwhile: queued events run the new code"),
    files: "export const handler = async () => { console.log('variant-1'); await new Promise((done) => setTimeout(done, 2000)); };",
    options: { ReservedConcurrentExecutions: 1, Timeout: 10 },
    stimuli: [
      event(),
      event(),
      wait(1000),
      {
        type: "updateFunctionCode",
        FunctionName: FUNCTION_NAME,
        files: { "index.mjs": "export const handler = async () => console.log('variant-2');" },
      },
      settle,
    ],
    see: printed,
    expected: ["variant-1", "variant-2"],
  },
  {
    section: "5.2",
    title: "A failure's record names the request, the condition, the number of attempts, the event and the function's last answer.",
    files: fails,
    options: failureTo("queue:told"),
    stimuli: [event({ raise_error: 1 }), settle],
    see: (trace) => [body(trace), body(trace), body(trace)],
    expected: [
      fidelity(
        '"requestContext":{"requestId":"<uuid:1>","functionArn":"arn:aws:lambda:us-east-1:111111111111:function:fn:$LATEST","condition":"RetriesExhausted","approximateInvokeCount":3}',
        { fill: { "<uuid:1>": UUID } },
      ),
      fidelity('"requestPayload":{"raise_error":1}'),
      fidelity('"responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"}'),
    ],
  },
  {
    section: "5.2",
    title: "A success's record has no functionError, and keeps a null that the function returned.",
    says: fidelity("`responseContext` without `functionError`, `responsePayload` = result (`null` kept)."),
    files: "export const handler = async () => {};",
    options: successTo("queue:told"),
    stimuli: [event(), settle],
    see: (trace) => [body(trace, "on success"), body(trace, "on success")?.replace(/^.*"requestPayload"/, '"requestPayload"')],
    expected: [
      fidelity('"condition":"Success","approximateInvokeCount":1'),
      '"requestPayload":{},"responseContext":{"statusCode":200,"executedVersion":"$LATEST"},"responsePayload":null}',
    ],
  },
  {
    section: "5.2",
    title: "A record tells the qualified ARN: of the alias that was asked for.",
    says: fidelity("functionArn is always **qualified** here."),
    files: echo,
    options: { ...successTo("queue:told"), Versions: [{}], Aliases: [{ Name: "live", FunctionVersion: "1" }] },
    stimuli: [event({}, { Qualifier: "live" }), settle],
    see: (trace) => {
      const { requestContext, responseContext } = JSON.parse(body(trace, "on success") ?? "{}");
      return [requestContext.functionArn, responseContext.executedVersion];
    },
    expected: ["arn:aws:lambda:us-east-1:111111111111:function:fn:live", "1"],
  },
  {
    section: "5.2",
    title: "A record in a queue comes with X-Ray's header.",
    says: fidelity("SQS: body = record; system attribute `AWSTraceHeader` present."),
    files: echo,
    options: {
      ...successTo("queue:told"),
      others: [other("reader")],
      resources: { queues: [{ QueueName: "told" }], eventSourceMappings: [{ FunctionName: "reader", EventSourceArn: "queue:told" }] },
    },
    stimuli: [event(), settle],
    see: (trace) => {
      const [record] = JSON.parse(printed(trace)[0] ?? "{}").Records;
      return [
        record.body === body(trace, "on success"),
        /^Root=1-.*;Parent=.*;Sampled=0;Lineage=1:[0-9a-f]{8}:1$/.test(record.attributes.AWSTraceHeader),
      ];
    },
    expected: [true, true],
  },
  {
    section: "5.2",
    title: "A topic as destination publishes the record as its message.",
    says: fidelity("SNS: `Message` = record text."),
    files: fails,
    options: failureTo("topic:alarms"),
    stimuli: [event(), settle],
    see: (trace) => [eventsOf(trace, "message-sent")[0]?.body === body(trace), eventsOf(trace, "message-sent")[0]?.queue],
    expected: [true, "told"],
  },
  {
    section: "5.2",
    title: "A function as destination is invoked asynchronously with the record as its event.",
    says: fidelity("Lambda: record is the event of an async invoke."),
    files: echo,
    options: { ...successTo("function:next"), others: [other("next")] },
    stimuli: [event({ n: 1 }), settle],
    see: (trace) => {
      const [, asked] = eventsOf(trace, "invocation-requested");
      return [
        asked?.FunctionName,
        asked?.InvocationType,
        asked?.Payload === body(trace, "on success"),
        printed(trace)[0] === asked?.Payload,
      ];
    },
    expected: ["next", "Event", true, true],
  },
  {
    section: "5.2",
    title: "A bucket as destination of failures gets an object with the record.",
    says: fidelity("S3 (failure only): object with the record."),
    files: fails,
    options: failureTo("bucket:failures"),
    stimuli: [event(), settle],
    see: (trace) => [
      body(trace)?.startsWith('{"version":"1.0","timestamp":"2026-11-22T07:03:'),
      /^aws\/lambda\/async\/fn\/2026\/11\/22\/2026-11-22T07\.03\.\d\d-[0-9a-f-]{36}$/.test(eventsOf(trace, "object-put")[0]?.key ?? ""),
    ],
    expected: [true, true],
  },
  {
    section: "5.2",
    title: "An event bus as destination gets the record as the detail of an event of the source lambda.",
    files: fails,
    options: failureTo("bus:default"),
    stimuli: [event(), settle],
    see: (trace) => [body(trace), body(trace)],
    expected: [
      fidelity(
        '{"version":"0","id":"<uuid>","detail-type":"Lambda Function Invocation Result - Failure","source":"lambda","account":"111111111111","time":"…","region":"us-east-1",',
      ),
      fidelity(
        '"resources":["arn:aws:events:us-east-1:111111111111:event-bus/<bus>","arn:aws:lambda:us-east-1:111111111111:function:fn:$LATEST"],"detail":{…record…}}',
        { fill: { "<bus>": "default", "…record…": /.*/ } },
      ),
    ],
  },
  {
    section: "5.2",
    title: "A record of more than 256 KB goes to a queue without the function's answer.",
    says: fidelity("Over 256 KB on SNS/SQS the response payload is dropped"),
    files: "export const handler = async (bytes) => 'x'.repeat(bytes);",
    options: successTo("queue:told"),
    stimuli: [event(261_000), settle, event(263_000), settle],
    see: (trace) => eventsOf(trace, "record-delivered").map((one) => "responsePayload" in JSON.parse(one.body ?? "{}")),
    expected: [true, false],
  },
  {
    section: "5.3",
    title: "A dead letter is the original event, with the request id, the status code and the error message as attributes.",
    files: fails,
    options: {
      DeadLetterConfig: { TargetArn: "dead" },
      others: [other("reader")],
      resources: { queues: [{ QueueName: "dead" }], eventSourceMappings: [{ FunctionName: "reader", EventSourceArn: "queue:dead" }] },
    },
    stimuli: [event({ raise_error: 1 }), settle],
    see: (trace) => {
      const line = printed(trace).find((one) => one.startsWith('{"Records"'));
      const [record] = JSON.parse(line ?? "{}").Records;
      const attributes: [string, { dataType: string; stringValue: string }][] = Object.entries(record.messageAttributes);
      const written = attributes
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { dataType, stringValue }]) => [name, { DataType: dataType, StringValue: stringValue }]);
      return [record.body, `"MessageAttributes":${JSON.stringify(Object.fromEntries(written))}`];
    },
    expected: [
      '{"raise_error":1}',
      fidelity(
        '"MessageAttributes":{"ErrorCode":{"DataType":"Number","StringValue":"200"},"ErrorMessage":{"DataType":"String","StringValue":"Test exception (this is intentional)"},"RequestID":{"DataType":"String","StringValue":"<request-id:1>"}}',
        { whole: true, fill: { "<request-id:1>": UUID } },
      ),
    ],
  },
  {
    section: "4.3",
    title: "Lambda stops a loop of functions that send their results to each other: after 16 invocations of a function by one event.",
    says: fidelity("Lambda stopped a loop (about 16 hops through SQS/SNS/S3/Lambda; default `RecursiveLoop: Terminate`"),
    files: silent,
    options: {
      EventInvokeConfig: { DestinationConfig: { OnSuccess: { Destination: "function:next" }, OnFailure: { Destination: "queue:told" } } },
      others: [
        other("next", {
          files: { "index.mjs": silent },
          EventInvokeConfig: { DestinationConfig: { OnSuccess: { Destination: `function:${FUNCTION_NAME}` } } },
        }),
      ],
      resources: { queues: [{ QueueName: "told" }] },
    },
    stimuli: [event(), settle],
    see: (trace) => [
      eventsOf(trace, "loop-stopped").map((one) => [one.FunctionName, one.invocations]),
      eventsOf(trace, "event-settled").filter(({ condition }) => condition === "Success").length,
      eventsOf(trace, "message-sent").length,
    ],
    expected: [[[FUNCTION_NAME, 16]], 32, 1],
  },
  {
    section: "4.3",
    title: "A loop through a topic is stopped, too.",
    says: fidelity("Lambda stopped a loop (about 16 hops through SQS/SNS/S3/Lambda; default `RecursiveLoop: Terminate`"),
    files: silent,
    options: {
      ...successTo("topic:again"),
      resources: { topics: [{ TopicName: "again", Subscriptions: [{ Protocol: "lambda", Endpoint: `function:${FUNCTION_NAME}` }] }] },
    },
    stimuli: [event({}, { TraceHeader: headerAfter(14, LOOPING) }), settle],
    see: (trace) => [eventsOf(trace, "loop-stopped").length, attempts(trace)],
    expected: [1, 2],
  },
  {
    section: "4.3",
    title: "A loop through a bucket is stopped, too.",
    says: fidelity("Lambda stopped a loop (about 16 hops through SQS/SNS/S3/Lambda; default `RecursiveLoop: Terminate`"),
    files: fails,
    options: {
      EventInvokeConfig: { MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: "bucket:failures" } } },
      resources: {
        buckets: [{ BucketName: "failures", Notifications: [{ Events: ["s3:ObjectCreated:*"], Target: `function:${FUNCTION_NAME}` }] }],
      },
    },
    stimuli: [event(), { type: "settle", within: 3_600_000 }],
    see: (trace) => [eventsOf(trace, "loop-stopped")[0]?.invocations, attempts(trace)],
    expected: [16, 16],
  },
  {
    section: "4.3",
    title: "A synchronous request that would go on with a loop is 400 RecursiveInvocationException, and nothing runs.",
    says: fidelity("| 400 | RecursiveInvocationException |"),
    files: silent,
    options: { account },
    stimuli: [15, 16].map((invocations) => invoke({}, { TraceHeader: headerAfter(invocations, LOOPING) })),
    see: (trace) => [responses(trace).map(({ StatusCode, errorCode }) => [StatusCode, errorCode]), attempts(trace)],
    expected: [
      [
        [200, undefined],
        [400, "RecursiveInvocationException"],
      ],
      1,
    ],
  },
  {
    section: "4.3",
    title: "A function with RecursiveLoop Allow goes on in its loop.",
    says: fidelity("default `RecursiveLoop: Terminate`"),
    files: silent,
    options: {
      ...successTo("topic:again"),
      RecursiveLoop: "Allow",
      resources: { topics: [{ TopicName: "again", Subscriptions: [{ Protocol: "lambda", Endpoint: `function:${FUNCTION_NAME}` }] }] },
    },
    stimuli: [event({}, { TraceHeader: headerAfter(14, LOOPING) }), settle],
    see: (trace) => [eventsOf(trace, "loop-stopped").length, attempts(trace) > 2],
    expected: [0, true],
  },
];
