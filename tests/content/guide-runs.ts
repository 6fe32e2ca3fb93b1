/**
 * The book follows a guide whose sentences are not ours. No nine words in a row may be its own: guide-runs.json has a number for
 * each nine words of the guide, from which nobody can read it.
 *
 *   node tests/content/guide-runs.ts guide.txt    writes guide-runs.json anew
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ProseLine } from "./prose-lines.ts";

const WORDS = 9;
/** Names, versions and the like are nobody's: so many of the nine must be Korean. */
const LEAST_KOREAN = 3;
const FILE = fileURLToPath(new URL("guide-runs.json", import.meta.url));

export type GuideRuns = ReadonlySet<number>;

export function guideRuns(): GuideRuns {
  return new Set(JSON.parse(readFileSync(FILE, "utf8")) as readonly number[]);
}

/** The first run of nine words in `lines` that is the guide's, for each line where one begins. */
export function runsIn(lines: readonly ProseLine[], runs: GuideRuns): readonly ProseLine[] {
  const words = lines.flatMap(({ line, text }) => wordsOf(text).map((word) => ({ line, word })));
  const found = new Map<number, ProseLine>();
  for (let start = 0; start + WORDS <= words.length; start += 1) {
    const run = words.slice(start, start + WORDS);
    const [first] = run;
    const text = run.map(({ word }) => word);
    if (first !== undefined && !found.has(first.line) && isProse(text) && runs.has(numberOf(text)))
      found.set(first.line, { line: first.line, text: text.join(" ") });
  }
  return [...found.values()];
}

/** What `guideRuns` holds of a text. */
export function runsOf(text: string): readonly number[] {
  const words = wordsOf(text);
  const starts = words.slice(0, Math.max(0, words.length - WORDS + 1)).keys();
  const runs = [...starts].map((start) => words.slice(start, start + WORDS)).filter(isProse);
  return [...new Set(runs.map(numberOf))].sort((a, b) => a - b);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const isProse = (run: readonly string[]) => run.filter((word) => /[가-힣]/.test(word)).length >= LEAST_KOREAN;

/** FNV-1a, 32 bits: one false alarm in a few hundred books. */
function numberOf(run: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const character of run.join(" ")) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const runs = runsOf(readFileSync(process.argv[2] ?? "", "utf8"));
  writeFileSync(FILE, `${JSON.stringify(runs)}\n`);
}
