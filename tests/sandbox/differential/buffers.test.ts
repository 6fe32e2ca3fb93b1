import fc from "fast-check";
import { test } from "vitest";
import { agreeOnCalls, generated } from "./generated.ts";

const text = (value: unknown) => JSON.stringify(value);
const encoding = fc.constantFrom(
  "utf8",
  "utf-8",
  "hex",
  "base64",
  "base64url",
  "latin1",
  "binary",
  "ascii",
  "utf16le",
  "ucs2",
  "UTF8",
  "nope",
);
const string = fc.oneof(
  fc.array(fc.constantFrom(..."abcXYZ019 _-+/=", ..."한글é😀"), { maxLength: 12 }).map((letters) => letters.join("")),
  fc.constantFrom("", "한글", "abc", "ff00", "YWJj", "YW Jj=", "=", "ffz", "😀", "\ud800", "a\u0000b", "_-", "0"),
);
const bytes = fc.array(fc.nat(255), { maxLength: 12 }).map((list) => `Buffer.from(${text(list)})`);
const index = fc.oneof(fc.integer({ min: -14, max: 14 }).map(String), fc.constantFrom("undefined", "1.5", "NaN", "Infinity", '"2"'));
const buffer = fc.oneof(
  bytes,
  fc.tuple(string, encoding).map(([value, name]) => `Buffer.from(${text(value)}, ${text(name)})`),
);

const reads = [
  "UInt8",
  "UInt16LE",
  "UInt16BE",
  "UInt32LE",
  "UInt32BE",
  "Int8",
  "Int16LE",
  "Int16BE",
  "Int32LE",
  "Int32BE",
  "FloatLE",
  "FloatBE",
  "DoubleLE",
  "DoubleBE",
  "BigInt64LE",
  "BigUInt64BE",
];

const calls = fc.oneof(
  fc.tuple(string, encoding).map(([value, name]) => `Buffer.from(${text(value)}, ${text(name)}).toString("hex")`),
  fc.tuple(buffer, encoding, index, index).map(([one, name, from, to]) => `${one}.toString(${text(name)}, ${from}, ${to})`),
  fc.tuple(string, encoding).map(([value, name]) => `Buffer.byteLength(${text(value)}, ${text(name)})`),
  fc
    .tuple(buffer, fc.constantFrom("slice", "subarray"), index, index)
    .map(([one, name, from, to]) => `${one}.${name}(${from}, ${to}).toString("hex")`),
  fc
    .tuple(
      buffer,
      fc.constantFrom("indexOf", "lastIndexOf", "includes"),
      fc.oneof(string.map(text), buffer, fc.nat(255).map(String)),
      index,
    )
    .map(([one, name, value, from]) => `${one}.${name}(${value}, ${from})`),
  fc.tuple(buffer, buffer, fc.constantFrom("compare", "equals")).map(([one, other, name]) => `${one}.${name}(${other})`),
  fc
    .tuple(fc.array(buffer, { maxLength: 3 }), index)
    .map(([list, length]) => `Buffer.concat([${list.join(", ")}], ${length}).toString("hex")`),
  fc
    .tuple(fc.nat(10), fc.oneof(string.map(text), fc.nat(300).map(String), buffer), encoding)
    .map(([size, value, name]) => `Buffer.alloc(${size}, ${value}, ${text(name)}).toString("hex")`),
  fc
    .tuple(buffer, fc.oneof(string.map(text), fc.integer().map(String)), index, index)
    .map(([one, value, from, to]) => `${one}.fill(${value}, ${from}, ${to}).toString("hex")`),
  fc
    .tuple(buffer, string, index, index, encoding)
    .map(
      ([one, value, from, length, name]) =>
        `(() => { const b = ${one}; return b.write(${text(value)}, ${from}, ${length}, ${text(name)}) + b.toString("hex"); })()`,
    ),
  fc.tuple(buffer, fc.constantFrom(...reads), index).map(([one, name, at]) => `${one}.read${name}(${at})`),
  fc
    .tuple(
      buffer,
      fc.constantFrom(...reads.slice(0, 14)),
      fc.oneof(fc.integer().map(String), fc.double().map(String), fc.constantFrom("255", "256", "-1", "1.5")),
      index,
    )
    .map(([one, name, value, at]) => `(() => { const b = ${one}; return b.write${name}(${value}, ${at}) + b.toString("hex"); })()`),
  fc
    .tuple(buffer, fc.constantFrom("readUIntBE", "readUIntLE", "readIntBE", "readIntLE"), index, fc.integer({ min: 0, max: 7 }))
    .map(([one, name, at, size]) => `${one}.${name}(${at}, ${size})`),
  fc
    .tuple(buffer, fc.constantFrom("swap16", "swap32", "swap64", "toJSON", "reverse"))
    .map(([one, name]) => `JSON.stringify(${one}.${name}())`),
  fc
    .tuple(buffer, buffer, index, index, index)
    .map(
      ([one, other, at, from, to]) => `(() => { const b = ${one}; return ${other}.copy(b, ${at}, ${from}, ${to}) + b.toString("hex"); })()`,
    ),
  buffer.map((one) => `util.inspect(${one})`),
  fc.tuple(string, fc.constantFrom("atob", "btoa")).map(([value, name]) => `require("buffer").${name}(${text(value)})`),
);

test("2,000 calls to Buffer are answered as Node answers them", () => {
  agreeOnCalls(generated(calls, 2000), { prelude: 'const util = require("util"); const { Buffer } = require("buffer");' });
});
