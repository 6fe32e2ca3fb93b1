/**
 * How Node's ICU writes numbers in a locale: symbols, currencies, units and compact forms, read from formatToParts. A template
 * is the text around a number: `{0} km/h`, `시속 {0}킬로미터`.
 */

type Options = Intl.NumberFormatOptions & { readonly currencyDisplay?: string };

/** Those that ECMA-402 sanctions. */
export const UNITS = Intl.supportedValuesOf("unit");
export const UNIT_DISPLAYS = ["short", "long", "narrow"] as const;
/** Every plural category of the two languages, and a number of each. */
const COUNTS = [1, 2] as const;
const NUMBER_PARTS = ["integer", "group", "decimal", "fraction", "minusSign", "plusSign"];

export function harvestNumbers(locale: string) {
  const part = (value: number, options: Options, type: string) =>
    new Intl.NumberFormat(locale, options).formatToParts(value).find((each) => each.type === type)?.value ?? "";
  return {
    decimal: part(0.5, {}, "decimal"),
    group: part(1000, {}, "group"),
    percent: part(1, { style: "percent" }, "percentSign"),
    minus: part(-1, {}, "minusSign"),
    plus: part(1, { signDisplay: "always" }, "plusSign"),
    nan: part(Number.NaN, {}, "nan"),
    infinity: part(Number.POSITIVE_INFINITY, {}, "infinity"),
    exponent: part(1e5, { notation: "scientific" }, "exponentSeparator"),
    currencies: currencies(locale),
    units: units(locale),
    compact: Object.fromEntries(
      (["short", "long"] as const).map((compactDisplay) => [compactDisplay, compactForms(locale, compactDisplay)]),
    ),
  };
}

/** Digits after the point where they are not two. */
export function harvestCurrencyDigits(): Record<string, number> {
  const digits = (currency: string) =>
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return Object.fromEntries(
    Intl.supportedValuesOf("currency").flatMap((currency) => (digits(currency) === 2 ? [] : [[currency, digits(currency)]])),
  );
}

/** Code → symbol, narrow symbol, name of one, name of several; what is the same as the one before it is left out. */
function currencies(locale: string): Record<string, string[]> {
  return Object.fromEntries(
    Intl.supportedValuesOf("currency").map((currency) => {
      const called = (value: number, currencyDisplay: string) =>
        new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: currencyDisplay as "name", maximumFractionDigits: 0 })
          .formatToParts(value)
          .find(({ type }) => type === "currency")?.value ?? "";
      const names = [called(1, "symbol"), called(1, "narrowSymbol"), called(1, "name"), called(2, "name")];
      return [currency, names.map((name, index) => (name === (index === 0 ? currency : names[index - 1]) ? "" : name))];
    }),
  );
}

/** By width: each unit's templates, what "per" it adds to another, and the pairs that have names of their own. */
function units(locale: string) {
  return Object.fromEntries(
    UNIT_DISPLAYS.map((unitDisplay) => {
      const of = (unit: string) => COUNTS.map((count) => template(locale, count, { style: "unit", unit, unitDisplay }, "unit"));
      const simple = Object.fromEntries(UNITS.map((unit) => [unit, of(unit)]));
      const bit = simple.bit ?? [];
      const per = Object.fromEntries(
        UNITS.map((unit) => [unit, unit === "bit" ? rest(of("byte-per-bit"), simple.byte ?? []) : rest(of(`bit-per-${unit}`), bit)]),
      );
      const pairs: Record<string, string[]> = {};
      for (const unit of UNITS) {
        for (const other of UNITS) {
          const expected = (simple[unit] ?? []).map((text, index) => per[other]?.[index]?.replace("{1}", () => text) ?? "");
          const found = of(`${unit}-per-${other}`);
          if (found.join() !== expected.join()) pairs[`${unit}-per-${other}`] = found;
        }
      }
      return [unitDisplay, { simple, per, pairs }];
    }),
  );
}

/** The text around another unit, which stands as {1}. */
function rest(whole: readonly string[], parts: readonly string[]): string[] {
  return whole.map((text, index) => {
    const part = parts[index] ?? "";
    if (!text.includes(part)) throw new Error(`locale data: ${text} does not hold ${part}`);
    return text.replace(part, "{1}");
  });
}

/** By power of ten from 3: how many digits go, and the template of one and of several. */
function compactForms(locale: string, compactDisplay: "short" | "long"): (readonly [shift: number, one: string, other: string])[] {
  const options: Options = { notation: "compact", compactDisplay, useGrouping: false };
  return Array.from({ length: 18 }, (_, index) => {
    const power = 10 ** (index + 3);
    const integer = new Intl.NumberFormat(locale, options).formatToParts(power).find(({ type }) => type === "integer")?.value ?? "";
    return [
      index + 3 - (integer.length - 1),
      template(locale, power, options, "compact"),
      template(locale, 2 * power, options, "compact"),
    ] as const;
  });
}

/** Spaces beside the number are parts of their own; the codec tells them by this rule. */
function template(locale: string, value: number, options: Options, type: string): string {
  const parts = new Intl.NumberFormat(locale, options).formatToParts(value);
  let text = "";
  for (const part of parts) {
    if (NUMBER_PARTS.includes(part.type)) text += text.endsWith("{0}") ? "" : "{0}";
    else if (part.type === "literal" && part.value.trim() !== "") throw new Error(`locale data: ${JSON.stringify(parts)}`);
    else if (part.type === type || part.type === "literal") text += part.value;
    else throw new Error(`locale data: ${JSON.stringify(parts)}`);
  }
  return text;
}
