/** `simulate(scenario, runtime) → Trace`: a pure, synchronous function. Everything else is a view of what it returns. */
import { everyPart } from "./parts/every.ts";
import type { Runtime } from "./runtime/runtime.ts";
import type { Scenario } from "./scenario.ts";
import * as kept from "./simulation.ts";
import type { Trace } from "./trace/events.ts";

export type { Simulation } from "./simulation.ts";

export function simulate(scenario: Scenario, runtime: Runtime): Trace {
  const simulation = startSimulation(scenario, runtime);
  for (const stimulus of scenario.stimuli) simulation.apply(stimulus);
  return simulation.trace();
}

export function startSimulation(scenario: Omit<Scenario, "stimuli">, runtime: Runtime): kept.Simulation {
  return kept.startSimulation(scenario, runtime, everyPart);
}
