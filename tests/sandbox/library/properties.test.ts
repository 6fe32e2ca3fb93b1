import fc from "fast-check";
import { expect, test } from "vitest";
import { type Guest, guest, inNode } from "./guest.ts";

const BOUNDS = { seed: 20_261, numRuns: 60 };
let shared: Guest | undefined;
const theGuest = () => (shared ??= guest());

/** Whatever `values` are, the guest says of them what Node says. */
function agreeOn(body: string, ...values: unknown[]): void {
  const whole = `const args = ${JSON.stringify(values)}; ${body}`;
  expect(theGuest().run(whole)).toEqual(inNode(whole));
}

const text = fc.string({ unit: "grapheme", maxLength: 40 });
const anyText = fc.string({ unit: "binary", maxLength: 40 });
/** Of base64 and hex, also what does not belong there; but not characters beyond a byte, whose upper half Node ignores. */
const encoded = fc.oneof(
  fc.record({ string: anyText, encoding: fc.constantFrom("utf8", "utf16le", "latin1", "ascii") }),
  fc.record({
    string: fc.string({ unit: fc.constantFrom(..."ABab09+/-_= \n.é"), maxLength: 30 }),
    encoding: fc.constantFrom("base64", "base64url", "hex"),
  }),
);
const bytes = fc.array(fc.nat(255), { maxLength: 60 });

test("any JSON value is inspected as in Node, at any depth and width", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(20, 80, 120), fc.constantFrom(0, 2, 5), (value, breakLength, depth) =>
      agreeOn('return require("util").inspect(args[0], { breakLength: args[1], depth: args[2] })', value, breakLength, depth),
    ),
    BOUNDS,
  );
});

test("any text is formatted and quoted as in Node", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) =>
      agreeOn(
        'const { format, inspect } = require("util"); return [format(args[0], args[1], 1), inspect(args[0]), inspect([args[0], args[1]])]',
        a,
        b,
      ),
    ),
    BOUNDS,
  );
});

test("any bytes decode, and any text encodes, as in Node, in every encoding", () => {
  fc.assert(
    fc.property(bytes, encoded, (list, { string, encoding }) =>
      agreeOn(
        "const b = Buffer.from(args[0]); return [b.toString(args[2]), [...Buffer.from(args[1], args[2])], Buffer.byteLength(args[1], args[2]), b.toString(args[2], 1, 5)]",
        list,
        string,
        encoding,
      ),
    ),
    { ...BOUNDS, numRuns: 200 },
  );
});

test("UTF-8 cut into pieces anywhere decodes as in Node, by TextDecoder and StringDecoder", () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(10), { maxLength: 8 }), (list, cuts) =>
      agreeOn(
        `const decoder = new TextDecoder(), strings = new (require("string_decoder").StringDecoder)("utf8"), out = []; let at = 0;
         for (const cut of args[1]) { const part = Buffer.from(args[0].slice(at, at + cut)); at += cut; out.push(decoder.decode(part, { stream: true }), strings.write(part)); }
         const rest = Buffer.from(args[0].slice(at)); return [...out, decoder.decode(rest), strings.end(rest)]`,
        list,
        cuts,
      ),
    ),
    { ...BOUNDS, numRuns: 200 },
  );
});

test("searching, comparing and slicing bytes gives what Node gives", () => {
  const few = fc.array(fc.nat(3), { maxLength: 12 });
  fc.assert(
    fc.property(few, few, fc.integer({ min: -15, max: 15 }), (a, b, at) =>
      agreeOn(
        `const [a, b, at] = [Buffer.from(args[0]), Buffer.from(args[1]), args[2]];
         return [a.indexOf(b, at), a.lastIndexOf(b, at), a.includes(b), a.compare(b), a.equals(b), [...a.subarray(at)], [...a.slice(0, at)], a.indexOf(1, at), a.lastIndexOf(1, at), [...Buffer.concat([a, b], Math.abs(at))]]`,
        a,
        b,
        at,
      ),
    ),
    { ...BOUNDS, numRuns: 200 },
  );
});

