/** fidelity.md §2.3: what of an invocation is billed. The arithmetic itself is tested in tests/sandbox/lambda/billing.test.ts. */
import { invoke, reports } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const quick = "export const handler = async () => 'ok';";
const busy = "export const handler = async () => { await new Promise((r) => setTimeout(r, 1500)); };";
/** As REPORT shows them: with two decimals. */
const hundredths = (millis = 0) => Math.round(millis * 100) / 100;
const billed = (trace: Trace, index: number, withInit: boolean) => {
  const report = reports(trace)[index];
  const sum = hundredths(report?.duration) + (withInit ? hundredths(report?.initDuration) : 0);
  return report?.billedDuration === Math.ceil(Math.round(sum * 100) / 100);
};

export const billingCases: readonly FidelityCase[] = [
  {
    section: "2.3",
    title: "Billed Duration = ceil(Duration + Init Duration).",
    says: fidelity("`Billed Duration = ceil(Duration + Init Duration)`"),
    files: busy,
    see: (trace) => [billed(trace, 0, true), billed(trace, 0, false)],
    expected: [true, false],
  },
  {
    section: "2.3",
    title: "Without init it is ceil(Duration).",
    says: fidelity("No init → `ceil(Duration)`."),
    files: busy,
    stimuli: [invoke(), invoke()],
    see: (trace) => [reports(trace)[1]?.initDuration, billed(trace, 1, false)],
    expected: [undefined, true],
  },
  {
    section: "2.3",
    title: "Before 2025-08-01 INIT was free for zip and managed runtime.",
    says: fidelity("(before: free for zip + managed runtime)"),
    files: quick,
    options: { history: { initBilling: false } },
    see: (trace) => [billed(trace, 0, false), (reports(trace)[0]?.initDuration ?? 0) > 0],
    expected: [true, true],
  },
  {
    section: "2.3",
    title: "The minimum is 1 ms.",
    says: fidelity("Minimum 1 ms."),
    files: quick,
    stimuli: [invoke(), invoke()],
    see: (trace) => [(reports(trace)[1]?.billedDuration ?? 0) >= 1],
    expected: [true],
  },
  {
    section: "2.3",
    title: "A failed init is not in the invoke REPORT; the re-run is inside its Duration.",
    says: fidelity(
      'Failed init: first failed attempt is not in the invoke REPORT; the re-run ("suppressed init") is inside `Duration` of the invocation.',
    ),
    files:
      "if (!(await import('node:fs')).existsSync('/tmp/again')) { (await import('node:fs')).writeFileSync('/tmp/again', ''); throw new Error('first time'); }\nexport const handler = async () => 'second time';",
    see: (trace) => [reports(trace)[0]?.initDuration, (reports(trace)[0]?.duration ?? 0) > 100, reports(trace)[0]?.status],
    expected: [undefined, true, "success"],
  },
];
