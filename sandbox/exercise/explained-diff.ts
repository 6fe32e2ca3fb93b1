/** A solution as what changed from the starter, hunk by hunk, each with its reason. */
import type { Files } from "../scenario.ts";
import type { Explanation } from "./exercise.ts";

export interface Hunk {
  readonly file: string;
  /** Without the lines around it. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** From 1, in the starter and in the solution; where nothing is removed or added, the line before which it stands. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly says: readonly string[];
}

export interface ExplainedDiff {
  readonly hunks: readonly Hunk[];
  /** Explanations that no line of a hunk has in it. */
  readonly astray: readonly Explanation[];
}

export function explainedDiff(starter: Files, solution: Files, explains: readonly Explanation[]): ExplainedDiff {
  const paths = [...new Set([...Object.keys(starter), ...Object.keys(solution)])];
  const bare = paths.flatMap((file) => hunksOf(file, linesOf(starter[file]), linesOf(solution[file])));
  const hunks = bare.map((hunk) => ({
    ...hunk,
    says: explains.filter((explanation) => isAbout(explanation, hunk)).map((explanation) => explanation.says),
  }));
  return { hunks, astray: explains.filter((explanation) => !bare.some((hunk) => isAbout(explanation, hunk))) };
}

type BareHunk = Omit<Hunk, "says">;

const linesOf = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.replace(/\n$/, "").split("\n"));

function isAbout(explanation: Explanation, hunk: BareHunk): boolean {
  if (explanation.file !== hunk.file) return false;
  if ("added" in explanation) return hunk.added.some((line) => line.includes(explanation.added));
  return hunk.removed.some((line) => line.includes(explanation.removed));
}

/** Walks both files along their longest common run of lines; what stands between two common lines is a hunk. */
function hunksOf(file: string, before: readonly string[], after: readonly string[]): BareHunk[] {
  const common = commonLengths(before, after);
  const lengthAt = (from: number, to: number) => common[from]?.[to] ?? 0;
  const hunks: BareHunk[] = [];
  let [from, to] = [0, 0];
  while (from < before.length || to < after.length) {
    const [startFrom, startTo] = [from, to];
    while ((from < before.length || to < after.length) && !(from < before.length && before[from] === after[to])) {
      if (to >= after.length || (from < before.length && lengthAt(from + 1, to) >= lengthAt(from, to + 1))) from += 1;
      else to += 1;
    }
    if (from > startFrom || to > startTo) {
      const [removed, added] = [before.slice(startFrom, from), after.slice(startTo, to)];
      hunks.push({ file, removed, added, fromLine: startFrom + 1, toLine: startTo + 1 });
    }
    from += 1;
    to += 1;
  }
  return hunks;
}

/** For each pair of places, how many lines the rest of both files have in common in order. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let from = before.length - 1; from >= 0; from -= 1) {
    for (let to = after.length - 1; to >= 0; to -= 1) {
      const row = table[from];
      const [below, diagonal, right] = [table[from + 1]?.[to] ?? 0, table[from + 1]?.[to + 1] ?? 0, row?.[to + 1] ?? 0];
      if (row !== undefined) row[to] = before[from] === after[to] ? diagonal + 1 : Math.max(below, right);
    }
  }
  return table;
}
