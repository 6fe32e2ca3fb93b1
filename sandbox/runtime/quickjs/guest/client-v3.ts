/**
 * The runtime client of nodejs22.x and before (aws-lambda-nodejs-runtime-interface-client 3.x; fidelity.md §1.6): callbacks,
 * context.succeed/fail/done, and an event loop that a callback waits for.
 */
import { type Streaming, streamingOf } from "./awslambda.ts";
import { type LambdaConsole, rapidError } from "./console.ts";
import { addContextDataV3 } from "./context.ts";
import type { Handler } from "./handler-loading.ts";
import type { Configuration, Host, InvocationData } from "./host.ts";
import { runtimeError } from "./lambda-errors.ts";
import { primordials as p } from "./primordials.ts";
import type { GuestProcess } from "./process.ts";
import { IGNORED_VALUE, isPromiseLike, NON_ASYNC, NOT_FINISHED, type OpenResponseStream, trailersOf } from "./response-stream.ts";
import type { Timers } from "./timers.ts";

export interface Client {
  /** The handler is loaded. */
  adopt(handler: Handler): void;
  /** Loading it failed. Ends the process. */
  failInit(error: unknown): void;
  invoke(invocation: InvocationData): void;
  /** The event loop is empty. */
  beforeExit(): void;
}

export interface ClientParts {
  readonly host: Host;
  readonly configuration: Configuration;
  readonly console: LambdaConsole;
  readonly process: GuestProcess;
  readonly timers: Timers;
  /** Runs the handler's synchronous part, so that stacks made in it know where they are. */
  readonly inHandler: <T>(run: () => T, stage?: "handler" | "streaming handler") => T;
  readonly openResponse: OpenResponseStream;
  /** Ends the process as Node does where the client's own promise is rejected. */
  readonly endUncaught: (error: unknown) => void;
}

const CALLBACK_WARNING =
  "AWS Lambda plans to remove support for callback-based function handlers starting with Node.js 24. You will need to update this function to use an async handler to use Node.js 24 or later. For more information and to provide feedback on this change, see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/137. To disable this warning, set the AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING environment variable.";

const NODE_JS_EXIT =
  "The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes";

