/**
 * node:module. The code that has the module loader puts `createRequire(path)` on `binding` at boot.
 *
 * Simplified: `new Module()` and the loader's hooks do not exist.
 */
import { codes } from "../internal/errors.js";

/** All of Node 24's, also those that the simulator does not have. */
const builtinModules = `_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _stream_duplex _stream_passthrough
_stream_readable _stream_transform _stream_wrap _stream_writable _tls_common _tls_wrap assert assert/strict async_hooks
buffer child_process cluster console constants crypto dgram diagnostics_channel dns dns/promises domain events fs
fs/promises http http2 https inspector inspector/promises module net os path path/posix path/win32 perf_hooks process
punycode querystring readline readline/promises repl stream stream/consumers stream/promises stream/web string_decoder
sys timers timers/promises tls trace_events tty url util util/types v8 vm wasi worker_threads zlib node:sea node:sqlite
node:test node:test/reporters`.split(/\s+/);
const withoutScheme = (id) => (id.startsWith("node:") ? id.slice(5) : id);

function Module() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED("Module()");
}

Module.builtinModules = builtinModules;
Module.isBuiltin = function isBuiltin(id) {
  return typeof id === "string" && builtinModules.includes(withoutScheme(id));
};
Module.createRequire = function createRequire(filename) {
  const path =
    filename instanceof URL || (typeof filename === "string" && filename.startsWith("file:"))
      ? require("url").fileURLToPath(filename)
      : filename;
  if (typeof path !== "string" || !path.startsWith("/")) {
    throw new codes.ERR_INVALID_ARG_VALUE("filename", filename, "must be a file URL object, file URL string, or absolute path string");
  }
  return binding.createRequire(path);
};
Module.Module = Module;

export { Module as "module.exports" };
