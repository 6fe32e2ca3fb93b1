/**
 * The source text of the call that is being answered: what `assert(x > 1)` is quoted as. Node reads the file at the place that
 * the stack names, and so do we; undefined where it cannot be found.
 */
export function callSource(stack) {
  const frame = /\(?((?:file:\/\/)?\/[^()\n]*?):(\d+):(\d+)\)?(?:\n|$)/.exec(stack ?? "");
  if (frame === null) return undefined;
  const [, file, line, column] = frame;
  const bytes = binding.fsRead(file.replace(/^file:\/\//, ""));
  if (typeof bytes === "string") return undefined;
  const text = binding.utf8Decode(new Uint8Array(bytes));
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const start = startOfCall(lines[line - 1] ?? "", column - 1);
  if (start === undefined) return undefined;
  const end = endOfCall(text, before + start);
  return end === undefined ? undefined : dedented(text.slice(before + start, end), start);
}

/** `assert.ok(` around the column, or else before it: V8 points at one of its names, QuickJS may point into its arguments. */
function startOfCall(line, column) {
  const starts = [...line.matchAll(/(?:[\w$]+\.)*[\w$]+\s*\(/g)].filter(({ index }) => index <= column);
  return starts.at(-1)?.index;
}

/** Past the parenthesis that closes the first one, strings and comments not counted. */
function endOfCall(text, start) {
  const token = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === "(") depth += 1;
    else if (match[0] === ")") depth -= 1;
    if (match[0] === ")" && depth === 0) return token.lastIndex;
  }
  return undefined;
}

function dedented(call, column) {
  const [first, ...rest] = call.split("\n");
  return [first, ...rest.map((line) => `  ${line.replace(new RegExp(`^[ \\t]{0,${column}}`), "")}`)].join("\n");
}
