/** node:domain: long deprecated. */
import { impossibles } from "../internal/impossible.js";

const WHY =
  "람다 랩의 시뮬레이터에는 없는 기능입니다. domain은 Node.js가 쓰지 말라고 한 모듈입니다. try/catch와 프로미스의 오류 처리로 바꾸세요.";
const { createDomain, Domain } = impossibles("domain", WHY, "createDomain", "Domain");
const domain = { _stack: [], Domain, createDomain, create: createDomain, active: null };

export { domain as "module.exports" };
