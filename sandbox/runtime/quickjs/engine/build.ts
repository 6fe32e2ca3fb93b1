/**
 * Builds the metered engine from the installed package: `node sandbox/runtime/quickjs/engine/build.ts`.
 *
 * Simplified: quickjs-ng 0.12.1 does not read `using` and `await using`, modifiers inside of regular expressions (`(?i:…)`), one
 * group name in two alternatives, and sets (`[a--b]`, `\q{…}`) and properties of strings under the flag v.
 *
 * Simplified: it has no JSON.rawJSON, no source text in JSON.parse's reviver, no DisposableStack and no WebAssembly; it has
 * Iterator.concat, Math.sumPrecise and Map.prototype.getOrInsert, which Node 24 has not.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { meter } from "./meter.ts";
import { namesFromGlue } from "./names.ts";

const require = createRequire(import.meta.url);
const variant = "@jitl/quickjs-ng-wasmfile-release-sync";
const wasm = readFileSync(require.resolve(`${variant}/wasm`));
const glue = readFileSync(require.resolve(`${variant}/wasm`).replace(/\.wasm$/, ".browser.mjs"), "utf8");
const out = new URL("./dist/", import.meta.url);
mkdirSync(out, { recursive: true });
const metered = meter(wasm, namesFromGlue(glue));
writeFileSync(new URL("quickjs.wasm", out), metered);
console.log(`engine: ${wasm.length} bytes, metered ${metered.length} bytes`);
