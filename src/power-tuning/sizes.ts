/** A lab's handler at every memory size: what is run, and what each size came to. */
import {
  BLANK_FORM,
  type Fraction,
  formUsage,
  invocationRecords,
  isMore,
  monthlyBill,
  runAverages,
  type Scenario,
  type Trace,
} from "../../sandbox/index.ts";
import type { LabDefinition } from "../lab/definition.ts";
import { emptySession, firstDraft, invoked, scenarioOf } from "../lab/session.ts";

/** MB: the steps of the console's examples, one vCPU (1,769), two (3,538) and the most there is. */
export const MEMORY_SIZES = [128, 256, 512, 1_024, 1_769, 2_048, 3_008, 3_538, 10_240] as const;

/** The first is cold and says nothing about the handler; the others are measured. */
const CALLS = 3;

/** For prices that can be read. */
const REQUESTS = 1_000_000;

export interface SizeResult {
  readonly memoryMB: number;
  /** Of the warm calls, on average; undefined where one of them failed. */
  readonly measured: { readonly durationMs: number; readonly cost: Fraction } | undefined;
}

export function scenarioAt(lab: LabDefinition, MemorySize: number): Scenario {
  const first = firstDraft(lab);
  const draft = { ...first, configuration: { ...first.configuration, MemorySize } };
  let session = emptySession(lab);
  for (let call = 0; call < CALLS; call += 1) session = invoked(session, draft);
  return scenarioOf(session);
}

/** `cost`: a million warm requests in Seoul on x86_64, without the free tier. */
export function resultOf(memoryMB: number, trace: Trace): SizeResult {
  const warm = invocationRecords(trace).slice(1);
  const averages = runAverages({ ...trace, events: withoutFirst(trace) })[0];
  if (
    averages === undefined ||
    warm.length === 0 ||
    warm.some(({ functionError, durationMs }) => functionError !== null || durationMs === null)
  )
    return { memoryMB, measured: undefined };
  const { durationMs } = averages.fields;
  const form = { ...BLANK_FORM, memoryMB, durationMs, requests: REQUESTS };
  return { memoryMB, measured: { durationMs, cost: monthlyBill(formUsage(form), { freeTier: false }).total } };
}

function withoutFirst({ events }: Trace): Trace["events"] {
  const first = events.findIndex(({ type }) => type === "invoke-ended");
  return events.filter((_, index) => index !== first);
}

/** The memory sizes with the least cost and the least time; of equals, the smaller size. */
export function bestOf(results: readonly SizeResult[]): { readonly cheapest: number | undefined; readonly fastest: number | undefined } {
  const measured = results.flatMap(({ memoryMB, measured }) => (measured === undefined ? [] : [{ memoryMB, ...measured }]));
  const cheapest = measured.reduce((best, next) => (best === undefined || isMore(best.cost, next.cost) ? next : best), measured[0]);
  const fastest = measured.reduce((best, next) => (best === undefined || next.durationMs < best.durationMs ? next : best), measured[0]);
  return { cheapest: cheapest?.memoryMB, fastest: fastest?.memoryMB };
}
