/** Objects that are put into buckets, events that are put on buses. A part of the trace (events.ts). */
import type { Instant } from "../time/instant.ts";

/** An object was put into a bucket. */
export interface ObjectPut {
  readonly type: "object-put";
  readonly at: Instant;
  readonly bucket: string;
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

/** An event came onto a bus; or a schedule has come to one of its instants, which has no bus. */
export interface EventPut {
  readonly type: "event-put";
  readonly at: Instant;
  readonly bus?: string;
  readonly source: string;
  readonly detailType: string;
  /** Names of the rules that it matches. */
  readonly rules: readonly string[];
}
