/** How a process that exited of itself is told: by its code, or by the signal that it sent to itself. */
import type { Exit, Signal } from "../runtime.ts";

/** `code`: a negative one is a signal's number. */
export function exitFrom(code: number): Exit {
  return code < 0 ? { signal: signalNamed(-code) } : { code };
}

/** By Linux's numbers. */
const SIGNALS: Readonly<Record<number, Signal>> = {
  1: "hangup",
  2: "interrupt",
  6: "aborted (core dumped)",
  9: "killed",
  11: "segmentation fault",
  15: "terminated",
};

const signalNamed = (number: number): Signal => SIGNALS[number] ?? `signal ${number}`;
