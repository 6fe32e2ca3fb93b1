/** The stream of a streaming handler's answer, made by the library when the first one is called (library/internal/response-stream.js). */
import type { Streaming } from "./awslambda.ts";
import type { RapidError } from "./console.ts";
import type { Configuration } from "./host.ts";
import { runtimeError } from "./lambda-errors.ts";
import type { Timers } from "./timers.ts";

export interface OpenResponse {
  /** What the handler gets. */
  readonly responseStream: { readonly writableFinished: boolean };
  /** Settles when Lambda has answered, which it does at the stream's end. */
  readonly replied: Promise<void>;
  /** Tells Lambda of an error and ends the stream. */
  fail(error: { readonly errorType: string; readonly text: string }, then: () => void): void;
}

export type OpenResponseStream = (streaming: Streaming) => OpenResponse;

export function responseStreams(
  builtin: (id: string) => unknown,
  timers: Timers,
  generation: Configuration["generation"],
): OpenResponseStream {
  // The library's module is ours: its export has this shape.
  type Create = (options: object) => OpenResponse;
  return ({ highWaterMark }) => {
    const { createResponseStream } = builtin("internal/response-stream") as { createResponseStream: Create };
    const { setImmediate, nextTick } = timers;
    const { setTimeout } = timers.globals;
    const tooLate = () => runtimeError("InvalidStreamingOperation", "Cannot set content-type, too late.", generation);
    return createResponseStream({ generation, highWaterMark, timers: { setTimeout, setImmediate, nextTick }, tooLate });
  };
}

/** A trailer is a header: its value is text. */
export function trailersOf({ errorType, text }: RapidError): { readonly errorType: string; readonly text: string } {
  return { errorType: `${errorType}`, text };
}

export function isPromiseLike(value: unknown): value is Promise<unknown> {
  return !!value && typeof (value as { then?: unknown }).then === "function";
}

export const NON_ASYNC = "Streaming does not support non-async handlers.";
export const NOT_FINISHED = "Response stream is not finished.";
export const IGNORED_VALUE = "Streaming handlers ignore return values.";
