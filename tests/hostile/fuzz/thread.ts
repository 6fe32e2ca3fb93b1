/** The inner side of fuzz.test.ts: a message is a seed, the answer what was wrong with its run. */
import { parentPort } from "node:worker_threads";
import { nodeRuntime } from "../../../sandbox/node/library.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { fuzzScenario } from "./scenario.ts";
import { breaches } from "./well-formed.ts";

const runtime = nodeRuntime();

parentPort?.on("message", (seed: number) => parentPort?.postMessage(wrongWith(seed)));

function wrongWith(seed: number): readonly string[] {
  const scenario = fuzzScenario(seed);
  try {
    const trace = simulate(scenario, runtime);
    const found = [...breaches(trace)];
    const last = trace.events.findLast((event) => event.type === "invocation-responded");
    if (last?.Payload !== '{"works":1}') found.push(`the working program answered ${last?.Payload.slice(0, 200)}`);
    // Now and then once more: the same scenario gives the same trace.
    if (seed % 10 === 0 && JSON.stringify(simulate(scenario, runtime)) !== JSON.stringify(trace))
      found.push("a second run gave another trace");
    return found;
  } catch (thrown) {
    // What the host did not expect: this is what the test looks for.
    return [`simulate threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`];
  }
}
