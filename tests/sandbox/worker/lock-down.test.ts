import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";

const bundle = build({
  entryPoints: ["sandbox/worker/lock-down.ts"],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "lockDownModule",
});

/** Runs `program` in a fresh global scope of its own, after it has locked down `scope`. */
async function afterLockDown(program: string, scope = "globalThis"): Promise<unknown> {
  const [file] = (await bundle).outputFiles;
  return runInNewContext(`${file?.text}\nconst scope = ${scope};\nlockDownModule.lockDown(scope);\n${program}`);
}

test.each([
  ["eval", "globalThis.eval"],
  ["Function", "globalThis.Function"],
  ["a function's constructor", "(() => 1).constructor"],
  ["an async function's constructor", "(async () => 1).constructor"],
  ["a generator's constructor", "(function* () {}).constructor"],
  ["an async generator's constructor", "(async function* () {}).constructor"],
  ["a built-in's constructor", "Array.prototype.map.constructor"],
])("After lockDown, there is no %s to evaluate text with.", async (_, expression) => {
  expect(await afterLockDown(`typeof (${expression})`)).toBe("undefined");
});

test("lockDown takes away what stands on the scope and what it inherits.", async () => {
  const scope = "Object.assign(Object.create({ fetch: () => 1 }), { WebSocket: class {} })";
  expect(await afterLockDown("[typeof scope.fetch, typeof scope.WebSocket].join()", scope)).toBe("undefined,undefined");
});

test("lockDown refuses to go on where something cannot be taken away.", async () => {
  const scope = 'Object.defineProperty({}, "fetch", { value: () => 1, configurable: false, writable: false })';
  await expect(afterLockDown("1", scope)).rejects.toThrow();
});

test("WebAssembly, which the engine needs, is still there.", async () => {
  expect(await afterLockDown("typeof WebAssembly")).toBe("object");
});
