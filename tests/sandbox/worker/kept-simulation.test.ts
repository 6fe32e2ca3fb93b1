import { expect, test } from "vitest";
import { nodeRuntime } from "../../../sandbox/node/library.ts";
import { everyPart } from "../../../sandbox/parts/every.ts";
import type { Scenario, Stimulus } from "../../../sandbox/scenario.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { keptSimulation } from "../../../sandbox/worker/kept-simulation.ts";

const runtime = nodeRuntime();

const COUNTER = `let count = 0;
export const handler = async (event) => {
  count += 1;
  console.log(count, Math.random(), Date.now());
  if (event.fail) throw new Error("fail");
  if (event.hang) for (;;) {}
  return [count, crypto.randomUUID()];
};`;

const invoke = (event: object = {}, count = 1): Stimulus => ({ type: "invoke", FunctionName: "f", Payload: JSON.stringify(event), count });

function scenarioOf(stimuli: readonly Stimulus[], seed = 1): Scenario {
  const f = { FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler", Timeout: 1, files: { "index.mjs": COUNTER } } as const;
  return { seed, startsAt: "2026-11-22T07:00:00.000Z", functions: [f], stimuli };
}

/** What happened, and which stimuli were applied for it. */
function runs(...scenarios: readonly Scenario[]) {
  const run = keptSimulation(runtime, everyPart);
  return scenarios.map((scenario) => {
    const applied: number[] = [];
    return { trace: run(scenario, (stimuli) => applied.push(stimuli)), applied };
  });
}

const HISTORY: readonly Stimulus[] = [
  invoke(),
  { type: "wait", duration: 1_000 },
  invoke({}, 3),
  invoke({ fail: true }),
  invoke({ hang: true }),
  { type: "wait", duration: 7_200_000 },
  { type: "updateFunctionCode", FunctionName: "f", files: { "index.mjs": COUNTER.replace("count += 1", "count += 10") } },
  invoke(),
  { type: "updateFunctionConfiguration", FunctionName: "f", configuration: { MemorySize: 1_024 } },
  invoke({}, 2),
];

test("Continuing a session equals running it from zero, wherever it is cut.", () => {
  const whole = simulate(scenarioOf(HISTORY), runtime);
  for (let cut = 0; cut <= HISTORY.length; cut += 1) {
    const [, continued] = runs(scenarioOf(HISTORY.slice(0, cut)), scenarioOf(HISTORY));
    expect(continued?.trace).toEqual(whole);
  }
});

test("Only what a session has grown by happens anew.", () => {
  const applied = runs(scenarioOf(HISTORY.slice(0, 2)), scenarioOf(HISTORY.slice(0, 4)), scenarioOf(HISTORY.slice(0, 4))).map(
    (run) => run.applied,
  );
  expect(applied).toEqual([[1, 2], [3, 4], []]);
});

test.each([
  ["another seed", scenarioOf(HISTORY.slice(0, 3), 2)],
  ["a session that became shorter", scenarioOf(HISTORY.slice(0, 1))],
  ["a session whose past is another", scenarioOf([invoke({ fail: true }), ...HISTORY.slice(1, 3)])],
])("With %s, everything happens from the beginning.", (_, scenario) => {
  const [, second] = runs(scenarioOf(HISTORY.slice(0, 2)), scenario);
  expect(second?.applied[0]).toBe(1);
  expect(second?.trace).toEqual(simulate(scenario, runtime));
});

test("A simulation that was left in the middle is not continued.", () => {
  const run = keptSimulation(runtime, everyPart);
  const broken = scenarioOf([invoke(), { type: "updateFunctionCode", FunctionName: "nobody", files: {} }]);
  expect(() => run(broken, () => undefined)).toThrow("nobody");
  const mended = scenarioOf([invoke(), invoke()]);
  expect(run(mended, () => undefined)).toEqual(simulate(mended, runtime));
});
