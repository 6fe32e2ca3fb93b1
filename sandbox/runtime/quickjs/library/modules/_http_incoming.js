/** node:_http_incoming: Node's own (build/node-source.ts), over internal/http-socket.js. */
import load from "internal/http";

const http_incoming = load("_http_incoming");

export { http_incoming as "module.exports" };
