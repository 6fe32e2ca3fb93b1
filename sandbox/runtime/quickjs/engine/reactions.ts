/**
 * Lets the guest follow what its promises continue. What is called when a promise settles is handed to the engine in one place,
 * `perform_promise_then`, for `await` as for `then`; V8 keeps there what AsyncLocalStorage holds. Here a function of the guest's,
 * once there is one (`reaction_hook`, a pointer to its value), is asked for what shall be called instead:
 *
 *   hook(onFulfilled, onRejected) → the first, hook() → the second
 *   hook(then) → what shall be called as the `then` of an object that a promise was resolved with, which is a job of its own
 *
 * Where the hook throws, which it does at the stack's end only, what was to be called is called.
 *
 * Until then it costs the look at a global. Works on the text form. What has no name in the binary is found by what it does, and
 * an engine in which it is not found stops the build.
 */
import type { WasmFunction } from "./functions.ts";

/** quickjs.c: JSHostPromiseRejectionTracker, which perform_promise_then calls for a promise that is rejected already. */
const TRACKER = ["i32", "i64", "i64", "i32", "i32"].join(" ");

/** quickjs.h, NaN boxing on 32 bits: the upper word of a JSValue that says that an exception is pending. */
const TAG_EXCEPTION = 6;

/** `functions`: read from `lines`. */
export function followReactions(lines: readonly string[], functions: readonly WasmFunction[]): string[] {
  const then = performThen(lines, functions);
  const enqueue = thenableJob(lines);
  const exported = (name: string) => exportedAs(lines, name);
  const redirected = lines.map((line, at) => {
    if (at === then.first) return line.replace(` (func ${then.name} `, " (func $then_unfollowed ");
    return at === enqueue.at ? line.replace(enqueue.name, "$enqueue_followed") : line;
  });
  const end = lines.findLastIndex((line) => line.trim() === ")");
  redirected.splice(end, 0, ...FOLLOWING(then.name, exported).split("\n"), ...THENABLE(enqueue.name, exported).split("\n"));
  return redirected;
}

const VALUE_BYTES = 8;

/** Arguments and results of QTS_Call are pointers to values in boxes of their own, which `free` gives back without the value. */
const FOLLOWING = (name: string, exported: (name: string) => string) => ` (global $reaction_hook (mut i32) (i32.const 0))
 (export "reaction_hook" (global $reaction_hook))
 (func ${name} (param $context i32) (param $promise i64) (param $handlers i32) (param $capability i32) (result i32)
  (local $pair i32)
  (local $first i32)
  (local $second i32)
  (local $result i32)
  (local $followed i32)
  (if (i32.eqz (global.get $reaction_hook)) (then
   (return (call $then_unfollowed (local.get $context) (local.get $promise) (local.get $handlers) (local.get $capability)))
  ))
  (local.set $pair (call ${exported("malloc")} (i32.const ${3 * VALUE_BYTES})))
  (if (i32.eqz (local.get $pair)) (then
   (return (i32.const -1))
  ))
  (block $refused
   (i32.store (local.get $pair) (local.get $handlers))
   (i32.store offset=4 (local.get $pair) (i32.add (local.get $handlers) (i32.const ${VALUE_BYTES})))
   (local.set $first (call ${exported("QTS_Call")} (local.get $context) (global.get $reaction_hook) (call ${exported("QTS_GetUndefined")}) (i32.const 2) (local.get $pair)))
   (br_if $refused (i32.eq (i32.load offset=4 (local.get $first)) (i32.const ${TAG_EXCEPTION})))
   (local.set $second (call ${exported("QTS_Call")} (local.get $context) (global.get $reaction_hook) (call ${exported("QTS_GetUndefined")}) (i32.const 0) (local.get $pair)))
   (br_if $refused (i32.eq (i32.load offset=4 (local.get $second)) (i32.const ${TAG_EXCEPTION})))
   (i64.store offset=${VALUE_BYTES} (local.get $pair) (i64.load (local.get $first)))
   (i64.store offset=${2 * VALUE_BYTES} (local.get $pair) (i64.load (local.get $second)))
   (local.set $followed (i32.const 1))
   (local.set $result (call $then_unfollowed (local.get $context) (local.get $promise) (i32.add (local.get $pair) (i32.const ${VALUE_BYTES})) (local.get $capability)))
  )
  (call ${exported("free")} (local.get $pair))
  (if (local.get $second) (then
   (call $forget (local.get $context) (local.get $second))
  ))
  (call $forget (local.get $context) (local.get $first))
  (if (i32.eqz (local.get $followed)) (then
   (return (call $then_unfollowed (local.get $context) (local.get $promise) (local.get $handlers) (local.get $capability)))
  ))
  (local.get $result)
 )`;

