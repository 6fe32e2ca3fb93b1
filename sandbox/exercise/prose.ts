/**
 * The little Markdown of exercises and quizzes, as data for whoever draws it: paragraphs, fenced code, and within a paragraph
 * `code`, **strong** and {fact:name}, which stands for a figure of content/facts.yaml.
 */

export type Block =
  | { readonly type: "paragraph"; readonly spans: readonly Span[] }
  | { readonly type: "code"; readonly language: string; readonly text: string };

export type Span =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "strong"; readonly text: string }
  | { readonly type: "fact"; readonly name: string };

export function blocksOf(prose: string): readonly Block[] {
  const blocks: Block[] = [];
  // A fence ends at the next one, or with the text.
  for (const [index, part] of prose.split(/^```/m).entries()) {
    if (index % 2 === 1) {
      const [language = "", ...lines] = part.split("\n");
      blocks.push({ type: "code", language: language.trim(), text: lines.join("\n").replace(/\n$/, "") });
      continue;
    }
    for (const paragraph of part.split(/\n\s*\n/)) {
      const text = paragraph.trim().replaceAll(/\s*\n\s*/g, " ");
      if (text !== "") blocks.push({ type: "paragraph", spans: spansOf(text) });
    }
  }
  return blocks;
}

export function spansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|\{fact:([\w-]+)\}/g)) {
    const [whole, code, strong, fact] = match;
    if (match.index > end) spans.push({ type: "text", text: text.slice(end, match.index) });
    if (code !== undefined) spans.push({ type: "code", text: code });
    if (strong !== undefined) spans.push({ type: "strong", text: strong });
    if (fact !== undefined) spans.push({ type: "fact", name: fact });
    end = match.index + whole.length;
  }
  if (end < text.length) spans.push({ type: "text", text: text.slice(end) });
  return spans;
}

/** One line without its marks, for places that show letters only. */
export const plainText = (text: string): string =>
  spansOf(text)
    .map((span) => (span.type === "fact" ? span.name : span.text))
    .join("");

/** The names of the facts that a text stands on. */
export const factsIn = (prose: string): readonly string[] =>
  blocksOf(prose).flatMap((block) =>
    block.type === "code" ? [] : block.spans.flatMap((span) => (span.type === "fact" ? [span.name] : [])),
  );
