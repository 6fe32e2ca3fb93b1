/**
 * A scenario of the calculator as the hash of an address: `#v=1&r=3000000&d=200&m=512`. Only what differs from a blank form is
 * written; nothing of it is sent to a server. What is read is checked as strictly as what a reader types.
 */
import { BLANK_FORM, FIELD_VALUES, formProblems, type NumberField, type SnapStart, type UsageForm } from "../../sandbox/index.ts";
import { type CalculatorSettings, formOf, NUMBER_FIELDS, settingsOf, writtenOf } from "./settings.ts";

const KEYS: Readonly<Record<NumberField, string>> = {
  requests: "r",
  durationMs: "d",
  memoryMB: "m",
  ephemeralMB: "e",
  coldRate: "c",
  initMs: "i",
  "provisioned.concurrency": "pc",
  "provisioned.hours": "ph",
  "snapStart.versions": "sv",
  "snapStart.hours": "sh",
  streamedMB: "s",
  logGB: "l",
  "durable.operations": "do",
  "durable.writtenGB": "dw",
  "durable.retainedGBMonths": "dr",
};

const SNAPSTART_RUNTIMES: readonly SnapStart["runtime"][] = ["java", "python", "dotnet"];

export function linkHash(form: UsageForm, freeTier: boolean): string {
  const words = new URLSearchParams({ v: "1" });
  for (const field of NUMBER_FIELDS) {
    const value = FIELD_VALUES[field](form);
    if (value !== undefined && value !== FIELD_VALUES[field](BLANK_FORM)) words.set(KEYS[field], String(value));
  }
  if (form.region !== BLANK_FORM.region) words.set("g", form.region);
  if (form.architecture !== BLANK_FORM.architecture) words.set("a", form.architecture);
  if (!form.initBilled) words.set("init", "0");
  if (!freeTier) words.set("free", "0");
  if (form.snapStart !== undefined) words.set("sr", form.snapStart.runtime);
  return `#${words}`;
}

/** Undefined where the hash is no link of ours, as `#main`; `wrong` where it is one that cannot be read. */
export function settingsOfHash(hash: string): CalculatorSettings | "wrong" | undefined {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  if (!words.has("v")) return undefined;
  if (words.get("v") !== "1" || new Set(words.keys()).size !== words.size) return "wrong";
  const settings = read(words);
  return settings !== undefined && formProblems(formOf(settings)).length === 0 ? settings : "wrong";
}

function read(words: URLSearchParams): CalculatorSettings | undefined {
  const known = new Set([...Object.values(KEYS), "v", "g", "a", "init", "free", "sr"]);
  if ([...words.keys()].some((key) => !known.has(key))) return undefined;
  const [region, architecture] = [words.get("g") ?? BLANK_FORM.region, words.get("a") ?? BLANK_FORM.architecture];
  if (region !== "ap-northeast-2" && region !== "us-east-1") return undefined;
  if (architecture !== "x86_64" && architecture !== "arm64") return undefined;
  if (["init", "free"].some((key) => words.has(key) && words.get(key) !== "0")) return undefined;
  const runtime = SNAPSTART_RUNTIMES.find((name) => name === words.get("sr"));
  if (words.has("sr") !== (runtime !== undefined)) return undefined;
  const blank = settingsOf(BLANK_FORM, !words.has("free"));
  const numbers = numbersOf(words);
  if (numbers === undefined) return undefined;
  return {
    ...blank,
    region,
    architecture,
    initBilled: !words.has("init"),
    written: { ...blank.written, ...numbers },
    hasProvisioned: words.has(KEYS["provisioned.concurrency"]),
    snapStart: runtime,
    hasDurable: words.has(KEYS["durable.operations"]),
  };
}

/** Plain decimals only: no sign, exponent, space or comma. */
function numbersOf(words: URLSearchParams): Partial<Record<NumberField, string>> | undefined {
  const found = NUMBER_FIELDS.flatMap((field) => {
    const text = words.get(KEYS[field]);
    return text === null ? [] : [{ field, text }];
  });
  if (found.some(({ text }) => !/^\d{1,13}(\.\d{1,6})?$/.test(text))) return undefined;
  return Object.fromEntries(found.map(({ field, text }) => [field, writtenOf(field, Number(text))]));
}
