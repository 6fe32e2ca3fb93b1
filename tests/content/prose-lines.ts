/** The Korean lines that readers see, out of files of every kind, each with its line. */

import { type Comment, parse } from "acorn";
import { transformSync } from "esbuild";
import { withoutCode } from "./chapter-prose.ts";
import { nodesPart, part, syntaxTree, walk } from "./syntax.ts";
import type { YamlFile } from "./yaml-file.ts";

export interface ProseLine {
  readonly line: number;
  readonly text: string;
}

const isKorean = (text: string) => /[가-힣]/.test(text);

/** Comments and components' expressions go; titles in the frontmatter stay. */
export function linesOfMdx(mdx: string): readonly ProseLine[] {
  const blank = (block: string) => block.replaceAll(/[^\n]/g, "");
  return koreanLines(withoutCode(mdx).replaceAll(/\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/g, blank));
}

/** Below these keys stands code, or what code prints. */
const NO_PROSE = new Set([
  // Headings of the guide that the book follows, in guide.yaml.
  "heading",
  "files",
  "code",
  "replace",
  "event",
  "stimuli",
  "equals",
  "includes",
  "containing",
  "matching",
  "json",
  "where",
  "at",
  "read",
  "answer",
  "synonyms",
]);

export function linesOfYaml({ texts }: YamlFile): readonly ProseLine[] {
  return texts
    .filter(({ path }) => !path.some((key) => NO_PROSE.has(String(key))))
    .flatMap(({ text, line }) => koreanLines(withoutCode(text)).map((found) => ({ ...found, line: line + found.line - 1 })));
}

/** The comments and the texts of a reader's code. */
export function linesOfLearnersCode(path: string, code: string): readonly ProseLine[] {
  const comments: Comment[] = [];
  try {
    parse(code, { ecmaVersion: "latest", sourceType: path.endsWith(".cjs") ? "script" : "module", onComment: comments, locations: true });
  } catch (thrown) {
    // A mistake may be one of syntax; its comments are checked up to there.
    if (!(thrown instanceof SyntaxError)) throw thrown;
  }
  const ofComments = comments.flatMap(({ value, loc }) =>
    koreanLines(value).map((found) => ({ line: (loc?.start.line ?? 1) + found.line - 1, text: found.text.replace(/^\s*\*\s?/, "") })),
  );
  return [...ofComments, ...textsOf(path, code)];
}

/** Texts in our own TypeScript, JSX too; its comments are English. */
export function linesOfTypeScript(code: string): readonly ProseLine[] {
  const { code: plain } = transformSync(code, { loader: "tsx", jsx: "automatic", charset: "utf8" });
  const lines = code.split("\n");
  return textsOf("index.mjs", plain).map(({ text }) => {
    const [run = ""] = /[가-힣]+/.exec(text) ?? [];
    return { text, line: lines.findIndex((line) => line.includes(run)) + 1 };
  });
}

/** Texts of the frontmatter, and what stands between and in the tags. */
export function linesOfAstro(code: string): readonly ProseLine[] {
  const [, frontmatter = "", template = code] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(code) ?? [];
  const above = frontmatter === "" ? 0 : frontmatter.split("\n").length + 2;
  const inTemplate = template
    .split("\n")
    .flatMap((line, index) => line.split(/[<>{}"]/).map((text) => ({ text: text.trim(), line: above + index + 1 })));
  return [
    ...linesOfTypeScript(frontmatter).map(({ text, line }) => ({ text, line: line + 1 })),
    ...inTemplate.filter(({ text }) => isKorean(text)),
  ];
}

function koreanLines(text: string): readonly ProseLine[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => isKorean(line.text));
}

/** String and template literals; what is put into a template stands there as `_`. */
function textsOf(path: string, code: string): readonly ProseLine[] {
  const tree = syntaxTree(path, code);
  if (tree === undefined) return [];
  return [...walk(tree)].flatMap(({ node }) => {
    const line = node.loc?.start.line ?? 1;
    const value = part(node, "value");
    if (node.type === "Literal" && typeof value === "string") return isKorean(value) ? [{ line, text: value }] : [];
    if (node.type !== "TemplateLiteral") return [];
    const text = nodesPart(node, "quasis")
      .map((quasi) => code.slice(quasi.start, quasi.end))
      .join("_");
    return koreanLines(text).map((found) => ({ ...found, line: line + found.line - 1 }));
  });
}
