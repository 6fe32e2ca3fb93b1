/**
 * Rewrites the engine's WebAssembly so that the host can bound, count and observe every piece of work it does.
 *
 * What is put in:
 * - a counter at every loop head, `fuel`, that traps when it is spent. The interpreter's own dispatch is a loop, so each
 *   bytecode instruction counts one, and so does each turn of a loop inside JSON, sort, RegExp, BigInt or indexOf, which
 *   the engine's interrupt handler never sees;
 * - the price of bulk copies and fills, by the byte, and of each allocation;
 * - the host's stack, charged to the engine's own (stack.ts);
 * - a hold on suspended async functions while cycles are collected (suspended.ts);
 * - a hook for what promises continue (reactions.ts);
 * - real names for imports and exports (the package minifies them), and an export of the counter and the stack pointer.
 *
 * What is taken out: the package's exports that nothing here uses, and the functions that only they need. What is left is put in
 * an order that compresses well (order.ts).
 *
 * Works on the text form: binaryen writes one expression a line, so a loop head is a line.
 */
import binaryen from "binaryen";
import { makeRoomForErrors } from "./error-room.ts";
import { EXPORTED } from "./exports.ts";
import { readFunctions } from "./functions.ts";
import { INITIAL_PAGES } from "./layout.ts";
import { byLikeness } from "./order.ts";
import { followReactions } from "./reactions.ts";
import { chargeStack } from "./stack.ts";
import { holdSuspended } from "./suspended.ts";

export interface Names {
  /** minified import name → what it is */
  readonly imports: Readonly<Record<string, string>>;
  /** minified export name → what it is */
  readonly exports: Readonly<Record<string, string>>;
}

/** Bytes moved by memory.copy and memory.fill that cost as much as one turn of a loop. */
const BYTES_PER_COUNT = 16;

/** What the engine uses and every browser of design.md reads, no more: binaryen would write newer encodings otherwise. */
const FEATURES =
  binaryen.Features.MutableGlobals |
  binaryen.Features.SignExt |
  binaryen.Features.NontrappingFPToInt |
  binaryen.Features.BulkMemory |
  binaryen.Features.BulkMemoryOpt;

/** What taking memory costs: the allocator works without loops, so that counting loops alone would let JSON through too cheaply. */
const COUNTS_PER_ALLOCATION = 6;

const charge = (counts: number) => `
(global.set $fuel (i32.sub (global.get $fuel) (i32.const ${counts})))
(if (i32.lt_s (global.get $fuel) (i32.const 0)) (then (unreachable)))`;

const CHARGE_ONE = charge(1);

const BULK = (name: string, instruction: string) => `
 (func $${name} (param $to i32) (param $from i32) (param $bytes i32)
  (global.set $fuel (i32.sub (global.get $fuel) (i32.shr_u (local.get $bytes) (i32.const ${Math.log2(BYTES_PER_COUNT)}))))
  (if (i32.lt_s (global.get $fuel) (i32.const 0)) (then (unreachable)))
  (${instruction} (local.get $to) (local.get $from) (local.get $bytes)))`;

/** What is put in besides the names: all of it, except where the benchmark asks what each part costs. */
export interface Parts {
  readonly fuel: boolean;
  readonly stack: boolean;
}

export function meter(wasm: Uint8Array, names: Names, parts: Parts = { fuel: true, stack: true }): Uint8Array {
  const source = binaryen.readBinary(wasm);
  const [, stackPointer, top] = /\(global (\$\S+) \(mut i32\) \(i32\.const (\d+)\)\)/.exec(source.emitText()) ?? [];
  if (stackPointer === undefined) throw new Error("meter: the engine has no stack pointer where one is expected");
  const renamed = source
    .emitText()
    .split("\n")
    .flatMap((line) => widen(rename(line, names)).split("\n"));
  const held = holdSuspended(renamed, readFunctions(renamed, stackPointer));
  const followed = followReactions(held, readFunctions(held, stackPointer));
  const roomy = makeRoomForErrors(followed, readFunctions(followed, stackPointer));
  const charged = parts.stack ? chargeStack(roomy, stackPointer, Number(top)) : roomy;
  const text = withCounters(parts.fuel ? withAllocations(charged) : charged, stackPointer, parts.fuel);
  source.dispose();
  const metered = binaryen.parseText(text);
  metered.setFeatures(FEATURES);
  if (!metered.validate()) throw new Error("meter: the metered engine is not valid WebAssembly");
  withoutUnused(metered);
  const ordered = binaryen.parseText(byLikeness(metered.emitText()));
  ordered.setFeatures(FEATURES);
  metered.dispose();
  const bytes = ordered.emitBinary();
  ordered.dispose();
  return bytes;
}

