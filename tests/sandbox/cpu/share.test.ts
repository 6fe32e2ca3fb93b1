/** AWS, "Configure Lambda function memory": CPU power in proportion to memory, one full vCPU at 1,769 MB. */
import { expect, test } from "vitest";
import { nodeRuntime } from "../../../sandbox/node/library.ts";
import { simulate } from "../../../sandbox/simulate.ts";

const runtime = nodeRuntime();

/** What each handler does in two sizes: the difference of their durations is CPU time alone, without Lambda's own overhead. */
const WORK: Readonly<Record<string, (size: number) => string>> = {
  "a loop": (size) => `let sum = 0; for (let i = 0; i < ${size * 100_000}; i += 1) sum += i % 7; return sum;`,
  JSON: (size) =>
    `const items = Array.from({ length: 200 }, (_, id) => ({ id, name: "상품 " + id })); let n = 0; for (let i = 0; i < ${size * 20}; i += 1) n += JSON.parse(JSON.stringify(items)).length; return n;`,
  "a sort": (size) =>
    `let n = 0; for (let r = 0; r < ${size * 10}; r += 1) n += Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1009).sort((a, b) => a - b)[0]; return n;`,
  "a regular expression": (size) =>
    `let n = 0; for (let i = 0; i < ${size * 30}; i += 1) n += /(a+)+b/.test("aaaaaaaaaaa") ? 1 : 0; return n;`,
};

function duration(body: string, MemorySize: number): number {
  const trace = simulate(
    {
      seed: 7,
      startsAt: "2026-11-22T00:00:00.000Z",
      functions: [
        {
          FunctionName: "work",
          Runtime: "nodejs24.x",
          Handler: "index.handler",
          MemorySize,
          Timeout: 60,
          files: { "index.mjs": `export const handler = async () => { ${body} };` },
        },
      ],
      stimuli: [{ type: "invoke", FunctionName: "work" }],
    },
    runtime,
  );
  const ended = trace.events.find((event) => event.type === "invoke-ended");
  expect(ended?.status).toBe("success");
  return ended?.duration ?? Number.NaN;
}

for (const [name, work] of Object.entries(WORK)) {
  test(`the same work takes CPU time in inverse proportion to memory up to one vCPU: ${name}`, () => {
    const cpu = (memory: number) => duration(work(2), memory) - duration(work(1), memory);
    const atOneCpu = cpu(1_769);
    expect(atOneCpu).toBeGreaterThan(0.5);
    // Within 2 %: the garbage collector's turns shift with the length of environment variables such as the memory size.
    for (const [memory, slower] of [
      [128, 1_769 / 128],
      [512, 1_769 / 512],
      [3_538, 1],
    ] as const) {
      expect(Math.abs(cpu(memory) / atOneCpu / slower - 1), `at ${memory} MB`).toBeLessThan(0.02);
    }
  });
}

test("a loop that waits by reading the clock ends when its time has passed, at 128 MB and at 10,240 MB alike", () => {
  const waits = "const end = Date.now() + 2000; let turns = 0; while (Date.now() < end) turns += 1; return turns > 0;";
  for (const memory of [128, 1_769, 10_240]) {
    const took = duration(waits, memory);
    expect(took).toBeGreaterThanOrEqual(2_000);
    expect(took).toBeLessThan(2_020);
  }
});

test("work beyond the simulation's budget ends at the deadline, and the trace says that it was cut short", () => {
  const trace = simulate(
    {
      seed: 7,
      startsAt: "2026-11-22T00:00:00.000Z",
      functions: [
        {
          FunctionName: "endless",
          Runtime: "nodejs24.x",
          Handler: "index.handler",
          MemorySize: 10_240,
          Timeout: 900,
          files: { "index.mjs": "export const handler = async () => { for (;;); };" },
        },
      ],
      stimuli: [{ type: "invoke", FunctionName: "endless" }],
    },
    runtime,
  );
  expect(trace.events.find((event) => event.type === "invoke-ended")).toMatchObject({ status: "timeout", duration: 900_000 });
  expect(trace.events.find((event) => event.type === "simplified")).toMatchObject({ what: "work budget" });
});
