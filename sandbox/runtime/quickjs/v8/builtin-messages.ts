/** V8's messages for what a built-in function refuses. */
import type { GuestMemory } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";
import { FIXED } from "./operation-messages.ts";
import type { ResolvedFrame } from "./resolved-frame.ts";

export interface Refusal {
  /** The engine's. */
  readonly message: string;
  readonly top: ResolvedFrame;
  readonly caller: ResolvedFrame | undefined;
  /** How V8 names the call: `Array.map`, `new Map`. */
  readonly called: string;
  readonly guest: GuestMemory;
  readonly values: GuestValues;
}

export function builtinMessage(refusal: Refusal): string | undefined {
  return FIXED[refusal.message];
}

/** Built-in functions that V8 leaves out of stacks. */
export function hidesItself(name: string): boolean {
  return HIDDEN.has(name);
}

const HIDDEN = new Set(["call", "apply", "construct"]);
