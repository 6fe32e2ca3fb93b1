/** fidelity.md §6.1 and §6.2: event source mappings, and those of SQS queues. */
import type { EventSourceMappingDefinition, Stimulus } from "../../../sandbox/scenario.ts";
import type { NewMessage, QueueDefinition } from "../../../sandbox/services/sqs.ts";
import { eventsOf, FUNCTION_NAME, type Options, wait } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { headerAfter } from "../lineages.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const settle: Stimulus = { type: "settle" };
const silent = "export const handler = async () => {};";
const fails = "export const handler = async () => { throw new Error('no'); };";
/** Reports the messages whose `fail` is not yet less than their receive count. */
const partly = `export const handler = async ({ Records }) => ({
  batchItemFailures: Records.filter(({ body, attributes }) => JSON.parse(body).fail_attempts >= Number(attributes.ApproximateReceiveCount))
    .map(({ messageId }) => ({ itemIdentifier: messageId })),
});`;

interface Setting {
  readonly queue?: Partial<QueueDefinition>;
  readonly mapping?: Partial<EventSourceMappingDefinition>;
  readonly more?: Options;
}

function options({ queue = {}, mapping = {}, more = {} }: Setting = {}): Options {
  const QueueName = queue.QueueName ?? "orders";
  const dead = QueueName.endsWith(".fifo") ? "dead.fifo" : "dead";
  return {
    ...more,
    resources: {
      queues: [{ QueueName, ...queue }, { QueueName: dead }],
      eventSourceMappings: [{ FunctionName: FUNCTION_NAME, EventSourceArn: `queue:${QueueName}`, ...mapping }],
    },
  };
}

const send = (count: number, more: Partial<NewMessage> = {}): Stimulus => ({
  type: "sendMessages",
  QueueName: "orders",
  messages: [{ MessageBody: '{"n":{n}}', count, ...more }],
});
const sendTo = (QueueName: string, messages: readonly NewMessage[]): Stimulus => ({ type: "sendMessages", QueueName, messages });
const redrive = (maxReceiveCount: number, deadLetterTargetArn = "queue:dead") => ({
  RedrivePolicy: { deadLetterTargetArn, maxReceiveCount },
});
const sleeps = (seconds: number) => `export const handler = () => new Promise((done) => setTimeout(done, ${seconds * 1000}));`;

const batches = (trace: Trace) => eventsOf(trace, "batch-sent");
const sizes = (trace: Trace) => batches(trace).map(({ records }) => records.length);
const counts = (trace: Trace) => eventsOf(trace, "message-received").map((one) => one.ApproximateReceiveCount);
const deleted = (trace: Trace, why = "handled") => eventsOf(trace, "message-deleted").filter((one) => one.why === why).length;
const seconds = (duration: number) => Math.round(duration / 1000);
/** The most executions at a time. */
function peak(trace: Trace): number {
  let now = 0;
  let most = 0;
  for (const { type } of trace.events) {
    if (type === "batch-sent") now += 1;
    if (type === "batch-ended") now -= 1;
    most = Math.max(most, now);
  }
  return most;
}

const records = (trace: Trace, batch: number) => JSON.parse(eventsOf(trace, "invocation-requested")[batch]?.Payload ?? "{}").Records;

