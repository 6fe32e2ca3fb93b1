/** node:stream: Node's own (build/node-source.ts). */
import load from "internal/streams";

const stream = load("stream");

export { stream as "module.exports" };
