/**
 * A REST API of API Gateway with Lambda proxy integrations: how a function's answer becomes an HTTP response. What is taken and what
 * is a 502: recorded from AWS in November 2024; headers and their spelling: recorded then too, less those of CloudFront, which an
 * edge-optimized endpoint has and a Regional one has not.
 *
 * Simplified: proxy integrations alone, without authorizers, API keys, throttling of its own, caching or response streaming.
 */
import { apiGatewayRest } from "../events/api-gateway-rest.ts";
import type { HeaderLine } from "../events/http-request.ts";
import { base64Id } from "../events/identifiers.ts";
import type { Instant } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import { pathOf, restRoute } from "./api-routes.ts";
import { type Arrival, functionOf, type Received } from "./exchange.ts";
import type { FrontEnd } from "./front-end.ts";
import { isLongerThan, REST_API } from "./front-end-quotas.ts";
import { type FunctionAnswer, type HttpAnswer, httpAnswer } from "./http-answer.ts";
import { bodyText, decodedBody, headerLines, isObject, jsonValue, mergedLines, multiValueLines, statusCode } from "./proxy-response.ts";

export type RestApi = Extract<FrontEnd, { type: "rest-api" }>;

export const restStage = (api: Pick<RestApi, "stage">): string => api.stage ?? "prod";

export function restApiReceives(api: RestApi, arrived: Arrival): Received {
  const { request, context, values, at } = arrived;
  const route = restRoute(api.routes, request.method, request.path);
  const unrouted = () => ({ requestId: uuid(context.random), extendedRequestId: base64Id(context.random, 11) });
  if (route === undefined)
    return {
      answer: gatewayResponse(unrouted(), at, 403, '{"message":"Missing Authentication Token"}', "MissingAuthenticationTokenException"),
    };
  if (isLongerThan(request.body, REST_API.payloadBytes)) {
    const body = `{"message":"HTTP content length exceeded ${REST_API.payloadBytes} bytes."}`;
    return { answer: gatewayResponse(unrouted(), at, 413, body, "RequestTooLargeException") };
  }
  const binaryMediaTypes = api.binaryMediaTypes ?? [];
  const written = { ...values, resource: pathOf(route.routeKey), stage: restStage(api), binaryMediaTypes: binaryMediaTypes.join(",") };
  const event = apiGatewayRest.build(written, context);
  const ids = event.requestContext;
  const TraceHeader = event.headers["X-Amzn-Trace-Id"];
  return {
    asks: { ...functionOf(route), Payload: JSON.stringify(event), ...(TraceHeader !== undefined && { TraceHeader }) },
    interpret: (heard, answeredAt) =>
      restAnswer(heard, { at: answeredAt, ids, accept: request.headers.get("accept") ?? "*/*", binaryMediaTypes }),
    timeout: {
      after: REST_API.timeout,
      answer: (expiredAt) => gatewayResponse(ids, expiredAt, 504, '{"message": "Endpoint request timed out"}', INTERNAL),
    },
  };
}

export interface RestExchange {
  readonly at: Instant;
  readonly ids: RestIds;
  /** Of the request. */
  readonly accept: string;
  readonly binaryMediaTypes: readonly string[];
}

interface RestIds {
  readonly requestId: string;
  readonly extendedRequestId: string;
}

const INTERNAL = "InternalServerErrorException";

export function restAnswer(heard: FunctionAnswer, exchange: RestExchange): HttpAnswer {
  const { at, ids } = exchange;
  if (heard.how === "rejected") return rejection(heard.status, exchange);
  const response = heard.how === "answered" ? proxyResponse(heard.payload) : undefined;
  if (response === undefined) return gatewayResponse(ids, at, 502, '{"message": "Internal server error"}', INTERNAL);
  const body = response.isBase64Encoded && wantsBytes(exchange) ? decodedBody(response.body) : { body: response.body };
  if (body === undefined) return gatewayResponse(ids, at, 500, '{"message": "Internal server error"}', INTERNAL);
  const trace: HeaderLine[] = heard.traceHeader === undefined ? [] : [["X-Amzn-Trace-Id", heard.traceHeader]];
  const headers: HeaderLine[] = [...idLines(ids), ...response.headers.map(remapped), ...trace];
  return httpAnswer({ at, status: response.status, contentType: "application/json", headers, ...body });
}

interface ProxyResponse {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const KEYS = ["statusCode", "body", "headers", "multiValueHeaders", "isBase64Encoded"];

/** Undefined: malformed. No member is required, but others than these, or none at all, are not taken. */
function proxyResponse(payload: string): ProxyResponse | undefined {
  const value = jsonValue(payload)?.value;
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length === 0 || keys.some((key) => !KEYS.includes(key))) return undefined;
  // [INF] null counts as left out.
  const status = statusCode(value.statusCode ?? 200);
  const single = headerLines(value.headers);
  const multi = multiValueLines(value.multiValueHeaders);
  const body = bodyText(value.body);
  if (status === undefined || single === undefined || multi === undefined || body === undefined) return undefined;
  return { status, headers: mergedLines(multi, single), body, isBase64Encoded: value.isBase64Encoded === true };
}

/** The first media type of Accept decides (apigateway dg, "Content type conversions"). */
function wantsBytes({ accept, binaryMediaTypes }: RestExchange): boolean {
  const first = (accept.split(",")[0] ?? "").split(";")[0]?.trim().toLowerCase();
  return binaryMediaTypes.some((type) => type === "*/*" || type.toLowerCase() === first);
}

/** Lambda's API refused, throttled or not: developer guide, "Handling Lambda errors with an API Gateway API": 500. [INF] for 413. */
function rejection(status: number, { at, ids }: RestExchange): HttpAnswer {
  if (status === 413) return gatewayResponse(ids, at, 413, '{"message":"Request Entity Too Large"}', "RequestTooLargeException");
  return gatewayResponse(ids, at, 500, '{"message": "Internal server error"}', INTERNAL);
}

/** An answer that API Gateway makes itself. */
function gatewayResponse(ids: RestIds, at: Instant, status: number, body: string, errorType: string): HttpAnswer {
  const [requestId, apigwId] = idLines(ids);
  return httpAnswer({ at, status, contentType: "application/json", headers: [requestId, ["x-amzn-ErrorType", errorType], apigwId], body });
}

const idLines = ({ requestId, extendedRequestId }: RestIds) =>
  [
    ["x-amzn-RequestId", requestId],
    ["x-amz-apigw-id", extendedRequestId],
  ] as const;

/** Names that API Gateway keeps for itself (apigateway dg, "Amazon API Gateway important notes"). */
function remapped([name, value]: HeaderLine): HeaderLine {
  return /^(connection|content-length|date|server|www-authenticate)$/i.test(name) ? [`x-amzn-Remapped-${name}`, value] : [name, value];
}
