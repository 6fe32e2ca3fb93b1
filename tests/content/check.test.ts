import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const ROOT = new URL("../..", import.meta.url).pathname;
const CHECK = new URL("./check.ts", import.meta.url).pathname;
const empty = mkdtempSync(join(tmpdir(), "no-book-"));
const small = mkdtempSync(join(tmpdir(), "book-"));
cpSync(join(ROOT, "content/_template"), join(small, "content/chapters/01-hello"), { recursive: true });

afterAll(() => {
  for (const folder of [empty, small]) rmSync(folder, { recursive: true });
});

function run(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHECK, ...args], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

test("where there is no content, one sentence says so and the exit code is 2", () => {
  expect(run(empty)).toEqual({ status: 2, stdout: "", stderr: "content/ 폴더가 없습니다. 프로젝트의 맨 위 폴더에서 실행하세요.\n" });
});

test("a chapter that is not there is answered with those that are, and the exit code is 2", () => {
  expect(run(small, "02-other")).toEqual({ status: 2, stdout: "", stderr: "‘02-other’ 장이 없습니다. 있는 장: 01-hello\n" });
});

test("errors are listed with their number, and the exit code is 1", () => {
  // Without glossary.yaml and facts.yaml the chapter's term and fact stand for nothing.
  const { status, stdout } = run(small, "01-hello");
  expect(status).toBe(1);
  expect(stdout).toContain("── 고칠 곳 2곳\n");
  expect(stdout).toMatch(/^01-hello\/greet-by-name: 변이 \d+개 가운데 \d+개를 채점이 잡음\(\d+%, 기준 80%\)$/m);
  expect(stdout).toMatch(/^장 1개, 실습 2개, 연습 2개, 확인 문제 3개\(시뮬레이터가 답을 정한 문제 2개\)\. 고칠 곳 2곳, 살펴볼 곳 0곳$/m);
});

test("without errors the exit code is 0", () => {
  for (const file of ["glossary.yaml", "facts.yaml"]) cpSync(join(ROOT, "content", file), join(small, "content", file));
  expect(run(small).status).toBe(0);
});
