/**
 * A scenario says what exists and what happens to it. Plain JSON data: a share link is a scenario, an exercise is a scenario
 * with a hole in it. AWS's shapes keep AWS's names and capitals; lowerCamel is ours.
 */
import type { HttpStub } from "./network/http-stub.ts";
import type { BrokerDefinition, BrokerRecord } from "./services/broker.ts";
import type { ItemWrite, TableDefinition } from "./services/dynamodb-streams.ts";
import type { EventBusRule, EventEntry } from "./services/eventbridge.ts";
import type { FrontEnd, HttpMessage } from "./services/front-end.ts";
import type { KinesisStream, NewStreamRecord } from "./services/kinesis.ts";
import type { BucketDefinition, NewObject } from "./services/s3.ts";
import type { TopicDefinition } from "./services/sns.ts";
import type { NewMessage, QueueDefinition } from "./services/sqs.ts";
import type { MessageAttribute } from "./services/target.ts";
import type { Arrivals } from "./time/arrivals.ts";
import type { Millis } from "./time/instant.ts";

export interface Scenario {
  /** Decides every random choice: ids, jitter of durations, Math.random in handlers. */
  readonly seed: number;
  /** When the simulation's clock starts, as ISO 8601 in UTC: `2026-11-22T07:00:00.000Z`. */
  readonly startsAt: string;
  readonly account?: Account;
  readonly functions: readonly FunctionDefinition[];
  /** Layer versions that the functions may name in `Layers`. */
  readonly layers?: readonly LayerDefinition[];
  /** What other people's servers answer; the first that fits. Every other host name does not exist. */
  readonly http?: readonly HttpStub[];
  readonly queues?: readonly QueueDefinition[];
  readonly topics?: readonly TopicDefinition[];
  readonly streams?: readonly KinesisStream[];
  readonly tables?: readonly TableDefinition[];
  /** Kafka, MQ and DocumentDB: what a mapping of `kafka:<name>`, `self-managed-kafka:`, `mq:` or `documentdb:` reads. */
  readonly brokers?: readonly BrokerDefinition[];
  readonly buckets?: readonly BucketDefinition[];
  readonly rules?: readonly EventBusRule[];
  readonly eventSourceMappings?: readonly EventSourceMappingDefinition[];
  /** API Gateway's APIs and load balancers. Function URLs belong to their functions. */
  readonly frontEnds?: readonly FrontEnd[];
  /** What happens, in order. A stimulus begins when the one before it has come to its end. */
  readonly stimuli: readonly Stimulus[];
  readonly history?: History;
}

export interface Account {
  /** Default ap-northeast-2. */
  readonly Region?: string;
  /** Twelve digits. Default 123456789012. */
  readonly AccountId?: string;
  /** Executions at a time in the account and Region. Default 1,000. */
  readonly ConcurrentExecutions?: number;
}

/** How AWS did things at another time, for lessons that show the change. */
export interface History {
  /** INIT is billed since 2025-08-01. Default true. */
  readonly initBilling?: boolean;
  /** `legacy`: the log lines and error payloads before the change of 2025. Default `new`. */
  readonly platformLogStyle?: "new" | "legacy";
}

/** A runtime of AWS's with Node.js in it. */
export type NodeRuntime = "nodejs22.x" | "nodejs24.x";

/** `provided.al2023`: the function brings its own runtime, `bootstrap`. */
export type RuntimeIdentifier = NodeRuntime | "provided.al2023";

