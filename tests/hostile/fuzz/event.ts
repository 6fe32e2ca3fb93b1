/** Events: mostly JSON, deep, long and odd; now and then no JSON at all. */
import type { Chance } from "./chance.ts";

const KEYS = ["a", "", "__proto__", "constructor", "toJSON", "then", "length", "0", "한글", "\u0000", "get", "value"];
const SCALARS = [
  "null",
  "true",
  "0",
  "-0",
  "1e400",
  "1e-400",
  "123456789012345678901234567890",
  '""',
  '"\\ud800"',
  '"\\u0000"',
  '"😀"',
  `"${"x".repeat(2_000)}"`,
];

export function eventText(chance: Chance): string {
  if (chance.percent(5)) return chance.oneOf(["", "{", "nope", "[1,]", "\ufeff{}", '{"a":1}}', "undefined"]);
  if (chance.percent(5)) return "[".repeat(400) + "]".repeat(400);
  return json(chance, 3);
}

function json(chance: Chance, depth: number): string {
  if (depth === 0 || chance.percent(25)) return chance.oneOf(SCALARS);
  const items = chance.several(0, 4, () => json(chance, depth - 1));
  if (chance.percent(50)) return `[${items.join(",")}]`;
  return `{${items.map((item) => `${JSON.stringify(chance.oneOf(KEYS))}:${item}`).join(",")}}`;
}
