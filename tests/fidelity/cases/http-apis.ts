/** fidelity.md §8.2: an HTTP API of API Gateway, payload formats 2.0 and 1.0. */
import type { FrontEnd } from "../../../sandbox/services/front-end.ts";
import type { FidelityCase } from "../case.ts";
import { answered, bodies, ECHO, eventOf, header, httpRequest, RETURNS_ITS_BODY, statusAndBody, statuses } from "../front-ends/requests.ts";
import { fidelity } from "../recorded.ts";

const routes = [
  { routeKey: "GET /pets/dog/1", FunctionName: "fn" },
  { routeKey: "GET /pets/dog/{id}", FunctionName: "fn" },
  { routeKey: "GET /pets/{proxy+}", FunctionName: "fn" },
  { routeKey: "ANY /{proxy+}", FunctionName: "fn" },
];

const api = (payloadFormatVersion: "1.0" | "2.0" = "2.0", more: readonly { routeKey: string; FunctionName: string }[] = []): FrontEnd => ({
  type: "http-api",
  name: "api",
  payloadFormatVersion,
  routes: [...routes, ...more],
});

const options = { resources: { frontEnds: [api()] } };

const returning = (
  title: string,
  says: string,
  value: unknown,
  expected: readonly unknown[],
  see: FidelityCase["see"] = statusAndBody,
): FidelityCase => ({
  section: "8.2",
  title,
  says: fidelity(says),
  files: RETURNS_ITS_BODY,
  options,
  stimuli: [httpRequest("api", "/test", { method: "POST", body: JSON.stringify(value) })],
  see,
  expected,
});

const INFERRED = "otherwise inferred: 200, `application/json`, body = JSON of the value (string returned as is)";
const ERROR = [500, '{"message":"Internal Server Error"}'];