export interface FunctionDefinition {
  readonly FunctionName: string;
  readonly Runtime: RuntimeIdentifier;
  /** As in the console: `index.handler`. */
  readonly Handler: string;
  /** MB, 128 to 10,240. Default 128. */
  readonly MemorySize?: number;
  /** Seconds, 1 to 900. Default 3. */
  readonly Timeout?: number;
  readonly Environment?: { readonly Variables: Readonly<Record<string, string>> };
  readonly EphemeralStorage?: { readonly Size: number };
  readonly LoggingConfig?: LoggingConfig;
  readonly TracingConfig?: TracingConfig;
  /** Layer versions of `Scenario.layers`, by ARN, `name:version` or name: merged into /opt in this order, later over earlier. */
  readonly Layers?: readonly string[];
  /** The deployment package: path below /var/task → text. */
  readonly files: Files;
  /** PutFunctionConcurrency. 0: every request is throttled. Absent: the function shares the account's unreserved concurrency. */
  readonly ReservedConcurrentExecutions?: number;
  /** Where events go that an asynchronous invocation could not handle: the ARN of an SQS queue or an SNS topic, or a queue's name. */
  readonly DeadLetterConfig?: { readonly TargetArn: string };
  readonly EventInvokeConfig?: EventInvokeConfig;
  /** What Lambda does with a loop that it detects. Default Terminate. */
  readonly RecursiveLoop?: "Terminate" | "Allow";
  /** Versions that are published before anything happens: 1, 2, … Each is what is written here over the function's own definition. */
  readonly Versions?: readonly VersionDefinition[];
  readonly Aliases?: readonly AliasDefinition[];
  /** READY before anything happens, where `readyAtStart` is not false. */
  readonly ProvisionedConcurrencyConfigs?: readonly ProvisionedConcurrencyConfig[];
  readonly FunctionUrlConfigs?: readonly FunctionUrlConfig[];
  /** No code runs: how long an invocation takes and what becomes of it is said here. */
  readonly declared?: DeclaredBehaviour;
  /** `files` are sources, as they lie in a team's repository: their types are erased and .ts becomes .mjs before they are deployed. */
  readonly build?: "typescript";
}

export type VersionDefinition = Partial<Omit<FunctionDefinition, "FunctionName" | "Versions" | "Aliases">> & {
  readonly Description?: string;
};

export interface AliasDefinition {
  readonly Name: string;
  /** "1", "2", …; `$LATEST` for an alias without weights. */
  readonly FunctionVersion: string;
  /** Version → share of the requests, 0 to 1; at most one. */
  readonly RoutingConfig?: { readonly AdditionalVersionWeights: Readonly<Record<string, number>> };
}

export interface ProvisionedConcurrencyConfig {
  /** A version's number or an alias. */
  readonly Qualifier: string;
  readonly ProvisionedConcurrentExecutions: number;
  /** Ours. false: allocation begins when the scenario does. Default true. */
  readonly readyAtStart?: boolean;
}

/** PutFunctionEventInvokeConfig. */
export interface EventInvokeConfig {
  /** 0 to 2. Default 2. */
  readonly MaximumRetryAttempts?: number;
  /** 60 to 21,600. Default 21,600. */
  readonly MaximumEventAgeInSeconds?: number;
  /** ARNs, or names of what the scenario has: `queue:orders`, `topic:alarms`, `function:next`, `bus:default`, `bucket:failures`. */
  readonly DestinationConfig?: {
    readonly OnSuccess?: { readonly Destination: string };
    readonly OnFailure?: { readonly Destination: string };
  };
}

export interface FunctionUrlConfig {
  readonly AuthType: "NONE" | "AWS_IAM";
  /** An alias. Absent: $LATEST. */
  readonly Qualifier?: string;
  /** Default BUFFERED. */
  readonly InvokeMode?: "BUFFERED" | "RESPONSE_STREAM";
  readonly Cors?: {
    readonly AllowCredentials?: boolean;
    readonly AllowHeaders?: readonly string[];
    readonly AllowMethods?: readonly string[];
    readonly AllowOrigins?: readonly string[];
    readonly ExposeHeaders?: readonly string[];
    /** Seconds. */
    readonly MaxAge?: number;
  };
  /** Statements of the function's resource policy for everyone. Default both, which the console adds to AuthType NONE. */
  readonly Permissions?: readonly ("lambda:InvokeFunctionUrl" | "lambda:InvokeFunction")[];
}

