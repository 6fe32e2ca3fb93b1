/** In place of undici's lib/global.js: which dispatcher fetch uses. A package's own setGlobalDispatcher is heard, as in Node. */
const current = Symbol.for("undici.globalDispatcher.1");

module.exports = {
  getGlobalDispatcher: () => globalThis[current] ?? require("./dispatcher.cjs").dispatcher,
};
