/**
 * The one network of the sandbox: what becomes of an HTTP request that leaves a function's process.
 *
 *   process ──request at an instant──► endpoints, in order ──► the first that knows the host ──► an answer or a failure, `after` so long
 *                                                        └──► none: no name server knows the host (ENOTFOUND)
 *
 * Simplified: connecting, the request's way, the server's work and the whole answer are one span of time; bandwidth is endless.
 */
import type { Instant, Millis } from "../time/instant.ts";
import { addressOf, isAddress, isLoopback } from "./addresses.ts";
import { CONNECTION_REFUSED_AFTER, CONNECTION_TIMED_OUT_AFTER, NAME_FOUND_AFTER, NAME_NOT_FOUND_AFTER } from "./durations.ts";

export interface HttpRequest {
  readonly method: string;
  readonly protocol: "http:" | "https:";
  /** Lower case; an IPv6 address without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** With its query: `/orders?page=2`. */
  readonly path: string;
  readonly headers: readonly HttpHeader[];
  /** Not to be kept beyond the call, and not to be changed. */
  readonly body: Uint8Array;
}

export type HttpHeader = readonly [name: string, value: string];

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HttpHeader[];
  readonly body: AnswerBody;
}

/** Bytes that need not exist before they are asked for. */
export interface AnswerBody {
  readonly length: number;
  slice(from: number, to: number): Uint8Array;
}

/** Why there is no answer, in libuv's names. */
export type NetworkError = "ENOTFOUND" | "ECONNREFUSED" | "ECONNRESET" | "ETIMEDOUT";

/** What becomes of a request, so long after it was sent. */
export type Exchange = { readonly after: Millis } & ({ readonly answer: HttpAnswer } | { readonly error: NetworkError });

/** Something that answers: the scenario's HTTP stubs, an AWS service. */
export interface Endpoint {
  /** Whether anything answers under this host name. */
  knows(hostname: string): boolean;
  /** Undefined: nothing of this endpoint is there; the next one is asked. */
  answer(request: HttpRequest, at: Instant): Exchange | undefined;
}

/** What a resolver says of a host name, so long after it was asked. Without an address: no name server knows it. */
export interface Lookup {
  readonly after: Millis;
  readonly address?: string;
}

export interface Network {
  lookup(hostname: string): Lookup;
  request(request: HttpRequest, at: Instant): Exchange;
}

export function network(endpoints: readonly Endpoint[]): Network {
  return {
    lookup(hostname) {
      if (isAddress(hostname)) return { address: hostname, after: 0 };
      if (isLoopback(hostname)) return { address: "127.0.0.1", after: 0 };
      if (endpoints.some((endpoint) => endpoint.knows(hostname))) return { address: addressOf(hostname), after: NAME_FOUND_AFTER };
      return { after: NAME_NOT_FOUND_AFTER };
    },
    request(request, at) {
      for (const endpoint of endpoints) {
        const exchange = endpoint.answer(request, at);
        if (exchange !== undefined) return exchange;
      }
      return unreachable(request.hostname);
    },
  };
}

/** As the URL Standard writes it: without the port that the scheme implies. */
export function urlOf({ protocol, hostname, port, path }: Omit<HttpRequest, "headers" | "body" | "method">): string {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  const implied = protocol === "https:" ? 443 : 80;
  return `${protocol}//${host}${port === implied ? "" : `:${port}`}${path}`;
}

/** Nobody listens on the environment's own ports, and packets to an address from which none come back are sent again and again. */
function unreachable(hostname: string): Exchange {
  if (isLoopback(hostname)) return { error: "ECONNREFUSED", after: CONNECTION_REFUSED_AFTER };
  if (isAddress(hostname)) return { error: "ETIMEDOUT", after: CONNECTION_TIMED_OUT_AFTER };
  return { error: "ENOTFOUND", after: NAME_NOT_FOUND_AFTER };
}
