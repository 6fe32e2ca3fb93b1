/** The parser of sound texts is acorn, wherever acorn has nothing to object to. */
import { readdirSync, readFileSync } from "node:fs";
import { type Options, parse as parseWithAcorn, tokenizer as tokenizerOfAcorn } from "acorn";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, tokenizer } from "../../../sandbox/runtime/quickjs/parser/sound.ts";

const MODULE = { ecmaVersion: "latest", sourceType: "module", allowHashBang: true } as const;
const SCRIPT = { ...MODULE, sourceType: "script", allowReturnOutsideFunction: true } as const;

const treeOf = (text: string, options: Options, read: (text: string, options: Options) => unknown): unknown => {
  try {
    return JSON.stringify(read(text, options), (_key, value) => (typeof value === "bigint" ? `${value}n` : value));
  } catch (error) {
    return error instanceof SyntaxError ? undefined : error;
  }
};

const FOLDERS = [
  "tests/published/handlers",
  "sandbox/runtime/quickjs/guest/dist",
  "node_modules/acorn/dist",
  "node_modules/fast-check/lib",
];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[cm]?js$/.test(file) && !/layer-|dictionary/.test(file))
    .map((file) => `${folder}/${file}`),
);

test("It makes acorn's tree of every program that is at hand.", () => {
  let compared = 0;
  for (const file of FILES) {
    const text = readFileSync(file, "utf8");
    for (const options of [MODULE, SCRIPT]) {
      const tree = treeOf(text, options, parseWithAcorn);
      if (tree === undefined) continue;
      expect(treeOf(text, options, parse) === tree, file).toBe(true);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(200);
});

const anyCharacter = fc.integer({ min: 0x20, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
const someCharacter = fc.oneof(fc.constantFrom(..."가힣漢字éßあ𠮷ªºµ·\u200c\u200d\u3000\u00a0\u2028\ufeff\u1680$_a0 \t"), anyCharacter);

test("Words end where acorn ends them, in every script and before every white space.", () => {
  fc.assert(
    fc.property(
      fc.array(someCharacter, { maxLength: 6 }),
      fc.constantFrom("var ", "a.", "class ", "/x/", "`${", ""),
      (characters, before) => {
        const text = `${before}${characters.join("")}`;
        for (const rest of ["", " = 1", "}`", " {}", ";b"]) {
          const tree = treeOf(text + rest, SCRIPT, parseWithAcorn);
          if (tree !== undefined) expect(treeOf(text + rest, SCRIPT, parse)).toBe(tree);
        }
      },
    ),
    { numRuns: 5000, seed: 20261123 },
  );
});

test("Every letter that acorn knows begins and continues a word.", () => {
  const names: string[] = [];
  for (let code = 0x80; code <= 0x10ffff; code += 1) {
    const sign = String.fromCodePoint(code);
    if (/^\p{ID_Start}$/u.test(sign)) names.push(`${sign}a`);
    else if (/^\p{ID_Continue}$/u.test(sign)) names.push(`a${sign}`);
  }
  expect(names.length).toBeGreaterThan(130_000);
  const text = names.join(" ");
  const words = (read: typeof tokenizer) => [...read(text, SCRIPT)].map(({ start, end }) => text.slice(start, end));
  const ofAcorn = words(tokenizerOfAcorn as typeof tokenizer);
  expect(words(tokenizer)).toEqual(ofAcorn);
  expect(ofAcorn).toEqual(names);
});

test("Regular expressions are read over as a whole, with their flags.", () => {
  for (const text of ["/[/]\\/(a)/gimsuy.test(b)", "a = b\n/c/v", "x = /(?<가>나)|[\\p{L}--a]/v;", "(/}/)"]) {
    expect(treeOf(text, SCRIPT, parse), text).toBe(treeOf(text, SCRIPT, parseWithAcorn));
  }
});
