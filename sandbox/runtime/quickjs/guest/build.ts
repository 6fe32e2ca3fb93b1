/** Bundles the guest's boot code into one expression: `node sandbox/runtime/quickjs/guest/build.ts`. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = new URL("./", import.meta.url);
mkdirSync(new URL("dist/", here), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL("boot.ts", here))],
  outfile: fileURLToPath(new URL("dist/boot.js", here)),
  bundle: true,
  // Names stay: a learner can see them (setTimeout.name, a Timeout in a log line).
  minifyWhitespace: true,
  minifySyntax: true,
  format: "iife",
  globalName: "lambdaLabBoot",
  platform: "neutral",
  target: "es2023",
  supported: { "dynamic-import": true },
});
