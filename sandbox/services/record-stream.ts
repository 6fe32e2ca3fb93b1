/**
 * What Kinesis and DynamoDB Streams have in common: shards that keep records in the order in which they came, for a while, and
 * readers that are told when something has come.
 *
 *     shard   [ expired │ ▪ ▪ ▪ ▪ ▪ ▪ ▪ ▪ ]
 *                        ↑ oldest     ↑ next
 */
import type { Instant, Millis } from "../time/instant.ts";

export interface RecordStream {
  readonly arn: string;
  readonly kind: "kinesis" | "dynamodb" | "kafka" | "mq" | "documentdb";
  readonly shards: readonly Shard[];
  /** A batch's event, of its records' JSON texts. Absent: `{"Records":[…]}`. */
  readonly event?: (shard: string, records: readonly string[]) => string;
}

export interface StreamRecord {
  readonly sequenceNumber: string;
  /** When it arrived. */
  readonly at: Instant;
  /** Partition key, or the item's key: records of one key stay in order wherever they are processed at the same time. */
  readonly key: string;
  /** As the function's event shows it. */
  readonly record: object;
}

export class Shard {
  readonly id: string;
  readonly #retention: Millis;
  readonly #records: StreamRecord[] = [];
  readonly #readers: ((at: Instant) => void)[] = [];
  #oldest = 0;

  constructor(id: string, retention: Millis) {
    this.id = id;
    this.#retention = retention;
  }

  /** Where the next record will be. */
  get next(): number {
    return this.#records.length;
  }

  append(records: readonly StreamRecord[], at: Instant): void {
    for (const record of records) this.#records.push(record);
    for (const reader of this.#readers) reader(at);
  }

  /** Where the oldest record is that the stream still keeps. */
  oldest(at: Instant): number {
    while (this.#oldest < this.#records.length && this.isExpired(this.#at(this.#oldest), at)) this.#oldest += 1;
    return this.#oldest;
  }

  isExpired(record: StreamRecord, at: Instant): boolean {
    return at - record.at >= this.#retention;
  }

  /** The first one that came at or after an instant. */
  indexOfTime(from: Instant): number {
    let low = 0;
    let high = this.#records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(middle).at < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** From a place on. */
  read(from: number): readonly StreamRecord[] {
    return this.#records.slice(from);
  }

  /** Called whenever something has come. */
  onArrival(reader: (at: Instant) => void): void {
    this.#readers.push(reader);
  }

  #at(index: number): StreamRecord {
    const record = this.#records[index];
    if (record === undefined) throw new Error(`record-stream: ${this.id} has no record ${index}`);
    return record;
  }
}
