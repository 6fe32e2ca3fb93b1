/** `npm run typecheck`: everything against the platforms it runs on, and the sandbox's core against no platform at all. */
import { spawnSync } from "node:child_process";
import { node24, quietEnvironment, root, tools } from "./places.mjs";

const run = (...args) => spawnSync(node24, args, { cwd: root, env: quietEnvironment, stdio: "inherit" }).status === 0;

// The types of the content collections are generated.
const isSound = [run(tools.astro, "sync", "--silent"), run(tools.tsc, "--project", "."), run(tools.tsc, "--project", "sandbox")];
process.exitCode = isSound.every(Boolean) ? 0 : 1;
