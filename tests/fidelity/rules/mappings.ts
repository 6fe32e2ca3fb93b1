/** fidelity.md §5.4, §6 and Appendix A: batch item failures, scaling, and what Lambda refuses to configure. */
import { batchVerdict } from "../../../sandbox/lambda/batch-item-failures.ts";
import { eventInvokeConfigRefusal } from "../../../sandbox/lambda/event-invoke-config.ts";
import { type MappingSurroundings, mappingRefusal } from "../../../sandbox/lambda/mapping-refusal.ts";
import { scalingRule } from "../../../sandbox/lambda/queue-scaling.ts";
import type { EventInvokeConfig, EventSourceMappingDefinition } from "../../../sandbox/scenario.ts";
import type { FidelityRule } from "../rules.ts";

const verdicts = (answers: readonly unknown[]) => answers.map((answer) => batchVerdict(JSON.stringify(answer), ["m1", "m2", "m3"]).outcome);
const failures = (...batchItemFailures: readonly unknown[]) => ({ batchItemFailures });

const QUEUE = "arn:aws:sqs:ap-northeast-2:123456789012:orders";
const STREAM = "arn:aws:kinesis:ap-northeast-2:123456789012:stream/clicks";
const TABLE = "arn:aws:dynamodb:ap-northeast-2:123456789012:table/orders/stream/2026-01-01T00:00:00.000";

function refused(mapping: Partial<EventSourceMappingDefinition>, around: Partial<MappingSurroundings> = {}): string {
  const definition = { FunctionName: "fn", EventSourceArn: QUEUE, ...mapping };
  const refusal = mappingRefusal(definition, { functionTimeout: 3, eventSource: { VisibilityTimeout: 30 }, ...around });
  return refusal === undefined ? "not refused" : told(refusal.body);
}

function refusedConfig(config: EventInvokeConfig): string {
  const refusal = eventInvokeConfigRefusal(config, { FunctionName: "fn", functionExists: (name) => ["fn", "next"].includes(name) });
  return refusal === undefined ? "not refused" : told(refusal.body);
}

const told = (body: object) => ("message" in body ? String(body.message) : JSON.stringify(body));
const lambda = (name: string) => `arn:aws:lambda:ap-northeast-2:123456789012:function:${name}`;
const onSuccess = (Destination: string): EventInvokeConfig => ({ DestinationConfig: { OnSuccess: { Destination } } });

