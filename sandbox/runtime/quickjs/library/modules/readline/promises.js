/** node:readline/promises: Node's own (build/node-source.ts). */
import load from "internal/readline";

const promises = load("readline/promises");

export { promises as "module.exports" };
