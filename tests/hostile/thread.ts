/** The inner side of observing.ts: a message is the index of a case, the answer a Report. */
import { parentPort } from "node:worker_threads";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { CASES } from "./cases/index.ts";
import { observe } from "./observe.ts";
import { report } from "./report.ts";

const runtime = nodeRuntime();

parentPort?.on("message", (index: number) => {
  parentPort?.postMessage(
    report(
      CASES[index],
      (hostile) => observe(hostile, runtime),
      () => performance.now(),
    ),
  );
});
