/** node:dgram: the sandbox's network carries HTTP only. */
import { impossibles } from "../internal/impossible.js";

const WHY =
  "람다 랩의 시뮬레이터는 HTTP와 HTTPS 요청만 전하고 UDP는 전하지 못합니다. 지표나 추적을 UDP로 보내는 코드는 실제 AWS에서 시험하세요.";
const dgram = impossibles("dgram", WHY, "_createSocketHandle createSocket", "Socket");

export { dgram as "module.exports" };
