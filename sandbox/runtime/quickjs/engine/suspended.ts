/**
 * Keeps suspended async functions alive while the engine collects cycles. In quickjs-ng 0.12.1 a closure over a variable of an
 * async function does not keep the function's frame, so a collection frees what the variable holds while the closure still reads it:
 *
 *   let wake; emitter.on("go", () => wake()); await new Promise((resolve) => { wake = resolve });
 *
 * ends in “wake is not a function”, or with the engine (quickjs-ng pull request 1569, merged after 0.12.1). Node's own streams wait
 * like that. So every async function that waits, and every async generator that does, counts one reference more for as long as a
 * collection runs. The price: one that will never be woken is never freed.
 *
 * Works on the text form. What has no name in the binary is found by what it does, and an engine in which it is not found
 * stops the build.
 */
import type { WasmFunction } from "./functions.ts";

/** JSRuntime.malloc_gc_threshold at the start, which JS_NewRuntime stores. */
const FIRST_THRESHOLD = 262_144;

/** From malloc_gc_threshold back to gc_obj_list.next: gc_phase, tmp_obj_list, gc_zero_ref_count_list, gc_obj_list's own prev. */
const LIST_BEFORE_THRESHOLD = 28;

/** quickjs.c 0.12.1: JS_GC_OBJ_TYPE_ASYNC_FUNCTION, JS_CLASS_ASYNC_GENERATOR, and two states of JSAsyncGeneratorData. */
const ASYNC_FUNCTION = 4;
const CLASS_ASYNC_GENERATOR = 59;
const EXECUTING = 3;
const AWAITING_RETURN = 4;

/** `functions`: read from `lines`. */
export function holdSuspended(lines: readonly string[], functions: readonly WasmFunction[]): string[] {
  const threshold = thresholdOffset(lines, functions);
  const collect = collector(lines, functions, threshold);
  const start = collect.first + 1 + collect.locals.length;
  const body = lines.slice(start, collect.last).map((line) => line.replace(/\(return\)/, "(br $collected)"));
  const end = lines.findLastIndex((line) => line.trim() === ")");
  return [
    ...lines.slice(0, start),
    "(call $hold_suspended (local.get $0) (i32.const 1))",
    "(block $collected",
    ...body,
    ")",
    "(call $hold_suspended (local.get $0) (i32.const -1))",
    ...lines.slice(collect.last, end),
    ...HOLD(threshold - LIST_BEFORE_THRESHOLD).split("\n"),
    ...lines.slice(end),
  ];
}

/** Adds `by` to the count of each: the same ones before and after a collection, which runs no code of the guest. */
const HOLD = (list: number) => ` (func $hold_suspended (param $runtime i32) (param $by i32)
  (local $end i32)
  (local $link i32)
  (local $object i32)
  (local $generator i32)
  (local.set $end (i32.add (local.get $runtime) (i32.const ${list})))
  (local.set $link (i32.load offset=4 (local.get $end)))
  (block $done
   (loop $next
    (br_if $done (i32.eq (local.get $link) (local.get $end)))
    (local.set $object (i32.sub (local.get $link) (i32.const 8)))
    (block $counted
     (if (i32.eq (i32.and (i32.load8_u offset=4 (local.get $object)) (i32.const 15)) (i32.const ${ASYNC_FUNCTION})) (then
      (br_if $counted (i32.eqz (i32.load8_u offset=32 (local.get $object))))
     ) (else
      (br_if $counted (i32.and (i32.load8_u offset=4 (local.get $object)) (i32.const 15)))
      (br_if $counted (i32.ne (i32.load16_u offset=6 (local.get $object)) (i32.const ${CLASS_ASYNC_GENERATOR})))
      (local.set $generator (i32.load offset=32 (local.get $object)))
      (br_if $counted (i32.eqz (local.get $generator)))
      (br_if $counted (i32.gt_u (i32.sub (i32.load offset=4 (local.get $generator)) (i32.const ${EXECUTING})) (i32.const ${AWAITING_RETURN - EXECUTING})))
     ))
     (i32.store (local.get $object) (i32.add (i32.load (local.get $object)) (local.get $by)))
    )
    (local.set $link (i32.load offset=4 (local.get $link)))
    (br $next)
   )
  )
 )`;

/** JSRuntime.malloc_gc_threshold: the only place that the first threshold is stored in. */
function thresholdOffset(lines: readonly string[], functions: readonly WasmFunction[]): number {
  const offsets = functions.flatMap(({ first, last }) =>
    lines.slice(first, last).flatMap((line, at, body) => {
      const [, offset] = /^\s*\(i32\.store offset=(\d+)$/.exec(line) ?? [];
      return offset !== undefined && body[at + 2]?.trim() === `(i32.const ${FIRST_THRESHOLD})` ? [Number(offset)] : [];
    }),
  );
  if (offsets.length !== 1 || offsets[0] === undefined) throw unknown("JSRuntime.malloc_gc_threshold");
  return offsets[0];
}

/** JS_RunGC: what is called before the threshold is set anew. */
function collector(lines: readonly string[], functions: readonly WasmFunction[], threshold: number): WasmFunction {
  const names = lines.flatMap((line, at) => {
    if (line.trim() !== `(i32.store offset=${threshold}`) return [];
    const [, name] = /^\s*\(call (\$\S+)$/.exec(lines[at - 3] ?? "") ?? [];
    return name === undefined ? [] : [name];
  });
  const found = functions.find(({ name }) => name === names[0]);
  if (names.length !== 1 || found === undefined || found.params.join() !== "i32" || found.result !== undefined) throw unknown("JS_RunGC");
  return found;
}

function unknown(what: string): Error {
  return new Error(`suspended: the engine has no ${what} of the expected form; see sandbox/README.md, “Updating the engine”`);
}
