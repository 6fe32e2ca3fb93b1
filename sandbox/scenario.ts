/**
 * A scenario says what exists and what happens to it. Plain JSON data: a share link is a scenario, an exercise is a scenario
 * with a hole in it. AWS's shapes keep AWS's names and capitals; lowerCamel is ours.
 */
import type { HttpStub } from "./network/http-stub.ts";
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

export type RuntimeIdentifier = "nodejs22.x" | "nodejs24.x";

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
  /** `files` are sources, as they lie in a team's repository: their types are erased and .ts becomes .mjs before they are deployed. */
  readonly build?: "typescript";
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
  | { readonly type: "wait"; readonly duration: Millis }
  | { readonly type: "updateFunctionCode"; readonly FunctionName: string; readonly files: Files }
  | {
      readonly type: "updateFunctionConfiguration";
      readonly FunctionName: string;
      readonly configuration: Partial<Omit<FunctionDefinition, "FunctionName" | "files">>;
    };

export interface InvokeStimulus {
  readonly type: "invoke";
  readonly FunctionName: string;
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

export type InvokeApi = "Invoke" | "InvokeWithResponseStream";

export const ACCOUNT_DEFAULTS = {
  Region: "ap-northeast-2",
  AccountId: "123456789012",
  ConcurrentExecutions: 1_000,
} as const satisfies Required<Account>;
