/**
 * node:module. The code that has the module loader puts `createRequire(path)` and `builtinModules` on `binding` at boot.
 *
 * Simplified: `new Module()` and the loader's hooks do not exist.
 */
import { codes } from "../internal/errors.js";

const builtinModules = binding.builtinModules ?? [];
const withoutScheme = (id) => (id.startsWith("node:") ? id.slice(5) : id);

function Module() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED("Module()");
}

Module.builtinModules = builtinModules;
Module.isBuiltin = function isBuiltin(id) {
  return typeof id === "string" && builtinModules.includes(withoutScheme(id));
};
Module.createRequire = function createRequire(filename) {
  const path = filename instanceof URL || (typeof filename === "string" && filename.startsWith("file:")) ? require("url").fileURLToPath(filename) : filename;
  if (typeof path !== "string" || !path.startsWith("/")) {
    throw new codes.ERR_INVALID_ARG_VALUE("filename", filename, "must be a file URL object, file URL string, or absolute path string");
  }
  return binding.createRequire(path);
};
Module.Module = Module;

export { Module as "module.exports" };
