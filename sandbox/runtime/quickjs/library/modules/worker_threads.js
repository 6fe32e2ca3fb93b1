/** node:worker_threads: the main thread, and no other. */
import { impossibles } from "../internal/impossible.js";

const WHY = "람다 랩의 시뮬레이터에서는 스레드를 더 만들 수 없습니다. 일을 한 스레드에서 차례로 하거나 함수를 나누어 동시에 호출하세요.";
const environmentData = new Map();

const workerThreads = {
  isInternalThread: false,
  isMainThread: true,
  parentPort: null,
  workerData: null,
  threadId: 0,
  threadName: "main",
  resourceLimits: {},
  SHARE_ENV: Symbol.for("nodejs.worker_threads.SHARE_ENV"),
  markAsUncloneable: () => undefined,
  markAsUntransferable: () => undefined,
  isMarkedAsUntransferable: () => false,
  getEnvironmentData: (key) => environmentData.get(key),
  setEnvironmentData(key, value) {
    if (value === undefined) environmentData.delete(key);
    else environmentData.set(key, value);
  },
  ...impossibles(
    "worker_threads",
    WHY,
    "moveMessagePortToContext receiveMessageOnPort postMessageToThread",
    "MessagePort MessageChannel Worker BroadcastChannel",
  ),
};

export { workerThreads as "module.exports" };
