/** JavaScript without its comments, so that a pattern finds code only. */

/**
 * Strings and templates stay as they are. Regular expressions are not told from divisions: one that holds a quotation mark or
 * `/*` may hide what follows on its line.
 */
export function withoutComments(code: string): string {
  return code.replace(TOKENS, (token) => {
    if (token.startsWith("//")) return "";
    if (token.startsWith("/*")) return token.includes("\n") ? "\n" : " ";
    return token;
  });
}

/** A string, a template, an escape (as in a regular expression's `\/\/`), or a comment, whichever begins first. */
const TOKENS = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\\.|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
