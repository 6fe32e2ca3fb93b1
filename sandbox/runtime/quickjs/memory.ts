/**
 * Memory as Lambda counts it. Node itself takes the greater part of a small function's memory; what the guest's heap grows to
 * comes on top.
 */
import type { RuntimeIdentifier } from "../../scenario.ts";

const MB = 1_048_576;

/**
 * MB that a process of each runtime has taken before any code of the function runs. [INF] From “Max Memory Used” of empty
 * functions; AWS publishes no figure.
 */
const NODE_MB: Readonly<Record<RuntimeIdentifier, number>> = { "nodejs22.x": 70, "nodejs24.x": 74, "provided.al2023": 34 };

/** WebAssembly's memories have 32-bit addresses; Simplified: above this a function's memory only buys CPU. */
const ADDRESSABLE = 2_147_418_112;

/** Bytes that an engine of `booted` bytes may grow to in a function of `memoryMB`. */
export function maximumBytes(runtime: RuntimeIdentifier, memoryMB: number, booted: number): number {
  return Math.min(ADDRESSABLE, booted + (memoryMB - NODE_MB[runtime]) * MB);
}

/** What REPORT shows: whole MB, never above the function's. */
export function memoryUsedMB(runtime: RuntimeIdentifier, memoryMB: number, booted: number, bytes: number): number {
  return Math.min(memoryMB, NODE_MB[runtime] + Math.ceil((bytes - booted) / MB));
}
