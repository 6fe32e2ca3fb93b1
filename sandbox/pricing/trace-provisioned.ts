/** Provisioned concurrency of a run as the meters would read it: reserved for as long as it was configured, and what ran in it. */
import type { Instant } from "../time/instant.ts";
import type { EnvironmentCreated, InvokeEnded, Trace } from "../trace/events.ts";
import { quantityText } from "./amount-text.ts";
import { exactly, type Fraction, product, quotient, sum } from "./fraction.ts";
import { MB_PER_GB, MS_PER_SECOND, type Reading } from "./metered-usage.ts";

/** Ids of the environments whose durations have the price of provisioned concurrency. */
export function provisionedEnvironments(trace: Trace): ReadonlySet<string> {
  return new Set(provisioned(trace).map(({ environment }) => environment));
}

const provisioned = ({ events }: Trace): readonly EnvironmentCreated[] =>
  events.filter((event) => event.type === "environment-created").filter(({ initializationType }) => initializationType !== undefined);

/** Nothing where the run had no provisioned concurrency. `reports`: of invocations that ran in it. */
export function provisionedReadings(trace: Trace, reports: readonly InvokeEnded[]): readonly Reading[] {
  const spans = configuredSpans(trace);
  if (spans.length === 0) return [];
  const quantities = spans.map(({ environments, memoryMB, from, to }) =>
    product(quotient(memoryMB, MB_PER_GB), environments, fiveMinutes(from, to), 300),
  );
  const steps = spans.map(
    ({ environments, memoryMB, from, to }, index) =>
      `환경 ${environments}개 × ${quantityText(quotient(memoryMB, MB_PER_GB))}GB × ${fiveMinutes(from, to) * 5}분(5분 단위로 올림) × 60초 = ${quantityText(quantities[index] ?? exactly(0))}GB-초`,
  );
  const executed: readonly Fraction[] = reports.map(({ duration, memorySizeMB }) =>
    quotient(product(Math.ceil(duration), memorySizeMB), MB_PER_GB * MS_PER_SECOND),
  );
  return [
    { item: "provisioned-reservation", quantity: sum(...quantities), steps },
    { item: "provisioned-duration", quantity: sum(...executed), steps: ["미리 만든 환경은 호출할 때 초기화하지 않음"] },
  ];
}

/** "from the time that you enable it on your function until it is disabled, rounded up to the nearest five minutes": Lambda pricing page, 2026-11-22. */
const fiveMinutes = (from: Instant, to: Instant) => Math.ceil((to - from) / 300_000);

interface Span {
  readonly environments: number;
  readonly memoryMB: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** Each configuration from when it was asked for until it was changed, deleted, or the run's end. */
function configuredSpans(trace: Trace): readonly Span[] {
  const memory = new Map(provisioned(trace).map(({ FunctionName, MemorySize }) => [FunctionName, MemorySize]));
  const open = new Map<string, { readonly environments: number; readonly from: Instant; readonly FunctionName: string }>();
  const spans: Span[] = [];
  const close = (key: string, to: Instant) => {
    const span = open.get(key);
    open.delete(key);
    if (span === undefined || to <= span.from) return;
    spans.push({ environments: span.environments, memoryMB: memory.get(span.FunctionName) ?? 0, from: span.from, to });
  };
  for (const event of trace.events) {
    if (event.type !== "provisioned-concurrency-changed") continue;
    const { FunctionName, Requested, Status, at } = event;
    const key = `${FunctionName}:${event.Qualifier}`;
    if (Status === "DELETED" || Status === "FAILED") close(key, at);
    else if (open.get(key)?.environments !== Requested) {
      close(key, at);
      open.set(key, { environments: Requested, from: at, FunctionName });
    }
  }
  for (const key of [...open.keys()]) close(key, trace.endsAt);
  return spans;
}
