/** node:zlib: Node's own (build/node-source.ts), on internal/zlib-handles.js. */
import load from "internal/zlib";

const zlib = load("zlib");

export { zlib as "module.exports" };
