/** What a lane has read and not yet sent. */
import { type BatchItem, batchLength } from "./stream-batch.ts";

export class StreamBuffer {
  readonly #items: BatchItem[] = [];
  /** What is before has been taken: taking from the front of a long array each time would cost its length each time. */
  #start = 0;

  get first(): BatchItem | undefined {
    return this.#items[this.#start];
  }

  add(item: BatchItem): void {
    this.#items.push(item);
  }

  /** How many a batch of at most so many can have now; `full`: no more will fit. */
  ready(most: number, belongs: (item: BatchItem) => boolean): { readonly length: number; readonly full: boolean } {
    return batchLength(this.#items, this.#start, most, belongs);
  }

  take(length: number): readonly BatchItem[] {
    const taken = this.#items.slice(this.#start, this.#start + length);
    this.#start += length;
    if (this.#start === this.#items.length || this.#start > 10_000) {
      this.#items.splice(0, this.#start);
      this.#start = 0;
    }
    return taken;
  }
}
