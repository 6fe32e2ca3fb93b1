/**
 * Links between chapters. Authors write where the folder is, `../07-cold-and-warm-starts/#초기화`, which leads somewhere in an
 * editor and on GitHub as well; a chapter's address has no number (src/chapters.ts).
 */

/** What there is of an mdast node for us (https://github.com/syntax-tree/mdast). */
interface Node {
  readonly type: string;
  url?: string;
  readonly children?: readonly Node[];
}

const FOLDER = /^\.\.\/\d{2}-([a-z0-9-]+)\/?(#.*)?$/;

/** A remark plugin. */
export function chapterLinks() {
  return rewrite;
}

function rewrite(node: Node): void {
  if (node.url !== undefined) node.url = node.url.replace(FOLDER, "../$1/$2");
  for (const child of node.children ?? []) rewrite(child);
}
