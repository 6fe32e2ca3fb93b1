/** node:http: Node's own (build/node-source.ts), over internal/http-socket.js. */
import load from "internal/http";

const http = load("http");

export { http as "module.exports" };
