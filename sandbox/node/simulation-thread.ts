/**
 * The thread in which the command line simulates, so that a simulation can be stopped. It gets ready while the caller is
 * still reading files; then a scenario comes in and its trace goes out.
 */
import { enableCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";

// Threads do not inherit it. What is to be kept must be loaded after.
enableCompileCache();
const { simulate } = await import("../simulate.ts");
const { nodeRuntime } = await import("./library.ts");

const runtime = nodeRuntime();
parentPort?.once("message", (scenario) => parentPort?.postMessage(simulate(scenario, runtime)));
