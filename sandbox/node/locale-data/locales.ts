/** Which locales ICU has: what it has no data for falls back to the default locale, on Lambda as here. */

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
const CODES = [...PAIRS, ...PAIRS.flatMap((pair) => LETTERS.map((third) => pair + third))];

export function harvestLocales() {
  const resolved = (tag: string) => new Intl.NumberFormat(tag).resolvedOptions().locale;
  const regions = (language: string) =>
    PAIRS.map((pair) => pair.toUpperCase()).filter((region) => resolved(`${language}-${region}`) === `${language}-${region}`);
  const languages = Intl.NumberFormat.supportedLocalesOf(CODES).filter((code) => code !== "en" && code !== "ko");
  const unique = [...new Set(languages)];
  const aliases = Object.fromEntries(
    PAIRS.flatMap((pair) => {
      const [canonical = pair] = Intl.getCanonicalLocales(pair);
      return canonical === pair ? [] : [[pair, canonical]];
    }),
  );
  return {
    languages: unique.join(" "),
    aliases,
    ko: regions("ko").join(" "),
    en: regions("en").join(" "),
    currencies: Intl.supportedValuesOf("currency").join(" "),
    units: Intl.supportedValuesOf("unit").join(" "),
    calendars: Intl.supportedValuesOf("calendar").join(" "),
    collations: Intl.supportedValuesOf("collation").join(" "),
    numberingSystems: Intl.supportedValuesOf("numberingSystem").join(" "),
  };
}
