/**
 * A function's URL: how the answer of its function becomes an HTTP response. The table was recorded from AWS in November 2025; what a
 * page of the developer guide adds is said where it is used.
 */
import { functionUrl } from "../events/function-url.ts";
import type { HeaderLine, HttpEvent } from "../events/http-request.ts";
import { iamId, upperCaseId } from "../events/identifiers.ts";
import type { Instant } from "../time/instant.ts";
import { type Cors, corsHeaders, isPreflight, preflightHeaders } from "./cors.ts";
import type { Arrival, FunctionNeeded } from "./exchange.ts";
import { type FunctionAnswer, type HttpAnswer, httpAnswer } from "./http-answer.ts";
import { cookieLines } from "./http-api.ts";
import { bodyText, decodedBody, headerLines, isObject, type JsonObject, jsonValue, statusCode } from "./proxy-response.ts";
import { metadataOf, WITH_METADATA } from "./response-stream.ts";

/** `{"Message":null}`: there is no such URL. */
export const unknownUrl = (requestId: string, at: Instant): HttpAnswer =>
  refusal({ requestId, status: 403, errorCode: "AccessDeniedException", body: '{"Message":null}' }, at);

export const forbidden = (requestId: string, at: Instant): HttpAnswer =>
  refusal({ requestId, status: 403, errorCode: "AccessDeniedException", body: `{"Message":"${FORBIDDEN}"}` }, at);

const FORBIDDEN =
  "Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";

export interface FunctionUrl {
  readonly FunctionName: string;
  readonly Qualifier?: string;
  readonly AuthType: "NONE" | "AWS_IAM";
  readonly InvokeMode?: "BUFFERED" | "RESPONSE_STREAM";
  readonly Cors?: Cors;
}

/** The URL's own answer to a browser that asks beforehand; undefined where the function has to be asked. */
export function preflightAnswer({ Cors }: FunctionUrl, { request, at }: Arrival, requestId: string): HttpAnswer | undefined {
  if (Cors === undefined || !isPreflight(request)) return undefined;
  const headers: HeaderLine[] = [["x-amzn-RequestId", requestId], ...preflightHeaders(Cors, request)];
  return httpAnswer({ at, status: 200, contentType: "application/json", headers, body: "" });
}

/** Once the URL may be used. */
export function functionUrlReceives(url: FunctionUrl, arrived: Arrival): FunctionNeeded {
  const { values, context, request, message } = arrived;
  const { FunctionName, Qualifier, AuthType, InvokeMode, Cors } = url;
  const built = functionUrl.build(values, context);
  const event = AuthType === "AWS_IAM" && message.signed ? signedEvent(built, arrived) : built;
  const added = Cors === undefined ? [] : corsHeaders(Cors, request);
  const streams = InvokeMode === "RESPONSE_STREAM";
  const TraceHeader = event.headers["x-amzn-trace-id"];
  return {
    asks: {
      FunctionName,
      ...(Qualifier !== undefined && { Qualifier }),
      Payload: JSON.stringify(event),
      // Recorded: the request's id is the invocation's.
      requestId: event.requestContext.requestId,
      ...(TraceHeader !== undefined && { TraceHeader }),
      ...(streams && { api: "InvokeWithResponseStream" }),
    },
    interpret: (heard, at) => (streams ? streamedUrlAnswer(heard, added, at) : functionUrlAnswer(heard, added, at)),
  };
}

/** BUFFERED. `added`: the URL's CORS headers. */
export function functionUrlAnswer(heard: FunctionAnswer, added: readonly HeaderLine[], at: Instant): HttpAnswer {
  if (heard.how === "rejected") return refusal(heard, at);
  if (heard.how === "failed") return badGateway(heard, at);
  if (heard.contentType === WITH_METADATA) return withMetadata(heard, heard.payload, added, at);
  const value = jsonValue(heard.payload)?.value;
  if (isObject(value) && Object.hasOwn(value, "statusCode")) return proxied(heard, value, added, at);
  // Recorded: a text comes without its quotes, whatever the developer guide's table shows.
  const body = typeof value === "string" && heard.contentType === undefined ? value : heard.payload;
  const contentType = heard.contentType ?? "application/json";
  return httpAnswer({ at, status: 200, contentType, headers: [...idLines(heard), ...added], body });
}

