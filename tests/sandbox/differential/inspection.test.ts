import fc from "fast-check";
import { test } from "vitest";
import { agreeOnCalls, generated, optionsOf } from "./generated.ts";

const text = (value: unknown) => JSON.stringify(value);
/** Letters whose width on a terminal nobody doubts: of rare scripts ICU has tables of its own, which only grouping of long arrays shows. */
const word = fc
  .array(fc.constantFrom(..."abcXYZ019 _-'\"`\\\n\t", ..."한글길あ漢é😀"), { maxLength: 20 })
  .map((letters) => letters.join(""));
const leaf = fc.oneof(
  word.map(text),
  fc.constantFrom('"it\'s"', '"a\\"b\'c"', '"`"', '"줄\\n바꿈"', '"한글"', '""', `"${"길".repeat(90)}"`),
  fc.integer().map(String),
  fc.double().map((number) => (Object.is(number, -0) ? "-0" : String(number))),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((number) => `${number}n`),
  fc.constantFrom(
    "null",
    "undefined",
    "true",
    "false",
    "NaN",
    "-0",
    "Symbol('s')",
    "Symbol.iterator",
    "() => 1",
    "function f() {}",
    "class A {}",
    "class B extends Array {}",
    "async () => 1",
    "function* g() {}",
  ),
  fc.constantFrom(
    "new Date(0)",
    "new Date(NaN)",
    "/a+/gi",
    "new Set([1, 'a'])",
    "new Map([['a', { b: 1 }]])",
    "new Uint8Array(3)",
    "Buffer.from('abc')",
    "new Error('e').message",
    "Promise.resolve(1)",
    "new WeakMap()",
    "Object.create(null)",
    "Object.create({})",
    "[,1,,2]",
    "new (class Foo { x = 1 })()",
    "new Number(3)",
    "new String('abc')",
    "Object(1n)",
    "new ArrayBuffer(4)",
    "new DataView(new ArrayBuffer(2))",
    "globalThis.Math",
    "JSON",
    "[1,2,3][Symbol.iterator]()",
    "new Map([[1,2]]).entries()",
    "({ get a() { return 1; }, set b(v) {} })",
    "({ [Symbol('k')]: 1 })",
    "(() => { const o = { a: 1 }; o.self = o; return o; })()",
    "Object.assign([1, 2], { extra: true })",
    "Object.assign(() => {}, { a: 1 })",
    "new Array(200).fill(7)",
    "new URL('https://a.b/c?d#e')",
    "new URLSearchParams('a=1&b=2')",
  ),
);
const key = fc.oneof(
  fc.constantFrom("a", "b", "한글", "a-b", "1", "x y", "constructor", "'"),
  fc.string({ maxLength: 4 }).filter((name) => name !== "__proto__"),
);
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 8 }).map((items) => `[${items.join(", ")}]`) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(key, tie("value")), { maxLength: 6 })
        .map((pairs) => `({ ${pairs.map(([name, one]) => `[${text(name)}]: ${one}`).join(", ")} })`),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(tie("value"), tie("value")), { maxLength: 3 })
        .map((pairs) => `new Map([${pairs.map(([a, b]) => `[${a}, ${b}]`).join(", ")}])`),
    },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 4 }).map((items) => `new Set([${items.join(", ")}])`) },
  ),
}));
const prelude = 'const util = require("util"); const { Buffer } = require("buffer");';

test("2,000 values are inspected as Node inspects them", () => {
  const options = optionsOf({
    depth: fc.constantFrom(0, 1, 2, 5, null),
    colors: fc.boolean(),
    compact: fc.constantFrom(true, false, 1, 3, 5),
    breakLength: fc.constantFrom(20, 60, 80, 120, null),
    sorted: fc.boolean(),
    showHidden: fc.constant(false),
    getters: fc.boolean(),
    maxArrayLength: fc.constantFrom(0, 2, 100, null),
    maxStringLength: fc.constantFrom(0, 5, 1000, null),
    numericSeparator: fc.boolean(),
  }).map((json) => json.replace('"breakLength":null', '"breakLength":Infinity'));
  const calls = fc.oneof(
    value.map((one) => `util.inspect(${one})`),
    fc.tuple(value, options).map(([one, how]) => `util.inspect(${one}, ${how})`),
  );
  agreeOnCalls(generated(calls, 2000), { prelude, engineErrors: true });
});

test("2,000 texts are formatted as util.format of Node formats them", () => {
  const piece = fc.constantFrom("%s", "%d", "%i", "%f", "%j", "%o", "%O", "%c", "%%", "%", "%x", "값: ", " ", "a", "\n");
  const calls = fc
    .tuple(fc.array(piece, { maxLength: 6 }), fc.array(value, { maxLength: 4 }))
    .map(([pieces, values]) => `util.format(${[text(pieces.join("")), ...values].join(", ")})`);
  const bare = fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => `util.format(${values.join(", ")})`);
  agreeOnCalls(generated(fc.oneof({ weight: 4, arbitrary: calls }, { weight: 1, arbitrary: bare }), 2000), {
    prelude,
    engineErrors: true,
    // %o shows what is hidden: the engine's own objects have more or fewer properties than V8's.
    except: (call) => call.includes("%o") && /new URL|JSON|Math|entries\(\)|Symbol\.iterator|Promise|WeakMap|class |function|=>/.test(call),
  });
});
