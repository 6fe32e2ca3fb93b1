/** Errors in QuickJS against the same errors in Node: name, message, the stack's first line and every frame. */
import { expect, test } from "vitest";
import { runInGuest } from "./guest.ts";
import { outcomesInNode } from "./in-node.ts";
import { programsOf } from "./lists.ts";
import type { Outcome, Program } from "./program.ts";
import { HANDLERS } from "./programs/handlers.ts";
import { KNOWN_DIFFERENCES } from "./programs/known-differences.ts";
import { SYNTAX_ERRORS } from "./programs/syntax-errors.ts";

interface Difference {
  readonly program: string;
  readonly node: Outcome | null;
  readonly ours: Outcome | null;
}

function differences(programs: readonly Program[]): Difference[] {
  const theirs = outcomesInNode(programs);
  return programs.flatMap((program, index) => {
    const node = theirs[index] ?? null;
    const ours = runInGuest(program).outcome;
    return JSON.stringify(node) === JSON.stringify(ours) ? [] : [{ program: program.title, node, ours }];
  });
}

const LISTS = [
  ["what functions are called in stacks", "function-names"],
  ["where operations stand", "places"],
  ["what built-in functions refuse", "built-ins"],
  ["structures that JSON.stringify finds to be circular", "circular-structures"],
  ["regular expressions that are none", "regular-expressions"],
] as const;

for (const [what, list] of LISTS) {
  test(`errors are as in Node: ${what}`, { timeout: 300_000 }, () => {
    const programs = programsOf(list);
    const found = differences(programs);
    expect(found.filter(({ program }) => !(program in KNOWN_DIFFERENCES))).toEqual([]);
    const known = programs.map(({ title }) => title).filter((title) => title in KNOWN_DIFFERENCES);
    expect(found.map(({ program }) => program)).toEqual(known);
  });
}

test("errors are as in Node: handlers of several lines, functions and files", { timeout: 300_000 }, () => {
  expect(differences(HANDLERS)).toEqual([]);
});

test("files that cannot be read, and imports of what is not exported, are shown as Node shows them", { timeout: 300_000 }, () => {
  expect(differences(SYNTAX_ERRORS)).toEqual([]);
});

test("each known difference is of a program in the lists", () => {
  const titles = new Set(LISTS.flatMap(([, list]) => programsOf(list)).map(({ title }) => title));
  expect(Object.keys(KNOWN_DIFFERENCES).filter((program) => !titles.has(program))).toEqual([]);
});
