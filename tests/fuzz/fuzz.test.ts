/** Whatever a handler is, the host meets no exception that it did not expect, and the next invocation works. */
import { expect, test } from "vitest";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { simulate } from "../../sandbox/simulate.ts";
import type { Trace } from "../../sandbox/trace/events.ts";
import { program } from "./programs.ts";

const PROGRAMS = 400;
const runtime = nodeRuntime();

function run(source: string, seed: number): Trace {
  return simulate(
    {
      seed,
      startsAt: "2026-11-22T00:00:00.000Z",
      functions: [
        {
          FunctionName: "f",
          Runtime: seed % 4 === 0 ? "nodejs22.x" : "nodejs24.x",
          Handler: "index.handler",
          Timeout: 1,
          files: { "index.mjs": source },
        },
      ],
      stimuli: [
        { type: "invoke", FunctionName: "f", Payload: '{"items":[1,"둘",null]}' },
        { type: "invoke", FunctionName: "f", Payload: '{"again":true}' },
      ],
    },
    runtime,
  );
}

test("no random program throws into the host, and each leaves a function that answers, or a process that is begun anew", () => {
  const statuses = new Set<string>();
  for (let seed = 1; seed <= PROGRAMS; seed += 1) {
    const source = program(seed);
    let trace: Trace;
    try {
      trace = run(source, seed);
    } catch (thrown) {
      throw new Error(`seed ${seed}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n${source}`);
    }
    const answers = trace.events.filter((event) => event.type === "invocation-responded");
    expect(answers, `seed ${seed}\n${source}`).toHaveLength(2);
    for (const { Payload } of answers) expect(() => JSON.parse(Payload), `seed ${seed}\n${source}`).not.toThrow();
    for (const event of trace.events) if (event.type === "invoke-ended") statuses.add(event.status);
    const times = trace.events.map(({ at }) => at);
    expect(times, `seed ${seed}`).toEqual(times.toSorted((a, b) => a - b));
  }
  // The programs are worth their time only if they end in different ways.
  expect([...statuses].sort()).toEqual(expect.arrayContaining(["error", "failure", "success"]));
}, 240_000);
