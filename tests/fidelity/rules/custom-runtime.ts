/** fidelity.md §1.10, and aws-lambda-runtime-interface-emulator: the Runtime API as a function's own runtime meets it. */
import type { Trace } from "../../../sandbox/trace/events.ts";
import { eventsOf, functionLines, invoke, payload, run } from "../../harness.ts";
import type { FidelityRule } from "../rules.ts";

/** A loop around `body`, which handles `event` of the invocation `id`. */
const loop = (body: string, before = "") => `
const api = "http://" + process.env.AWS_LAMBDA_RUNTIME_API + "/2018-06-01/runtime";
const post = (path, body, headers = {}) => fetch(api + "/" + path, { method: "POST", headers, body: JSON.stringify(body) });
const tell = async (response) => console.log(response.status, (await response.text()).trim());
${before}
for (;;) {
  const next = await fetch(api + "/invocation/next");
  const id = next.headers.get("lambda-runtime-aws-request-id");
  const event = await next.json();
  ${body}
}`;

function custom(bootstrap: string | undefined, events: readonly unknown[] = [{}], more: object = {}): Trace {
  const files = bootstrap === undefined ? { "index.mjs": "" } : { "bootstrap.mjs": bootstrap };
  return run(
    files,
    { Runtime: "provided.al2023", Handler: "a.b", ...more },
    events.map((event) => invoke(event)),
  );
}

const withoutId = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "<id>");

export const customRuntimeRules: readonly FidelityRule[] = [
  {
    section: "1.10",
    title: "The answer to invocation/next carries the request id, the deadline, the function's ARN and the trace id in headers.",
    see: () => {
      const trace = custom(
        loop("await post(`invocation/${id}/response`, [...next.headers.keys()].filter((name) => name.startsWith('lambda-')));"),
      );
      return [payload(trace)];
    },
    expected: [
      '["lambda-runtime-aws-request-id","lambda-runtime-deadline-ms","lambda-runtime-invoked-function-arn","lambda-runtime-trace-id"]',
    ],
  },
  {
    title: "A posted response is accepted with 202 and status OK, and is what the caller gets.",
    see: () => {
      const trace = custom(loop("await tell(await post(`invocation/${id}/response`, { got: event }));"), [{ a: 1 }]);
      return [payload(trace), ...functionLines(trace)];
    },
    expected: ['{"got":{"a":1}}', '202 {"status":"OK"}'],
  },
  {
    title: "A posted error is the caller's answer, with FunctionError Unhandled.",
    see: () => {
      const trace = custom(loop('await post(`invocation/${id}/error`, { errorType: "Bad", errorMessage: "no" });'));
      return [payload(trace), eventsOf(trace, "invocation-responded")[0]?.FunctionError];
    },
    expected: ['{"errorType":"Bad","errorMessage":"no"}', "Unhandled"],
  },
  {
    title: "An answer for another request id is refused: 400 InvalidRequestID.",
    see: () =>
      functionLines(custom(loop('await tell(await post("invocation/other/response", 1)); await post(`invocation/${id}/response`, 1);'))),
    expected: ['400 {"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}'],
  },
  {
    title: "A second answer, and invocation/next before the answer, are refused: 403 InvalidStateTransition.",
    see: () =>
      functionLines(
        custom(
          loop(
            "await tell(await fetch(api + '/invocation/next')); await post(`invocation/${id}/response`, 1); await tell(await post(`invocation/${id}/error`, 1));",
          ),
        ),
      ),
    expected: [
      '403 {"errorMessage":"State transition from Running to Ready failed for runtime. Error: State transition is not allowed","errorType":"InvalidStateTransition"}',
      '403 {"errorMessage":"State transition from RuntimeResponseSentState to InvocationErrorResponse failed for runtime. Error: State transition is not allowed","errorType":"InvalidStateTransition"}',
    ],
  },
  {
    title: "Init of a custom runtime ends when it asks for the first invocation.",
    see: () => {
      const trace = custom(loop("await post(`invocation/${id}/response`, 1);", "await new Promise((done) => setTimeout(done, 2_000));"));
      const [init] = eventsOf(trace, "init-ended");
      return [init?.status, (init?.duration ?? 0) > 2_000, (eventsOf(trace, "invoke-ended")[0]?.duration ?? 0) < 100];
    },
    expected: ["success", true, true],
  },
  {
    title: "A custom runtime tells its failure to start through init/error, with its type in Lambda-Runtime-Function-Error-Type.",
    see: () => {
      const trace = custom(
        loop("", 'await post("init/error", { errorMessage: "x" }, { "Lambda-Runtime-Function-Error-Type": "Runtime.NoSuchHandler" });'),
      );
      return [payload(trace), eventsOf(trace, "init-ended")[0]?.errorType];
    },
    expected: ['{"errorMessage":"x"}', "Runtime.NoSuchHandler"],
  },
  {
    title: "A deployment package without a bootstrap is Runtime.InvalidEntrypoint.",
    see: () => [withoutId(payload(custom(undefined)))],
    expected: [
      '{"errorType":"Runtime.InvalidEntrypoint","errorMessage":"RequestId: <id> Error: Couldn\'t find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"}',
    ],
  },
  {
    title: "A bootstrap that ends during an invocation is Runtime.ExitError.",
    see: () => [withoutId(payload(custom(loop("process.exit(7);"))))],
    expected: ['{"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id> Error: Runtime exited with error: exit status 7"}'],
  },
  {
    title: "AWS_EXECUTION_ENV is not defined for functions with a custom runtime.",
    see: () => [payload(custom(loop('await post(`invocation/${id}/response`, "AWS_EXECUTION_ENV" in process.env);')))],
    expected: ["false"],
  },
];
