/** node:_http_common: Node's own (build/node-source.ts), over internal/http-socket.js. */
import load from "internal/http";

const http_common = load("_http_common");

export { http_common as "module.exports" };
