/** fidelity.md §1.10, §2.1 and §3.3: the X-Ray header. */
import { invoke, payload, platformLines } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const perInvoke = fidelity("`_X_AMZN_TRACE_ID` is set per invoke, deleted when no trace header (RIC3 InvokeContext.js).");
const xray = fidelity("X-Ray active adds `XRAY TraceId: 1-…\\tSegmentId: …\\tSampled: true\\t\\n` as a second line in the REPORT event.");
const traceId = "export const handler = async () => process.env._X_AMZN_TRACE_ID;";
const active = { TracingConfig: { Mode: "Active" } } as const;
const text = { LoggingConfig: { LogFormat: "Text" } } as const;

const headers = (trace: Trace, count: number) => Array.from({ length: count }, (_, index) => JSON.parse(payload(trace, index)) as string);
const reportOf = (trace: Trace) => platformLines(trace).find((line) => line.startsWith("REPORT")) ?? "";

export const tracingCases: readonly FidelityCase[] = [
  {
    section: "1.10",
    title: "Each invocation has a trace of its own.",
    says: perInvoke,
    files: traceId,
    stimuli: [invoke(), invoke()],
    see: (trace) => [new Set(headers(trace, 2)).size],
    expected: [2],
  },
  {
    section: "1.10",
    title: "A trace that the caller has begun goes on: the root and the decision to sample are the caller's.",
    says: fidelity("`_X_AMZN_TRACE_ID`  Root=1-…;Parent=…;Sampled=0;Lineage=…".replace("`_X_AMZN_TRACE_ID`", "_X_AMZN_TRACE_ID")),
    files: traceId,
    stimuli: [invoke(undefined, { TraceHeader: "Root=1-67890abc-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=1" })],
    see: (trace) => headers(trace, 1)[0]?.replace(/Lineage=.*/, ""),
    expected: "Root=1-67890abc-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=1;",
  },
  {
    section: "2.1",
    title: "Active tracing adds the trace, the segment and the sampling decision as a second line of REPORT.",
    says: xray,
    files: traceId,
    options: { ...active, ...text },
    see: (trace) => {
      const [, root, parent] = /^Root=(.*);Parent=(.*);Sampled=1/.exec(headers(trace, 1)[0] ?? "") ?? [];
      return [reportOf(trace).split("\n")[1] === `XRAY TraceId: ${root}\tSegmentId: ${parent}\tSampled: true\t`];
    },
    expected: [true],
  },
  {
    section: "2.1",
    title: "Without active tracing REPORT has one line.",
    says: xray,
    files: traceId,
    options: text,
    see: (trace) => [reportOf(trace).includes("XRAY"), headers(trace, 1)[0]?.includes(";Sampled=0;")],
    expected: [false, true],
  },
  {
    section: "2.5",
    title: "Active tracing is told in platform.start and platform.report.",
    says: fidelity("`requestId, functionArn, version, [tracing{spanId,type,value}]`"),
    files: traceId,
    options: { ...active, LoggingConfig: { LogFormat: "JSON", SystemLogLevel: "INFO" } },
    see: (trace) =>
      platformLines(trace)
        .map((line) => JSON.parse(line) as { type: string; record: { tracing?: { type: string; value: string } } })
        .filter(({ record }) => record.tracing !== undefined)
        .map(({ type, record }) => [type, record.tracing?.type, record.tracing?.value === headers(trace, 1)[0]].join(" ")),
    expected: ["platform.start X-Amzn-Trace-Id true", "platform.report X-Amzn-Trace-Id true"],
  },
];
