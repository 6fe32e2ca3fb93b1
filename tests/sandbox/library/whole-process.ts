/**
 * Bodies of async functions, run in the whole simulator (event loop, process, disk, codecs) and in a process of the Node that runs
 * the tests: what each gives, or throws, must be the same. `dir` is a folder of its own below /tmp.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { payload, run } from "../../harness.ts";

export function sameInLambda(bodies: Readonly<Record<string, string>>, { prelude = "" } = {}): void {
  const program = programOf(Object.values(bodies), prelude);
  let both: Promise<readonly [readonly string[], readonly string[]]> | undefined;
  const outcomes = () => (both ??= inNode(program).then((node) => [inLambda(program), node]));
  Object.keys(bodies).forEach((title, index) => {
    test(title, async () => {
      const [lambda, node] = await outcomes();
      expect(lambda[index]).toBe(node[index]);
    });
  });
}

/** The same from bodies that stand one on a line; `//` begins a remark. */
export function sameLinesInLambda(text: string, options?: { readonly prelude?: string }): void {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"));
  sameInLambda(Object.fromEntries(lines.map((line) => [`Lambda and Node agree on ${line}`, line])), options);
}

/** What the program returns, from a function with much memory and time. */
export function inLambda(program: string): string[] {
  const trace = run({ "index.js": `exports.handler = async () => { ${program} };` }, { MemorySize: 1769, Timeout: 900 });
  const answer: unknown = JSON.parse(payload(trace));
  if (!Array.isArray(answer)) throw new Error(`the function failed: ${JSON.stringify(answer)}`);
  return answer as string[];
}

export async function inNode(program: string): Promise<string[]> {
  const script = `(async () => { ${program} })().then((answer) => process.stdout.write(JSON.stringify(answer), () => process.exit()))`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as string[];
}

/** What begins so is no expression. */
const STATEMENT = /^\s*(const|let|for|try|class|function|util\.inherits)\b/;

function programOf(bodies: readonly string[], prelude: string): string {
  const functions = bodies.map((body) => `async (dir) => { ${prelude}\n${STATEMENT.test(body) ? body : `return ${body}`}\n }`);
  return `${OUTCOME}
    const outcomes = [];
    await new Promise((resolve) => setImmediate(resolve));
    for (const body of [${functions.join(",\n")}]) outcomes.push(await outcome(body));
    return outcomes;`;
}

const OUTCOME = `
  const util = require("util");
  const show = (value) => util.inspect(value, { depth: 8, breakLength: Infinity, maxArrayLength: null, maxStringLength: null });
  let uncaught = [];
  process.on("uncaughtException", (error) => uncaught.push(String(error)));
  const outcome = async (body) => {
    const dir = require("fs").mkdtempSync("/tmp/lambda-lab-");
    const stuck = new Promise((resolve) => setTimeout(resolve, 2000, "it waits for ever"));
    let text;
    try {
      text = show(await Promise.race([body(dir), stuck]));
    } catch (error) {
      text = "throws " + show([error?.name, error?.message, error?.code, error?.errno]);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
    require("fs").rmSync(dir, { recursive: true, force: true });
    if (uncaught.length > 0) text += " and leaves " + show(uncaught);
    uncaught = [];
    return text.replaceAll(dir, "DIR");
  };`;
