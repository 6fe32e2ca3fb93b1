/** Files on disk as a deployment package: what a zip file of them would hold. */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { UNZIPPED_BYTES } from "../lambda/quotas.ts";
import type { Files } from "../scenario.ts";
import { BadInput } from "./bad-input.ts";

export interface DeploymentPackage {
  readonly files: Files;
  /** One TypeScript file, which has to be built. */
  readonly isSource?: true;
  /** `index.handler`, or for a single file its name instead of `index`. */
  readonly defaultHandler: string;
  /** Derived from the file's or folder's name: what a function name may hold of it. */
  readonly functionName: string;
  /** Files that are no text and were left out: the sandbox's disk holds source code. */
  readonly skipped: readonly string[];
}

export function readDeploymentPackage(path: string): DeploymentPackage {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) throw new BadInput(`파일이나 폴더가 없습니다: ${path}`);
  return kind.isDirectory() ? ofFolder(path) : ofFile(path);
}

/** The one file. Beside a `.js` file a package.json goes too: it says whether the file is an ES module. */
function ofFile(path: string): DeploymentPackage {
  const extension = extname(path);
  const isSource = [".ts", ".mts", ".cts"].includes(extension);
  if (!isSource && ![".js", ".mjs", ".cjs"].includes(extension)) {
    throw new BadInput(`Lambda의 Node.js 런타임은 .mjs, .js, .cjs 파일을 실행합니다. 받은 파일: ${path}`);
  }
  const name = basename(path, extension);
  const source = readText(path);
  if (source === undefined) throw new BadInput(`UTF-8 텍스트 파일이 아닙니다: ${path}`);
  const manifest = extension === ".js" ? readText(join(dirname(path), "package.json")) : undefined;
  const files = { [basename(path)]: source, ...(manifest !== undefined && { "package.json": manifest }) };
  const deployed = { files, defaultHandler: `${name}.handler`, functionName: functionName(name), skipped: [] };
  return isSource ? { ...deployed, isSource } : deployed;
}

/** Every text file below the folder but `.git`. */
function ofFolder(path: string): DeploymentPackage {
  const reading: Reading = { files: {}, skipped: [], bytes: 0 };
  readFolder(path, "", [realpathSync(path)], reading);
  if (Object.keys(reading.files).length === 0) throw new BadInput(`폴더에 텍스트 파일이 없습니다: ${path}`);
  const { files, skipped } = reading;
  return { files, skipped, defaultHandler: "index.handler", functionName: functionName(basename(realpathSync(path))) };
}

interface Reading {
  readonly files: Record<string, string>;
  readonly skipped: string[];
  bytes: number;
}

/** `above`: the real paths of the folders on the way, so that a link to one of them is no endless descent. */
function readFolder(folder: string, prefix: string, above: readonly string[], reading: Reading): void {
  for (const name of readdirSync(folder).sort()) {
    if (name === ".git") continue;
    const path = join(folder, name);
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind?.isDirectory()) {
      const real = realpathSync(path);
      if (!above.includes(real)) readFolder(path, `${prefix}${name}/`, [...above, real], reading);
    }
    if (kind?.isFile()) addFile(path, `${prefix}${name}`, kind.size, reading);
  }
}

function addFile(path: string, name: string, size: number, reading: Reading): void {
  reading.bytes += size;
  if (reading.bytes > UNZIPPED_BYTES) {
    throw new BadInput(
      "배포 패키지가 너무 큽니다. 압축을 풀었을 때 250MB 이하여야 합니다(Unzipped size must be smaller than 262144000 bytes).",
    );
  }
  const text = readText(path);
  if (text === undefined) reading.skipped.push(name);
  else reading.files[name] = text;
}

/** Undefined where there is no such file or it is no UTF-8. A byte order mark stays: what becomes of it is the runtime's affair. */
function readText(path: string): string | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = readFileSync(path);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8: the question was whether it is text.
    return undefined;
  }
}

function functionName(name: string): string {
  const allowed = name.replace(/[^a-zA-Z0-9-_]+/g, "-").replace(/^-+|-+$/g, "");
  return allowed.slice(0, 64) || "my-function";
}
