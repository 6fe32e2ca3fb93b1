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

test("What happens in a pause cuts it in two, and each part says how long it is.", () => {
  expect(kinds(timeAxis([row([0, 300])], 0, 90_000, [60_300]))).toEqual(["busy 0–300", "quiet 300–60300", "quiet 60300–90000"]);
});

test("Marks that lie between two runs stand apart from each other and from the runs, in their order; what happens at one instant has one place.", () => {
  const marks = [30_000, 30_010, 60_000, 60_000];
  const axis = timeAxis([row([0, 300], [90_000, 90_300])], 0, 90_300, marks.toReversed());
  const places = [300, ...new Set(marks), 90_000].map((at) => axis.position(at) * axis.units);
  const distances = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  expect(Math.min(...distances)).toBeGreaterThan(2);
  expect(axis.position(30_000)).not.toBe(axis.position(30_010));
});

test("Several marks close together are a stretch of their own, drawn to scale.", () => {
  const axis = timeAxis([row([0, 300])], 0, 90_000, [60_000, 60_010, 60_040]);
  expect(kinds(axis)).toEqual(["busy 0–300", "quiet 300–60000", "busy 60000–60040", "quiet 60040–90000"]);
  const [first, second, third] = [60_000, 60_010, 60_040].map(axis.position);
  expect(((second ?? 0) - (first ?? 0)) / ((third ?? 0) - (first ?? 0))).toBeCloseTo(0.25);
});

test("A mark just after a run belongs to it, and marks at the ends of the time change nothing.", () => {
  expect(kinds(timeAxis([row([0, 300])], 0, 60_000, [0, 350, 60_000]))).toEqual(["busy 0–350", "quiet 350–60000"]);
});

test("A run in which much happens beside it is drawn wider, and its work still to scale.", () => {
  const marks = Array.from({ length: 20 }, (_, index) => 10 + index * 10);
  const [plain, full] = [timeAxis([row([0, 300])], 0, 300), timeAxis([row([0, 300])], 0, 300, marks)];
  expect(full.units).toBeGreaterThan(1.4 * plain.units);
  expect(full.position(150)).toBeCloseTo(0.5);
});

test("With hundreds of pauses only the long ones are cut, so that the labels of the cuts can be read.", () => {
  const calls = Array.from({ length: 300 }, (_, index): readonly [number, number] => [index * 1_000, index * 1_000 + 2]);
  const axis = timeAxis([row(...calls, [900_000, 900_300])], 0, 900_300);
  expect(kinds(axis)).toEqual(["busy 0–299002", "quiet 299002–900000", "busy 900000–900300"]);
});

test("An axis without work is cut at its marks alone, and one without anything is a pause.", () => {
  expect(kinds(timeAxis([], 0, 60_000, [20_000]))).toEqual(["quiet 0–20000", "quiet 20000–60000"]);
  expect(kinds(timeAxis([], 0, 60_000))).toEqual(["quiet 0–60000"]);
});
