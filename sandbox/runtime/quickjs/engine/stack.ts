/**
 * Makes the host's stack count on the engine's own, so that deep recursion and deep nesting end alike everywhere.
 *
 * The engine has two stacks: its own in linear memory, which QuickJS watches and which is the same in every host, and the
 * host's, which holds the compiled frames and overflows at another depth in every browser, in each of its compilers and in a
 * worker. QuickJS's check sees only the first.
 *
 * So a function that can take part in recursion lowers the engine's stack pointer, while it runs, by what its frame costs the
 * host at most. QuickJS's own check then fires after the same calls in every host, as the guest's catchable RangeError, before
 * a host's stack is used up. Where the engine recurses without checking, the floor traps. sandbox/README.md has the figures.
 */
import { closesCycle, heaviestPath, inCycles, reversed } from "./cycles.ts";
import { type CallGraph, callGraph, readFunctions, readImports, type Signature, type WasmFunction } from "./functions.ts";
import { STACK_BELOW_LIMIT, STACK_BYTES } from "./layout.ts";

/** Imports through which the host may call the guest again, and what the JavaScript frames in between cost. */
const REENTRANT = ["call_function", "load_module_source", "normalize_module", "promise_rejection"];
const HOST_CALL_BYTES = 2048;

/** So many bytes of uncharged functions' frames may follow each other (see `uncharged`). */
const UNCHARGED_BYTES = 250;

interface Pointer {
  readonly name: string;
  readonly floor: number;
}

/** `lines`: the module as binaryen writes it, imports renamed. `top`: where the engine's stack begins, downwards. */
export function chargeStack(lines: readonly string[], stackPointer: string, top: number): string[] {
  const pointer = { name: stackPointer, floor: top - STACK_BYTES - STACK_BELOW_LIMIT };
  const functions = readFunctions(lines, stackPointer);
  const imports = readImports(lines).filter(({ imported }) => REENTRANT.includes(imported));
  const charges = chargesOf(
    functions,
    callGraph(
      lines,
      functions,
      imports.map(({ name }) => name),
    ),
  );
  const starts = new Map(functions.map((fn) => [fn.first, fn]));
  const out: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const fn = starts.get(at);
    const bytes = charges.get(fn?.name ?? "") ?? 0;
    const text = lines.slice(at, (fn?.last ?? at) + 1).map((line) => throughCharge(line, imports));
    out.push(...(fn !== undefined && bytes > 0 ? charged(fn, text, bytes, pointer) : text));
    at = fn?.last ?? at;
  }
  out.splice(out.lastIndexOf(")"), 0, ...imports.map((imported) => chargedImport(imported, pointer)));
  return out;
}

/** Function → bytes that it takes of the engine's stack for its frame on the host's. */
function chargesOf(functions: readonly WasmFunction[], graph: CallGraph): Map<string, number> {
  const frames = new Map(functions.map((fn) => [fn.name, frameBytes(fn)]));
  const weight = (name: string) => frames.get(name) ?? 0;
  const cyclic = inCycles(graph);
  const free = uncharged(
    functions.filter(({ name }) => cyclic.has(name)),
    graph,
    weight,
  );
  const callers = reversed(graph);
  const charges = new Map<string, number>();
  for (const { name, ownStack } of functions) {
    if (!cyclic.has(name) || free.has(name)) continue;
    const bytes = weight(name) + heaviestPath(callers, free, weight, name) - ownStack;
    charges.set(name, Math.max(0, Math.ceil(bytes / 16) * 16));
  }
  return charges;
}

/**
 * The functions that need no charge because whom they call pays for them: those with most callers, which are the hottest. They
 * form no cycle among themselves, so recursion always passes through one that is charged. The callers of the interpreter's
 * loop stay charged, else every guest function's call would pay for all of them.
 */
function uncharged(recursive: readonly WasmFunction[], graph: CallGraph, weight: (name: string) => number): Set<string> {
  const interpreter = recursive.reduce((most, fn) => (weight(fn.name) > weight(most.name) ? fn : most)).name;
  const callers = reversed(graph);
  const free = new Set<string>();
  const popularity = ({ name }: WasmFunction) => callers.get(name)?.size ?? 0;
  for (const { name } of recursive.toSorted((a, b) => popularity(b) - popularity(a))) {
    if (graph.get(name)?.has(interpreter) || closesCycle(graph, free, name)) continue;
    const chain = heaviestPath(callers, free, weight, name) + weight(name) + heaviestPath(graph, free, weight, name);
    if (chain <= UNCHARGED_BYTES) free.add(name);
  }
  return free;
}

/**
 * What a frame takes of the host's stack at most: its parameters and locals, where the optimizing compiler spills (more of it
 * the longer the function), arguments that do not fit registers, and the frame's own bookkeeping. Read off V8's two compilers
 * on x64 for all of the engine's functions.
 */
function frameBytes({ params, locals, first, last }: WasmFunction): number {
  const values = [...params, ...locals].reduce((sum, type) => sum + (type.endsWith("64") ? 8 : 4), 0);
  const spilled = Math.min(140, 40 + 4 * Math.sqrt(last - first));
  return values + spilled + 8 * Math.max(0, params.length - 5) + 48;
}

function charged(fn: WasmFunction, text: readonly string[], bytes: number, pointer: Pointer): string[] {
  const start = 1 + fn.locals.length;
  const head = text.slice(0, start);
  const body = text.slice(start, -1).map((line) => line.replace(/^(\s*)\(return(?=$|\)|\s)/, "$1(br $charged"));
  if (body.some((line) => /\(return\b/.test(line))) throw new Error(`stack: ${fn.name} leaves in a way that is not understood`);
  const { result } = fn;
  if (result === undefined) return [...head, enter(pointer, bytes), "(block $charged", ...body, ")", leave(pointer, bytes), " )"];
  return [
    ...head,
    `(local $answer ${result})`,
    enter(pointer, bytes),
    `(local.set $answer (block $charged (result ${result})`,
    ...body,
    "))",
    leave(pointer, bytes),
    "(local.get $answer)",
    " )",
  ];
}

function chargedImport({ name, params, result }: Signature & { readonly name: string }, pointer: Pointer): string {
  const declared = params.map((type, index) => `(param $${index} ${type})`).join(" ");
  const call = `(call ${name} ${params.map((_, index) => `(local.get $${index})`).join(" ")})`;
  const [answer, set, get] = result === undefined ? ["", call, ""] : [result, `(local.set $answer ${call})`, "(local.get $answer)"];
  return ` (func ${chargedName(name)} ${declared} ${answer && `(result ${answer}) (local $answer ${answer})`}
  ${enter(pointer, HOST_CALL_BYTES)} ${set} ${leave(pointer, HOST_CALL_BYTES)} ${get})`;
}

const chargedName = (name: string) => `$charged_${name.slice(1)}`;

/** Calls of the reentrant imports, and their places in the table, go to their charged forms. */
function throughCharge(line: string, imports: readonly { readonly name: string }[]): string {
  if (!/\(call |^ \(elem /.test(line)) return line;
  return line.replace(/\$[^\s)]+/g, (name) => (imports.some((imported) => imported.name === name) ? chargedName(name) : name));
}

const enter = ({ name, floor }: Pointer, bytes: number) =>
  `(global.set ${name} (i32.sub (global.get ${name}) (i32.const ${bytes})))
(if (i32.lt_u (global.get ${name}) (i32.const ${floor})) (then (unreachable)))`;

const leave = ({ name }: Pointer, bytes: number) => `(global.set ${name} (i32.add (global.get ${name}) (i32.const ${bytes})))`;
