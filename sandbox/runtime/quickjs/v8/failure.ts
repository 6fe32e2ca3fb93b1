/** An operation of a program that failed: what the engine says, and what it was working with. */
import type { Frame } from "./frames.ts";
import type { GuestMemory, GuestValue } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";
import type { Operation } from "./operation-keys.ts";
import type { Program, Routine } from "./program.ts";

export interface Failure {
  /** The engine's. */
  readonly message: string;
  readonly frame: Frame;
  readonly program: Program;
  readonly routine: Routine;
  readonly operation: Operation;
  readonly guest: GuestMemory;
  readonly values: GuestValues;
}

/** What a write writes to: under its value, and under its key where that was computed. */
export function target({ operation, frame }: Failure): GuestValue | undefined {
  if (operation.key === "put super") return frame.operand(3);
  return frame.operand(operation.key === "put[]" ? 2 : 1);
}

/** The name of the property that a write writes. */
export function keyOf(failure: Failure): string {
  const { operation, frame } = failure;
  if (operation.key === "put[]" || operation.key === "put super") return described(failure, frame.operand(1));
  return operation.key.slice("put ".length);
}

export function described({ values }: Failure, value: GuestValue | undefined): string {
  return value === undefined ? "#<Object>" : values.describe(value);
}

/** The type of a value; "undefined" for one that cannot be told. */
export function typeOf({ guest }: Failure, value: GuestValue | undefined): string {
  return value === undefined ? "undefined" : guest.typeOf(value);
}
