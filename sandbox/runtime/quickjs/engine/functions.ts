/** The functions of a WebAssembly module in the text form that binaryen writes: one expression a line, ` (func` to ` )`. */

export interface Signature {
  /** Value types. */
  readonly params: readonly string[];
  readonly result: string | undefined;
}

export interface WasmFunction extends Signature {
  readonly name: string;
  /** Value types of the locals that follow the parameters. */
  readonly locals: readonly string[];
  /** Lines of the module's text, from ` (func` to ` )`. */
  readonly first: number;
  readonly last: number;
  /** Bytes of the engine's own stack that it takes at once whatever it does. */
  readonly ownStack: number;
}

/** Who may call whom: function or import name → names. A call through the table may reach every entry of its type. */
export type CallGraph = ReadonlyMap<string, ReadonlySet<string>>;

export function readFunctions(lines: readonly string[], stackPointer: string): WasmFunction[] {
  const functions: WasmFunction[] = [];
  for (let first = 0; first < lines.length; first += 1) {
    const head = /^ \(func (\$\S+)(.*)$/.exec(line(lines, first));
    if (head === null) continue;
    const last = lines.indexOf(" )", first);
    const locals: string[] = [];
    for (let local = localAt(lines, first + 1); local !== undefined; local = localAt(lines, first + 1 + locals.length)) locals.push(local);
    const body = lines.slice(first + 1 + locals.length, last);
    functions.push({
      name: head[1] as string,
      ...signature(head[2] as string),
      locals,
      first,
      last,
      ownStack: ownStack(body, stackPointer),
    });
  }
  return functions;
}

/** Imported functions by their name inside the module, with the name that they are imported under. */
export function readImports(lines: readonly string[]): (Signature & { readonly name: string; readonly imported: string })[] {
  return lines.flatMap((text) => {
    const found = /^ \(import "host" "(\w+)" \(func (\$\S+?)( .*)?\)\)$/.exec(text);
    return found ? [{ name: found[2] as string, imported: found[1] as string, ...signature(found[3] ?? "") }] : [];
  });
}

/** `reentrant`: imports through which the host may call any export. */
export function callGraph(lines: readonly string[], functions: readonly WasmFunction[], reentrant: readonly string[]): CallGraph {
  const types = new Map(lines.flatMap(typeOf));
  const inTable = new Set(lines.filter((text) => text.startsWith(" (elem ")).flatMap((text) => text.match(/\$[^\s)]+/g) ?? []));
  const entries = [...functions, ...readImports(lines)].filter(({ name }) => inTable.has(name));
  const byType = Map.groupBy(entries, key);
  const graph = new Map<string, Set<string>>();
  for (const { name, first, last } of functions) {
    const called = new Set<string>();
    for (const text of lines.slice(first, last)) {
      const direct = /\(call (\$[^\s)]+)/.exec(text)?.[1];
      if (direct !== undefined) called.add(direct);
      const type = /\(call_indirect (?:\$\S+ )?\(type (\$[^\s)]+)\)/.exec(text)?.[1];
      if (type !== undefined) for (const entry of byType.get(types.get(type) ?? "") ?? []) called.add(entry.name);
    }
    graph.set(name, called);
  }
  const exported = new Set(lines.flatMap((text) => /^ \(export "[^"]+" \(func (\$\S+)\)\)$/.exec(text)?.[1] ?? []));
  for (const name of reentrant) graph.set(name, exported);
  return graph;
}

export function signature(text: string): Signature {
  const params = [...text.matchAll(/\(param ([^)]*)\)/g)].flatMap(([, types]) =>
    (types as string).split(" ").filter((word) => !word.startsWith("$")),
  );
  return { params, result: /\(result (\w+)\)/.exec(text)?.[1] };
}

const key = ({ params, result }: Signature) => `${params.join(" ")} > ${result ?? ""}`;

function typeOf(text: string): [string, string][] {
  const found = /^ \(type (\$\S+) \(func(.*)\)\)$/.exec(text);
  return found ? [[found[1] as string, key(signature(found[2] as string))]] : [];
}

function localAt(lines: readonly string[], at: number): string | undefined {
  return /^ {2}\(local \$\S+ (\w+)\)$/.exec(line(lines, at))?.[1];
}

/** `(i32.sub (global.get $stack_pointer) (i32.const N))` before anything that may branch or call: the compiler's prologue. */
function ownStack(body: readonly string[], stackPointer: string): number {
  const straight = body.findIndex((text) => /\((block|if|loop|call|call_indirect)\b/.test(text));
  const prologue = body.slice(0, straight < 0 ? undefined : straight).findIndex((text) => text.trim() === `(global.get ${stackPointer})`);
  if (prologue < 1 || line(body, prologue - 1).trim() !== "(i32.sub") return 0;
  return Number(/^\s*\(i32\.const (\d+)\)$/.exec(line(body, prologue + 1))?.[1] ?? 0);
}

function line(lines: readonly string[], at: number): string {
  return lines[at] ?? "";
}
