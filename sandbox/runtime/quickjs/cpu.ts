/**
 * From counted work to CPU time.
 *
 * A count is a turn of a loop in the engine (engine/meter.ts); a bytecode instruction is one. 700,000 of them stand for a
 * millisecond of a full vCPU on Lambda. QuickJS interprets what V8 compiles, so no single price fits every program: this one
 * lies between what V8 takes for arithmetic that it has compiled (far less) and for JSON, sorting and strings in code that
 * runs for the first time (about as much); `npm run bench` prints both for six programs. Simplified: ratios between kinds of
 * work are QuickJS's, not V8's. Ratios between memory sizes are Lambda's.
 */
import { MEMORY_OF_ONE_VCPU } from "../../lambda/quotas.ts";
import type { Millis } from "../../time/instant.ts";

/** Counts in a millisecond of one full vCPU. */
export const COUNTS_PER_MS = 700_000;

/** Node runs JavaScript on one thread: more memory than a vCPU's worth makes it no faster. */
export function cpuShare(memoryMB: number): number {
  return Math.min(1, memoryMB / MEMORY_OF_ONE_VCPU);
}

/**
 * Work that one phase may do before the clock jumps to its deadline: about a second of real time on a notebook, and enough
 * for 3 seconds at 128 MB. Simplified: without it, 900 seconds of an endless loop at 10,240 MB would be computed.
 */
export const WORK_BUDGET = 155_000_000;

/** What a call out of the guest costs: a system call, more or less. */
export const HOST_CALL_COST = 1_000;

/**
 * What reading the clock costs: little at first, more the more often one invocation does it, so that a handler that waits by
 * `while (Date.now() < end)` gets through its seconds of virtual time in few turns.
 */
export function clockReadCost(reads: number): number {
  return reads < 1_000 ? 50 : Math.min(20_000, (reads - 1_000) * 2 + 50);
}

export function countsIn(duration: Millis, share: number): number {
  return Math.max(0, Math.ceil(duration * COUNTS_PER_MS * share));
}

export function millisFor(counts: number, share: number): Millis {
  return counts / (COUNTS_PER_MS * share);
}

/** What loading a module's file takes before its code runs: reading and compiling, by its size. [INF] */
export function moduleLoadMillis(bytes: number): Millis {
  return 0.3 + bytes / 10_000;
}
