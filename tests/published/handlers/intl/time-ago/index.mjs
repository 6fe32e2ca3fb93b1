const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
const NOW = Date.parse("2026-11-22T07:00:00Z");

function ago(at, locale, options) {
  const seconds = Math.round((Date.parse(at) - NOW) / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(locale, options).format(Math.trunc(seconds / size), unit);
}

export const handler = async ({ at }) => ({
  ko: ago(at, "ko-KR"),
  auto: ago(at, "ko-KR", { numeric: "auto" }),
  en: ago(at, "en-US", { numeric: "auto", style: "long" }),
  short: ago(at, "en-US", { style: "narrow" }),
  ordinals: [1, 2, 3, 4, 11, 21].map((n) => n + { one: "st", two: "nd", few: "rd", other: "th" }[new Intl.PluralRules("en-US", { type: "ordinal" }).select(n)]),
  cardinals: [0, 1, 2].map((n) => new Intl.PluralRules("ko").select(n)),
});
