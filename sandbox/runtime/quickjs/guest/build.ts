/** Bundles the guest's boot code into one expression: `node sandbox/runtime/quickjs/guest/build.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { withShortNames } from "../library/build/short-names.ts";

const here = new URL("./", import.meta.url);
mkdirSync(new URL("dist/", here), { recursive: true });
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("boot.ts", here))],
  write: false,
  bundle: true,
  minifyWhitespace: true,
  minifySyntax: true,
  format: "iife",
  globalName: "lambdaLabBoot",
  platform: "neutral",
  target: "es2023",
  supported: { "dynamic-import": true },
});
for (const { text } of outputFiles) writeFileSync(new URL("dist/boot.js", here), withShortNames(text, "boot"));
