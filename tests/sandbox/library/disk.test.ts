import { expect, test } from "vitest";
import { guest } from "./guest.ts";

const refusal = (call: string) =>
  `try { ${call}; return "allowed"; } catch (x) { return [x.message, x.code, x.errno, x.syscall, x.path]; }`;
const FILES = { "/var/task/index.mjs": "export {};", "/var/task/lib/a.json": "{}", "/opt/layer.txt": "layer" };
const onDisk = (call: string, options = {}) => guest({ files: FILES, ...options }).run(`const fs = require("fs"); ${refusal(call)}`);

test("writing a file of the deployment package is refused with EROFS", () => {
  expect(onDisk('fs.writeFileSync("/var/task/index.mjs", "x")')).toEqual([
    "EROFS: read-only file system, open '/var/task/index.mjs'",
    "EROFS",
    -30,
    "open",
    "/var/task/index.mjs",
  ]);
});

test("making, removing, renaming and copying are refused with EROFS outside /tmp", () => {
  const codes = [
    'fs.writeFileSync("new.txt", "x")',
    'fs.mkdirSync("/var/task/dir")',
    'fs.unlinkSync("/opt/layer.txt")',
    'fs.rmSync("/var/task/lib", { recursive: true })',
    'fs.renameSync("/var/task/index.mjs", "/var/task/b.mjs")',
    'fs.copyFileSync("/opt/layer.txt", "/opt/copy.txt")',
    'fs.appendFileSync("/opt/layer.txt", "x")',
    'fs.truncateSync("/opt/layer.txt")',
    'fs.chmodSync("/opt/layer.txt", 0o777)',
    'fs.mkdtempSync("/var/task/t-")',
    'fs.accessSync("/opt", fs.constants.W_OK)',
  ].map((call) => (onDisk(call) as string[])[1]);
  expect(codes).toEqual(codes.map(() => "EROFS"));
});

test("the error names the path as the code wrote it, although it is looked up from /var/task", () => {
  expect(onDisk('fs.readFileSync("missing.txt")')).toEqual([
    "ENOENT: no such file or directory, open 'missing.txt'",
    "ENOENT",
    -2,
    "open",
    "missing.txt",
  ]);
  expect(onDisk('if (fs.readFileSync("./lib/a.json", "utf8") !== "{}") throw new Error("other content")')).toBe("allowed");
});

test("a rename from /tmp to a read-only place is refused", () => {
  expect((onDisk('fs.writeFileSync("/tmp/a", "x"); fs.renameSync("/tmp/a", "/var/task/a")') as string[])[1]).toBe("EROFS");
  expect((onDisk('fs.renameSync("/opt/layer.txt", "/tmp/layer.txt")') as string[])[1]).toBe("EXDEV");
});

test("what does not fit into /tmp any more is refused with ENOSPC, and removing makes room again", () => {
  const self = guest({ tmpBytes: 10 });
  const write = (name: string, size: number) =>
    self.run(`const fs = require("fs"); ${refusal(`fs.writeFileSync("/tmp/${name}", "x".repeat(${size}))`)}`);
  expect(write("a", 8)).toBe("allowed");
  expect(write("b", 3)).toEqual(["ENOSPC: no space left on device, write", "ENOSPC", -28, "write", null]);
  self.run('require("fs").unlinkSync("/tmp/a"); return 0');
  expect(write("b", 3)).toBe("allowed");
});

test("/tmp outlives a process: another guest on the same disk finds the file, with its time", () => {
  const tmp = { files: new Map<string, Uint8Array | null>() };
  const first = guest({ tmp });
  first.now += 5000;
  first.run('const fs = require("fs"); fs.mkdirSync("/tmp/d"); fs.writeFileSync("/tmp/d/a", "kept"); return 0');
  const found = guest({ tmp }).run(
    'const fs = require("fs"); return [fs.readFileSync("/tmp/d/a", "utf8"), fs.statSync("/tmp/d/a").mtimeMs]',
  );
  expect(found).toEqual(["kept", first.now]);
});

test("the folders on the way to a file of the package are there, and list what is in them", () => {
  const listing = guest({ files: FILES }).run(
    'const fs = require("fs"); return [fs.readdirSync("/var/task"), fs.readdirSync("/var/task/lib"), fs.statSync("/var/task").isDirectory(), fs.existsSync("/etc"), fs.readdirSync("/tmp")]',
  );
  expect(listing).toEqual([["index.mjs", "lib"], ["a.json"], true, true, []]);
});

test("binary content goes through the disk unchanged", () => {
  expect(
    guest().run(
      'const fs = require("fs"); const b = Buffer.from([...Array(256).keys()]); fs.writeFileSync("/tmp/b", b); return b.equals(fs.readFileSync("/tmp/b"))',
    ),
  ).toBe(true);
});

test("what fs does not have says so in Korean instead of failing strangely", () => {
  expect(() => guest().run('require("fs").watch("/tmp/x")')).toThrow("람다 랩의 시뮬레이터는 아직 fs.watch");
});
