/** What the Node that runs the tests, and the V8 in it, says of programs and of texts. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Outcome, Program } from "./program.ts";

/** The Node whose words are aimed at; another one words some messages differently. */
export const NODE = "v24.21.0";

export function outcomesInNode(programs: readonly Program[]): (Outcome | null)[] {
  return ask("oracle.ts", programs) as (Outcome | null)[];
}

export interface Fault {
  readonly message: string;
  /** 1-based, and how many characters of it are underlined. */
  readonly line: number;
  readonly column: number;
  readonly width: number;
}

/** What V8 finds wrong with each text, as a CommonJS file and as an ES module. */
export function faultsInNode(texts: readonly string[]): { readonly commonJs: Fault | null; readonly module: Fault | null }[] {
  return ask("syntax-oracle.ts", texts) as { commonJs: Fault | null; module: Fault | null }[];
}

function ask(script: string, question: unknown): unknown {
  if (process.version !== NODE) throw new Error(`The tests of V8's words need Node ${NODE}, this is ${process.version}`);
  const flags = ["--no-warnings", "--experimental-vm-modules"];
  const answer = execFileSync(process.execPath, [...flags, fileURLToPath(new URL(script, import.meta.url))], {
    input: JSON.stringify(question),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { PATH: process.env.PATH },
  });
  return JSON.parse(answer);
}
