/** fidelity.md §2.4: an execution environment from Init to Shutdown. */
import { eventsOf, FUNCTION_NAME, functionLines, invoke, MINUTE, payload, reports, responses, wait } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const counter = "let n = 0; export const handler = async () => { n += 1; return n; };";
const reset = fidelity("Timeout, exit, OOM → reset: new process, globals lost, `/tmp` kept.");
const payloads = (trace: Trace) => responses(trace).map(({ Payload }) => Payload);
const remember = `import { existsSync, writeFileSync } from "node:fs";
let n = 0;
export const handler = async (end) => {
  n += 1;
  const seen = [n, existsSync("/tmp/file")];
  writeFileSync("/tmp/file", "x");
  if (end === "timeout") await new Promise(() => setInterval(() => {}, 1000));
  if (end === "exit") process.exit(1);
  if (end === "throw") throw new Error("x");
  return seen;
};`;

export const lifecycleCases: readonly FidelityCase[] = [
  {
    section: "2.4",
    title: "The limit of INIT is 10 s on demand.",
    says: fidelity("Limit 10 s on demand."),
    files: "await new Promise((resolve) => setTimeout(resolve, 9_800)); export const handler = async () => 'in time';",
    see: (trace) => [payload(trace), (reports(trace)[0]?.initDuration ?? 0) > 9_800],
    expected: ['"in time"', true],
  },
  {
    section: "2.4",
    title:
      "After an init error the platform re-runs init at the first invocation, under the function timeout; if it fails again the caller gets the init error, FunctionError Unhandled, HTTP 200.",
    says: fidelity("If init fails again: invoke returns the init error payload with FunctionError Unhandled, HTTP 200."),
    files: "throw new Error('always');",
    see: (trace) => {
      const [response] = responses(trace);
      return [
        response?.StatusCode,
        response?.FunctionError,
        (JSON.parse(response?.Payload ?? "") as { errorMessage: string }).errorMessage,
      ];
    },
    expected: [200, "Unhandled", "always"],
  },
  {
    section: "2.4",
    title: "Module-level side effects run twice.",
    says: fidelity("Module-level side effects run twice; v3 logs the error twice."),
    files: "console.log('side effect'); throw new Error('always');",
    see: (trace) => [functionLines(trace).filter((line) => line.endsWith("\tside effect")).length],
    expected: [2],
  },
  {
    section: "2.4",
    title: "Init runs at full speed regardless of memory.",
    says: fidelity("Simulator: run init at full speed regardless of memory."),
    files:
      "let x = 0; for (let i = 0; i < 2_000_000; i++) x += i; export const handler = async () => { let y = 0; for (let i = 0; i < 2_000_000; i++) y += i; };",
    options: { MemorySize: 128 },
    see: (trace) => {
      const code = eventsOf(trace, "init-part").find(({ part }) => part === "code")?.duration ?? 0;
      const ratio = (reports(trace)[0]?.duration ?? 0) / code;
      return [ratio > 10, ratio < 18];
    },
    expected: [true, true],
  },
  {
    section: "2.4",
    title:
      "After each invocation the environment is frozen: timers that came due meanwhile fire at the next invocation, and Date.now() jumps.",
    says: fidelity("Timers, sockets and promises resume at the next invocation; timers that came due fire then. Node `Date.now()` jumps."),
    files: `const fired = []; let before = 0;
      export const handler = async (n) => {
        if (n === 1) { before = Date.now(); setTimeout(() => fired.push(Date.now() - before), 1000); return []; }
        await new Promise((resolve) => setTimeout(resolve, 5));
        return fired.map((millis) => Math.floor(millis / 60_000));
      };`,
    stimuli: [invoke(1), wait(3 * MINUTE), invoke(2)],
    see: (trace) => payload(trace, 1),
    expected: "[3]",
  },
  {
    section: "2.4",
    title: "A function error keeps the environment: globals survive.",
    says: fidelity("Function error (throw/reject) keeps the environment (globals survive)."),
    files: remember,
    stimuli: [invoke("throw"), invoke()],
    see: (trace) => [payload(trace, 1), eventsOf(trace, "environment-reset").length],
    expected: ["[2,true]", 0],
  },
  {
    section: "2.4",
    title: "After a timeout the process is new: globals are lost, /tmp is kept.",
    says: reset,
    files: remember,
    stimuli: [invoke(), invoke("timeout"), invoke()],
    see: (trace) => [payload(trace), payload(trace, 2)],
    expected: ["[1,false]", "[1,true]"],
  },
  {
    section: "2.4",
    title: "After an exit the process is new: globals are lost, /tmp is kept.",
    says: reset,
    files: remember,
    stimuli: [invoke(), invoke("exit"), invoke()],
    see: (trace) => payload(trace, 2),
    expected: "[1,true]",
  },
  {
    section: "2.4",
    title: "A reset keeps the log stream and the environment, and writes no new INIT_START.",
    says: fidelity("The log stream and environment id stay the same, no new INIT_START is required for a reset"),
    files: remember,
    stimuli: [invoke("timeout"), invoke()],
    see: (trace) => [
      eventsOf(trace, "environment-created").length,
      eventsOf(trace, "log").filter(({ message }) => message.startsWith("INIT_START")).length,
      new Set(eventsOf(trace, "log").map(({ environment }) => environment)).size,
    ],
    expected: [1, 1, 1],
  },
  {
    section: "2.4",
    title: "Idle environments are reclaimed after 5 to 15 minutes.",
    says: fidelity("Idle environments are reclaimed after an unspecified time (model: 5–15 min random; seed it)"),
    files: counter,
    stimuli: [invoke(), wait(4.9 * MINUTE), invoke(), wait(20 * MINUTE), invoke()],
    see: (trace) => [payloads(trace), eventsOf(trace, "environment-shutdown").map(({ why }) => why)],
    expected: [["1", "2", "1"], ["idle"]],
  },
  {
    section: "2.4",
    title: "All environments are recycled every few hours.",
    says: fidelity("and all are recycled every few hours."),
    files: counter,
    stimuli: Array.from({ length: 50 }, () => [invoke(), wait(4 * MINUTE)]).flat(),
    see: (trace) => [eventsOf(trace, "environment-shutdown").map(({ why }) => why), payloads(trace).at(-1) === "50"],
    expected: [["age"], false],
  },
  {
    section: "2.4",
    title: "A code update drops warm environments.",
    says: fidelity("Code/config update drops warm environments"),
    files: counter,
    stimuli: [
      invoke(),
      { type: "updateFunctionCode", FunctionName: FUNCTION_NAME, files: { "index.mjs": "export const handler = async () => 'new';" } },
      invoke(),
    ],
    see: (trace) => [payloads(trace), eventsOf(trace, "environment-shutdown").map(({ why }) => why)],
    expected: [["1", '"new"'], ["new version"]],
  },
  {
    section: "2.4",
    title: "A configuration update drops warm environments.",
    says: fidelity("Code/config update drops warm environments"),
    files: "let n = 0; export const handler = async (event, context) => { n += 1; return [n, context.memoryLimitInMB]; };",
    stimuli: [invoke(), { type: "updateFunctionConfiguration", FunctionName: FUNCTION_NAME, configuration: { MemorySize: 256 } }, invoke()],
    see: payloads,
    expected: ['[1,"128"]', '[1,"256"]'],
  },
  {
    section: "2.4",
    title: "One environment is one concurrent invocation.",
    says: fidelity("One environment = one concurrent invocation."),
    files: counter,
    stimuli: [invoke(undefined, { count: 3 }), invoke()],
    see: (trace) => [payloads(trace), eventsOf(trace, "environment-created").length],
    expected: [["1", "1", "1", "2"], 3],
  },
  {
    section: "2.4",
    title: "Max Memory Used is cumulative for the environment's life, not per invocation.",
    says: fidelity("Max Memory Used is cumulative for the environment's life, not per invocation."),
    files:
      "export const handler = async (n) => { if (n === 1) { const kept = []; for (let i = 0; i < 200; i++) kept.push(new Array(10_000).fill(i)); } };",
    options: { MemorySize: 512, Timeout: 30 },
    stimuli: [invoke(0), invoke(1), invoke(2)],
    see: (trace) => {
      const [before = 0, during = 0, after = 0] = reports(trace).map(({ maxMemoryUsedMB }) => maxMemoryUsedMB);
      return [during > before, after >= during];
    },
    expected: [true, true],
  },
];
