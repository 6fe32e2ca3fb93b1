/** A binary heap: gives out the least of what was put in, by the order that it is handed. */
export interface Heap<T> {
  readonly size: number;
  /** The least; undefined where there is none. */
  readonly first: T | undefined;
  push(item: T): void;
  /** Takes the least out. */
  pop(): T | undefined;
}

export function heap<T>(before: (a: T, b: T) => boolean, items: T[] = []): Heap<T> {
  const swap = (a: number, b: number) => {
    const kept = items[a] as T;
    items[a] = items[b] as T;
    items[b] = kept;
  };
  const siftUp = (start: number) => {
    for (let child = start; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!before(items[child] as T, items[parent] as T)) return;
      swap(child, parent);
      child = parent;
    }
  };
  const siftDown = (start: number) => {
    for (let parent = start; ; ) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < items.length && before(items[child] as T, items[least] as T)) least = child;
      }
      if (least === parent) return;
      swap(parent, least);
      parent = least;
    }
  };
  for (let index = (items.length >> 1) - 1; index >= 0; index -= 1) siftDown(index);
  return {
    get size() {
      return items.length;
    },
    get first() {
      return items[0];
    },
    push(item) {
      items.push(item);
      siftUp(items.length - 1);
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (items.length > 0) {
        items[0] = last as T;
        siftDown(0);
      }
      return first;
    },
  };
}
