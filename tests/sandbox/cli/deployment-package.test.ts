import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readDeploymentPackage } from "../../../sandbox/node/deployment-package.ts";
import { written } from "./lab.ts";

/** A new folder with files in folders of their own. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = written({});
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

test("every text file below a folder goes along, node_modules too, but nothing of .git", () => {
  const folder = folderOf({
    "index.mjs": "1",
    "src/deep/a.mjs": "2",
    "node_modules/left-pad/package.json": "{}",
    ".git/HEAD": "ref",
    ".env": "A=1",
  });
  const { files, defaultHandler, skipped } = readDeploymentPackage(folder);
  expect(Object.keys(files).sort()).toEqual([".env", "index.mjs", "node_modules/left-pad/package.json", "src/deep/a.mjs"]);
  expect(files["src/deep/a.mjs"]).toBe("2");
  expect([defaultHandler, skipped]).toEqual(["index.handler", []]);
});

test("a link is followed as zip follows it, but not back to a folder it lies in", () => {
  const folder = folderOf({ "index.mjs": "1", "shared/b.mjs": "2" });
  symlinkSync(join(folder, "shared"), join(folder, "linked"));
  symlinkSync(folder, join(folder, "shared", "loop"));
  symlinkSync(join(folder, "nowhere"), join(folder, "broken"));
  expect(Object.keys(readDeploymentPackage(folder).files).sort()).toEqual(["index.mjs", "linked/b.mjs", "shared/b.mjs"]);
});

test("what is not UTF-8, or holds a NUL, is left out by name; a byte order mark stays", () => {
  const folder = folderOf({ "index.mjs": "\ufeff1", "euc-kr.txt": Uint8Array.of(0xb0, 0xa1), "a.bin": Uint8Array.of(65, 0) });
  const { files, skipped } = readDeploymentPackage(folder);
  expect(files).toEqual({ "index.mjs": "\ufeff1" });
  expect(skipped).toEqual(["a.bin", "euc-kr.txt"]);
});

test("a single file is deployed alone, with its name as module and as function name", () => {
  const folder = folderOf({ "주문 처리-v2.mjs": "1", "other.mjs": "2", "package.json": "{}" });
  expect(readDeploymentPackage(join(folder, "주문 처리-v2.mjs"))).toEqual({
    files: { "주문 처리-v2.mjs": "1" },
    defaultHandler: "주문 처리-v2.handler",
    functionName: "v2",
    skipped: [],
  });
});

test("a package of more than 250 MB is refused", () => {
  const folder = folderOf({ "index.mjs": "1", "big.txt": "" });
  truncateSync(join(folder, "big.txt"), 262_144_000);
  expect(() => readDeploymentPackage(folder)).toThrow("배포 패키지가 너무 큽니다.");
});

test("a file that no Node.js runtime runs, an empty folder and nothing at all are refused", () => {
  expect(() => readDeploymentPackage(join(folderOf({ "a.py": "" }), "a.py"))).toThrow("런타임은 .mjs, .js, .cjs 파일을 실행합니다.");
  expect(() => readDeploymentPackage(folderOf({}))).toThrow("폴더에 텍스트 파일이 없습니다");
  expect(() => readDeploymentPackage("/no/such/folder")).toThrow("파일이나 폴더가 없습니다: /no/such/folder");
});
