/** Generated calls, as source text: the guest's library and the Node that runs the tests answer the same to every one of them. */
import fc from "fast-check";
import { expect } from "vitest";
import { guest, inNode } from "../library/guest.ts";

export interface Agreement {
  /** Stands before the calls, such as `const path = require("path");`. */
  readonly prelude?: string;
  /** An error without a code is one of the engine's: its words are V8's in a whole process only, and are not compared. */
  readonly engineErrors?: boolean;
  /** Calls of which it is known, and said where it is told here, that they differ. */
  readonly except?: (call: string) => boolean;
}

/** So many calls in one evaluation: a function of all would be long to compile. */
const AT_ONCE = 500;

export function agreeOnCalls(calls: readonly string[], { prelude = "", except = () => false, engineErrors = false }: Agreement = {}): void {
  const asked = calls.filter((call) => !except(call));
  const here = guest();
  const differing: { readonly call: string; readonly guest: unknown; readonly node: unknown }[] = [];
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const some = asked.slice(from, from + AT_ONCE);
    const body = programOf(some, prelude, engineErrors);
    // Both answer with one outcome for each call.
    const guestSays = here.run(body) as unknown[];
    const nodeSays = inNode(body) as unknown[];
    some.forEach((call, index) => {
      if (guestSays[index] !== nodeSays[index]) differing.push({ call, guest: guestSays[index], node: nodeSays[index] });
    });
  }
  expect(differing.slice(0, 10)).toEqual([]);
}

/** The same calls at each run. */
export const generated = (calls: fc.Arbitrary<string>, numRuns: number, seed = 20261122): string[] => fc.sample(calls, { numRuns, seed });

/** An object literal of those fields that are there. */
export function optionsOf(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<string> {
  return fc.record(fields, { requiredKeys: [] }).map((options) => JSON.stringify(options));
}

const programOf = (calls: readonly string[], prelude: string, engineErrors: boolean) => `${prelude}
  const show = (value) => typeof value === "string" ? value : typeof value === "number" || typeof value === "bigint" ? String(value) : JSON.stringify(value);
  return [${calls.map((call) => `() => ${call}`).join(",\n")}].map((call) => {
    try { return show(call()); } catch (error) { return ${engineErrors ? "error.code === undefined ? error.name : " : ""}error.name + " " + error.code + ": " + error.message; }
  });`;
