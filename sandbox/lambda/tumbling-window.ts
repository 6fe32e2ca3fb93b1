/**
 * Tumbling windows: batches of one stretch of time share a state, which each answer hands to the next invocation (Lambda guide,
 * "Implementing stateful Kinesis Data Streams processing in Lambda").
 *
 *     ├── window ──────────────┤├── window ──
 *     state {} → batch → state → batch → state → the final invocation, without records → state {}
 */
import type { Instant } from "../time/instant.ts";
import { TUMBLING_WINDOW_STATE_BYTES } from "./quotas.ts";
import { wholeSecond } from "./stream-source.ts";

export interface TumblingWindow {
  readonly start: Instant;
  readonly end: Instant;
  /** JSON text. */
  readonly state: string;
}

/** The window of a record that arrived at an instant. [INF] Windows are counted from 1970, as the hours and minutes of AWS's example. */
export function windowAt(at: Instant, seconds: number): TumblingWindow {
  const length = seconds * 1_000;
  const start = Math.floor(at / length) * length;
  return { start, end: start + length, state: "{}" };
}

export interface WindowPlace {
  readonly shardId: string;
  readonly eventSourceARN: string;
}

/** What an event of the window has after its Records, as JSON text. */
export function windowMembers(
  window: TumblingWindow,
  { shardId, eventSourceARN }: WindowPlace,
  ends: "window" | "window early" | undefined,
): string {
  const interval = { start: wholeSecond(window.start), end: wholeSecond(window.end) };
  const flags = { isFinalInvokeForWindow: ends === "window", isWindowTerminatedEarly: ends === "window early" };
  const after = JSON.stringify({ shardId, eventSourceARN, ...flags }).slice(1, -1);
  return `,"window":${JSON.stringify(interval)},"state":${window.state},${after}`;
}

/** The state in an answer, as JSON text; undefined where there is none: the invocation counts as failed. */
export function stateIn(payload: string): string | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(payload);
  } catch {
    // A streamed answer may be any text.
    return undefined;
  }
  if (typeof answer !== "object" || answer === null || !("state" in answer)) return undefined;
  return typeof answer.state === "object" && answer.state !== null ? JSON.stringify(answer.state) : undefined;
}

/** Too big for a window to go on with. */
export const isTooBig = (state: string) => new TextEncoder().encode(state).length > TUMBLING_WINDOW_STATE_BYTES;
