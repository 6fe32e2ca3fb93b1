/** fidelity.md §3.1 and §3.2: the context object, ARNs. */
import { eventsOf, invoke, payload, printed, responses } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

const property = (name: string) => `export const handler = async (event, context) => context.${name} ?? 'undefined';`;
const stream = (trace: Parameters<FidelityCase["see"]>[0]) => eventsOf(trace, "environment-created")[0];

export const contextCases: readonly FidelityCase[] = [
  {
    section: "3.1",
    title: "In nodejs22.x callbackWaitsForEmptyEventLoop is an accessor, true.",
    says: fidelity("| callbackWaitsForEmptyEventLoop | accessor, `true` (v4: absent) |"),
    files: `export const handler = async (event, context) => {
      const { get, set } = Object.getOwnPropertyDescriptor(context, "callbackWaitsForEmptyEventLoop");
      return [typeof get, typeof set, context.callbackWaitsForEmptyEventLoop];
    };`,
    only: { Runtime: "nodejs22.x" },
    see: payload,
    expected: '["function","function",true]',
  },
  {
    section: "3.1",
    title: "In nodejs22.x succeed, fail and done are functions.",
    says: fidelity("| succeed, fail, done | functions (v4: absent) |"),
    files: "export const handler = async (event, context) => ['succeed', 'fail', 'done'].map((name) => typeof context[name]);",
    only: { Runtime: "nodejs22.x" },
    see: payload,
    expected: '["function","function","function"]',
  },
  {
    section: "3.1",
    title: "In nodejs22.x the own enumerable keys have this order.",
    says: fidelity(
      "Own enumerable key order v3: callbackWaitsForEmptyEventLoop, succeed, fail, done, functionVersion, functionName, memoryLimitInMB, logGroupName, logStreamName, clientContext, identity, invokedFunctionArn, awsRequestId, tenantId, getRemainingTimeInMillis.",
    ),
    files: "export const handler = async (event, context) => Object.keys(context).join(', ');",
    only: { Runtime: "nodejs22.x" },
    see: (trace) => JSON.parse(payload(trace)) as string,
    expected: fidelity(
      "callbackWaitsForEmptyEventLoop, succeed, fail, done, functionVersion, functionName, memoryLimitInMB, logGroupName, logStreamName, clientContext, identity, invokedFunctionArn, awsRequestId, tenantId, getRemainingTimeInMillis",
      { whole: true },
    ),
  },
  {
    section: "3.1",
    title: "functionVersion is $LATEST and functionName is the name only.",
    says: fidelity("| functionName | name only |"),
    files: "export const handler = async (event, context) => [context.functionVersion, context.functionName];",
    see: payload,
    expected: '["$LATEST","fn"]',
  },
  {
    section: "3.1",
    title: 'memoryLimitInMB is a string: "128".',
    says: fidelity('| memoryLimitInMB | **string** `"128"` |'),
    files: property("memoryLimitInMB"),
    see: payload,
    expected: '"128"',
  },
  {
    section: "3.1",
    title: "logGroupName is /aws/lambda/<fn>.",
    files: property("logGroupName"),
    see: (trace) => JSON.parse(payload(trace)) as string,
    expected: fidelity("/aws/lambda/<fn>", { fill: { "<fn>": "fn" }, whole: true }),
  },
  {
    section: "3.1",
    title: "logStreamName is the date, [$LATEST] and 32 hexadecimal digits.",
    files: property("logStreamName"),
    options: { startsAt: "2026-01-12T23:59:59.999Z" },
    see: (trace) => [JSON.parse(payload(trace)) as string, stream(trace)?.logStream === JSON.parse(payload(trace))],
    expected: [fidelity("2026/01/12/[$LATEST]<32 hex>", { fill: { "2026/01/12": /2026\/01\/1[23]/ }, whole: true }), true],
  },
  {
    section: "3.1",
    title: "With a custom log group the function's name stands in logStreamName.",
    files: property("logStreamName"),
    options: { startsAt: "2026-01-12T07:00:00.000Z", LoggingConfig: { LogGroup: "/my/group" } },
    see: (trace) => [JSON.parse(payload(trace)) as string, stream(trace)?.logGroup],
    expected: [fidelity("2026/01/12/<fn>[$LATEST]<32 hex>", { fill: { "<fn>": "fn" }, whole: true }), "/my/group"],
  },
  {
    section: "3.1",
    title: "clientContext is the parsed JSON, passed through unchanged, or undefined.",
    says: fidelity("| clientContext | parsed JSON or `undefined` |"),
    files: property("clientContext"),
    stimuli: [invoke(), invoke({}, { ClientContext: Buffer.from('{"client":{"app_title":"앱"},"custom":{"k":1}}').toString("base64") })],
    see: (trace) => [payload(trace), payload(trace, 1)],
    expected: ['"undefined"', '{"client":{"app_title":"앱"},"custom":{"k":1}}'],
  },
  {
    section: "3.1",
    title: "identity and tenantId are undefined.",
    says: fidelity("| tenantId | undefined unless tenant isolation |"),
    files:
      "export const handler = async (event, context) => [typeof context.identity, typeof context.tenantId, 'identity' in context, 'tenantId' in context];",
    see: payload,
    expected: '["undefined","undefined",true,true]',
  },
  {
    section: "3.1",
    title: "invokedFunctionArn without a qualifier is the unqualified ARN.",
    says: fidelity("as invoked: no qualifier → unqualified ARN"),
    files: property("invokedFunctionArn"),
    options: { account: { Region: "eu-west-1", AccountId: "111122223333" } },
    see: (trace) => JSON.parse(payload(trace)) as string,
    expected: fidelity("arn:aws:lambda:REGION:ACCT:function:NAME[:QUALIFIER]", {
      fill: { REGION: "eu-west-1", ACCT: "111122223333", NAME: "fn", "[:QUALIFIER]": "" },
      whole: true,
    }),
  },
  {
    section: "3.1",
    title: "awsRequestId is a lower-case UUID v4, the one of the log lines.",
    says: fidelity("| awsRequestId | lower-case UUID v4;"),
    files: property("awsRequestId"),
    see: (trace) => {
      const id = JSON.parse(payload(trace)) as string;
      return [/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id), id === responses(trace)[0]?.requestId];
    },
    expected: [true, true],
  },
  {
    section: "3.1",
    title: "getRemainingTimeInMillis() is the deadline less Date.now().",
    says: fidelity("| getRemainingTimeInMillis() | `deadlineMs - Date.now()` (may go ≤ 0) |"),
    files: `export const handler = async (event, context) => {
      const first = context.getRemainingTimeInMillis();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return [first <= 5000 && first > 4900, first - context.getRemainingTimeInMillis() >= 1000, Number.isInteger(first)];
    };`,
    options: { Timeout: 5 },
    see: payload,
    expected: "[true,true,true]",
  },
  {
    section: "3.1",
    title: "console.log(context) shows getters and functions as Node does.",
    says: fidelity("`console.log(context)` output is a good test."),
    files: "export const handler = async (event, context) => { console.log(context); };",
    only: { Runtime: "nodejs22.x" },
    see: (trace) => printed(trace)[0]?.split("\n").slice(0, 7),
    expected: [
      "{",
      "  callbackWaitsForEmptyEventLoop: [Getter/Setter],",
      "  succeed: [Function (anonymous)],",
      "  fail: [Function (anonymous)],",
      "  done: [Function (anonymous)],",
      "  functionVersion: '$LATEST',",
      "  functionName: 'fn',",
    ],
  },
];
