/** Requests to front ends in fidelity cases, and what of the answers is looked at. */
import type { Stimulus } from "../../../sandbox/scenario.ts";
import type { HttpMessage } from "../../../sandbox/services/front-end.ts";
import type { FrontEndResponded, Trace } from "../../../sandbox/trace/events.ts";
import { eventsOf } from "../../harness.ts";

export const httpRequest = (to: string, path = "/", more: Partial<HttpMessage> = {}): Stimulus => ({
  type: "httpRequest",
  to,
  method: "GET",
  path,
  ...more,
});

export const RETURNS_ITS_BODY = "export const handler = async (event) => JSON.parse(event.body);";

export const ECHO = "export const handler = async (event) => event;";

/** A handler that answers with this expression of `event` and `context`. */
export const tellsItsEvent = (expression: string) => `export const handler = async (event, context) => ${expression};`;

export const allAnswered = (trace: Trace): FrontEndResponded[] => eventsOf(trace, "front-end-responded");

/** The last answer. */
export const answered = (trace: Trace): FrontEndResponded | undefined => allAnswered(trace).at(-1);

export const statusAndBody = (trace: Trace) => [answered(trace)?.status, answered(trace)?.body];

export const statuses = (trace: Trace) => allAnswered(trace).map(({ status }) => status);

export const bodies = (trace: Trace) => allAnswered(trace).map(({ body }) => body);

/** Of the last answer; several of one name are joined as clients do. */
export function header(trace: Trace, name: string): string | undefined {
  const values = answered(trace)?.headers.filter(([candidate]) => candidate.toLowerCase() === name);
  return values === undefined || values.length === 0 ? undefined : values.map(([, value]) => value).join(", ");
}

/** What the function wrote into the body of the last answer. */
export const eventOf = (trace: Trace) => JSON.parse(answered(trace)?.body ?? "null") as Readonly<Record<string, unknown>>;

/** How often a function was asked. */
export const invocations = (trace: Trace) => eventsOf(trace, "invoke-started").length;
