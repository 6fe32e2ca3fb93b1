/** A batch of a stream's records, and the event that it becomes. */
import type { RecordStream, StreamRecord } from "../services/record-stream.ts";
import type { Instant } from "../time/instant.ts";
import { BATCH_BYTES } from "./quotas.ts";
import type { InvocationResult } from "./service.ts";

/** A record that a poller has read. */
export interface BatchItem {
  readonly from: StreamRecord;
  readonly readAt: Instant;
  /** Its JSON text in the event, and that text's bytes. */
  readonly text: string;
  readonly bytes: number;
}

export function batchItem(from: StreamRecord, readAt: Instant): BatchItem {
  const text = JSON.stringify(from.record);
  return { from, readAt, text, bytes: bytesOf(text) };
}

export interface Batch {
  readonly items: readonly BatchItem[];
  /** Attempts that have ended; throttles are none. */
  readonly attempts: number;
  /** Times it was sent, throttles included, since there was last progress. */
  readonly tries: number;
  /** Of the last attempt: what a destination is told. */
  readonly last?: LastAttempt;
  /** The end of a tumbling window: there are no records. */
  readonly ends?: "window" | "window early";
}

export interface LastAttempt {
  readonly requestId: string;
  readonly statusCode: number;
  readonly executedVersion?: string;
  readonly functionError: string | null;
  readonly traceHeader?: string;
}

/** How many of the records, from `start` on, a batch takes: at most so many, and 6 MB of event. `full`: no more will fit. */
export function batchLength(
  items: readonly BatchItem[],
  start: number,
  most: number,
  belongs: (item: BatchItem) => boolean,
): { readonly length: number; readonly full: boolean } {
  let bytes = ENVELOPE;
  let length = 0;
  for (let index = start; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    bytes += item.bytes + 1;
    // A record alone is sent however big it is.
    if (length === most || (length > 0 && bytes > BATCH_BYTES) || !belongs(item)) return { length, full: true };
    length += 1;
  }
  return { length, full: length === most };
}

const ENVELOPE = '{"Records":[]}'.length;

/** `{"Records":[…]}`; `more`: members after the records, as JSON text. */
export function eventText(items: readonly BatchItem[], more = ""): string {
  return `{"Records":[${items.map(({ text }) => text).join(",")}]${more}}`;
}

/** In the form of the stream. */
export function eventOf({ event }: RecordStream, shard: string, items: readonly BatchItem[]): string {
  return event === undefined
    ? eventText(items)
    : event(
        shard,
        items.map(({ text }) => text),
      );
}

export const sequenceNumbers = (items: readonly BatchItem[]) => items.map(({ from }) => from.sequenceNumber);

function bytesOf(text: string): number {
  const bytes = text.length;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return new TextEncoder().encode(text).length;
  return bytes;
}

/** How many at the beginning: records are in order of arrival. */
export function leading(items: readonly BatchItem[], are: (item: BatchItem) => boolean): number {
  const first = items.findIndex((item) => !are(item));
  return first === -1 ? items.length : first;
}

export function lastAttempt(result: InvocationResult): LastAttempt {
  const { requestId } = result;
  switch (result.how) {
    case "responded":
      return {
        requestId,
        statusCode: 200,
        executedVersion: result.ExecutedVersion,
        functionError: result.outcome.functionError ? "Unhandled" : null,
        traceHeader: result.traceHeader,
      };
    case "refused":
      return { requestId, statusCode: result.StatusCode, functionError: null };
    case "throttled":
      return { requestId, statusCode: 429, functionError: null };
  }
}
