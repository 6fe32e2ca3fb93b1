/**
 * The order of characters, from Node's ICU: Latin, Greek, Cyrillic, Korean and Japanese letters, digits, punctuation, symbols.
 * Ideographs and emoji are not among them: the codec orders those by their numbers.
 */

const RANGES = [
  [0x0020, 0x0530],
  [0x1100, 0x1113],
  [0x1161, 0x1176],
  [0x11a8, 0x11c3],
  [0x2000, 0x2600],
  [0x3000, 0x3100],
  [0x3130, 0x3190],
  [0xff00, 0xffef],
] as const;

/** Between neighbours of the order: how much they differ. */
const LEVELS = ["\u0001", "\u0002", "\u0003"] as const;

export function harvestCollation() {
  const levels = (["base", "accent", "variant"] as const).map((sensitivity) => new Intl.Collator("en", { sensitivity }));
  const all = RANGES.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => String.fromCodePoint(from + index))).filter(
    (text) => /\p{L}|\p{N}|\p{P}|\p{S}|\p{Z}|\p{M}/u.test(text),
  );
  const variant = levels[2] as Intl.Collator;
  const marks = all.filter((text) => /\p{M}/u.test(text) && variant.compare(`a${text}`, "a") !== 0 && levels[0]?.compare(text, "") === 0);
  const letters = all.filter((text) => !/\p{M}/u.test(text) && isOne(text) && variant.compare(text, "") !== 0);
  letters.sort(variant.compare);
  marks.sort((a, b) => variant.compare(`a${a}`, `a${b}`));
  return { order: letters.map((text, index) => between(letters[index - 1], text, levels) + text).join(""), marks: marks.join("") };
}

/** What stands for one other character at most: the rest is taken apart when it is compared. */
const isOne = (text: string) => [...text.normalize("NFKD")].length === 1;

function between(before: string | undefined, text: string, levels: readonly Intl.Collator[]): string {
  if (before === undefined) return LEVELS[0];
  const at = levels.findIndex((collator) => collator.compare(before, text) !== 0);
  return LEVELS[at] ?? "\u0004";
}
