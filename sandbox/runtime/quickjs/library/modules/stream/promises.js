/** node:stream/promises: Node's own (build/node-source.ts). */
import load from "internal/streams";

const promises = load("stream/promises");

export { promises as "module.exports" };
