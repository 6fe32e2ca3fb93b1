/** How many batches of a queue are under way at a time, as the minutes go by. */
import { expect, test } from "vitest";
import { QueueScaling } from "../../../sandbox/lambda/queue-scaling.ts";

const grown = (scaling: QueueScaling, seconds: number, settings = {}) => {
  for (let second = 0; second < seconds; second += 1) scaling.grow(settings, false);
  return Math.floor(scaling.limit(settings, false));
};

test("A minute of backlog adds 300, and five minutes reach the most, 1,250.", () => {
  const scaling = new QueueScaling();
  expect(scaling.limit({}, false)).toBe(5);
  expect(grown(scaling, 60)).toBe(305);
  expect(grown(scaling, 240)).toBe(1250);
});

test("A queue that was empty for a minute begins with five again; after a shorter pause it goes on where it was.", () => {
  const scaling = new QueueScaling();
  grown(scaling, 60);
  scaling.rest(0);
  scaling.wake(59_999);
  expect(scaling.limit({}, false)).toBe(305);
  scaling.rest(60_000);
  scaling.rest(90_000);
  scaling.wake(120_000);
  expect(scaling.limit({}, false)).toBe(5);
});

test("While the function fails there are fewer batches, down to two, and no more are added until it succeeds.", () => {
  const scaling = new QueueScaling();
  for (const expected of [4, 3, 2, 2]) {
    scaling.backOff({}, false);
    expect(scaling.limit({}, false)).toBe(expected);
  }
  expect(grown(scaling, 60)).toBe(2);
  scaling.succeeded();
  expect(grown(scaling, 1)).toBe(7);
});

test("A lower MaximumConcurrency counts at once, also where more were under way.", () => {
  const scaling = new QueueScaling();
  grown(scaling, 60);
  expect(scaling.limit({ ScalingConfig: { MaximumConcurrency: 10 } }, false)).toBe(10);
});

test("Errors of a FIFO queue's function change nothing: its groups wait for themselves.", () => {
  const scaling = new QueueScaling();
  scaling.backOff({}, true);
  expect(scaling.limit({}, true)).toBe(1250);
});