export const httpApiCases: readonly FidelityCase[] = [
  returning(
    "An HTTP API sends a value without statusCode as the JSON of a 200.",
    INFERRED,
    { hello: "world" },
    [200, '{"hello":"world"}', "application/json"],
    (trace) => [...statusAndBody(trace), header(trace, "content-type")],
  ),
  returning("An HTTP API sends a text as it is, without quotes.", INFERRED, "hello", [200, "hello", "application/json"], (trace) => [
    ...statusAndBody(trace),
    header(trace, "content-type"),
  ]),
  returning(
    "An HTTP API reads statusCode, headers and body of an object with statusCode, and ignores keys that it does not know.",
    "if an object has `statusCode` → `{statusCode, headers, body, cookies[], isBase64Encoded}` (unknown keys ignored)",
    { statusCode: 418, headers: { "x-a": 1 }, body: "i'm a teapot", other: true },
    [418, "i'm a teapot", "1"],
    (trace) => [...statusAndBody(trace), header(trace, "x-a")],
  ),
  returning(
    "An HTTP API sends each of the cookies in a Set-Cookie header of its own.",
    "Each `cookies` entry → its own Set-Cookie.",
    { statusCode: 200, cookies: ["a=1; Secure", "b=2"] },
    [
      [
        ["Set-Cookie", "a=1; Secure"],
        ["Set-Cookie", "b=2"],
      ],
    ],
    (trace) => [answered(trace)?.headers.filter(([name]) => name === "Set-Cookie")],
  ),
  returning(
    "An HTTP API always decodes a Base64 body.",
    "`isBase64Encoded:true` always decodes.",
    { statusCode: 200, body: "dGVzdC1kYXRh", isBase64Encoded: true },
    [200, "test-data", "9"],
    (trace) => [...statusAndBody(trace), header(trace, "content-length")],
  ),
  returning(
    "An HTTP API answers 500 for an invalid statusCode.",
    'Function error or invalid statusCode → 500 `{"message":"Internal Server Error"}`',
    { statusCode: "many" },
    ERROR,
  ),
  {
    section: "8.2",
    title: "An HTTP API answers 500 for a function error.",
    says: fidelity('Function error or invalid statusCode → 500 `{"message":"Internal Server Error"}`'),
    files: "export const handler = async () => { throw new Error('secret'); };",
    options,
    stimuli: [httpRequest("api", "/test")],
    see: statusAndBody,
    expected: ERROR,
  },
  {
    section: "8.2",
    title: "An HTTP API gives up after 30 seconds with Service Unavailable.",
    says: fidelity('Timeout 30 s → 503/504 `{"message":"Service Unavailable"}`.'),
    files: "export const handler = () => new Promise((resolve) => setTimeout(resolve, 40_000));",
    options: { ...options, Timeout: 60 },
    stimuli: [httpRequest("api", "/test")],
    see: (trace) => [...statusAndBody(trace), Math.floor(((answered(trace)?.at ?? 0) - trace.startsAt) / 1000)],
    expected: [503, '{"message":"Service Unavailable"}', 30],
  },
  {
    section: "8.2",
    title: "An HTTP API's event has lower-case header names and duplicate parameters joined with commas.",
    says: fidelity('headers (lower-case, dup joined ","), queryStringParameters? (dup joined ",")'),
    files: ECHO,
    options,
    stimuli: [httpRequest("api", "/pets/dog/2?a=1&a=2", { headers: { "X-Hello": "you", Cookie: "a=b; c=d" } })],
    see: (trace) => {
      const event = eventOf(trace) as Record<string, Record<string, unknown>>;
      return [event.routeKey, event.headers?.["x-hello"], event.queryStringParameters, event.cookies, event.pathParameters];
    },
    expected: ["GET /pets/dog/{id}", "you", { a: "1,2" }, ["a=b", "c=d"], { id: "2" }],
  },
  {
    section: "8.2",
    title: "An HTTP API without a route for the request answers 404 Not Found, and no function is asked.",
    says: fidelity('routeKey:"GET /x"'),
    files: ECHO,
    options: { resources: { frontEnds: [{ type: "http-api", name: "api", routes: [{ routeKey: "GET /x", FunctionName: "fn" }] }] } },
    stimuli: [httpRequest("api", "/x", { method: "POST" }), httpRequest("api", "/y")],
    see: (trace) => [...statuses(trace), ...bodies(trace), trace.events.some(({ type }) => type === "invoke-started")],
    expected: [404, 404, '{"message":"Not Found"}', '{"message":"Not Found"}', false],
  },
  {
    section: "8.2",
    title: "With payload format 1.0 an HTTP API needs statusCode and skips keys that it does not know.",
    says: fidelity("Payload v1 on HTTP API: statusCode is mandatory, unknown keys skipped"),
    files: RETURNS_ITS_BODY,
    options: { resources: { frontEnds: [api("1.0")] } },
    stimuli: [{ statusCode: 200, body: "ok", other: 1 }, { body: "ok" }].map((value) =>
      httpRequest("api", "/test", { method: "POST", body: JSON.stringify(value) }),
    ),
    see: (trace) => [...statuses(trace), ...bodies(trace)],
    expected: [200, 500, "ok", '{"message":"Internal Server Error"}'],
  },
  {
    section: "8.2",
    title: "With payload format 1.0 an HTTP API's event says version 1.0.",
    says: fidelity("Payload v1 on HTTP API"),
    files: "export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });",
    options: { resources: { frontEnds: [api("1.0", [{ routeKey: "$default", FunctionName: "fn" }])] } },
    stimuli: [httpRequest("api", "/pets/dog/1?a=1&a=2")],
    see: (trace) => {
      const { version, resource, httpMethod, queryStringParameters, multiValueQueryStringParameters, body } = eventOf(trace);
      return [version, resource, httpMethod, queryStringParameters, multiValueQueryStringParameters, body];
    },
    expected: ["1.0", "/pets/dog/1", "GET", { a: "2" }, { a: ["1", "2"] }, null],
  },
];
