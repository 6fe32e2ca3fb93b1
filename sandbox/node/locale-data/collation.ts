/**
 * The order of characters, from Node's ICU: Latin, Greek, Cyrillic, Korean and Japanese letters, digits, punctuation, symbols.
 * Ideographs are not among them: the codec orders those as Unicode does where nobody says otherwise.
 */

const RANGES = [
  [0x0020, 0x0530],
  [0x1100, 0x1113],
  [0x1161, 0x1176],
  [0x11a8, 0x11c3],
  [0x1e00, 0x1f00],
  [0x2000, 0x2c00],
  [0x3000, 0x3100],
  [0x3130, 0x3190],
  [0x3200, 0x3400],
  [0xff00, 0xffef],
  [0x1f300, 0x1f650],
  [0x1f680, 0x1f700],
  [0x1f900, 0x1fa00],
] as const;

/** Between neighbours of the order: how much they differ. */
const LEVELS = ["\u0001", "\u0002", "\u0003"] as const;

export function harvestCollation() {
  const levels = (["base", "accent", "variant"] as const).map((sensitivity) => new Intl.Collator("en", { sensitivity }));
  const all = RANGES.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => String.fromCodePoint(from + index))).filter((text) =>
    /\p{L}|\p{N}|\p{P}|\p{S}|\p{Z}|\p{M}/u.test(text),
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
