/** A figure that the simulator gives for a lab's starter code, so that prose never states one that the lab does not show. */
import { type InvocationRecord, invocationRecords, type Trace } from "../../sandbox/index.ts";

export const MEASURES = ["initDuration", "duration", "billedDuration", "maxMemoryUsed", "payload"] as const;
export type Measure = (typeof MEASURES)[number];

export const isMeasure = (value: string): value is Measure => MEASURES.some((measure) => measure === value);

/** `call` counts from 1. Undefined where there was no such call, or its report has no such figure. */
export function measuredIn(trace: Trace, call: number, measure: Measure): string | undefined {
  const record = invocationRecords(trace)[call - 1];
  return record === undefined ? undefined : TEXT[measure](record);
}

const TEXT: Readonly<Record<Measure, (record: InvocationRecord) => string | undefined>> = {
  initDuration: ({ initDurationMs }) => withUnit(initDurationMs?.toFixed(2), "ms"),
  duration: ({ durationMs }) => withUnit(durationMs?.toFixed(2), "ms"),
  billedDuration: ({ billedDurationMs }) => withUnit(billedDurationMs?.toLocaleString("ko-KR"), "ms"),
  maxMemoryUsed: ({ maxMemoryUsedMB }) => withUnit(maxMemoryUsedMB?.toLocaleString("ko-KR"), "MB"),
  payload: ({ payload }) => JSON.stringify(payload),
};

const withUnit = (value: string | undefined, unit: string) => (value === undefined ? undefined : `${value}${unit}`);
