/**
 * Exponentially distributed numbers of mean 1 without a logarithm, whose last digit differs between engines: John von Neumann's
 * comparison method ("Various techniques used in connection with random digits", 1951). A run of falling uniform numbers that
 * begins with u is of odd length with probability e^−u.
 */
import type { Random } from "./random.ts";

export function exponential(random: Random): number {
  for (let whole = 0; ; whole += 1) {
    const first = random.unit();
    if (fallingRun(first, random) % 2 === 1) return whole + first;
  }
}

function fallingRun(first: number, random: Random): number {
  let length = 1;
  for (let [last, next] = [first, random.unit()]; next < last; [last, next] = [next, random.unit()]) length += 1;
  return length;
}
