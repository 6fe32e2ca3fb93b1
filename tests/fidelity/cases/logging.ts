/** fidelity.md §1.9 to §1.11: console, log formats and levels, what Node is given. */
import { functionLines, invoke, logs, type Options, payload, printed } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

const json: Options = { LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "TRACE" } };
const level = (AWS_LAMBDA_LOG_LEVEL: string): Options => ({ Environment: { Variables: { AWS_LAMBDA_LOG_LEVEL } } });
const handler = (body: string) => `export const handler = async () => { ${body} };`;
const parsed = (trace: Parameters<FidelityCase["see"]>[0]): Record<string, unknown>[] =>
  functionLines(trace).map((line) => JSON.parse(line) as Record<string, unknown>);
const several = fidelity(
  "several arguments: `message = util.format(...)`; the first Error among them adds top-level `errorType, errorMessage, stackTrace`. (v4 scans only the arguments after the first.)",
);
const oneArgument = fidelity(
  "exactly one argument: `message` is that value itself (object stays an object; Error becomes `{errorType: constructor.name, errorMessage, stackTrace:[…], ...ownEnumerable}`); if stringify throws, `util.format` text.",
);
// Of these only dir writes to the stream itself: table, group and time print through console.log, which is patched (seen with
// aws-lambda-ric 3.3.0 and 4.0.2 on Node 22 and 24).
const unpatched = fidelity(
  "Other console methods (`table`, `dir`, `group`, `time`) are not patched: they go to stdout without prefix, one event per line",
);

