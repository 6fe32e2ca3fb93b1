/** Lists and relative times. */
import { type Language, localeData } from "./data.ts";
import type { Part } from "./date-parts.ts";
import { decimalOf } from "./decimal.ts";
import { roundedNumber } from "./number-digits.ts";
import { type NumberRequest, numberParts } from "./number-parts.ts";
import { pluralOf } from "./plurals.ts";

export interface RelativeRequest {
  readonly language: Language;
  readonly style: "long" | "short" | "narrow";
  readonly numeric: "always" | "auto";
}

/** As a number is written where nothing else is asked for. */
const PLAIN = {
  style: "decimal",
  useGrouping: "auto",
  notation: "standard",
  signDisplay: "auto",
  minimumIntegerDigits: 1,
  minimumFractionDigits: 0,
  maximumFractionDigits: 3,
  roundingIncrement: 1,
  roundingMode: "halfExpand",
  roundingPriority: "auto",
  trailingZeroDisplay: "auto",
} as const satisfies Omit<NumberRequest, "language">;

/** Triples: the parts of the number say which unit it counts. `unit` is singular. */
export function relativeParts({ language, style, numeric }: RelativeRequest, text: string, unit: string): readonly (readonly string[])[] {
  const forms = localeData.words[language].relative[style]?.[unit];
  if (forms === undefined) throw new Error(`formatting: no relative ${unit}`);
  const past = text.startsWith("-");
  // ICU's own rounding: a word for what is as good as whole.
  const hundredths = Math.trunc(Number(text) * 100 + (past ? -0.5 : 0.5));
  const word = numeric === "auto" ? forms.words[[-200, -100, 0, 100, 200].indexOf(hundredths)] : undefined;
  if (word !== undefined && word !== "") return [["literal", word]];
  const size = past ? text.slice(1) : text;
  const several =
    pluralOf(
      language,
      "cardinal",
      roundedNumber(decimalOf(size), PLAIN, () => 0),
    ) === "other";
  const template = forms.templates[(past ? 0 : 2) + (several ? 1 : 0)] ?? "";
  const [before = "", after = ""] = template.split("{0}");
  const number = numberParts(size, { ...PLAIN, language }).map(([type, value]) => [type, value, unit]);
  return [...literal(before), ...number, ...literal(after)];
}

const literal = (text: string): readonly (readonly string[])[] => (text === "" ? [] : [["literal", text]]);

export function listParts(language: Language, form: string, items: readonly string[]): Part[] {
  const [two = "", start = "", middle = "", end = ""] = localeData.words[language].lists[form] ?? [];
  const last = items.length - 1;
  const separator = (index: number) => (items.length === 2 ? two : index === last ? end : index === 1 ? start : middle);
  const parts = items.flatMap((item, index): Part[] =>
    index === 0
      ? [["element", item]]
      : [
          ["literal", separator(index)],
          ["element", item],
        ],
  );
  return parts.reduce<Part[]>(joined, []);
}

/** An empty item leaves no part, and what stands around it is one. */
function joined(parts: Part[], part: Part): Part[] {
  const last = parts.at(-1);
  if (part[1] === "") return parts;
  return last?.[0] === "literal" && part[0] === "literal" ? [...parts.slice(0, -1), ["literal", last[1] + part[1]]] : [...parts, part];
}
