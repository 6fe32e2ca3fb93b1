/** Reads and writes a reader's records where the browser keeps them, and as a file. */
import { type Keeping, keep, keepingSentence, kept, keptNames } from "../kept.ts";
import { tellProgress } from "../progress.ts";
import type { Changes, Records } from "./study.ts";

export function keptRecords(): Records {
  return Object.fromEntries(keptNames().map((name) => [name, kept(name)]));
}

/** A sentence where not all of it could be kept. */
export function apply(changes: Changes): string | undefined {
  // What goes makes room for what comes.
  const inOrder = Object.entries(changes).sort(([, one], [, other]) => Number(one !== undefined) - Number(other !== undefined));
  const troubles = inOrder.map(([name, value]): Keeping => keep(name, value)).filter((keeping) => keeping !== "kept");
  tellProgress();
  return keepingSentence(troubles[0] ?? "kept");
}

/** Hands a text to the reader as a file of this name. */
export function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
