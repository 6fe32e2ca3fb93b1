/** fidelity.md §2.5: Lambda's own events in JSON. */
import { invoke, type Options, platformLines } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];
interface PlatformEvent {
  readonly time: string;
  readonly type: string;
  readonly record: Readonly<Record<string, unknown>>;
}

const hello = "export const handler = async () => 'ok';";
const throws = "export const handler = async () => { throw new Error('x'); };";
const json = (SystemLogLevel: "DEBUG" | "INFO" | "WARN"): Options => ({ LoggingConfig: { LogFormat: "JSON", SystemLogLevel } });
const events = (trace: Trace) => platformLines(trace).map((line) => JSON.parse(line) as PlatformEvent);
const record = (trace: Trace, type: string) => events(trace).find((event) => event.type === `platform.${type}`)?.record ?? {};
const types = (trace: Trace) => events(trace).map(({ type }) => type.replace("platform.", ""));

export const platformEventCases: readonly FidelityCase[] = [
  {
    section: "2.5",
    title: "A platform event has time, type and record.",
    says: fidelity('Shape `{"time":"<ISO ms Z>","type":"platform.X","record":{…}}`'),
    files: hello,
    options: json("INFO"),
    see: (trace) => [Object.keys(events(trace)[0] ?? {}), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(events(trace)[0]?.time ?? "")],
    expected: [["time", "type", "record"], true],
  },
  {
    section: "2.5",
    title: "platform.initStart has the initialization type, the phase, the runtime version and the function.",
    says: fidelity(
      '`initializationType` ("on-demand"/"provisioned-concurrency"/"snap-start"), `phase` ("init"/"invoke"), `runtimeVersion`, `runtimeVersionArn`, `functionName`, `functionVersion`, `instanceId`, `instanceMaxMemory`',
    ),
    files: hello,
    options: json("INFO"),
    see: (trace) => [
      Object.keys(record(trace, "initStart")),
      record(trace, "initStart").initializationType,
      record(trace, "initStart").phase,
    ],
    expected: [
      [
        "initializationType",
        "phase",
        "runtimeVersion",
        "runtimeVersionArn",
        "functionName",
        "functionVersion",
        "instanceId",
        "instanceMaxMemory",
      ],
      "on-demand",
      "init",
    ],
  },
  {
    section: "2.5",
    title: "platform.start has the request id, the function's ARN and the version.",
    says: fidelity("| platform.start | `requestId, functionArn, version, [tracing{spanId,type,value}]` |"),
    files: hello,
    options: json("INFO"),
    see: (trace) => [Object.keys(record(trace, "start")), record(trace, "start").version],
    expected: [["requestId", "functionArn", "version"], "$LATEST"],
  },
  {
    section: "2.5",
    title: "platform.report has the metrics of REPORT and a status.",
    says: fidelity(
      "`requestId, metrics:{durationMs, billedDurationMs, memorySizeMB, maxMemoryUsedMB, [initDurationMs],[restoreDurationMs]}, status, [errorType], [tracing]`",
    ),
    files: hello,
    options: json("INFO"),
    stimuli: [invoke(), invoke()],
    see: (trace) => {
      const [cold, warm] = events(trace).filter(({ type }) => type === "platform.report");
      return [
        Object.keys(cold?.record ?? {}),
        Object.keys((cold?.record.metrics ?? {}) as object),
        Object.keys((warm?.record.metrics ?? {}) as object),
        cold?.record.status,
      ];
    },
    expected: [
      ["requestId", "metrics", "status"],
      ["durationMs", "billedDurationMs", "memorySizeMB", "maxMemoryUsedMB", "initDurationMs"],
      ["durationMs", "billedDurationMs", "memorySizeMB", "maxMemoryUsedMB"],
      "success",
    ],
  },
  {
    section: "2.5",
    title: "platform.report is written like this example.",
    files: hello,
    options: json("INFO"),
    see: (trace) => platformLines(trace).at(-1),
    expected: fidelity(
      '{"time":"2026-01-12T10:00:01.234Z","type":"platform.report","record":{"requestId":"…","metrics":{"durationMs":1233.96,"billedDurationMs":1698,"memorySizeMB":128,"maxMemoryUsedMB":79,"initDurationMs":463.512},"status":"success"}}',
      {
        fill: {
          "2026-01-12T10:00:01.234Z": /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/,
          "1233.96": /\d+(?:\.\d{1,3})?/,
          "1698": /\d+/,
          "79": /\d+/,
          "463.512": /\d+(?:\.\d{1,3})?/,
        },
        whole: true,
      },
    ),
  },
  {
    section: "2.5",
    title: "The status is failure for a function error and error for a runtime crash.",
    says: fidelity("`status` ∈ success | failure | error | timeout (`failure` = function error, `error` = runtime crash)."),
    files:
      "export const handler = async (event) => { if (event === 1) throw new Error('x'); if (event === 2) process.exit(1); if (event === 3) await new Promise(() => setInterval(() => {}, 500)); };",
    options: json("INFO"),
    stimuli: [invoke(0), invoke(1), invoke(2), invoke(3)],
    see: (trace) =>
      events(trace)
        .filter(({ type }) => type === "platform.report")
        .map((event) => event.record.status),
    expected: ["success", "failure", "error", "timeout"],
  },
  {
    section: "2.5",
    title: "The default system level is INFO: initStart, start and report are written; initReport and runtimeDone of a success are DEBUG.",
    says: fidelity("Defaults for JSON: ApplicationLogLevel INFO, SystemLogLevel INFO"),
    files: hello,
    options: { LoggingConfig: { LogFormat: "JSON" } },
    see: (trace) => [types(trace)],
    expected: [["initStart", "start", "report"]],
  },
  {
    section: "2.5",
    title: "At DEBUG initRuntimeDone, initReport and runtimeDone are written too.",
    says: fidelity("| initRuntimeDone, runtimeDone | DEBUG on success, WARN otherwise |"),
    files: hello,
    options: json("DEBUG"),
    see: (trace) => [types(trace)],
    expected: [["initStart", "initRuntimeDone", "initReport", "start", "runtimeDone", "report"]],
  },
  {
    section: "2.5",
    title: "At WARN a success writes nothing, and a failure runtimeDone and report.",
    says: fidelity("| report | INFO on success, WARN otherwise |"),
    files: "export const handler = async (event) => { if (event === 1) throw new Error('x'); };",
    options: json("WARN"),
    stimuli: [invoke(0), invoke(1)],
    see: (trace) => [types(trace)],
    expected: [["runtimeDone", "report"]],
  },
  {
    section: "2.5",
    title: "platform.runtimeDone has the duration, the bytes produced and its spans.",
    says: fidelity(
      'metrics:{durationMs, producedBytes}, spans:[{name:"responseLatency"|"responseDuration"|"runtimeOverhead", start, durationMs}]',
    ),
    files: hello,
    options: json("DEBUG"),
    see: (trace) => [
      Object.keys(record(trace, "runtimeDone")),
      (record(trace, "runtimeDone").metrics as { producedBytes: number }).producedBytes,
      (record(trace, "runtimeDone").spans as { name: string }[]).map(({ name }) => name),
    ],
    expected: [["requestId", "status", "metrics", "spans"], 4, ["responseLatency", "responseDuration", "runtimeOverhead"]],
  },
  {
    section: "2.5",
    title: "ApplicationLogLevel INFO is the default, and the function is told by AWS_LAMBDA_LOG_LEVEL.",
    says: fidelity("JSON logging adds `AWS_LAMBDA_LOG_FORMAT=JSON`, `AWS_LAMBDA_LOG_LEVEL=INFO`."),
    files: "export const handler = async () => [process.env.AWS_LAMBDA_LOG_FORMAT, process.env.AWS_LAMBDA_LOG_LEVEL];",
    options: { LoggingConfig: { LogFormat: "JSON" } },
    see: (trace) => trace.events.flatMap((event) => (event.type === "invocation-responded" ? [event.Payload] : [])),
    expected: ['["JSON","INFO"]'],
  },
  {
    section: "2.5",
    title: "An init that fails is an initReport at WARN, with its error type.",
    says: fidelity("| initReport | DEBUG on-demand success; INFO for PC/SnapStart; WARN on failure |"),
    files: throws.replace("export", "throw new Error('at load'); export"),
    options: json("WARN"),
    see: (trace) => [record(trace, "initReport").status, record(trace, "initReport").errorType],
    expected: ["error", "Runtime.Unknown"],
  },
];
