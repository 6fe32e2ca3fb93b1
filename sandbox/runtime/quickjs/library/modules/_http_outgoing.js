/** node:_http_outgoing: Node's own (build/node-source.ts), over internal/http-socket.js. */
import load from "internal/http";

const http_outgoing = load("_http_outgoing");

export { http_outgoing as "module.exports" };