test("any text in a query string comes apart and together as in Node", () => {
  const query = fc.string({ unit: fc.constantFrom("a", "b", "=", "&", "+", "%", "%20", "%ED%95%9C", ";", "%zz"), maxLength: 12 });
  fc.assert(
    fc.property(query, (string) =>
      agreeOn(
        `const qs = require("querystring"); const parsed = qs.parse(args[0]); const params = new URLSearchParams(args[0]);
         return [parsed, qs.stringify(parsed), [...params], params.toString()]`,
        string,
      ),
    ),
    { ...BOUNDS, numRuns: 200 },
  );
});

test("any address is taken apart, or refused, as in Node", () => {
  const part = fc.constantFrom(
    "http:",
    "https:",
    "file:",
    "//",
    "/",
    "user",
    ":",
    "@",
    "example.com",
    "EXAMPLE",
    "127.1",
    "[::1]",
    "8080",
    "a b",
    "..",
    ".",
    "?",
    "#",
    "%2e",
    "한",
    "\\",
    "x=1&y",
    "",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), fc.constantFrom(undefined, "https://base.kr/a/b?c#d"), (parts, base) =>
      agreeOn(
        `try { const u = new URL(args[0], args[1] ?? undefined);
         return [u.href, u.origin, u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash]; } catch (e) { return [e.name, e.code, e.input]; }`,
        parts.join(""),
        base ?? null,
      ),
    ),
    { ...BOUNDS, numRuns: 200 },
  );
});

test("any path is resolved, joined, normalized and taken apart as in Node", () => {
  const path = fc
    .array(fc.constantFrom("a", "b.c", "..", ".", "/", "//", "", ".d", "e.", "한글"), { maxLength: 7 })
    .map((parts) => parts.join("/"));
  fc.assert(
    fc.property(path, path, (a, b) =>
      agreeOn(
        `const p = require("path"); const [a, b] = args;
         return [p.normalize(a), p.join(a, b), p.resolve("/base", a, b), p.relative("/" + a, "/" + b), p.basename(a), p.dirname(a), p.extname(a), p.parse(a), p.format(p.parse(a)), p.isAbsolute(a)]`,
        a,
        b,
      ),
    ),
    { ...BOUNDS, numRuns: 200 },
  );
});

test("two JSON values are deeply equal, strictly, loosely or in part, exactly when Node says so", () => {
  const small = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(0, 1, "1", "", null, true, false),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b"), tie("value")),
    ),
  })).value;
  fc.assert(
    fc.property(small, small, (a, b) =>
      agreeOn(
        `const assert = require("assert"); const holds = (name) => { try { assert[name](args[0], args[1]); return true; } catch (error) { return error.message; } };
         return [holds("deepStrictEqual"), holds("deepEqual"), holds("partialDeepStrictEqual"), holds("notDeepEqual"), require("util").isDeepStrictEqual(args[0], JSON.parse(JSON.stringify(args[0])))]`,
        a,
        b,
      ),
    ),
    { ...BOUNDS, numRuns: 300 },
  );
});

test("a clone is equal to what was cloned, and shares nothing with it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) =>
      agreeOn(
        `const copy = structuredClone(args[0]); const same = require("util").isDeepStrictEqual(copy, args[0]);
         return [same, typeof copy === "object" && copy !== null ? copy !== args[0] : true]`,
        value,
      ),
    ),
    BOUNDS,
  );
});

test("what is written to /tmp is what is read from it, whatever the text", () => {
  fc.assert(
    fc.property(text, anyText, (a, b) => {
      const read = theGuest().run(
        `const fs = require("fs"); const args = ${JSON.stringify([a, b])}; fs.writeFileSync("/tmp/x", args[0]); fs.appendFileSync("/tmp/x", args[1]); return fs.readFileSync("/tmp/x", "utf8")`,
      );
      expect(read).toBe(Buffer.concat([Buffer.from(a), Buffer.from(b)]).toString());
    }),
    BOUNDS,
  );
});
