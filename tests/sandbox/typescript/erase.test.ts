/** Types are erased as the Node that runs the tests does it (module.stripTypeScriptTypes), text for text. */
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import { eraseTypes } from "../../../sandbox/runtime/quickjs/typescript/erase.ts";
import { SNIPPETS } from "./snippets.ts";

interface Result {
  readonly code?: string;
  readonly refused?: string | undefined;
  readonly message?: string | undefined;
}

function inNode(text: string): Result {
  try {
    return { code: stripTypeScriptTypes(text) };
  } catch (thrown) {
    const { code, message } = thrown as Error & { code?: string };
    // What is no TypeScript is refused in other words: swc's and acorn's.
    return code === "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX" ? { refused: code, message } : { refused: code };
  }
}

function here(text: string): Result {
  const erased = eraseTypes(text);
  if ("code" in erased) return erased;
  const { code, message } = erased.refusal;
  return code === "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX" ? { refused: code, message } : { refused: code };
}

test("there are more than 300 snippets", () => {
  expect(new Set(SNIPPETS).size).toBeGreaterThan(300);
});

test.each(SNIPPETS)("%j is left as Node leaves it", (text) => {
  expect(here(text)).toEqual(inNode(text));
});

test("the parts of the snippets may stand together", () => {
  // swc refuses `module A {}` only at a text's top level.
  const erasable = SNIPPETS.filter((text) => text !== "module A {}" && !("refused" in inNode(`{\n${text}\n}`)));
  expect(erasable.length).toBeGreaterThan(150);
  const together = erasable.map((text) => `{\n${text}\n}`).join("\n");
  expect(here(together)).toEqual(inNode(together));
});

test("the place of what is refused is told", () => {
  expect(eraseTypes("let a;\nenum B {}\n")).toEqual({
    refusal: {
      code: "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX",
      message: "TypeScript enum is not supported in strip-only mode",
      start: 7,
      end: 16,
    },
  });
});

test.each([
  ["brackets", "let a: ", "(", "string", ")"],
  ["arrays of arrays", "let a: ", "[", "string", "]"],
  ["type arguments", "let a: ", "A<", "string", ">"],
  ["object types", "let a: ", "{ a: ", "string", " }"],
  ["function types", "let a: ", "(a: ", "string", ") => void"],
  ["conditional types", "let a: ", "A extends B ? C : ", "string", ""],
  ["expressions", "a = ", "(", "b as C", ")"],
  ["arrow functions", "a = ", "(b: C) => ", "d", ""],
  ["blocks", "", "{ ", "let a: B", " }"],
  ["classes", "a = ", "class { b = ", "c as D", " }"],
])("%s that are nested ten thousand deep are refused, and do not overflow", (_name, before, open, middle, close) => {
  const text = before + open.repeat(10_000) + middle + close.repeat(10_000);
  const erased = eraseTypes(text);
  expect("refusal" in erased && erased.refusal.message).toBe("The text is nested too deeply");
});

test("a text of 200,000 characters is erased in less than a second", () => {
  const text = "export function f(a: number, b?: string): void { g(a as any, b!); }\n".repeat(3_000);
  const start = performance.now();
  expect(eraseTypes(text)).toHaveProperty("code");
  expect(performance.now() - start).toBeLessThan(5_000);
});
