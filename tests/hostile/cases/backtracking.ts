/** Regular expressions whose matching takes exponential, or endless, time. */
import { type HostileCase, hostile, timesOut } from "../case.ts";

const slow = (name: string, body: string) => hostile("backtracking", name, body, timesOut());

export const BACKTRACKING: readonly HostileCase[] = [
  slow("nested quantifiers", '/^(a+)+$/.test("a".repeat(50) + "!");'),
  slow("alternatives that overlap", '/^(a|a)*$/.test("a".repeat(50) + "!");'),
  slow("alternatives that overlap in pairs", '/^(a|aa)+$/.test("a".repeat(60) + "!");'),
  slow(
    "an e-mail address of old",
    '/^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$/.test("a".repeat(60) + "!");',
  ),
  slow("a back reference", '/^(a*)*\\1$/.test("a".repeat(40) + "b");'),
  slow("a lookahead that is tried again and again", '/^(?=(a+)+b)/.test("a".repeat(50));'),
  slow("a lookbehind", '/(?<=^(a+)+)b/.test("!" + "a".repeat(40) + "b");'),
  slow("polynomial time on a long text", '/a*a*a*a*a*b/.test("a".repeat(3000));'),
  slow("a lastIndex that is put back", "const pattern = /a/g; while (pattern.test('aaa')) pattern.lastIndex = 0;"),
  slow("an empty match with an exec loop", "const pattern = /(?:)/g; while (pattern.exec('abc')) pattern.lastIndex = 0;"),
  slow(
    "replace with a pattern of empty matches over a long text, for ever",
    'const s = "x".repeat(1e5); for (;;) s.replace(/(?:)/g, "-");',
  ),
  slow("split by a pattern, for ever", 'const s = "a1b2".repeat(1e4); for (;;) s.split(/\\d/);'),
  slow("case-insensitive Unicode classes, for ever", 'const s = "ſKå한글".repeat(1e4); for (;;) /[\\p{L}]+$/iu.test(s + "!");'),
  slow("sticky matches that never advance", "const pattern = /(?:)/y; for (;;) pattern.exec('abc');"),
  slow("a million small patterns", 'for (let i = 0; ; i++) new RegExp("a{" + (i % 100) + "}").test("aaa");'),
  slow("an exec of one's own that loops", 'const pattern = /a/g; pattern.exec = () => { for (;;); }; "aaa".replace(pattern, "b");'),
];
