/** The book's words: spellings that are wrong, and turns of phrase that a person should look at. */
import wordlist from "./wordlist.json" with { type: "json" };

export interface WordFault {
  readonly severity: "error" | "warning";
  readonly found: string;
  readonly instead: string;
}

const RULES = [
  ...wordlist.error.map(([pattern = "", instead = ""]) => ({ pattern: new RegExp(pattern, "gmu"), instead, severity: "error" as const })),
  ...wordlist.warn.map(([pattern = "", instead = ""]) => ({ pattern: new RegExp(pattern, "gmu"), instead, severity: "warning" as const })),
];

/** In a line of prose, with code and quotations in it or not. */
export function wordFaults(line: string): readonly WordFault[] {
  const bare = withoutQuotations(line);
  return RULES.flatMap(({ pattern, instead, severity }) =>
    [...bare.matchAll(pattern)].map(([found]) => ({ severity, found: found.trim(), instead })),
  );
}

/** Code, addresses, mentions of words, and tags say nothing of ours. */
export function withoutQuotations(line: string): string {
  return line
    .replaceAll(/`[^`]*`|‘[^’]*’|“[^”]*”/g, "")
    .replaceAll(/\]\([^)]*\)/g, "]")
    .replaceAll(/https?:\/\/\S+/g, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\{fact:[\w-]+\}/g, "");
}

export function wordSentence({ found, instead }: WordFault): string {
  return `‘${found}’ 대신: ${instead}`;
}
