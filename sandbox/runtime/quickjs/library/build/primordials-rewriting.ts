/**
 * Node's own files call built-ins through `primordials`, which an interpreter pays for twice. Here they become the plain code
 * again: `ArrayPrototypePush(list, x)` → `list.push(x)`, `ObjectKeys` → `Object.keys`.
 */
import { type CallExpression, type Expression, type Node, parse, type SpreadElement } from "acorn";

export function withoutPrimordials(text: string, id: string): string {
  const program = parse(text, { ecmaVersion: "latest", sourceType: "script", allowReturnOutsideFunction: true });
  const edits: Edit[] = [];
  const names = new Set<string>();
  for (const node of program.body) {
    if (node.type !== "VariableDeclaration") continue;
    for (const { id: pattern, init } of node.declarations) {
      if (init?.type !== "Identifier" || init.name !== "primordials" || pattern.type !== "ObjectPattern") continue;
      for (const property of pattern.properties) names.add(text.slice(property.start, property.end));
      edits.push({ start: node.start, end: node.end, text: "" });
    }
  }
  const asValues = new Set<string>();
  visit(program, undefined, (node, parent) => {
    if (node.type === "CallExpression" && isIdentifier((node as CallExpression).callee, "internalBinding")) {
      const [name] = (node as CallExpression).arguments;
      if (name?.type !== "Literal") throw new Error(`library: lib/${id}.js asks for a binding by no name`);
      edits.push({ start: node.start, end: node.end, text: `require("binding:${name.value}")` });
      return;
    }
    if (node.type !== "Identifier" || !names.has((node as unknown as { name: string }).name)) return;
    if (edits.some(({ start, end }) => node.start >= start && node.end <= end)) return;
    const { name } = node as unknown as { name: string };
    if (isKey(node, parent)) return;
    const call = parent?.type === "CallExpression" && (parent as CallExpression).callee === node ? (parent as CallExpression) : undefined;
    edits.push(...((call && inlined(name, call, text)) ?? [{ start: node.start, end: node.end, text: valueOf(name, id, asValues) }]));
  });
  const head = [...asValues].map((name) => `const ${name}=${helper(name)};`).join("");
  return head + applied(text, edits);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function visit(node: Node, parent: Node | undefined, see: (node: Node, parent: Node | undefined) => void): void {
  see(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, node, see);
  }
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === "string";

const isIdentifier = (node: Node, name: string) => node.type === "Identifier" && (node as unknown as { name: string }).name === name;

/** `object.ArrayPrototypePush`, `{ ArrayPrototypePush: … }`: no references. */
function isKey(node: Node, parent: Node | undefined): boolean {
  const place = parent as (Node & { property?: Node; key?: Node; computed?: boolean; value?: Node }) | undefined;
  if (place?.computed) return false;
  return place?.property === node || (place?.key === node && place.value !== node);
}

const OWNERS =
  "Array ArrayBuffer BigInt Boolean DataView Date Error Function JSON Map Math Number Object Promise Reflect RegExp Set String Symbol TypedArray Uint8Array WeakMap WeakSet".split(
    " ",
  );
/** What stays under its own name. */
const GLOBALS = [...OWNERS, "TypeError", "RangeError", "Int8Array", "Uint32Array", "decodeURIComponent"];

/** By hand: what no rule gives. */
const VALUES: Readonly<Record<string, string>> = {
  // Getters that tell what a value is by refusing others.
  ArrayBufferPrototypeGetByteLength:
    'Function.prototype.call.bind(Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength").get)',
  ArrayBufferPrototypeGetResizable: 'Function.prototype.call.bind(Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "resizable").get)',
  ArrayPrototypePushApply: "(list, more) => list.push(...more)",
  ArrayPrototypeUnshiftApply: "(list, more) => list.unshift(...more)",
  TypedArrayPrototypeGetSymbolToStringTag: "(value) => (ArrayBuffer.isView(value) ? value[Symbol.toStringTag] : undefined)",
  AsyncIteratorPrototype: "Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype)",
  FunctionPrototypeSymbolHasInstance: "(f, v) => Function.prototype[Symbol.hasInstance].call(f, v)",
  MathMaxApply: "(list) => Math.max(...list)",
  ObjectPrototypeHasOwnProperty: "(object, key) => Object.hasOwn(object, key)",
  RegExpPrototypeSymbolReplace: "(pattern, text, by) => text.replace(pattern, by)",
  RegExpPrototypeSymbolSplit: "(pattern, text, limit) => text.split(pattern, limit)",
  SafeArrayIterator: "class { constructor(list) { return list[Symbol.iterator](); } }",
  SafeFinalizationRegistry: "FinalizationRegistry",
  SafeMap: "Map",
  SafePromiseAll: "(promises, map) => Promise.all(map ? promises.map(map) : promises)",
  SafePromiseAllReturnVoid: "(promises, map) => Promise.all(map ? promises.map(map) : promises).then(() => undefined)",
  SafePromisePrototypeFinally: "(promise, last) => promise.finally(last)",
  SafeSet: "Set",
  SafeStringIterator: "primordials.SafeStringIterator",
  SafeStringPrototypeSearch: "(text, pattern) => text.search(pattern)",
  SymbolAsyncDispose: 'Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")',
  SymbolDispose: 'Symbol.dispose ?? Symbol.for("Symbol.dispose")',
};

function inlined(name: string, call: CallExpression, text: string): readonly Edit[] | undefined {
  if (name in VALUES) return undefined;
  const method = methodOf(name);
  if (method === undefined) return undefined;
  const [self, ...rest] = call.arguments;
  if (self === undefined || self.type === "SpreadElement") return undefined;
  const receiver = isPrimary(self) ? ["", ""] : ["(", ")"];
  const open: Edit = { start: call.start, end: self.start, text: receiver[0] ?? "" };
  const close = `${receiver[1]}.${method.name}`;
  if (method.isGetter) return [open, { start: self.end, end: call.end, text: close }];
  const next: Expression | SpreadElement | undefined = rest[0];
  return [open, { start: self.end, end: next?.start ?? text.lastIndexOf(")", call.end - 1), text: `${close}(` }];
}

const isPrimary = ({ type }: Expression) => ["Identifier", "MemberExpression", "ThisExpression", "CallExpression"].includes(type);

function methodOf(name: string): { readonly name: string; readonly isGetter: boolean } | undefined {
  const match = /^([A-Z]\w*?)Prototype(Get)?([A-Z]\w*)$/.exec(name);
  if (match === null || !OWNERS.includes(match[1] ?? "")) return undefined;
  return { name: lowered(match[3] ?? ""), isGetter: match[2] !== undefined };
}

/** `IsArray` → `isArray`; `MAX_SAFE_INTEGER` and `PI` are as they are. */
const lowered = (name: string) => (/^[A-Z\d_]{2,}$/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));

function valueOf(name: string, id: string, asValues: Set<string>): string {
  if (GLOBALS.includes(name)) return name;
  if (name in VALUES || methodOf(name) !== undefined) {
    asValues.add(name);
    return name;
  }
  const owner = OWNERS.findLast((one) => name.startsWith(one) && name.length > one.length);
  if (owner === undefined) throw new Error(`library: lib/${id}.js uses the primordial ${name}, for which there is no rule`);
  return `${owner}.${lowered(name.slice(owner.length))}`;
}

function helper(name: string): string {
  const known = VALUES[name];
  if (known !== undefined) return known;
  const method = methodOf(name);
  if (method?.isGetter) return `(self)=>self.${method.name}`;
  return `(self,...args)=>self.${method?.name}(...args)`;
}
