/**
 * The package offers no JS_SetHostPromiseRejectionTracker, so the host writes into JSRuntime itself. In quickjs.c the tracker
 * stands five words after `interrupt_handler`, and two before `job_list`, an empty list that points at itself: both are found by
 * looking, and checked, so that another layout stops here and not somewhere in a lesson.
 */
import type { Exports } from "./exports.ts";

/** The engine calls `promise_rejection`, the last function of its table (functions.ts), from now on. */
export function trackRejections(exports: Exports, runtime: number, words: Uint32Array): void {
  const first = runtime >> 2;
  const before = words.slice(first, first + 256);
  exports.QTS_RuntimeEnableInterruptHandler(runtime);
  const handler = before.findIndex((word, index) => word !== words[first + index]);
  exports.QTS_RuntimeDisableInterruptHandler(runtime);
  const tracker = first + handler + 5;
  const list = (tracker + 2) << 2;
  if (handler < 0 || words[tracker] !== 0 || words[tracker + 2] !== list || words[tracker + 3] !== list) {
    throw new Error("engine: JSRuntime is not laid out as expected; see sandbox/README.md, “Updating the engine”");
  }
  words[tracker] = exports.table_size.value - 1;
}
