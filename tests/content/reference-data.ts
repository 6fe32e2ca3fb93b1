/** glossary.yaml and facts.yaml: what they may hold. */
import { z } from "zod";
import { checkedWith, must, prose, slug, strict, text } from "../../sandbox/exercise/author-schema.ts";
import type { SourceFile } from "./book.ts";
import type { Problem } from "./problem.ts";
import { readYaml, schemaProblems } from "./yaml-file.ts";

const url = z.url({ protocol: /^https$/, error: "https로 시작하는 주소여야 합니다." });
const date = z.iso.date(must("'2026-11-22' 꼴의 날짜여야 합니다. 따옴표로 감싸세요."));

/** Terms by their English names. */
const glossary = z.record(
  slug,
  strict({
    /** As prose writes it. */
    term: prose,
    english: text,
    /** One plain sentence. */
    says: prose,
    /** Other words for it, which search finds and prose does not use. */
    synonyms: z.array(text, must("목록이어야 합니다.")).exactOptional(),
  }),
  must("용어 이름과 내용의 객체여야 합니다."),
);

/** Figures that prose quotes. */
const facts = z.record(
  slug,
  strict({
    says: prose,
    value: z.union([z.number(), text], must("수나 글이어야 합니다.")),
    /** What follows the value without a space; absent for a date or a text. */
    unit: text.exactOptional(),
    source: url,
    /** The title of the source's page. */
    page: text,
    /** When someone last looked. */
    checked: date,
    /** Why it could not be verified, where it could not. */
    unverified: prose.exactOptional(),
  }),
  must("사실 이름과 내용의 객체여야 합니다."),
);

export interface ReferenceData {
  readonly names: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export const readGlossary = (file: SourceFile | undefined): ReferenceData => readWith(glossary, file);

export const readFacts = (file: SourceFile | undefined): ReferenceData => readWith(facts, file);

function readWith(schema: z.ZodType<object>, file: SourceFile | undefined): ReferenceData {
  if (file === undefined) return { names: new Set(), problems: [] };
  const parsed = readYaml(file.file, file.text);
  if ("problems" in parsed) return { names: new Set(), problems: parsed.problems };
  const checked = checkedWith(schema, parsed.yaml.value);
  if ("problems" in checked) return { names: new Set(), problems: schemaProblems(parsed.yaml, checked.problems) };
  return { names: new Set(Object.keys(checked.value)), problems: [] };
}
