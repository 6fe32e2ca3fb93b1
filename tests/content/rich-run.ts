/** One run in which a lot happens, for conditions to be judged on. */
import { type Evidence, evidenceOf } from "../../sandbox/exercise/evidence.ts";
import { type Situation, scenarioOf } from "../../sandbox/exercise/situation.ts";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { simulate } from "../../sandbox/simulate.ts";

const CODE = `// connect() 주석
console.log("준비");
let calls = 0;

export const handler = async (event) => {
  calls += 1;
  console.log(JSON.stringify({ orderId: event.id ?? 0, step: "받음" }));
  if (event.fail) throw new TypeError("재고가 없습니다");
  if (event.exit) process.exit(1);
  if (event.sleep) await new Promise((resolve) => setTimeout(resolve, event.sleep));
  console.warn("끝");
  return { calls, message: "안녕하세요", items: [{ name: "연필" }] };
};
`;

const situation: Situation = {
  function: { FunctionName: "rich", Runtime: "nodejs24.x", Handler: "index.handler", Timeout: 1 },
  account: { ConcurrentExecutions: 1 },
  seed: 1,
  stimuli: [
    { invoke: { event: { id: 1 } } },
    { invoke: { event: { id: 2 } } },
    { invoke: { event: { fail: true } } },
    { invoke: { event: { sleep: 5_000 } } },
    { invoke: { event: { exit: true } } },
    { invoke: { event: { id: 6 }, count: 2 } },
    { update: { Timeout: 2 } },
    { invoke: { event: { sleep: 500 } } },
    { wait: 3_600_000 },
  ],
};

/** Calls: 1 cold, 2 warm, 3 throws, 4 times out, 5 exits, 6 runs, 7 is throttled, 8 cold after the update, half a second long. */
export function richRun(): Evidence {
  const runtime = nodeRuntime();
  const evidenceFor = (code: string, starter?: Evidence) => {
    const scenario = scenarioOf("rich", situation, { files: { "index.mjs": code } });
    return evidenceOf(scenario, simulate(scenario, runtime), starter);
  };
  const starter = evidenceFor(CODE.replace("calls += 1;", "calls += 1;\n  await new Promise((resolve) => setTimeout(resolve, 300));"));
  return evidenceFor(CODE, starter);
}
