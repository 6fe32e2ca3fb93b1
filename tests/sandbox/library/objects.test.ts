import { expect, test } from "vitest";
import { guest } from "./guest.ts";

const inspected = (expression: string, prelude = "") =>
  guest().run(`const { inspect } = require("util"); ${prelude}; return inspect(${expression});`);

test("inspecting a Proxy runs none of its traps", () => {
  const prelude = "let traps = 0; const trap = () => { traps += 1; throw new Error(); }";
  const handler = "{ get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap }";
  expect(inspected(`[new Proxy({ a: 1 }, ${handler}), traps]`, prelude)).toBe("[ { a: 1 }, 0 ]");
});

test("inspecting an iterator of a Map or Set leaves it where it is", () => {
  const prelude = "const map = new Map([[1, 'a'], [2, 'b'], [3, 'c']]); const i = map.entries(); i.next(); inspect(i); inspect(i)";
  expect(inspected("i.next().value", prelude)).toBe("[ 2, 'b' ]");
});

test("an iterator's preview follows deletions and additions behind and before it", () => {
  const prelude = `const set = new Set([1, 2, 3, 4, 5]); const i = set.values();
    i.next(); i.next(); i.next(); set.delete(2); set.delete(3); set.delete(4); set.add(6)`;
  expect(inspected("[i]", prelude)).toBe("[ [Set Iterator] { 5, 6 } ]");
  expect(inspected("[[...i], i]", prelude)).toBe("[ [ 5, 6 ], [Set Iterator] {  } ]");
});

test("the engine's classes are told apart whatever prototypes and tags say", () => {
  const prelude = `const { types } = require("util");
    const disguised = (object) => Object.setPrototypeOf(object, { get [Symbol.toStringTag]() { return "Date"; } })`;
  expect(
    guest().run(`${prelude}; return [types.isMap(disguised(new Map())), types.isDate(disguised({})), types.isPromise(disguised(Promise.resolve())),
      types.isProxy(disguised([])), types.isRegExp(disguised(/x/)), types.isBoxedPrimitive(disguised(Object(1n)))]`),
  ).toEqual([true, false, true, false, true, true]);
});

test("bytes are read where a view begins and ends, also after the engine's memory has grown", () => {
  expect(
    guest().run(`const grown = new Uint8Array(40_000_000); const bytes = new Uint8Array([104, 101, 108, 108, 111]);
      return [Buffer.from(bytes.buffer, 1, 3).toString(), Buffer.from(bytes).toString("base64"), new TextDecoder().decode(bytes.subarray(4)), grown.length]`),
  ).toEqual(["ell", "aGVsbG8=", "o", 40_000_000]);
});

test("console.log survives a handler that replaces the built-ins", () => {
  const prelude = `
    for (const [Class, names] of [[Array, ["map", "filter", "join", "forEach"]], [String, ["slice", "split", "replace", "padStart"]], [Map, ["get", "has"]]])
      for (const name of names) Class.prototype[name] = () => { throw new Error("replaced"); };
    Object.keys = Object.getOwnPropertyNames = () => { throw new Error("replaced"); }`;
  const text = guest().run(
    `const { inspect } = require("util"); inspect({}); ${prelude}; return inspect({ a: [1, "x", new Date(0)], b: new Map([[1, { c: "d" }]]) });`,
  );
  expect(text).toBe("{\n  a: [ 1, 'x', 1970-01-01T00:00:00.000Z ],\n  b: Map(1) { 1 => { c: 'd' } }\n}");
});
