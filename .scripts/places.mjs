/** Where things are. Plain JavaScript without dependencies, because it runs before anything is installed, on Node 20 too. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The Node that the project brings (devDependency `node`), whatever the machine has. */
export const node24 = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** Command lines of the installed tools, as files for Node: no shell, no shims, so that they work on Windows alike. */
export const tools = {
  astro: join(root, "node_modules/astro/bin/astro.mjs"),
  biome: join(root, "node_modules/@biomejs/biome/bin/biome"),
  playwright: join(root, "node_modules/@playwright/test/cli.js"),
  tsc: join(root, "node_modules/typescript/bin/tsc"),
  vitest: join(root, "node_modules/vitest/vitest.mjs"),
};

/** What every tool is started with: no reports home. */
export const quietEnvironment = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };

/** Whether there is something to run scripts with. */
export const isInstalled = () => existsSync(node24) && Object.values(tools).every((file) => existsSync(file));

/** Whether what is installed is what the lockfile says: npm writes down what it installed in node_modules/.package-lock.json. */
export function isInstalledAsLocked() {
  if (!isInstalled()) return false;
  const installed = lockedPackages("node_modules/.package-lock.json");
  return Object.entries(lockedPackages("package-lock.json")).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

function lockedPackages(lockfile) {
  const path = join(root, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}
