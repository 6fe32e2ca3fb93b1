import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern, type PatternDialect } from "../../../sandbox/patterns/event-pattern.ts";

const RUNS = { seed: 20_261_122, numRuns: 300 };

function matches(pattern: object, event: object): boolean {
  const compiled = compilePattern(JSON.stringify(pattern));
  if ("refusal" in compiled) throw new Error(compiled.refusal.message);
  return compiled.matches(event);
}

function reason(pattern: unknown, dialect: PatternDialect = "eventbridge"): string | undefined {
  const compiled = compilePattern(JSON.stringify(pattern), dialect);
  return "refusal" in compiled ? compiled.refusal.reason : undefined;
}

test("keys are ANDed, and what a leaf lists is ORed", () => {
  const pattern = { source: ["shop"], detail: { kind: ["paid", "sent"] } };
  expect(matches(pattern, { source: "shop", detail: { kind: "sent" }, other: 1 })).toBe(true);
  expect(matches(pattern, { source: "shop", detail: { kind: "lost" } })).toBe(false);
  expect(matches(pattern, { detail: { kind: "sent" } })).toBe(false);
});

test("values are compared with their types: a text is no number, null is null", () => {
  expect(matches({ a: [1] }, { a: "1" })).toBe(false);
  expect(matches({ a: ["1"] }, { a: 1 })).toBe(false);
  expect(matches({ a: [null] }, { a: null })).toBe(true);
  expect(matches({ a: [null] }, {})).toBe(false);
  expect(matches({ a: [""] }, { a: "" })).toBe(true);
  expect(matches({ a: [true] }, { a: "true" })).toBe(false);
});

test("a leaf and an array of the event need one value in common", () => {
  expect(matches({ tags: ["b", "c"] }, { tags: ["a", "b"] })).toBe(true);
  expect(matches({ tags: ["c"] }, { tags: ["a", "b"] })).toBe(false);
  expect(matches({ tags: [null] }, { tags: [] })).toBe(false);
});

test("what a pattern wants of an array's objects has to hold for one and the same object", () => {
  const pattern = { items: { sku: ["tea"], count: [{ numeric: [">", 1] }] } };
  expect(matches(pattern, { items: [{ sku: "tea", count: 1 }, { sku: "cup", count: 5 }] })).toBe(false); // biome-ignore format: one event
  expect(matches(pattern, { items: [{ sku: "cup", count: 5 }, { sku: "tea", count: 2 }] })).toBe(true); // biome-ignore format: one event
  expect(matches({ a: { b: { c: [1], d: [2] } } }, { a: [{ b: [{ c: 1, d: 0 }, { c: 1, d: 2 }] }] })).toBe(true); // biome-ignore format: one event
  expect(matches({ a: { b: [1] }, x: { y: [2] } }, { a: [{ b: 0 }, { b: 1 }], x: [{ y: 2 }, { y: 3 }] })).toBe(true);
});

test("a dot in a key is the same as nesting, in the pattern and in the event", () => {
  expect(matches({ "detail.state": ["on"] }, { detail: { state: "on" } })).toBe(true);
  expect(matches({ detail: { state: ["on"] } }, { "detail.state": "on" })).toBe(true);
});

test("exists looks at leaves only: an object in between is as good as missing", () => {
  expect(matches({ a: [{ exists: true }] }, { a: null })).toBe(true);
  expect(matches({ a: [{ exists: true }] }, { a: { b: 1 } })).toBe(false);
  expect(matches({ a: [{ exists: false }] }, { a: { b: 1 } })).toBe(true);
  expect(matches({ a: { b: [{ exists: false }] } }, {})).toBe(true);
  expect(matches({ a: [{ exists: false }] }, { a: "x" })).toBe(false);
  expect(matches({ a: [{ exists: false }, "x"] }, { a: "x" })).toBe(true);
});

