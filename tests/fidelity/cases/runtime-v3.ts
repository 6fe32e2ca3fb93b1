/** fidelity.md §1.6: the runtime client of nodejs22.x, with callbacks and an event loop that a callback waits for. */
import { functionLines, invoke, logs, payload, platformLines, printed, reports, responses } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

const only = { Runtime: "nodejs22.x" } as const;
const legacy = { Runtime: "nodejs22.x", platformLogStyle: "legacy" } as const;
const waiting = fidelity(
  "Success → if `callbackWaitsForEmptyEventLoop === false` posted at once; else posted when the loop is empty (`beforeExit`, then `setImmediate`).",
);
const once = fidelity("Only the first of callback/succeed/fail/done counts.");
const lost = fidelity("During init the same with init/error. Environment is then lost; globals reset.");
const NODE_JS_EXIT =
  "The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes";
const callbackHandler = (body: string) => ({ "index.js": `exports.handler = (event, context, callback) => { ${body} };` });
const took = (trace: Parameters<FidelityCase["see"]>[0]) => Math.round((reports(trace)[0]?.duration ?? 0) / 100) * 100;

export const runtimeV3Cases: readonly FidelityCase[] = [
  {
    section: "1.6",
    title: "The handler is called with event, context and callback.",
    says: fidelity("Handler is called `handler(event, context, callback)`."),
    files: "export const handler = async (...args) => args.map((argument) => typeof argument);",
    only,
    see: payload,
    expected: '["object","object","function"]',
  },
  {
    section: "1.6",
    title: "Whatever is truthy with a .then function is taken for a promise.",
    says: fidelity("`_isPromise(result)` = truthy with `.then` function."),
    files: { "index.js": "exports.handler = () => ({ then(resolve) { resolve('thenable'); } });" },
    see: payload,
    expected: '"thenable"',
  },
  {
    section: "1.6",
    title: "When a promise is returned the response is posted immediately; the event loop is not drained.",
    says: fidelity("The response is posted immediately; the event loop is NOT drained."),
    files: "export const handler = async () => { setTimeout(() => console.log('late'), 500); return 'now'; };",
    see: (trace) => [payload(trace), functionLines(trace).length, took(trace)],
    expected: ['"now"', 0, 0],
  },
  {
    section: "1.6",
    title: "Pending timers stay and continue in the next invocation of the same environment.",
    says: fidelity("Pending timers/promises stay and continue in the next invocation of the same environment."),
    files:
      "export const handler = async (n) => { if (n === 1) setTimeout(() => console.log('of the first'), 500); await new Promise((r) => setTimeout(r, 1)); return n; };",
    stimuli: [invoke(1), { type: "wait", duration: 60_000 }, invoke(2)],
    see: (trace) =>
      logs(trace)
        .filter(({ source }) => source === "function")
        .map(({ message, requestId }) => [message.split("\t")[3], requestId === responses(trace)[1]?.requestId]),
    expected: [["of the first", true]],
  },
  {
    section: "1.6",
    title: "callback(null, …) is posted when the loop is empty.",
    says: waiting,
    files: callbackHandler("setTimeout(() => console.log('done'), 500); callback(null, 'waited');"),
    only,
    see: (trace) => [payload(trace), printed(trace).at(-1), took(trace)],
    expected: ['"waited"', "done", 500],
  },
  {
    section: "1.6",
    title: "callback(null, …) is posted at once if callbackWaitsForEmptyEventLoop is false.",
    says: waiting,
    files: callbackHandler(
      "context.callbackWaitsForEmptyEventLoop = false; setTimeout(() => console.log('done'), 500); callback(null, 'at once');",
    ),
    only,
    see: (trace) => [payload(trace), printed(trace).includes("done"), took(trace)],
    expected: ['"at once"', false, 0],
  },
  {
    section: "1.6",
    title: "callback(error) is posted at once.",
    says: fidelity("`callback(err, result)`: error → posted at once."),
    files: callbackHandler("setTimeout(() => console.log('done'), 500); callback(new Error('no'));"),
    only,
    see: (trace) => [payload(trace).startsWith('{"errorType":"Error","errorMessage":"no"'), took(trace)],
    expected: [true, 0],
  },
  {
    section: "1.6",
    title: "A setInterval and callback(null, …) runs to the timeout.",
    says: fidelity("So a `setInterval` + `callback(null, …)` runs to the timeout."),
    files: callbackHandler("setInterval(() => {}, 100); callback(null, 1);"),
    options: { Timeout: 2 },
    only: { ...only, platformLogStyle: "new" },
    see: (trace) => [reports(trace)[0]?.status, reports(trace)[0]?.duration, payload(trace)],
    expected: [
      "timeout",
      2000,
      fidelity('{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: <id> Error: Task timed out after 1.00 seconds"}', {
        fill: { "1.00": "2.00" },
        whole: true,
      }),
    ],
  },
  {
    section: "1.6",
    title: "context.succeed posts at once, ignoring callbackWaitsForEmptyEventLoop.",
    says: fidelity("`context.succeed/fail/done` post at once, ignoring the flag."),
    files: { "index.js": "exports.handler = (event, context) => { setTimeout(() => console.log('late'), 500); context.succeed('s'); };" },
    only,
    see: (trace) => [payload(trace), took(trace)],
    expected: ['"s"', 0],
  },
  {
    section: "1.6",
    title: "context.fail and context.done(error) answer with the error.",
    says: fidelity("`context.succeed/fail/done` post at once, ignoring the flag."),
    files: { "index.js": "exports.handler = (event, context) => { event === 1 ? context.fail('f') : context.done('d'); };" },
    stimuli: [invoke(1), invoke(2)],
    only,
    see: (trace) => [payload(trace), payload(trace, 1)],
    expected: ['{"errorType":"string","errorMessage":"f","trace":[]}', '{"errorType":"string","errorMessage":"d","trace":[]}'],
  },
  {
    section: "1.6",
    title: "Only the first of callback, succeed, fail and done counts.",
    says: once,
    files: callbackHandler("callback(null, 1); callback(null, 2); context.succeed(3); context.fail(4);"),
    only,
    see: (trace) => [payload(trace), responses(trace)[0]?.FunctionError],
    expected: ["1", undefined],
  },
  {
    section: "1.6",
    title: "A later raw completion is logged: Invocation has already been reported as done.",
    files: {
      "index.js":
        "let settle; exports.handler = () => { if (!settle) return new Promise((r) => { settle = r; }); settle(1); return Promise.resolve(2); };",
    },
    stimuli: [invoke(), invoke()],
    only,
    see: (trace) => [payload(trace), payload(trace, 1), printed(trace)[0]],
    expected: [
      "null",
      "2",
      fidelity("Invocation has already been reported as done. Cannot call complete more than once per invocation.", { whole: true }),
    ],
  },
  {
    section: "1.6",
    title: "When the loop empties with nothing reported an async handler fails with Runtime.NodeJsExit.",
    says: fidelity("Loop empties with nothing reported: handler declared `async` → log `Invoke Error` + `Runtime.NodeJsExit` error"),
    files: "export const handler = async () => new Promise(() => {});",
    only,
    see: (trace) => {
      const { errorType, errorMessage } = JSON.parse(payload(trace)) as { errorType: string; errorMessage: string };
      return [errorType, errorMessage, functionLines(trace)[0]?.includes("\tInvoke Error \t")];
    },
    expected: ["Runtime.NodeJsExit", fidelity(NODE_JS_EXIT, { whole: true }), true],
  },
  {
    section: "1.6",
    title: "When the loop empties with nothing reported a plain function succeeds with null.",
    says: fidelity("plain function → success `null`. (A non-async function returning a never-settled promise → `null` success.)"),
    files: { "index.js": "exports.handler = (event) => (event === 1 ? undefined : new Promise(() => {}));" },
    stimuli: [invoke(1), invoke(2)],
    only,
    see: (trace) => [payload(trace), payload(trace, 1), responses(trace)[1]?.FunctionError],
    expected: ["null", "null", undefined],
  },
  {
    section: "1.6",
    title: "Transpiled handlers are not async: handler.constructor.name decides.",
    says: fidelity("`isAsync` = `handler.constructor.name === 'AsyncFunction'` (transpiled handlers are therefore \"not async\")."),
    files: {
      "index.js":
        "const inner = async () => new Promise(() => {}); exports.handler = function () { return inner.apply(this, arguments); };",
    },
    only,
    see: payload,
    expected: "null",
  },
  {
    section: "1.6",
    title: "An undefined result is null.",
    says: fidelity("`undefined` result → `null`."),
    files: "export const handler = async () => {};",
    see: payload,
    expected: "null",
  },
  {
    section: "1.6",
    title: "A function or symbol as result is treated as null.",
    says: fidelity("a function/symbol result stringifies to `undefined` (empty body) [INF: treat as `null`]."),
    files: "export const handler = async (n) => (n === 1 ? () => 1 : Symbol('s'));",
    stimuli: [invoke(1), invoke(2)],
    see: (trace) => [payload(trace), payload(trace, 1)],
    expected: ["null", "null"],
  },
  {
    section: "1.6",
    title: "An uncaughtException is logged, posted as the invocation's error, and ends the process with exit status 129.",
    says: fidelity("`uncaughtException` → log, post invocation error, `process.exit(129)`"),
    files:
      "export const handler = async () => { setTimeout(() => { throw new Error('in a timer'); }, 1); await new Promise((r) => setTimeout(r, 50)); };",
    only: legacy,
    see: (trace) => [
      functionLines(trace)[0]?.includes("\tERROR\tUncaught Exception \t"),
      payload(trace).startsWith('{"errorType":"Error","errorMessage":"in a timer","trace":['),
      platformLines(trace).find((line) => line.includes("exited")),
    ],
    expected: [
      true,
      true,
      fidelity("RequestId: <id> Error: Runtime exited with error: exit status 129\nRuntime.ExitError\n", { whole: true }),
    ],
  },
  {
    section: "1.6",
    title: "An unhandledRejection is wrapped in Runtime.UnhandledPromiseRejection, logged and posted, and the process exits with 128.",
    says: fidelity("`unhandledRejection` → wrap in `Runtime.UnhandledPromiseRejection`, log, post, `process.exit(128)`."),
    files: "export const handler = async () => { Promise.reject(new Error('loose')); await new Promise((r) => setTimeout(r, 50)); };",
    only: legacy,
    see: (trace) => [
      functionLines(trace)[0]?.includes("\tERROR\tUnhandled Promise Rejection \t"),
      (JSON.parse(payload(trace)) as { errorType: string }).errorType,
      platformLines(trace).some((line) => line.includes("exit status 128")),
    ],
    expected: [true, "Runtime.UnhandledPromiseRejection", true],
  },
  {
    section: "1.6",
    title: "After an uncaught exception the environment's process is lost and globals are reset.",
    says: lost,
    files:
      "let n = 0; export const handler = async (event) => { n += 1; if (event === 1) { setTimeout(() => { throw new Error('x'); }); await new Promise(() => setTimeout(() => {}, 50)); } return n; };",
    stimuli: [invoke(0), invoke(1), invoke(0)],
    see: (trace) => [payload(trace), payload(trace, 2)],
    expected: ["1", "1"],
  },
  {
    section: "1.6",
    title: "A fire-and-forget rejection still succeeds, and is logged with its reason and promise.",
    says: fidelity("**Fire-and-forget rejection on v3 still succeeds**"),
    files: "async function hello() { throw new Error('HelloError'); }\nexport const handler = async () => { hello(); return 'ok'; };",
    only,
    see: (trace) => [payload(trace), responses(trace)[0]?.FunctionError, functionLines(trace)[0]],
    expected: [
      '"ok"',
      undefined,
      fidelity(
        'ERROR\tUnhandled Promise Rejection \t{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"Error: HelloError","reason":{…},"promise":{},"stack":[…]}',
      ),
    ],
  },
  {
    section: "1.6",
    title: "A handler with exactly 3 parameters that is not async gets a deprecation warning at init.",
    files: callbackHandler("callback(null, 1);"),
    only,
    see: (trace) => [logs(trace).find(({ source }) => source === "function")?.level, printed(trace)[0], payload(trace)],
    expected: [
      "WARN",
      fidelity(
        "AWS Lambda plans to remove support for callback-based function handlers starting with Node.js 24. You will need to update this function to use an async handler to use Node.js 24 or later. For more information and to provide feedback on this change, see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/137. To disable this warning, set the AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING environment variable.",
        { whole: true },
      ),
      "1",
    ],
  },
  {
    section: "1.6",
    title: "AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING disables the deprecation warning.",
    says: fidelity("`AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING` is unset"),
    files: callbackHandler("callback(null, 1);"),
    options: { Environment: { Variables: { AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING: "1" } } },
    only,
    see: (trace) => [functionLines(trace).length, payload(trace)],
    expected: [0, "1"],
  },
];
