/** fidelity.md §1.3 to §1.5: error classes, the error as the caller gets it, the error as it is logged. */
import { functionLines, logs, payload, platformLines, responses } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const error = (trace: Trace) => JSON.parse(payload(trace)) as { errorType?: string; errorMessage?: string; trace?: string[] };
const throwing = (expression: string) => `export const handler = async () => { throw ${expression}; };`;
const handled =
  '{"errorType":"handled","errorMessage":"callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack"}';
const log = fidelity('<ISO>\t<requestId>\tERROR\t<title> \t{"errorType":"Error","errorMessage":"…","stack":["Error: …","    at …"]}', {
  fill: { "<title>": "Invoke Error" },
  whole: true,
});
const NO_CODE = "module.exports = ;";

export const errorCases: readonly FidelityCase[] = [
  {
    section: "1.3",
    title: "A reported type is only shown in INIT_REPORT if it is a Runtime.* or Function.* type, otherwise Runtime.Unknown.",
    says: fidelity(
      "A reported type is only shown in INIT_REPORT/REPORT if it matches `^(Runtime|Function)\\.[A-Z][a-zA-Z]+$`, otherwise `Runtime.Unknown`",
    ),
    files: "throw new Error('boom');",
    see: (trace) => platformLines(trace).find((line) => line.startsWith("INIT_REPORT")),
    expected: fidelity("INIT_REPORT Init Duration: 290.82 ms\tPhase: init\tStatus: error\tError Type: Runtime.Unknown\n", { whole: true }),
  },
  {
    section: "1.3",
    title: "ImportModuleError shows as is in INIT_REPORT.",
    says: fidelity("(plain `Error` is not `Runtime.*` so it becomes Runtime.Unknown; ImportModuleError shows as is)"),
    files: { "other.mjs": "" },
    see: (trace) =>
      platformLines(trace)
        .find((line) => line.startsWith("INIT_REPORT"))
        ?.split("\t")
        .at(-1),
    expected: "Error Type: Runtime.ImportModuleError",
  },
  {
    section: "1.4",
    title: "A thrown Error is answered with its name, its message and its stack split into lines.",
    says: fidelity('`{"errorType": e.name, "errorMessage": e.message, "trace": e.stack.split("\\n")}`'),
    files: throwing("Object.assign(new TypeError('no'), { stack: 'one\\ntwo' })"),
    see: payload,
    expected: '{"errorType":"TypeError","errorMessage":"no","trace":["one","two"]}',
  },
  {
    section: "1.4",
    title: 'throw Error("Error: some_error_msg") is recorded with FunctionError "Unhandled" and HTTP 200.',
    files: throwing('Error("Error: some_error_msg")'),
    see: (trace) => [payload(trace), responses(trace)[0]?.FunctionError, responses(trace)[0]?.StatusCode],
    expected: [fidelity('{"errorType":"Error","errorMessage":"Error: some_error_msg","trace":[…]}', { whole: true }), "Unhandled", 200],
  },
  {
    section: "1.4",
    title: "0x7F in an error becomes %7F.",
    says: fidelity("(0x7F → `%7F`)"),
    files: throwing("new Error('a\\x7fb')"),
    see: (trace) => error(trace).errorMessage,
    expected: "a%7Fb",
  },
  {
    section: "1.4",
    title: "In nodejs22.x an object with string name, message and stack passes for an Error.",
    says: fidelity("Error, or object with string name/message/stack (v3 only accepts Error-likes; v4 needs `instanceof Error`)"),
    files: throwing("{ name: 'N', message: 'm', stack: 's' }"),
    only: { Runtime: "nodejs22.x" },
    see: payload,
    expected: '{"errorType":"N","errorMessage":"m","trace":["s"]}',
  },
  {
    section: "1.4",
    title: "In nodejs24.x an Error must be an instance of Error: anything else is answered by its type.",
    says: fidelity("v4 needs `instanceof Error`"),
    files: throwing("{ name: 'N', message: 'm', stack: 's' }"),
    only: { Runtime: "nodejs24.x" },
    see: payload,
    expected: '{"errorType":"object","errorMessage":"[object Object]","trace":[]}',
  },
  {
    section: "1.4",
    title: 'throw "x" gives errorType string.',
    files: throwing('"x"'),
    see: payload,
    expected: fidelity('{"errorType":"string","errorMessage":"x","trace":[]}', { whole: true }),
  },
  {
    section: "1.4",
    title: "In nodejs22.x an error that cannot be serialised is answered as handled.",
    files: throwing("Object.defineProperty(new Error('e'), 'message', { get() { throw 1; } })"),
    only: { Runtime: "nodejs22.x" },
    see: payload,
    expected: fidelity(handled, { whole: true }),
  },
  {
    section: "1.4",
    title: "In nodejs24.x an error that cannot be serialised is answered as handled, with an empty trace.",
    says: fidelity('(v4 adds `"trace":[]`)'),
    files: throwing("Object.defineProperty(new Error('e'), 'message', { get() { throw 1; } })"),
    only: { Runtime: "nodejs24.x" },
    see: payload,
    expected: `${handled.slice(0, -1)},"trace":[]}`,
  },
  {
    section: "1.4",
    title: "In nodejs22.x context.fail() and a promise rejected with undefined or null are answered as handled.",
    files: throwing("undefined"),
    only: { Runtime: "nodejs22.x" },
    see: payload,
    expected: fidelity('{"errorType":"string","errorMessage":"handled","trace":[]}', { whole: true }),
  },
  {
    section: "1.4",
    title: "In nodejs22.x a synchronous throw of undefined or null is treated as callback(undefined): success, null.",
    says: fidelity("treated as `callback(undefined)` → success, `null`"),
    files: "export const handler = () => { throw undefined; };",
    only: { Runtime: "nodejs22.x" },
    see: (trace) => [payload(trace), responses(trace)[0]?.FunctionError],
    expected: ["null", undefined],
  },
  {
    section: "1.4",
    title: "In nodejs22.x a result that is not JSON-serialisable is a normal function error: Unable to stringify response body.",
    files: "export const handler = async () => { const a = {}; a.a = a; return a; };",
    only: { Runtime: "nodejs22.x" },
    see: (trace) => [payload(trace), JSON.stringify({ ...error(trace), trace: undefined })],
    expected: [
      fidelity('"errorType":"Error","errorMessage":"Unable to stringify response body"'),
      fidelity('{"errorType":"Error","errorMessage":"Unable to stringify response body"}', { whole: true }),
    ],
  },
  {
    section: "1.4",
    title: "In nodejs22.x the same in a callback that waits for an empty loop is thrown inside setImmediate: Uncaught Exception, exit 129.",
    says: fidelity("v3 `callback` with empty-loop wait: thrown inside setImmediate → `Uncaught Exception`, exit 129"),
    files: { "index.js": "exports.handler = (event, context, callback) => { callback(null, 1n); };" },
    only: { Runtime: "nodejs22.x", platformLogStyle: "legacy" },
    see: (trace) => [
      functionLines(trace).some((line) => line.includes("\tERROR\tUncaught Exception \t")),
      platformLines(trace).some((line) => line.includes("exit status 129")),
    ],
    expected: [true, true],
  },
  {
    section: "1.4",
    title: "In nodejs24.x a result that is not JSON-serialisable is the function error Runtime.JSONStringifyError.",
    says: fidelity("v4: function error `Runtime.JSONStringifyError`"),
    files: "export const handler = async () => 1n;",
    only: { Runtime: "nodejs24.x" },
    see: (trace) => [error(trace).errorType, responses(trace)[0]?.FunctionError],
    expected: ["Runtime.JSONStringifyError", "Unhandled"],
  },
  {
    section: "1.4",
    title: "In nodejs22.x an import failure has this payload, with the runtime client's frames.",
    files: { "other.mjs": "" },
    only: { Runtime: "nodejs22.x" },
    see: (trace) => [payload(trace), payload(trace), payload(trace), payload(trace)],
    expected: [
      fidelity(
        '{"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module \'index\'\\nRequire stack:\\n- /var/runtime/index.mjs",',
      ),
      fidelity('"trace":["Runtime.ImportModuleError: Error: Cannot find module \'index\'","Require stack:","- /var/runtime/index.mjs",'),
      fidelity(
        '"    at _loadUserApp (file:///var/runtime/index.mjs:1087:17)","    at async UserFunction.js.module.exports.load (file:///var/runtime/index.mjs:1119:21)",',
      ),
      fidelity('"    at async start (file:///var/runtime/index.mjs:1282:23)","    at async file:///var/runtime/index.mjs:1288:1"]}'),
    ],
  },
  {
    section: "1.4",
    title: "In nodejs22.x a stack goes from the handler to Runtime.handleOnceNonStreaming.",
    files: throwing("new Error('x')"),
    only: { Runtime: "nodejs22.x" },
    see: (trace) => error(trace).trace?.slice(1),
    expected: [
      fidelity("    at Runtime.handler (file:///var/task/index.mjs:L:C)", { whole: true }),
      fidelity("    at Runtime.handleOnceNonStreaming (file:///var/runtime/index.mjs:1173:29)", { whole: true }),
    ],
  },
  {
    section: "1.4",
    title: "In nodejs24.x a stack goes from the handler through BufferedInvokeProcessor.processInvoke to ignition.",
    files: throwing("new Error('x')"),
    only: { Runtime: "nodejs24.x" },
    see: (trace) => error(trace).trace?.slice(1),
    expected: [
      fidelity("    at BufferedInvokeProcessor.handler (…)", { whole: true }),
      fidelity("    at BufferedInvokeProcessor.processInvoke (file:///var/runtime/index.mjs:1096:33)", { whole: true }),
      fidelity("    at file:///var/runtime/index.mjs:1182:98", { whole: true }),
      fidelity("    at InvokeStoreSingle.run (…:84:14)", { whole: true }),
      fidelity("    at _Runtime.runWithInvokeContext (…:1195:24)", { whole: true }),
      fidelity("    at async _Runtime.processSingleConcurrent (…:1182:7)", { whole: true }),
      fidelity("    at async _Runtime.start (…:1169:7)", { whole: true }),
      fidelity("    at async ignition (…:1638:5)", { whole: true }),
    ],
  },
  {
    section: "1.5",
    title: "A function error is logged as title, space, tab and a JSON object with errorType, errorMessage and stack.",
    files: throwing("new Error('bad')"),
    see: (trace) => functionLines(trace)[0],
    expected: log,
  },
  {
    section: "1.5",
    title: "An error's code and enumerable properties are logged before the stack; an undefined code is omitted.",
    says: fidelity("undefined `code` omitted by JSON"),
    files: throwing("Object.assign(new Error('e'), { code: 'E1', extra: { n: 1 } })"),
    see: (trace) =>
      functionLines(trace)[0]
        ?.split(" \t")[1]
        ?.replace(/"stack":.*/, '"stack":'),
    expected: '{"errorType":"Error","errorMessage":"e","code":"E1","extra":{"n":1},"stack":',
  },
  {
    section: "1.5",
    title: 'throw "x" logs errorType Error although the payload says string.',
    says: fidelity(
      'Non-errors are wrapped by `new Error(String(v))` first, so `throw "x"` logs errorType `Error` although the payload says `string`.',
    ),
    files: throwing('"x"'),
    see: (trace) => [
      functionLines(trace)[0]?.includes('\tInvoke Error \t{"errorType":"Error","errorMessage":"x","stack":["Error: x"'),
      error(trace).errorType,
    ],
    expected: [true, "string"],
  },
  {
    section: "1.5",
    title: "In JSON format the error is the message: console.error(err).",
    says: fidelity("JSON: `console.error(err)` → one-object message (§1.9)."),
    files: throwing("new RangeError('far')"),
    options: { LoggingConfig: { LogFormat: "JSON" } },
    see: (trace) => {
      const line = JSON.parse(functionLines(trace)[0] ?? "") as {
        level: string;
        message: { errorType: string; errorMessage: string; stackTrace: string[] };
      };
      return [line.level, Object.keys(line.message), line.message.errorType, line.message.stackTrace[0]];
    },
    expected: ["ERROR", ["errorType", "errorMessage", "stackTrace"], "RangeError", "RangeError: far"],
  },
  {
    section: "1.5",
    title: "In nodejs22.x the title is Uncaught Exception when loading fails, and the request id is the text undefined.",
    says: fidelity("During init requestId is the text `undefined` in v3, `-` in v4."),
    files: { "index.js": NO_CODE },
    only: { Runtime: "nodejs22.x" },
    see: (trace) => functionLines(trace)[0]?.split("\t").slice(1, 4),
    expected: ["undefined", "ERROR", "Uncaught Exception "],
  },
  {
    section: "1.5",
    title: "In nodejs24.x the title is Init Error when loading fails, and the request id is -.",
    says: fidelity("Titles: v3 `Invoke Error`, `Uncaught Exception`, `Unhandled Promise Rejection`; v4 `Invoke Error`, `Init Error`."),
    files: { "index.js": NO_CODE },
    only: { Runtime: "nodejs24.x" },
    see: (trace) => functionLines(trace)[0]?.split("\t").slice(1, 4),
    expected: ["-", "ERROR", "Init Error "],
  },
  {
    section: "1.5",
    title: "In nodejs22.x an init failure is logged twice: at INIT and again when init is re-run inside the first invoke.",
    says: fidelity("v3 init failure is logged twice on AWS: at INIT and again when init is re-run inside the first invoke."),
    files: "throw new Error('boom');",
    only: { Runtime: "nodejs22.x" },
    see: (trace) => {
      const errors = logs(trace).filter(({ message }) => message.includes("Uncaught Exception"));
      const start = logs(trace).findIndex(({ message }) => message.startsWith("START"));
      return errors.map((line) => logs(trace).indexOf(line) > start);
    },
    expected: [false, true],
  },
];