/** After all analysis: what remains must cost what it cost before. */
function withoutUnused(module: binaryen.Module): void {
  const exported = Array.from(
    { length: module.getNumExports() },
    (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name,
  );
  for (const name of exported) if (!Object.hasOwn(EXPORTED, name)) module.removeExport(name);
  module.runPasses(["remove-unused-module-elements"]);
}

function withCounters(text: readonly string[], stackPointer: string, fuel: boolean): string {
  const lines: string[] = [];
  let loops = 0;
  for (const line of text) {
    if (/^\s*\(loop( \$\S+)?( \(result \w+\))?$/.test(line)) {
      loops += 1;
      lines.push(line, ...(fuel ? [CHARGE_ONE] : []));
    } else {
      lines.push(fuel ? line.replace("(memory.copy", "(call $metered_copy").replace("(memory.fill", "(call $metered_fill") : line);
    }
  }
  const heads = text.filter((line) => /\(loop\b/.test(line)).length;
  if (loops !== heads || loops < 500) throw new Error(`meter: ${loops} of ${heads} loop heads were recognised`);
  const last = lines.findLastIndex((line) => line.trim() === ")");
  lines.splice(
    last,
    0,
    BULK("metered_copy", "memory.copy"),
    BULK("metered_fill", "memory.fill"),
    ` (global $fuel (mut i32) (i32.const 0x7fffffff))
 (export "fuel" (global $fuel))
 (export "stack_pointer" (global ${stackPointer}))`,
  );
  return lines.join("\n");
}

/** Charges for malloc and free where they begin: after the line that names the function and those of its locals. */
function withAllocations(text: readonly string[]): readonly string[] {
  const allocators = ["malloc", "free"].map((name) => {
    const exported = text.map((line) => /^ \(export "(\w+)" \(func (\$\S+)\)\)$/.exec(line)).find((found) => found?.[1] === name);
    if (!exported) throw new Error(`meter: the engine exports no ${name}`);
    return ` (func ${exported[2]} `;
  });
  const lines: string[] = [];
  let open = false;
  for (const line of text) {
    if (open && !/^ {2}\(local /.test(line)) {
      lines.push(charge(COUNTS_PER_ALLOCATION));
      open = false;
    }
    lines.push(line);
    open ||= allocators.some((start) => line.startsWith(start));
  }
  return lines;
}

/**
 * The table entry of our promise rejection tracker. The package has no binding for JS_SetHostPromiseRejectionTracker, so an
 * imported host function gets a place in the engine's function table, and instance.ts writes that place into the runtime.
 */
export const REJECTION_TRACKER = {
  import: ` (import "host" "promise_rejection" (func $promise_rejection (param i32 i64 i64 i32 i32)))`,
  element: (index: number) => ` (elem $rejections (i32.const ${index}) $promise_rejection)`,
};

/** Lines that make room: memory, and one more function in the table. */
function widen(line: string): string {
  const memory = /^( \(import "host" "memory" \(memory \S+) \d+ (\d+)\)\)$/.exec(line);
  if (memory) return `${memory[1]} ${INITIAL_PAGES} ${memory[2]}))\n${REJECTION_TRACKER.import}`;
  const table = /^ \(table (\S+) (\d+)( \d+)? funcref\)$/.exec(line);
  if (!table) return line;
  const size = Number(table[2]);
  return ` (table ${table[1]} ${size + 1} ${size + 1} funcref)\n (export "table_size" (global $table_size))\n (global $table_size i32 (i32.const ${size + 1}))\n${REJECTION_TRACKER.element(size)}`;
}

function rename(line: string, names: Names): string {
  const imported = /^ \(import "a" "([^"]+)"(.*)$/.exec(line);
  if (imported) return ` (import "host" "${lookUp(names.imports, imported[1] as string)}"${imported[2]}`;
  const exported = /^ \(export "([^"]+)"(.*)$/.exec(line);
  if (exported) return ` (export "${lookUp(names.exports, exported[1] as string)}"${exported[2]}`;
  return line;
}

function lookUp(names: Readonly<Record<string, string>>, minified: string): string {
  const name = names[minified];
  if (name === undefined) throw new Error(`meter: the engine names something "${minified}" that its glue does not explain`);
  return name;
}
