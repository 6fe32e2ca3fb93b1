/** The `code` of questions: text that is shown and not run, in a language that only its look tells. */
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";

export interface QuizCode {
  readonly line: number;
  readonly text: string;
  readonly language: "js" | "sh" | "yaml";
}

export function quizCodes(yaml: string): readonly QuizCode[] {
  const lines = new LineCounter();
  const questions = parseDocument(yaml, { lineCounter: lines }).get("questions");
  if (typeof questions !== "object" || questions === null || !("items" in questions) || !Array.isArray(questions.items)) return [];
  return questions.items.flatMap((question: unknown): QuizCode[] => {
    const code = isMap(question) ? question.get("code", true) : undefined;
    if (!isScalar(code) || typeof code.value !== "string") return [];
    const line = lines.linePos(code.range?.[0] ?? 0).line + (code.type?.startsWith("BLOCK") ? 1 : 0);
    return [{ line, text: code.value, language: languageOf(code.value) }];
  });
}

export const isShellCommand = (code: string): boolean => /^(aws|sam) [a-z]/.test(code.trim());

function languageOf(code: string): QuizCode["language"] {
  if (isShellCommand(code) || /^#/m.test(code.trim().split("\n")[0] ?? "") || code.includes("#!/bin/sh")) return "sh";
  return isMapping(code) ? "yaml" : "js";
}

function isMapping(code: string): boolean {
  const { errors, contents } = parseDocument(code, { logLevel: "silent" });
  return errors.length === 0 && isMap(contents);
}
