import { expect, test } from "vitest";
import type { EnvironmentRow, Segment } from "../../sandbox/index.ts";
import { timeAxis } from "../../src/lab/time-axis.ts";

/** An environment that works in these intervals and is idle between them. */
function row(...busy: (readonly [from: number, to: number])[]): EnvironmentRow {
  const segments = busy.map(
    ([from, to]): Segment => ({ kind: "invoke", requestId: `${from}`, coldStart: false, status: "success", from, to }),
  );
  return { environment: "1", FunctionName: "f", Version: "$LATEST", MemorySize: 128, createdAt: 0, segments, resets: [] };
}

const kinds = (axis: ReturnType<typeof timeAxis>) => axis.stretches.map(({ kind, from, to }) => `${kind} ${from}–${to}`);

test("Work and the pauses between it take turns, and what passes after the last work is a pause.", () => {
  expect(kinds(timeAxis([row([0, 300], [1_300, 1_302])], 0, 601_302))).toEqual([
    "busy 0–300",
    "quiet 300–1300",
    "busy 1300–1302",
    "quiet 1302–601302",
  ]);
});

test("Pauses that nobody would see belong to the work beside them.", () => {
  expect(kinds(timeAxis([row([3, 300], [310, 320])], 0, 325))).toEqual(["busy 0–325"]);
});

test("While any environment works, the time is busy.", () => {
  expect(kinds(timeAxis([row([0, 100]), row([50, 400])], 0, 400))).toEqual(["busy 0–400"]);
});

test("Every instant has a place, later ones further to the right, and the ends lie at the ends.", () => {
  const axis = timeAxis([row([0, 300], [1_300, 1_302], [90_000, 90_300])], 0, 700_000);
  const instants = [0, 150, 300, 800, 1_300, 1_301, 1_302, 50_000, 90_000, 90_150, 90_300, 700_000];
  const places = instants.map(axis.position);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
  expect(new Set(places).size).toBe(places.length);
  expect(places[0]).toBe(0);
  expect(places.at(-1)).toBeCloseTo(1);
});

test("A pause of ten minutes is drawn as narrow as one of a second, and two milliseconds of work wide enough to see.", () => {
  const { stretches } = timeAxis([row([0, 300], [1_300, 1_302])], 0, 601_302);
  expect(stretches[3]?.width).toBeCloseTo(stretches[1]?.width ?? 0);
  expect(stretches[2]?.width).toBeGreaterThan(0.05);
});
