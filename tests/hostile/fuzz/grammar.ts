/** Programs that are grown from a small grammar of the language. */
import type { Chance } from "./chance.ts";
import { oddValue } from "./values.ts";

const NAMES = ["a", "b", "c", "d"] as const;
const BINARY = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "**",
  "==",
  "===",
  "<",
  ">=",
  "&",
  "|",
  "^",
  "<<",
  ">>",
  ">>>",
  "&&",
  "||",
  "??",
  "in",
  "instanceof",
  ",",
];
const UNARY = ["-", "+", "!", "~", "typeof ", "void ", "delete ", "await ", "++", "--"];
const METHODS = [
  "map",
  "then",
  "toString",
  "call",
  "push",
  "slice",
  "split",
  "replace",
  "constructor",
  "sort",
  "join",
  "at",
  "next",
  "valueOf",
  "x",
  "0",
];
const GLOBALS = [
  "Object",
  "Array",
  "JSON",
  "Reflect",
  "Promise",
  "String",
  "Number",
  "Math",
  "Symbol",
  "Map",
  "Error",
  "process",
  "console",
  "Buffer",
];
const STATICS = [
  "keys",
  "from",
  "of",
  "stringify",
  "parse",
  "ownKeys",
  "defineProperty",
  "all",
  "race",
  "raw",
  "resolve",
  "assign",
  "entries",
  "freeze",
  "log",
  "isArray",
];

export function program(chance: Chance): string {
  const statements = chance.several(2, 6, () => statement(chance, 3));
  return `let a = ${oddValue(chance)}, b = ${oddValue(chance)}, c = [], d = {};\n${statements.join("\n")}\nreturn a;`;
}

function block(chance: Chance, depth: number): string {
  return `{ ${chance.several(1, 3, () => statement(chance, depth - 1)).join(" ")} }`;
}

function statement(chance: Chance, depth: number): string {
  if (depth <= 0) return `${expression(chance, 1)};`;
  const e = () => expression(chance, depth);
  const b = () => block(chance, depth);
  const forms: readonly (() => string)[] = [
    () => `${e()};`,
    () => `${chance.oneOf(NAMES)} = ${e()};`,
    () => `if (${e()}) ${b()} else ${b()}`,
    () => `for (let i = 0; i < ${chance.number(9)}; i++) ${b()}`,
    () => `for (const k of ${e()}) { ${chance.percent(60) ? "break;" : ""} }`,
    () => `for (const k in ${e()}) ${b()}`,
    () => `for await (const k of ${e()}) { break; }`,
    () => `while (${e()}) { ${statement(chance, depth - 1)} ${chance.percent(80) ? "break;" : ""} }`,
    () => `try ${b()} catch (error) { ${chance.oneOf(NAMES)} = error; } finally ${b()}`,
    () => `try ${b()} catch ${b()}`,
    () => `switch (${e()}) { case ${e()}: ${e()}; default: ${e()}; }`,
    () => `label: { ${statement(chance, depth - 1)} break label; }`,
    () => `{ const [x, ...rest] = ${e()}; a = rest; }`,
    () => `{ const { x, ...rest } = ${e()}; b = rest; }`,
    () =>
      `class C extends (${chance.percent(50) ? "Object" : e()}) { #p = ${e()}; static s = 1; get g() { return ${e()}; } m() { return super.m?.(); } }`,
    () => `throw ${e()};`,
    () => `setTimeout(() => { ${statement(chance, depth - 1)} }, ${chance.number(20)});`,
    () => `process.nextTick(() => { ${statement(chance, depth - 1)} });`,
    () => `queueMicrotask(async () => { ${statement(chance, depth - 1)} });`,
    () => `Promise.reject(${e()});`,
    () => `console.log(${e()}, ${e()});`,
    () => `return ${e()};`,
  ];
  return chance.oneOf(forms)();
}

function expression(chance: Chance, depth: number): string {
  if (depth <= 0) return chance.percent(50) ? chance.oneOf(NAMES) : oddValue(chance);
  const e = () => expression(chance, depth - 1);
  const list = () => chance.several(0, 3, e).join(", ");
  const forms: readonly (() => string)[] = [
    () => oddValue(chance),
    () => chance.oneOf(NAMES),
    () => `(${e()} ${chance.oneOf(BINARY)} ${e()})`,
    () => `(${chance.oneOf(UNARY)}${chance.oneOf(NAMES)})`,
    () => `(${e()} ? ${e()} : ${e()})`,
    () => `${e()}.${chance.oneOf(METHODS.slice(0, -1))}`,
    () => `${e()}[${e()}]`,
    () => `${e()}?.${chance.oneOf(METHODS.slice(0, -1))}?.(${list()})`,
    () => `${e()}.${chance.oneOf(METHODS.slice(0, -1))}(${list()})`,
    () => `${chance.oneOf(GLOBALS)}.${chance.oneOf(STATICS)}(${list()})`,
    () => `new (${chance.oneOf(GLOBALS)})(${list()})`,
    () => `(${list() || "0"})`,
    () => `[${list()}, ...${e()}]`,
    () => `({ a: ${e()}, [${e()}]: ${e()}, get g() { return ${e()}; }, ...${e()} })`,
    () => `((x, y = ${e()}) => ${e()})(${list()})`,
    () => `(async () => ${e()})()`,
    () => `(await (async () => ${e()})())`,
    () => `(function* () { yield ${e()}; return ${e()}; })()`,
    () => `\`\${${e()}}-\${${e()}}\``,
    () => `String.raw\`\${${e()}}\``,
    () => `eval(${JSON.stringify(oddValue(chance))})`,
    () => `(${chance.oneOf(NAMES)} ??= ${e()})`,
    () => `JSON.stringify(${e()})`,
    () => `new Proxy(${chance.oneOf(["{}", "[]", "function () {}"])}, { get: () => ${e()}, has: () => ${e()}, ownKeys: () => ${e()} })`,
    () => `Object.defineProperty(${e()}, ${e()}, { value: ${e()}, configurable: true })`,
    () => `Reflect.apply(${e()}, ${e()}, [${list()}])`,
  ];
  return chance.oneOf(forms)();
}
