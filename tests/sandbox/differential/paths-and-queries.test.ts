import fc from "fast-check";
import { test } from "vitest";
import { agreeOnCalls, generated } from "./generated.ts";

const text = (value: unknown) => JSON.stringify(value);
const segment = fc.constantFrom(
  "",
  ".",
  "..",
  "a",
  "b.txt",
  "한글",
  "/",
  "//",
  "c:",
  "C:\\",
  "\\",
  "x y",
  ".env",
  "a.b.c",
  "~",
  "...",
  "a.",
);
const path = fc
  .array(segment, { maxLength: 6 })
  .chain((parts) => fc.constantFrom("/", "", "\\", "//").map((between) => parts.join(between)));

test("2,000 calls to node:path are answered as Node answers them", () => {
  const flavour = fc.constantFrom("path", "path.posix", "path.win32");
  const one = fc
    .tuple(flavour, fc.constantFrom("basename", "dirname", "extname", "isAbsolute", "normalize", "parse", "toNamespacedPath"), path)
    .map(([on, name, a]) => `${on}.${name}(${text(a)})`);
  const two = fc
    .tuple(flavour, fc.constantFrom("relative", "basename", "matchesGlob"), path, path)
    .map(([on, name, a, b]) => `${on}.${name}(${text(a)}, ${text(b)})`);
  const many = fc
    .tuple(flavour, fc.constantFrom("join", "resolve"), fc.array(path, { maxLength: 4 }))
    .map(([on, name, list]) => `${on}.${name}(${list.map(text).join(", ")})`);
  const format = fc
    .tuple(flavour, fc.record({ dir: path, root: path, base: path, name: path, ext: fc.constantFrom("", "x", ".x") }, { requiredKeys: [] }))
    .map(([on, parts]) => `${on}.format(${text(parts)})`);
  // What is resolved against the working directory depends on where the tests run.
  const except = (call: string) => /resolve|relative|toNamespacedPath|matchesGlob/.test(call);
  agreeOnCalls(generated(fc.oneof(one, two, many, format), 2600), { prelude: 'const path = require("path");', except });
  const rooted = fc
    .tuple(fc.constantFrom("resolve", "relative"), path, path)
    .map(([name, a, b]) => `path.posix.${name}(${text(`/r/${a}`)}, ${text(`/r/${b}`)})`);
  agreeOnCalls(generated(rooted, 400), { prelude: 'const path = require("path");' });
});

const query = fc
  .array(fc.constantFrom("a", "b", "=", "&", "+", "%20", "%", "%zz", "한", "%ED%95%9C", ";", "1", "==", "&&", "[]", "é", "%E9", " ", "#"), {
    maxLength: 10,
  })
  .map((parts) => parts.join(""));

test("2,000 calls to node:querystring are answered as Node answers them", () => {
  const value = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, "", "한글", "a b", "&="),
    fc.array(fc.constantFrom("x", "1", "가"), { maxLength: 3 }),
  );
  const calls = fc.oneof(
    query.map((one) => `querystring.parse(${text(one)})`),
    fc
      .tuple(query, fc.constantFrom(";", "&&", undefined, ""), fc.constantFrom(":", "==", undefined), fc.constantFrom(0, 1, 3, undefined))
      .map(
        ([one, separator, equals, maxKeys]) =>
          `querystring.parse(${text(one)}, ${text(separator)}, ${text(equals)}, { maxKeys: ${maxKeys} })`,
      ),
    fc
      .dictionary(
        fc.string({ maxLength: 4 }).filter((key) => key !== "__proto__"),
        value,
        { maxKeys: 4, noNullPrototype: true },
      )
      .map((object) => `querystring.stringify(${text(object)})`),
    fc
      .tuple(fc.constantFrom("escape", "unescape"), fc.oneof(query, fc.string({ maxLength: 8 })))
      .map(([name, one]) => `querystring.${name}(${text(one)})`),
  );
  agreeOnCalls(generated(calls, 2000), { prelude: 'const querystring = require("querystring");' });
});
