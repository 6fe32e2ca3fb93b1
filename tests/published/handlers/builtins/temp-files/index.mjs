import fs from "node:fs/promises";
import { existsSync, constants } from "node:fs";
import path from "node:path";
import os from "node:os";

export const handler = async ({ name }) => {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), "job-"));
  const file = path.join(dir, `${name}.txt`);
  await fs.writeFile(file, "line 1\n");
  await fs.appendFile(file, "line 2\n");
  const { size } = await fs.stat(file);
  await fs.mkdir(path.join(dir, "a/b/c"), { recursive: true });
  await fs.copyFile(file, path.join(dir, "a/b/copy.txt"));
  await fs.rename(file, path.join(dir, "done.txt"));
  const entries = await fs.readdir(dir, { withFileTypes: true });
  const problems = [];
  for (const attempt of [
    () => fs.readFile(path.join(dir, "nothing")),
    () => fs.rmdir(path.join(dir, "a")),
    () => fs.mkdir(path.join(dir, "a")),
    () => fs.readFile(dir),
    () => fs.copyFile(path.join(dir, "done.txt"), path.join(dir, "a/b/copy.txt"), constants.COPYFILE_EXCL),
    () => fs.access(path.join(dir, "gone"), constants.W_OK),
  ]) {
    try {
      await attempt();
    } catch (error) {
      problems.push([error.code, error.syscall, error.errno, error.message.replaceAll(dir, "DIR")]);
    }
  }
  const all = (await fs.readdir(dir, { recursive: true })).sort();
  await fs.rm(dir, { recursive: true, force: true });
  return { size, entries: entries.map((e) => [e.name, e.isDirectory()]).sort(), all, problems, gone: !existsSync(dir) };
};
