/** node:_http_server: Node's own (build/node-source.ts), over internal/http-socket.js. */
import load from "internal/http";

const http_server = load("_http_server");

export { http_server as "module.exports" };
