/**
 * `node .scripts/run.mjs [--engine] <file> …`: runs a file with the project's Node 24, or says in one sentence what to run first.
 * `--engine` brings the simulator's built parts up to date before.
 */
import { spawn } from "node:child_process";
import { endWithParent } from "./parent.mjs";
import { isInstalled, node24, quietEnvironment, root } from "./places.mjs";
import { buildEngine, main, SetupFailed } from "./setup.mjs";

await main(() => {
  if (!isInstalled()) throw new SetupFailed("아직 설치하지 않았으니 먼저 npm install을 실행하세요.");
  const args = process.argv.slice(2);
  if (args[0] === "--engine") {
    args.shift();
    buildEngine();
  }
  const child = spawn(node24, args, { cwd: root, env: quietEnvironment, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  endWithParent(() => child.kill());
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
});
