/** The figures and dates that the book quotes: content/facts.yaml. `npm run check:content` checks its shape. */
import { parse } from "yaml";
import source from "../../content/facts.yaml?raw";
import { authorError } from "./author-error.ts";

export interface Fact {
  readonly says: string;
  readonly value: number | string;
  /** Follows the value without a space. */
  readonly unit?: string;
  readonly source: string;
  readonly page: string;
  /** 2026-11-22: when someone last looked. */
  readonly checked: string;
  readonly unverified?: string;
}

// Its shape is what `npm run check:content` checks.
const facts = parse(source) as Readonly<Record<string, Fact>>;

/** By name, in the file's order. */
export const allFacts = (): readonly (readonly [string, Fact])[] => Object.entries(facts);

export function factNamed(name: string, chapter: string | undefined): Fact {
  const fact = facts[name];
  if (fact !== undefined) return fact;
  throw authorError(chapter, `<Fact id="${name}" />`, "content/facts.yaml에 그런 이름이 없습니다. 이름을 고치거나 출처와 함께 더하세요.");
}

/** As prose writes it: 1,769MB. */
export const factText = ({ value, unit = "" }: Fact): string => (typeof value === "number" ? value.toLocaleString("ko-KR") : value) + unit;
