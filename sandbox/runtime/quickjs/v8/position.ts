/** Where an offset stands in a text. */

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** 1-based line and column, in UTF-16 units as V8 counts. */
export function positionAt(program: { readonly text: string }, offset: number): Position {
  const starts = lineStarts(program.text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Texts that a learner's typing left behind are forgotten with all the others. */
const MOST_KNOWN = 64;
const starts = new Map<string, readonly number[]>();

function lineStarts(text: string): readonly number[] {
  const known = starts.get(text);
  if (known !== undefined) return known;
  const found = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) found.push(index + end.length);
  if (starts.size >= MOST_KNOWN) starts.clear();
  starts.set(text, found);
  return found;
}
