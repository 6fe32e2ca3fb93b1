/** The thread in which the command line simulates, so that a simulation can be stopped. Data: the scenario. Answer: its trace. */
import { parentPort, workerData } from "node:worker_threads";
import { simulate } from "../simulate.ts";
import { nodeRuntime } from "./library.ts";

parentPort?.postMessage(simulate(workerData, nodeRuntime()));
