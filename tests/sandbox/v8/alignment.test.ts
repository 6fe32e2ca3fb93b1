/**
 * The engine's instructions against the operations that are found in a program's text: what errors say and where they stand
 * depends on the two being paired. Real code says more than examples: every function of some packages is compiled.
 */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Engine, EVAL_GLOBAL } from "../../../sandbox/runtime/quickjs/engine/instance.ts";
import { COMMONJS_WRAPPER } from "../../../sandbox/runtime/quickjs/modules/commonjs-wrapper.ts";
import { type FunctionCode, FunctionCodes } from "../../../sandbox/runtime/quickjs/v8/function-code.ts";
import { GuestMemory, type Pointer } from "../../../sandbox/runtime/quickjs/v8/guest-memory.ts";
import { routineOf } from "../../../sandbox/runtime/quickjs/v8/locate.ts";
import { operationsOf } from "../../../sandbox/runtime/quickjs/v8/operations.ts";
import { programOf } from "../../../sandbox/runtime/quickjs/v8/program.ts";

const dist = new URL("../../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url);
const wasm = new WebAssembly.Module(readFileSync(dist));
const root = fileURLToPath(new URL("../../../node_modules", import.meta.url));

const PACKAGES = [
  "acorn/dist/acorn.js",
  "events/events.js",
  "path-browserify/index.js",
  "preact/dist/preact.js",
  "esbuild/lib/main.js",
  "whatwg-url/lib/*.js",
  "yaml/dist/**/*.js",
  "zod/v4/core/*.cjs",
  "zod/v4/classic/*.cjs",
];

/** JSFunctionBytecode.cpool and cpool_count; JS_TAG_FUNCTION_BYTECODE. */
const CONSTANTS = { count: 52, values: 60, bytes: 8 } as const;
const FUNCTION_TAG = -2;

/** The function and all functions within it. */
function codesOf(guest: GuestMemory, outermost: Pointer): FunctionCode[] {
  const codes = new FunctionCodes(guest);
  const found: FunctionCode[] = [];
  const open = [outermost];
  for (let bytecode = open.pop(); bytecode !== undefined; bytecode = open.pop()) {
    found.push(codes.at(bytecode));
    const values = guest.u32(bytecode + CONSTANTS.values);
    for (let index = 0; index < guest.u32(bytecode + CONSTANTS.count); index += 1) {
      const value = guest.value(values + index * CONSTANTS.bytes);
      if (value.high === FUNCTION_TAG) open.push(value.low);
    }
  }
  return found;
}

/** Code that cannot be reached is not compiled, and a variable that is known to be set is read without a check. */
const UNEVEN = /^(name |assign |throw$)/;

function counted(items: readonly { readonly key: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { key } of items) if (!UNEVEN.test(key)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

test.for(PACKAGES)("every function of %s is found in its text, with the same operations", (pattern) => {
  const files = globSync(pattern, { cwd: root });
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const text = readFileSync(`${root}/${file}`, "utf8");
    const engine = new Engine(wasm, { maximumBytes: 2 ** 28, now: () => 0, functions: [], loader: { normalize: String, load: () => "" } });
    engine.fuel = 0x7fffffff;
    const made = engine.eval(COMMONJS_WRAPPER[0] + text + COMMONJS_WRAPPER[1], "/var/task/index.js", EVAL_GLOBAL);
    const guest = new GuestMemory(engine.memory, engine.identity(made));
    const program = programOf(text, true);
    if (program === undefined) throw new Error(`${file} cannot be parsed`);
    for (const code of codesOf(guest, guest.u32(guest.payload(engine.identity(made))))) {
      // Field initializers have no text of their own.
      if (code.text === "") continue;
      const where = `${file}:${code.line} ${code.name}`;
      const routine = routineOf(program, code);
      expect({ where, found: routine !== undefined }).toEqual({ where, found: true });
      if (routine === undefined) continue;
      const compiled = counted(code.instructions);
      expect({ where, ...counted(operationsOf(routine)) }).toMatchObject({ where, ...compiled });
    }
  }
});
