/** node:timers: the globals, as a module. */
const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } = globalThis;
const timers = { setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval };

Object.defineProperty(timers, "promises", { __proto__: null, configurable: true, enumerable: true, get: () => require("timers/promises") });

export { timers as "module.exports" };
