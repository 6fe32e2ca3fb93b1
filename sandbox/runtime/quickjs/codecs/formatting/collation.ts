/**
 * The order of texts, as the Unicode collation algorithm tells it: first by letters, then by accents, then by case. Korean puts
 * Hangul before all other letters. Simplified: ideographs stand in the order of their code points, in Korean after Hangul; ICU's
 * Korean order puts each beside the syllable that it is read as.
 */
import { type Language, localeData } from "./data.ts";

interface Weights {
  /** 0: none, as of a combining mark. */
  readonly primary: number;
  readonly secondary: number;
  readonly tertiary: number;
  readonly upper: boolean;
}

interface Table {
  readonly letters: ReadonlyMap<string, Weights>;
  readonly digits: number;
  readonly latin: number;
}

let made: Table | undefined;

/** `flags`: the language, then any of `numeric`, `punctuation` (to be ignored), `upper`, `lower` (comes first). */
export function compared(a: string, b: string, sensitivity: string, flags: string): -1 | 0 | 1 {
  const [language = "en", ...rest] = flags.split(" ");
  const options = {
    language: language === "ko" ? "ko" : "en",
    numeric: rest.includes("numeric"),
    noPunctuation: rest.includes("punctuation"),
  } as const;
  const first = elements(a, options);
  const second = elements(b, options);
  const byLetters = lexical(first, second, ({ primary }) => primary);
  if (byLetters !== 0 || sensitivity === "base") return byLetters;
  if (sensitivity === "case") return lexical(first, second, rest.includes("upper") ? upperFirst : caseOf);
  const byAccents = lexical(first, second, ({ secondary }) => secondary + 1);
  if (byAccents !== 0 || sensitivity === "accent") return byAccents;
  const cased = rest.includes("upper") ? lexical(first, second, upperFirst) : rest.includes("lower") ? lexical(first, second, caseOf) : 0;
  return cased === 0 ? lexical(first, second, ({ primary, tertiary }) => (primary === 0 ? 0 : tertiary + 1)) : cased;
}

const caseOf = ({ primary, upper }: Weights): number => (primary === 0 ? 0 : upper ? 2 : 1);

const upperFirst = (each: Weights): number => (caseOf(each) === 0 ? 0 : 3 - caseOf(each));

/** A weight of 0 is passed over. */
function lexical(a: readonly Weights[], b: readonly Weights[], weight: (each: Weights) => number): -1 | 0 | 1 {
  let [left, right] = [0, 0];
  for (;;) {
    while (left < a.length && weight(a[left] as Weights) === 0) left += 1;
    while (right < b.length && weight(b[right] as Weights) === 0) right += 1;
    const x = a[left];
    const y = b[right];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? -1 : 1;
    const difference = weight(x) - weight(y);
    if (difference !== 0) return difference < 0 ? -1 : 1;
    left += 1;
    right += 1;
  }
}

interface Options {
  readonly language: Language;
  readonly numeric: boolean;
  readonly noPunctuation: boolean;
}

function elements(text: string, options: Options): Weights[] {
  made ??= tableOf();
  const table = made;
  const found: Weights[] = [];
  const runs = options.numeric ? text.normalize("NFD").split(/(\d+)/) : [text.normalize("NFD")];
  runs.forEach((run, index) => {
    if (options.numeric && index % 2 === 1) found.push(...numberElements(run, table));
    else for (const character of run) for (const each of ofCharacter(character, options, table)) found.push(each);
  });
  return found;
}

/** Long texts repeat their characters: each has its elements once, or comparing would leave megabytes behind. */
const known = new Map<string, readonly Weights[]>();
const MOST_KNOWN = 5_000;

function ofCharacter(character: string, options: Options, table: Table): readonly Weights[] {
  const key = `${options.language}${options.noPunctuation ? "-" : "+"}${character}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found: Weights[] = [];
  addCharacter(character, found, options, table, 0);
  known.set(key, found);
  return found;
}

/** A number: how long it is, then its digits, all before what follows digits. */
function numberElements(digits: string, { digits: zero }: Table): Weights[] {
  const significant = digits.replace(/^0+(?=\d)/, "");
  const element = (part: number): Weights => ({ primary: zero + part, secondary: 0, tertiary: 0, upper: false });
  return [element(Math.min(significant.length, 250) / 1000), ...[...significant].map((digit) => element(Number(digit) / 1000))];
}

function addCharacter(character: string, found: Weights[], options: Options, table: Table, raised: number): void {
  if (character === "\u0001" && raised > 0) {
    found.push(LIGATURE);
    return;
  }
  if (options.noPunctuation && /[\p{P}\p{Z}\t-\r]/u.test(character)) return;
  const listed = SPELLED[character] === undefined ? table.letters.get(character) : undefined;
  if (listed !== undefined) {
    found.push({ ...listed, primary: reordered(listed.primary, character, options, table), tertiary: listed.tertiary + raised });
    return;
  }
  if (/\p{Cc}|\p{Cf}|\p{M}/u.test(character)) return;
  const apart = SPELLED[character] ?? character.normalize("NFKD");
  if (apart !== character) for (const each of apart) addCharacter(each, found, options, table, 50);
  else found.push({ primary: unlisted(character, options, table), secondary: 0, tertiary: 0, upper: false });
}

/** What the algorithm takes apart and normalization does not. */
const SPELLED: Readonly<Record<string, string>> = { ß: "ss", ẞ: "SS", æ: "a\u0001e", Æ: "A\u0001E", œ: "o\u0001e", Œ: "O\u0001E" };

/** What tells æ from ae: an accent stronger than all others. */
const LIGATURE: Weights = { primary: 0, secondary: 5000, tertiary: 0, upper: false };

const HANGUL = /\p{Script=Hangul}/u;

/** Hangul to the place of the first Latin letter, before it. */
function reordered(primary: number, character: string, { language }: Options, { latin }: Table): number {
  return language === "ko" && primary >= latin && HANGUL.test(character) ? latin - 1 + primary / 1_000_000 : primary;
}

const AFTER_ALL = 100_000;

/** Symbols before digits, ideographs after all letters (in Korean after Hangul), what nobody knows last. */
function unlisted(character: string, { language }: Options, { digits, latin }: Table): number {
  const code = character.codePointAt(0) ?? 0;
  if (language === "ko" && /\p{Script=Han}/u.test(character)) return latin - 0.5 + code / 2_000_000_000;
  if (/\p{S}|\p{P}/u.test(character)) return digits - 1 + code / 2_000_000;
  return AFTER_ALL + code + (/\p{Script=Han}/u.test(character) ? 0 : 2_000_000);
}

function tableOf(): Table {
  const { order, marks } = localeData.collation;
  const letters = new Map<string, Weights>();
  let [primary, secondary, tertiary] = [0, 0, 0];
  let level = "";
  for (const character of order) {
    if (character < "\u0005") {
      level = character;
      continue;
    }
    if (level === "\u0001") [primary, secondary, tertiary] = [primary + 1, 0, 0];
    else if (level === "\u0002") [secondary, tertiary] = [secondary + 1, 0];
    else if (level === "\u0003") tertiary += 1;
    const upper = character.toLowerCase() !== character;
    letters.set(character, { primary, secondary: secondary * 1000, tertiary, upper });
  }
  [...marks].forEach((mark, index) => {
    letters.set(mark, { primary: 0, secondary: index + 1, tertiary: 0, upper: false });
  });
  return { letters, digits: letters.get("0")?.primary ?? 0, latin: letters.get("a")?.primary ?? 0 };
}
