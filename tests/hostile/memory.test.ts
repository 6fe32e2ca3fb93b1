/** “The process's memory must not grow past the function's by more than 64 MB”: measured on processes that do nothing else. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { CASES } from "./cases/index.ts";
import type { MemoryReport } from "./memory-process.ts";

const MB = 1_048_576;
const KINDS = ["memory bomb", "flood of logs", "7 MB result", "endless built-in"];
const PROCESS = fileURLToPath(new URL("memory-process.ts", import.meta.url));
/** A third of a process's time goes into reading TypeScript: the next one finds it done. */
const env = { ...process.env, NODE_COMPILE_CACHE: fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url)) };

/** Cases of one process, all of functions with the same memory: its peak then bounds each of them. */
const CASES_A_PROCESS = 10;

interface Bomb {
  readonly title: string;
  readonly index: number;
  readonly memoryMB: number;
}

const BOMBS: readonly Bomb[] = CASES.flatMap(({ kind, name, options }, index) =>
  KINDS.includes(kind) ? [{ title: `${kind}: ${name}`, index, memoryMB: options?.MemorySize ?? 128 }] : [],
);

const GROUPS = [...Map.groupBy(BOMBS, ({ memoryMB }) => memoryMB).values()].flatMap((same) =>
  Array.from({ length: Math.ceil(same.length / CASES_A_PROCESS) }, (_, at) => same.slice(at * CASES_A_PROCESS, (at + 1) * CASES_A_PROCESS)),
);

/** Process of a group, started by the first of its cases. */
const processes = new Map<readonly Bomb[], Promise<MemoryReport>>();

function reportOf(group: readonly Bomb[]): Promise<MemoryReport> {
  const started = processes.get(group) ?? observed(group);
  processes.set(group, started);
  return started;
}

async function observed(group: readonly Bomb[]): Promise<MemoryReport> {
  const args = ["--expose-gc", PROCESS, ...group.map(({ index }) => String(index))];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 300_000, env });
  return JSON.parse(stdout) as MemoryReport;
}

describe("the process grows by no more than 64 MB beyond the function's memory", () => {
  // Neighbours belong to different groups: so several processes are at work.
  for (let at = 0; at < CASES_A_PROCESS; at += 1) {
    for (const group of GROUPS) {
      const bomb = group[at];
      if (bomb === undefined) continue;
      test.concurrent(bomb.title, async () => {
        const { before, after } = await reportOf(group);
        expect(((after[at] ?? Number.POSITIVE_INFINITY) - before) / MB).toBeLessThan(bomb.memoryMB + 64);
      }, 300_000);
    }
  }
});