/** JS_EnqueueJob(context, js_promise_resolve_thenable_job, 3, [promise, thenable, then]). */
const THENABLE = (
  name: string,
  exported: (name: string) => string,
) => ` (func $enqueue_followed (param $context i32) (param $job i32) (param $argc i32) (param $argv i32) (result i32)
  (local $copy i32)
  (local $then i32)
  (local $result i32)
  (if (i32.eqz (global.get $reaction_hook)) (then
   (return (call ${name} (local.get $context) (local.get $job) (local.get $argc) (local.get $argv)))
  ))
  (local.set $copy (call ${exported("malloc")} (i32.const ${4 * VALUE_BYTES})))
  (if (i32.eqz (local.get $copy)) (then
   (return (i32.const -1))
  ))
  (i64.store (local.get $copy) (i64.load (local.get $argv)))
  (i64.store offset=${VALUE_BYTES} (local.get $copy) (i64.load offset=${VALUE_BYTES} (local.get $argv)))
  (i32.store offset=${3 * VALUE_BYTES} (local.get $copy) (i32.add (local.get $argv) (i32.const ${2 * VALUE_BYTES})))
  (local.set $then (call ${exported("QTS_Call")} (local.get $context) (global.get $reaction_hook) (call ${exported("QTS_GetUndefined")}) (i32.const 1) (i32.add (local.get $copy) (i32.const ${3 * VALUE_BYTES}))))
  (if (i32.eq (i32.load offset=4 (local.get $then)) (i32.const ${TAG_EXCEPTION})) (then
   (i64.store offset=${2 * VALUE_BYTES} (local.get $copy) (i64.load offset=${2 * VALUE_BYTES} (local.get $argv)))
  ) (else
   (i64.store offset=${2 * VALUE_BYTES} (local.get $copy) (i64.load (local.get $then)))
  ))
  (local.set $result (call ${name} (local.get $context) (local.get $job) (local.get $argc) (local.get $copy)))
  (call $forget (local.get $context) (local.get $then))
  (call ${exported("free")} (local.get $copy))
  (local.get $result)
 )
 (func $forget (param $context i32) (param $box i32)
  (if (i32.eq (i32.load offset=4 (local.get $box)) (i32.const ${TAG_EXCEPTION})) (then
   (call ${exported("QTS_FreeValuePointer")} (local.get $context) (call ${exported("QTS_ResolveException")} (local.get $context) (local.get $box)))
  ))
  (call ${exported("QTS_FreeValuePointer")} (local.get $context) (local.get $box))
 )`;

/** The only job of three arguments. */
function thenableJob(lines: readonly string[]): { readonly at: number; readonly name: string } {
  const found = lines.flatMap((line, at) => {
    const [, indent, name] = /^( *)\(call (\$\S+)$/.exec(line) ?? [];
    if (indent === undefined || name === undefined) return [];
    const argument = (index: number, pattern: RegExp) => pattern.test((lines[at + index] ?? "").slice(indent.length + 1));
    return argument(1, /^\(local\.get \S+\)$/) &&
      argument(2, /^\(i32\.const \d+\)$/) &&
      argument(3, /^\(i32\.const 3\)$/) &&
      argument(4, /^\(i32\.add$/)
      ? [{ at, name }]
      : [];
  });
  if (found.length !== 1 || found[0] === undefined) throw unknown("js_promise_resolve_thenable_job");
  return found[0];
}

/** perform_promise_then: of its parameters, the only function that calls through the table as the rejection tracker is called. */
function performThen(lines: readonly string[], functions: readonly WasmFunction[]): WasmFunction {
  const types = lines.flatMap((line) => {
    const [, type, params] = /^ \(type (\$\S+) \(func \(param ([^)]*)\)\)\)$/.exec(line) ?? [];
    return params === TRACKER ? [`(call_indirect (type ${type})`] : [];
  });
  const found = functions.filter(
    ({ params, result, first, last }) =>
      params.join() === "i32,i64,i32,i32" && result === "i32" && lines.slice(first, last).some((line) => types.includes(line.trim())),
  );
  if (found.length !== 1 || found[0] === undefined) throw unknown("perform_promise_then");
  return found[0];
}

function exportedAs(lines: readonly string[], name: string): string {
  const [found] = lines
    .flatMap((line) => /^ \(export "(\w+)" \(func (\$\S+)\)\)$/.exec(line)?.slice(1, 3).join(" ") ?? [])
    .filter((pair) => pair.startsWith(`${name} `));
  const internal = found?.slice(name.length + 1);
  if (internal === undefined) throw unknown(name);
  return internal;
}

function unknown(what: string): Error {
  return new Error(`reactions: the engine has no ${what} of the expected form; see sandbox/README.md, “Updating the engine”`);
}