/** RESPONSE_STREAM: nothing is interpreted but a streaming handler's metadata. `at`: of the first piece. */
export function streamedUrlAnswer(heard: FunctionAnswer, added: readonly HeaderLine[], at: Instant): HttpAnswer {
  if (heard.how === "rejected") return refusal(heard, at);
  if (heard.how === "failed") return badGateway(heard, at);
  // [INF] A stream that ends before anything was written never had the metadata that its content type announces.
  if (heard.contentType === WITH_METADATA && metadataOf(heard.payload) === undefined) return badGateway(heard, at);
  if (heard.contentType === WITH_METADATA) return inPieces(withMetadata(heard, heard.payload, added, at));
  const contentType = heard.contentType ?? "application/json";
  return inPieces(httpAnswer({ at, status: 200, contentType, headers: [...idLines(heard), ...added], body: heard.payload }));
}

function withMetadata(heard: FunctionAnswer, text: string, added: readonly HeaderLine[], at: Instant): HttpAnswer {
  const metadata = metadataOf(text);
  if (metadata === undefined) return badGateway(heard, at);
  const { status, headers, cookies, body } = metadata;
  return httpAnswer({
    at,
    status,
    contentType: "application/octet-stream",
    headers: [...idLines(heard), ...headers, ...cookieLines(cookies), ...added],
    body,
  });
}

function proxied(heard: FunctionAnswer, value: JsonObject, added: readonly HeaderLine[], at: Instant): HttpAnswer {
  const status = statusCode(value.statusCode);
  const lines = headerLines(value.headers);
  const text = bodyText(value.body);
  const body = text !== undefined && value.isBase64Encoded === true ? decodedBody(text) : text === undefined ? undefined : { body: text };
  if (status === undefined || lines === undefined || body === undefined) return badGateway(heard, at);
  const headers = [...idLines(heard), ...lines, ...cookieLines(value.cookies), ...added];
  return httpAnswer({ at, status, contentType: "application/json", headers, ...body });
}

const badGateway = (heard: FunctionAnswer, at: Instant) =>
  httpAnswer({ at, status: 502, contentType: "application/json", headers: idLines(heard), body: "Internal Server Error" });

interface Refused {
  readonly requestId: string;
  readonly status: number;
  readonly errorCode: string;
  readonly body: string;
}

function refusal({ requestId, status, errorCode, body }: Refused, at: Instant): HttpAnswer {
  const headers: HeaderLine[] = [
    ["x-amzn-RequestId", requestId],
    ["x-amzn-ErrorType", errorCode],
  ];
  return httpAnswer({ at, status, contentType: "application/json", headers, body });
}

function idLines({ requestId, traceHeader }: FunctionAnswer): HeaderLine[] {
  return [["x-amzn-RequestId", requestId], ...(traceHeader === undefined ? [] : [["X-Amzn-Trace-Id", traceHeader] as const])];
}

/** Its length is not known when it begins. */
function inPieces(answer: HttpAnswer): HttpAnswer {
  const headers = answer.headers.map((line): HeaderLine => (line[0] === "Content-Length" ? ["Transfer-Encoding", "chunked"] : line));
  return { ...answer, headers };
}

type SignedEvent = HttpEvent & {
  readonly requestContext: { readonly authorizer: { readonly iam: Readonly<Record<string, string | null>> } };
};

/** AWS_IAM: who signed. Developer guide, "Invoking Lambda function URLs"; the ids are the account's own, the same each time. */
function signedEvent(event: HttpEvent, { context, at }: Arrival): SignedEvent {
  const { accountId: account, random } = context;
  const caller = random.fork("caller");
  const accessKey = `AKIA${upperCaseId(caller, 16)}`;
  const userId = iamId(caller, "AIDA");
  const { accountId: _, apiId, ...others } = event.requestContext;
  const authorizer = {
    iam: {
      accessKey,
      accountId: account,
      callerId: userId,
      cognitoIdentity: null,
      principalOrgId: null,
      userArn: `arn:aws:iam::${account}:user/lab`,
      userId,
    },
  };
  const date = new Date(Math.floor(at)).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return {
    ...event,
    headers: sortedByName({ ...event.headers, "x-amz-date": date }),
    requestContext: { accountId: account, apiId, authorizer, ...others },
  };
}

const sortedByName = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1)));
