/** fidelity.md §8.5 and §8.6: load balancers and WebSocket APIs. */
import type { Stimulus } from "../../../sandbox/scenario.ts";
import type { FrontEnd, HttpMessage } from "../../../sandbox/services/front-end.ts";
import type { FidelityCase } from "../case.ts";
import { answered, bodies, eventOf, header, httpRequest, invocations, statusAndBody, statuses } from "../front-ends/requests.ts";
import { fidelity } from "../recorded.ts";

const balancer = (multiValueHeaders = false) => ({
  resources: { frontEnds: [{ type: "alb", name: "alb", FunctionName: "fn", multiValueHeaders }] as readonly FrontEnd[] },
});

const returns = (value: string) => `export const handler = async () => (${value});`;

const BAD_GATEWAY =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

const RESPONSE = "Response `{statusCode, statusDescription?, isBase64Encoded, headers|multiValueHeaders, body}`; invalid/err → 502 HTML.";

const chat = (...routeKeys: readonly string[]) => ({
  resources: {
    frontEnds: [
      { type: "websocket-api", name: "chat", routes: routeKeys.map((routeKey) => ({ routeKey, FunctionName: "fn" })) },
    ] as readonly FrontEnd[],
  },
});

const client = (method: "CONNECT" | "MESSAGE" | "DISCONNECT", more: Partial<HttpMessage> = {}): Stimulus =>
  httpRequest("chat", "/", { method, connection: "ann", ...more });

const connections = (method: "POST" | "GET" | "DELETE"): Stimulus => httpRequest("chat", "/@connections/ann", { method, signed: true });

const accepts =
  "export const handler = async (event) => { console.log(event.requestContext.routeKey); return { statusCode: 200, body: 'ignored' }; };";

const routesAsked = (trace: Parameters<FidelityCase["see"]>[0]) =>
  trace.events.flatMap((event) =>
    event.type === "invocation-requested"
      ? [(JSON.parse(event.Payload) as { requestContext: { routeKey: string } }).requestContext.routeKey]
      : [],
  );

const CONNECT = "Non-2xx from $connect rejects the handshake; other responses are ignored unless a route response exists";

