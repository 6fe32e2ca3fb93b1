/** node:stream/web: Node's own (build/node-source.ts). */
import load from "internal/webstreams-node";

const web = load("stream/web");

export { web as "module.exports" };
