import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inCycles } from "../../../sandbox/runtime/quickjs/engine/cycles.ts";
import { makeRoomForErrors } from "../../../sandbox/runtime/quickjs/engine/error-room.ts";
import { callGraph, readFunctions } from "../../../sandbox/runtime/quickjs/engine/functions.ts";
import { Engine, EngineLost, EVAL_GLOBAL } from "../../../sandbox/runtime/quickjs/engine/instance.ts";
import { STACK_BYTES } from "../../../sandbox/runtime/quickjs/engine/layout.ts";

const module = new WebAssembly.Module(readFileSync(new URL("../../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url)));

function newEngine(): Engine {
  const engine = new Engine(module, {
    maximumBytes: 64 << 20,
    now: () => 0,
    functions: [],
    loader: { normalize: (_importer, specifier) => specifier, load: () => "" },
  });
  engine.fuel = 100_000_000;
  return engine;
}

function evaluate(engine: Engine, code: string): string {
  const value = engine.eval(code, "test.js", EVAL_GLOBAL);
  const error = engine.exception(value);
  return error === undefined ? engine.string(value) : `threw ${engine.string(error)}`;
}

const OVERFLOW = "RangeError: Maximum call stack size exceeded";

describe("the engine's stack", () => {
  test("recursion without end is an error that the guest can catch, again and again", () => {
    const engine = newEngine();
    for (let round = 0; round < 3; round += 1) {
      expect(evaluate(engine, "(() => { const f = () => f(); try { f() } catch (e) { return String(e) } })()")).toBe(OVERFLOW);
    }
  });

  test("a function that has returned or thrown has given its stack back", () => {
    const engine = newEngine();
    evaluate(engine, "(function f(n) { if (n > 0) [1].map(() => f(n - 1)) })(50); try { (function g() { g() })() } catch {}");
    expect(engine.stackUsed).toBe(0);
  });

  test("each call of the guest costs more of the stack than QuickJS alone would take", () => {
    const engine = newEngine();
    const depth = Number(evaluate(engine, "let depth = 0; try { (function f() { depth++; f() })() } catch {} depth"));
    // QuickJS's own frames are 176 bytes each (measured on the unmetered engine); the host's are at least 390.
    expect(STACK_BYTES / depth).toBeGreaterThan(390 + 32);
  });

  test("an error at the stack's limit is described by prepareStackTrace, which calls functions of its own", () => {
    const engine = newEngine();
    const hook = "Error.prepareStackTrace = (e, sites) => [1].map(() => `${e.message} at ${sites[0].getFunctionName()}`).join()";
    expect(evaluate(engine, `${hook}; let stack; (function f() { try { f() } catch (e) { stack ??= e.stack; } })(); stack`)).toBe(
      "Maximum call stack size exceeded at f",
    );
  });

  test("a prepareStackTrace that itself recurses without end leaves the error without a stack and the engine alive", () => {
    const engine = newEngine();
    const code =
      "Error.prepareStackTrace = () => { (function g() { g() })() }; let error; try { (function f() { f() })() } catch (e) { error = e } [error, error.stack].join()";
    expect(evaluate(engine, code)).toBe(`${OVERFLOW},`);
    expect(evaluate(engine, "1 + 1")).toBe("2");
  });

  test("recursion that QuickJS does not check loses the engine for “stack”, not for the host", () => {
    const engine = newEngine();
    let lost: unknown;
    try {
      evaluate(engine, "let it = [1].values(); for (let i = 0; i < 100000; i++) it = it.map((x) => x); it.next()");
    } catch (thrown) {
      lost = thrown;
    }
    expect(lost).toBeInstanceOf(EngineLost);
    expect(engine.lost).toBe("stack");
    expect((lost as EngineLost).cause).toBeInstanceOf(WebAssembly.RuntimeError);
  });

  test("guest code that runs while a value is turned into a string is stopped by the fuel", () => {
    const engine = newEngine();
    const value = engine.eval("({ toString() { for (;;); } })", "test.js", EVAL_GLOBAL);
    expect(() => engine.string(value)).toThrow(new EngineLost("fuel"));
  });
});

describe("the reading of the engine's text", () => {
  test("functions that can reach themselves are in a cycle, their callers and callees are not", () => {
    const graph = new Map(
      Object.entries({ main: ["a"], a: ["b", "leaf"], b: ["a"], self: ["self"], leaf: [] }).map(([k, v]) => [k, new Set(v)]),
    );
    expect([...inCycles(graph)].sort()).toEqual(["a", "b", "self"]);
  });

  test("a call through the table may reach every entry of its type and no other", () => {
    const lines = [
      "(module",
      " (type $0 (func (param i32) (result i32)))",
      " (type $1 (func))",
      " (elem $0 (i32.const 1) $f $g)",
      " (func $f (param $0 i32) (result i32)",
      "  (local.get $0)",
      " )",
      " (func $g",
      "  (nop)",
      " )",
      " (func $caller (param $0 i32) (result i32)",
      "  (local $1 i32)",
      "  (call_indirect (type $0)",
      "   (local.get $0)",
      "   (local.get $1)",
      "  )",
      " )",
      ")",
    ];
    const functions = readFunctions(lines, "$stack");
    expect([...(callGraph(lines, functions, []).get("$caller") ?? [])]).toEqual(["$f"]);
    expect(functions.map(({ name, locals }) => [name, locals.length])).toEqual([
      ["$f", 0],
      ["$g", 0],
      ["$caller", 1],
    ]);
  });

  test("an engine in which build_backtrace cannot be found stops the build with a sentence", () => {
    expect(() => makeRoomForErrors(["(module", ")"], [])).toThrow(/has no “ {4}at %s” of the expected form; see sandbox\/README.md/);
  });
});
