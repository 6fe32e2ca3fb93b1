/** Takes out of an outcome what differs from run to run on either side, and where files lie on Node's. */
import type { Case, Outcome, Result } from "./case.ts";

/** The request id on Node's side. */
export const REQUEST_ID = "00000000-0000-4000-8000-000000000000";

/** Frames of the function's own code; those of the runtime client, of Node and of the engine are not the handler's doing. */
const FRAME = /(?:\n|\\n)\s+at (?:[^\n"'`]*?\()?(?:file:\/\/)?(\/var\/task\/[^\s\n"'`)\\]*)\)?/g;
const OTHER_FRAME = /(?:\n|\\n) +at [^\n"`]*?(?=\n|\\n|"|'\n|`|$)/g;

export function comparable(outcome: Outcome, { varies = {} }: Case, root?: string): Outcome {
  const clean = (text: string) => {
    let cleaned = root === undefined ? text : text.replaceAll(`${root}/task`, "/var/task").replaceAll(`${root}/`, "/");
    cleaned = cleaned.replace(FRAME, "\u0001$1").replace(OTHER_FRAME, "").replaceAll("\u0001", " ⏎ at ");
    for (const pattern of Object.keys(varies)) cleaned = cleaned.replace(new RegExp(pattern, "g"), "…");
    return cleaned;
  };
  return {
    results: outcome.results.map((result) => cleanResult(result, clean)),
    lines: clean(outcome.lines.join("\n")).split("\n"),
  };
}

function cleanResult(result: Result, clean: (text: string) => string): Result {
  return Object.fromEntries(Object.entries(result).map(([name, value]) => [name, clean(value)])) as unknown as Result;
}
