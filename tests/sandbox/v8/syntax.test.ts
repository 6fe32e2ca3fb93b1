/** What is wrong with texts, against V8: the message, and for CommonJS files the place that Node underlines. */
import { expect, test } from "vitest";
import { syntaxFault } from "../../../sandbox/runtime/quickjs/v8/syntax-fault.ts";
import { type Fault, faultsInNode } from "./in-node.ts";
import { textsOf } from "./lists.ts";
import { KNOWN_SYNTAX_DIFFERENCES } from "./programs/known-differences.ts";
import { mutations } from "./programs/mutations.ts";

/** As V8's, without a place where it does not say one. */
function ours(text: string, commonJs: boolean, place: boolean): Fault | null {
  const fault = syntaxFault(text, commonJs);
  if (fault === undefined) return null;
  if (!place) return { message: fault.message, line: 0, column: 1, width: 0 };
  const lines = text.slice(0, fault.start).split("\n");
  return { message: fault.message, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, width: fault.end - fault.start };
}

function compared(texts: readonly string[]) {
  return faultsInNode(texts).flatMap(({ commonJs, module }, index) => {
    const text = texts[index] ?? "";
    return [
      { file: `CommonJS: ${text}`, v8: commonJs, ours: ours(text, true, commonJs === null || commonJs.width > 0) },
      { file: `ES module: ${text}`, v8: module, ours: ours(text, false, module === null || module.width > 0) },
    ];
  });
}

test("what is wrong with a text is said in V8's words, and shown where V8 shows it", () => {
  const different = compared(textsOf("syntax")).filter((each) => JSON.stringify(each.v8) !== JSON.stringify(each.ours));
  expect(different.filter(({ file }) => !(file in KNOWN_SYNTAX_DIFFERENCES))).toEqual([]);
  expect(different.map(({ file }) => file).sort()).toEqual(Object.keys(KNOWN_SYNTAX_DIFFERENCES).sort());
});

test("of programs with a mistake, those are refused that V8 refuses, and 97 of 100 in its words", { timeout: 120_000 }, () => {
  const all = compared(mutations(1_500));
  expect(all.filter(({ v8, ours }) => (v8 === null) !== (ours === null))).toEqual([]);
  const refused = all.filter(({ v8 }) => v8 !== null);
  const same = refused.filter(({ v8, ours }) => v8?.message === ours?.message);
  expect(refused.length).toBeGreaterThan(1_500);
  expect(same.length / refused.length).toBeGreaterThan(0.97);
});
