import type { Program } from "acorn";
import { expect, test } from "vitest";
import { moduleSyntax } from "../../../sandbox/runtime/quickjs/modules/module-syntax.ts";
import { TooDeep } from "../../../sandbox/runtime/quickjs/parser/bounded.ts";
import { parse as parseSound } from "../../../sandbox/runtime/quickjs/parser/sound.ts";
import { WholeParser } from "../../../sandbox/runtime/quickjs/parser/whole.ts";
import { syntaxFault } from "../../../sandbox/runtime/quickjs/v8/syntax-fault.ts";

const options = { ecmaVersion: "latest", sourceType: "module" } as const;

const PARSERS: Readonly<Record<string, (text: string) => Program>> = {
  acorn: (text) => WholeParser.parse(text, options),
  "the parser of sound texts": (text) => parseSound(text, options),
};

/** What the parser of sound texts reads over. */
const CHECKED: Readonly<Record<string, (levels: number) => string>> = {
  "regular expressions": (n) => `/${"(".repeat(n)}${")".repeat(n)}/`,
  "nested character classes": (n) => `/${"[".repeat(n)}a${"]".repeat(n)}/v`,
};

/** As deep as any text that the engine itself accepts. */
const DEEP: Readonly<Record<string, string>> = {
  parentheses: `${"(".repeat(100)}1${")".repeat(100)}`,
  functions: `${"(function(){".repeat(40)}${"})".repeat(40)}`,
  "else if": `${"if (0); else ".repeat(400)};`,
  operands: `1${" + 1".repeat(900)}`,
};

/** Ways of nesting that acorn follows by recursion, each a text of as many levels as asked for. */
const ENDLESS: Readonly<Record<string, (levels: number) => string>> = {
  operands: (n) => `1${"+1".repeat(n)}`,
  parentheses: (n) => `${"(".repeat(n)}1${")".repeat(n)}`,
  arguments: (n) => `${"f(".repeat(n)}${")".repeat(n)}`,
  "computed keys": (n) => `${"a[".repeat(n)}0${"]".repeat(n)}`,
  news: (n) => `${"new ".repeat(n)}A`,
  unary: (n) => `${"!".repeat(n)}1`,
  arrows: (n) => `${"()=>".repeat(n)}1`,
  functions: (n) => `${"(function(){".repeat(n)}${"})".repeat(n)}`,
  classes: (n) => `${"(class{x=".repeat(n)}1${"})".repeat(n)}`,
  loops: (n) => `${"for(;;)".repeat(n)};`,
  blocks: (n) => `${"{".repeat(n)}${"}".repeat(n)}`,
  patterns: (n) => `var ${"[".repeat(n)}a${"]".repeat(n)} = 1`,
  templates: (n) => `${"`$".concat("{").repeat(n)}1${"}`".repeat(n)}`,
};

for (const [who, parse] of Object.entries(PARSERS)) {
  for (const [what, text] of Object.entries(DEEP)) {
    test(`${who}: nested ${what} as deep as the engine takes them have a tree`, () => {
      expect(parse(text).body).toHaveLength(1);
    });
  }

  for (const [what, text] of Object.entries(ENDLESS)) {
    test(`${who}: endless ${what} are TooDeep, not the host's overflow`, () => {
      expect(() => parse(text(2000))).toThrow(TooDeep);
      expect(() => parse(text(100_000))).toThrow(TooDeep);
    });
  }

  test(`${who}: what has been closed is not counted: a long flat text has a tree`, () => {
    expect(parse("f((1), [2], {a: 3}, function () { return /(a)(b)/; });\n".repeat(5000)).body).toHaveLength(5000);
  });
}

for (const [what, text] of Object.entries(CHECKED)) {
  test(`endless ${what} are TooDeep where they are checked`, () => {
    expect(() => WholeParser.parse(text(2000), options)).toThrow(TooDeep);
    expect(() => WholeParser.parse(text(100_000), options)).toThrow(TooDeep);
  });
}

test("a text that is too deep has no syntax fault and no top-level await", () => {
  const text = `await 1${"+1".repeat(5000)}`;
  expect(syntaxFault(text, false)).toBeUndefined();
  expect(moduleSyntax.hasTopLevelAwait(text)).toBe(false);
});

test("await is found beside a long list and behind many operands, and not inside a function", () => {
  expect(moduleSyntax.hasTopLevelAwait(`[${"1,".repeat(200_000)}await 1]`)).toBe(true);
  expect(moduleSyntax.hasTopLevelAwait(`(await 1)${"+1".repeat(900)}`)).toBe(true);
  expect(moduleSyntax.hasTopLevelAwait("async () => await 1; async function f() { for await (const x of y); }")).toBe(false);
});
