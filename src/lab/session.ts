/**
 * What a reader has done in a lab, as a list of stimuli. Each click appends to it; the trace of the whole list is what the lab
 * shows. Plain data and pure functions: a session is a scenario that grows.
 */
import type { Files, FunctionDefinition, Millis, Scenario, Stimulus } from "../../sandbox/index.ts";
import type { LabDefinition } from "./definition.ts";

export interface Session {
  readonly lab: LabDefinition;
  /** Undefined until the first stimulus: what the reader has edited until then is what is deployed first. */
  readonly started: { readonly firstFiles: Files; readonly lastFiles: Files; readonly stimuli: readonly Stimulus[] } | undefined;
}

/** A Sunday, 16:00 in Seoul: the clock of every lab starts here, so that the book can print what a lab will show. */
const STARTS_AT = "2026-11-22T07:00:00.000Z";

/** What passes in the simulation between two clicks. The lab says so beside its buttons. */
export const BETWEEN_CLICKS = 1_000;

export const emptySession = (lab: LabDefinition): Session => ({ lab, started: undefined });

/** The reader pressed Run: deploys the code if it has changed, then sends `count` requests at the same instant. */
export function invoked(session: Session, code: string, count = 1): Session {
  const { lab, started } = session;
  const files = { ...lab.function.files, [lab.file]: code };
  const { FunctionName } = lab.function;
  const invoke: Stimulus = { type: "invoke", FunctionName, Payload: lab.event, count };
  if (started === undefined) return { lab, started: { firstFiles: files, lastFiles: files, stimuli: [invoke] } };
  const update: Stimulus = { type: "updateFunctionCode", FunctionName, files };
  const isEdited = started.lastFiles[lab.file] !== code;
  const stimuli = [...started.stimuli, { type: "wait", duration: BETWEEN_CLICKS } as const, ...(isEdited ? [update] : []), invoke];
  return { lab, started: { ...started, lastFiles: files, stimuli } };
}

/** The reader lets time pass. Before the first run there is nothing for it to pass over. */
export function waited({ lab, started }: Session, duration: Millis): Session {
  if (started === undefined) return { lab, started };
  return { lab, started: { ...started, stimuli: [...started.stimuli, { type: "wait", duration }] } };
}

export function scenarioOf({ lab, started }: Session): Scenario {
  const definition: FunctionDefinition = { ...lab.function, files: started?.firstFiles ?? lab.function.files };
  return { seed: seedOf(lab.id), startsAt: STARTS_AT, functions: [definition], stimuli: started?.stimuli ?? [] };
}

/** The same lab has the same chances in every browser: a number from its name (FNV-1a). */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
