/** node:async_hooks: Node's own (build/node-source.ts), over internal/async-context.js. */
import load from "internal/async-hooks";

const hooks = load("async_hooks");

export { hooks as "module.exports" };
