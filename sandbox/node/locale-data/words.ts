/** The small formats: lists, relative times, names, read from Node's ICU. */

const STYLES = ["long", "short", "narrow"] as const;
const UNITS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"] as const;

export function harvestWords(locale: string) {
  return { lists: lists(locale), relative: relativeTimes(locale) };
}

/** By type and style: how two are joined, and of more the first, the inner and the last two. */
function lists(locale: string): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  for (const type of ["conjunction", "disjunction", "unit"] as const) {
    for (const style of STYLES) {
      const separators = (items: readonly string[]) =>
        new Intl.ListFormat(locale, { type, style })
          .formatToParts(items)
          .filter((part) => part.type === "literal")
          .map(({ value }) => value);
      const [two = ""] = separators(["a", "b"]);
      const [start = "", middle = "", end = ""] = separators(["a", "b", "c", "d"]);
      found[`${type} ${style}`] = [two, start, middle, end];
    }
  }
  return found;
}

/** By style and unit: words for whole values from −2 to 2 (`numeric: "auto"`), and templates of past and future, one and several. */
function relativeTimes(locale: string) {
  return Object.fromEntries(
    STYLES.map((style) => [
      style,
      Object.fromEntries(
        UNITS.map((unit) => {
          const auto = new Intl.RelativeTimeFormat(locale, { style, numeric: "auto" });
          const always = new Intl.RelativeTimeFormat(locale, { style });
          const words = [-2, -1, 0, 1, 2].map((value) => {
            const parts = auto.formatToParts(value, unit);
            return parts.length === 1 && parts[0]?.type === "literal" ? parts[0].value : "";
          });
          const templates = [-1, -3, 1, 3].map((value) =>
            always
              .formatToParts(value, unit)
              .map((part) => (part.type === "literal" ? part.value : "{0}"))
              .join(""),
          );
          return [unit, { words, templates }];
        }),
      ),
    ]),
  );
}
