/** node:console: the console that a handler has anyway. */
const { console } = globalThis;

export { console as "module.exports" };