export const otherFrontEndCases: readonly FidelityCase[] = [
  {
    section: "8.5",
    title: "A load balancer sends status, headers and body of a function's answer, with its statusDescription.",
    says: fidelity(RESPONSE),
    files: returns(
      "{ statusCode: 201, statusDescription: '201 Made', isBase64Encoded: false, headers: { 'Content-Type': 'text/plain' }, body: '안녕' }",
    ),
    options: balancer(),
    stimuli: [httpRequest("alb")],
    see: (trace) => [...statusAndBody(trace), answered(trace)?.statusText, header(trace, "content-type"), header(trace, "server")],
    expected: [201, "안녕", "Made", "text/plain", "awselb/2.0"],
  },
  {
    section: "8.5",
    title: "A load balancer answers a malformed answer and a function error with an HTML page of 502.",
    says: fidelity(RESPONSE),
    files:
      "export const handler = async (event) => { if (event.path === '/throw') throw new Error('secret'); return { hello: 'world' }; };",
    options: balancer(),
    stimuli: [httpRequest("alb"), httpRequest("alb", "/throw")],
    see: (trace) => [...statuses(trace), ...bodies(trace), header(trace, "content-type"), header(trace, "content-length")],
    expected: [502, 502, BAD_GATEWAY, BAD_GATEWAY, "text/html", "122"],
  },
  {
    section: "8.5",
    title: "A load balancer decodes no parameters, and gives an empty body as an empty text.",
    says: fidelity("Query values are NOT url-decoded."),
    files: "export const handler = async (event) => ({ statusCode: 200, headers: {}, body: JSON.stringify(event) });",
    options: balancer(),
    stimuli: [httpRequest("alb", "/?q=a%20b")],
    see: (trace) => [eventOf(trace).queryStringParameters, eventOf(trace).body, eventOf(trace).isBase64Encoded],
    expected: [{ q: "a%20b" }, "", false],
  },
  {
    section: "8.5",
    title: "A load balancer with multi-value headers sends lists alone, and reads multiValueHeaders alone.",
    says: fidelity("with multi-value enabled only `multiValueHeaders`/`multiValueQueryStringParameters`"),
    files:
      "export const handler = async (event) => ({ statusCode: 200, headers: { a: 'no' }, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] }, body: JSON.stringify(Object.keys(event)) });",
    options: balancer(true),
    stimuli: [httpRequest("alb", "/?q=1")],
    see: (trace) => [JSON.parse(answered(trace)?.body ?? ""), header(trace, "set-cookie"), header(trace, "a")],
    expected: [
      ["requestContext", "httpMethod", "path", "multiValueQueryStringParameters", "multiValueHeaders", "body", "isBase64Encoded"],
      "a=1, b=2",
      undefined,
    ],
  },
  {
    section: "8.5",
    title: "A load balancer takes one megabyte of a request and of a response.",
    says: fidelity("1 MB request and response."),
    files:
      "export const handler = async (event) => ({ statusCode: 200, headers: {}, body: 'x'.repeat(event.path === '/large' ? 1_048_576 : 1_000_000) });",
    options: balancer(),
    stimuli: [
      httpRequest("alb", "/", { method: "POST", body: "x".repeat(1_048_577) }),
      httpRequest("alb", "/large"),
      httpRequest("alb", "/"),
    ],
    see: (trace) => [...statuses(trace), invocations(trace)],
    expected: [413, 502, 200, 2],
  },
  {
    section: "8.6",
    title: "A WebSocket API opens a connection where $connect answers 200, and sends a message to the route that its action names.",
    says: fidelity("routeSelectionExpression `$request.body.action`"),
    files: accepts,
    options: chat("$connect", "say", "$default", "$disconnect"),
    stimuli: [
      client("CONNECT"),
      client("MESSAGE", { body: '{"action":"say"}' }),
      client("MESSAGE", { body: "hello" }),
      client("DISCONNECT"),
      { type: "settle" },
    ],
    see: (trace) => [...statuses(trace), ...routesAsked(trace)],
    expected: [101, 200, 200, 200, "$connect", "say", "$default", "$disconnect"],
  },
  {
    section: "8.6",
    title: "A $connect that does not answer 2xx rejects the handshake, and there is no connection.",
    says: fidelity(CONNECT),
    files: "export const handler = async () => ({ statusCode: 401 });",
    options: chat("$connect", "$default"),
    stimuli: [client("CONNECT"), client("MESSAGE", { body: "hello" })],
    see: (trace) => [...statuses(trace), invocations(trace)],
    expected: [401, 410, 1],
  },
  {
    section: "8.6",
    title: "What a function returns for a message goes nowhere.",
    says: fidelity(CONNECT),
    files: accepts,
    options: chat("$default"),
    stimuli: [client("CONNECT"), client("MESSAGE", { body: "hello" })],
    see: (trace) => [...statuses(trace), ...bodies(trace)],
    expected: [101, 200, "", ""],
  },
  {
    section: "8.6",
    title: "A message for which there is no route is answered with Forbidden in the connection.",
    says: fidelity("routeSelectionExpression `$request.body.action`"),
    files: accepts,
    options: chat("say"),
    stimuli: [client("CONNECT"), client("MESSAGE", { body: "hello" })],
    see: (trace) => [(JSON.parse(answered(trace)?.body ?? "") as { message: string }).message, invocations(trace)],
    expected: ["Forbidden", 0],
  },
  {
    section: "8.6",
    title: "@connections answers 410 Gone for a connection that was closed.",
    says: fidelity("push through `@connections` (410 Gone for closed)"),
    files: accepts,
    options: chat("$disconnect"),
    stimuli: [client("CONNECT"), connections("POST"), connections("DELETE"), connections("POST"), { type: "settle" }],
    see: (trace) => [...statuses(trace), ...routesAsked(trace)],
    expected: [101, 200, 204, 410, "$disconnect"],
  },
  {
    section: "8.6",
    title: "A connection is closed after ten minutes without a message, and after two hours in any case.",
    says: fidelity("10 min idle, 2 h max"),
    files: accepts,
    options: chat("$default", "$disconnect"),
    stimuli: [
      client("CONNECT"),
      { type: "wait", duration: 599_000 },
      connections("POST"),
      { type: "wait", duration: 601_000 },
      connections("POST"),
      client("CONNECT"),
      ...Array.from({ length: 13 }, (): readonly Stimulus[] => [
        { type: "wait", duration: 560_000 },
        client("MESSAGE", { body: "hello" }),
      ]).flat(),
    ],
    see: statuses,
    expected: [101, 200, 410, 101, ...Array.from({ length: 12 }, () => 200), 410],
  },
  {
    section: "8.6",
    title: "A message of more than 128 KB closes the connection.",
    says: fidelity("128 KB message"),
    files: accepts,
    options: chat("$default"),
    stimuli: [client("CONNECT"), client("MESSAGE", { body: "x".repeat(131_073) }), client("MESSAGE", { body: "hello" })],
    see: (trace) => [...statuses(trace), invocations(trace)],
    expected: [101, 413, 410, 0],
  },
  {
    section: "8.6",
    title: "The events of a connection have its id; only $connect has the client's headers.",
    says: fidelity("MESSAGE adds `messageId`, `body`, has no headers"),
    files: accepts,
    options: chat("$connect", "$default"),
    stimuli: [client("CONNECT", { headers: { "X-Hello": "you" } }), client("MESSAGE", { body: "hello" })],
    see: (trace) => {
      const [connect, message] = trace.events.flatMap((event) =>
        event.type === "invocation-requested" ? [JSON.parse(event.Payload)] : [],
      ) as {
        headers?: Record<string, string>;
        requestContext: { connectionId: string; connectedAt: number };
      }[];
      const same = (key: "connectionId" | "connectedAt") => connect?.requestContext[key] === message?.requestContext[key];
      return [connect?.headers?.["X-Hello"], message?.headers, same("connectionId"), same("connectedAt")];
    },
    expected: ["you", undefined, true, true],
  },
];
