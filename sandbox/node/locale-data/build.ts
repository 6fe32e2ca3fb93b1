/**
 * Reads what Node's own ICU knows of Korean and American English, and of the dates of DATES, and writes it down for the formatting codec:
 * `node sandbox/node/locale-data/build.ts`. To be run with the Node that package.json pins; a test says when it has to be.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { harvestCollation } from "./collation.ts";
import { harvestDateRanges } from "./date-ranges.ts";
import { harvestDates } from "./dates.ts";
import { harvestLocales } from "./locales.ts";
import { harvestCurrencyDigits, harvestNumbers } from "./numbers.ts";
import { packed } from "./packed.ts";
import { harvestWords } from "./words.ts";
import { harvestZones } from "./zones.ts";

const LOCALES = { en: "en-US", ko: "ko-KR" } as const;

/** Locales whose dates are known: people ask for them to be written YYYY-MM-DD, or the day first. */
const DATES = ["en-CA", "en-GB", "sv-SE"];

export function harvest() {
  const perLocale = <T>(read: (locale: string) => T) => ({ en: read(LOCALES.en), ko: read(LOCALES.ko) });
  return {
    icu: process.versions.icu,
    dates: { ...perLocale(harvestDates), ...Object.fromEntries(DATES.map((locale) => [locale, harvestDates(locale)])) },
    ranges: perLocale(harvestDateRanges),
    numbers: perLocale(harvestNumbers),
    words: perLocale(harvestWords),
    locales: harvestLocales(),
    collation: harvestCollation(),
    currencyDigits: harvestCurrencyDigits(),
    zones: harvestZones([LOCALES.en, LOCALES.ko]),
  };
}

/** The harvest as the module that the codec imports. */
export function localeDataModule(): string {
  return `/** What ICU ${process.versions.icu} (CLDR ${process.versions.cldr}, Unicode License v3) knows of two languages: written by sandbox/node/locale-data/build.ts. */
// biome-ignore format: one line, as it was written
export const LOCALE_DATA = ${JSON.stringify(JSON.stringify(packed(harvest()))).replace(/[\u2028\u2029]/g, escaped)};
`;
}

/** Line separators, which some tools take for the end of a string. */
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16)}`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("../../runtime/quickjs/codecs/formatting/locale-data.ts", import.meta.url), localeDataModule());
}
