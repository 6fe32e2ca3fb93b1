/** All that is wrong with the code that the book shows, and how much of it was looked at. */
import { readBook } from "../book.ts";
import { inOrder, type Problem } from "../problem.ts";
import { type CodeBlock, codeBlocks, problemIn } from "./block.ts";
import { commandFaults } from "./cli-check.ts";
import { shellCommands } from "./shell-commands.ts";
import { SYNTAX } from "./syntax-check.ts";
import { templateFaults } from "./template.ts";
import { isTyped, typeProblems } from "./type-check.ts";

export interface CodeReport {
  readonly problems: readonly Problem[];
  /** Blocks by what checked them, most first. */
  readonly checked: readonly (readonly [kind: string, count: number])[];
  /** `aws` and `sam`, in scripts and in sentences. */
  readonly commands: number;
  readonly fragments: readonly CodeBlock[];
  /** With the author's reason. */
  readonly unchecked: readonly CodeBlock[];
}

/** What is no code in any language that a machine could judge. */
const PLAIN = new Set(["", "text", "txt"]);

export function checkCode(root: string, only?: string): CodeReport {
  return reportOn(codeBlocks(readBook(root), only));
}

export function reportOn(all: readonly CodeBlock[]): CodeReport {
  const unchecked = all.filter((block) => block.unchecked !== undefined);
  const blocks = all.filter((block) => block.unchecked === undefined && !PLAIN.has(block.language));
  const commands = blocks.filter(({ language }) => language === "sh").flatMap(commandsIn);
  return {
    problems: inOrder([
      ...blocks.flatMap((block) => (isTyped(block) ? [] : syntaxProblems(block))),
      ...commands.flatMap(({ block, command }) =>
        commandFaults(command, block.extent === "mention").map(({ line, says }) => problemIn(block, line, says)),
      ),
      ...blocks.filter(isTemplate).flatMap((block) => templateProblems(block, blocks)),
      ...typeProblems(blocks),
    ]),
    checked: counted(blocks.filter(({ extent }) => extent !== "mention").map(kindOf)),
    commands: commands.length,
    fragments: blocks.filter(({ extent, file }) => extent === "fragment" && file.endsWith(".mdx")),
    unchecked,
  };
}

function syntaxProblems(block: CodeBlock): readonly Problem[] {
  const check = SYNTAX[block.language];
  if (check === undefined) {
    const known = [...Object.keys(SYNTAX), "js", "ts", "text"].join(", ");
    const says = `검사가 모르는 언어입니다: ${block.language}. 아는 것: ${known}. 검사할 수 없는 코드라면 펜스에 unchecked="까닭"을 붙이세요.`;
    return [problemIn(block, 1, says)];
  }
  // Templates say more of their own.
  return isTemplate(block) || block.extent === "mention" ? [] : check(block.text).map(({ line, says }) => problemIn(block, line, says));
}

function commandsIn(block: CodeBlock) {
  return shellCommands(block.text)
    .filter(({ words }) => words[0]?.text === "aws" || words[0]?.text === "sam")
    .map((command) => ({ block, command }));
}

/** A fence of YAML is a template unless its name says that it is something else. */
const isTemplate = ({ language, name }: CodeBlock) =>
  language === "yaml" && !/^(serverless|docker-compose|compose)\.ya?ml$/.test(name ?? "");

function templateProblems(block: CodeBlock, blocks: readonly CodeBlock[]): readonly Problem[] {
  const others = blocks.filter((other) => other !== block && other.chapter === block.chapter && isTemplate(other)).map(({ text }) => text);
  return templateFaults(block.text, block.extent === "fragment", others).map(({ line, says }) => problemIn(block, line, says));
}

const KINDS: Readonly<Record<string, string>> = {
  js: "JavaScript",
  mjs: "JavaScript",
  cjs: "JavaScript",
  ts: "TypeScript",
  sh: "셸",
  yaml: "YAML",
  python: "Python",
  json: "JSON",
  java: "Java",
  go: "Go",
  csharp: "C#",
  ruby: "Ruby",
  rust: "Rust",
  dockerfile: "Dockerfile",
};

const kindOf = (block: CodeBlock) => (isTemplate(block) ? "템플릿" : (KINDS[block.language] ?? block.language));

function counted(kinds: readonly string[]): CodeReport["checked"] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
