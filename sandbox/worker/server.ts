/**
 * The worker's side: answers each request with a run of the simulation, in order of arrival. The core is synchronous; what it
 * lacks is loaded here, and then the run starts again from zero.
 */
import { type PartName, type Parts, type PartsAtHand, partId } from "../parts.ts";
import { byDefinition } from "../runtime/by-definition.ts";
import { type Codec, codecId } from "../runtime/quickjs/codec.ts";
import { companionsOf, type Library } from "../runtime/quickjs/library.ts";
import { quickjsRuntime } from "../runtime/quickjs/runtime.ts";
import { BuildRefused, Needs } from "../runtime/runtime.ts";
import type { Trace } from "../trace/events.ts";
import { keptSimulation } from "./kept-simulation.ts";
import type { Reply, Request } from "./protocol.ts";

export interface ServerPort {
  postMessage(reply: Reply): void;
  addEventListener(type: "message", listener: (event: { readonly data: Request }) => void): void;
}

export interface Supplies {
  readonly engine: Promise<WebAssembly.Module>;
  /** Loads the text of a part of the guest's library. */
  readonly source: (id: string) => Promise<string>;
  /** Loads host-side work of a built-in (runtime/quickjs/codecs/). */
  readonly codec: (name: string) => Promise<Codec>;
  /** Loads the module parts/<name>.ts and gives its `part`. */
  readonly part: (name: string) => Promise<Parts[PartName]>;
}

/** What has been loaded, by id. */
interface Loaded {
  readonly texts: Map<string, string>;
  readonly codecs: Map<string, Codec>;
  readonly parts: Map<string, Parts[PartName]>;
}

/** What every simulation needs. */
const FIRST = ["boot"];

export function serve(port: ServerPort, supplies: Supplies): void {
  const loaded: Loaded = { texts: new Map(), codecs: new Map(), parts: new Map() };
  // Under a part's id stands that part.
  const part: PartsAtHand = (name) => (loaded.parts.get(partId(name)) ?? lacks(partId(name))) as Parts[typeof name];
  const library: Library = {
    part,
    source: (id) => loaded.texts.get(id) ?? lacks(id),
    codec: (name) => loaded.codecs.get(codecId(name)) ?? lacks(codecId(name)),
  };
  const simulate = Promise.all([arrived(supplies.engine), learn(FIRST, loaded, supplies)]).then(([engine]) =>
    keptSimulation(byDefinition(quickjsRuntime({ engine, library })), part),
  );
  let last: Promise<void> = simulate.then(
    () => port.postMessage({ type: "ready" }),
    // Every request will be told that the engine did not load; here is nobody to tell.
    () => undefined,
  );
  port.addEventListener("message", ({ data: request }) => {
    last = last.then(() => answer(request));
  });

  async function answer({ lab, run, scenario }: Request): Promise<void> {
    const stimuli = scenario.stimuli.length;
    const tell = (stimulus: number) => port.postMessage({ type: "progress", lab, run, stimulus, stimuli });
    tell(0);
    try {
      const simulateNow = await simulate;
      for (;;) {
        const outcome = attempt(() => simulateNow(scenario, tell));
        if (outcome.state === "finished") return port.postMessage({ type: "finished", lab, run, trace: outcome.trace });
        port.postMessage({ type: "needs", lab, run, what: outcome.what });
        await learn(outcome.what, loaded, supplies);
      }
    } catch (thrown) {
      // Nothing that a request asks for may stop the answers to the next ones.
      const why = thrown instanceof CouldNotLoad ? "could not load" : thrown instanceof BuildRefused ? "could not build" : "mistake";
      port.postMessage({ type: "failed", lab, run, why, message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }
}

type Attempt = { readonly state: "finished"; readonly trace: Trace } | { readonly state: "needs"; readonly what: readonly string[] };

function attempt(simulate: () => Trace): Attempt {
  try {
    return { state: "finished", trace: simulate() };
  } catch (thrown) {
    if (thrown instanceof Needs) return { state: "needs", what: thrown.what };
    throw thrown;
  }
}

class CouldNotLoad extends Error {}

function arrived(engine: Promise<WebAssembly.Module>): Promise<WebAssembly.Module> {
  return engine.catch((cause) => {
    throw new CouldNotLoad("the engine could not be loaded", { cause });
  });
}

/** Every id is loaded once; one that is asked for again although it is there would go on for ever. */
async function learn(ids: readonly string[], loaded: Loaded, supplies: Supplies): Promise<void> {
  if (missing(ids, loaded).length === 0) throw new Error(`the simulation needs ${ids.join(", ")} although it is loaded`);
  await Promise.all(missing(ids, loaded).map((id) => load(id, loaded, supplies)));
  // What those will ask for as soon as they are evaluated.
  const companions = new Set(ids.flatMap((id) => companionsOf(loaded.texts.get(id) ?? "")));
  await Promise.all(missing([...companions], loaded).map((id) => load(id, loaded, supplies)));
}

const missing = (ids: readonly string[], { texts, codecs, parts }: Loaded) =>
  ids.filter((id) => !texts.has(id) && !codecs.has(id) && !parts.has(id));

async function load(id: string, { texts, codecs, parts }: Loaded, supplies: Supplies): Promise<void> {
  try {
    if (id.startsWith(codecId(""))) codecs.set(id, await supplies.codec(id.slice(codecId("").length)));
    else if (id.startsWith(partId(""))) parts.set(id, await supplies.part(id.slice(partId("").length)));
    else texts.set(id, await supplies.source(id));
  } catch (cause) {
    throw new CouldNotLoad(`${id} could not be loaded`, { cause });
  }
}

function lacks(id: string): never {
  throw new Needs([id]);
}
