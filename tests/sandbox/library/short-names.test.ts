import { expect, test } from "vitest";
import { withShortNames } from "../../../sandbox/runtime/quickjs/library/build/short-names.ts";

function valueOf(expression: string): unknown {
  const make = Function as unknown as new (body: string) => () => unknown;
  return new make(`return ${expression}`)();
}

test("parameters and variables get short names", () => {
  expect(withShortNames("(function (parameter) { const variable = parameter; return variable; })", "x")).toBe(
    "(function(e){const t=e;return t})",
  );
});

test("names of functions and classes stay, also those that come from what they are assigned to", () => {
  const text = `((byDefault = () => {}, { within = class {} } = {}) => {
    function declared() {}
    class Declared { method() {} }
    const [first = class {}] = [];
    let later; later = () => {};
    let missing; missing ??= function () {};
    const constant = async () => {}, expression = function called() {};
    return [byDefault, within, declared, Declared, new Declared().method, first, later, missing, constant, expression];
  })().map(({ name }) => name)`;
  const short = withShortNames(text, "x");
  expect(short.length).toBeLessThan(text.replace(/\s+/g, " ").length);
  expect(valueOf(short)).toEqual(valueOf(text));
});

test("private names stay, which the engine's refusals show", () => {
  const text = "(class { #value = 1; #other() { return this.#value; } static has(one) { return #value in one; } })";
  expect(withShortNames(text, "x")).toBe("(class{#value=1;#other(){return this.#value}static has(e){return#value in e}})");
});
