/** Builds the metered engine from the installed package: `node sandbox/runtime/quickjs/engine/build.ts`. */
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
