/**
 * What an author may ask of a run, as data: a fold over its trace, and over the code that ran. Every key that a condition has
 * must hold; `any` and `not` say otherwise. Durations are milliseconds.
 */
import type { LogLevel } from "../scenario.ts";
import type { TraceEvent } from "../trace/events.ts";

/** At least one key. */
export interface Condition {
  readonly result?: ResultTest;
  readonly outcome?: OutcomeTest;
  readonly logs?: LogTest;
  readonly environments?: EnvironmentTest;
  /** As REPORT prints them. Default: every invocation. */
  readonly duration?: Measured;
  /** Default: the sum of all invocations. */
  readonly billedDuration?: Measured;
  /** Of the invocations that have one. Default: each of them. */
  readonly initDuration?: Measured;
  /** MB. Default: every invocation. */
  readonly maxMemoryUsed?: Measured;
  /** What was left of Timeout at the end. Default: every invocation. */
  readonly remainingTime?: Measured;
  /** Billed GB-seconds of the whole run. */
  readonly gigabyteSeconds?: Bounds;
  /** What CloudWatch Logs would take in from the whole run. */
  readonly logBytes?: Bounds;
  readonly events?: EventTest;
  /** What a queue holds at the end. */
  readonly queue?: QueueTest;
  readonly metric?: MetricTest;
  readonly http?: HttpTest;
  readonly code?: CodeTest;
  /** What the function is configured with when the run begins. */
  readonly configuration?: { readonly MemorySize?: Count; readonly Timeout?: Count };
  readonly setting?: SettingTest;
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
}

/** Invocations, in the order in which they were requested: the k-th (from 1), or each of a kind. */
export type Which = number | "every" | "some" | "last" | "cold" | "warm";

/** A number means exactly so many. */
export type Count = number | { readonly atLeast?: number; readonly atMost?: number };

export type Bounds = {
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Percent of what the starter's run has. */
  readonly atMostOfStarter?: number;
};

export type Measured = Bounds & { readonly invocation?: Which | "sum" };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A text, or a regular expression (flag `u`). */
export interface TextTest {
  readonly containing?: string;
  readonly matching?: string;
}

/** The value that the function returned. An invocation that did not succeed has none. Default: every invocation. */
export interface ResultTest extends TextTest {
  readonly invocation?: Which;
  /** Where in the value: `items[0].name`. Default: the whole. */
  readonly at?: string;
  readonly equals?: Json;
  /** Equal in all that is said: objects may have more keys. */
  readonly includes?: Json;
  readonly type?: "string" | "number" | "boolean" | "null" | "array" | "object" | "missing";
  /** Equal to the same place in the value of another invocation. */
  readonly sameAs?: number;
}

export type OutcomeKind = "success" | "error" | "timeout" | "out of memory" | "crash" | "throttled" | "refused";

/** How an invocation ended. Default: every invocation. */
export interface OutcomeTest {
  readonly invocation?: Which;
  readonly is?: OutcomeKind;
  /** The Invoke API's status. */
  readonly statusCode?: number;
  /** In the error payload. */
  readonly errorType?: string;
  readonly errorMessage?: TextTest;
}

/** Lines in CloudWatch Logs. Default: at least one. */
export interface LogTest extends TextTest {
  readonly invocation?: number;
  readonly during?: "init" | "invoke";
  /** Default: what the function wrote. */
  readonly source?: "function" | "platform";
  readonly level?: LogLevel;
  /** The message is JSON that has these keys. */
  readonly json?: Json;
  readonly count?: Count;
}

export interface EnvironmentTest {
  readonly created?: Count;
  /** Invocations that began in a new environment. */
  readonly coldStarts?: Count;
  /** Invocations that began in an environment used before. */
  readonly warmStarts?: Count;
  readonly resets?: Count;
}

/** Events of the trace. Default: at least one. */
export interface EventTest {
  readonly type: TraceEvent["type"];
  readonly where?: { readonly [key: string]: Json };
  readonly count?: Count;
}

/** Messages that lie in a queue when the run is over, seen or unseen. Default: at least one. */
export interface QueueTest {
  readonly name: string;
  readonly left?: Count;
  /** Only those whose body has this in it. */
  readonly containing?: string;
}

/** A metric of CloudWatch over the whole run. */
export interface MetricTest {
  readonly name: string;
  readonly statistic: "Sum" | "Average" | "Maximum" | "p50" | "p90" | "p99";
  /** Default: of the scenario's first function. */
  readonly FunctionName?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** An answer of a front end. Default: of every exchange. The text is the body's. */
export interface HttpTest extends TextTest {
  /** From 1. */
  readonly exchange?: number;
  readonly status?: Count;
  /** Names in lower case; null: there is no such header. */
  readonly header?: Readonly<Record<string, string | null>>;
}

/** A value of the situation as it ran, with what a reader has turned (controls.ts). */
export interface SettingTest {
  /** `function.ReservedConcurrentExecutions`, `resources.eventSourceMappings[0].BatchSize`: a control's place. */
  readonly at: string;
  /** null: it is not there. */
  readonly equals?: Json;
  readonly is?: Count;
}

/** The reader's code without its comments. Default: at least one match. */
export interface CodeTest extends TextTest {
  /** Default: all files. */
  readonly file?: string;
  readonly count?: Count;
}
