/** Real cost of cold starts, and of many environments alive at once. */
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { type Simulation, startSimulation } from "../../sandbox/simulate.ts";
import { type Figure, medianMillis } from "./measure.ts";

const NOTHING = "export const handler = async () => 1;";
const BUILT_INS = `import { Buffer } from "node:buffer"; import { inspect } from "node:util"; import { EventEmitter } from "node:events";
export const handler = async () => [Buffer.from("한글").length, inspect({ a: 1 }), typeof EventEmitter];`;
const COUNTER = "let counter = 0; export const handler = async () => { counter += 1; return counter; };";

const runtime = nodeRuntime();

function simulation(source: string): Simulation {
  return startSimulation(
    {
      seed: 1,
      startsAt: "2026-11-22T00:00:00.000Z",
      functions: [{ FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler", files: { "index.mjs": source } }],
    },
    runtime,
  );
}

function coldStart(source: string): () => void {
  return () => {
    const cold = simulation(source);
    cold.apply({ type: "invoke", FunctionName: "f" });
    const answer = cold.trace().events.find((event) => event.type === "invocation-responded");
    if (answer?.FunctionError !== undefined || answer?.StatusCode !== 200) throw new Error(`bench: ${answer?.Payload}`);
  };
}

export function environmentFigures(): readonly Figure[] {
  coldStart(NOTHING)();
  coldStart(BUILT_INS)();
  const nothing = medianMillis(25, coldStart(NOTHING));
  const builtIns = medianMillis(25, coldStart(BUILT_INS));
  const alive = sixtyFourAlive();
  return [
    { what: "cold start that imports nothing", value: `${nothing.toFixed(1)} ms`, aim: "15 ms" },
    { what: "cold start that imports Buffer, util and events", value: `${builtIns.toFixed(1)} ms` },
    {
      what: "64 environments alive, each invoked once",
      value: `${alive.megabytes.toFixed(0)} MB, ${alive.millis.toFixed(0)} ms`,
      aim: "100 MB",
    },
  ];
}

/** Each environment's own module counter must say 1, then, called again one by one, 2: they are alive and apart. */
function sixtyFourAlive(): { readonly megabytes: number; readonly millis: number } {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const many = simulation(COUNTER);
  many.apply({ type: "invoke", FunctionName: "f", count: 64 });
  const millis = performance.now() - start;
  const answers = many.trace().events.filter((event) => event.type === "invocation-responded");
  const environments = new Set(answers.map(({ environment }) => environment));
  if (environments.size !== 64 || answers.some(({ Payload }) => Payload !== "1")) throw new Error("bench: 64 environments were not apart");
  many.apply({ type: "invoke", FunctionName: "f", count: 64 });
  const again = many
    .trace()
    .events.filter((event) => event.type === "invocation-responded")
    .slice(64);
  if (again.some(({ Payload }) => Payload !== "2")) throw new Error("bench: an environment forgot its counter");
  return { megabytes: (process.memoryUsage().rss - before) / 1_048_576, millis };
}
