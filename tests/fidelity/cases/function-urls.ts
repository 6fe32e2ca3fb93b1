/** fidelity.md §8.3 and §8.4: function URLs. */
import type { FunctionUrlConfig } from "../../../sandbox/scenario.ts";
import type { FidelityCase } from "../case.ts";
import {
  answered,
  bodies,
  ECHO,
  eventOf,
  header,
  httpRequest,
  invocations,
  RETURNS_ITS_BODY,
  statusAndBody,
  statuses,
} from "../front-ends/requests.ts";
import { fidelity } from "../recorded.ts";

const url = (config: Partial<FunctionUrlConfig> = {}) => ({ FunctionUrlConfigs: [{ AuthType: "NONE", ...config }] as const });

const URL = "url:fn";

/** A row of the recorded table. */
const returning = (title: string, says: string, value: unknown, expected: readonly unknown[]): FidelityCase => ({
  section: "8.3",
  title,
  says: fidelity(says),
  files: RETURNS_ITS_BODY,
  options: url(),
  stimuli: [httpRequest(URL, "/", { method: "POST", body: JSON.stringify(value) })],
  see: (trace) => [...statusAndBody(trace), header(trace, "content-length"), header(trace, "content-type")],
  expected,
});

const JSON_TYPE = "application/json";

const FORBIDDEN =
  '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}';

const CORS = "CORS handled by the URL config";

const fromBakery = { Origin: "https://bakery.example" };

const streaming = (body: string) => `export const handler = awslambda.streamifyResponse(async (event, stream) => { ${body} });`;

const streamed = url({ InvokeMode: "RESPONSE_STREAM" });

