/** Choices, drawn from the sandbox's own seeded randomness: a seed says which program it was. */
import { type Random, seededRandom } from "../../../sandbox/time/random.ts";

export interface Chance {
  /** A whole number from 0 to `below` − 1. */
  number(below: number): number;
  /** True so many times in a hundred. */
  percent(likely: number): boolean;
  oneOf<T>(items: readonly T[]): T;
  /** From `least` to `most` of what `make` makes. */
  several<T>(least: number, most: number, make: () => T): T[];
}

export function chance(seed: number): Chance {
  const random: Random = seededRandom(seed);
  const number = (below: number) => Math.floor(random.unit() * below);
  return {
    number,
    percent: (likely) => random.unit() * 100 < likely,
    oneOf(items) {
      const item = items[number(items.length)];
      if (item === undefined) throw new Error("fuzz: there is nothing to choose from");
      return item;
    },
    several: (least, most, make) => Array.from({ length: least + number(most - least + 1) }, make),
  };
}
