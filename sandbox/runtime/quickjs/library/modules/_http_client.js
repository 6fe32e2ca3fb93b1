/** node:_http_client: Node's own (build/node-source.ts), over internal/http-socket.js. */
import load from "internal/http";

const http_client = load("_http_client");

export { http_client as "module.exports" };
