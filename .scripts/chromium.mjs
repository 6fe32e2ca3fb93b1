/** A Chromium for the tests: an installed one, else Debian's package where we may install it, else Playwright's download. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { node24, quietEnvironment, root, tools } from "./places.mjs";
import { SetupFailed, say } from "./setup.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];

/** What it needs where tests run: as root, without a display, without calling home. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of its executable. CHROMIUM overrides the search. */
export function chromium() {
  return installed() ?? fromDebian() ?? fromPlaywright();
}

function installed() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM, ...onPath, ...ELSEWHERE].find((path) => path && existsSync(path) && works(path));
}

/** Ubuntu's `chromium-browser` is a stub that asks for snap: a file that is there need not run. Windows answers no --version. */
const works = (path) => process.platform === "win32" || spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;

function fromDebian() {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return undefined;
  say("Chromium을 설치하는 중");
  aptInstall("chromium");
  return installed();
}

/** Whether apt-get could install it. Package lists may be missing or old, so they are fetched first. */
export function aptInstall(name) {
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update"], options);
  return spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], options).status === 0;
}

function fromPlaywright() {
  const own = playwrightsOwn();
  if (existsSync(own)) return own;
  say("Playwright의 Chromium을 받는 중");
  spawnSync(node24, [tools.playwright, "install", "chromium"], { cwd: root, env: quietEnvironment, stdio: ["ignore", 2, 2] });
  if (!existsSync(own)) throw new SetupFailed("Chromium이 없습니다. Chromium을 설치하거나 CHROMIUM로 위치를 알려 주세요.");
  return own;
}

function playwrightsOwn() {
  const program = 'import { chromium } from "playwright"; console.log(chromium.executablePath());';
  return spawnSync(node24, ["--input-type=module", "-e", program], { cwd: root, encoding: "utf8" }).stdout.trim();
}
