/** node:punycode: Node's own (build/node-source.ts). */
import load from "internal/punycode";

const punycode = load("punycode");

export { punycode as "module.exports" };
