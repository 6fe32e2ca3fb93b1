/** fidelity.md §8.1: a REST API of API Gateway with a Lambda proxy integration. */
import type { FunctionDefinition } from "../../../sandbox/scenario.ts";
import type { FrontEnd } from "../../../sandbox/services/front-end.ts";
import type { FidelityCase } from "../case.ts";
import {
  answered,
  bodies,
  ECHO,
  eventOf,
  header,
  httpRequest,
  RETURNS_ITS_BODY,
  statusAndBody,
  tellsItsEvent,
} from "../front-ends/requests.ts";
import { fidelity } from "../recorded.ts";

const api = (more: Partial<Extract<FrontEnd, { type: "rest-api" }>> = {}): FrontEnd => ({
  type: "rest-api",
  name: "api",
  routes: [
    { routeKey: "ANY /{proxy+}", FunctionName: "fn" },
    { routeKey: "GET /items/{id}", FunctionName: "fn" },
  ],
  ...more,
});

const options = (more: Partial<FunctionDefinition> = {}) => ({ resources: { frontEnds: [api()] }, ...more });

/** The function returns this value; what does the client see? */
const returning = (
  title: string,
  says: string,
  value: unknown,
  expected: readonly unknown[],
  see: FidelityCase["see"] = statusAndBody,
): FidelityCase => ({
  section: "8.1",
  title,
  says: fidelity(says),
  files: RETURNS_ITS_BODY,
  options: options(),
  stimuli: [httpRequest("api", "/test", { method: "POST", body: JSON.stringify(value) })],
  see,
  expected,
});

const MALFORMED = [502, '{"message": "Internal server error"}'];

