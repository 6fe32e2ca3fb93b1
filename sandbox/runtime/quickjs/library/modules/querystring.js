/** node:querystring: Node's own (build/node-source.ts). */
import load from "internal/node-querystring";

const querystring = load("querystring");

export { querystring as "module.exports" };
