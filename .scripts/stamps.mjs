/** Whether something that was made is still up to date: a hash over what it was made from. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./places.mjs";

/**
 * Makes `name`, unless it was made from the same inputs before and all its outputs are still there.
 * @param {{ name: string, inputs: string[], salt?: string, outputs: string[], force?: boolean, make: () => void }} step
 *   `inputs` are files and folders below the root; `salt` is what else decides the result.
 */
export function makeUnlessFresh({ name, inputs, salt = "", outputs, force = false, make }) {
  const stamp = join(root, "node_modules/.lambda-lab", name);
  const wanted = fingerprint(inputs, salt);
  const isFresh = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && outputs.every((output) => existsSync(join(root, output)));
  if (isFresh && !force) return;
  rmSync(stamp, { force: true });
  make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function fingerprint(inputs, salt) {
  const hash = createHash("sha256").update(salt);
  for (const file of inputs.flatMap(filesBelow)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Sorted, without what was built (`dist`) or is hidden. */
function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .filter((name) => name !== "dist" && !name.startsWith("."))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
