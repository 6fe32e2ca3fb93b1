/** HTTP stubs: what a scenario says other people's servers answer. */
import { bytesOfBase64 } from "../events/base64.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { isLoopback } from "./addresses.ts";
import { ANSWERED_AFTER, CONNECTION_REFUSED_AFTER, CONNECTION_TIMED_OUT_AFTER, FAILED_AFTER, NAME_NOT_FOUND_AFTER } from "./durations.ts";
import { type AnswerBody, type Endpoint, type Exchange, type HttpHeader, type HttpRequest, type NetworkError, urlOf } from "./network.ts";
import { STATUS_TEXT } from "./status-text.ts";
import { fitsWildcards } from "./wildcards.ts";

export interface HttpStub {
  /** Absolute; `*` stands for any characters, also slashes. A URL without a query matches every query. */
  readonly url: string;
  /** Default: any. */
  readonly method?: string;
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text, sent as UTF-8. */
  readonly body?: string;
  /** Sent as JSON, with its content type. */
  readonly json?: unknown;
  /** Bytes in base64: an image, what is compressed. */
  readonly base64?: string;
  /** The body so many times over. Default 1. */
  readonly repeat?: number;
  /** How long after the request the answer is there. Default: durations.ts. */
  readonly latency?: Millis;
  /** No answer: the connection fails. */
  readonly error?: NetworkError;
  /** After so many requests the stub is used up, and the next one that fits answers. Default: never. */
  readonly times?: number;
}

/** The stubs of one simulation: they count how often they were used. */
export function httpStubs(stubs: readonly HttpStub[]): Endpoint {
  const prepared = stubs.map((stub) => ({ stub, ...patternsOf(stub.url), body: bodyOf(stub), used: 0 }));
  return {
    knows: (hostname) => prepared.some(({ stub, host }) => stub.error !== "ENOTFOUND" && fitsWildcards(host, hostname.toLowerCase())),
    answer(request, at) {
      const url = urlOf(request);
      const found = prepared.find(({ stub, used, urls }) => {
        return (
          used < (stub.times ?? Number.POSITIVE_INFINITY) && isFor(stub, request) && urls.some((pattern) => fitsWildcards(pattern, url))
        );
      });
      if (found === undefined) return undefined;
      found.used += 1;
      return exchangeOf(found.stub, found.body, at);
    },
  };
}

function isFor({ method }: HttpStub, request: HttpRequest): boolean {
  return method === undefined || method.toUpperCase() === request.method.toUpperCase();
}

function exchangeOf(stub: HttpStub, body: AnswerBody, at: Instant): Exchange {
  const { error, status = 200, latency } = stub;
  if (error !== undefined) return { error, after: latency ?? failureAfter(error, stub.url) };
  const given = Object.entries(stub.headers ?? {});
  const has = (name: string) => given.some(([key]) => key.toLowerCase() === name);
  const headers: HttpHeader[] = [...given];
  if (!has("content-type") && stub.json !== undefined) headers.push(["Content-Type", "application/json"]);
  if (!has("content-type") && stub.body !== undefined) headers.push(["Content-Type", "text/plain; charset=utf-8"]);
  const after = latency ?? ANSWERED_AFTER;
  if (!has("date")) headers.push(["Date", new Date(at + after).toUTCString()]);
  if (!hasNoBody(status)) headers.push(["Content-Length", String(body.length)]);
  return { after, answer: { status, statusText: STATUS_TEXT[status] ?? "", headers, body: hasNoBody(status) ? NO_BODY : body } };
}

const hasNoBody = (status: number) => status === 204 || status === 304;

function failureAfter(error: NetworkError, url: string): Millis {
  if (error === "ENOTFOUND") return NAME_NOT_FOUND_AFTER;
  if (error === "ETIMEDOUT") return CONNECTION_TIMED_OUT_AFTER;
  return error === "ECONNREFUSED" && isLoopback(partsOf(url).hostname) ? CONNECTION_REFUSED_AFTER : FAILED_AFTER;
}

const NO_BODY: AnswerBody = { length: 0, slice: () => new Uint8Array() };

function bodyOf({ body, json, base64, repeat = 1 }: HttpStub): AnswerBody {
  const once = base64 === undefined ? new TextEncoder().encode(body ?? (json === undefined ? "" : JSON.stringify(json))) : decoded(base64);
  const { length } = once;
  if (length === 0) return NO_BODY;
  return {
    length: length * repeat,
    slice(from, to) {
      const start = from % length;
      if (start + to - from <= length) return once.subarray(start, start + to - from);
      const bytes = new Uint8Array(to - from);
      for (let at = 0, piece = once.subarray(start); at < bytes.length; piece = once) {
        bytes.set(piece.subarray(0, bytes.length - at), at);
        at += Math.min(piece.length, bytes.length - at);
      }
      return bytes;
    },
  };
}

function decoded(base64: string): Uint8Array {
  const bytes = bytesOfBase64(base64);
  if (bytes === undefined) throw new Error("scenario: base64 of an HTTP stub is no Base64");
  return bytes;
}

/** Ports that the scheme implies are never written in a URL; without a query of its own a pattern takes any. */
function patternsOf(url: string): { readonly host: string; readonly urls: readonly string[] } {
  const { scheme, authority, hostname, path } = partsOf(url);
  const implied = scheme === "https" ? ":443" : ":80";
  const whole = `${scheme}://${authority.endsWith(implied) ? authority.slice(0, -implied.length) : authority}${path || "/"}`;
  return { host: hostname, urls: path.includes("?") ? [whole] : [whole, `${whole}?*`] };
}

/** A pattern's parts, all "" where it is none. No URL parser takes a `*` in every place. */
export function partsOf(pattern: string): {
  readonly scheme: string;
  readonly authority: string;
  readonly hostname: string;
  readonly path: string;
} {
  const [, scheme = "", host = "", path = ""] = /^(https?):\/\/([^/?#]+)([^#]*)$/i.exec(pattern) ?? [];
  const authority = host.toLowerCase();
  return { scheme: scheme.toLowerCase(), authority, hostname: authority.replace(/:(?:\d+|\*)$/, "").replace(/^\[|\]$/g, ""), path };
}
