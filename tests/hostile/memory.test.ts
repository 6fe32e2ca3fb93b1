/** “The process's memory must not grow past the function's by more than 64 MB”: measured on a process of its own for each bomb. */
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

describe("the process grows by no more than 64 MB beyond the function's memory", () => {
  for (const [index, hostile] of CASES.entries()) {
    if (!KINDS.includes(hostile.kind)) continue;
    test.concurrent(`${hostile.kind}: ${hostile.name}`, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [PROCESS, String(index)], { timeout: 60_000, env });
      const { before, after } = JSON.parse(stdout) as MemoryReport;
      expect((after - before) / MB).toBeLessThan((hostile.options?.MemorySize ?? 128) + 64);
    }, 90_000);
  }
});
