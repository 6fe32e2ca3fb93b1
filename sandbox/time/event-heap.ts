import type { Instant } from "./instant.ts";

/** What is due, earliest first; what is due at the same instant, in the order it was scheduled. A binary heap. */
export interface EventHeap {
  schedule(at: Instant, run: () => void): void;
  /** The instant of the earliest entry; undefined where nothing is due. */
  readonly nextAt: Instant | undefined;
  /** Takes the earliest entry out. */
  pop(): { readonly at: Instant; readonly run: () => void } | undefined;
}

interface Entry {
  readonly at: Instant;
  readonly order: number;
  readonly run: () => void;
}

const before = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order);

export function eventHeap(): EventHeap {
  const entries: Entry[] = [];
  let order = 0;
  return {
    schedule(at, run) {
      entries.push({ at, order, run });
      order += 1;
      siftUp(entries, entries.length - 1);
    },
    get nextAt() {
      return entries[0]?.at;
    },
    pop() {
      const first = entries[0];
      const last = entries.pop();
      if (first === undefined || last === undefined) return undefined;
      if (entries.length > 0) {
        entries[0] = last;
        siftDown(entries, 0);
      }
      return first;
    },
  };
}

function siftUp(entries: Entry[], start: number): void {
  let child = start;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!before(entries[child] as Entry, entries[parent] as Entry)) return;
    swap(entries, child, parent);
    child = parent;
  }
}

function siftDown(entries: Entry[], start: number): void {
  let parent = start;
  for (;;) {
    let least = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      if (child < entries.length && before(entries[child] as Entry, entries[least] as Entry)) least = child;
    }
    if (least === parent) return;
    swap(entries, parent, least);
    parent = least;
  }
}

function swap(entries: Entry[], a: number, b: number): void {
  const kept = entries[a] as Entry;
  entries[a] = entries[b] as Entry;
  entries[b] = kept;
}
