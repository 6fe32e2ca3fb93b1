/** What Lambda holds for an account in a Region, and what its parts ask of each other. */

import type { InvokeApi } from "../scenario.ts";
import type { World } from "../services/world.ts";
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import type { InvocationSource, ThrottleReason } from "../trace/events.ts";
import type { Concurrency } from "./concurrency.ts";
import type { ExecutionEnvironment, Surroundings } from "./execution-environment.ts";
import type { LambdaFunction, VersionedDefinition } from "./function.ts";
import type { FunctionResource } from "./function-resource.ts";
import type { Outcome } from "./outcome.ts";
import type { Piece, StreamedAnswer } from "./streamed-answer.ts";
import type { Tracer } from "./tracing.ts";

export interface LambdaService {
  readonly world: World;
  readonly around: Surroundings;
  readonly tracer: Tracer;
  /** In the order of creation. */
  readonly environments: ExecutionEnvironment[];
  /** Chooses between the versions of an alias with weights. */
  readonly routing: Random;
  /** Version definitions become versions in this account, with its layers. */
  readonly made: (definition: VersionedDefinition, revision: number) => LambdaFunction;
  readonly functions: Map<string, FunctionResource>;
  readonly concurrency: Concurrency;
}

/** A request for one synchronous execution, from whomever. */
export interface InvocationAsked {
  readonly FunctionName: string;
  /** A version or an alias. Absent: $LATEST. */
  readonly Qualifier?: string;
  /** JSON text. */
  readonly Payload: string;
  readonly source: InvocationSource;
  /** Absent: a new one. */
  readonly requestId?: string;
  /** Parsed client context, as JSON text. */
  readonly clientContext?: string;
  /** Absent: Invoke. */
  readonly api?: InvokeApi;
  /** X-Amzn-Trace-Id of the request. */
  readonly TraceHeader?: string;
  /** Every line of the invocation's log. */
  readonly logged?: (message: string) => void;
  /** A piece of a streamed answer has left the environment. */
  readonly onPiece?: (environment: string, piece: Piece) => void;
}

export type InvocationResult =
  | {
      readonly how: "responded";
      readonly at: Instant;
      readonly requestId: string;
      readonly environment: string;
      readonly ExecutedVersion: string;
      readonly outcome: Outcome;
      /** What of a streamed answer had left before. */
      readonly streamed: StreamedAnswer;
      /** Of the invocation: to be handed on to what it causes. */
      readonly traceHeader: string;
    }
  | { readonly how: "throttled"; readonly at: Instant; readonly requestId: string; readonly Reason: ThrottleReason }
  | ({ readonly how: "refused"; readonly at: Instant; readonly requestId: string } & Refusal);

/** An answer of Lambda's API that is an error. */
export interface Refusal {
  readonly StatusCode: number;
  readonly errorCode: string;
  readonly body: object;
}
