/** The lines that Node puts before an error of syntax: the file, the line, and what is wrong underlined. */
import { positionAt } from "./position.ts";

/** `start` and `end` are offsets in the text; nothing is underlined where they are equal. */
export function sourceExcerpt(file: string, text: string, start: number, end: number): string {
  const { line, column } = positionAt({ text }, start);
  const from = start - (column - 1);
  const shown = /^[^\n\r\u2028\u2029]*/.exec(text.slice(from))?.[0] ?? "";
  const indent = shown.slice(0, column - 1).replace(/[^\t]/g, " ");
  const length = Math.min(end, from + shown.length) - start;
  return `${file}:${line}\n${shown}\n${indent}${"^".repeat(Math.max(0, length))}\n`;
}
