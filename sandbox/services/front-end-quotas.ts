/** Numbers that AWS publishes about its HTTP front ends, once each, with their page (checked in 2026-11). */
import type { Millis } from "../time/instant.ts";

/** apigateway dg, "Quotas for configuring and running a REST API": integration timeout, payload. */
export const REST_API = { timeout: 29_000, payloadBytes: 10_485_760 } as const satisfies Quota;

/** apigateway dg, "Quotas for configuring and running an HTTP API". */
export const HTTP_API = { timeout: 30_000, payloadBytes: 10_485_760 } as const satisfies Quota;

/** apigateway dg, "Quotas for configuring and running a WebSocket API". */
export const WEBSOCKET_API = { timeout: 29_000, payloadBytes: 131_072, idle: 600_000, connected: 7_200_000 } as const satisfies Quota;

/** elasticloadbalancing application guide, "Lambda functions as targets": the body of a request, the JSON of a response. */
export const LOAD_BALANCER = { requestBytes: 1_048_576, responseBytes: 1_048_576 } as const;

interface Quota {
  readonly timeout: Millis;
  readonly payloadBytes: number;
  readonly [more: string]: number;
}

/** UTF-8 takes one to three bytes for each of a text's UTF-16 units. */
export function isLongerThan(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}
