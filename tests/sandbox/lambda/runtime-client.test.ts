/** What AWS's own runtime clients do beyond fidelity.md, seen by running aws-lambda-ric 3.3.0 and 4.0.2 on Node 22 and 24. */
import { describe, expect, test } from "vitest";
import { functionLines, invoke, type Options, payload, printed, run } from "../../harness.ts";

const V22: Options = { Runtime: "nodejs22.x" };
const V24: Options = { Runtime: "nodejs24.x" };
const handler = (body: string) => `export const handler = async (event, context) => { ${body} };`;
const errorMessage = (trace: Parameters<typeof payload>[0]) => (JSON.parse(payload(trace)) as { errorMessage: string }).errorMessage;

describe("console", () => {
  test.each([V22, V24])("console.log() writes undefined, because the message is a parameter of its own: %o", (options) => {
    expect(printed(run(handler("console.log();"), options))).toEqual(["undefined"]);
  });

  test("group, count and assert print through the patched methods", () => {
    const body = "console.group('g'); console.log('in'); console.groupEnd(); console.count(); console.assert(false, 'no');";
    expect(printed(run(handler(body)))).toEqual(["g", "in", "default: 1", "Assertion failed: no"]);
  });

  test.each([V22, V24])("the error of an invocation goes through console.error, also through a learner's own: %o", (options) => {
    const trace = run(
      `console.error = (...args) => console.log("mine", args.length, args[0]); ${handler("throw new Error('x');")}`,
      options,
    );
    expect(printed(trace)).toEqual(["mine 2 Invoke Error"]);
  });

  test("a level above ERROR silences the error of an invocation", () => {
    const options = { Environment: { Variables: { AWS_LAMBDA_LOG_LEVEL: "FATAL" } } };
    expect(functionLines(run(handler("throw new Error('x');"), options))).toEqual([]);
  });

  test("process.emitWarning is a console.error, with the hint the first time", () => {
    const body = "process.emitWarning('one'); process.emitWarning('two', 'DeprecationWarning', 'DEP1'); await new Promise(setImmediate);";
    expect(printed(run(handler(body)))).toEqual([
      "(node:2) Warning: one\n(Use `node --trace-warnings ...` to show where the warning was created)",
      "(node:2) [DEP1] DeprecationWarning: two",
    ]);
  });
});

describe("errors", () => {
  test("in nodejs24.x undefined, null and symbols are answered by their text", () => {
    const answers = ["undefined", "null", "Symbol('s')"].map((value) => payload(run(handler(`throw ${value};`), V24)));
    expect(answers).toEqual([
      '{"errorType":"undefined","errorMessage":"undefined","trace":[]}',
      '{"errorType":"object","errorMessage":"null","trace":[]}',
      '{"errorType":"symbol","errorMessage":"Symbol(s)","trace":[]}',
    ]);
  });

  test("a name that is no text makes the answer handled", () => {
    expect(payload(run(handler("const e = new Error('e'); e.name = 5; throw e;"), V24))).toContain('"errorType":"handled"');
  });

  test("in nodejs24.x an error without a stack has an empty trace, in nodejs22.x it cannot be told", () => {
    const body = handler("const e = new Error('e'); e.stack = undefined; throw e;");
    expect(payload(run(body, V24))).toBe('{"errorType":"Error","errorMessage":"e","trace":[]}');
    expect(payload(run(body, V22))).toContain('"errorType":"handled"');
  });

  test("the client's own errors have their name among their properties in nodejs24.x only", () => {
    const [v22, v24] = [V22, V24].map((options) => functionLines(run("export const other = 1;", options))[0]);
    expect(v22).not.toContain('"name":"Runtime.HandlerNotFound"');
    expect(v24).toContain('"name":"Runtime.HandlerNotFound"');
  });

  test("in JSON logs the type of the client's own errors is their class", () => {
    const types = [V22, V24].map((options) => {
      const line = functionLines(run("export const other = 1;", { ...options, LoggingConfig: { LogFormat: "JSON" } }))[0] ?? "";
      return (JSON.parse(line) as { message: { errorType: string } }).message.errorType;
    });
    expect(types).toEqual(["HandlerNotFound", "HandlerNotFoundError"]);
  });
});

describe("the end of a process of nodejs24.x, as Node prints it", () => {
  test("a rejection with a text", () => {
    expect(functionLines(run(handler("Promise.reject('s');"), V24))).toEqual([
      "node:internal/process/promises:392",
      "      new UnhandledPromiseRejection(reason);",
      "      ^",
      "",
      'UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "s".',
      "    at throwUnhandledRejectionsMode (node:internal/process/promises:392:7)",
      "    at processPromiseRejections (node:internal/process/promises:475:17)",
      "    at process.processTicksAndRejections (node:internal/process/task_queues:106:37) {",
      "  code: 'ERR_UNHANDLED_REJECTION'",
      "}",
      "",
      expect.stringMatching(/^Node\.js v24\./),
    ]);
  });

  test("a rejection with an object is named by its class", () => {
    const [reason] = functionLines(run(handler("class Order {} Promise.reject(new Order());"), V24)).filter((line) =>
      line.includes('reason "'),
    );
    expect(reason).toContain('with the reason "#<Order>".');
  });

  test("an exception is shown where it was thrown, with tabs kept", () => {
    const lines = functionLines(
      run(
        "export const handler = async () => {\n\tsetTimeout(() => {\n\t\tthrow new Error('t');\n\t});\n\tawait new Promise((r) => setTimeout(r, 50));\n};",
        V24,
      ),
    );
    expect(lines.slice(0, 5)).toEqual(["file:///var/task/index.mjs:3", "\t\tthrow new Error('t');", "\t\t^", "", "Error: t"]);
  });

  test("a failed init is printed after its Init Error line", () => {
    const lines = functionLines(run("export const other = 1;", V24));
    expect(lines.slice(1, 6)).toEqual([
      "node:internal/process/promises:394",
      "    triggerUncaughtException(err, true /* fromPromise */);",
      "    ^",
      "",
      "Runtime.HandlerNotFound: index.handler is undefined or not exported",
    ]);
  });
});

describe("context", () => {
  test("in nodejs24.x the request comes before the function", () => {
    expect(payload(run(handler("return Object.keys(context).join();"), V24))).toBe(
      '"clientContext,identity,invokedFunctionArn,awsRequestId,tenantId,xRayTraceId,getRemainingTimeInMillis,functionName,functionVersion,memoryLimitInMB,logGroupName,logStreamName"',
    );
  });

  test("in nodejs24.x a client context that is no JSON ends the process before the handler", () => {
    const trace = run(handler("console.log('ran');"), V24, [invoke({}, { ClientContext: Buffer.from("{").toString("base64") })]);
    expect(errorMessage(trace)).toMatch(/Runtime exited with error: exit status 1$/);
    expect(functionLines(trace).some((line) => line.includes("Failed to parse lambda-runtime-client-context as JSON: "))).toBe(true);
    expect(functionLines(trace).some((line) => line.includes("ran"))).toBe(false);
  });
});
