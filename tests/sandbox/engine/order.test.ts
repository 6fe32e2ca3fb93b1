/** The order of the engine's functions: engine/order.ts. */
import { expect, test } from "vitest";
import { byLikeness } from "../../../sandbox/runtime/quickjs/engine/order.ts";

const body = (kind: string) => Array.from({ length: 12 }, (_, at) => `  (${kind} (i32.const ${at}))`);
const fn = (name: string, kind: string) => [` (func $${name} (param $0 i32)`, ...body(kind), " )"];
const module = (...functions: readonly (readonly string[])[]) =>
  ["(module", ` (import "host" "print" (func $print (param i32)))`, ...functions.flat(), ")"].join("\n");

test("functions that look alike come after each other, and nothing else changes", () => {
  const scattered = module(fn("a", "call $print"), fn("b", "drop"), fn("c", "call $print"), fn("d", "drop"));
  expect(byLikeness(scattered)).toBe(module(fn("a", "call $print"), fn("c", "call $print"), fn("b", "drop"), fn("d", "drop")));
});

test("what stands between two functions and is none stops the build", () => {
  const strange = module(fn("a", "drop"), [" (data $0 (i32.const 0) )"], fn("b", "drop"));
  expect(() => byLikeness(strange)).toThrow(/between two functions stands/);
});