export const loggingCases: readonly FidelityCase[] = [
  {
    section: "1.9",
    title: "A text line is time, request id, level and util.format(args), separated by tabs.",
    says: fidelity("TEXT line: `${ISO8601 ms Z}\\t${requestId}\\t${LEVEL}\\t${util.format(args)}\\n`."),
    files: handler("console.log('%s is %d', 'x', 3, { a: [1, { b: 2 }] });"),
    see: (trace) => [
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\t[0-9a-f-]{36}\tINFO\tx is 3 \{ a: \[ 1, \{ b: 2 \} \] \}$/.test(
        functionLines(trace)[0] ?? "",
      ),
    ],
    expected: [true],
  },
  {
    section: "1.9",
    title: "trace is TRACE, debug DEBUG, log and info INFO, warn WARN, error ERROR, fatal FATAL.",
    says: fidelity("| console.log, console.info (same function) | INFO | 3 |"),
    files: handler("for (const name of ['trace', 'debug', 'log', 'info', 'warn', 'error', 'fatal']) console[name](name);"),
    see: (trace) => [
      logs(trace)
        .filter(({ source }) => source === "function")
        .map((line) => `${line.level} ${line.message.split("\t").slice(2).join(" ")}`),
    ],
    expected: [
      [
        "TRACE TRACE trace",
        "DEBUG DEBUG debug",
        "INFO INFO log",
        "INFO INFO info",
        "WARN WARN warn",
        "ERROR ERROR error",
        "FATAL FATAL fatal",
      ],
    ],
  },
  {
    section: "1.9",
    title: "console.log and console.info are the same function.",
    says: fidelity("console.log, console.info (same function)"),
    files: handler("return console.log === console.info;"),
    see: payload,
    expected: "true",
  },
  {
    section: "1.9",
    title: "console.trace prints no stack trace on Lambda.",
    says: fidelity("`console.trace` prints no stack trace on Lambda."),
    files: handler("console.trace('here');"),
    see: printed,
    expected: ["here"],
  },
  {
    section: "1.9",
    title: "console.dir is not patched: it goes to stdout without prefix, one event per line.",
    says: unpatched,
    files: handler("console.dir({ a: { b: { c: {} } } }, { depth: 0 }); console.dir(['x'.repeat(70), 'y']);"),
    see: functionLines,
    expected: ["{ a: [Object] }", "[", `  '${"x".repeat(70)}',`, "  'y'", "]"],
  },
  {
    section: "1.9",
    title: "AWS_LAMBDA_LOG_LEVEL, upper-cased, filters in text too if it is set; fatal is never filtered.",
    says: fidelity(
      "Filter: `AWS_LAMBDA_LOG_LEVEL` (upper-cased), default TRACE inside the RIC; applies in text too if the env var is set.",
    ),
    files: handler("for (const name of ['trace', 'debug', 'log', 'warn', 'error', 'fatal']) console[name](name);"),
    options: level("warn"),
    see: printed,
    expected: ["warn", "error", "fatal"],
  },
  {
    section: "1.9",
    title: "In text format no level is set, and nothing is filtered.",
    says: fidelity("The platform sets the variable only for JSON format."),
    files: handler("console.trace('t'); return process.env.AWS_LAMBDA_LOG_LEVEL ?? 'unset';"),
    see: (trace) => [printed(trace), payload(trace)],
    expected: [["t"], '"unset"'],
  },
  {
    section: "1.9",
    title: "One console call is one log event with its line feeds kept.",
    says: fidelity("so one console call = ONE log event with `\\n` kept."),
    files: handler("console.log('one\\ntwo\\n\\nfour');"),
    see: printed,
    expected: ["one\ntwo\n\nfour"],
  },
  {
    section: "1.9",
    title: "Raw process.stdout.write is one event per line, unprefixed: multi\\nline\\nstring gives three events.",
    says: fidelity("printing `multi\\nline\\nstring` gives three events, `another\\rline` one event"),
    files: handler("process.stdout.write('multi\\nline\\nstring\\n');"),
    see: (trace) => [
      functionLines(trace),
      logs(trace).some(({ source, level: written }) => source === "function" && written !== undefined),
    ],
    expected: [["multi", "line", "string"], false],
  },
  {
    section: "1.9",
    title: "\\r does not split: another\\rline is one event.",
    says: fidelity("`\\r` does not split"),
    files: handler("process.stdout.write('another\\rline\\n');"),
    see: functionLines,
    expected: ["another\rline"],
  },
  {
    section: "1.9",
    title: "A JSON line has the keys timestamp, level, requestId and message, in that order.",
    says: fidelity("keys in order `timestamp, level, requestId, [tenantId], message`"),
    files: handler("console.warn('text');"),
    options: json,
    see: (trace) => [Object.keys(parsed(trace)[0] ?? {}), parsed(trace)[0]?.level, parsed(trace)[0]?.message],
    expected: [["timestamp", "level", "requestId", "message"], "WARN", "text"],
  },
  {
    section: "1.9",
    title: "In JSON exactly one argument is the message itself: an object stays an object.",
    says: oneArgument,
    files: handler("console.log({ order: 7, items: ['a'] }); console.log(5); console.log(null);"),
    options: json,
    see: (trace) => parsed(trace).map(({ message }) => message),
    expected: [{ order: 7, items: ["a"] }, 5, null],
  },
  {
    section: "1.9",
    title:
      "In JSON a single Error becomes errorType, errorMessage, stackTrace and its own properties, the type being its constructor's name.",
    says: oneArgument,
    files: handler("class Custom extends Error {} console.log(Object.assign(new Custom('m'), { name: 'Renamed', n: 1 }));"),
    options: json,
    see: (trace) => {
      const message = parsed(trace)[0]?.message as Record<string, unknown>;
      return [Object.keys(message), message.errorType, message.errorMessage, message.n];
    },
    expected: [["errorType", "errorMessage", "stackTrace", "name", "n"], "Custom", "m", 1],
  },
  {
    section: "1.9",
    title: "In JSON what cannot be stringified is written as util.format writes it.",
    says: oneArgument,
    files: handler("const circular = {}; circular.self = circular; console.log(circular); console.log(10n);"),
    options: json,
    see: (trace) => parsed(trace).map(({ message }) => message),
    expected: ["<ref *1> { self: [Circular *1] }", "10n"],
  },
  {
    section: "1.9",
    title:
      "In JSON several arguments are formatted, and the first Error after the first argument adds errorType, errorMessage and stackTrace.",
    says: several,
    files: handler("console.log('failed:', 1, new TypeError('a'), new RangeError('b'));"),
    options: json,
    see: (trace) => [Object.keys(parsed(trace)[0] ?? {}), parsed(trace)[0]?.errorType, parsed(trace)[0]?.errorMessage],
    expected: [["timestamp", "level", "requestId", "message", "errorType", "errorMessage", "stackTrace"], "TypeError", "a"],
  },
  {
    section: "1.9",
    title: "In nodejs22.x an Error that is the first of several arguments adds them too.",
    says: several,
    files: handler("console.log(new TypeError('a'), 'after');"),
    options: json,
    only: { Runtime: "nodejs22.x" },
    see: (trace) => parsed(trace)[0]?.errorType as string,
    expected: "TypeError",
  },
  {
    section: "1.9",
    title: "In nodejs24.x an Error that is the first of several arguments adds nothing.",
    says: several,
    files: handler("console.log(new TypeError('a'), 'after');"),
    options: json,
    only: { Runtime: "nodejs24.x" },
    see: (trace) => [Object.keys(parsed(trace)[0] ?? {})],
    expected: [["timestamp", "level", "requestId", "message"]],
  },
  {
    section: "1.9",
    title: "In nodejs22.x the requestId key is absent in JSON lines during init.",
    says: fidelity("During init `requestId` key is absent in v3"),
    files: "console.log('init'); export const handler = async () => {};",
    options: json,
    only: { Runtime: "nodejs22.x" },
    see: (trace) => [Object.keys(parsed(trace)[0] ?? {})],
    expected: [["timestamp", "level", "message"]],
  },
  {
    section: "1.10",
    title: "_X_AMZN_TRACE_ID is set per invoke.",
    says: fidelity("`_X_AMZN_TRACE_ID` is set per invoke"),
    files: handler("return process.env._X_AMZN_TRACE_ID;"),
    stimuli: [invoke(), invoke()],
    see: (trace) => [
      /^"Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=/.test(payload(trace)),
      payload(trace) === payload(trace, 1),
    ],
    expected: [true, false],
  },
  {
    section: "1.10",
    title: "In nodejs22.x bad client context JSON fails before the handler.",
    files: handler("console.log('ran');"),
    stimuli: [invoke({}, { ClientContext: Buffer.from("{").toString("base64") })],
    only: { Runtime: "nodejs22.x" },
    see: (trace) => [(JSON.parse(payload(trace)) as { errorMessage: string }).errorMessage, printed(trace).includes("ran")],
    expected: [fidelity("Cannot parse ClientContext as json: …", { whole: true }), false],
  },
  {
    section: "1.11",
    title: "NODE_PATH leads from the layers to /var/task.",
    files: handler("return process.env.NODE_PATH;"),
    only: { Runtime: "nodejs24.x" },
    see: (trace) => JSON.parse(payload(trace)) as string,
    expected: fidelity("/opt/nodejs/node24/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task", {
      whole: true,
    }),
  },
  {
    section: "1.11",
    title: "Lambda also resolves ESM bare imports through NODE_PATH.",
    says: fidelity("Since nodejs18.x Lambda also resolves ESM bare imports through NODE_PATH"),
    files: {
      "src/app.mjs": "import shared from 'shared'; export const handler = async () => shared;",
      "shared/index.js": "module.exports = 'by NODE_PATH';",
    },
    options: { Handler: "src/app.handler" },
    see: payload,
    expected: '"by NODE_PATH"',
  },
  {
    section: "1.11",
    title: "The working directory is /var/task, which is read-only; /tmp is writable.",
    says: fidelity("cwd /var/task (read-only), `/tmp` writable."),
    files: `import { readFileSync, writeFileSync } from "node:fs";
      export const handler = async () => {
        let refusal;
        try { writeFileSync("new.txt", "x"); } catch (error) { refusal = error.code; }
        writeFileSync("/tmp/new.txt", "kept");
        return [process.cwd(), refusal, readFileSync("/tmp/new.txt", "utf8")];
      };`,
    see: payload,
    expected: '["/var/task","EROFS","kept"]',
  },
];
