import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** These three are what one may run first. */
const BEFORE_INSTALLATION = ["start", "test", "lockfile"];

const scripts: Record<string, string> = JSON.parse(readFileSync("package.json", "utf8")).scripts;

let clone = "";
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "lambda-lab-"));
  for (const path of ["package.json", "package-lock.json", ".scripts"]) cpSync(path, join(clone, path), { recursive: true });
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

test.each(Object.entries(scripts).filter(([name]) => !BEFORE_INSTALLATION.includes(name)))(
  "Before installation, `npm run %s` answers with one sentence that names the command to run first.",
  (_, command) => {
    const [program, ...args] = command.split(" ");
    expect(program).toBe("node");
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: clone, encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: "",
      stderr: "아직 설치하지 않았으니 먼저 npm install을 실행하세요.\n",
    });
  },
);
