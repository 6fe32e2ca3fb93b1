/**
 * What a reader has done in a lab, as a list of stimuli. Each click appends to it; the trace of the whole list is what the lab
 * shows. Plain data and pure functions: a session is a scenario that grows.
 */
import type { FieldValues } from "../../sandbox/events/index.ts";
import { type Chosen, withChosen, writtenChoice } from "../../sandbox/exercise/controls.ts";
import { stimulusOf } from "../../sandbox/exercise/situation.ts";
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
  /** Where the lab has something to turn. */
  readonly chosen?: Chosen;
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

export function firstDraft(lab: LabDefinition): Draft {
  const { function: definition, event, source, controls } = lab;
  const { files, Runtime, MemorySize = 128, Timeout = 3, Environment = { Variables: {} } } = definition;
  const configuration = { Runtime, MemorySize, Timeout, Environment };
  const chosen = controls === undefined ? {} : { chosen: writtenChoice(lab, controls) };
  return { files, event, ...(source !== undefined && { fields: source.values }), configuration, ...chosen };
}

/** The lab as the reader has turned it. */
export function turned(lab: LabDefinition, { chosen }: Draft): LabDefinition {
  return lab.controls === undefined || chosen === undefined ? lab : withChosen(lab, lab.controls, chosen);
}

export const emptySession = (lab: LabDefinition): Session => ({ lab, started: undefined });

/** The reader pressed Run: deploys what has changed, then sends `count` requests at the same instant. */
export function invoked(session: Session, draft: Draft, count = 1): Session {
  const { lab } = session;
  const { FunctionName } = lab.function;
  const how = lab.api === undefined ? {} : { api: lab.api };
  return clicked(session, draft, [{ type: "invoke", FunctionName, Payload: draft.event, count, ...how }]);
}

/** The reader pressed a button of the lab's own: the first is 0. */
export function stepped(session: Session, draft: Draft, button: number): Session {
  const { FunctionName } = session.lab.function;
  const step = turned(session.lab, draft).steps?.[button];
  return clicked(
    session,
    draft,
    (step?.do ?? []).map((happening) => stimulusOf(happening, FunctionName, draft.files)),
  );
}

/** The reader waits until queues and retries have come to an end. */
export function settled(session: Session): Session {
  const { lab, started } = session;
  return started === undefined ? session : { lab, started: { ...started, stimuli: [...started.stimuli, { type: "settle" }] } };
}

/**
 * Deploys what has changed, then lets the stimuli happen. What a lab's controls have turned was so from the beginning: then the
 * session begins anew.
 */
function clicked({ lab, started }: Session, draft: Draft, stimuli: readonly Stimulus[]): Session {
  if (started === undefined || !isSame(started.last.chosen, draft.chosen))
    return { lab, started: { first: draft, last: draft, stimuli, clicks: 1 } };
  const wait: Stimulus = { type: "wait", duration: BETWEEN_CLICKS };
  const deployed = deployments(lab.function.FunctionName, started.last, draft);
  return {
    lab,
    started: { ...started, last: draft, clicks: started.clicks + 1, stimuli: [...started.stimuli, wait, ...deployed, ...stimuli] },
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function deployments(FunctionName: string, before: Draft, after: Draft): Stimulus[] {
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
    session = steps === undefined ? invoked(session, draft) : stepped(session, draft, press % steps.length);
  }
  return session;
}

export function scenarioOf({ lab: written, started }: Session): Scenario {
  const first = started?.first ?? firstDraft(written);
  const lab = turned(written, first);
  const { files, configuration } = first;
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
