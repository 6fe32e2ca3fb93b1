/**
 * Handlers as they are published do in the simulator what they do in the real Node 24: results, errors and every line.
 * Which do not, is data of theirs (`lacks`), and counted.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { type Case, casesOf, groups, type Outcome } from "./case.ts";
import { comparable } from "./comparable.ts";
import { inNode } from "./real.ts";
import { simulated } from "./simulated.ts";

const all = groups().map((group) => ({ group, cases: casesOf(group) }));

describe.each(all)("$group", ({ cases }) => {
  let real: Readonly<Record<string, Outcome>> = {};
  beforeAll(async () => {
    real = await inNode(cases);
  });

  for (const one of cases) {
    const { name, title, differs, lacks } = one;
    if (lacks !== undefined) {
      test(`${name}: ${title} does not run as in Node yet, because ${lacks} (if it now does, take \`lacks\` out of its case.json)`, () => {
        expect(attempted(one)).not.toEqual(real[name]);
      });
    } else if (differs !== undefined) {
      test(`${name}: ${title} rightly differs from plain Node, because ${differs.because}`, () => {
        const outcome = attempted(one);
        expect(outcome).toMatchObject(differs.onLambda);
        expect(outcome).not.toEqual(real[name]);
      });
    } else {
      test(`${name}: ${title}`, () => {
        expect(comparable(simulated(one), one)).toEqual(real[name]);
      });
    }
  }
});

// What is missing, the tests above name.
test("97 of 100 published handlers run unmodified", () => {
  const cases = all.flatMap((group) => group.cases);
  expect(cases.length).toBeGreaterThanOrEqual(100);
  expect(cases.filter(({ lacks }) => lacks === undefined).length / cases.length).toBeGreaterThanOrEqual(0.97);
});

/** What a handler that the simulator refuses gives, is why. */
function attempted(one: Case): Outcome | Error {
  try {
    return comparable(simulated(one), one);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
