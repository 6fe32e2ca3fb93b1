/** What the simulator adds to an invocation: the same handler and event bare in the engine, and through all of it. */
import { readFileSync } from "node:fs";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { Engine, EVAL_GLOBAL } from "../../sandbox/runtime/quickjs/engine/instance.ts";
import { startSimulation } from "../../sandbox/simulate.ts";
import { type Figure, median } from "./measure.ts";

const BODY = `
  const total = event.items.reduce((sum, item) => sum + item.price * item.quantity, 0);
  console.log("order", event.headers["x-header-3"], total);
  return { statusCode: 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ total, count: event.items.length }) };`;

const EVENT = JSON.stringify({
  version: "2.0",
  rawPath: "/orders",
  headers: Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`x-header-${index}`, `value ${index}`])),
  items: Array.from({ length: 5 }, (_, index) => ({ id: index, name: `품목 ${index}`, price: 1_000 * index, quantity: index + 1 })),
});

const BATCH = 500;
const ROUNDS = 9;

export function invocationFigures(engine: WebAssembly.Module): readonly Figure[] {
  const bare = bareHandler(engine);
  const simulated = simulatedHandler();
  const times = { bare: [] as number[], simulated: [] as number[] };
  // In turns, so that both meet the same weather.
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(perCall(bare));
    times.simulated.push(perCall(simulated));
  }
  const [without, through] = [median(times.bare), median(times.simulated)];
  return [
    { what: "handler bare in QuickJS", value: `${without.toFixed(0)} µs` },
    { what: "the same through the whole simulator", value: `${through.toFixed(0)} µs` },
    { what: "difference", value: `${(through - without).toFixed(0)} µs`, aim: "at most 100 µs" },
  ];
}

function perCall(run: () => void): number {
  const start = performance.now();
  for (let call = 0; call < BATCH; call += 1) run();
  return ((performance.now() - start) / BATCH) * 1_000;
}

function bareHandler(module: WebAssembly.Module): () => void {
  let logged = "";
  const engine = new Engine(module, {
    maximumBytes: 64 * 1_048_576,
    now: () => 0,
    loader: { normalize: (_importer, specifier) => specifier, load: () => "" },
    functions: [
      (args) => {
        logged = args.string(0);
        return undefined;
      },
    ],
  });
  engine.fuel = 0x7fffffff;
  engine.set(engine.global(), "write", engine.newFunction("write", 1));
  const handler = engine.eval(
    `globalThis.console = { log: (...args) => write(args.join(" ")) };
     (text) => { const event = JSON.parse(text); return JSON.stringify((() => {${BODY}})()); }`,
    "bare.js",
    EVAL_GLOBAL,
  );
  return () => {
    engine.fuel = 0x7fffffff;
    const event = engine.newString(EVENT);
    const result = engine.call(handler, [event]);
    if (!engine.string(result).includes("statusCode") || logged === "") throw new Error("bench: the bare handler did not run");
    engine.free(event);
    engine.free(result);
  };
}

function simulatedHandler(): () => void {
  const simulation = startSimulation(
    {
      seed: 1,
      startsAt: "2026-11-22T00:00:00.000Z",
      functions: [
        {
          FunctionName: "orders",
          Runtime: "nodejs24.x",
          Handler: "index.handler",
          files: { "index.mjs": `export const handler = async (event) => {${BODY}};` },
        },
      ],
    },
    nodeRuntime(),
  );
  return () => simulation.apply({ type: "invoke", FunctionName: "orders", Payload: EVENT });
}

export function engineModule(): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(new URL("../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url)));
}
