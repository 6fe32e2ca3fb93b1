/** The words of everything that readers see, and what merges left behind. */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { filesBelow } from "./book.ts";
import { lineAt } from "./chapter-prose.ts";
import { conflictProblems } from "./conflict-markers.ts";
import { guideRuns, runsIn } from "./guide-runs.ts";
import type { Problem } from "./problem.ts";
import { linesOfAstro, linesOfLearnersCode, linesOfMdx, linesOfTypeScript, linesOfYaml, type ProseLine } from "./prose-lines.ts";
import { wordFaults, wordSentence } from "./wordlist.ts";
import { readYaml } from "./yaml-file.ts";

/** In all text files below these folders of the project. `facts`: the names in facts.yaml. */
export function textProblems(root: string, folders: readonly string[], facts: ReadonlySet<string>): readonly Problem[] {
  const runs = guideRuns();
  const files = folders.flatMap((folder) => filesBelow(join(root, folder)).map((path) => `${folder}/${path}`));
  return files.flatMap((file) => {
    const kind = extname(file);
    const linesOf = READERS[kind];
    if (linesOf === undefined) return [];
    const text = readFileSync(join(root, file), "utf8");
    const conflicts = conflictProblems(file, text);
    // A file with two versions in it is no file of its kind.
    if (conflicts.length > 0) return conflicts;
    const lines = linesOf(file, text);
    const borrowed = runsIn(lines, runs).map(
      ({ line, text }): Problem => ({ file, line, severity: "error", says: borrowedSentence(text) }),
    );
    return [...wordProblems(file, lines), ...borrowed, ...(kind === ".yaml" ? factProblems(file, text, facts) : [])];
  });
}

const borrowedSentence = (run: string) => `원문의 문장과 아홉 낱말이 이어서 같습니다: ‘${run}’. 우리 말로 다시 쓰세요.`;

function wordProblems(file: string, lines: readonly ProseLine[]): Problem[] {
  return lines.flatMap(({ line, text }) =>
    wordFaults(text).map((fault): Problem => ({ file, line, severity: fault.severity, says: wordSentence(fault) })),
  );
}

const NO_PROSE = () => [];
const ofMarkdown = (_file: string, text: string) => linesOfMdx(text);
const ofTypeScript = (_file: string, text: string) => linesOfTypeScript(text);

/** By the end of a file's name. */
const READERS: Readonly<Record<string, (file: string, text: string) => readonly ProseLine[]>> = {
  ".mdx": ofMarkdown,
  ".md": ofMarkdown,
  ".astro": (_file, text) => linesOfAstro(text),
  ".ts": ofTypeScript,
  ".tsx": ofTypeScript,
  ".mjs": linesOfLearnersCode,
  ".js": linesOfLearnersCode,
  ".cjs": linesOfLearnersCode,
  ".yaml": (file, text) => {
    const parsed = readYaml(file, text);
    // A file that cannot be read is told where it is checked.
    return "yaml" in parsed ? linesOfYaml(parsed.yaml) : [];
  },
  ".css": NO_PROSE,
  ".json": NO_PROSE,
  ".svg": NO_PROSE,
};

/** `{fact:name}` in exercises and quizzes. */
function factProblems(file: string, text: string, facts: ReadonlySet<string>): Problem[] {
  return [...text.matchAll(/\{fact:([\w-]+)\}/g)].flatMap(({ index, 1: name = "" }): Problem[] => {
    if (facts.has(name)) return [];
    const says = `{fact:${name}}이 가리키는 것이 없습니다. content/facts.yaml에 더하거나 이름을 고치세요.`;
    return [{ file, line: lineAt(text, index), severity: "error", says }];
  });
}
