/**
 * A request to an HTTP API of API Gateway whose integration has payload format 1.0: apigateway dg, "Create AWS Lambda proxy
 * integrations for HTTP APIs", which shows keys and order, and says that header names are lower case.
 */
import { lastValues, type TextLists, type Texts } from "./header-lists.ts";
import type { HttpEvent } from "./http-request.ts";
import { queryParameters } from "./url-text.ts";

export interface HttpEventV1 {
  readonly version: "1.0";
  readonly resource: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly headers: Texts;
  readonly multiValueHeaders: TextLists;
  readonly queryStringParameters: Texts | null;
  readonly multiValueQueryStringParameters: TextLists | null;
  readonly requestContext: {
    readonly accountId: string;
    readonly apiId: string;
    readonly domainName: string;
    readonly domainPrefix: string;
    readonly extendedRequestId: string;
    readonly httpMethod: string;
    readonly identity: Readonly<Record<string, string | null>>;
    readonly path: string;
    readonly protocol: "HTTP/1.1";
    readonly requestId: string;
    readonly requestTime: string;
    readonly requestTimeEpoch: number;
    readonly resourceId: string;
    readonly resourcePath: string;
    readonly stage: "$default";
  };
  readonly pathParameters: Texts | null;
  readonly stageVariables: null;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
}

/** The same request, told in the older format. */
export function httpApiEventV1(event: HttpEvent): HttpEventV1 {
  const { accountId, apiId, domainName, domainPrefix, http, requestId, routeKey, stage, time, timeEpoch } = event.requestContext;
  const query = Object.fromEntries(queryParameters(event.rawQueryString));
  const hasQuery = Object.keys(query).length > 0;
  const headers = { ...event.headers, ...(event.cookies && { cookie: event.cookies.join("; ") }) };
  const resource = routeKey.split(" ")[1] ?? routeKey;
  return {
    version: "1.0",
    resource,
    path: event.rawPath,
    httpMethod: http.method,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: hasQuery ? lastValues(query) : null,
    multiValueQueryStringParameters: hasQuery ? query : null,
    requestContext: {
      accountId,
      apiId,
      domainName,
      domainPrefix,
      extendedRequestId: requestId,
      httpMethod: http.method,
      identity: {
        accessKey: null,
        accountId: null,
        caller: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: http.sourceIp,
        user: null,
        userAgent: http.userAgent,
        userArn: null,
      },
      path: http.path,
      protocol: "HTTP/1.1",
      requestId,
      requestTime: time,
      requestTimeEpoch: timeEpoch,
      resourceId: routeKey,
      resourcePath: resource,
      stage,
    },
    pathParameters: event.pathParameters ?? null,
    stageVariables: null,
    body: event.body ?? null,
    isBase64Encoded: event.isBase64Encoded,
  };
}
