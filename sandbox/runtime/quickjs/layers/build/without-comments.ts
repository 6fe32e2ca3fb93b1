/** A file of a package without its comments. Every line stays on its line, so that stacks read as with the real package. */
import { type Comment, type Options, parse } from "acorn";

export function withoutComments(text: string): string {
  const comments =
    commentsIn(text, { sourceType: "module" }) ?? commentsIn(text, { sourceType: "script", allowReturnOutsideFunction: true });
  if (comments === undefined) return text;
  let kept = "";
  let end = 0;
  for (const comment of comments) {
    const newlines = text.slice(comment.start, comment.end).split("\n").length - 1;
    // Two words around a comment stay two.
    kept += text.slice(end, comment.start).replace(/(?<=\n)[ \t]+$/, "") + (newlines === 0 ? " " : "\n".repeat(newlines));
    end = comment.end;
  }
  return kept + text.slice(end);
}

/** undefined: it is none of this kind. */
function commentsIn(text: string, options: Omit<Options, "ecmaVersion">): readonly Comment[] | undefined {
  const comments: Comment[] = [];
  try {
    parse(text, { ecmaVersion: "latest", allowHashBang: true, onComment: comments, ...options });
    return comments.filter(({ start }) => start > 0 || !text.startsWith("#!"));
  } catch {
    // Perhaps of the other kind; what is of neither is kept as it is.
    return undefined;
  }
}
