/** Sessions at random: functions that behave as their event says, and what happens to them. */
import fc from "fast-check";
import type { RuntimeIdentifier, Scenario, Stimulus } from "../../../sandbox/scenario.ts";
import { FUNCTION_NAME, type Options, scenario } from "../../harness.ts";

/** Every way of ending that a handler of both generations has. */
const HANDLER = `import { existsSync, writeFileSync } from "node:fs";
let count = 0;
export const handler = async (event, context) => {
  count += 1;
  if (event.log) console.log("count", count, Math.random(), context.awsRequestId);
  if (event.file) { if (!existsSync("/tmp/f")) writeFileSync("/tmp/f", "x"); }
  if (event.later) setTimeout(() => console.log("later"), event.later);
  if (event.sleep) await new Promise((resolve) => setTimeout(resolve, event.sleep));
  if (event.work) for (let i = 0; i < event.work; i++) count += 0;
  switch (event.end) {
    case "throw": throw new Error("thrown");
    case "exit": process.exit(3);
    case "reject": Promise.reject(new Error("loose")); break;
    case "hang": await new Promise(() => setInterval(() => {}, 400));
    case "never": await new Promise(() => {});
  }
  return { count, now: Date.now() };
};`;

const SECOND_VERSION = "export const handler = async () => 'second version';";
const BROKEN = "console.log('loading'); throw new Error('cannot load');";

const event = fc.record(
  {
    log: fc.boolean(),
    file: fc.boolean(),
    later: fc.integer({ min: 1, max: 2_000 }),
    sleep: fc.integer({ min: 1, max: 800 }),
    work: fc.integer({ min: 1, max: 20_000 }),
    end: fc.constantFrom("throw", "exit", "reject", "hang", "never"),
  },
  { requiredKeys: [] },
);

const stimulus: fc.Arbitrary<Stimulus> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(event, fc.integer({ min: 1, max: 3 })).map(([sent, count]) => invokeWith(sent, count)) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 20 * 60_000 }).map((duration): Stimulus => ({ type: "wait", duration })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(HANDLER, SECOND_VERSION, BROKEN)
      .map((text): Stimulus => ({ type: "updateFunctionCode", FunctionName: FUNCTION_NAME, files: { "index.mjs": text } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(128, 1_024)
      .map((MemorySize): Stimulus => ({ type: "updateFunctionConfiguration", FunctionName: FUNCTION_NAME, configuration: { MemorySize } })),
  },
);

function invokeWith(sent: object, count: number): Stimulus {
  return { type: "invoke", FunctionName: FUNCTION_NAME, Payload: JSON.stringify(sent), count };
}

const options: fc.Arbitrary<Options> = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  Runtime: fc.constantFrom<RuntimeIdentifier>("nodejs22.x", "nodejs24.x"),
  Timeout: fc.constantFrom(1, 3),
  MemorySize: fc.constantFrom(128, 1_769),
  account: fc.constantFrom({ ConcurrentExecutions: 2 }, {}),
  history: fc.record({ initBilling: fc.boolean(), platformLogStyle: fc.constantFrom<"new" | "legacy">("new", "legacy") }),
});

export const sessions: fc.Arbitrary<Scenario> = fc
  .tuple(options, fc.array(stimulus, { minLength: 1, maxLength: 6 }))
  .map(([chosen, stimuli]) => scenario(HANDLER, chosen, stimuli));