export const functionUrlCases: readonly FidelityCase[] = [
  returning(
    "A function URL sends an object without statusCode as JSON with 200.",
    '`{"hello":"world"}` | `{"hello":"world"}` | 17 | application/json',
    { hello: "world" },
    [200, '{"hello":"world"}', "17", JSON_TYPE],
  ),
  returning("A function URL sends a text without its quotes.", '`"hello"` | `hello` (**no quotes**', "hello", [
    200,
    "hello",
    "5",
    JSON_TYPE,
  ]),
  returning(
    "A function URL sends a number and true as JSON.",
    "`3` / `3.1` / `true` | `3` / `3.1` / `true` | 1/3/4 | application/json",
    3.1,
    [200, "3.1", "3", JSON_TYPE],
  ),
  returning(
    "A function URL sends a list as JSON.",
    '`["hello",3,true]` | `["hello",3,true]` | 16 | application/json',
    ["hello", 3, true],
    [200, '["hello",3,true]', "16", JSON_TYPE],
  ),
  returning(
    "A function URL sends the body of an object with statusCode, as application/json where no header says otherwise.",
    '`{"statusCode":200,"body":"body123"}` | `body123` | 7 | application/json',
    { statusCode: 200, body: "body123" },
    [200, "body123", "7", JSON_TYPE],
  ),
  returning(
    "A function URL sends a body that is JSON text as that text.",
    "that text | 18 | application/json",
    { statusCode: 200, body: '{"hello": "world"}' },
    [200, '{"hello": "world"}', "18", JSON_TYPE],
  ),
  returning("A function URL takes a statusCode that is text.", "418, text", { statusCode: "418", body: "i'm a teapot" }, [
    418,
    "i'm a teapot",
    "12",
    JSON_TYPE,
  ]),
  returning("A function URL answers 502 for a statusCode outside 100–599.", "Valid statusCode 100–599", { statusCode: 600, body: "?" }, [
    502,
    "Internal Server Error",
    "21",
    JSON_TYPE,
  ]),
  {
    section: "8.3",
    title: "A function URL answers 502 and Internal Server Error for a function that throws, and tells nothing of the error.",
    says: fidelity("throws | 502, `Internal Server Error` (plain text) | 21"),
    files: "export const handler = async () => { throw new Error('secret'); };",
    options: url(),
    stimuli: [httpRequest(URL)],
    see: (trace) => [...statusAndBody(trace), header(trace, "content-length")],
    expected: [502, "Internal Server Error", "21"],
  },
  {
    section: "8.3",
    title: "A function URL without either of its two permissions answers 403, and no function is asked.",
    says: fidelity("Missing permission (or alias deleted): 403"),
    files: ECHO,
    options: url({ Permissions: ["lambda:InvokeFunctionUrl"] }),
    stimuli: [httpRequest(URL)],
    see: (trace) => [...statusAndBody(trace), header(trace, "x-amzn-errortype"), invocations(trace)],
    expected: [403, FORBIDDEN, "AccessDeniedException", 0],
  },
  {
    section: "8.3",
    title: "A function URL whose alias was deleted answers 403.",
    says: fidelity("Missing permission (or alias deleted): 403"),
    files: ECHO,
    options: { ...url({ Qualifier: "live" }), Versions: [{}], Aliases: [{ Name: "live", FunctionVersion: "1" }] },
    stimuli: [httpRequest("url:fn:live"), { type: "deleteAlias", FunctionName: "fn", Name: "live" }, httpRequest("url:fn:live")],
    see: (trace) => [...statuses(trace), answered(trace)?.body],
    expected: [200, 403, FORBIDDEN],
  },
  {
    section: "8.3",
    title: 'A URL that does not exist answers 403 {"Message":null}.',
    says: fidelity('Unknown URL: 403 `{"Message":null}`'),
    files: ECHO,
    options: url(),
    stimuli: [httpRequest("url:nobody")],
    see: (trace) => [...statusAndBody(trace), header(trace, "content-type"), header(trace, "x-amzn-errortype")],
    expected: [403, '{"Message":null}', JSON_TYPE, "AccessDeniedException"],
  },
  {
    section: "8.3",
    title: "A function URL with AWS_IAM answers a request that is not signed with 403, and asks the function for one that is.",
    says: fidelity("account id for AWS_IAM plus `authorizer.iam`"),
    files: ECHO,
    options: url({ AuthType: "AWS_IAM" }),
    stimuli: [httpRequest(URL), httpRequest(URL, "/", { signed: true })],
    see: (trace) => {
      const { accountId, authorizer } = eventOf(trace).requestContext as { accountId: string; authorizer: { iam: { accountId: string } } };
      return [...statuses(trace), accountId, authorizer.iam.accountId];
    },
    expected: [403, 200, "123456789012", "123456789012"],
  },
  {
    section: "8.3",
    title: "Behind a URL with AuthType NONE accountId is anonymous, and routeKey and stage are $default.",
    says: fidelity('routeKey/stage `$default`, `requestContext.accountId: "anonymous"` for AuthType NONE'),
    files: ECHO,
    options: url(),
    stimuli: [httpRequest(URL, "/a/b")],
    see: (trace) => {
      const { accountId, routeKey, stage } = eventOf(trace).requestContext as Readonly<Record<string, string>>;
      return [accountId, routeKey, stage, "body" in eventOf(trace), "pathParameters" in eventOf(trace)];
    },
    expected: ["anonymous", "$default", "$default", false, false],
  },
  {
    section: "8.3",
    title: "A function URL that is throttled by reserved concurrency 0 answers 429.",
    says: fidelity("Throttle a URL by reserved concurrency 0."),
    files: ECHO,
    options: { ...url(), ReservedConcurrentExecutions: 0 },
    stimuli: [httpRequest(URL)],
    see: (trace) => [answered(trace)?.status, header(trace, "x-amzn-errortype"), invocations(trace)],
    expected: [429, "TooManyRequestsException", 0],
  },
  {
    section: "8.3",
    title: "A function URL answers 413 for a request that is too large for Lambda.",
    says: fidelity("payload too large → 413"),
    files: ECHO,
    options: url(),
    stimuli: [httpRequest(URL, "/", { method: "POST", body: "x".repeat(6_291_457) })],
    see: (trace) => [answered(trace)?.status, invocations(trace)],
    expected: [413, 0],
  },
  {
    section: "8.3",
    title: "A function URL's x-amzn-RequestId is the request id of the invocation.",
    says: fidelity("`x-amzn-RequestId` equals the invocation's request id"),
    files: "export const handler = async (event, context) => [context.awsRequestId, event.requestContext.requestId];",
    options: url(),
    stimuli: [httpRequest(URL)],
    see: (trace) => {
      const [own, told] = JSON.parse(answered(trace)?.body ?? "[]") as string[];
      return [header(trace, "x-amzn-requestid") === own, told === own];
    },
    expected: [true, true],
  },
  {
    section: "8.3",
    title: "A function URL of an alias runs the alias's version.",
    says: fidelity("URL can target `$LATEST` or an alias, never a version number"),
    files: "export const handler = async (event, context) => context.functionVersion;",
    options: { ...url({ Qualifier: "live" }), Versions: [{}], Aliases: [{ Name: "live", FunctionVersion: "1" }] },
    stimuli: [httpRequest("url:fn:live")],
    see: statusAndBody,
    expected: [200, "1"],
  },
  {
    section: "8.3",
    title: "A function URL sends a body of a binary content type to the function in Base64, and a form as text.",
    says: fidelity("Binary content types (e.g. multipart/form-data) base64-encoded"),
    files: "export const handler = async (event) => [event.body, event.isBase64Encoded];",
    options: url(),
    stimuli: ["multipart/form-data; boundary=b", "application/x-www-form-urlencoded"].map((type) =>
      httpRequest(URL, "/", { method: "POST", body: "a=1", headers: { "Content-Type": type } }),
    ),
    see: bodies,
    expected: ['["YT0x",true]', '["a=1",false]'],
  },
  {
    section: "8.3",
    title: "A function URL with CORS answers a preflight itself: the function is not asked.",
    says: fidelity(CORS),
    files: ECHO,
    options: url({
      Cors: { AllowOrigins: ["https://bakery.example"], AllowMethods: ["GET"], AllowHeaders: ["content-type"], MaxAge: 3600 },
    }),
    stimuli: [httpRequest(URL, "/", { method: "OPTIONS", headers: { ...fromBakery, "Access-Control-Request-Method": "GET" } })],
    see: (trace) => [
      answered(trace)?.status,
      ...["origin", "methods", "headers"].map((name) => header(trace, `access-control-allow-${name}`)),
      header(trace, "access-control-max-age"),
      invocations(trace),
    ],
    expected: [200, "https://bakery.example", "GET", "content-type", "3600", 0],
  },
  {
    section: "8.3",
    title: "A function URL with CORS does not name an origin that it does not allow.",
    says: fidelity(CORS),
    files: ECHO,
    options: url({ Cors: { AllowOrigins: ["https://bakery.example"] } }),
    stimuli: [httpRequest(URL, "/", { headers: { Origin: "https://other.example" } }), httpRequest(URL, "/", { headers: fromBakery })],
    see: (trace) => [
      ...statuses(trace),
      trace.events.flatMap((event) =>
        "headers" in event && Array.isArray(event.headers)
          ? event.headers.filter(([name]) => name === "Access-Control-Allow-Origin").length
          : [],
      ),
    ],
    expected: [200, 200, [0, 1]],
  },
  {
    section: "8.3",
    title: "A function URL with CORS adds its headers to those of the function: one that both send is there twice.",
    says: fidelity(CORS),
    files: "export const handler = async () => ({ statusCode: 200, headers: { 'access-control-allow-origin': '*' }, body: '' });",
    options: url({ Cors: { AllowOrigins: ["*"] } }),
    stimuli: [httpRequest(URL, "/", { headers: fromBakery })],
    see: (trace) => [header(trace, "access-control-allow-origin")],
    expected: ["*, *"],
  },
  {
    section: "8.3",
    title: "A function URL without CORS lets the function answer OPTIONS.",
    says: fidelity(CORS),
    files: "export const handler = async (event) => event.requestContext.http.method;",
    options: url(),
    stimuli: [httpRequest(URL, "/", { method: "OPTIONS", headers: { ...fromBakery, "Access-Control-Request-Method": "GET" } })],
    see: statusAndBody,
    expected: [200, "OPTIONS"],
  },
  {
    section: "8.4",
    title: "A RESPONSE_STREAM URL sends a buffered handler's JSON uninterpreted.",
    says: fidelity('buffered handler: the client gets the **uninterpreted** JSON (`{"statusCode":200,"body":"…"}` as text)'),
    files: "export const handler = async () => ({ statusCode: 201, body: 'b' });",
    options: streamed,
    stimuli: [httpRequest(URL)],
    see: statusAndBody,
    expected: [200, '{"statusCode":201,"body":"b"}'],
  },
  {
    section: "8.4",
    title: "A RESPONSE_STREAM URL takes status, headers and cookies from the metadata in front of the stream.",
    says: fidelity("with the metadata prelude the status/headers/cookies come from it"),
    files: streaming(
      "const http = awslambda.HttpResponseStream.from(stream, { statusCode: 418, headers: { 'content-type': 'text/html' }, cookies: ['a=1'] }); http.write('<p>'); http.end('안녕');",
    ),
    options: streamed,
    stimuli: [httpRequest(URL)],
    see: (trace) => [
      ...statusAndBody(trace),
      header(trace, "content-type"),
      header(trace, "set-cookie"),
      header(trace, "transfer-encoding"),
    ],
    expected: [418, "<p>안녕", "text/html", "a=1", "chunked"],
  },
  {
    section: "8.4",
    title: "A RESPONSE_STREAM URL without metadata answers 200 and application/octet-stream.",
    says: fidelity("without it 200 and `application/octet-stream`"),
    files: streaming("stream.write('a'); stream.end('b');"),
    options: streamed,
    stimuli: [httpRequest(URL)],
    see: (trace) => [...statusAndBody(trace), header(trace, "content-type")],
    expected: [200, "ab", "application/octet-stream"],
  },
  {
    section: "8.4",
    title: "A RESPONSE_STREAM URL sends pieces while the function is still writing.",
    says: fidelity("streamified handler: bytes are chunked"),
    files: streaming(
      "const http = awslambda.HttpResponseStream.from(stream, {}); http.write('one'); await new Promise((r) => setTimeout(r, 500)); http.write('two'); await new Promise((r) => setTimeout(r, 500)); http.end('three');",
    ),
    options: streamed,
    stimuli: [httpRequest(URL)],
    see: (trace) => {
      const { pieces = [], at = 0 } = answered(trace) ?? {};
      return [pieces.map(({ bytes }) => bytes), pieces.map((piece) => Math.round((at - piece.at) / 500))];
    },
    expected: [
      [3, 3, 5],
      [2, 1, 0],
    ],
  },
  {
    section: "8.4",
    title: "A BUFFERED URL honours the metadata of a streaming handler.",
    says: fidelity("BUFFERED URL with a streamified handler: buffered, prelude honoured, 6 MB cap."),
    files: streaming(
      "const http = awslambda.HttpResponseStream.from(stream, { statusCode: 202, headers: { 'x-a': 'b' } }); http.write('o'); http.end('k');",
    ),
    options: url(),
    stimuli: [httpRequest(URL)],
    see: (trace) => [...statusAndBody(trace), header(trace, "x-a"), header(trace, "content-length"), answered(trace)?.pieces],
    expected: [202, "ok", "b", "2", undefined],
  },
  {
    section: "8.4",
    title:
      "An error before the first piece is a 502 of a RESPONSE_STREAM URL; one after it cuts the body of an answer whose status has been sent.",
    says: fidelity("streamified handler: bytes are chunked"),
    files: streaming("if (event.rawPath === '/late') stream.write('half'); throw new Error('secret');"),
    options: streamed,
    stimuli: [httpRequest(URL), httpRequest(URL, "/late")],
    see: (trace) => [...statuses(trace), ...bodies(trace), answered(trace)?.cut],
    expected: [502, 200, "Internal Server Error", "half", true],
  },
];
