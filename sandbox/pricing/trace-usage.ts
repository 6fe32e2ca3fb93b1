/** What was really simulated as the meters would read it: a fold over the trace, with the arithmetic in Korean. */
import { billedDuration } from "../lambda/billing.ts";
import type { InvokeEnded, Trace } from "../trace/events.ts";
import { usageByFunction } from "../trace/usage.ts";
import { quantityText } from "./amount-text.ts";
import { exactly, type Fraction, product, quotient, sum } from "./fraction.ts";
import { FREE_STREAMED_MB } from "./free-tier.ts";
import { MB_PER_GB, type MeteredUsage, MS_PER_SECOND, type Reading } from "./metered-usage.ts";
import type { Architecture, Region } from "./price-list.ts";
import { provisionedEnvironments, provisionedReadings } from "./trace-provisioned.ts";

export interface TraceUsageOptions {
  readonly region: Region;
  readonly architecture: Architecture;
  /** As in UsageForm: false asks what the run would have cost before 2025-08-01. */
  readonly initBilled: boolean;
}

/** All functions of the run together, as the free tier and the tiers are the account's. */
export function traceUsage(trace: Trace, { region, architecture, initBilled }: TraceUsageOptions): MeteredUsage {
  // Every attempt at an event is a request: the Lambda pricing page counts "each time it starts executing".
  const all = trace.events.filter((event) => event.type === "invoke-ended");
  const provisioned = provisionedEnvironments(trace);
  const reports = all.filter(({ environment }) => !provisioned.has(environment));
  const readings = provisionedReadings(
    trace,
    all.filter(({ environment }) => provisioned.has(environment)),
  );
  const sums = billedByMemory(reports, initBilled);
  const withoutInit = billedByMemory(reports, false);
  return {
    region,
    architecture,
    readings: [
      { item: "request", quantity: exactly(all.length), steps: [] },
      // Where all ran in provisioned environments, nothing is on demand.
      ...(readings.length > 0 && reports.length === 0
        ? []
        : [{ item: "duration" as const, quantity: gigabyteSeconds(sums), steps: durationSteps(reports, sums, initBilled) }]),
      ...readings,
      ...streaming(trace),
      ...logIngestion(trace),
    ],
    hasProvisionedConcurrency: readings.length > 0,
    initGigabyteSeconds: sum(...initBy(sums, withoutInit)),
  };
}

interface BilledTime {
  readonly memoryMB: number;
  readonly ms: number;
}

/** Billed milliseconds for each memory size, in the order in which the sizes were first used. */
function billedByMemory(reports: readonly InvokeEnded[], initBilled: boolean): readonly BilledTime[] {
  const sums = new Map<number, number>();
  for (const { memorySizeMB, duration, initDuration } of reports) {
    sums.set(memorySizeMB, (sums.get(memorySizeMB) ?? 0) + billedDuration(duration, initDuration, initBilled));
  }
  return [...sums].map(([memoryMB, ms]) => ({ memoryMB, ms }));
}

const inGigabyteSeconds = ({ memoryMB, ms }: BilledTime) => quotient(product(memoryMB, ms), MB_PER_GB * MS_PER_SECOND);

const gigabyteSeconds = (times: readonly BilledTime[]): Fraction => sum(...times.map(inGigabyteSeconds));

/** Of each memory size, what Init added. */
function initBy(billed: readonly BilledTime[], withoutInit: readonly BilledTime[]): readonly Fraction[] {
  return billed.map(({ memoryMB, ms }, index) => inGigabyteSeconds({ memoryMB, ms: ms - (withoutInit[index]?.ms ?? ms) }));
}

function durationSteps(reports: readonly InvokeEnded[], times: readonly BilledTime[], initBilled: boolean): readonly string[] {
  const isBefore = !initBilled && reports.some(({ initDuration }) => initDuration !== undefined);
  const products = times.map((time) => {
    const memory = quantityText(quotient(time.memoryMB, MB_PER_GB));
    return `청구 시간의 합 ${quantityText(exactly(time.ms))}ms × ${memory}GB = ${quantityText(inGigabyteSeconds(time))}GB-초`;
  });
  const parts = times.map((time) => `${quantityText(inGigabyteSeconds(time))}GB-초`);
  const all = times.length > 1 ? [`${parts.join(" + ")} = ${quantityText(gigabyteSeconds(times))}GB-초`] : [];
  return [...(isBefore ? ["초기화 시간은 청구하지 않던 때의 계산"] : []), ...products, ...all];
}

const BYTES_PER_MB = 1_048_576;

/** Each response streams its first 6 MB for nothing. */
function streaming(trace: Trace): readonly Reading[] {
  const beyond = trace.events.flatMap((event) =>
    event.type === "invocation-responded" ? [Math.max(0, (event.streamedBytes ?? 0) - FREE_STREAMED_MB * BYTES_PER_MB)] : [],
  );
  const bytes = beyond.reduce((total, more) => total + more, 0);
  const quantity = quotient(bytes, BYTES_PER_GB);
  const step = `응답마다 무료 ${FREE_STREAMED_MB}MB를 뺀 ${quantityText(exactly(bytes))}바이트 ÷ 1,024 ÷ 1,024 ÷ 1,024 = ${quantityText(quantity)}GB`;
  return bytes === 0 ? [] : [{ item: "streaming", quantity, steps: [step] }];
}

/** CloudWatch Logs counts a GB as 1,024 × 1,024 × 1,024 bytes; that it does is our reading of “GB” in AWS's other prices. */
const BYTES_PER_GB = 1_073_741_824;

function logIngestion(trace: Trace): readonly Reading[] {
  const bytes = usageByFunction(trace).reduce((total, { logBytes }) => total + logBytes, 0);
  const quantity = quotient(bytes, BYTES_PER_GB);
  const step = `${quantityText(exactly(bytes))}바이트 ÷ 1,024 ÷ 1,024 ÷ 1,024 = ${quantityText(quantity)}GB`;
  return bytes === 0 ? [] : [{ item: "log-ingestion", quantity, steps: [step] }];
}
