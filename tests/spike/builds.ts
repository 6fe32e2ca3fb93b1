/** Builds of the engine for the spike: the real one, and ones that leave out a part of what meter.ts puts in. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { meter, type Parts } from "../../sandbox/runtime/quickjs/engine/meter.ts";
import { namesFromGlue } from "../../sandbox/runtime/quickjs/engine/names.ts";

export const ENGINE = fileURLToPath(new URL("../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url));

const VARIANTS: Readonly<Record<string, Parts>> = {
  unmetered: { fuel: false, stack: false },
  "fuel only": { fuel: true, stack: false },
  "fuel and stack": { fuel: true, stack: true },
};

/** Name → path of each build, in a folder that `remove` takes away. */
export async function buildVariants(): Promise<{ readonly files: Record<string, string>; remove(): Promise<void> }> {
  const require = createRequire(import.meta.url);
  const path = require.resolve("@jitl/quickjs-ng-wasmfile-release-sync/wasm");
  const wasm = await readFile(path);
  const names = namesFromGlue(await readFile(path.replace(/\.wasm$/, ".browser.mjs"), "utf8"));
  const folder = await mkdtemp(join(tmpdir(), "spike-"));
  const files: Record<string, string> = {};
  for (const [name, parts] of Object.entries(VARIANTS)) {
    files[name] = join(folder, `${name}.wasm`);
    await writeFile(files[name], meter(wasm, names, parts));
  }
  return { files, remove: () => rm(folder, { recursive: true, force: true }) };
}
