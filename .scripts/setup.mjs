/** The set-up that `npm start` and `npm test` share. Each step does nothing where it is up to date. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isInstalled, isInstalledAsLocked, node24, quietEnvironment, root, tools } from "./places.mjs";
import { makeUnlessFresh } from "./stamps.mjs";

/** The set-up cannot go on; the message is the one sentence that the person sees. */
export class SetupFailed extends Error {}

const QUICKJS = "sandbox/runtime/quickjs";

/** `npm ci`; where it refuses the lockfile (a registry without some foreign platform's binaries), `npm install`. */
export function installPackages() {
  if (isInstalledAsLocked()) return;
  say("패키지를 설치하는 중 (1분쯤 걸립니다)");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  if (!npm(["ci", ...quiet], "ignore") && !npm(["install", ...quiet], 2))
    throw new SetupFailed("npm install이 실패했습니다. 까닭은 위에 있습니다.");
  if (!isInstalled()) throw new SetupFailed("npm이 Node 24를 받지 못했습니다. npm rebuild node를 실행한 뒤 다시 시도하세요.");
}

/** Every sandbox/runtime/quickjs/<part>/build.ts: the metered engine, the parser, and the code that runs inside the engine. */
export function buildEngine({ force = false } = {}) {
  const parts = readdirSync(join(root, QUICKJS))
    .map((part) => `${QUICKJS}/${part}`)
    .filter((part) => existsSync(join(root, part, "build.ts")));
  makeUnlessFresh({
    name: "engine",
    inputs: [...parts, "sandbox/lambda/layer-catalogue.ts", "package-lock.json"],
    outputs: [`${QUICKJS}/engine/dist/quickjs.wasm`, `${QUICKJS}/parser/dist/acorn.js`, `${QUICKJS}/guest/dist`],
    force,
    make: () => {
      say("시뮬레이터를 만드는 중");
      for (const part of parts) run([`${part}/build.ts`]);
    },
  });
}

/** The site as plain files in `folder`, for the sub-path in BASE_PATH. */
export function buildSite({ force = false, basePath = process.env.BASE_PATH ?? "/", folder = "dist" } = {}) {
  makeUnlessFresh({
    name: `site-${folder.replaceAll("/", "-")}`,
    inputs: ["src", "content", "public", "sandbox", "astro.config.mjs", "package-lock.json"],
    salt: basePath,
    outputs: [`${folder}/index.html`],
    force,
    make: () => {
      say("사이트를 만드는 중");
      run([tools.astro, "build", "--outDir", folder], { BASE_PATH: basePath });
    },
  });
}

/** Runs a file with the project's Node. What it prints is shown where it fails, on stderr: a command's stdout stays its own. */
function run(args, environment = {}) {
  const options = { cwd: root, env: { ...quietEnvironment, ...environment }, encoding: "utf8" };
  const { status, stdout, stderr } = spawnSync(node24, args, options);
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  throw new SetupFailed(`${args.join(" ").replace(root, "")} 단계가 실패했습니다. 까닭은 위에 있습니다.`);
}

/** npm as it was started (npm_execpath names its own file), else the one on the path. */
function npm(args, output) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, env: quietEnvironment, stdio: ["ignore", output, output] };
  const { status } = own?.endsWith(".js")
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  return status === 0;
}

export function say(sentence) {
  process.stderr.write(`람다 랩: ${sentence}\n`);
}

/** Runs a script's body; a set-up that failed is one sentence and exit code 1, not a stack trace. */
export async function main(body) {
  try {
    await body();
  } catch (thrown) {
    if (!(thrown instanceof SetupFailed)) throw thrown;
    process.stderr.write(`${thrown.message}\n`);
    process.exitCode = 1;
  }
}
