/**
 * A request to a REST API of API Gateway, as far as the proxy integration and the REQUEST authorizer tell it alike. Keys and
 * order: events that the maintainers of Powertools for AWS Lambda recorded in June 2024; values: recorded by LocalStack in August
 * 2024. Both through an edge-optimized endpoint; ours is Regional, so CloudFront's headers are not there.
 */
import { uuid } from "../time/random.ts";
import { jsonTexts, refused, textMatching } from "./field-values.ts";
import { deliveredLines, headerLists, type TextLists } from "./header-lists.ts";
import { type HeaderLine, HTTP_FIELDS, type HttpRequest, httpRequest, requestTime } from "./http-request.ts";
import { base64Id, lowerCaseId, traceHeader } from "./identifiers.ts";
import { pathParameters } from "./route.ts";
import type { EventContext, Field, FieldReader } from "./source.ts";
import { queryParameters } from "./url-text.ts";

export interface RestRequestContext {
  readonly resourceId: string;
  readonly resourcePath: string;
  readonly httpMethod: string;
  readonly extendedRequestId: string;
  /** `22/Nov/2026:07:00:00 +0000` */
  readonly requestTime: string;
  /** With the stage. */
  readonly path: string;
  readonly accountId: string;
  readonly protocol: "HTTP/1.1";
  readonly stage: string;
  readonly domainPrefix: string;
  readonly requestTimeEpoch: number;
  readonly requestId: string;
  readonly identity: {
    readonly cognitoIdentityPoolId: null;
    readonly accountId: null;
    readonly cognitoIdentityId: null;
    readonly caller: null;
    readonly sourceIp: string;
    readonly principalOrgId: null;
    readonly accessKey: null;
    readonly cognitoAuthenticationType: null;
    readonly cognitoAuthenticationProvider: null;
    readonly userArn: null;
    readonly userAgent: string | null;
    readonly user: null;
  };
  readonly domainName: string;
  readonly deploymentId: string;
  readonly apiId: string;
}

export const REST_FIELDS: readonly Field[] = [
  ...HTTP_FIELDS,
  { name: "resource", label: "리소스(예: /items/{id}, 비우면 경로와 같음)", kind: "text", default: "" },
  { name: "stage", label: "스테이지", kind: "text", default: "prod" },
  { name: "stageVariables", label: "스테이지 변수(JSON 객체)", kind: "json", default: "{}" },
];

export interface RestRequest {
  readonly http: HttpRequest;
  readonly resource: string;
  readonly stage: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** Decoded. */
  readonly query: TextLists;
}

export function restRequest(read: FieldReader): RestRequest {
  const http = httpRequest(read);
  const resource = read.text("resource") || http.path;
  return {
    http,
    resource,
    stage: stageOf(read),
    pathParameters: resourceParameters(resource, http),
    stageVariables: jsonTexts(read, "stageVariables"),
    query: Object.fromEntries(queryParameters(http.query)),
  };
}

/** Recorded: the path stays percent-encoded in the parameters too, and a slash at its end is none of them. */
function resourceParameters(resource: string, { method, path }: HttpRequest): Readonly<Record<string, string>> {
  const parameters = resource === path ? {} : pathParameters(resource, path.length > 1 ? path.replace(/\/$/, "") : path);
  if (parameters !== undefined && resource.startsWith("/")) return parameters;
  throw refused(
    "resource",
    `요청 ${method} ${path}, 리소스 ${resource}: 서로 맞지 않아 API Gateway가 403으로 답하고 함수는 호출되지 않습니다.`,
  );
}

/** Recorded: names keep the client's spelling, except that `authorization` becomes `Authorization`. */
export function restHeaders(context: EventContext, { http }: RestRequest): TextLists {
  const defaults: readonly HeaderLine[] = [
    ["Accept", "*/*"],
    ["User-Agent", "curl/8.17.0"],
  ];
  const client: readonly HeaderLine[] = [
    ...defaults.filter(([name]) => !http.headers.has(name.toLowerCase())),
    ...http.headerLines.map(([name, value]): HeaderLine => [name.toLowerCase() === "authorization" ? "Authorization" : name, value]),
    ...(http.cookies.length > 0 ? [["Cookie", http.cookies.join("; ")] as const] : []),
  ];
  return headerLists(deliveredLines(client, edgeHeaders(context, http.sourceIp)));
}

export function edgeHeaders(context: EventContext, sourceIp: string): readonly HeaderLine[] {
  return [
    ["Host", apiOf(context).domainName],
    ["X-Amzn-Trace-Id", traceHeader(context.random, Math.floor(context.at / 1000))],
    ["X-Forwarded-For", sourceIp],
    ["X-Forwarded-Port", "443"],
    ["X-Forwarded-Proto", "https"],
  ];
}

export function restRequestContext(context: EventContext, { http, resource, stage }: RestRequest): RestRequestContext {
  const { at, random, accountId } = context;
  const { apiId, domainName } = apiOf(context);
  return {
    resourceId: lowerCaseId(random.fork(`resource ${resource}`), 6),
    resourcePath: resource,
    httpMethod: http.method,
    extendedRequestId: base64Id(random, 11),
    requestTime: requestTime(context),
    path: `/${stage}${http.path}`,
    accountId,
    protocol: "HTTP/1.1",
    stage,
    domainPrefix: apiId,
    requestTimeEpoch: Math.floor(at),
    requestId: uuid(random),
    identity: {
      cognitoIdentityPoolId: null,
      accountId: null,
      cognitoIdentityId: null,
      caller: null,
      sourceIp: http.sourceIp,
      principalOrgId: null,
      accessKey: null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: null,
      userAgent: http.headers.get("user-agent") ?? "curl/8.17.0",
      user: null,
    },
    domainName,
    deploymentId: lowerCaseId(random.fork("deployment"), 6),
    apiId,
  };
}

/** apigateway API, CreateStage. */
export function stageOf(read: FieldReader): string {
  return textMatching(read, "stage", /^[A-Za-z0-9_-]{1,128}$/, "스테이지 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~128자입니다.");
}

/** The API's own names, the same for each of its events. */
export function apiOf({ random, region }: EventContext): { readonly apiId: string; readonly domainName: string } {
  const apiId = lowerCaseId(random.fork("api"), 10);
  return { apiId, domainName: `${apiId}.execute-api.${region}.amazonaws.com` };
}
