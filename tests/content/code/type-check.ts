/** JavaScript and TypeScript of the book, type-checked in one run of the compiler against the real types of what they import. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Problem } from "../problem.ts";
import { type CodeBlock, problemIn } from "./block.ts";

const ROOT = new URL("../../..", import.meta.url).pathname;
const TYPED = /^(js|mjs|cjs|ts|mts)$/;

export const isTyped = ({ language }: CodeBlock): boolean => TYPED.test(language);

/** Packages whose types are not installed: what is imported from them is `any`, and why. */
export const WITHOUT_TYPES: Readonly<Record<string, string>> = {
  "aws-xray-sdk-core": "옛 SDK라 형식을 얻으려면 패키지 서른 개가 더 필요합니다",
  "notice-kit": "실습의 레이어에 들 패키지라 npm에 없습니다",
  phone: "실습의 레이어에 든 패키지라 npm에 없습니다",
};

/** What every fence and file may lean on. */
const OPTIONS = {
  target: "ES2024",
  lib: ["ES2024"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: ["node", "aws-lambda"],
  typeRoots: [join(ROOT, "node_modules/@types")],
  allowJs: true,
  checkJs: true,
  noEmit: true,
  // Node, and the build of a lab, import TypeScript by the file's own name.
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  preserveSymlinks: true,
};

/** A fragment may use names and files that stand around it. TypeScript's numbers for a name that nothing declares. */
const UNDECLARED = new Set(["2304", "2552", "18004", "2580", "2584"]);
const isMissing = ({ code, message }: Diagnostic) => UNDECLARED.has(code) || (code === "2307" && message.includes("module './"));

/** JavaScript drops what a function does not take: a stand-in for a database takes nothing. */
const isSurplus = ({ code, message }: Diagnostic) => {
  const [, takes, gets] = /^Expected (\d+) arguments, but got (\d+)/.exec(message) ?? [];
  return code === "2554" && Number(gets) > Number(takes);
};

export function typeProblems(blocks: readonly CodeBlock[]): readonly Problem[] {
  const typed = blocks.filter(isTyped);
  if (typed.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "code-"));
  try {
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(
      join(folder, "without-types.d.ts"),
      Object.keys(WITHOUT_TYPES)
        .map((name) => `declare module "${name}";\n`)
        .join(""),
    );
    const placed = new Map(typed.map((block, index) => [place(folder, block, index), block]));
    // Handlers are written for a reader, without annotations: what JavaScript cannot say is not asked of it.
    const loose = compile(
      folder,
      "js",
      { ...OPTIONS, strict: false, noImplicitAny: false },
      [...placed].filter(([, { language }]) => !/ts$/.test(language)),
    );
    const strict = compile(
      folder,
      "ts",
      { ...OPTIONS, strict: true },
      [...placed].filter(([, { language }]) => /ts$/.test(language)),
    );
    return [...loose.filter((each) => !isSurplus(each)), ...strict].flatMap((diagnostic) => {
      const { path, line, code, message } = diagnostic;
      const block = placed.get(path);
      if (block === undefined || (block.extent === "fragment" && isMissing(diagnostic))) return [];
      return [problemIn(block, line - linesAbove(block), `TypeScript가 거절합니다(TS${code}): ${message}`)];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each block has a folder of its own, with what it imports beside it. */
function place(folder: string, block: CodeBlock, index: number): string {
  const home = join(String(index), block.name !== undefined && /\.[cm]?[jt]s$/.test(block.name) ? block.name : `code.${fileEnding(block)}`);
  for (const [name, text] of Object.entries(block.beside)) {
    if (!/\.(?:[cm]?[jt]s|json)$/.test(name)) continue;
    const path = join(folder, dirname(home), name);
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) writeFileSync(path, text);
  }
  mkdirSync(dirname(join(folder, home)), { recursive: true });
  writeFileSync(join(folder, home), isMember(block) ? `export default {\n${block.text}\n};` : block.text);
  return home;
}

/** A page's `js` is a module. */
const fileEnding = ({ language }: CodeBlock) => ({ js: "mjs", ts: "mts" })[language] ?? language;

/** `"GET /orders": async () => …,` stands in an object. */
const isMember = ({ extent, text }: CodeBlock) => extent === "fragment" && /^\s*(?:"[^"\n]*"|\w+): .*[({]\n/.test(text);

const linesAbove = (block: CodeBlock) => (isMember(block) ? 1 : 0);

interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

function compile(
  folder: string,
  name: string,
  compilerOptions: object,
  placed: readonly (readonly [string, CodeBlock])[],
): readonly Diagnostic[] {
  if (placed.length === 0) return [];
  const project = `tsconfig.${name}.json`;
  const files = ["without-types.d.ts", ...placed.map(([path]) => path)];
  writeFileSync(join(folder, project), JSON.stringify({ compilerOptions, files }));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, "--project", project, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  const found = [...stdout.matchAll(/^(\S[^(\n]*)\((\d+),\d+\): error TS(\d+): (.*)$/gm)].map(
    ([, path = "", line, code = "", message = ""]): Diagnostic => ({ path, line: Number(line), code, message }),
  );
  if (status !== 0 && found.length === 0) throw new Error(`tsc: ${stdout}${stderr}`);
  return found;
}