/** What an invocation does where no code runs. Durations are of a function with one whole vCPU or are waiting: memory does not change them. */
export interface DeclaredBehaviour {
  /** Evenly between the two, where there are two. */
  readonly duration: Millis | readonly [Millis, Millis];
  /** Of loading the code. Default 120. */
  readonly init?: Millis | readonly [Millis, Millis];
  /** Default 64. */
  readonly memoryUsedMB?: number;
  /** JSON text. Default `null`. */
  readonly result?: string;
  /** The first that fits decides; none: success. */
  readonly failures?: readonly DeclaredFailure[];
}

export interface DeclaredFailure {
  /** Share of the invocations, 0 to 1. Default 1. */
  readonly share?: number;
  /** Only events whose JSON text contains this. */
  readonly eventContains?: string;
  /** Only the first so many attempts at a request id (an event that succeeds when it is tried again). */
  readonly firstAttempts?: number;
  readonly how: { readonly errorType: string; readonly errorMessage: string } | "timeout" | "out of memory";
}

/** CreateEventSourceMapping, for every source. Members that a source does not know are a mistake of the scenario's. */
export interface EventSourceMappingDefinition {
  readonly FunctionName: string;
  /** An alias or a version. */
  readonly Qualifier?: string;
  /** An ARN, or `queue:orders`, `stream:clicks`, `table:orders`. */
  readonly EventSourceArn: string;
  readonly Enabled?: boolean;
  readonly BatchSize?: number;
  /** Seconds. */
  readonly MaximumBatchingWindowInSeconds?: number;
  readonly FilterCriteria?: { readonly Filters: readonly { readonly Pattern: string }[] };
  readonly FunctionResponseTypes?: readonly "ReportBatchItemFailures"[];
  readonly ScalingConfig?: { readonly MaximumConcurrency: number };
  readonly ProvisionedPollerConfig?: { readonly MinimumPollers?: number; readonly MaximumPollers?: number };
  readonly StartingPosition?: "TRIM_HORIZON" | "LATEST" | "AT_TIMESTAMP";
  readonly StartingPositionTimestamp?: string;
  readonly ParallelizationFactor?: number;
  readonly BisectBatchOnFunctionError?: boolean;
  readonly MaximumRetryAttempts?: number;
  readonly MaximumRecordAgeInSeconds?: number;
  readonly TumblingWindowInSeconds?: number;
  readonly DestinationConfig?: { readonly OnFailure?: { readonly Destination: string } };
}

/** A layer version as PublishLayerVersion made it. */
export interface LayerDefinition {
  readonly LayerName: string;
  /** Default 1. */
  readonly Version?: number;
  /** Path below /opt → text: `nodejs/node_modules/greet/index.js`. */
  readonly files: Files;
}

export interface TracingConfig {
  /** Active: Lambda samples requests itself. Default PassThrough. */
  readonly Mode: "Active" | "PassThrough";
}

export type Files = Readonly<Record<string, string>>;

export type LogLevel = "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL";

export interface LoggingConfig {
  readonly LogFormat?: "Text" | "JSON";
  /** JSON only. Default INFO. */
  readonly ApplicationLogLevel?: LogLevel;
  /** JSON only. Default INFO. */
  readonly SystemLogLevel?: "DEBUG" | "INFO" | "WARN";
  readonly LogGroup?: string;
}

export type Stimulus =
  | InvokeStimulus
  | WaitStimulus
  | { readonly type: "settle" /** At most so long. Default 24 hours. */; readonly within?: Millis }
  | SendStimulus
  | TrafficStimulus
  | ChangeStimulus;

/** Virtual time passes. */
export interface WaitStimulus {
  readonly type: "wait";
  readonly duration: Millis;
}

