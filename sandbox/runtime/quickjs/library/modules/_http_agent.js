/** node:_http_agent: Node's own (build/node-source.ts), over internal/http-socket.js. */
import load from "internal/http";

const http_agent = load("_http_agent");

export { http_agent as "module.exports" };
