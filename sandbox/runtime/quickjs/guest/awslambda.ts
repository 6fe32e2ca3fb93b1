/**
 * The global `awslambda`: what marks a handler as a streaming one, and what puts an HTTP status and headers before a stream
 * (aws-lambda-nodejs-runtime-interface-client, HttpResponseStream.js and UserFunction.js).
 */
import type { Configuration } from "./host.ts";
import type { InvokeStoreSingle } from "./invoke-store.ts";
import { runtimeError } from "./lambda-errors.ts";
import { primordials as p } from "./primordials.ts";

const STREAMING = p.SymbolFor("aws.lambda.runtime.handler.streaming");
const HIGH_WATER_MARK = p.SymbolFor("aws.lambda.runtime.handler.streaming.highWaterMark");
const RESPONSE = "response";
const PRELUDE_CONTENT_TYPE = "application/vnd.awslambda.http-integration-response";
const DELIMITER_BYTES = 8;

type Marked = Record<symbol, unknown>;

/** The switch that keeps the global away: AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA. */
export function hasGlobal({ env }: Configuration): boolean {
  const value = env.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA;
  return value !== "1" && value !== "true";
}

interface ResponseStream {
  setContentType(contentType: string): void;
  _onBeforeFirstWrite: (write: (chunk: unknown) => void) => void;
}

// biome-ignore lint/complexity/noStaticOnlyClass: it is one on Lambda, and shows as one.
class HttpResponseStream {
  static from(underlyingStream: ResponseStream, prelude: unknown): ResponseStream {
    underlyingStream.setContentType(PRELUDE_CONTENT_TYPE);
    const metadataPrelude = p.JSONStringify(prelude);
    underlyingStream._onBeforeFirstWrite = (write) => {
      write(metadataPrelude);
      write(new p.Uint8ArrayCtor(DELIMITER_BYTES));
    };
    return underlyingStream;
  }
}

/** `store`: nodejs24.x has one. */
export function makeAwsLambda(store: InvokeStoreSingle | undefined): Record<string, unknown> {
  return {
    streamifyResponse: (handler: Marked, options?: { highWaterMark?: unknown }) => {
      handler[STREAMING] = RESPONSE;
      if (typeof options?.highWaterMark === "number") handler[HIGH_WATER_MARK] = p.MathTrunc(options.highWaterMark);
      return handler;
    },
    HttpResponseStream,
    ...(store === undefined ? {} : { InvokeStore: store }),
  };
}

export interface Streaming {
  readonly highWaterMark: number | undefined;
}

/** Undefined: the handler answers in one piece. Throws where it is marked with something else. */
export function streamingOf(handler: object, generation: Configuration["generation"]): Streaming | undefined {
  const mark = (handler as Marked)[STREAMING];
  const isUnmarked = generation === "v4" ? !mark : mark === undefined || mark === null || mark === false;
  if (isUnmarked) return undefined;
  if (mark !== RESPONSE) throw runtimeError("MalformedStreamingHandler", "Only response streaming is supported.", generation);
  const wanted = p.NumberCtor((handler as Marked)[HIGH_WATER_MARK]);
  return { highWaterMark: wanted > 0 ? wanted : undefined };
}