export const mappingRules: readonly FidelityRule[] = [
  {
    section: "6.2",
    title: "With ReportBatchItemFailures null, an empty object, an empty text and an empty list mean that the whole batch succeeded.",
    see: () => verdicts([null, {}, "", { batchItemFailures: null }, failures()]),
    expected: ["success", "success", "success", "success", "success"],
  },
  {
    section: "6.2",
    title: "An identifier that is empty, null, unknown or under another name makes the whole batch fail, whatever else is named.",
    see: () =>
      verdicts([
        failures({ itemIdentifier: "" }),
        failures({ itemIdentifier: null }),
        failures({ itemIdentifier: "other" }),
        failures({ foo: "m1" }),
        failures({ itemIdentifier: "m1" }, { itemIdentifier: "other" }),
      ]),
    expected: ["failure", "failure", "failure", "failure", "failure"],
  },
  {
    section: "6.2",
    title: "Messages that are named in any order, or twice, return once each.",
    see: () => [
      batchVerdict(JSON.stringify(failures({ itemIdentifier: "m3" }, { itemIdentifier: "m1" }, { itemIdentifier: "m3" })), [
        "m1",
        "m2",
        "m3",
      ]),
    ],
    expected: [{ outcome: "partial", failed: ["m1", "m3"] }],
  },
  {
    section: "6.2",
    title: "A mapping of a standard queue scales to 1,250 batches at a time, or to its MaximumConcurrency.",
    see: () => [
      scalingRule({}, false),
      scalingRule({ ScalingConfig: { MaximumConcurrency: 2 } }, false),
      scalingRule({ ScalingConfig: { MaximumConcurrency: 50 } }, false),
    ],
    expected: [
      { initial: 5, most: 1250, perMinute: 300 },
      { initial: 2, most: 2, perMinute: 300 },
      { initial: 5, most: 50, perMinute: 300 },
    ],
  },
  {
    section: "6.2",
    title: "Provisioned mode has two to 200 pollers unless it says otherwise, with 10 batches each, and grows by 1,000 a minute.",
    see: () => [
      scalingRule({ ProvisionedPollerConfig: {} }, false),
      scalingRule({ ProvisionedPollerConfig: { MinimumPollers: 5, MaximumPollers: 20 } }, false),
    ],
    expected: [
      { initial: 20, most: 2000, perMinute: 1000 },
      { initial: 50, most: 200, perMinute: 1000 },
    ],
  },
  {
    section: "6.2",
    title: "A batch size of more than 10 is refused without a batching window.",
    see: () => [refused({ BatchSize: 11 }), refused({ BatchSize: 11, MaximumBatchingWindowInSeconds: 1 }), refused({ BatchSize: 10 })],
    expected: [
      "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10",
      "not refused",
      "not refused",
    ],
  },
  {
    section: "6.2",
    title: "A FIFO queue's mapping has no batching window, and at most 10 messages in a batch.",
    see: () =>
      [{ MaximumBatchingWindowInSeconds: 1 }, { BatchSize: 11 }, { BatchSize: 10 }].map(
        (more) => refused({ EventSourceArn: `${QUEUE}.fifo`, ...more }) === "not refused",
      ),
    expected: [false, false, true],
  },
  {
    section: "6.2",
    title: "A mapping of a queue whose visibility timeout is shorter than the function's timeout is refused.",
    see: () => [refused({}, { functionTimeout: 60 }), refused({}, { functionTimeout: 30 })],
    expected: ["Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds", "not refused"],
  },
  {
    section: "6.1",
    title: "A mapping of a queue or a stream that does not exist is refused, as is one of a function that does not.",
    see: () => [
      refused({}, { eventSource: undefined }),
      refused({ EventSourceArn: STREAM, StartingPosition: "LATEST" }, { eventSource: undefined }),
      refused({}, { functionTimeout: undefined }),
    ],
    expected: [
      "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.",
      `Stream not found: ${STREAM}`,
      "Function does not exist",
    ],
  },
  {
    section: "6.1",
    title: "What Lambda cannot poll is an unrecognized event source.",
    see: () => [refused({ EventSourceArn: "arn:aws:sns:ap-northeast-2:123456789012:alarms" })],
    expected: ["Unrecognized event source."],
  },
  {
    section: "6.1",
    title: "A mapping of a queue has no on-failure destination of its own.",
    see: () => [refused({ DestinationConfig: { OnFailure: { Destination: QUEUE } } })],
    expected: ["Unsupported DestinationConfig parameter for given event source mapping type."],
  },
  {
    section: "6.1",
    title: "A filter pattern that is none is refused.",
    see: () =>
      ["null", '"simple string"', '{"body":[{"bogus":1}]}'].map((Pattern) => refused({ FilterCriteria: { Filters: [{ Pattern }] } })),
    expected: ["Invalid filter pattern definition.", "Invalid filter pattern definition.", "Invalid filter pattern definition."],
  },
  {
    section: "6.1",
    title: "A second mapping of the same source and function is a conflict.",
    see: () => [
      refused({}, { existing: "u-1" }),
      refused({ EventSourceArn: STREAM, StartingPosition: "LATEST" }, { existing: "u-1", eventSource: {} }),
    ],
    expected: [
      `An event source mapping with SQS arn (" ${QUEUE} ") and function (" fn ") already exists. Please update or delete the existing mapping with UUID u-1`,
      `The event source arn (" ${STREAM} ") and function (" fn ") provided mapping already exists. Please update or delete the existing mapping with UUID u-1`,
    ],
  },
  {
    section: "6.3",
    title: "A stream's mapping needs a starting position, and DynamoDB's knows no AT_TIMESTAMP.",
    see: () => [
      refused({ EventSourceArn: STREAM }, { eventSource: {} }),
      refused({ EventSourceArn: TABLE, StartingPosition: "AT_TIMESTAMP" }, { eventSource: {} }),
    ],
    expected: [
      "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.",
      `Unsupported starting position for arn type: ${TABLE}`,
    ],
  },
  {
    section: "5.4",
    title: "A configuration for asynchronous invocation that says nothing is refused.",
    see: () => [refusedConfig({})],
    expected: ["You must specify at least one of error handling or destination setting."],
  },
  {
    section: "5.4",
    title: "A function cannot be a destination for itself, and a function that does not exist is none.",
    see: () => [
      refusedConfig(onSuccess(lambda("fn"))),
      refusedConfig(onSuccess(lambda("nobody"))),
      refusedConfig(onSuccess(lambda("next"))),
    ],
    expected: [
      "You can't specify the function as a destination for itself.",
      `The destination ARN ${lambda("nobody")} is invalid.`,
      "not refused",
    ],
  },
  {
    section: "5.4",
    title: "Destinations are queues, topics, functions and event buses, and buckets of failures only.",
    see: () => [
      refusedConfig(onSuccess("arn:aws:s3:::records")),
      refusedConfig({ DestinationConfig: { OnFailure: { Destination: "arn:aws:s3:::records" } } }),
      refusedConfig(onSuccess(QUEUE)),
    ],
    expected: [
      "The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:s3:::records), onFailure=null) is invalid.",
      "not refused",
      "not refused",
    ],
  },
  {
    section: "5.4",
    title: "MaximumRetryAttempts is 0 to 2 and MaximumEventAgeInSeconds 60 to 21,600.",
    see: () => [
      refusedConfig({ MaximumRetryAttempts: 3 }) === "not refused",
      refusedConfig({ MaximumEventAgeInSeconds: 59 }) === "not refused",
      refusedConfig({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 21_600 }),
    ],
    expected: [false, false, "not refused"],
  },
];
