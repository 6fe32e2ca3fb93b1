/**
 * The Runtime API, as a function's own runtime talks to it from inside of its execution environment (developer guide, "Using the
 * Lambda runtime API"; answers and states as in aws-lambda-runtime-interface-emulator, internal/lambda/rapi).
 *
 *   Started ── next ──► Ready ── an invocation ──► Running ── response | error ──► ResponseSent ── next ──► Ready
 *      └─ init/error ─► (over)
 */
import type { Exchange, HttpAnswer, HttpRequest } from "../network/network.ts";
import { STATUS_TEXT } from "../network/status-text.ts";
import type { Invocation } from "../runtime/runtime.ts";
import type { Instant } from "../time/instant.ts";
import { RESPONSE_PAYLOAD_BYTES } from "./quotas.ts";

/** AWS_LAMBDA_RUNTIME_API, recorded on AWS in January 2026. */
export const RUNTIME_API = { hostname: "169.254.100.1", port: 9001 } as const;

/** What the runtime tells Lambda. */
export interface RuntimeApiEvents {
  /** It asks for the next invocation: the environment may be frozen. */
  next(): void;
  response(payload: string): void;
  error(errorType: string, payload: string): void;
  initError(errorType: string, payload: string): void;
}

type State = "Started" | "InitError" | "Ready" | "Running" | "RuntimeResponseSentState";

const PREFIX = "/2018-06-01/runtime/";

/** Milliseconds of a call that does not wait, on the environment's own machine. [INF] */
const CALL = 0.4;

export class RuntimeApi {
  readonly #events: RuntimeApiEvents;
  #state: State = "Started";
  #running: { readonly invocation: Invocation; readonly deadline: Instant } | undefined;

  constructor(events: RuntimeApiEvents) {
    this.#events = events;
  }

  knows({ hostname, port }: Pick<HttpRequest, "hostname" | "port">): boolean {
    return hostname === RUNTIME_API.hostname && port === RUNTIME_API.port;
  }

  /** What `next` was asked for: its answer can be read from now on. */
  begin(invocation: Invocation, deadline: Instant): void {
    this.#running = { invocation, deadline };
    this.#state = "Running";
  }

  request({ method, path, headers, body }: HttpRequest): Exchange {
    const asked = `${method} ${path.startsWith(PREFIX) ? path.slice(PREFIX.length) : path}`;
    if (asked === "GET invocation/next") return this.#next();
    const errorType = headers.find(([name]) => name.toLowerCase() === "lambda-runtime-function-error-type")?.[1] ?? "";
    if (asked === "POST init/error") return this.#initError(errorType, body);
    const [, requestId, what] = /^POST invocation\/([^/]+)\/(response|error)$/.exec(asked) ?? [];
    if (what === undefined) return told(404, "404 page not found\n", "text/plain; charset=utf-8");
    return this.#answered(requestId, what, errorType, body);
  }

  /** Its answer is there when the invocation is. */
  #next(): Exchange {
    if (this.#state !== "Started" && this.#state !== "RuntimeResponseSentState") return this.#notAllowed("Ready");
    this.#state = "Ready";
    this.#events.next();
    const running = () => this.#running;
    let read: HttpAnswer | undefined;
    return {
      after: 0,
      get answer(): HttpAnswer {
        read ??= eventAnswer(running());
        return read;
      },
    };
  }

  #answered(requestId: string | undefined, what: string, errorType: string, body: Uint8Array): Exchange {
    if (requestId !== this.#running?.invocation.requestId) return refused(400, "InvalidRequestID", "Invalid request ID");
    if (this.#state !== "Running") return this.#notAllowed(what === "response" ? "InvocationResponse" : "InvocationErrorResponse");
    this.#state = "RuntimeResponseSentState";
    const payload = new TextDecoder().decode(body);
    if (what === "response") this.#events.response(payload);
    else this.#events.error(errorType, payload);
    if (body.length <= RESPONSE_PAYLOAD_BYTES) return ACCEPTED;
    return refused(413, "RequestEntityTooLarge", `Exceeded maximum allowed payload size (${RESPONSE_PAYLOAD_BYTES} bytes).`);
  }

  #initError(errorType: string, body: Uint8Array): Exchange {
    if (this.#state !== "Started") return this.#notAllowed("InitError");
    this.#state = "InitError";
    this.#events.initError(errorType, new TextDecoder().decode(body));
    return ACCEPTED;
  }

  #notAllowed(wanted: string): Exchange {
    const sentence = `State transition from ${this.#state} to ${wanted} failed for runtime. Error: State transition is not allowed`;
    return refused(403, "InvalidStateTransition", sentence);
  }
}

/** fidelity.md §1.10, in the order and with the capitals of the emulator's source. */
function eventAnswer(running: { readonly invocation: Invocation; readonly deadline: Instant } | undefined): HttpAnswer {
  if (running === undefined) throw new Error("runtime-api: the answer to next was read before there was an invocation");
  const { requestId, traceId, clientContext, invokedFunctionArn, event } = running.invocation;
  const bytes = new TextEncoder().encode(event);
  return {
    status: 200,
    statusText: "OK",
    headers: [
      ["Lambda-Runtime-Aws-Request-Id", requestId],
      ...(traceId === undefined ? [] : [["Lambda-Runtime-Trace-Id", traceId] as const]),
      ...(clientContext === undefined ? [] : [["Lambda-Runtime-Client-Context", clientContext] as const]),
      ["Lambda-Runtime-Invoked-Function-Arn", invokedFunctionArn],
      ["Lambda-Runtime-Deadline-Ms", String(Math.floor(running.deadline))],
      ["Content-Type", "application/json"],
      ["Content-Length", String(bytes.length)],
    ],
    body: bytesBody(bytes),
  };
}

const ACCEPTED = told(202, `${JSON.stringify({ status: "OK" })}\n`);

function refused(status: number, errorType: string, errorMessage: string): Exchange {
  return told(status, `${JSON.stringify({ errorMessage, errorType })}\n`);
}

function told(status: number, text: string, contentType = "application/json"): Exchange {
  const bytes = new TextEncoder().encode(text);
  const headers = [
    ["Content-Type", contentType],
    ["Content-Length", String(bytes.length)],
  ] as const;
  return { after: CALL, answer: { status, statusText: STATUS_TEXT[status] ?? "", headers, body: bytesBody(bytes) } };
}

function bytesBody(bytes: Uint8Array): HttpAnswer["body"] {
  return { length: bytes.length, slice: (from, to) => bytes.subarray(from, to) };
}
