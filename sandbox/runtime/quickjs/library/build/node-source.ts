/**
 * Files of Node's own library (lib/ of nodejs/node), as the pinned package `node` carries them in its binary, put together to
 * one module of ours: streams and what is built on them behave as Node's do because they are Node's.
 *
 *   (function (module, exports, require, binding, primordials) { … module.exports = load; })     load("stream") → its exports
 *
 * What these files require is looked for among themselves, then in internal/node-parts.js (what of Node's inner parts they
 * use), then in the library.
 */
import { readFileSync } from "node:fs";
import { transform } from "esbuild";
import { withoutPrimordials } from "./primordials-rewriting.ts";

export async function nodeGroup(ids: readonly string[]): Promise<string> {
  const factories = ids.map((id) => `${JSON.stringify(id)}:function(module,exports,require){${withoutPrimordials(source(id), id)}\n}`);
  const { code } = await transform(`(${LOADER.replace("FACTORIES", () => `{${factories.join(",")}}`)})`, {
    target: "es2024",
    minifyWhitespace: true,
    legalComments: "none",
    charset: "utf8",
  });
  return code.trim().replace(/;$/, "");
}

const LOADER = `function (module, exports, require, binding, primordials) {
  "use strict";
  const factories = FACTORIES;
  const parts = require("internal/node-parts");
  const loaded = { __proto__: null };
  const load = (name) => {
    const id = name.startsWith("node:") ? name.slice(5) : name;
    if (loaded[id] !== undefined) return loaded[id].exports;
    const factory = factories[id];
    if (factory === undefined) return parts.find(id);
    const made = loaded[id] = { exports: {} };
    factory(made, made.exports, load);
    return made.exports;
  };
  module.exports = load;
}`;

/** Where a file is given something else than it asks for. */
const EDITS: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  "internal/async_context_frame": [["require('internal/options')\n    .getOptionValue('--async-context-frame')", "true"]],
  "internal/async_hooks": [["process._rawDebug(", "console.error("]],
  "internal/crypto/hkdf": [[".withoutStackTrace", ""]],
  "internal/crypto/util": [["process.features.openssl_is_boringssl", "false"]],
  // esbuild renames classes that are called as a variable around them is.
  "internal/crypto/keys": [
    "KeyObject extends NativeKeyObject",
    "SecretKeyObject extends KeyObject",
    "PublicKeyObject extends AsymmetricKeyObject",
    "PrivateKeyObject extends AsymmetricKeyObject",
    "CryptoKey",
    "InternalCryptoKey extends NativeCryptoKey",
  ].map((head) => [`class ${head} {`, `class ${head} { static get name() { return "${head.split(" ")[0]}"; }`]),
  ...Object.fromEntries(
    ["_http_client", "_http_outgoing", "_http_server", "http", "https", "internal/http"].map((id) => [
      id,
      [["require('internal/errors')", "require('internal/http-errors')"]] as const,
    ]),
  ),
  // The rules for primordials know them by their own names only.
  ...Object.fromEntries(
    ["parse_args", "utils"].map((file) => [
      `internal/util/parse_args/${file}`,
      [
        ["ObjectPrototypeHasOwnProperty: ObjectHasOwn", "ObjectPrototypeHasOwnProperty"],
        ["ObjectHasOwn(", "ObjectPrototypeHasOwnProperty("],
      ] as const,
    ]),
  ),
  // Most signatures are never used as streams.
  "internal/crypto/sig": [["require('stream')", "require('internal/crypto/lazy-writable')"]],
};

function edited(text: string, id: string): string {
  return (EDITS[id] ?? []).reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`library: lib/${id}.js no longer has ${from}`);
    return result.replaceAll(from, to);
  }, text);
}

interface InternalProcess {
  /** Deprecated (DEP0111), and the only way to these texts; the version that gives them is pinned. */
  binding(name: "natives"): Readonly<Record<string, string>>;
}

let natives: Readonly<Record<string, string>> | undefined;

function source(id: string): string {
  if (natives === undefined) {
    const { devDependencies } = JSON.parse(readFileSync(new URL("../../../../../package.json", import.meta.url), "utf8")) as {
      readonly devDependencies: { readonly node: string };
    };
    if (process.versions.node !== devDependencies.node)
      throw new Error(`library: built by Node ${process.versions.node}; its streams come from the Node that package.json pins`);
    natives = (process as unknown as InternalProcess).binding("natives");
  }
  return edited(natives[id] ?? missing(id), id);
}

function missing(id: string): never {
  throw new Error(`library: Node ${process.versions.node} has no lib/${id}.js`);
}
