/** node:readline: Node's own (build/node-source.ts). */
import load from "internal/readline";

const readline = load("readline");

export { readline as "module.exports" };
