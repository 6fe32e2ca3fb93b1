/**
 * Colours of code as one-letter classes in place of Shiki's style attributes, and no elements where there is no colour: a chapter with
 * much code is a tenth lighter that way. The letters are those of src/lab/highlight.ts; their colours are in src/styles/prose.css.
 */
import type { ShikiTransformer } from "shiki";

type Code = Parameters<NonNullable<ShikiTransformer["code"]>>[0];
type Node = Code["children"][number];

export const tokenClasses: ShikiTransformer = {
  name: "token-classes",
  code(code) {
    // Shiki's lines are elements too, with the line ends between them as text.
    code.children = code.children.flatMap((line) => (line.type === "element" ? line.children.map(coloured) : [line]));
  },
};

function coloured(node: Node): Node {
  if (node.type !== "element" || typeof node.properties.style !== "string") return node;
  const { style } = node.properties;
  const [, token = ""] = /^color:var\(--astro-code-(?:token-)?([a-z-]+)\)$/.exec(style) ?? [];
  if (PLAIN.has(token) || isBlank(node)) return node.children.length === 1 && node.children[0] !== undefined ? node.children[0] : node;
  const letter = LETTERS[token];
  return letter === undefined ? node : { ...node, tagName: "i", properties: { class: letter } };
}

const isBlank = ({ children }: Extract<Node, { type: "element" }>) =>
  children.every((child) => child.type === "text" && child.value.trim() === "");

/** In the colour of the text. */
const PLAIN: ReadonlySet<string> = new Set(["foreground", "parameter"]);

const LETTERS: Readonly<Record<string, string>> = {
  keyword: "k",
  string: "s",
  "string-expression": "s",
  constant: "n",
  comment: "c",
  function: "f",
  punctuation: "p",
  link: "l",
};
