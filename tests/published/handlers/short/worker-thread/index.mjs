import { Worker } from "node:worker_threads";
export const handler = ({ n }) =>
  new Promise((resolve, reject) => {
    const worker = new Worker("const { parentPort, workerData } = require('worker_threads'); parentPort.postMessage(workerData * 2);", { eval: true, workerData: n });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