/** Something enters the account through another service than Lambda. It has come to its end when that service has accepted it. */
export type SendStimulus =
  | { readonly type: "sendMessages"; readonly QueueName: string; readonly messages: readonly NewMessage[] }
  | {
      readonly type: "publish";
      readonly TopicName: string;
      readonly Message: string;
      readonly Subject?: string;
      readonly MessageAttributes?: Readonly<Record<string, MessageAttribute>>;
    }
  | { readonly type: "putRecords"; readonly StreamName: string; readonly records: readonly NewStreamRecord[] }
  | { readonly type: "writeItems"; readonly TableName: string; readonly writes: readonly ItemWrite[] }
  | { readonly type: "produce"; readonly BrokerName: string; readonly records: readonly BrokerRecord[] }
  | ({ readonly type: "putObject" } & NewObject)
  | { readonly type: "putEvents"; readonly entries: readonly EventEntry[] }
  /** A request through a front end: a function's URL (`url:<function>`, `url:<function>:<alias>`) or one of `frontEnds` by its name. */
  | ({ readonly type: "httpRequest"; readonly to: string } & HttpMessage);

/** Many of one kind, at the instants of `arrivals`, and changes in between. It ends when every request of it has its answer. */
export interface TrafficStimulus {
  readonly type: "traffic";
  readonly arrivals: Arrivals;
  /** Sent at each arrival. `{n}` in a payload, a body or a key is the arrival's number from 1. */
  readonly send: InvokeStimulus | SendStimulus;
  readonly during?: readonly { readonly after: Millis; readonly change: ChangeStimulus }[];
}

/** An operator changes what exists. */
export type ChangeStimulus =
  /** Its State is Pending for some seconds; until it is Active, every request is refused. */
  | { readonly type: "createFunction"; readonly definition: FunctionDefinition }
  | { readonly type: "updateFunctionCode"; readonly FunctionName: string; readonly files: Files }
  | {
      readonly type: "updateFunctionConfiguration";
      readonly FunctionName: string;
      readonly configuration: Partial<Omit<FunctionDefinition, "FunctionName" | "files">>;
    }
  | { readonly type: "publishVersion"; readonly FunctionName: string; readonly Description?: string }
  | ({ readonly type: "putAlias"; readonly FunctionName: string } & AliasDefinition)
  | { readonly type: "deleteAlias"; readonly FunctionName: string; readonly Name: string }
  | { readonly type: "putFunctionConcurrency"; readonly FunctionName: string; readonly ReservedConcurrentExecutions: number }
  | { readonly type: "deleteFunctionConcurrency"; readonly FunctionName: string }
  | ({ readonly type: "putProvisionedConcurrency"; readonly FunctionName: string } & ProvisionedConcurrencyConfig)
  | { readonly type: "deleteProvisionedConcurrency"; readonly FunctionName: string; readonly Qualifier: string }
  | { readonly type: "putEventInvokeConfig"; readonly FunctionName: string; readonly EventInvokeConfig: EventInvokeConfig }
  /** `EventSourceArn` and `FunctionName` say which mapping. */
  | ({ readonly type: "updateEventSourceMapping" } & EventSourceMappingDefinition)
  /** SQS's redrive: messages of a dead-letter queue go back to the queue that they came from. */
  | { readonly type: "startMessageMoveTask"; readonly QueueName: string };

export interface InvokeStimulus {
  readonly type: "invoke";
  readonly FunctionName: string;
  /** A version or an alias. Absent: $LATEST. */
  readonly Qualifier?: string;
  /** Default RequestResponse. */
  readonly InvocationType?: InvocationType;
  /** Tail: the response brings the last 4 KB of the log. Default None. */
  readonly LogType?: "None" | "Tail";
  /** JSON text of the event. Absent: an empty payload, which Lambda turns into `{}`. */
  readonly Payload?: string;
  /** Requests sent at the same instant. Default 1. */
  readonly count?: number;
  /** As the Invoke API takes it: base64 of JSON. */
  readonly ClientContext?: string;
  /** Which API of Lambda's is called. Default Invoke. */
  readonly api?: InvokeApi;
  /** The request's X-Amzn-Trace-Id header: a trace that the caller has begun. */
  readonly TraceHeader?: string;
}

export type InvocationType = "RequestResponse" | "Event" | "DryRun";

export type InvokeApi = "Invoke" | "InvokeWithResponseStream";

export const ACCOUNT_DEFAULTS = {
  Region: "ap-northeast-2",
  AccountId: "123456789012",
  ConcurrentExecutions: 1_000,
} as const satisfies Required<Account>;
