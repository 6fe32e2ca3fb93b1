/** What code shows, computed when the site is built: readers without JavaScript read it in the page. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Runtime, Scenario, Trace } from "../../sandbox/index.ts";
import { simulate } from "../../sandbox/simulate.ts";
import type { LabDefinition } from "./definition.ts";
import { pressed, scenarioOf } from "./session.ts";

/** As if a reader had pressed Run `runs` times. */
export async function expectedTrace(lab: LabDefinition, runs: number): Promise<Trace> {
  return simulated(scenarioOf(pressed(lab, runs)));
}

export async function simulated(scenario: Scenario): Promise<Trace> {
  runtime ??= buildRuntime();
  return simulate(scenario, await runtime);
}

let runtime: Promise<Runtime> | undefined;

/**
 * sandbox/node/ finds the engine beside itself, so it must not be bundled: Astro puts bundled files elsewhere. Node imports it
 * as it stands; the site is always built in the project's folder.
 */
async function buildRuntime(): Promise<Runtime> {
  const address = pathToFileURL(join(process.cwd(), "sandbox/node/library.ts")).href;
  // A computed import has no type of its own; this is the file that it names.
  const { nodeRuntime } = (await import(/* @vite-ignore */ address)) as typeof import("../../sandbox/node/library.ts");
  return nodeRuntime();
}
