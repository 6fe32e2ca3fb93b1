/** `*` in an event pattern stands for any number of characters; `\*` and `\\` for themselves. */
import { PatternMistake } from "./mistake.ts";

// Simplified: AWS refuses patterns of many wildcards as "too complex"; from how many on is not known.
/** Throws the words of AWS's rule engine (event-ruler, WildcardParser.java), which counts bytes from the opening quotation mark. */
export function wildcardTest(pattern: string): (value: string) => boolean {
  const pieces = piecesOf(pattern);
  const [first = "", ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return (value) => value === first;
  return (value) => {
    if (!value.startsWith(first)) return false;
    let at = first.length;
    // The leftmost place of each piece leaves the most room for those that follow.
    for (const piece of rest) {
      const found = value.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return value.length - last.length >= at && value.endsWith(last);
  };
}

/** The texts between the wildcards. */
function piecesOf(pattern: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let bytes = 1;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] ?? "";
    const next = pattern[index + 1];
    if (character === "*") {
      if (next === "*") throw new PatternMistake(`Consecutive wildcard characters at pos ${bytes}`);
      pieces.push(piece);
      piece = "";
    } else if (character === "\\") {
      if (next !== "*" && next !== "\\") throw new PatternMistake(`Invalid escape character at pos ${bytes}`);
      piece += next;
      index += 1;
      bytes += 1;
    } else {
      piece += character;
    }
    bytes += utf8Length(character);
  }
  return [...pieces, piece];
}

/** A surrogate is half of a character of four bytes. */
function utf8Length(unit: string): number {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return 1;
  if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) return 2;
  return 3;
}
