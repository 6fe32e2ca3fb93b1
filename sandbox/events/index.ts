/** The event sources that the lab knows, by name. */
import { apiGatewayHttp } from "./api-gateway-http.ts";
import { functionUrl } from "./function-url.ts";
import { s3 } from "./s3.ts";
import { schedule } from "./schedule.ts";
import type { EventSource } from "./source.ts";
import { sqs } from "./sqs.ts";

export const EVENT_SOURCES = {
  "api-gateway-http": apiGatewayHttp,
  "function-url": functionUrl,
  s3,
  sqs,
  schedule,
} as const satisfies Record<string, EventSource<unknown>>;

export type EventSourceName = keyof typeof EVENT_SOURCES;

export const isEventSourceName = (name: string): name is EventSourceName => Object.hasOwn(EVENT_SOURCES, name);

export type { EventContext, EventSource, Field, FieldValues } from "./source.ts";
export { FieldError } from "./source.ts";
