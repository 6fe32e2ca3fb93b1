/** Whether a text is a text of its language, said by the language's own tools as far as npm brings them. */
import { spawnSync } from "node:child_process";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { parseExpressionAt } from "acorn";
import { validate } from "dockerfile-utils";
import { LineCounter, parseDocument } from "yaml";
import { GRAMMARS, type Grammar } from "./grammars.ts";

export interface SyntaxFault {
  /** In the text, from 1. */
  readonly line: number;
  readonly says: string;
}

/** By the fence's word. */
export const SYNTAX: Readonly<Record<string, (text: string) => readonly SyntaxFault[]>> = {
  python: pythonFaults,
  json: jsonFaults,
  yaml: yamlFaults,
  sh: shellFaults,
  dockerfile: dockerfileFaults,
  csharp: (text) => grammarFaults("C#", GRAMMARS.csharp, text),
  go: (text) => grammarFaults("Go", GRAMMARS.go, text),
  java: (text) => grammarFaults("Java", GRAMMARS.java, text),
  ruby: (text) => grammarFaults("Ruby", GRAMMARS.ruby, text),
  rust: (text) => grammarFaults("Rust", GRAMMARS.rust, text),
};

/**
 * Ruff reads Python as 3.14 does, the semantic syntax errors among it (E9, `return` outside of a function), and with pyflakes' rules
 * names that nothing defines. CPython itself would have to be fetched (Pyodide) and starts for seconds.
 */
let ruff: Workspace | undefined;

interface RuffDiagnostic {
  readonly message: string;
  readonly start_location: { readonly row: number };
}

function pythonFaults(text: string): readonly SyntaxFault[] {
  ruff ??= new Workspace({ "target-version": "py314", lint: { select: ["E9", "F"] } }, PositionEncoding.Utf16);
  // ruff_wasm.d.ts says `any`; the shape is that of its Diagnostic.
  const diagnostics: readonly RuffDiagnostic[] = ruff.check(text);
  return diagnostics.map(({ message, start_location }) => ({
    line: start_location.row,
    says: `Python으로 읽으면 잘못입니다. Ruff의 말: ${message}`,
  }));
}

function jsonFaults(text: string): readonly SyntaxFault[] {
  try {
    JSON.parse(text);
    return [];
  } catch (thrown) {
    // What is no JSON is what this looks for.
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return [{ line: lineOfJsonFault(text), says: `JSON으로 읽지 못합니다: ${thrown.message.split(/, ["\n]/)[0]}` }];
  }
}

/** V8 names no position for most mistakes; acorn does, and JSON is an expression of JavaScript. */
function lineOfJsonFault(text: string): number {
  try {
    parseExpressionAt(text, 0, { ecmaVersion: "latest" });
    return 1;
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return "pos" in thrown && typeof thrown.pos === "number" ? lineAt(text, thrown.pos) : 1;
  }
}

function yamlFaults(text: string): readonly SyntaxFault[] {
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, logLevel: "silent" });
  return errors.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, says: `YAML로 읽지 못합니다: ${message.split("\n")[0]}` }));
}

/** Where there is a `sh`; CI has one. */
export const hasShell = spawnSync("sh", ["-c", "exit 0"]).status === 0;

function shellFaults(text: string): readonly SyntaxFault[] {
  if (!hasShell) return [];
  const { status, stderr } = spawnSync("sh", ["-n"], { input: text, encoding: "utf8" });
  if (status === 0) return [];
  const [first = ""] = stderr.split("\n");
  return [
    { line: Number(/\b(?:line )?(\d+): /.exec(first)?.[1] ?? 1), says: `sh -n 명령이 거절합니다: ${first.replace(/^.*?\d+: /, "")}` },
  ];
}

/** Warnings of dockerfile-utils are advice. */
function dockerfileFaults(text: string): readonly SyntaxFault[] {
  return validate(text)
    .filter(({ severity }) => severity === 1)
    .map(({ range, message }) => ({ line: range.start.line + 1, says: `Dockerfile로 읽으면 잘못입니다: ${message}` }));
}

function grammarFaults(name: string, grammar: Grammar, text: string): readonly SyntaxFault[] {
  const from = grammar(text);
  if (from === undefined) return [];
  return [{ line: lineAt(text, from), says: `${name} 문법에 맞지 않습니다: ‘${text.slice(from).split("\n")[0]?.trim()}’ 앞을 보세요.` }];
}

const lineAt = (text: string, position: number) => text.slice(0, position).split("\n").length;