test("exists: false asks of the array's object in which the rest was found", () => {
  const pattern = { items: { sku: ["tea"], sold: [{ exists: false }] } };
  expect(matches(pattern, { items: [{ sku: "cup", sold: 1 }, { sku: "tea" }] })).toBe(true);
  expect(matches(pattern, { items: [{ sku: "cup" }, { sku: "tea", sold: 1 }] })).toBe(false);
});

test("anything-but wants the field to be there, and takes every other type for something else", () => {
  expect(matches({ a: [{ "anything-but": "x" }] }, {})).toBe(false);
  expect(matches({ a: [{ "anything-but": ["x", "y"] }] }, { a: "y" })).toBe(false);
  expect(matches({ a: [{ "anything-but": ["x", "y"] }] }, { a: null })).toBe(true);
  expect(matches({ a: [{ "anything-but": 0 }] }, { a: 0 })).toBe(false);
  expect(matches({ a: [{ "anything-but": { prefix: ["in", "te"] } }] }, { a: "test" })).toBe(false);
  expect(matches({ a: [{ "anything-but": { prefix: "in" } }] }, { a: 12 })).toBe(true);
  expect(matches({ a: [{ "anything-but": { suffix: ".png" } }] }, { a: "b.jpg" })).toBe(true);
  expect(matches({ a: [{ "anything-but": { "equals-ignore-case": "On" } }] }, { a: "oN" })).toBe(false);
  expect(matches({ a: [{ "anything-but": { wildcard: "*/lib/*" } }] }, { a: "/usr/lib/x" })).toBe(false);
});

test("prefix, suffix and equals-ignore-case look at texts, with or without regard to case", () => {
  expect(matches({ a: [{ prefix: "us-" }] }, { a: "us-east-1" })).toBe(true);
  expect(matches({ a: [{ prefix: "" }] }, { a: "anything" })).toBe(true);
  expect(matches({ a: [{ prefix: "1" }] }, { a: 12 })).toBe(false);
  expect(matches({ a: [{ prefix: { "equals-ignore-case": "EVENTB" } }] }, { a: "EventBridge" })).toBe(true);
  expect(matches({ a: [{ suffix: { "equals-ignore-case": ".PNG" } }] }, { a: "a.png" })).toBe(true);
  expect(matches({ a: [{ suffix: ".PNG" }] }, { a: "a.png" })).toBe(false);
  expect(matches({ a: [{ "equals-ignore-case": "alice" }] }, { a: "ALICE" })).toBe(true);
});

test("$or takes either branch along with what stands beside it", () => {
  const pattern = { source: ["shop"], $or: [{ a: [1] }, { b: { c: [2] } }] };
  expect(matches(pattern, { source: "shop", a: 1 })).toBe(true);
  expect(matches(pattern, { source: "shop", b: { c: 2 } })).toBe(true);
  expect(matches(pattern, { source: "shop", a: 2, b: { c: 1 } })).toBe(false);
  expect(matches(pattern, { source: "else", a: 1 })).toBe(false);
  expect(matches({ $or: [{ a: [1] }, { $or: [{ b: [1] }, { c: [1] }] }] }, { c: 1 })).toBe(true);
});

test("an IP address equals its other writing", () => {
  expect(matches({ ip: ["2001:db8::1"] }, { ip: "2001:0db8:0:0:0:0:0:1" })).toBe(true);
  expect(matches({ ip: ["10.0.0.1"] }, { ip: "10.0.0.2" })).toBe(false);
});

test("cidr holds for the addresses of the block and for no others", () => {
  const block = fc.tuple(fc.nat(2 ** 32 - 1), fc.integer({ min: 1, max: 31 }), fc.nat(2 ** 32 - 1));
  const dotted = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join(".");
  fc.assert(
    fc.property(block, ([base, bits, other]) => {
      const size = 2 ** (32 - bits);
      const near = (Math.floor(base / size) * size + (other % size)) >>> 0;
      expect(matches({ ip: [{ cidr: `${dotted(base)}/${bits}` }] }, { ip: dotted(near) })).toBe(true);
      const same = Math.floor(base / size) === Math.floor(other / size);
      expect(matches({ ip: [{ cidr: `${dotted(base)}/${bits}` }] }, { ip: dotted(other) })).toBe(same);
    }),
    RUNS,
  );
});

