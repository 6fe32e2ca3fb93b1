/** “From a run”: the calculator's form with what a run has measured, for a million requests a month. */
import { BLANK_FORM, RANGES, type RunAverages, runAverages, type Trace, type UsageForm } from "../../sandbox/index.ts";

/** A run has a handful of requests; a month of them would cost nothing that can be read. */
const REQUESTS = 1_000_000;

const BYTES_PER_GB = 1_073_741_824;

/** Of the first function that was invoked; undefined where none was. */
export function formOfRun(trace: Trace): UsageForm | undefined {
  const [averages] = runAverages(trace);
  return averages && formOfAverages(averages);
}

function formOfAverages({ fields, logBytesPerRequest }: RunAverages): UsageForm {
  const logGB = Number(((logBytesPerRequest * REQUESTS) / BYTES_PER_GB).toFixed(RANGES.logGB.decimals));
  return { ...BLANK_FORM, ...fields, requests: REQUESTS, initMs: Math.min(fields.initMs, RANGES.initMs.most), logGB };
}
