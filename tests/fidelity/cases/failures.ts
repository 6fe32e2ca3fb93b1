/** fidelity.md §2.2: how an invocation ends that does not go well, in the new style of log and in the old. */
import { invoke, lines, type Options, payload, platformLines, reports, responses } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const fresh = { platformLogStyle: "new" } as const;
const legacy = { platformLogStyle: "legacy" } as const;
const report = (trace: Trace, index = 0) => platformLines(trace).filter((one) => one.startsWith("REPORT"))[index];
const endless = "export const handler = async () => { await new Promise(() => setInterval(() => {}, 1000)); };";
const exits = (code: number) => `export const handler = async () => { process.exit(${code}); };`;
const bomb = "export const handler = async () => { const kept = []; for (;;) kept.push(new Array(10000).fill(kept.length)); };";
const slowInit = "await new Promise((resolve) => setTimeout(resolve, 20_000)); export const handler = async () => 'up';";
const configured = (Timeout: number, MemorySize = 128): Options => ({ Timeout, MemorySize });
const initReport = (trace: Trace, phase: string) => platformLines(trace).find((line) => line.includes(`Phase: ${phase}`));

export const failureCases: readonly FidelityCase[] = [
  {
    section: "2.2",
    title: "A function timeout is in REPORT only: Status: timeout, and Duration is exactly the configured timeout.",
    files: endless,
    options: configured(180, 1280),
    stimuli: [invoke(), invoke()],
    only: fresh,
    see: (trace) => report(trace, 1),
    expected: fidelity(
      "REPORT RequestId: …\tDuration: 180000.00 ms\tBilled Duration: 180000 ms\tMemory Size: 1280 MB\tMax Memory Used: 1201 MB\tStatus: timeout\n",
      { exact: true, whole: true },
    ),
  },
  {
    section: "2.2",
    title: "There is no Task timed out line, and the order is function output, END, REPORT.",
    says: fidelity('no "Task timed out" line'),
    files: `console.log('init'); ${endless}`,
    only: fresh,
    see: (trace) => [
      lines(trace).some((line) => line.includes("Task timed out")),
      lines(trace)
        .slice(-2)
        .map((line) => line.split(" ")[0]),
    ],
    expected: [false, ["END", "REPORT"]],
  },
  {
    section: "2.2",
    title: "In the older style a timeout has a line of its own, and REPORT has no Status.",
    says: fidelity("before/after END; REPORT without Status"),
    files: endless,
    only: legacy,
    see: (trace) => [lines(trace).find((line) => line.includes("Task timed out")), report(trace)?.includes("Status")],
    expected: [
      fidelity("2024-05-01T10:00:03.012Z <reqId> Task timed out after 3.00 seconds\n\n", {
        fill: { "2024-05-01T10:00:03.012Z": /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/ },
        whole: true,
      }),
      false,
    ],
  },
  {
    section: "2.2",
    title: "A process exit is Status: error, Error Type: Runtime.ExitError in REPORT.",
    files: exits(3),
    only: fresh,
    see: (trace) => report(trace),
    expected: fidelity("REPORT …\tStatus: error\tError Type: Runtime.ExitError", { whole: true }),
  },
  {
    section: "2.2",
    title: "In the older style a process exit has a line of its own.",
    files: exits(129),
    only: legacy,
    see: (trace) => [platformLines(trace).find((line) => line.includes("exited")), report(trace)?.includes("Status")],
    expected: [fidelity("RequestId: <id> Error: Runtime exited with error: exit status 129\nRuntime.ExitError\n", { whole: true }), false],
  },
  {
    section: "2.2",
    title: "Out of memory is Status: error, Error Type: Runtime.OutOfMemory in REPORT.",
    files: bomb,
    options: configured(60),
    only: fresh,
    see: (trace) => [report(trace), reports(trace)[0]?.maxMemoryUsedMB],
    expected: [
      fidelity("\tMemory Size: 1024 MB\tMax Memory Used: 1023 MB\tStatus: error\tError Type: Runtime.OutOfMemory", {
        fill: {
          "Memory Size: 1024 MB": "Memory Size: 128 MB",
          "Max Memory Used: 1023 MB": /Max Memory Used: \d+ MB(?:\tInit Duration: [\d.]+ ms)?/,
        },
      }),
      128,
    ],
  },
  {
    section: "2.2",
    title: "In the older style out of memory is signal: killed and Runtime.ExitError.",
    files: bomb,
    options: configured(60),
    only: legacy,
    see: (trace) => platformLines(trace).find((line) => line.includes("exited")),
    expected: fidelity("RequestId: <id> Error: Runtime exited with error: signal: killed\nRuntime.ExitError", { whole: true }),
  },
  {
    section: "2.2",
    title: "Init over 10 s is INIT_REPORT with Status: timeout, then init is re-run inside the invoke.",
    says: fidelity("then init re-run inside the invoke"),
    files: slowInit,
    options: configured(60),
    see: (trace) => [initReport(trace, "init"), payload(trace), (reports(trace)[0]?.duration ?? 0) > 20_000],
    expected: [fidelity("INIT_REPORT Init Duration: 10000.04 ms\tPhase: init\tStatus: timeout\n", { whole: true }), '"up"', true],
  },
  {
    section: "2.2",
    title: "If the init re-run exceeds the function timeout too, INIT_REPORT says Phase: invoke, Status: timeout.",
    says: fidelity("if that also exceeds the function timeout"),
    files: slowInit,
    options: configured(3),
    see: (trace) => [initReport(trace, "invoke"), reports(trace)[0]?.status, reports(trace)[0]?.duration],
    expected: [fidelity("INIT_REPORT Init Duration: 180000.45 ms\tPhase: invoke\tStatus: timeout\n", { whole: true }), "timeout", 3000],
  },
  {
    section: "2.2",
    title: "When the handler threw there is nothing extra in REPORT: no Status.",
    says: fidelity("| handler threw | nothing extra in REPORT (no Status) | same |"),
    files: "export const handler = async () => { throw new Error('x'); };",
    see: (trace) => [report(trace)?.includes("Status"), report(trace)?.includes("Error Type"), reports(trace)[0]?.status],
    expected: [false, false, "failure"],
  },
  {
    section: "2.2",
    title: "The timeout payload is Sandbox.Timedout with the configured seconds and two decimals.",
    files: endless,
    options: configured(1),
    only: fresh,
    see: (trace) => [payload(trace), responses(trace)[0]?.FunctionError, responses(trace)[0]?.StatusCode],
    expected: [
      fidelity('{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: <id> Error: Task timed out after 1.00 seconds"}', {
        whole: true,
      }),
      "Unhandled",
      200,
    ],
  },
  {
    section: "2.2",
    title: "The older timeout payload has no errorType.",
    files: endless,
    options: configured(1),
    only: legacy,
    see: payload,
    expected: fidelity('{"errorMessage":"<ISO> <id> Task timed out after 1.00 seconds"}', { whole: true }),
  },
  {
    section: "2.2",
    title: 'process.exit(0) in a handler is "without providing a reason".',
    says: fidelity('So `process.exit(0)` in a handler → "without providing a reason".'),
    files: exits(0),
    see: payload,
    expected: fidelity(
      '{"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id> Error: Runtime exited without providing a reason"}',
      {
        whole: true,
      },
    ),
  },
  {
    section: "2.2",
    title: "Exit code N is Runtime exited with error: exit status N.",
    files: exits(42),
    see: (trace) => [
      (JSON.parse(payload(trace)) as { errorMessage: string }).errorMessage,
      Object.keys(JSON.parse(payload(trace)) as object),
    ],
    expected: [
      fidelity("Error: Runtime exited with error: exit status N", { fill: { "exit status N": "exit status 42" } }),
      ["errorType", "errorMessage"],
    ],
  },
  {
    section: "2.2",
    title: "The out-of-memory payload is Runtime.OutOfMemory, signal: killed.",
    files: bomb,
    options: configured(60),
    only: fresh,
    see: payload,
    expected: fidelity(
      '{"errorType":"Runtime.OutOfMemory","errorMessage":"RequestId: <id> Error: Runtime exited with error: signal: killed"}',
      {
        whole: true,
      },
    ),
  },
  {
    section: "2.2",
    title: "The older out-of-memory payload has errorType Runtime.ExitError.",
    says: fidelity("legacy errorType `Runtime.ExitError`."),
    files: bomb,
    options: configured(60),
    only: legacy,
    see: (trace) => (JSON.parse(payload(trace)) as { errorType: string }).errorType,
    expected: "Runtime.ExitError",
  },
];
