/** node:stream/consumers: Node's own (build/node-source.ts). */
import load from "internal/streams";

const consumers = load("stream/consumers");

export { consumers as "module.exports" };
