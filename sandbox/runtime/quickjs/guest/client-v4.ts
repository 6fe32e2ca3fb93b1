/**
 * The runtime client of nodejs24.x (aws-lambda-nodejs-runtime-interface-client 4.x; fidelity.md §1.7): async handlers only,
 * never waits for the event loop, leaves uncaught errors to Node.
 */
import type { Client, ClientParts } from "./client-v3.ts";
import { rapidError } from "./console.ts";
import { contextV4 } from "./context.ts";
import type { Handler } from "./handler-loading.ts";
import type { InvocationData } from "./host.ts";
import { runtimeError } from "./lambda-errors.ts";
import { primordials as p } from "./primordials.ts";

const CALLBACK_REMOVED =
  "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.";

/** Node's exit code when only an unsettled top-level await is left (Node's documentation, process, "Exit codes"). */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

export function makeClientV4(parts: ClientParts): Client {
  const { host, configuration, console, timers } = parts;
  let handler: Handler = () => undefined;

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

  return {
    adopt(loaded) {
      if (loaded.length >= 3) return failInit(runtimeError("CallbackHandlerDeprecated", CALLBACK_REMOVED, "v4"));
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
      void process(invocation, context);
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
