import fc from "fast-check";
import { test } from "vitest";
import { agreeOnCalls, generated, optionsOf } from "./generated.ts";

const width = fc.constantFrom("short", "long", "narrow");
const number = fc.constantFrom("numeric", "2-digit");
const style = fc.constantFrom("full", "long", "medium", "short");
const locale = fc.constantFrom("ko-KR", "en-US", "ko", "en");
const timeZone = fc.constantFrom("UTC", "Asia/Seoul");
const cycle = { hour12: fc.boolean(), hourCycle: fc.constantFrom("h11", "h12", "h23", "h24") };

const FIELDS = {
  timeZone,
  weekday: width,
  era: width,
  year: number,
  month: fc.constantFrom("numeric", "2-digit", "short", "long", "narrow"),
  day: number,
  dayPeriod: width,
  hour: number,
  minute: number,
  second: number,
  fractionalSecondDigits: fc.constantFrom(1, 2, 3),
  timeZoneName: fc.constantFrom("short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"),
  ...cycle,
};
const fields = optionsOf(FIELDS);
const styles = optionsOf({ timeZone, dateStyle: style, timeStyle: style, ...cycle });
const everyday = optionsOf({
  timeZone,
  year: number,
  month: fc.constantFrom("numeric", "2-digit", "long"),
  day: number,
  weekday: width,
  hour: number,
  minute: number,
  second: number,
  ...cycle,
});
/** From 1900 to 2100. */
const instant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2101, 0, 1) });

const format = (options: fc.Arbitrary<string>, what: string) =>
  fc
    .tuple(locale, options, instant)
    .map(([tag, text, at]) => `new Intl.DateTimeFormat("${tag}", ${text}).${what.replace("$", String(at))}`);

test("2,000 dates of 1900 to 2100 are formatted as Node formats them, in Korean and English, in UTC and Seoul", () => {
  agreeOnCalls(generated(fc.oneof(format(fields, "format($)"), format(styles, "format($)"), format(everyday, "format($)")), 2000));
});

test("1,000 dates have the parts that they have in Node", () => {
  agreeOnCalls(generated(fc.oneof(format(fields, "formatToParts($)"), format(styles, "formatToParts($)")), 1000));
});

test("500 formats resolve their options as Node's do", () => {
  agreeOnCalls(generated(fc.oneof(format(fields, "resolvedOptions()"), format(styles, "resolvedOptions()")), 500));
});

test("500 dates in other zones that the simulator knows are Node's", () => {
  const zone = fc.constantFrom(
    "America/New_York",
    "America/Los_Angeles",
    "Europe/London",
    "Europe/Paris",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Australia/Sydney",
    "+05:45",
    "Etc/GMT+3",
    "GMT",
    "Etc/UTC",
  );
  const calls = fc
    .tuple(locale, zone, fc.constantFrom("short", "long", "longOffset", "shortGeneric"), instant)
    .map(
      ([tag, name, names, at]) =>
        `new Intl.DateTimeFormat("${tag}", { timeZone: "${name}", timeZoneName: "${names}", dateStyle: undefined, year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "numeric" }).format(${at})`,
    );
  agreeOnCalls(generated(calls, 500));
});

test("dates of other eras and the ends of time are Node's", () => {
  const far = fc.integer({ min: -8_640_000_000_000, max: 8_640_000_000_000 }).map((seconds) => seconds * 1000);
  const calls = fc
    .tuple(locale, fields, far)
    .map(([tag, options, at]) => `new Intl.DateTimeFormat("${tag}", { timeZone: "UTC", ...${options}, timeZone: "UTC" }).format(${at})`);
  agreeOnCalls(generated(calls, 300));
});

test("1,000 dates of locales that are asked for to be written YYYY-MM-DD, or the day first, are Node's, in as far as no zone is named", () => {
  const tag = fc.constantFrom("sv-SE", "en-CA", "en-GB", "sv");
  const { timeZoneName: _zoneName, ...unzoned } = FIELDS;
  const calls = (options: fc.Arbitrary<string>) =>
    fc
      .tuple(tag, options, instant, fc.constantFrom("format($)", "formatToParts($)"))
      .map(([name, text, at, what]) => `new Intl.DateTimeFormat("${name}", ${text}).${what.replace("$", String(at))}`);
  const shortStyles = optionsOf({ timeZone, dateStyle: style, timeStyle: fc.constantFrom("medium", "short"), ...cycle });
  agreeOnCalls(generated(fc.oneof(calls(optionsOf(unzoned)), calls(shortStyles), calls(everyday)), 1000));
});

test("1,500 ranges of dates are Node's, in Korean and English", () => {
  const apart = fc.oneof(
    fc.constant(0),
    ...[90_000, 86_400_000, 4_000_000_000, 90_000_000_000].map((most) => fc.integer({ min: 1, max: most })),
  );
  const date = { year: number, month: fc.constantFrom("numeric", "2-digit", "short", "long", "narrow"), day: number };
  const time = { hour: fc.constant("numeric"), minute: number };
  const options = fc.oneof(
    optionsOf({ timeZone, weekday: width, ...date }),
    optionsOf({ timeZone, ...time, hourCycle: fc.constantFrom("h12", "h23") }),
    optionsOf({ timeZone, dateStyle: style }),
  );
  const calls = fc
    .tuple(locale, options, instant, apart, fc.constantFrom("formatRange", "formatRangeToParts"))
    .map(([tag, text, at, more, method]) => `new Intl.DateTimeFormat("${tag}", ${text}).${method}(${at}, ${at + more})`);
  const month = fc.constantFrom("numeric", "short", "long");
  const whole = fc
    .tuple(locale, month, fc.constantFrom('"numeric"', "undefined"), instant, apart)
    .map(
      ([tag, name, minute, at, more]) =>
        `new Intl.DateTimeFormat("${tag}", { timeZone: "Asia/Seoul", year: "numeric", month: "${name}", day: "numeric", hour: "numeric", minute: ${minute} }).formatRange(${at}, ${at + more})`,
    );
  agreeOnCalls(generated(fc.oneof({ weight: 3, arbitrary: calls }, whole), 1500));
});

test("what is no range is refused as in Node", () => {
  agreeOnCalls(
    ["undefined, 1", "1, NaN", "1n, 2", "Symbol(), 1", "1"].map((given) => `new Intl.DateTimeFormat("ko").formatRange(${given})`),
  );
});
