/** A batch of messages on its way to a function. */
import type { Queue } from "../services/queue.ts";
import type { Received } from "../services/queue-message.ts";
import type { Instant } from "../time/instant.ts";
import type { RecordFilter } from "./filter-criteria.ts";
import { BATCH_BYTES } from "./quotas.ts";

/** A message, and its record as JSON text. */
export interface QueuedRecord {
  readonly received: Received;
  readonly text: string;
  readonly bytes: number;
  readonly invisibleUntil: Instant;
}

export interface QueueBatch {
  readonly records: readonly QueuedRecord[];
  readonly ids: readonly string[];
}

export const payloadOf = ({ records }: QueueBatch): string => `{"Records":[${records.map(({ text }) => text).join(",")}]}`;

/** Those that the mapping's filters want. The others are deleted from the queue. */
export function wanted(
  queue: Queue,
  filter: RecordFilter,
  received: readonly Received[],
  at: Instant,
  invisibleUntil: Instant,
): QueuedRecord[] {
  const records: QueuedRecord[] = [];
  for (const one of received) {
    const record = queue.record(one);
    if (filter.passes(record)) {
      const text = JSON.stringify(record);
      records.push({ received: one, text, bytes: byteLength(text), invisibleUntil });
    } else queue.delete(at, one, "filtered");
  }
  return records;
}

/** As many batches as the 6 MB of an invocation's payload make of them. */
export function batches(records: readonly QueuedRecord[]): readonly QueueBatch[] {
  const all: QueuedRecord[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const record of records) {
    if (bytes + record.bytes + 1 > BATCH_BYTES) {
      all.push([]);
      bytes = '{"Records":[]}'.length;
    }
    bytes += record.bytes + 1;
    all.at(-1)?.push(record);
  }
  return all.map((one) => ({ records: one, ids: one.map(({ received }) => received.message.messageId) }));
}

function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // A surrogate pair is two units of four bytes together.
    if (unit >= 0x80) bytes += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