test("a wildcard finds what a regular expression finds", () => {
  expect(matches({ a: [{ wildcard: "ab*ba" }] }, { a: "aba" })).toBe(false);
  const text = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (pieces, value) => {
      const kept = pieces.map((piece) => piece.replaceAll("*", "\\*"));
      const pattern = kept.filter((piece, index) => piece !== "" || index === 0 || index === kept.length - 1).join("*");
      fc.pre(!/(?<!\\)\*\*/.test(pattern));
      const expression = new RegExp(`^${pattern.replace(/\\\*|\*/g, (found) => (found === "*" ? ".*" : "\\*"))}$`, "s");
      expect(matches({ a: [{ wildcard: pattern }] }, { a: value }), `${pattern} on ${value}`).toBe(expression.test(value));
    }),
    { ...RUNS, numRuns: 1000 },
  );
});

test("a numeric range holds for the numbers between its ends", () => {
  const number = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(number, number, number, fc.boolean(), fc.boolean(), (a, b, found, open, closed) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      fc.pre(low < high);
      const pattern = { n: [{ numeric: [open ? ">" : ">=", low, closed ? "<=" : "<", high] }] };
      expect(matches(pattern, { n: found })).toBe((open ? found > low : found >= low) && (closed ? found <= high : found < high));
    }),
    RUNS,
  );
});

/** Without arrays in the event, a pattern can be read along it. */
function slowly(pattern: Readonly<Record<string, unknown>>, event: unknown): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    const found = typeof event === "object" && event !== null ? Reflect.get(event, key) : undefined;
    if (Array.isArray(wanted))
      return wanted.some((one) => (typeof one === "object" ? (found !== undefined) === one.exists : one === found));
    return slowly(wanted as Readonly<Record<string, unknown>>, found); // what the generator below makes
  });
}

test("patterns of values, exists and nesting match what reading them along the event matches", () => {
  const key = fc.constantFrom("a", "b");
  const scalar = fc.constantFrom<string | number | boolean>("x", "y", 1, 2, true);
  const leaf = fc.array(fc.oneof(scalar, fc.record({ exists: fc.boolean() })), { minLength: 1, maxLength: 3 });
  const pattern = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { minKeys: 1 })), { minKeys: 1 });
  // Leaves at both depths at once would be paths that both exist and do not: objects are one level deep, values fill the rest.
  const event = fc.dictionary(key, fc.dictionary(key, scalar, { minKeys: 1 }));
  const deep = fc.dictionary(key, fc.dictionary(key, leaf, { minKeys: 1 }), { minKeys: 1 });
  fc.assert(
    fc.property(deep, event, (wanted, found) => {
      expect(matches(wanted, found)).toBe(slowly(wanted, found));
    }),
    { ...RUNS, numRuns: 1000 },
  );
  fc.assert(
    fc.property(pattern, (wanted) => {
      expect(reason(wanted)).toBeUndefined();
    }),
    RUNS,
  );
});

