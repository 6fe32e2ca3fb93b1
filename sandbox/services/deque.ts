/** First in, first out, without moving what is left. */
export class Deque<T> {
  #items: T[] = [];
  #head = 0;

  get size(): number {
    return this.#items.length - this.#head;
  }

  get first(): T | undefined {
    return this.#items[this.#head];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const first = this.#items[this.#head];
    if (this.size === 0) return undefined;
    this.#head += 1;
    // Half of the array is behind: time to forget it. Each item is copied once at most for each that was taken.
    if (this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return first;
  }

  /** Before the first that `isLater`; behind all where none is. What is behind all takes no search. */
  insert(item: T, isLater: (other: T) => boolean): void {
    const last = this.#items[this.#items.length - 1];
    if (this.size === 0 || last === undefined || !isLater(last)) return this.push(item);
    const found = this.#items.findIndex((other, index) => index >= this.#head && isLater(other));
    this.#items.splice(found, 0, item);
  }
}
