/** What an author says happens to one function: a scenario with a hole where the code goes. */
import type { HttpStub } from "../network/http-stub.ts";
import type {
  Account,
  Files,
  FunctionDefinition,
  History,
  InvocationType,
  InvokeApi,
  LayerDefinition,
  Scenario,
  Stimulus,
} from "../scenario.ts";
import type { Millis } from "../time/instant.ts";
import type { Json } from "./condition.ts";
import { type Chosen, type Control, withChosen } from "./controls.ts";

/** What is there besides the function, with AWS's own keys: other functions, queues, mappings, front ends, … */
export type Surroundings = Partial<
  Pick<
    Scenario,
    "functions" | "queues" | "topics" | "streams" | "tables" | "brokers" | "buckets" | "rules" | "eventSourceMappings" | "frontEnds"
  >
>;

export interface Situation {
  readonly function: Omit<FunctionDefinition, "files">;
  readonly stimuli: readonly Happening[];
  readonly resources?: Surroundings;
  readonly account?: Account;
  readonly history?: History;
  /** What other people's servers answer. */
  readonly http?: readonly HttpStub[];
  /** Those that the function names; their files stand in layers/<name>/. */
  readonly layers?: readonly LayerDefinition[];
  /** What a reader may turn in it; their places are keys of this situation. */
  readonly controls?: readonly Control[];
  /** Default: a number of the situation's name, so that each has chances of its own. */
  readonly seed?: number;
}

export type Happening =
  | { readonly invoke: Invoked }
  | { readonly wait: Millis }
  /** `code`: the same code is deployed again. Otherwise what changes in the configuration. */
  | { readonly update: "code" | Configuration }
  /** Anything else, as a scenario says it. */
  | { readonly stimulus: Stimulus };

export interface Invoked {
  readonly event?: Json;
  /** The event, an object, is made so many bytes long by a member `padding`. */
  readonly bytes?: number;
  readonly count?: number;
  readonly api?: InvokeApi;
  readonly InvocationType?: InvocationType;
  /** A version or an alias. */
  readonly Qualifier?: string;
}

export type Configuration = Partial<Omit<FunctionDefinition, "FunctionName" | "files">>;

/** What fills the hole. */
export interface Submission {
  readonly files: Files;
  /** What the reader may set beside the code. */
  readonly configuration?: Pick<FunctionDefinition, "MemorySize" | "Timeout">;
  /** Of the situation's controls; those that are not named stay as written. */
  readonly chosen?: Chosen;
}

/** A Sunday, 16:00 in Seoul: every run of the book starts here. */
const STARTS_AT = "2026-11-22T07:00:00.000Z";

/** `name`: of the exercise or question. The stimuli keep their places. */
export function scenarioOf(name: string, written: Situation, { files, configuration, chosen = {} }: Submission): Scenario {
  const situation = withChosen(written, written.controls ?? [], chosen);
  const { FunctionName } = situation.function;
  const { account, history, http, layers, resources } = situation;
  return {
    seed: situation.seed ?? seedOf(name),
    startsAt: STARTS_AT,
    ...resources,
    functions: [{ ...situation.function, ...configuration, files }, ...(resources?.functions ?? [])],
    stimuli: situation.stimuli.map((happening) => stimulusOf(happening, FunctionName, files)),
    ...(account !== undefined && { account }),
    ...(history !== undefined && { history }),
    ...(http !== undefined && { http }),
    ...(layers !== undefined && { layers }),
  };
}

export function stimulusOf(happening: Happening, FunctionName: string, files: Files): Stimulus {
  if ("stimulus" in happening) return happening.stimulus;
  if ("wait" in happening) return { type: "wait", duration: happening.wait };
  if ("update" in happening) {
    if (happening.update === "code") return { type: "updateFunctionCode", FunctionName, files };
    return { type: "updateFunctionConfiguration", FunctionName, configuration: happening.update };
  }
  const { event, bytes, ...how } = happening.invoke;
  return {
    type: "invoke",
    FunctionName,
    ...(event !== undefined && { Payload: bytes === undefined ? JSON.stringify(event) : padded(event, bytes) }),
    ...how,
  };
}

/** Nobody writes a megabyte into a file of settings. */
function padded(event: Json, bytes: number): string {
  const withPadding = (padding: string) => JSON.stringify({ ...(typeof event === "object" ? event : {}), padding });
  return withPadding("x".repeat(Math.max(0, bytes - new TextEncoder().encode(withPadding("")).length)));
}

/** FNV-1a. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
