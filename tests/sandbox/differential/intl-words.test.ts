import fc from "fast-check";
import { test } from "vitest";
import { agreeOnCalls, generated, optionsOf } from "./generated.ts";

const locale = fc.constantFrom("ko-KR", "en-US", "ko", "en");
const width = fc.constantFrom("long", "short", "narrow");
const count = fc.oneof(
  fc.integer({ min: -120, max: 120 }).map(String),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => (Object.is(number, -0) ? "-0" : String(number))),
  fc.constantFrom("1", "-1", "0", "-0", "1.5", "1000"),
);

test("500 relative times are told as Node tells them", () => {
  const unit = fc.constantFrom("second", "minutes", "hour", "days", "week", "month", "quarter", "years");
  const options = optionsOf({ style: width, numeric: fc.constantFrom("auto", "always") });
  const calls = fc
    .tuple(locale, options, count, unit, fc.constantFrom("format", "formatToParts"))
    .map(([tag, text, number, of, what]) => `new Intl.RelativeTimeFormat("${tag}", ${text}).${what}(${number}, "${of}")`);
  agreeOnCalls(generated(calls, 500));
});

test("500 numbers are of the plural category that they have in Node", () => {
  const options = optionsOf({
    type: fc.constantFrom("cardinal", "ordinal"),
    minimumFractionDigits: fc.nat(2),
    maximumSignificantDigits: fc.integer({ min: 1, max: 4 }),
  });
  const calls = fc.tuple(locale, options, count).map(([tag, text, number]) => `new Intl.PluralRules("${tag}", ${text}).select(${number})`);
  agreeOnCalls(generated(calls, 500));
});

test("300 lists are joined as Node joins them", () => {
  const options = optionsOf({ type: fc.constantFrom("conjunction", "disjunction", "unit"), style: width });
  const items = fc.array(fc.constantFrom("사과", "배", "a", "1", ""), { maxLength: 5 }).map((list) => JSON.stringify(list));
  const calls = fc
    .tuple(locale, options, items, fc.constantFrom("format", "formatToParts"))
    .map(([tag, text, list, what]) => `new Intl.ListFormat("${tag}", ${text}).${what}(${list})`);
  agreeOnCalls(generated(calls, 300));
});

const word = fc
  .array(
    fc.constantFrom(
      ..."가나다라마각간갓힣ㄱㄴㅏ한글김이박abcXYZaAbB0129 -_.,!?()[]@#$%&*+=/'\":;éÉñöçøæあアａＡ①·₩€½",
      "10",
      "002",
      "홍길동",
      "서울",
      "file",
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));

test("1,000 pairs of Korean, English and mixed words stand in Node's order", () => {
  const options = optionsOf({
    sensitivity: fc.constantFrom("base", "accent", "case", "variant"),
    numeric: fc.boolean(),
    ignorePunctuation: fc.boolean(),
    caseFirst: fc.constantFrom("upper", "lower", "false"),
  });
  const calls = fc
    .tuple(locale, options, word, word)
    .map(([tag, text, a, b]) => `new Intl.Collator("${tag}", ${text}).compare(${JSON.stringify(a)}, ${JSON.stringify(b)})`);
  agreeOnCalls(generated(calls, 1000));
});

test("200 lists of words are sorted as Node sorts them", () => {
  const calls = fc
    .tuple(locale, fc.array(word, { maxLength: 12 }))
    .map(([tag, words]) => `${JSON.stringify(words)}.sort(new Intl.Collator("${tag}").compare)`);
  agreeOnCalls(generated(calls, 200));
});

test("300 language tags are read as Node reads them", () => {
  const part = fc.constantFrom(
    "ko",
    "KO",
    "en",
    "kr",
    "KR",
    "us",
    "Hang",
    "hans",
    "zh",
    "iw",
    "u",
    "hc",
    "h23",
    "nu",
    "latn",
    "ca",
    "gregory",
    "x",
    "abc",
    "1",
    "419",
    "ko_KR",
    "",
  );
  const calls = fc
    .array(part, { minLength: 1, maxLength: 5 })
    .map((parts) => `Intl.getCanonicalLocales(${JSON.stringify(parts.join("-"))})`);
  agreeOnCalls(generated(calls, 300));
});
