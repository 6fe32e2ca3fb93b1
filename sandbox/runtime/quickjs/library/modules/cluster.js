/** node:cluster: one process, which is the primary. */
import EventEmitter from "events";
import { impossibles } from "../internal/impossible.js";

const WHY =
  "람다 랩의 시뮬레이터에서는 프로세스를 더 만들 수 없습니다. Lambda는 요청이 늘면 실행 환경을 늘려 동시에 처리합니다. 핸들러 하나로 요청 하나를 처리하세요.";
const cluster = Object.assign(new EventEmitter(), {
  isWorker: false,
  isMaster: true,
  isPrimary: true,
  workers: {},
  settings: {},
  SCHED_NONE: 1,
  SCHED_RR: 2,
  schedulingPolicy: 2,
  ...impossibles("cluster", WHY, "setupPrimary setupMaster fork disconnect", "Worker"),
});

export { cluster as "module.exports" };
