/** A mistake in the book that stops the build: where it stands, and what to do about it, for an author who reads Korean. */

/** `chapter`: the folder, 07-cold-and-warm-starts; undefined on a page that is no chapter. `says` is one or two sentences. */
export function authorError(chapter: string | undefined, tag: string, says: string): Error {
  const file = chapter === undefined ? "src/pages" : `content/chapters/${chapter}/chapter.mdx`;
  return new Error(`${file}: ${tag}: ${says}`);
}
