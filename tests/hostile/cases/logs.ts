/** A hundred megabytes of logs, by every way to write them: what is kept has an end, and what is cut is counted. */
import { type Expected, type HostileCase, hostile, outOfMemory, returns, timesOut } from "../case.ts";

const CUT = { simplified: "log volume" } as const;
const flood = (name: string, body: string, expected: Expected = returns('"written"', CUT), more: Parameters<typeof hostile>[4] = {}) =>
  hostile("flood of logs", name, `${body}\n  return "written";`, expected, { options: { MemorySize: 1769, Timeout: 900 }, ...more });

export const FLOODS_OF_LOGS: readonly HostileCase[] = [
  flood("a hundred lines of a megabyte", 'const line = "x".repeat(2 ** 20); for (let i = 0; i < 100; i++) console.log(line);'),
  flood("ten thousand lines of five kilobytes", 'const line = "x".repeat(5000); for (let i = 0; i < 10_000; i++) console.log(line);'),
  flood("20,000 short lines", "for (let i = 0; i < 20_000; i++) console.log(i);"),
  flood(
    "a hundred megabytes on stdout without a newline",
    'const part = "x".repeat(1e5); for (let i = 0; i < 1000; i++) process.stdout.write(part);',
    returns('"written"'),
  ),
  flood(
    "20,000 writes of one character each",
    'for (let i = 0; i < 20_000; i++) process.stdout.write("x");',
    returns('"written"', { logs: [/^x{3000}$/] }),
  ),
  flood("four million newlines on stdout", 'const part = "\\n".repeat(1e5); for (let i = 0; i < 40; i++) process.stdout.write(part);'),
  flood("a line of thirty megabytes", 'console.log("x".repeat(3e7));', returns('"written"')),
  flood("a line of thirty million newlines", 'process.stdout.write("\\n".repeat(3e7));'),
  flood("errors on stderr", 'for (let i = 0; i < 20_000; i++) process.stderr.write("x".repeat(500) + "\\n");'),
  flood(
    "objects",
    "const one = { a: 1, b: [1, 2, 3], c: { d: 'x'.repeat(3000) } }; for (let i = 0; i < 200; i++) console.log(one);",
    returns('"written"'),
  ),
  flood(
    "an array of a hundred thousand numbers, printed",
    "const all = Array.from({ length: 1e5 }, (_, i) => i); for (let i = 0; i < 20; i++) console.log(all);",
    returns('"written"', { logs: [/99900 more items/] }),
  ),
  flood("console.error with the text of errors", "for (let i = 0; i < 12_000; i++) console.error('x'.repeat(300));"),
  flood("console.table", "for (let i = 0; i < 10; i++) console.table([{ a: 'x'.repeat(10_000) }]);", returns('"written"')),
  flood("JSON log lines", "for (let i = 0; i < 12_000; i++) console.log({ i, text: 'x'.repeat(300) });", returns('"written"', CUT), {
    options: { MemorySize: 1769, Timeout: 900, LoggingConfig: { LogFormat: "JSON" } },
  }),
  flood("logs for ever", 'const line = "x".repeat(1000); for (;;) console.log(line);', timesOut(3, CUT), { options: { Timeout: 3 } }),
  flood("logs from an interval", 'setInterval(() => console.log("x".repeat(1e5)), 1); await new Promise(() => {});', timesOut(3, CUT), {
    options: { Timeout: 3 },
  }),
  flood("a line that is longer than the memory", 'let s = "x"; for (;;) { s += s; console.log(s); }', outOfMemory, {
    options: { Timeout: 60 },
  }),
  flood("lines of NUL characters and lone surrogates", 'for (let i = 0; i < 15_000; i++) console.log("\\0\\ud800\\udfff\\0".repeat(50));'),
  {
    kind: "flood of logs",
    name: "logs in Init",
    files: { "index.mjs": 'for (let i = 0; i < 20_000; i++) console.log("x".repeat(500)); export const handler = async () => "works";' },
    expected: returns('"works"', CUT),
  },
];
