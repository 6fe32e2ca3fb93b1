import fc from "fast-check";
import { expect, test } from "vitest";
import { eventHeap } from "../../../sandbox/time/event-heap.ts";

const SEED = { seed: 20_261_122, numRuns: 200 };

test("what is due earliest comes first, and what is due at the same instant in the order it was scheduled", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), (instants) => {
      const heap = eventHeap();
      const ran: number[] = [];
      instants.forEach((at, order) => {
        heap.schedule(at, () => ran.push(order));
      });
      for (let next = heap.pop(); next !== undefined; next = heap.pop()) next.run();
      const inOrder = instants.map((at, order) => ({ at, order })).sort((a, b) => a.at - b.at || a.order - b.order);
      expect(ran).toEqual(inOrder.map(({ order }) => order));
    }),
    SEED,
  );
});

test("entries that are scheduled while others are taken out keep their place in time", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 40 }),
      (entries) => {
        const heap = eventHeap();
        const seen: number[] = [];
        for (const [at, later] of entries) {
          heap.schedule(at, () => {
            seen.push(at);
            heap.schedule(at + later, () => seen.push(at + later));
          });
        }
        for (let next = heap.pop(); next !== undefined; next = heap.pop()) next.run();
        expect(seen).toHaveLength(entries.length * 2);
        expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      },
    ),
    SEED,
  );
});

test("an empty heap has nothing due and nothing to take", () => {
  const heap = eventHeap();
  expect(heap.nextAt).toBeUndefined();
  expect(heap.pop()).toBeUndefined();
});

test("nextAt is the instant of the entry that pop takes", () => {
  const heap = eventHeap();
  for (const at of [5, 3, 9]) heap.schedule(at, () => undefined);
  expect([heap.nextAt, heap.pop()?.at, heap.nextAt]).toEqual([3, 3, 5]);
});
