/** node:trace_events: nothing is traced. */
import { impossibles } from "../internal/impossible.js";

const WHY = "람다 랩의 시뮬레이터는 Node.js의 내부 추적을 기록하지 않습니다. console.time이나 performance.now로 시간을 재세요.";
const traceEvents = { getEnabledCategories: () => undefined, ...impossibles("trace_events", WHY, "createTracing") };

export { traceEvents as "module.exports" };
