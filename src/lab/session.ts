/**
 * What a reader has done in a lab, as a list of stimuli. Each click appends to it; the trace of the whole list is what the lab
 * shows. Plain data and pure functions: a session is a scenario that grows.
 */
import type { FieldValues } from "../../sandbox/events/index.ts";
import { stimulusOf } from "../../sandbox/exercise/situation.ts";
import type { Step } from "../../sandbox/exercise/steps.ts";
import type { Files, FunctionDefinition, Millis, Scenario, Stimulus } from "../../sandbox/index.ts";
import type { LabDefinition } from "./definition.ts";

/** What a reader may change: the code, what is sent to it, and how the function is configured. */
export interface Draft {
  readonly files: Files;
  /** JSON text. */
  readonly event: string;
  /** What the event's form says, where the lab has one. The text goes before it: a reader may have written that by hand. */
  readonly fields?: FieldValues;
  readonly configuration: Configuration;
}

export type Configuration = Required<Pick<FunctionDefinition, "Runtime" | "MemorySize" | "Timeout" | "Environment">> & {
  /** Where the reader has attached one more than the author. */
  readonly Layers?: readonly string[];
};

export interface Session {
  readonly lab: LabDefinition;
  /** Undefined until the first stimulus: what the reader has edited until then is what is deployed first. */
  readonly started:
    | { readonly first: Draft; readonly last: Draft; readonly stimuli: readonly Stimulus[]; readonly clicks: number }
    | undefined;
}

/** A Sunday, 16:00 in Seoul: the clock of every lab starts here, so that the book can print what a lab will show. */
export const STARTS_AT = "2026-11-22T07:00:00.000Z";

/** What passes in the simulation between two clicks. The lab says so beside its buttons. */
export const BETWEEN_CLICKS = 1_000;

export function firstDraft({ function: definition, event, source }: LabDefinition): Draft {
  const { files, Runtime, MemorySize = 128, Timeout = 3, Environment = { Variables: {} } } = definition;
  const configuration = { Runtime, MemorySize, Timeout, Environment };
  return { files, event, ...(source !== undefined && { fields: source.values }), configuration };
}

export const emptySession = (lab: LabDefinition): Session => ({ lab, started: undefined });

/** The reader pressed Run: deploys what has changed, then sends `count` requests at the same instant. */
export function invoked(session: Session, draft: Draft, count = 1): Session {
  const { lab } = session;
  const { FunctionName } = lab.function;
  const how = lab.api === undefined ? {} : { api: lab.api };
  return clicked(session, draft, [{ type: "invoke", FunctionName, Payload: draft.event, count, ...how }]);
}

/** The reader pressed a button of the lab's own. */
export function stepped(session: Session, draft: Draft, step: Step): Session {
  const { FunctionName } = session.lab.function;
  return clicked(
    session,
    draft,
    step.do.map((happening) => stimulusOf(happening, FunctionName, draft.files)),
  );
}

/** The reader waits until queues and retries have come to an end. */
export function settled(session: Session): Session {
  const { lab, started } = session;
  return started === undefined ? session : { lab, started: { ...started, stimuli: [...started.stimuli, { type: "settle" }] } };
}

/** Deploys what has changed, then lets the stimuli happen. */
function clicked({ lab, started }: Session, draft: Draft, stimuli: readonly Stimulus[]): Session {
  if (started === undefined) return { lab, started: { first: draft, last: draft, stimuli, clicks: 1 } };
  const wait: Stimulus = { type: "wait", duration: BETWEEN_CLICKS };
  const deployed = deployments(lab.function.FunctionName, started.last, draft);
  return {
    lab,
    started: { ...started, last: draft, clicks: started.clicks + 1, stimuli: [...started.stimuli, wait, ...deployed, ...stimuli] },
  };
}

function deployments(FunctionName: string, before: Draft, after: Draft): Stimulus[] {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const { files, configuration } = after;
  return [
    ...(isSame(before.configuration, configuration)
      ? []
      : [{ type: "updateFunctionConfiguration", FunctionName, configuration } satisfies Stimulus]),
    ...(isSame(before.files, files) ? [] : [{ type: "updateFunctionCode", FunctionName, files } satisfies Stimulus]),
  ];
}

/** The reader lets time pass. Before the first run there is nothing for it to pass over. */
export function waited({ lab, started }: Session, duration: Millis): Session {
  if (started === undefined) return { lab, started };
  return { lab, started: { ...started, stimuli: [...started.stimuli, { type: "wait", duration }] } };
}

/** As if a reader had pressed Run so many times, or the lab's own buttons, one after the other. */
export function pressed(lab: LabDefinition, count: number): Session {
  const draft = firstDraft(lab);
  const { steps } = lab;
  let session = emptySession(lab);
  for (let press = 0; press < count; press += 1) {
    const step = steps?.[press % steps.length];
    session = step === undefined ? invoked(session, draft) : stepped(session, draft, step);
  }
  return session;
}

export function scenarioOf({ lab, started }: Session): Scenario {
  const { files, configuration } = started?.first ?? firstDraft(lab);
  const definition: FunctionDefinition = { ...lab.function, ...configuration, files };
  return {
    seed: seedOf(lab.id),
    startsAt: STARTS_AT,
    ...(lab.account !== undefined && { account: lab.account }),
    ...(lab.layers !== undefined && { layers: lab.layers }),
    ...(lab.http !== undefined && { http: lab.http }),
    ...lab.resources,
    functions: [definition, ...(lab.resources?.functions ?? [])],
    stimuli: started?.stimuli ?? [],
  };
}

/** The same lab has the same chances in every browser: a number from its name (FNV-1a). */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
