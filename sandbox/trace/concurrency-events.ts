/** What becomes of a function's concurrency: throttles, reservations, provisioned environments, aliases. A part of the trace (events.ts). */
import type { Instant } from "../time/instant.ts";
import type { InvocationSource } from "./events.ts";

/** Lambda API, ThrottleReason. */
export type ThrottleReason =
  | "ConcurrentInvocationLimitExceeded"
  | "FunctionInvocationRateLimitExceeded"
  | "ReservedFunctionConcurrentInvocationLimitExceeded"
  | "ReservedFunctionInvocationRateLimitExceeded";

/** No environment took the request. One for each attempt, also of the internal queue and of pollers. */
export interface InvocationThrottled {
  readonly type: "invocation-throttled";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  readonly Qualifier?: string;
  readonly Reason: ThrottleReason;
  readonly source: InvocationSource;
}

export interface ConcurrencyConfigured {
  readonly type: "concurrency-configured";
  readonly at: Instant;
  readonly FunctionName: string;
  /** null: none is reserved. */
  readonly ReservedConcurrentExecutions: number | null;
}

export interface ProvisionedConcurrencyChanged {
  readonly type: "provisioned-concurrency-changed";
  readonly at: Instant;
  readonly FunctionName: string;
  readonly Qualifier: string;
  readonly Requested: number;
  readonly Allocated: number;
  readonly Status: "IN_PROGRESS" | "READY" | "FAILED" | "DELETED";
  readonly StatusReason?: string;
}

export interface AliasChanged {
  readonly type: "alias-changed";
  readonly at: Instant;
  readonly FunctionName: string;
  readonly Name: string;
  /** Version → share of the requests, adding up to 1. Empty: the alias was deleted. */
  readonly weights: Readonly<Record<string, number>>;
}
