/** node:http2: the sandbox's network carries HTTP/1.1 only. */
import { impossibles } from "../internal/impossible.js";

const WHY = "람다 랩의 시뮬레이터는 HTTP/1.1만 전하고 HTTP/2는 전하지 못합니다. fetch나 https 모듈로 요청하세요.";
const http2 = {
  ...impossibles(
    "http2",
    WHY,
    "connect createServer createSecureServer getDefaultSettings getPackedSettings getUnpackedSettings performServerHandshake",
    "Http2ServerRequest Http2ServerResponse",
  ),
  constants: {
    NGHTTP2_NO_ERROR: 0,
    NGHTTP2_CANCEL: 8,
    HTTP2_HEADER_STATUS: ":status",
    HTTP2_HEADER_METHOD: ":method",
    HTTP2_HEADER_AUTHORITY: ":authority",
    HTTP2_HEADER_SCHEME: ":scheme",
    HTTP2_HEADER_PATH: ":path",
  },
  sensitiveHeaders: Symbol("sensitiveHeaders"),
};

export { http2 as "module.exports" };
