/** A request to an HTTP API of API Gateway whose integration has payload format 2.0. */
import {
  contentLength,
  deliveredBody,
  deliveredHeaders,
  HTTP_FIELDS,
  type HttpEvent,
  type HttpRequest,
  httpRequest,
  queryStringParameters,
  requestTime,
} from "./http-request.ts";
import { base64Id, lowerCaseId, traceHeader } from "./identifiers.ts";
import { matchedRoute } from "./route.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";
import { decodedPath } from "./url-text.ts";

export const API_GATEWAY_HTTP_FIELDS: readonly Field[] = [
  ...HTTP_FIELDS,
  { name: "route", label: "라우트(예: GET /items/{id})", kind: "text", default: "$default" },
];

export const apiGatewayHttp: EventSource<HttpEvent> = {
  name: "api-gateway-http",
  label: "API Gateway HTTP API 요청",
  fields: API_GATEWAY_HTTP_FIELDS,
  build(values, context) {
    const read = fieldReader(API_GATEWAY_HTTP_FIELDS, values);
    return httpApiEvent(context, httpRequest(read), read.text("route"));
  },
};

export function httpApiEvent(context: EventContext, request: HttpRequest, routeKey: string): HttpEvent {
  const { at, random, region, accountId } = context;
  const apiId = lowerCaseId(random.fork("api"), 10);
  const domainName = `${apiId}.execute-api.${region}.amazonaws.com`;
  const headers = deliveredHeaders(request, {
    // A request without a body has it too: `"content-length": "0"`.
    ...contentLength(request),
    host: domainName,
    "x-amzn-trace-id": traceHeader(random, Math.floor(at / 1000)),
  });
  // Observed: HTTP APIs decode the path in both places (function URLs do not); the query string stays as it came.
  const path = decodedPath(request.path);
  const pathParameters = matchedRoute(routeKey, request.method, path);
  const { body, isBase64Encoded } = deliveredBody(request, isText);
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: request.query,
    ...(request.cookies.length > 0 && { cookies: request.cookies }),
    headers,
    ...queryStringParameters(request.query),
    requestContext: {
      accountId,
      apiId,
      domainName,
      domainPrefix: apiId,
      http: { method: request.method, path, protocol: "HTTP/1.1", sourceIp: request.sourceIp, userAgent: headers["user-agent"] ?? "" },
      // Fifteen characters and `=`: `JKJaXmPLvHcESHA=`.
      requestId: base64Id(random, 11),
      routeKey,
      stage: "$default",
      time: requestTime(context),
      timeEpoch: Math.floor(at),
    },
    ...(body !== undefined && { body }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    isBase64Encoded,
  };
}

/**
 * Content types whose bodies arrive as text; AWS documents only that "binary" ones are encoded. Observed in 2026: forms
 * (application/x-www-form-urlencoded) and bodies without a content type arrive in Base64.
 */
function isText(contentType: string): boolean {
  return contentType.startsWith("text/") || ["application/json", "application/xml", "application/javascript"].includes(contentType);
}
