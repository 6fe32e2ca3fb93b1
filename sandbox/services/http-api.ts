/**
 * An HTTP API of API Gateway: routes, and how a function's answer becomes an HTTP response in both payload formats. apigateway dg,
 * "Create AWS Lambda proxy integrations for HTTP APIs"; headers as observed in public logs of 2023 to 2026.
 */
import { httpApiEvent } from "../events/api-gateway-http.ts";
import { httpApiEventV1 } from "../events/http-api-v1.ts";
import type { HeaderLine } from "../events/http-request.ts";
import { base64Id } from "../events/identifiers.ts";
import { decodedPath } from "../events/url-text.ts";
import type { Instant } from "../time/instant.ts";
import { httpApiRoute } from "./api-routes.ts";
import { type Arrival, functionOf, type Received } from "./exchange.ts";
import type { FrontEnd } from "./front-end.ts";
import { HTTP_API, isLongerThan } from "./front-end-quotas.ts";
import { type FunctionAnswer, type HttpAnswer, httpAnswer } from "./http-answer.ts";
import {
  bodyText,
  decodedBody,
  headerLines,
  isObject,
  type JsonObject,
  jsonValue,
  mergedLines,
  multiValueLines,
  statusCode,
} from "./proxy-response.ts";

export type HttpApi = Extract<FrontEnd, { type: "http-api" }>;

export function httpApiReceives(api: HttpApi, { request, context, at }: Arrival): Received {
  const route = httpApiRoute(api.routes, request.method, decodedPath(request.path));
  const unrouted = () => base64Id(context.random, 11);
  if (route === undefined) return { answer: gatewayAnswer(404, '{"message":"Not Found"}', unrouted(), at) };
  if (isLongerThan(request.body, HTTP_API.payloadBytes)) {
    return { answer: gatewayAnswer(413, '{"message":"Request Entity Too Large"}', unrouted(), at) };
  }
  const event = httpApiEvent(context, request, route.routeKey);
  const { requestId } = event.requestContext;
  const isV1 = api.payloadFormatVersion === "1.0";
  const Payload = JSON.stringify(isV1 ? httpApiEventV1(event) : event);
  const TraceHeader = event.headers["x-amzn-trace-id"];
  const interpret = isV1 ? httpApiAnswerV1 : httpApiAnswer;
  return {
    asks: { ...functionOf(route), Payload, ...(TraceHeader !== undefined && { TraceHeader }) },
    interpret: (heard, answeredAt) => interpret(heard, requestId, answeredAt),
    timeout: {
      after: HTTP_API.timeout,
      answer: (expiredAt) => gatewayAnswer(503, '{"message":"Service Unavailable"}', requestId, expiredAt),
    },
  };
}

/** Payload format 2.0: what has no statusCode is the body of a 200. */
export function httpApiAnswer(heard: FunctionAnswer, requestId: string, at: Instant): HttpAnswer {
  if (heard.how !== "answered") return internalError(requestId, at);
  const value = jsonValue(heard.payload)?.value;
  if (!isObject(value) || !Object.hasOwn(value, "statusCode")) return inferred(value, heard.payload, requestId, at);
  return proxied(value, [...(headerLines(value.headers) ?? [INVALID])], cookieLines(value.cookies), requestId, at);
}

/** Payload format 1.0: statusCode is mandatory, and what is not known is skipped. */
export function httpApiAnswerV1(heard: FunctionAnswer, requestId: string, at: Instant): HttpAnswer {
  const value = heard.how === "answered" ? jsonValue(heard.payload)?.value : undefined;
  if (!isObject(value)) return internalError(requestId, at);
  const single = headerLines(value.headers);
  const multi = multiValueLines(value.multiValueHeaders);
  return proxied(value, single && multi ? mergedLines(multi, single) : [INVALID], [], requestId, at);
}

/** Stands for headers that are none. */
const INVALID: HeaderLine = ["", ""];

function proxied(
  value: JsonObject,
  headers: readonly HeaderLine[],
  cookies: readonly HeaderLine[],
  requestId: string,
  at: Instant,
): HttpAnswer {
  const status = statusCode(value.statusCode);
  const text = bodyText(value.body);
  const body = text !== undefined && value.isBase64Encoded === true ? decodedBody(text) : text === undefined ? undefined : { body: text };
  if (status === undefined || body === undefined || headers.includes(INVALID)) return internalError(requestId, at);
  return httpAnswer({
    at,
    status,
    contentType: "text/plain; charset=utf-8",
    headers: [...headers, ...cookies, idLine(requestId)],
    ...body,
  });
}

/** A text is sent as it is; anything else as its JSON. */
function inferred(value: unknown, payload: string, requestId: string, at: Instant): HttpAnswer {
  const body = typeof value === "string" ? value : payload;
  return httpAnswer({ at, status: 200, contentType: "application/json", headers: [idLine(requestId)], body });
}

/** Each has a header of its own. */
export function cookieLines(cookies: unknown): HeaderLine[] {
  if (!Array.isArray(cookies)) return [];
  return cookies.filter((cookie) => typeof cookie === "string").map((cookie): HeaderLine => ["Set-Cookie", cookie]);
}

/** Function errors, malformed answers, and what Lambda's API refused. */
const internalError = (requestId: string, at: Instant) => gatewayAnswer(500, '{"message":"Internal Server Error"}', requestId, at);

const gatewayAnswer = (status: number, body: string, requestId: string, at: Instant) =>
  httpAnswer({ at, status, contentType: "application/json", headers: [idLine(requestId)], body });

const idLine = (requestId: string): HeaderLine => ["Apigw-Requestid", requestId];