test.each([
  [[], "Filter is not an object"],
  [{}, "Empty objects are not allowed"],
  [{ a: {} }, "Empty objects are not allowed"],
  [{ a: 1 }, '"a" must be an object or an array'],
  [{ a: [[1]] }, "Match value must be String, number, true, false, or null"],
  [{ a: [{}] }, "Match expression name not found"],
  [{ a: [{ prefix: "a", suffix: "b" }] }, "Only one key allowed in match expression"],
  [{ a: [{ exists: "yes" }] }, "exists match pattern must be either true or false."],
  [{ a: [{ numeric: ["between", 1, 2] }] }, "Unrecognized numeric range operator: between"],
  [{ a: [{ numeric: ["=", "1"] }] }, "Value of equals must be numeric"],
  [{ a: [{ numeric: ["<", 1, ">", 0] }] }, "Too many elements in numeric expression"],
  [{ a: [{ numeric: [">", 2, "<", 1] }] }, "Bottom must be less than top"],
  [{ a: [{ numeric: [">=", 2, "<=", 2] }] }, "Bottom must be less than top"],
  [{ a: [{ "anything-but": [1, "x"] }] }, "Inside anything but list, either all values are number or string, mixed type is not supported"],
  [{ a: [{ "anything-but": { exists: true } }] }, "Unsupported anything-but pattern: exists"],
  [{ a: [{ wildcard: "가*\\x" }] }, "Invalid escape character at pos 5"],
  [{ a: [{ cidr: "10.0.0.0/32" }] }, "IPv4 mask bits must be < 32"],
  [{ a: [{ cidr: "300.0.0.0/8" }] }, "Invalid IP address: 300.0.0.0"],
  [{ a: [{ cidr: "1:2:3:4::5:6:7:8/64" }] }, "Invalid IP address: 1:2:3:4::5:6:7:8"],
  [{ a: [{ cidr: "::1/128" }] }, "IPv6 mask bits must be < 128"],
  [{ $or: { a: [1] } }, "It must be an Array followed with $or."],
  [{ $or: [{ a: [1] }] }, "There must have at least 2 Objects in $or relationship."],
  [{ $or: [{ a: [1] }, "b"] }, "Only JSON object is allowed in array of $or relationship."],
  [{ $or: [{ numeric: [1] }, { a: [1] }] }, "numeric is Ruler reserved fieldName which cannot be used inside $or."],
])("%j is refused as AWS's rule engine refuses it", (pattern, words) => {
  expect(reason(pattern)).toBe(words);
});

test("a pattern of more than a thousand combinations of $or is refused", () => {
  const choice = (count: number) => Array.from({ length: count }, (_, index) => ({ [`k${index}`]: [1] }));
  expect(reason({ $or: choice(1000) })).toBeUndefined();
  expect(reason({ a: { $or: choice(32) }, b: { $or: choice(32) } })).toContain("1024");
});

test("FilterCriteria know fewer operators than EventBridge rules", () => {
  for (const operator of [{ wildcard: "a*" }, { cidr: "10.0.0.0/8" }, { "anything-but": { prefix: "a" } }]) {
    expect(reason({ a: [operator] })).toBeUndefined();
    expect(reason({ a: [operator] }, "lambda")).toBeDefined();
  }
  for (const operator of [
    { suffix: "a" },
    { "equals-ignore-case": "a" },
    { "anything-but": ["a"] },
    { numeric: ["=", 1] },
    { exists: false },
  ]) {
    expect(reason({ a: [operator] }, "lambda")).toBeUndefined();
  }
});

test("hostile patterns and events end soon", () => {
  const branches = Array.from({ length: 500 }, (_, index) => ({ a: { b: [index] } }));
  const event = { a: Array.from({ length: 2000 }, (_, index) => ({ b: index, c: index % 2 })) };
  const begun = performance.now();
  expect(matches({ $or: branches, "a.c": [7] }, event)).toBe(false);
  const keys = Array.from({ length: 12 }, (_, index) => `k${index}`);
  const wants = Object.fromEntries([...keys.map((key) => [key, [1]]), ["z", [2]]]);
  const many = Object.fromEntries([...keys.map((key) => [key, Array(30).fill(1)]), ["z", 1]]);
  expect(matches({ a: wants }, { a: [many, many] })).toBe(false);
  expect(matches({ a: [{ wildcard: "*a*a*a*a*a*a*a*a*b" }] }, { a: "a".repeat(50_000) })).toBe(false);
  expect(performance.now() - begun).toBeLessThan(3000);
});
