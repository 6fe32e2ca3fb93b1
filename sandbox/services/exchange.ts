/** One request at a front end, from its arrival to its answer, and what the front end needs of Lambda in between. */
import { HTTP_FIELDS, type HttpRequest, httpRequest } from "../events/http-request.ts";
import { type EventContext, type FieldValues, fieldReader } from "../events/source.ts";
import type { Instant, Millis } from "../time/instant.ts";
import type { HttpMessage } from "./front-end.ts";
import type { FunctionAnswer, HttpAnswer } from "./http-answer.ts";

export interface Arrival {
  readonly at: Instant;
  readonly message: HttpMessage;
  readonly request: HttpRequest;
  /** The request as a form of the event builders has it. */
  readonly values: FieldValues;
  readonly context: EventContext;
}

/** A front end answers at once, or it asks a function first. */
export type Received = { readonly answer: HttpAnswer } | FunctionNeeded;

export interface FunctionNeeded {
  readonly asks: FunctionRequest;
  /** At the instant at which Lambda's answer is there. */
  readonly interpret: (heard: FunctionAnswer, at: Instant) => HttpAnswer;
  /** The front end's own patience; the function runs on. */
  readonly timeout?: { readonly after: Millis; readonly answer: (at: Instant) => HttpAnswer };
}

export interface FunctionRequest {
  readonly FunctionName: string;
  readonly Qualifier?: string;
  /** JSON text of the event. */
  readonly Payload: string;
  readonly TraceHeader?: string;
  /** Absent: a new one. */
  readonly requestId?: string;
  /** Absent: Invoke. */
  readonly api?: "InvokeWithResponseStream";
}

/** Throws a FieldError where a method, path or header cannot be. */
export function arrival(at: Instant, message: HttpMessage, context: EventContext): Arrival {
  const [path = "", ...query] = message.path.split("?");
  const values: FieldValues = {
    // What a WebSocket client does is no method of HTTP: its handshake is a GET.
    method: /^(CONNECT|MESSAGE|DISCONNECT)$/.test(message.method) ? "GET" : message.method.toUpperCase(),
    path,
    query: query.join("?"),
    headers: JSON.stringify(message.headers ?? {}),
    body: message.body ?? "",
  };
  return { at, message, values, request: httpRequest(fieldReader(HTTP_FIELDS, values)), context };
}

/** FunctionName and Qualifier of a route or target. */
export function functionOf(target: { readonly FunctionName: string; readonly Qualifier?: string }) {
  const { FunctionName, Qualifier } = target;
  return Qualifier === undefined ? { FunctionName } : { FunctionName, Qualifier };
}