export const queueCases: readonly FidelityCase[] = [
  {
    section: "6.1",
    title: "A mapping invokes its function synchronously: the function's settings for asynchronous events are not asked.",
    says: fidelity("**synchronous** invoke (so async retry/DLQ settings never apply)"),
    files: fails,
    options: options({
      queue: redrive(1),
      more: { DeadLetterConfig: { TargetArn: "dead" }, EventInvokeConfig: { MaximumRetryAttempts: 2 } },
    }),
    stimuli: [send(1), settle],
    see: (trace) => [
      eventsOf(trace, "event-queued").length,
      eventsOf(trace, "record-delivered").length,
      eventsOf(trace, "invocation-requested").map(({ InvocationType }) => InvocationType),
    ],
    expected: [0, 0, [undefined]],
  },
  {
    section: "6.1",
    title: "A mapping that is disabled is Disabling and then Disabled, takes nothing meanwhile, and goes on when it is enabled again.",
    says: fidelity("`Disabling → Disabled`, `Enabling`"),
    files: silent,
    options: options(),
    stimuli: [
      { type: "updateEventSourceMapping", FunctionName: FUNCTION_NAME, EventSourceArn: "queue:orders", Enabled: false },
      settle,
      send(1),
      wait(60_000),
      { type: "updateEventSourceMapping", FunctionName: FUNCTION_NAME, EventSourceArn: "queue:orders", Enabled: true },
      settle,
    ],
    see: (trace) => [eventsOf(trace, "mapping-changed").map(({ State }) => State), (batches(trace)[0]?.at ?? 0) - trace.startsAt > 60_000],
    expected: [["Enabled", "Disabling", "Disabled", "Enabling", "Enabled"], true],
  },
  {
    section: "6.1",
    title: "A batch closes before it has 6 MB.",
    says: fidelity("Batch closes at BatchSize, or batching window, or 6 MB payload."),
    files: silent,
    options: options(),
    stimuli: [send(10, { MessageBody: "a".repeat(900_000) }), settle],
    see: sizes,
    expected: [6, 4],
  },
  {
    section: "6.2",
    title: "A queue's batch has up to 10 messages where nothing else is set, and does not wait for more.",
    says: fidelity("Defaults: BatchSize 10, window 0."),
    files: silent,
    options: options(),
    stimuli: [send(24), settle, send(1), settle],
    see: sizes,
    expected: [10, 10, 4, 1],
  },
  {
    section: "6.2",
    title: "With a batching window a batch waits for more messages, until it is full or the window closes.",
    says: fidelity("Batch closes at BatchSize, or batching window, or 6 MB payload."),
    files: silent,
    options: options({ mapping: { BatchSize: 5, MaximumBatchingWindowInSeconds: 10 } }),
    stimuli: [send(1), wait(3000), send(2), settle, send(5), settle],
    see: (trace) => [sizes(trace), seconds((batches(trace)[0]?.at ?? 0) - (eventsOf(trace, "message-received")[0]?.at ?? 0))],
    expected: [[3, 5], 10],
  },
  {
    section: "6.2",
    title: "A standard queue's batch may have 10,000 messages, where there is a window.",
    says: fidelity("Standard queue up to 10,000 (window ≥ 1 needed above 10"),
    files: silent,
    options: options({ mapping: { BatchSize: 10_000, MaximumBatchingWindowInSeconds: 1 } }),
    stimuli: [send(3000), settle],
    see: sizes,
    expected: [3000],
  },
  {
    section: "6.2",
    title: "Where window and timeout are longer than the visibility timeout, messages are invisible for window, timeout and 30 seconds.",
    says: fidelity("If window > 0 and window + timeout > visibility, Lambda uses window + timeout + 30 s for that receive."),
    files: silent,
    options: options({ mapping: { BatchSize: 100, MaximumBatchingWindowInSeconds: 20 }, more: { Timeout: 15 } }),
    stimuli: [send(1), settle],
    see: (trace) => eventsOf(trace, "message-received").map(({ at, invisibleUntil }) => seconds(invisibleUntil - at)),
    expected: [65],
  },
  {
    section: "6.2",
    title: "A mapping begins with five batches of a standard queue at a time, and adds 300 a minute while there is a backlog.",
    says: fidelity("starts with 5 concurrent batches, +300 concurrent invocations per minute while backlog remains"),
    files: silent,
    options: options({
      queue: { VisibilityTimeout: 400 },
      mapping: { BatchSize: 1 },
      more: { Timeout: 60, declared: { duration: 59_000 } },
    }),
    stimuli: [send(400), wait(30), wait(58_000)],
    see: (trace) => {
      const until = (limit: number) => batches(trace).filter(({ at }) => at - trace.startsAt < limit).length;
      return [until(1000), until(1900) - until(1000), until(58_500) >= 285 && until(58_500) <= 295];
    },
    expected: [5, 5, true],
  },
  {
    section: "6.2",
    title: "MaximumConcurrency caps the executions that a mapping asks for at a time.",
    says: fidelity("MaximumConcurrency caps invocations per ESM"),
    files: sleeps(1),
    options: options({ mapping: { BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } } }),
    stimuli: [send(8), settle],
    see: (trace) => [peak(trace), deleted(trace), eventsOf(trace, "invocation-throttled").length],
    expected: [2, 8, 0],
  },
  {
    section: "6.2",
    title: "Of a FIFO queue as many batches are under way as there are message groups, and a group's messages come in order.",
    says: fidelity("a group is processed in order, never in parallel"),
    files: sleeps(1),
    options: options({ queue: { QueueName: "orders.fifo", ContentBasedDeduplication: true }, mapping: { BatchSize: 1 } }),
    stimuli: [
      sendTo(
        "orders.fifo",
        ["a1", "a2", "b1", "a3", "b2", "c1"].map((MessageBody) => ({ MessageBody, MessageGroupId: MessageBody.slice(0, 1) })),
      ),
      settle,
    ],
    see: (trace) => {
      const bodies = eventsOf(trace, "invocation-requested").map(({ Payload }) => JSON.parse(Payload).Records[0].body as string);
      return [peak(trace), ["a", "b", "c"].map((group) => bodies.filter((body) => body.startsWith(group)).join(" "))];
    },
    expected: [3, ["a1 a2 a3", "b1 b2", "c1"]],
  },
  {
    section: "6.2",
    title: "When the function succeeds, all messages of its batch are deleted.",
    says: fidelity("Success → all deleted."),
    files: silent,
    options: options(),
    stimuli: [send(7), settle],
    see: (trace) => [deleted(trace), eventsOf(trace, "message-returned").length],
    expected: [7, 0],
  },
  {
    section: "6.2",
    title:
      "When the function fails, nothing is deleted: the whole batch is visible again after the visibility timeout, and its receive count grows.",
    says: fidelity("nothing deleted, whole batch visible again after the visibility timeout, `ApproximateReceiveCount` +1"),
    files: fails,
    options: options({ queue: { VisibilityTimeout: 45, ...redrive(2) } }),
    stimuli: [send(3), settle],
    see: (trace) => {
      const [first] = eventsOf(trace, "message-received");
      const [back] = eventsOf(trace, "message-returned");
      return [counts(trace), deleted(trace), seconds((back?.at ?? 0) - (first?.at ?? 0))];
    },
    expected: [[1, 1, 1, 2, 2, 2], 0, 45],
  },
  {
    section: "6.2",
    title: "What has been received more often than maxReceiveCount SQS itself moves to the dead-letter queue, as it was sent.",
    says: fidelity("SQS itself moves the message to the redrive DLQ (body unchanged, no Lambda attributes)"),
    files: fails,
    options: options({ queue: redrive(3) }),
    stimuli: [send(1), settle],
    see: (trace) => [
      counts(trace),
      eventsOf(trace, "message-moved").map(({ queue, to, why }) => [queue, to, why]),
      eventsOf(trace, "record-delivered").length,
    ],
    expected: [[1, 2, 3], [["orders", "dead", "maxReceiveCount"]], 0],
  },
  {
    section: "6.2",
    title: "Errors make a mapping work on fewer batches at a time; with ReportBatchItemFailures they do not.",
    says: fidelity("Errors make the ESM back off (fewer concurrent batches) except when ReportBatchItemFailures is used."),
    files: fails,
    options: {
      ...options(),
      Timeout: 5,
      declared: { duration: 700, failures: [{ how: { errorType: "Error", errorMessage: "no" } }] },
      others: [
        {
          FunctionName: "reporter",
          Runtime: "nodejs24.x",
          Handler: "index.handler",
          Timeout: 5,
          files: {},
          declared: { duration: 700, failures: [{ how: { errorType: "Error", errorMessage: "no" } }] },
        },
      ],
      resources: {
        queues: ["orders", "others"].map((QueueName) => ({ QueueName, VisibilityTimeout: 900 })),
        eventSourceMappings: [
          { FunctionName: FUNCTION_NAME, EventSourceArn: "queue:orders", BatchSize: 1 },
          { FunctionName: "reporter", EventSourceArn: "queue:others", BatchSize: 1, FunctionResponseTypes: ["ReportBatchItemFailures"] },
        ],
      },
    },
    stimuli: [sendTo("others", [{ MessageBody: "{n}", count: 200 }]), send(200), wait(10_000)],
    see: (trace) => {
      const of = (name: string) => batches(trace).filter(({ FunctionName }) => FunctionName === name).length;
      return [of(FUNCTION_NAME) < 40, of("reporter") > 100];
    },
    expected: [true, true],
  },
  {
    section: "6.2",
    title: "A throttled batch is tried again until its messages' visibility timeout ends; then they return with a higher count.",
    says: fidelity("Throttles: retried until the visibility timeout expires, then the message returns (count +1)."),
    files: silent,
    options: options({ queue: redrive(2), more: { ReservedConcurrentExecutions: 0 } }),
    stimuli: [send(1), settle],
    see: (trace) => [
      batches(trace).map(({ attempt }) => attempt),
      eventsOf(trace, "batch-ended")
        .map(({ outcome, next }) => `${outcome}, ${next}`)
        .slice(3, 6),
      counts(trace),
      eventsOf(trace, "message-moved").length,
    ],
    expected: [[1, 2, 3, 4, 5, 1, 2, 3, 4, 5], ["throttled, retry", "throttled, return", "throttled, retry"], [1, 2], 1],
  },
  {
    section: "6.2",
    title: "A message that no filter wants is deleted, and the function is not invoked for it.",
    says: fidelity("Filter mismatch → message is deleted."),
    files: silent,
    options: options({ mapping: { FilterCriteria: { Filters: [{ Pattern: '{"body":{"n":[{"numeric":[">",2]}]}}' }] } } }),
    stimuli: [send(3), send(1, { MessageBody: "plain text" }), settle],
    see: (trace) => [sizes(trace), deleted(trace), deleted(trace, "filtered")],
    expected: [[1], 1, 3],
  },
  {
    section: "6.2",
    title: "With ReportBatchItemFailures only the messages that are named return to the queue; the rest are deleted.",
    says: fidelity("only those return to the queue, rest deleted"),
    files: partly,
    options: options({
      queue: { QueueName: "orders.fifo", ContentBasedDeduplication: true, ...redrive(2, "queue:dead.fifo") },
      mapping: { FunctionResponseTypes: ["ReportBatchItemFailures"] },
    }),
    stimuli: [
      sendTo(
        "orders.fifo",
        [0, 1, 1, 2].map((fail_attempts, index) => ({
          MessageBody: JSON.stringify({ message: index + 1, fail_attempts }),
          MessageGroupId: "group",
        })),
      ),
      settle,
    ],
    see: (trace) => {
      const told = (batch: number) =>
        records(trace, batch).map((one: { body: string; attributes: { ApproximateReceiveCount: string } }) => [
          JSON.parse(one.body).message,
          one.attributes.ApproximateReceiveCount,
        ]);
      const [moved] = eventsOf(trace, "message-moved");
      const body = eventsOf(trace, "message-sent").find(({ messageId }) => messageId === moved?.messageId)?.body;
      return [told(0), told(1), moved?.to, body];
    },
    expected: [
      [
        [1, "1"],
        [2, "1"],
        [3, "1"],
        [4, "1"],
      ],
      [
        [2, "2"],
        [3, "2"],
        [4, "2"],
      ],
      "dead.fifo",
      fidelity('{"message":4,"fail_attempts":2}', { whole: true }),
    ],
  },
  {
    section: "6.2",
    title: "A batch of which an unknown message is named fails as a whole.",
    says: fidelity('| `itemIdentifier` empty, null, unknown id, or wrong key (`{"foo":"…"}`) | full batch failure |'),
    files: 'export const handler = async () => ({ batchItemFailures: [{ foo: "notvalid" }] });',
    options: options({ queue: redrive(2), mapping: { FunctionResponseTypes: ["ReportBatchItemFailures"] } }),
    stimuli: [send(2), settle],
    see: (trace) => [counts(trace), deleted(trace), eventsOf(trace, "message-moved").length],
    expected: [[1, 1, 2, 2], 0, 2],
  },
  {
    section: "6.2",
    title: "Without ReportBatchItemFailures what the function returns does not count.",
    says: fidelity("Success → all deleted."),
    files: "export const handler = async ({ Records }) => ({ batchItemFailures: [{ itemIdentifier: Records[0].messageId }] });",
    options: options(),
    stimuli: [send(2), settle],
    see: (trace) => [deleted(trace), eventsOf(trace, "batch-ended").map(({ outcome }) => outcome)],
    expected: [2, ["success"]],
  },
  {
    section: "6.2",
    title: "A record has the message's id, receipt handle, body, attributes as text, digests, and its source's name, ARN and Region.",
    says: fidelity(
      'Record: `{messageId, receiptHandle, body, attributes:{ApproximateReceiveCount:"1", SentTimestamp:"ms", SenderId, ApproximateFirstReceiveTimestamp:"ms"',
    ),
    files: silent,
    options: options(),
    stimuli: [send(1, { MessageBody: "hello", MessageAttributes: { K: { DataType: "String", StringValue: "v" } } }), settle],
    see: (trace) => {
      const [record] = records(trace, 0);
      return [
        Object.keys(record).join(" "),
        Object.keys(record.attributes).join(" "),
        Object.values(record.attributes).every((value) => typeof value === "string"),
        record.messageAttributes,
        record.md5OfBody,
        record.eventSourceARN,
      ];
    },
    expected: [
      "messageId receiptHandle body attributes messageAttributes md5OfMessageAttributes md5OfBody eventSource eventSourceARN awsRegion",
      "ApproximateReceiveCount SentTimestamp SenderId ApproximateFirstReceiveTimestamp",
      true,
      { K: { stringValue: "v", stringListValues: [], binaryListValues: [], dataType: "String" } },
      "5d41402abc4b2a76b9719d911017c592",
      "arn:aws:sqs:ap-northeast-2:123456789012:orders",
    ],
  },
  {
    section: "4.3",
    title: "A loop through a queue is stopped: its message stays, and goes to the dead-letter queue when it has been received too often.",
    says: fidelity("Lambda stopped a loop (about 16 hops through SQS/SNS/S3/Lambda; default `RecursiveLoop: Terminate`"),
    files: silent,
    options: options({ queue: redrive(2) }),
    stimuli: [
      send(1, { MessageBody: "again", AWSTraceHeader: headerAfter(16, "arn:aws:lambda:ap-northeast-2:123456789012:function:fn") }),
      settle,
    ],
    see: (trace) => [
      eventsOf(trace, "loop-stopped").length,
      eventsOf(trace, "invoke-started").length,
      eventsOf(trace, "message-moved").length,
    ],
    expected: [2, 0, 1],
  },
];
