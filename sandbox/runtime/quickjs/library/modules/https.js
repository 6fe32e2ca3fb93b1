/** node:https: Node's own (build/node-source.ts), over internal/http-socket.js. */
import load from "internal/http";

const https = load("https");

export { https as "module.exports" };
