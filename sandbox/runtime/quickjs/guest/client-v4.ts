/**
 * The runtime client of nodejs24.x (aws-lambda-nodejs-runtime-interface-client 4.x; fidelity.md §1.7): async handlers only,
 * never waits for the event loop, leaves uncaught errors to Node.
 */
import { type Streaming, streamingOf } from "./awslambda.ts";
import type { Client, ClientParts } from "./client-v3.ts";
import { rapidError } from "./console.ts";
import { contextV4 } from "./context.ts";
import type { Handler } from "./handler-loading.ts";
import type { InvocationData } from "./host.ts";
import { type InvokeStoreSingle, invocationContext } from "./invoke-store.ts";
import { runtimeError } from "./lambda-errors.ts";
import { primordials as p } from "./primordials.ts";
import { IGNORED_VALUE, isPromiseLike, NON_ASYNC, NOT_FINISHED, type OpenResponse, trailersOf } from "./response-stream.ts";

const CALLBACK_REMOVED =
  "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.";

/** Node's exit code when only an unsettled top-level await is left (Node's documentation, process, "Exit codes"). */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

export function makeClientV4(parts: ClientParts & { readonly store: InvokeStoreSingle }): Client {
  const { host, configuration, console, timers, store } = parts;
  let handler: Handler = () => undefined;
  let streaming: Streaming | undefined;

  const failInit = (error: unknown) => {
    console.logError("Init Error", error);
    const { errorType, text } = rapidError(error, "v4");
    host.reportInitError(`${errorType}`, text);
    parts.endUncaught(error);
  };
  const turn = () => new p.PromiseCtor<void>((resolve) => void timers.setImmediate(() => resolve()));

  const process = async (invocation: InvocationData, context: object) => {
    try {
      const event: unknown = p.JSONParse(invocation.event);
      const result = await parts.inHandler(() => handler(event, context));
      await turn();
      host.respond(1, responseBody(result), "");
    } catch (error) {
      await turn();
      console.logError("Invoke Error", error);
      const { errorType, text } = rapidError(error, "v4");
      host.respond(0, text, `${errorType}`);
    }
    host.next();
  };

  const handleStreaming = async (invocation: InvocationData, context: object, { responseStream, replied }: OpenResponse) => {
    const event: unknown = p.JSONParse(invocation.event);
    const result = parts.inHandler(() => handler(event, responseStream as object, context), "streaming handler");
    if (!isPromiseLike(result)) throw streamError(NON_ASYNC, "1131:13");
    const value = await result;
    if (value !== undefined) (console.console.warn as (text: string) => void)(IGNORED_VALUE);
    await replied;
    if (!responseStream.writableFinished) throw streamError(NOT_FINISHED, "1141:13");
  };

  const processStreaming = async (invocation: InvocationData, context: object, how: Streaming) => {
    const open = parts.openResponse(how);
    try {
      await handleStreaming(invocation, context, open);
    } catch (error) {
      await turn();
      console.logError("Invoke Error", error);
      // The client asks for the next invocation at once; Lambda has none for it before this one has ended.
      await new p.PromiseCtor<void>((resolve) => open.fail(trailersOf(rapidError(error, "v4")), resolve));
    }
    host.next();
  };

  return {
    adopt(loaded) {
      try {
        streaming = streamingOf(loaded, "v4");
      } catch (error) {
        return failInit(error);
      }
      if (loaded.length >= 3 && streaming === undefined) return failInit(runtimeError("CallbackHandlerDeprecated", CALLBACK_REMOVED, "v4"));
      handler = loaded;
      host.initialized();
    },
    failInit,
    invoke(invocation) {
      let context: object;
      try {
        context = contextV4(configuration, host, invocation);
      } catch (error) {
        // The client fails before it knows whose invocation it is: nothing is posted.
        return parts.endUncaught(error);
      }
      console.setRequestId(invocation.requestId);
      const run = () => (streaming === undefined ? process(invocation, context) : processStreaming(invocation, context, streaming));
      void store.run(invocationContext(invocation.requestId, invocation.traceId), run);
    },
    beforeExit: () => host.exit(UNSETTLED_TOP_LEVEL_AWAIT),
  };
}

function responseBody(result: unknown): string {
  try {
    return p.JSONStringify(result === undefined ? null : result) ?? "null";
  } catch {
    throw runtimeError("JSONStringifyError", "Unable to stringify response body", "v4");
  }
}

/** The client's own: thrown while it waits for the stream to end. */
function streamError(message: string, place: string): Error {
  const error = new p.ErrorCtor(message);
  const stack = `Error: ${message}
    at StreamingInvokeProcessor.waitForStreamClosure (file:///var/runtime/index.mjs:${place})
    at StreamingInvokeProcessor.processInvoke (file:///var/runtime/index.mjs:1122:18)`;
  p.defineProperty(error, "stack", { value: stack, enumerable: false, configurable: true, writable: true });
  return error;
}
