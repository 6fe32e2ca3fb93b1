/** The text of a chapter below one of its headings. */

/**
 * From the heading of that index (in the order of the text) to the next that is not below it, the heading's line included.
 * `mdx` without a front matter or with one: it holds no heading.
 */
export function sectionAt(mdx: string, index: number): string {
  const lines = mdx.split("\n");
  const headings = withoutFences(lines).flatMap((text, line) => {
    const marks = /^(#{1,6}) /.exec(text)?.[1];
    return marks === undefined ? [] : [{ line, depth: marks.length }];
  });
  const heading = headings[index];
  if (heading === undefined) return "";
  const next = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth);
  return lines.slice(heading.line, next?.line).join("\n");
}

/** A `#` in code is no heading. */
function withoutFences(lines: readonly string[]): readonly string[] {
  let inside = false;
  return lines.map((line) => {
    const isFence = /^(```|~~~)/.test(line);
    if (isFence) inside = !inside;
    return isFence || inside ? "" : line;
  });
}