export function makeClientV3(parts: ClientParts): Client {
  const { host, configuration, console, timers } = parts;
  const process = parts.process.process as { on(event: string, listener: (...args: unknown[]) => void): void };
  let handler: Handler = () => undefined;
  let isAsync = false;
  let streaming: Streaming | undefined;
  let beforeExit: () => void = () => undefined;
  let post: (error: unknown) => void = (error) => reportInit(error);

  const reportInit = (error: unknown) => {
    const { errorType, text } = rapidError(error, "v3");
    host.reportInitError(errorType, text);
  };
  const postError = (error: unknown) => {
    const { errorType, text } = rapidError(error, "v3");
    host.respond(0, text, `${errorType}`);
  };
  const scheduleNext = () => {
    timers.setImmediate(() => host.next());
  };

  process.on("uncaughtException", (error) => {
    console.logError("Uncaught Exception", error);
    post(error);
    host.exit(129);
  });
  process.on("unhandledRejection", (reason, promise) => {
    const error = runtimeError("UnhandledPromiseRejection", messageOf(reason), "v3", { reason, promise });
    console.logError("Unhandled Promise Rejection", error);
    post(error);
    host.exit(128);
  });

  /** callback, succeed, fail and done: whichever is called first counts. */
  const completion = () => {
    let waitForEmptyEventLoop = true;
    let completed = false;
    let finished = false;
    const fail = (error: unknown) => {
      console.logError("Invoke Error", error);
      postError(error);
      scheduleNext();
    };
    const complete = (result: unknown) => {
      if (completed) {
        (console.console.error as (text: string) => void)(
          "Invocation has already been reported as done. Cannot call complete more than once per invocation.",
        );
        return;
      }
      completed = true;
      const payload = responseBody(result);
      host.respond(1, payload, "");
      scheduleNext();
    };
    const once =
      <A extends unknown[]>(run: (...args: A) => void) =>
      (...args: A) => {
        if (finished) return;
        p.apply(run, undefined, args);
        finished = true;
      };
    const done = (error: unknown, result?: unknown) => {
      beforeExit = () => undefined;
      if (error !== undefined && error !== null) fail(error);
      else complete(result);
    };
    const context = {
      get callbackWaitsForEmptyEventLoop() {
        return waitForEmptyEventLoop;
      },
      set callbackWaitsForEmptyEventLoop(value: boolean) {
        waitForEmptyEventLoop = value;
      },
      succeed: once((result?: unknown) => done(null, result)),
      fail: once((error?: unknown) => (error === undefined || error === null ? done("handled") : done(error, null))),
      done: once(done),
    };
    const callback = once((error?: unknown, result?: unknown) => {
      beforeExit = () => undefined;
      if (error !== undefined && error !== null) fail(error);
      else if (!waitForEmptyEventLoop) complete(result);
      else {
        beforeExit = () => {
          beforeExit = () => undefined;
          timers.setImmediate(() => complete(result));
        };
      }
    });
    return {
      context,
      callback,
      markCompleted: () => {
        completed = true;
      },
    };
  };

  /** `callbackWaitsForEmptyEventLoop` of a streaming handler: it decides when the next invocation may come. */
  const streamingContext = () => {
    let waitForEmptyEventLoop = true;
    return {
      context: {
        get callbackWaitsForEmptyEventLoop() {
          return waitForEmptyEventLoop;
        },
        set callbackWaitsForEmptyEventLoop(value: boolean) {
          waitForEmptyEventLoop = value;
        },
      },
      finish: () => {
        beforeExit = () => undefined;
        if (!waitForEmptyEventLoop) scheduleNext();
        else {
          beforeExit = () => {
            beforeExit = () => undefined;
            timers.setImmediate(scheduleNext);
          };
        }
      },
    };
  };

  const processStreaming = async (invocation: InvocationData, how: Streaming) => {
    const { context, finish } = streamingContext();
    const { responseStream, replied, fail } = parts.openResponse(how);
    const failWith = (error: unknown) => {
      console.logError("Invoke Error", error);
      fail(trailersOf(rapidError(error, "v3")), finish);
    };
    try {
      post = postError;
      beforeExit = () => {
        beforeExit = () => undefined;
        scheduleNext();
      };
      const data = addContextDataV3(context, configuration, host, invocation);
      const event: unknown = p.JSONParse(invocation.event);
      const result = parts.inHandler(() => handler(event, responseStream as object, data), "streaming handler");
      if (!isPromiseLike(result)) return failWith(NON_ASYNC);
      const value = await result;
      if (value !== undefined) (console.console.warn as (text: string) => void)(IGNORED_VALUE);
      await replied;
      if (responseStream.writableFinished) finish();
      else failWith(NOT_FINISHED);
    } catch (error) {
      failWith(error);
    }
  };

  return {
    adopt(loaded) {
      handler = loaded;
      isAsync = loaded.constructor?.name === "AsyncFunction";
      try {
        streaming = streamingOf(loaded, "v3");
      } catch (error) {
        return void parts.process.emit("uncaughtException", error, "uncaughtException");
      }
      if (
        !isAsync &&
        streaming === undefined &&
        loaded.length === 3 &&
        configuration.env.AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING === undefined
      ) {
        (console.console.warn as (text: string) => void)(CALLBACK_WARNING);
      }
      host.initialized();
    },
    failInit(error) {
      // Loading runs under the client's top-level await: its rejection reaches the uncaughtException listener.
      parts.process.emit("uncaughtException", error, "uncaughtException");
    },
    invoke(invocation) {
      console.setRequestId(invocation.requestId);
      if (streaming !== undefined) return void processStreaming(invocation, streaming);
      post = postError;
      const { context, callback, markCompleted } = completion();
      beforeExit = () => {
        beforeExit = () => undefined;
        markCompleted();
        if (isAsync) {
          const error = runtimeError("NodeJsExit", NODE_JS_EXIT, "v3");
          console.logError("Invoke Error", error);
          postError(error);
        } else host.respond(1, "null", "");
        scheduleNext();
      };
      try {
        const data = addContextDataV3(context, configuration, host, invocation);
        const event: unknown = p.JSONParse(invocation.event);
        const result = parts.inHandler(() => handler(event, data, callback));
        if (isPromiseLike(result)) result.then(context.succeed, context.fail).catch(context.fail);
      } catch (error) {
        callback(error);
      }
    },
    beforeExit: () => beforeExit(),
  };
}

/** A value that JSON cannot express is an error of the function; what JSON leaves out (a function) is an empty answer. */
function responseBody(result: unknown): string {
  try {
    return p.JSONStringify(result === undefined ? null : result) ?? "null";
  } catch {
    throw new p.ErrorCtor("Unable to stringify response body");
  }
}

function messageOf(reason: unknown): string {
  try {
    return `${reason as string}`;
  } catch {
    // A symbol or an object without a text: the client's `super(reason)` would throw; Node prints the type.
    return typeof reason;
  }
}
