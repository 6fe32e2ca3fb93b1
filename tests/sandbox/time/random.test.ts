import fc from "fast-check";
import { expect, test } from "vitest";
import { hexDigits, seededRandom, uuid } from "../../../sandbox/time/random.ts";

const RUNS = { seed: 20_261_122, numRuns: 100 };
const draws = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

test("the same seed gives the same numbers", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(draws(seed, 20)).toEqual(draws(seed, 20));
    }),
    RUNS,
  );
});

test("neighbouring seeds give different numbers", () => {
  fc.assert(
    fc.property(fc.integer({ max: 2 ** 31 - 2 }), (seed) => {
      expect(draws(seed, 4)).not.toEqual(draws(seed + 1, 4));
    }),
    RUNS,
  );
});

test("unit is from 0 to below 1, and between stays in its range", () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      (seed, low, width) => {
        const random = seededRandom(seed);
        for (let index = 0; index < 50; index += 1) {
          const unit = random.unit();
          expect(unit >= 0 && unit < 1).toBe(true);
          const between = random.between(low, low + width);
          expect(between >= low && between <= low + width).toBe(true);
        }
      },
    ),
    RUNS,
  );
});

test("next covers the 32 bits evenly: the mean of many is the middle", () => {
  const many = draws(1, 100_000);
  const mean = many.reduce((sum, value) => sum + value, 0) / many.length;
  expect(Math.abs(mean / 2 ** 32 - 0.5)).toBeLessThan(0.005);
  expect(Math.max(...many.slice(0, 10_000))).toBeGreaterThan(2 ** 32 * 0.999);
});

test("drawing from a fork never shifts the generator it was forked from", () => {
  const plain = seededRandom(7);
  const forking = seededRandom(7);
  const fork = forking.fork("other");
  for (let index = 0; index < 10; index += 1) fork.next();
  expect(Array.from({ length: 5 }, () => forking.next())).toEqual(Array.from({ length: 5 }, () => plain.next()));
});

test("a fork is the same for the same seed and name, however much was drawn before, and different for another name", () => {
  const early = seededRandom(7).fork("a").next();
  const late = seededRandom(7);
  late.next();
  expect(late.fork("a").next()).toBe(early);
  expect(late.fork("b").next()).not.toBe(early);
});

test("a uuid is of version 4 and lower case, and a thousand of them are unique", () => {
  const random = seededRandom(3);
  const ids = Array.from({ length: 1_000 }, () => uuid(random));
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(1_000);
});

test("hexDigits gives as many digits as asked for", () => {
  for (const count of [0, 1, 7, 8, 9, 32]) expect(hexDigits(seededRandom(1), count)).toMatch(new RegExp(`^[0-9a-f]{${count}}$`));
});
