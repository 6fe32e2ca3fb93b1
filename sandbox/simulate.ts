/** `simulate(scenario, runtime) → Trace`: a pure, synchronous function. Everything else is a view of what it returns. */

import { lambdaFunction } from "./lambda/function.ts";
import type { LambdaService } from "./lambda/invoke.ts";
import { invokeAll } from "./lambda/invoke.ts";
import { catalogueLayerNamed, layerNamed } from "./lambda/layers.ts";
import { tracer } from "./lambda/tracing.ts";
import { httpStubs } from "./network/http-stub.ts";
import { network } from "./network/network.ts";
import type { Runtime } from "./runtime/runtime.ts";
import { ACCOUNT_DEFAULTS, type FunctionDefinition, type InvokeStimulus, type Scenario, type Stimulus } from "./scenario.ts";
import { eventHeap } from "./time/event-heap.ts";
import type { Instant } from "./time/instant.ts";
import { seededRandom } from "./time/random.ts";
import type { Trace, TraceEvent } from "./trace/events.ts";

/** A simulation that is kept alive: a cache for a prefix of a list of stimuli. */
export interface Simulation {
  /** Lets one more stimulus happen, to its end. */
  apply(stimulus: Stimulus): void;
  trace(): Trace;
}

export function simulate(scenario: Scenario, runtime: Runtime): Trace {
  const simulation = startSimulation(scenario, runtime);
  for (const stimulus of scenario.stimuli) simulation.apply(stimulus);
  return simulation.trace();
}

/** Builds the account of a scenario, with none of its stimuli. */
export function startSimulation(scenario: Omit<Scenario, "stimuli">, runtime: Runtime): Simulation {
  const startsAt = Date.parse(scenario.startsAt);
  if (Number.isNaN(startsAt)) throw new Error(`scenario: startsAt is no ISO 8601 time: ${scenario.startsAt}`);
  const account = { ...ACCOUNT_DEFAULTS, ...scenario.account };
  const { layers = [] } = scenario;
  const random = seededRandom(scenario.seed);
  const heap = eventHeap();
  const events: TraceEvent[] = [];
  const service: LambdaService = {
    functions: new Map(),
    environments: [],
    tracer: tracer(random),
    around: {
      heap,
      runtime,
      account,
      history: { initBilling: true, platformLogStyle: "new", ...scenario.history },
      random,
      network: network([httpStubs(scenario.http ?? [])]),
      record: (event) => {
        events.push(event);
      },
    },
  };
  /** What a function is made in: the account with the layers of the catalogue that it names. */
  const accountOf = ({ Layers = [] }: Pick<FunctionDefinition, "Layers">) => {
    const others = Layers.filter((name) => layerNamed(name, layers, account) === undefined).map((name) =>
      catalogueLayerNamed(name, account),
    );
    const named = others.filter((layer) => layer !== undefined);
    return { account, layers: [...layers, ...named.map((name) => ({ LayerName: name, files: runtime.catalogueLayer(name) }))] };
  };
  const deployed = (definition: FunctionDefinition, revision?: number) => {
    const files = definition.build === undefined ? definition.files : runtime.build(definition.files);
    return lambdaFunction({ ...definition, files }, accountOf(definition), revision);
  };
  for (const definition of scenario.functions) service.functions.set(definition.FunctionName, deployed(definition));
  let clock: Instant = startsAt;
  let applied = 0;

  /** Runs what is due up to `until`. */
  const runUntil = (until: Instant) => {
    while (heap.nextAt !== undefined && heap.nextAt <= until) heap.pop()?.run();
    clock = until;
  };
  const runInvocations = (stimulus: InvokeStimulus) => {
    let open = stimulus.count ?? 1;
    let last = clock;
    invokeAll(service, clock, stimulus, applied, (at) => {
      open -= 1;
      last = Math.max(last, at);
    });
    while (open > 0) {
      const next = heap.pop();
      if (next === undefined) throw new Error("simulate: an invocation got no response, and nothing is left to happen");
      next.run();
    }
    runUntil(last);
  };
  const update = (name: string, what: "code" | "configuration", change: object) => {
    const known = service.functions.get(name);
    if (known === undefined) throw new Error(`scenario: there is no function ${name} to update`);
    // What is there already is built; only new sources have to be.
    const changed = { ...known.definition, ...change };
    const isNew = "files" in change;
    const next = isNew ? deployed(changed, known.revision + 1) : lambdaFunction(changed, accountOf(changed), known.revision + 1);
    service.functions.set(name, next);
    events.push({ type: "function-updated", at: clock, FunctionName: name, what });
    for (const environment of service.environments) if (environment.fn === known) environment.retire(clock);
  };

  return {
    apply(stimulus) {
      switch (stimulus.type) {
        case "invoke":
          runInvocations(stimulus);
          break;
        case "wait":
          runUntil(clock + stimulus.duration);
          break;
        case "updateFunctionCode":
          update(stimulus.FunctionName, "code", { files: stimulus.files });
          break;
        case "updateFunctionConfiguration":
          update(stimulus.FunctionName, "configuration", stimulus.configuration);
          break;
      }
      applied += 1;
    },
    // A process may be ahead of the clock while others catch up, so events are put in order of time; ties keep their order.
    trace: () => ({ startsAt, endsAt: clock, events: events.toSorted((a, b) => a.at - b.at) }),
  };
}
