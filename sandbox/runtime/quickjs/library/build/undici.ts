/**
 * fetch and its classes: undici, which is what Node's own are, of the very version in the pinned Node. Bundled without its
 * dispatchers (internal/fetch.js has ours), and edited where it would load at once what few handlers use.
 */
import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

const EDITS: readonly { readonly file: RegExp; readonly edits: readonly (readonly [from: string, to: string])[] }[] = [
  {
    file: /lib\/web\/webidl\/index\.js$/,
    edits: [
      ["MakeTypeAssertion(ReadableStream)", "MakeLazyTypeAssertion(() => ReadableStream)"],
      ["MakeTypeAssertion(Blob)", "MakeBlobAssertion()"],
      ["MakeTypeAssertion(URLSearchParams)", "MakeLazyTypeAssertion(() => URLSearchParams)"],
      ["webidl.util.MakeTypeAssertion(File)", "((O) => webidl.is.Blob(O) && FunctionPrototypeSymbolHasInstance(File, O))"],
      ["MakeTypeAssertion(URL)", "MakeLazyTypeAssertion(() => URL)"],
      ["MakeTypeAssertion(AbortSignal)", "MakeLazyTypeAssertion(() => AbortSignal)"],
      ["runtimeFeatures.has('markAsUncloneable')\n  ? require('node:worker_threads').markAsUncloneable\n  : () => {}", "() => {}"],
      ["webidl.util.MakeTypeAssertion(MessagePort)", "(() => false)"],
      [
        "webidl.util.MakeTypeAssertion = function (I) {",
        `webidl.util.MakeLazyTypeAssertion = (load) => (O) => typeof O === 'object' && O !== null && FunctionPrototypeSymbolHasInstance(load(), O)
         webidl.util.MakeBlobAssertion = () => require('internal/node-parts').find('internal/blob').isBlob
         webidl.util.MakeTypeAssertion = function (I) {`,
      ],
    ],
  },
  // What it asks the version about is in both of Lambda's.
  { file: /lib\/core\/util\.js$/, edits: [["process.versions.node.split('.', 2)", "['24', '0']"]] },
  // The engine counts references: what V8 would collect some day, and keeps for the rest of a turn (WeakRef), is gone at once here.
  {
    file: /lib\/web\/fetch\/index\.js$/,
    edits: [
      [
        "responseObject = new WeakRef(fromInnerResponse(response, 'immutable'))",
        "const madeResponse = fromInnerResponse(response, 'immutable')\n    responseObject = new WeakRef(madeResponse)",
      ],
      ["typeof __UNDICI_IS_NODE__ !== 'undefined'", "true"],
      ["p.resolve(responseObject.deref())", "p.resolve(madeResponse)"],
    ],
  },
  {
    file: /lib\/web\/fetch\/body\.js$/,
    edits: [
      [
        "const streamRegistry = new FinalizationRegistry((weakRef) => {",
        "const streamRegistry = new (class { register () {} unregister () {} })((weakRef) => {",
      ],
    ],
  },
  {
    file: /lib\/web\/subresource-integrity\/subresource-integrity\.js$/,
    edits: [
      ["const { runtimeFeatures } = require('../../util/runtime-features.js')", "const runtimeFeatures = { has: () => true }"],
      ["crypto = require('node:crypto')", ""],
      ["crypto.getHashes()", "['sha256', 'sha384', 'sha512']"],
      ["crypto.hash(", "require('node:crypto').hash("],
    ],
  },
];

/** What undici requires → a file of ours in internal/fetch/. */
const STAND_INS: readonly { readonly name: RegExp; readonly file: string }[] = [
  { name: /^(\.\.\/)+global$/, file: "global.cjs" },
  { name: /runtime-features(\.js)?$/, file: "runtime-features.cjs" },
  { name: /\/diagnostics(\.js)?$/, file: "diagnostics.cjs" },
  { name: /^node:assert$/, file: "assert.cjs" },
  { name: /^node:zlib$/, file: "zlib.cjs" },
  { name: /^node:http$/, file: "http.cjs" },
  { name: /^node:net$/, file: "net.cjs" },
  { name: /^node:querystring$/, file: "querystring.cjs" },
];

/** `root`: the library's folder. */
export function undiciPlugin(root: string): Plugin {
  return {
    name: "undici",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path, importer }) => {
        if (!/\/undici\/lib\//.test(importer)) return undefined;
        const found = STAND_INS.find(({ name }) => name.test(path));
        return found === undefined ? undefined : { path: `${root}internal/fetch/${found.file}` };
      });
      onLoad({ filter: /\/undici\/lib\/.*\.js$/ }, ({ path }) => {
        checkVersion();
        const { edits = [] } = EDITS.find(({ file }) => file.test(path)) ?? {};
        return { contents: edits.reduce((text, [from, to]) => replaced(text, from, to, path), readFileSync(path, "utf8")), loader: "js" };
      });
    },
  };
}

function replaced(text: string, from: string, to: string, path: string): string {
  if (!text.includes(from)) throw new Error(`library: ${path.replace(/^.*\/undici\//, "undici/")} no longer has ${from}`);
  return text.replaceAll(from, to);
}

function checkVersion(): void {
  const { devDependencies } = JSON.parse(readFileSync(new URL("../../../../../package.json", import.meta.url), "utf8")) as {
    readonly devDependencies: { readonly undici: string };
  };
  const { undici } = process.versions;
  if (undici !== devDependencies.undici)
    throw new Error(`library: Node ${process.version} has undici ${undici}; package.json pins another one`);
}
