/** fidelity.md §1.7: the runtime client of nodejs24.x, for async handlers only. */
import { functionLines, logs, payload, platformLines, printed, reports, responses } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

const only = { Runtime: "nodejs24.x" } as const;
const legacy = { Runtime: "nodejs24.x", platformLogStyle: "legacy" } as const;
const raw = fidelity("Node's default applies (stack printed raw on stderr, one log event per line, exit 1)");

export const runtimeV4Cases: readonly FidelityCase[] = [
  {
    section: "1.7",
    title: "The result is awaited, then setImmediate, then it is posted: the invocation with a fire-and-forget rejection fails.",
    says: fidelity("Mechanism: v3 posts the result in a microtask before Node raises the rejection; v4 awaits `setImmediate` first"),
    files: "async function hello() { throw new Error('HelloError'); }\nexport const handler = async () => { hello(); return 'ok'; };",
    only,
    see: (trace) => [responses(trace)[0]?.FunctionError, reports(trace)[0]?.status],
    expected: ["Unhandled", "error"],
  },
  {
    section: "1.7",
    title: "Sync return values are fine.",
    says: fidelity("Sync return values are fine."),
    files: "export const handler = () => 'sync';",
    only,
    see: payload,
    expected: '"sync"',
  },
  {
    section: "1.7",
    title: "A rejection or throw logs Invoke Error and posts the error.",
    says: fidelity("Rejection/throw → `await setImmediate`, log `Invoke Error`, post error."),
    files: "export const handler = async () => { setImmediate(() => console.log('immediate')); throw new Error('no'); };",
    only,
    see: (trace) => [
      printed(trace)[0],
      functionLines(trace)[1]?.includes("\tERROR\tInvoke Error \t"),
      payload(trace).startsWith('{"errorType":"Error","errorMessage":"no"'),
    ],
    expected: ["immediate", true, true],
  },
  {
    section: "1.7",
    title: "There is no callback argument.",
    says: fidelity("No `callback` argument, no `context.succeed/fail/done`, no `callbackWaitsForEmptyEventLoop`."),
    files: "export const handler = async (...args) => args.length;",
    only,
    see: payload,
    expected: "2",
  },
  {
    section: "1.7",
    title: "There is no context.succeed, fail or done, and no callbackWaitsForEmptyEventLoop.",
    says: fidelity("No `callback` argument, no `context.succeed/fail/done`, no `callbackWaitsForEmptyEventLoop`."),
    files:
      "export const handler = async (event, context) => ['succeed', 'fail', 'done', 'callbackWaitsForEmptyEventLoop'].filter((key) => key in context);",
    only,
    see: payload,
    expected: "[]",
  },
  {
    section: "1.7",
    title: "A handler with three parameters or more fails at init with Runtime.CallbackHandlerDeprecated.",
    says: fidelity("`handler.length >= 3` and not streaming → init fails with `Runtime.CallbackHandlerDeprecated`"),
    files: "export const handler = async (event, context, callback) => 1;",
    only,
    see: (trace) => {
      const { errorType, errorMessage } = JSON.parse(payload(trace)) as { errorType: string; errorMessage: string };
      return [errorType, errorMessage];
    },
    expected: [
      "Runtime.CallbackHandlerDeprecated",
      fidelity(
        "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.",
        { whole: true },
      ),
    ],
  },
  {
    section: "1.7",
    title: "Init failures are logged as Init Error, posted, and the process exits with Node's default code 1.",
    says: fidelity("Init failures: log `Init Error`, post init error, rethrow → process exits (Node default exit code 1)."),
    files: "throw new Error('boom');",
    only: legacy,
    see: (trace) => [
      functionLines(trace)[0]?.includes("\tERROR\tInit Error \t"),
      payload(trace).startsWith('{"errorType":"Error","errorMessage":"boom"'),
      platformLines(trace).some((line) => line.includes("exit status 1\n")),
    ],
    expected: [true, true, true],
  },
  {
    section: "1.7",
    title: "An unhandled rejection is Node's to end: the stack is printed raw, one log event per line, exit status 1.",
    says: raw,
    files: "async function hello() {\n  throw new Error('HelloError');\n}\nexport const handler = async () => { hello(); return 'ok'; };",
    only: { ...only, platformLogStyle: "new" },
    see: (trace) => [
      functionLines(trace)
        .slice(0, 5)
        .map((line) => line.trim()),
      logs(trace).some(({ source, level }) => source === "function" && level !== undefined),
      payload(trace),
    ],
    expected: [
      ["file:///var/task/index.mjs:2", "throw new Error('HelloError');", "^", "", "Error: HelloError"],
      false,
      fidelity('{"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id> Error: Runtime exited without providing a reason"}', {
        fill: { "Runtime exited without providing a reason": "Runtime exited with error: exit status 1" },
        whole: true,
      }),
    ],
  },
  {
    section: "1.7",
    title: "An uncaught exception is Runtime exited with error: exit status 1.",
    files:
      "export const handler = async () => { setTimeout(() => { throw new Error('in a timer'); }, 1); await new Promise((r) => setTimeout(r, 50)); };",
    only,
    see: (trace) => (JSON.parse(payload(trace)) as { errorMessage: string }).errorMessage.replace(/^.*Error: /, ""),
    expected: fidelity("Runtime exited with error: exit status 1", { whole: true }),
  },
  {
    section: "1.7",
    title: "A never-settled promise drains the event loop: Runtime exited with error: exit status 13.",
    files: "export const handler = async () => new Promise(() => {});",
    only,
    see: (trace) => (JSON.parse(payload(trace)) as { errorMessage: string }).errorMessage.replace(/^.*Error: /, ""),
    expected: fidelity("Runtime exited with error: exit status 13", { whole: true }),
  },
  {
    section: "1.7",
    title: "The context gains xRayTraceId.",
    says: fidelity("Context gains `xRayTraceId`, `tenantId`"),
    files: "export const handler = async (event, context) => context.xRayTraceId === process.env._X_AMZN_TRACE_ID;",
    only,
    see: payload,
    expected: "true",
  },
];
