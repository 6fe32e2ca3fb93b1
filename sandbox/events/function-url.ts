/**
 * A request to a function URL with AuthType NONE. The event is payload format 2.0 with the differences that AWS recorded:
 * routeKey and stage `$default`, accountId `anonymous`, TLS headers, no path parameters.
 */
import { uuid } from "../time/random.ts";
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
import { lowerCaseId, traceHeader } from "./identifiers.ts";
import { type EventContext, type EventSource, fieldReader } from "./source.ts";

export const functionUrl: EventSource<HttpEvent> = {
  name: "function-url",
  label: "함수 URL 요청",
  fields: HTTP_FIELDS,
  build(values, context) {
    return event(context, httpRequest(fieldReader(HTTP_FIELDS, values)));
  },
};

function event(context: EventContext, request: HttpRequest): HttpEvent {
  const { at, random } = context;
  const { urlId, domainName } = urlOf(context);
  const headers = deliveredHeaders(request, {
    ...(request.body !== "" && contentLength(request)),
    host: domainName,
    "x-amzn-tls-cipher-suite": "TLS_AES_128_GCM_SHA256",
    "x-amzn-tls-version": "TLSv1.3",
    "x-amzn-trace-id": traceHeader(random, Math.floor(at / 1000)),
    // Observed: function URLs keep this header beside `cookies`; HTTP APIs take it away.
    ...(request.cookies.length > 0 && { cookie: request.cookies.join("; ") }),
  });
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: request.path,
    rawQueryString: request.query,
    ...(request.cookies.length > 0 && { cookies: request.cookies }),
    headers,
    ...queryStringParameters(request.query),
    requestContext: {
      accountId: "anonymous",
      apiId: urlId,
      domainName,
      domainPrefix: urlId,
      http: {
        method: request.method,
        path: request.path,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: uuid(random),
      routeKey: "$default",
      stage: "$default",
      time: requestTime(context),
      timeEpoch: Math.floor(at),
    },
    ...deliveredBody(request, isText),
  };
}

/** The URL's own names, the same for each of its events. */
export function urlOf({ random, region }: EventContext): { readonly urlId: string; readonly domainName: string } {
  const urlId = lowerCaseId(random.fork("function url"), 32);
  return { urlId, domainName: `${urlId}.lambda-url.${region}.on.aws` };
}

/** Content types whose bodies arrive as text: text of any kind, JSON, XML, JavaScript and forms. */
function isText(contentType: string): boolean {
  return contentType.startsWith("text/") || /[/+](json|xml|javascript|x-www-form-urlencoded)$/.test(contentType);
}
