/** node:inspector: no debugger can be attached. */
import { impossibles } from "../internal/impossible.js";

const WHY = "람다 랩의 시뮬레이터에는 디버거를 붙일 수 없습니다. console.log로 값을 남기고 로그와 타임라인에서 확인하세요.";
const { inspectorOpen, inspectorWaitForDebugger, Session } = impossibles(
  "inspector",
  WHY,
  "inspectorOpen inspectorWaitForDebugger",
  "Session",
);
const inspector = {
  open: inspectorOpen,
  close: function _debugEnd() {},
  url: () => undefined,
  console: globalThis.console,
  Network: {},
  NetworkResources: {},
  DOMStorage: {},
  waitForDebugger: inspectorWaitForDebugger,
  Session,
};

export { inspector as "module.exports" };
