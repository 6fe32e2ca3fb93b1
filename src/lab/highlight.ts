/** Code with its colours as HTML, made when the site is built. Lines are plain text with spans; the classes are in lab.css. */
import { createCssVariablesTheme, createHighlighter, type Highlighter } from "shiki";

const theme = { ...createCssVariablesTheme({ variablePrefix: "--", fontStyle: false }), name: "lab" };

let highlighter: Promise<Highlighter> | undefined;

/** `file` decides the language: JavaScript, JSON, or none. TypeScript has its colours in the editor: here they would put chapter 04 over its 30 kB. */
export async function highlighted(file: string, code: string): Promise<string> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ["js", "json"] });
  const lang = languageOf(file);
  const tokens = (await highlighter).codeToTokensBase(code.replace(/\n$/, ""), { lang, theme });
  return tokens.map((line) => line.map(({ content, color = "" }) => span(content, CLASSES[color])).join("")).join("\n");
}

function languageOf(file: string): "js" | "json" | "text" {
  if (/\.(mjs|cjs|js)$/.test(file)) return "js";
  return file.endsWith(".json") ? "json" : "text";
}

const CLASSES: Readonly<Record<string, string>> = {
  "var(--token-keyword)": "k",
  "var(--token-string)": "s",
  "var(--token-string-expression)": "s",
  "var(--token-constant)": "n",
  "var(--token-comment)": "c",
  "var(--token-function)": "f",
};

function span(text: string, className: string | undefined): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return className === undefined || text.trim() === "" ? escaped : `<i class="${className}">${escaped}</i>`;
}
