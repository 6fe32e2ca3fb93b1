/** Removing, moving and marking what is there. */
import { codes } from "../errors.js";
import { validateBoolean } from "../validators.js";
import { checked, factsOf, modeOf, pathOf } from "./arguments.js";
import { mkdirSync, readdirSync } from "./directories.js";
import { systemError } from "./errors.js";
import { existsSync } from "./stats.js";
import { copyFileSync } from "./whole-files.js";

export function unlinkSync(path) {
  const place = pathOf(path);
  checked(binding.fsRemoveFile(place.absolute), "unlink", place.text);
}

export function rmdirSync(path) {
  const place = pathOf(path);
  checked(binding.fsRemoveDirectory(place.absolute), "rmdir", place.text);
}

export function rmSync(path, options = {}) {
  const { recursive = false, force = false } = options ?? {};
  validateBoolean(recursive, "options.recursive");
  validateBoolean(force, "options.force");
  const place = pathOf(path);
  const facts = factsOf(place);
  if (facts === "ENOENT" && force) return;
  checked(facts, "lstat", place.text);
  if (!facts.isDirectory) {
    checked(binding.fsRemoveFile(place.absolute), "rm", place.text);
    return;
  }
  if (!recursive) throw systemError("ERR_FS_EISDIR", "Path is a directory", "EISDIR", "is a directory", "rm", place.text);
  removeTree(place.absolute, place.text);
}

function removeTree(absolute, shown) {
  for (const { name, isDirectory } of JSON.parse(checked(binding.fsList(absolute), "scandir", shown))) {
    if (isDirectory) removeTree(`${absolute}/${name}`, `${shown}/${name}`);
    else checked(binding.fsRemoveFile(`${absolute}/${name}`), "unlink", `${shown}/${name}`);
  }
  checked(binding.fsRemoveDirectory(absolute), "rmdir", shown);
}

export function renameSync(from, to) {
  const [source, target] = [pathOf(from, "oldPath"), pathOf(to, "newPath")];
  checked(binding.fsRename(source.absolute, target.absolute), "rename", source.text, target.text);
}

export function cpSync(from, to, options = {}) {
  const { recursive = false, force = true, errorOnExist = false, filter = () => true } = options ?? {};
  const [source, target] = [pathOf(from, "src"), pathOf(to, "dest")];
  const copy = (a, b) => {
    if (!filter(a, b)) return;
    const facts = factsOf(pathOf(a));
    checked(facts, "cp", a);
    if (facts.isDirectory) {
      if (!recursive)
        throw systemError(
          "ERR_FS_EISDIR",
          "Recursive option not enabled, cannot copy a directory",
          "EISDIR",
          `${a} is a directory (not copied)`,
          "cp",
          a,
        );
      mkdirSync(b, { recursive: true });
      for (const name of readdirSync(a)) copy(`${a}/${name}`, `${b}/${name}`);
    } else if (!existsSync(b) || force) copyFileSync(a, b);
    else if (errorOnExist) throw systemError("ERR_FS_CP_EEXIST", "Target already exists", "EEXIST", `${b} already exists`, "cp", b);
  };
  copy(source.text, target.text);
}

export function chmodSync(path, mode) {
  const place = pathOf(path);
  checked(binding.fsChangeMode(place.absolute, modeOf(mode, 0)), "chmod", place.text);
}

export function utimesSync(path, _accessed, modified) {
  const place = pathOf(path);
  const time = modified instanceof Date ? modified.getTime() : Number(modified) * 1000;
  if (!Number.isFinite(time)) throw new codes.ERR_INVALID_ARG_TYPE("mtime", ["Date", "Time in seconds"], modified);
  checked(binding.fsChangeTime(place.absolute, time), "utime", place.text);
}
