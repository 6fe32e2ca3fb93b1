/**
 * What V8 finds wrong with texts. Standard input: JSON of string[]; standard output: JSON of { commonJs, module }[].
 * Node underlines the place in the error's stack.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import type { Fault } from "./in-node.ts";

const FILE = "file.js";
const PARAMETERS = ["exports", "require", "module", "__filename", "__dirname"];
const UNDERLINED = /^file\.js:(\d+)\n.*\n( *)(\^+)/;

function fault(compile: () => unknown): Fault | null {
  try {
    compile();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const place = UNDERLINED.exec(error.stack ?? "");
    const [, line = "0", indent = "", carets = ""] = place ?? [];
    return { message: error.message, line: Number(line), column: indent.length + 1, width: carets.length };
  }
}

const texts = JSON.parse(readFileSync(0, "utf8")) as string[];
const faults = texts.map((text) => ({
  commonJs: fault(() => vm.compileFunction(text, PARAMETERS, { filename: FILE })),
  module: fault(() => new vm.SourceTextModule(text, { identifier: FILE })),
}));
process.stdout.write(JSON.stringify(faults));
