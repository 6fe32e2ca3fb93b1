/** node:net: sockets and servers exist and can neither connect nor listen; addresses are read as Node reads them. */
import { normalizeArgs, Server, Socket } from "../internal/http-socket.js";
import { impossibles } from "../internal/impossible.js";

const WHY =
  "람다 랩의 시뮬레이터는 HTTP와 HTTPS 요청만 전하고 다른 TCP 연결은 열지 못합니다. 상대가 HTTP를 지원하면 fetch나 https 모듈로 요청하고, 데이터베이스 연결은 실제 AWS에서 시험하세요.";
const { isIP, isIPv4, isIPv6 } = require("internal/net")("internal/net");
const { connect, createServerHandle } = impossibles("net", WHY, "connect createServerHandle");
let autoSelectFamily = true;
let attemptTimeout = 250;

const net = {
  _createServerHandle: createServerHandle,
  _normalizeArgs: normalizeArgs,
  ...impossibles("net", WHY, "", "BlockList SocketAddress BoundSocket"),
  connect,
  createConnection: connect,
  createServer: (options, listener) => new Server(options, listener),
  isIP,
  isIPv4,
  isIPv6,
  Server,
  Socket,
  Stream: Socket,
  getDefaultAutoSelectFamily: () => autoSelectFamily,
  setDefaultAutoSelectFamily(value) {
    autoSelectFamily = Boolean(value);
  },
  getDefaultAutoSelectFamilyAttemptTimeout: () => attemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout(value) {
    attemptTimeout = value;
  },
};

export { net as "module.exports" };
