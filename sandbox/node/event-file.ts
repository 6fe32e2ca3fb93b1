/** An event as JSON text from a file or, for `-`, from standard input. */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { BadInput } from "./bad-input.ts";

export async function readEvent(path: string): Promise<string> {
  // Windows editors put a byte order mark before JSON, which is none of it.
  const event = (await readInput(path)).replace(/^\uFEFF/, "");
  const problem = jsonProblem(event);
  if (problem === undefined) return event;
  throw new BadInput(`이벤트가 올바른 JSON이 아닙니다(${path === "-" ? "표준 입력" : path}${problem}).`);
}

/** HTTP stubs: a JSON list. What is in it, the scenario's own check tells. */
export async function readHttpStubs(path: string): Promise<unknown> {
  const stubs = (await readInput(path, "HTTP 응답")).replace(/^\uFEFF/, "");
  const problem = jsonProblem(stubs);
  if (problem === undefined) return JSON.parse(stubs);
  throw new BadInput(`HTTP 응답 파일이 올바른 JSON이 아닙니다(${path === "-" ? "표준 입력" : path}${problem}).`);
}

async function readInput(path: string, what = "이벤트"): Promise<string> {
  if (path === "-") return text(process.stdin);
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    // No such file, a folder, no permission: the caller's affair, with the system's own code.
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
    throw new BadInput(`${what} 파일을 읽지 못했습니다(${code}): ${path}`);
  }
}

/** Where the text stops being JSON, as far as the parser tells: `, 3행 7열`. */
function jsonProblem(event: string): string | undefined {
  try {
    JSON.parse(event);
    return undefined;
  } catch (thrown) {
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(thrown)) ?? [];
    return line === undefined ? "" : `, ${line}행 ${column}열`;
  }
}