export const restApiCases: readonly FidelityCase[] = [
  returning(
    'A REST API answers {"statusCode":200} with 200, an empty body and Content-Type application/json.',
    '`{"statusCode":200}` | 200, empty body, Content-Type application/json',
    { statusCode: 200 },
    [200, "", "application/json", "0"],
    (trace) => [...statusAndBody(trace), header(trace, "content-type"), header(trace, "content-length")],
  ),
  returning(
    "A REST API turns header values into text: true becomes `true`.",
    "headers stringified (`true`)",
    { statusCode: 200, headers: { "test-header": "value", "header-bool": true } },
    [200, "value", "true"],
    (trace) => [answered(trace)?.status, header(trace, "test-header"), header(trace, "header-bool")],
  ),
  returning("A REST API takes headers: null.", "`headers: null` | ok", { statusCode: 200, headers: null }, [200, ""]),
  returning(
    "A REST API takes an answer that has only headers as 200.",
    "200 (statusCode defaults)",
    { headers: { "test-header": "value" } },
    [200, "", "value"],
    (trace) => [...statusAndBody(trace), header(trace, "test-header")],
  ),
  returning(
    "A REST API takes a statusCode that is numeric text.",
    '`statusCode: "201"` | ok (string numeric accepted)',
    { statusCode: "201" },
    [201, ""],
  ),
  returning(
    "A REST API answers 502 for a statusCode that is no number.",
    '`statusCode: "test"` / non numeric | 502',
    { statusCode: "test" },
    MALFORMED,
  ),
  returning(
    "A REST API answers 502 for a key that it does not know.",
    "unknown top-level key, `{}`, plain string, array | 502 same body",
    { statusCode: 200, wrongValue: "value" },
    MALFORMED,
  ),
  returning("A REST API answers 502 for {}.", "unknown top-level key, `{}`, plain string, array | 502 same body", {}, MALFORMED),
  returning(
    "A REST API answers 502 for a text.",
    "unknown top-level key, `{}`, plain string, array | 502 same body",
    "justAString",
    MALFORMED,
  ),
  returning("A REST API answers 502 for an array.", "unknown top-level key, `{}`, plain string, array | 502 same body", [1], MALFORMED),
  returning(
    "A REST API answers 502 for a multiValueHeaders value that is no list.",
    "`multiValueHeaders` value not a list | 502",
    { statusCode: 200, multiValueHeaders: { "test-multi-invalid": "value1" } },
    MALFORMED,
  ),
  returning(
    "A REST API answers 502 for a body that is no text.",
    "body not a string (object) | 502",
    { statusCode: 200, body: { a: 1 } },
    MALFORMED,
  ),
  returning(
    "A REST API merges headers and multiValueHeaders of one name: the list first, in the list's spelling.",
    "merged `value-multi, value-solo`, casing from multiValueHeaders",
    { statusCode: 200, multiValueHeaders: { "tesT-Multi": ["value-multi"] }, headers: { "test-multi": "value-solo" } },
    [
      [
        ["tesT-Multi", "value-multi"],
        ["tesT-Multi", "value-solo"],
      ],
    ],
    (trace) => [answered(trace)?.headers.filter(([name]) => name.toLowerCase() === "test-multi")],
  ),
  returning(
    "A REST API without binary media types passes a Base64 body through undecoded.",
    "body passed through undecoded",
    { statusCode: 200, body: "dGVzdC1kYXRh", isBase64Encoded: true },
    [200, "dGVzdC1kYXRh"],
  ),
  {
    section: "8.1",
    title: "A REST API decodes a Base64 body where Accept names one of its binary media types.",
    says: fidelity("no matching binaryMediaTypes/Accept"),
    files: RETURNS_ITS_BODY,
    options: { resources: { frontEnds: [api({ binaryMediaTypes: ["image/png"] })] } },
    stimuli: ["image/png", "*/*"].map((accept) =>
      httpRequest("api", "/test", { method: "POST", body: '{"body":"dGVzdC1kYXRh","isBase64Encoded":true}', headers: { Accept: accept } }),
    ),
    see: (trace) => bodies(trace),
    expected: ["test-data", "dGVzdC1kYXRh"],
  },
  {
    section: "8.1",
    title: "A REST API answers 502 for a function error, whatever the error says.",
    says: fidelity("Function error (thrown, timeout) → 502"),
    files: "export const handler = async () => { throw new Error('secret'); };",
    options: options(),
    stimuli: [httpRequest("api", "/test")],
    see: (trace) => [...statusAndBody(trace), header(trace, "x-amzn-errortype")],
    expected: [...MALFORMED, "InternalServerErrorException"],
  },
  {
    section: "8.1",
    title: "A REST API answers 500 where Lambda's API refuses: a throttled function.",
    says: fidelity("Lambda API refusal (permission, throttle) → 500"),
    files: ECHO,
    options: options({ ReservedConcurrentExecutions: 0 }),
    stimuli: [httpRequest("api", "/test")],
    see: statusAndBody,
    expected: [500, '{"message": "Internal server error"}'],
  },
  {
    section: "8.1",
    title: "A REST API gives up after 29 seconds with 504, and the function runs on.",
    says: fidelity('Integration timeout 29 s default → 504 `{"message": "Endpoint request timed out"}`'),
    files: "export const handler = () => new Promise((resolve) => setTimeout(() => { console.log('done'); resolve({}); }, 40_000));",
    options: options({ Timeout: 60 }),
    stimuli: [httpRequest("api", "/test"), { type: "wait", duration: 30_000 }],
    see: (trace) => {
      const { at = 0 } = answered(trace) ?? {};
      const seconds = Math.floor((at - trace.startsAt) / 1000);
      const isDone = trace.events.some((event) => event.type === "log" && event.message.includes("\tdone"));
      return [...statusAndBody(trace), seconds, isDone];
    },
    expected: [504, '{"message": "Endpoint request timed out"}', 29, true],
  },
  {
    section: "8.1",
    title: "A REST API's event has the path without and requestContext.path with the stage, and null for maps that are empty.",
    says: fidelity('path "/stage/x"'),
    files: tellsItsEvent("({ statusCode: 200, body: JSON.stringify(event) })"),
    options: options(),
    stimuli: [httpRequest("api", "/items/7")],
    see: (trace) => {
      const event = eventOf(trace);
      return [event.resource, event.path, event.pathParameters, event.queryStringParameters, event.stageVariables, contextOf(event).path];
    },
    expected: ["/items/{id}", "/items/7", { id: "7" }, null, null, "/prod/items/7"],
  },
  {
    section: "8.1",
    title: "A REST API keeps the client's spelling of header names, and the last value of a parameter that comes twice.",
    says: fidelity("Header casing preserved; `queryStringParameters` keeps the last value of duplicates."),
    files: tellsItsEvent("({ statusCode: 200, body: JSON.stringify(event) })"),
    options: options(),
    stimuli: [httpRequest("api", "/test?a=1&a=2", { headers: { "tEsT-HEADeR": "aValUE" } })],
    see: (trace) => {
      const { headers, queryStringParameters, multiValueQueryStringParameters } = eventOf(trace) as Record<string, Record<string, unknown>>;
      return [headers?.["tEsT-HEADeR"], queryStringParameters, multiValueQueryStringParameters];
    },
    expected: ["aValUE", { a: "2" }, { a: ["1", "2"] }],
  },
  {
    section: "8.1",
    title: "A REST API's answer has the request id of API Gateway, which is not the invocation's.",
    says: fidelity("extendedRequestId, requestTime"),
    files: tellsItsEvent("({ statusCode: 200, body: JSON.stringify({ ids: event.requestContext, mine: context.awsRequestId }) })"),
    options: options(),
    stimuli: [httpRequest("api", "/test")],
    see: (trace) => {
      const { ids, mine } = eventOf(trace) as { ids: { requestId: string; extendedRequestId: string }; mine: string };
      return [
        header(trace, "x-amzn-requestid") === ids.requestId,
        header(trace, "x-amz-apigw-id") === ids.extendedRequestId,
        ids.requestId === mine,
      ];
    },
    expected: [true, true, false],
  },
];

const contextOf = (event: Readonly<Record<string, unknown>>) => event.requestContext as Readonly<Record<string, unknown>>;
